"""Functions when some answers are known: what is left of one, what it still depends on, and what is possible at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from ojdsl.logic.diagram import Diagrams


def cofactor(pool: Diagrams, f: int, known: Mapping[int, int]) -> int:
    """What is left of f when some variables have the values of `known` (variable → value)."""

    @cache
    def of(g: int) -> int:
        variable, branches = pool.nodes[g]
        if not branches:
            return g
        if variable in known:
            return of(branches[known[variable]])
        return pool.node(variable, tuple(map(of, branches)))

    return of(f)


def support(pool: Diagrams, f: int) -> frozenset[int]:
    """The variables on which f depends."""
    seen: set[int] = set()
    found: set[int] = set()
    waiting = [f]
    while waiting:
        g = waiting.pop()
        if g not in seen:
            seen.add(g)
            variable, branches = pool.nodes[g]
            found |= {variable} if branches else set()
            waiting += branches
    return frozenset(found)


def exists(pool: Diagrams, f: int, variables: Iterable[int]) -> int:
    """True when the variables can have values with which f is."""
    for variable in variables:
        f = pool.any_of({cofactor(pool, f, {variable: value}) for value in range(pool.sizes[variable])})
    return f
