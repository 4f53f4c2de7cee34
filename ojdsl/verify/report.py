"""What is said of one document: faults with their places, and the texts that somebody has edited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ojdsl.diagnostics.fact import Counterexample, Diagnostic, Fact, Related
from ojdsl.model.nodes import Condition, Indicator, Question
from ojdsl.source import Span
from ojdsl.verify.lines import Change, Line
from ojdsl.verify.paper import Paper
from ojdsl.verify.parts import Key
from ojdsl.verify.words import Hunk, Word, authors

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of a text that somebody wrote, changed in a document.

    `name` is the indicator or family, empty for what stands outside them; `old` is the whole text as the specs give it.
    """

    document: str
    name: str
    key: Key | None
    old: tuple[Word, ...]
    hunk: Hunk
    by: tuple[Change, ...]
    place: Span

    @property
    def where(self) -> str:
        return where(self.name, self.key)


@dataclass(frozen=True, slots=True)
class ReadRule:
    """What was read where a fault is: the outcomes of an indicator with their conditions (None: all other answers)."""

    fault: Diagnostic
    indicator: Indicator
    said: tuple[tuple[str, Condition | None], ...]


@dataclass(frozen=True, slots=True)
class ReadAsked:
    """What was read where a fault is: when a question is asked, by row; no row is there that is always asked."""

    fault: Diagnostic
    question: Question
    said: Mapping[str | None, Condition | None]


def where(name: str, key: Key | None) -> str:
    """`socialjour, Syfte`."""
    return ", ".join(part for part in (name, key.shown if key else "") if part) or "utanför beskrivningarna"


def said_by(by: Sequence[Change]) -> str:
    """` (Anna Ek, 2017-03-01)`; nothing where nobody is known."""
    known = [", ".join(part for part in (one.author, one.date[:10]) if part) for one in by]
    return f" ({'; '.join(dict.fromkeys(known))})" if any(known) else ""


@dataclass(slots=True)
class Report:
    """Gathers what one document is found to say otherwise."""

    paper: Paper
    faults: list[Diagnostic] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    read: list[ReadRule | ReadAsked] = field(default_factory=list)

    def fault(
        self, code: str, line: Line | None, origin: Span | None = None, example: Counterexample | None = None, /, **facts: Fact
    ) -> Diagnostic:
        """A fault at a line; `origin` is where the specs say it."""
        return self.at(code, self.paper.span(line), origin, example, **facts)

    def at(
        self, code: str, place: Span, origin: Span | None = None, example: Counterexample | None = None, /, **facts: Fact
    ) -> Diagnostic:
        """A fault at some words."""
        related = (Related(origin, "spec"),) if origin is not None else ()
        self.faults.append(Diagnostic(code, place, facts, related, example))
        return self.faults[-1]

    def edited(self, name: str, key: Key | None, old: tuple[Word, ...], hunk: Hunk, lines: Sequence[Line]) -> None:
        """OJ835: a text that somebody has changed."""
        by = authors(hunk, lines)
        if not by and self.paper.written.saved_by:
            by = (Change("in", "", self.paper.written.saved_by, ""),)
        place = self.words(hunk, lines)
        edit = Edit(self.paper.written.name, name, key, old, hunk, by, place)
        self.edits.append(edit)
        before, after = hunk.said
        self.at("OJ835", place, where=edit.where, by=said_by(by), old=before, new=after)

    def words(self, hunk: Hunk, lines: Sequence[Line]) -> Span:
        """Where the changed words stand; the first of the lines where there are none any more."""
        if hunk.at is None:
            return self.paper.span(next(iter(lines), None))
        first, last = hunk.at
        return self.paper.span(first.line, first.start, last.end)
