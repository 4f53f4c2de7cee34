"""An example as lines of a spec."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ojdsl.model.nodes import Catalogue, Cell, Example, Indicator, Question

_PLAIN = re.compile(r"\w(?:[^:#\n]*[^:#\s])?")


def example_lines(example: Example, indicator: Indicator, catalogue: Catalogue) -> tuple[str, ...]:
    """`svar:`, what is answered, `ger: …`; the indicator's own row goes without saying, so that all of a family share it."""
    answers = [
        line for question in catalogue.questions for line in _answer(question, example.answers, indicator, catalogue.cell_of)
    ]
    settings = [f"{key}: ja" for key, wanted in (("granska", example.review), ("visa", example.shown)) if wanted]
    return ("svar:", *(f"  {line}" for line in answers), f"ger: {_scalar(example.outcome)}", *settings)


def _answer(question: Question, answers: Mapping[str, str], indicator: Indicator, cells: Mapping[str, Cell]) -> Iterator[str]:
    given = {column: label for column, label in answers.items() if cells[column].question == question.id}
    if not given:
        return
    if question.multiple:
        marked = [cells[column].alternative or "" for column, label in given.items() if label == "Ja"]
        yield f"{question.id}:" if marked else f"{question.id}: []"
        yield from (f"  - {_scalar(mark)}" for mark in marked)
        return
    rows = {cells[column].row: label for column, label in given.items()}
    if len(question.rows) > 1 and set(rows) != {indicator.own_row}:
        yield f"{question.id}:"
        yield from (f"  {_scalar(row or '')}: {_scalar(label)}" for row, label in rows.items())
    else:
        yield from (f"{question.id}: {_scalar(label)}" for label in rows.values())


def _scalar(text: str) -> str:
    """A text that YAML reads as itself, quoted where it must be."""
    return text if _PLAIN.fullmatch(text) else "'" + text.replace("'", "''") + "'"
