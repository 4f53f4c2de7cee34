"""Prime implicants of functions over several values.

A product says of some variables which values they may have; it is prime when none of its sets can grow. A partial answer
forces an outcome exactly when one of the outcome's primes is true of it, so that an engine that tests them handles blanks
(and SQL's NULL) right without knowing of them. Method: Quine 1952, generalised to several values and computed on the
diagram, after Coudert and Madre 1992.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations

from ojdsl.logic.diagram import FALSE, TRUE, Diagrams, TooLargeError

LARGEST = 5_000
"""Products that one function may have before it is given up."""

Product = tuple[tuple[int, frozenset[int]], ...]
"""(variable, its allowed values) in order of variables; variables that may have any value are left out."""


def primes(pool: Diagrams, f: int) -> tuple[Product, ...]:
    """All prime implicants of f, those of few variables first."""

    @cache
    def of(g: int) -> tuple[Product, ...]:
        if g == FALSE:
            return ()
        if g == TRUE:
            return ((),)
        variable, branches = pool.nodes[g]
        whole = frozenset(range(len(branches)))
        found: list[Product] = []
        for values in _unions(branches):
            outside = {branches[value] for value in whole - values}
            for rest in of(pool.all_of({branches[value] for value in values})):
                if not any(_within(pool, rest, other) for other in outside):
                    found.append(rest if values == whole else ((variable, values), *rest))
            if len(found) > LARGEST:
                raise TooLargeError
        return tuple(found)

    return tuple(sorted(of(f), key=lambda product: (len(product), [(v, sorted(values)) for v, values in product])))


def _unions(branches: tuple[int, ...]) -> list[frozenset[int]]:
    """The sets of values that could be a prime's: those with the same branch belong together."""
    groups: dict[int, set[int]] = {}
    for value, branch in enumerate(branches):
        groups.setdefault(branch, set()).add(value)
    apart = [values for branch, values in groups.items() if branch != FALSE]
    return [frozenset().union(*chosen) for size in range(1, len(apart) + 1) for chosen in combinations(apart, size)]


def _within(pool: Diagrams, product: Product, f: int) -> bool:
    """Whether f is true wherever the product is."""
    allowed = dict(product)
    seen: dict[int, bool] = {FALSE: False, TRUE: True}

    def check(g: int) -> bool:
        if g not in seen:
            variable, branches = pool.nodes[g]
            values = allowed.get(variable)
            chosen = branches if values is None else tuple(branches[value] for value in values)
            seen[g] = all(map(check, chosen))
        return seen[g]

    return check(f)
