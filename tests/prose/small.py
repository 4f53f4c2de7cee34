"""A few questions of every form, for sentences."""

from __future__ import annotations

from dataclasses import replace

from ojdsl.model.nodes import Alternative, AnswerKind, Cell, In, Number, Question, Row
from ojdsl.testing.random_questions import NOWHERE


def _question(name: str, labels: tuple[str, ...], rows: tuple[str, ...] = (), multiple: bool = False) -> Question:
    alternatives = tuple(Alternative(label, label.lower(), label, AnswerKind.OTHER) for label in labels)
    named = tuple(Row(row, row.lower(), row) for row in rows)
    cells: list[Cell] = []
    for row in named or (None,):
        column, label = (f"{name}_{row.slug}", row.label) if row else (name, None)
        if multiple:
            cells += [Cell(f"{column}_{one.code}", name, label, one.label, "mark", ("Ja", "Nej"), None) for one in alternatives]
        else:
            cells.append(Cell(column, name, label, None, "choice", labels, None))
    return Question(
        name, f"{name}?", alternatives, named, multiple, False, "G", None, None, None, (), "paraphrased", None, None, None,
        tuple(cells), NOWHERE,
    )  # fmt: skip


def _follow_up(question: Question, condition: In) -> Question:
    cells = tuple(replace(cell, asked_if=condition) for cell in question.cells)
    return replace(question, asked_if=condition, cells=cells)


def number_question(name: str, number: Number) -> Question:
    """A question that is answered with a whole number."""
    cell = Cell(name, name, None, None, "number", (str(number.min),), None, number)
    return replace(_question(name, ()), alternatives=(), cells=(cell,), number=number)


QUESTIONS = (
    _question("G1", ("Ja", "Nej", "Ej aktuellt")),
    _follow_up(_question("G1a", ("Ja", "Nej")), In("G1", ("Ja",))),
    _question("G2", ("Ja", "Nej"), ("X", "Y", "Z")),
    _question("G3", ("Ja", "Nej"), ("X",)),
    _question("G4", ("Ja", "Nej")),
    _question("G5", ("A", "B", "C"), multiple=True),
    _question("G6", ("A", "B"), ("X", "Y"), multiple=True),
)
