"""An area's questionnaire in parts: what is asked, when, and the column where each answer is saved."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from ojdsl.data.columns import UNIT
from ojdsl.documents.form_words import gate_question, section_heading
from ojdsl.model.nodes import Alternative, Catalogue, Cell, Number, Question
from ojdsl.prose.asked import answered_when
from ojdsl.prose.condition import within


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to mark; `free_text` is the column of what is written beside it."""

    text: str
    free_text: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """What is answered in one go: one row of a question, or the whole of a question without rows.

    A choice, a number or a text is one column; marks are a column per option.
    """

    name: str
    row: str | None
    kind: Literal["choice", "mark", "text", "number"]
    columns: tuple[str, ...]
    options: tuple[Option, ...] = ()
    free_text: str | None = None
    number: Number | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        """The columns of free text beside the row and its options."""
        return tuple(column for column in (self.free_text, *(one.free_text for one in self.options)) if column)


@dataclass(frozen=True, slots=True)
class Entry:
    """One question of the form. `name` is its id as columns write it; `when` is a sentence, None if it is always asked."""

    name: str
    question: Question
    when: str | None
    lines: tuple[Line, ...]
    comment: str | None

    @property
    def columns(self) -> tuple[str, ...]:
        answers = (column for line in self.lines for column in (*line.columns, *line.texts))
        return (*answers, self.comment) if self.comment else tuple(answers)


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the form; `own` questions are the area's, which the gate can close."""

    heading: str
    anchor: str
    own: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """The whole questionnaire. `gate` is the column that says whether the area's own questions can be answered."""

    gate: str
    gate_question: str
    parts: tuple[Part, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(entry for part in self.parts for entry in part.entries)

    @property
    def columns(self) -> tuple[str, ...]:
        """The header of a saved file."""
        return (UNIT, self.gate, *(column for entry in self.entries for column in entry.columns))


def form(catalogue: Catalogue) -> Form:
    """The questionnaire of an area, in the survey's order."""
    own = catalogue.area.section
    said = {question.id: answered_when(question, catalogue) for question in catalogue.questions}
    named = " ".join(text for text in said.values() if text)
    entries = [_entry(question, said[question.id], named, catalogue) for question in catalogue.questions]
    parts = tuple(
        Part(section_heading(number, is_own, catalogue), f"del-{number}", is_own, tuple(members))
        for number, (is_own, members) in enumerate(groupby(entries, lambda entry: entry.question.section == own), start=1)
    )
    return Form(catalogue.area.gate, gate_question(catalogue), parts)


def trial_form(columns: Container[str], catalogue: Catalogue) -> Form:
    """The questions on which something depends, to be answered for trial: no comments and no free text.

    Of a question with rows, those rows; of one with several answers, all of them.
    """
    whole = form(catalogue)
    parts = tuple(replace(part, entries=tuple(_of_trial(part.entries, columns))) for part in whole.parts)
    return replace(whole, parts=tuple(part for part in parts if part.entries))


def _of_trial(entries: Iterable[Entry], columns: Container[str]) -> Iterator[Entry]:
    for entry in entries:
        lines = [line for line in entry.lines if any(column in columns for column in line.columns)]
        if lines:
            yield replace(entry, lines=tuple(map(_without_text, lines)), comment=None)


def _without_text(line: Line) -> Line:
    return replace(line, options=tuple(replace(one, free_text=None) for one in line.options), free_text=None)


def _entry(question: Question, when: str | None, named: str, catalogue: Catalogue) -> Entry:
    name = question.column
    comment = f"{name}_kommentar"
    lines = tuple(_lines(name, question, named))
    taken = {*catalogue.cell_of, *(column for line in lines for column in line.texts)}
    return Entry(name, question, when, lines, None if comment in taken else comment)


def _lines(name: str, question: Question, named: str) -> Iterator[Line]:
    """`named` is all conditions of the form: a row goes by its label, too, where one of them names it."""
    texts = {row.label: row for row in question.rows}
    for number, (label, members) in enumerate(groupby(question.cells, lambda cell: cell.row), start=1):
        cells = tuple(members)
        row = texts.get(label or "")
        shown = None if row is None else _shown(row.label, row.text, named)
        beside = f"{cells[0].column}_text" if row is not None and row.free_text and cells[0].kind == "choice" else None
        columns = tuple(cell.column for cell in cells)
        options = tuple(_options(question, cells, beside))
        yield Line(f"{name}-{number}", shown, cells[0].kind, columns, options, beside, question.number)


def _shown(label: str, text: str, named: str) -> str:
    name = f"”{within(label)}”"
    return f"{text} ({name})" if name in named and label.casefold() not in text.casefold() else text


def _options(question: Question, cells: tuple[Cell, ...], beside: str | None) -> Iterator[Option]:
    alternatives = {one.label: one for one in question.alternatives}
    first = cells[0]
    if first.kind == "mark":
        for cell in cells:
            one = alternatives[cell.alternative or ""]
            yield Option(one.text, f"{cell.column}_text" if one.free_text else None)
        return
    if first.kind == "number":
        return
    only = beside is None and sum(one.free_text for one in question.alternatives) == 1
    for label in first.labels:
        yield Option(alternatives[label].text, _beside(first, alternatives[label], only))


def _beside(cell: Cell, one: Alternative, only: bool) -> str | None:
    if not one.free_text:
        return None
    return f"{cell.column}_text" if only else f"{cell.column}_{one.code}_text"
