"""The parts of a condition: list items, joined conditions, the answers that a test names; and the condition without each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ojdsl.logic.mutants import with_args
from ojdsl.model.nodes import And, Between, Condition, Count, In, Or
from ojdsl.model.numbers import merged


@dataclass(frozen=True, slots=True)
class Part:
    """A part, and the whole condition without it. `choice`: it stands among others of which not all must hold."""

    part: Condition
    without: Condition
    choice: bool


def parts(condition: Condition) -> Iterator[Part]:
    """Every part that something would be left without, the outermost and the last first."""
    match condition:
        case In(cell, labels, excluded) if excluded:
            for label in excluded if len(excluded) > 1 else ():
                left = tuple(one for one in excluded if one != label)
                yield Part(In(cell, (label,)), In(cell, (*labels, label), left), False)
        case In(cell, labels):
            for label in labels if len(labels) > 1 else ():
                yield Part(In(cell, (label,)), In(cell, tuple(one for one in labels if one != label)), False)
        case Between(cell, ranges, excluded) if excluded:
            for one in excluded if len(excluded) > 1 else ():
                kept = tuple(other for other in excluded if other != one)
                yield Part(Between(cell, (one,)), Between(cell, merged((*ranges, one)), kept), False)
        case Between(cell, ranges):
            for one in ranges if len(ranges) > 1 else ():
                yield Part(Between(cell, (one,)), Between(cell, tuple(other for other in ranges if other != one)), False)
        case And(args) | Or(args) | Count(_, _, args):
            yield from _args(condition, args)


def _args(condition: And | Or | Count, args: tuple[Condition, ...]) -> Iterator[Part]:
    for number, arg in reversed(tuple(enumerate(args))):  # of two that say the same, the later is the one too many
        before, after = args[:number], args[number + 1 :]
        shorter = with_args(condition, (*before, *after))
        if shorter is not None:
            yield Part(arg, shorter, not isinstance(condition, And))
        for inner in parts(arg):
            yield replace(inner, without=replace(condition, args=(*before, inner.without, *after)))
