"""A fault as a fact: which kind, where, and what it is about. Words are made in `ojdsl.diagnostics.render` only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from ojdsl.source import Span

Fact = str | int | tuple[str, ...]
Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Position:
    """A place in something that is not text (a workbook) or could not be read; lines and columns from 1, end exclusive."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


Place = Span | Position


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that the reader needs to see; `role` is a key of the message's notes."""

    place: Place
    role: str


@dataclass(frozen=True, slots=True)
class Counterexample:
    """One municipality's answers that show the fault: columns with their labels, and the same as (question, answer) lines, None
    where the question is not asked.

    `other`: where it takes two forms, what it would answer instead, with the same questions in its lines; `outcome` is then what
    each of them gives.
    """

    columns: Mapping[str, str]
    form: tuple[tuple[str, str | None], ...]
    outcome: str | None = None
    other: Counterexample | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault. `code` is stable; `facts` are what the message of that code is filled with.

    `silenced`: the reason why its author accepts it; it is then a note.
    """

    code: str
    place: Place
    facts: Mapping[str, Fact] = field(default_factory=dict)
    related: tuple[Related, ...] = ()
    counterexample: Counterexample | None = None
    silenced: str | None = None


def position_of(place: Place) -> Position:
    """The file, lines and columns of a place."""
    if isinstance(place, Position):
        return place
    line, column = place.source.position(place.start)
    end_line, end_column = place.source.position(place.end)
    return Position(place.source.name, line, column, end_line, end_column)


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sorted by file, line, column and code."""

    def key(diagnostic: Diagnostic) -> tuple[str, int, int, str]:
        at = position_of(diagnostic.place)
        return at.file, at.line, at.column, diagnostic.code

    return sorted(diagnostics, key=key)


def distinct_in_order(faults: Iterable[Diagnostic]) -> list[Diagnostic]:
    """In order; a fault of a shared file or a family shows once, not once for each area or member."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for fault in in_order(faults):
        key = fault.code, position_of(fault.place), *fault.facts.items()
        if key not in seen:
            seen.add(key)
            kept.append(fault)
    return kept
