"""A function of answers as the shortest list of ways to it: what `annars` collects, which answers leave the denominator."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from ojdsl.logic.diagram import FALSE, TRUE
from ojdsl.logic.space import ProductOfLabels, Space
from ojdsl.model.nodes import And, Condition, Or


def ways_to(space: Space, f: int) -> tuple[And, ...]:
    """Conditions that together hold exactly when f does, each a conjunction of tests on asked cells.

    They are the prime implicants without the tests that follow from a cell's being asked, as `fewest` of them as do.
    """
    return tuple(space.all_pass(way) for way in fewest(space, (_shortened(space, product, f) for product in space.primes(f))))


def _shortened(space: Space, product: ProductOfLabels, f: int) -> ProductOfLabels:
    """Without the tests that follow from the others. Only where being asked says something of its own can one do so."""
    if any(space.asked(column) != TRUE for column, _ in product):
        for test in product:
            fewer = tuple(one for one in product if one is not test)
            if fewer and space.pool.implies(space.holds(space.all_pass(fewer)), f):
                product = fewer
    return product


def fewest(space: Space, products: Iterable[ProductOfLabels]) -> tuple[ProductOfLabels, ...]:
    """The products without those that the others cover together, each without the labels that the others cover.

    A product holds where its cells are asked; one that never does is left out. Long ones give way to short ones.
    """
    either, implies = space.pool.either, space.pool.implies
    holds = {product: space.holds(space.all_pass(product)) for product in products}
    order = sorted(holds, key=len, reverse=True)
    later = list(accumulate((holds[product] for product in reversed(order)), either, initial=FALSE))
    kept: dict[ProductOfLabels, ProductOfLabels] = {}
    earlier = FALSE
    for product in order:
        later.pop()
        others = either(earlier, later[-1])
        if not implies(holds[product], others):
            kept[product] = _narrowed(space, product, others)
            earlier = either(earlier, space.holds(space.all_pass(kept[product])))
    return tuple(kept[product] for product in holds if product in kept)


def _narrowed(space: Space, product: ProductOfLabels, others: int) -> ProductOfLabels:
    """Without the labels with which the others are true as well; not all of them are, or the others would cover the product."""
    for place, (column, labels) in enumerate(product):
        for label in labels:
            before, after = product[:place], product[place + 1 :]
            if space.pool.implies(space.holds(space.all_pass((*before, (column, (label,)), *after))), others):
                left = tuple(one for one in product[place][1] if one != label)
                product = (*before, (column, left), *after)
    return product


def condition_for(space: Space, f: int) -> Condition:
    """One condition that holds exactly when f does, without negation."""
    ways = tuple(way.args[0] if len(way.args) == 1 else way for way in ways_to(space, f))
    return ways[0] if len(ways) == 1 else Or(ways)
