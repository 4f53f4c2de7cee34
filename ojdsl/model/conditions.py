"""Conditions on answers: a closed set of six kinds."""

from __future__ import annotations

from dataclasses import dataclass, field

Range = tuple[int, int]
"""The whole numbers from one to another, both included."""


@dataclass(frozen=True, slots=True)
class In:
    """The cell was asked and its answer is one of `labels` (in declared order).

    `excluded` are the labels that the author wrote after "är inte"; it changes how the test is said, not what it means.
    """

    cell: str
    labels: tuple[str, ...]
    excluded: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Between:
    """The cell was asked and its number lies in one of `ranges` (rising, with numbers between them, within the bounds).

    `excluded` are the ranges that the author wrote after "är inte"; it changes how the test is said, not what it means.
    """

    cell: str
    ranges: tuple[Range, ...]
    excluded: tuple[Range, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """The cell was asked."""

    cell: str


@dataclass(frozen=True, slots=True)
class And:
    args: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Or:
    args: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """At least `min` and at most `max` of `args` hold."""

    min: int
    max: int
    args: tuple[Condition, ...]


Test = In | Between
"""A test of the answer to one cell."""
Condition = In | Between | Asked | And | Or | Count


def children(condition: Condition) -> tuple[Condition, ...]:
    """The conditions directly inside one."""
    return () if isinstance(condition, In | Between | Asked) else condition.args


def cells_of(condition: Condition) -> frozenset[str]:
    """The columns that a condition tests, not those that decide whether they are asked."""
    if isinstance(condition, In | Between | Asked):
        return frozenset((condition.cell,))
    return frozenset().union(*map(cells_of, condition.args))
