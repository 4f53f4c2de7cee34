"""Filled-in forms: of the answers with which a function is true, those of a municipality that is asked least."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress

from ojdsl.logic.diagram import FALSE, TRUE, TooLargeError
from ojdsl.logic.space import Space


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
    depends = [asked for column in columns if (asked := space.asked(column)) != TRUE]
    for most in range(len(depends)):
        fewest = space.pool.both(f, space.pool.count(0, most, depends))
        if fewest != FALSE:
            return fewest
    return f
