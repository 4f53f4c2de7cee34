"""A function of answers as the shortest list of ways to it: what `annars` collects, which answers leave the denominator."""

from __future__ import annotations

from ojdsl.logic.diagram import TRUE
from ojdsl.logic.space import Space
from ojdsl.model.nodes import And, Condition, Or


def ways_to(space: Space, f: int) -> tuple[And, ...]:
    """Conditions that together hold exactly when f does, each a conjunction of tests on asked cells.

    They are the prime implicants without the tests that follow from a cell's being asked, and without those that are
    special cases of another.
    """
    ways: list[tuple[And, int, bool]] = []
    for product in space.primes(f):
        tests = [space.test(column, labels) for column, labels in product]
        # only where being asked says something of its own can a test follow from others, or one way contain another
        depends = any(space.asked(column) != TRUE for column, _ in product)
        for test in tuple(tests) if depends else ():
            fewer = [one for one in tests if one is not test]
            if fewer and space.pool.implies(space.holds(And(tuple(fewer))), f):
                tests = fewer
        way = And(tuple(tests))
        ways.append((way, space.holds(way), depends))
    kept: list[And] = []
    for number, (way, g, depends) in enumerate(ways):
        others = (
            h for other, (_, h, also) in enumerate(ways) if (depends or also) and other != number and (h != g or other < number)
        )
        if not any(space.pool.implies(g, h) for h in others):
            kept.append(way)
    return tuple(kept)


def condition_for(space: Space, f: int) -> Condition:
    """One condition that holds exactly when f does, without negation."""
    ways = tuple(way.args[0] if len(way.args) == 1 else way for way in ways_to(space, f))
    return ways[0] if len(ways) == 1 else Or(ways)
