"""Rules as their author wrote them: names not yet looked up, every word with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ojdsl.source import Span, Text


@dataclass(frozen=True, slots=True)
class Amount:
    """How many of some conditions or rows must hold: `alla`, or at least `min` and at most `max` (None: no limit)."""

    all: bool
    min: int
    max: int | None


@dataclass(frozen=True, slots=True)
class Interval:
    """`8–14`, `minst 15`, `högst 3` or `0` as an answer; None where it has no limit. `value` is how it is written."""

    min: int | None
    max: int | None
    value: str
    span: Span


Answer = Text | Interval
"""A label, or numbers."""


@dataclass(frozen=True, slots=True)
class Is:
    """`[minst 1 av] G2[rad] är [inte] Ja eller Nej`; `amount` is None when one row is meant."""

    question: Text
    rows: tuple[Text, ...]
    negated: bool
    answers: tuple[Answer, ...]
    amount: Amount | None
    span: Span


@dataclass(frozen=True, slots=True)
class IsAsked:
    """`G2a ställs`."""

    question: Text
    rows: tuple[Text, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Contains:
    """`G6a innehåller A och B`: each named answer is marked."""

    question: Text
    rows: tuple[Text, ...]
    marks: tuple[Text, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Joined:
    """Conditions joined by `och` or `eller`."""

    by: Literal["och", "eller"]
    args: tuple[Expression, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Group:
    """A list under `alla av:`, `minst 2 av:` and so on."""

    amount: Amount
    args: tuple[Expression, ...]
    span: Span


Expression = Is | IsAsked | Contains | Joined | Group
