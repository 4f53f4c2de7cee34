"""Answers to questions that were not asked: warnings, since such an answer does not count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ojdsl.data.answers import AnswerRow, Answers
from ojdsl.data.asked import is_asked, own_columns
from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.logic.interpret import prepared
from ojdsl.model.nodes import Catalogue, Cell, cells_of


def not_asked(catalogue: Catalogue, answers: Answers) -> list[Diagnostic]:
    """A warning for each answer that cannot count, in the order of the file, then of the survey.

    OJ651: the row's other answers say for sure that the question was not asked. OJ652: the unit declined the area.
    The facts `unit`, `column` and `answer` are always there.
    """
    own = frozenset(own_columns(catalogue))
    return [fault for row in answers.rows for fault in _in_row(catalogue, own, row)]


def _in_row(catalogue: Catalogue, own: frozenset[str], row: AnswerRow) -> Iterator[Diagnostic]:
    cells, gate = catalogue.cell_of, catalogue.area.gate
    declined = row.values[gate] == "Nej"
    values = prepared(catalogue, row.values)
    for column, cell in cells.items():
        if not row.values[column]:
            continue
        facts = {"unit": row.unit, "column": column, "answer": row.values[column]}
        if declined and column in own:
            yield Diagnostic("OJ652", row.place(column), facts | {"gate": gate})
        elif is_asked(cell, cells, values) is False:
            yield Diagnostic("OJ651", row.place(column), {**facts, "because": _because(cell, cells, values)})


def _because(cell: Cell, cells: Mapping[str, Cell], row: Mapping[str, str]) -> tuple[str, ...]:
    """The answers that decide that a cell was not asked, as `column = label`; of a parent not asked, those above it."""
    if cell.asked_if is None:
        return ()
    above = cells_of(cell.asked_if)
    reasons: list[str] = []
    for parent in (cells[column] for column in cells if column in above):
        if is_asked(parent, cells, row) is False:
            reasons += _because(parent, cells, row)
        elif row[parent.column]:
            reasons.append(f"{parent.column} = {row[parent.column]}")
    return tuple(dict.fromkeys(reasons))
