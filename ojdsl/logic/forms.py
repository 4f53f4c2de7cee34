"""Filled-in forms: of the answers with which a function is true, those of a municipality that is asked least; and two forms, of
which the second is nowhere worse but its outcome is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache

from ojdsl.logic.better import Better, values_below, worse_than
from ojdsl.logic.decide import UNDECIDED
from ojdsl.logic.diagram import FALSE, TRUE, Diagrams, TooLargeError
from ojdsl.logic.given import outcomes_of
from ojdsl.logic.space import Space
from ojdsl.model.nodes import Clause

Form = Mapping[str, str]
"""Answers by column, of the cells that are asked."""


def shortest_form(space: Space, f: int, columns: Sequence[str]) -> Mapping[str, str] | None:
    """Answers to the asked ones of some columns with which f is true, as few as possible; None when there are none.

    Where finding the fewest would take too many nodes, some form is good enough.
    """
    if f == FALSE:
        return None
    with suppress(TooLargeError):
        f = _asked_least(space, f, columns)
    return space.example(f, columns)


def _asked_least(space: Space, f: int, columns: Sequence[str]) -> int:
    """The answers of f with which the fewest of the columns are asked."""
    return _fewest(space.pool, f, [asked for column in columns if (asked := space.asked(column)) != TRUE])


def _fewest(pool: Diagrams, f: int, functions: Sequence[int]) -> int:
    """The part of f where the fewest of some functions are true."""
    for most in range(len(functions)):
        fewest = pool.both(f, pool.count(0, most, functions))
        if fewest != FALSE:
            return fewest
    return f


# --- two forms --------------------------------------------------------------------------------------------------------


def shortest_pair(space: Space, clauses: Sequence[Clause], better: Better, allowed: int) -> tuple[Form, Form] | None:
    """Two sets of allowed answers, the second nowhere worse and with a worse outcome; None where there are none, or where
    finding them would take too many nodes.

    They differ in as few answers as possible, and then as little as possible is asked in them.
    """
    pool = Diagrams([size for size in space.pool.sizes for _ in range(2)], space.pool.largest)
    try:
        f = pool.all_of((_worse(space, clauses, allowed, pool), *_in_order(space, better, pool)))
        f = _fewest(pool, f, [_changed(space.number[column], pool) for column in better])
        asked = [_lifted(space.pool, space.asked(column), pool, second) for second in (False, True) for column in better]
        found = pool.witness(_fewest(pool, f, [one for one in asked if one != TRUE]))
    except UNDECIDED:
        return None
    if found is None:
        return None
    one, other = ({n: found.get(2 * n + second, 0) for n in range(len(space.cells))} for second in (False, True))
    return space.form(one, better), space.form(other, better)


def _worse(space: Space, clauses: Sequence[Clause], allowed: int, pool: Diagrams) -> int:
    """Two sets of allowed answers, the second with the worse outcome."""
    outcomes = {outcome: space.pool.both(f, allowed) for outcome, f in outcomes_of(space, clauses).items()}
    pairs = ((one, other) for one in outcomes for other in worse_than(one) if other in outcomes)
    return pool.any_of(
        pool.both(*(_lifted(space.pool, outcomes[outcome], pool, second) for second, outcome in enumerate(pair)))
        for pair in pairs
    )


def _in_order(space: Space, better: Better, pool: Diagrams) -> Iterator[int]:
    """For each cell, that the second answer is not worse than the first."""
    for number, cell in enumerate(space.cells):
        below = values_below(cell, better)
        above = ([value for value, values in enumerate(below) if one in values] for one in range(len(below)))
        yield pool.node(2 * number, tuple(pool.test(2 * number + 1, values) for values in above))


def _changed(number: int, pool: Diagrams) -> int:
    """That a cell has not the same value in both."""
    size = pool.sizes[2 * number]
    others = ([value for value in range(size) if value != one] for one in range(size))
    return pool.node(2 * number, tuple(pool.test(2 * number + 1, values) for values in others))


def _lifted(pool: Diagrams, f: int, into: Diagrams, second: int) -> int:
    """A function of one form as one of the first or the second of two; `into` has every variable twice in a row."""

    @cache
    def of(g: int) -> int:
        variable, branches = pool.nodes[g]
        return into.node(2 * variable + second, tuple(map(of, branches))) if branches else g

    return of(f)
