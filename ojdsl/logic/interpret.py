"""The semantics of answers, by plain enumeration of every completion: the reference that all engines are held against.

A blank number is completed with one number of each interval that no condition cuts: the others pass the same tests.
Slow on purpose and sharing nothing with the rest but the trees; the words it follows are those of the contract, "Semantics
of answers". Use `ojdsl.logic.space` to prove things and the generated evaluator to compute results.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from ojdsl.model.nodes import NONRESPONSE, And, Asked, Between, Catalogue, Cell, Condition, Count, In, Indicator, Or, cells_of


def interpret(indicator: Indicator, catalogue: Catalogue, answers: Mapping[str, str]) -> str:
    """The outcome that all completions of the answers (column → label, '' or left out when blank) give, otherwise Bortfall."""
    cells = {cell.column: cell for cell in catalogue.cells()}
    given = prepared(catalogue, answers)
    choices = [(given[column],) if given[column] else cells[column].labels for column in indicator.cells]
    outcomes = {
        outcome_of(indicator, effective(dict(zip(indicator.cells, completion, strict=True)), cells))
        for completion in product(*choices)
    }
    return outcomes.pop() if len(outcomes) == 1 else NONRESPONSE


def prepared(catalogue: Catalogue, answers: Mapping[str, str]) -> dict[str, str]:
    """The raw cells: the area's own are blank when it was declined; unmarked is Nej where the question says so."""
    given = {cell.column: answers.get(cell.column, "") for cell in catalogue.cells()}
    for question in catalogue.questions:
        if question.section == catalogue.area.section and answers.get(catalogue.area.gate) == "Nej":
            given |= dict.fromkeys((cell.column for cell in question.cells), "")
        for row in question.rows or (None,):
            marks = [cell.column for cell in question.cells if cell.row == (row.label if row else None)]
            if question.blank_is_unmarked and any(given[column] == "Ja" for column in marks):
                given |= {column: given[column] or "Nej" for column in marks}
    return given


def effective(completion: Mapping[str, str], cells: Mapping[str, Cell]) -> dict[str, str | None]:
    """The answers of the cells that were asked; None for the others."""
    values: dict[str, str | None] = {}

    def value(column: str) -> str | None:
        if column not in values:
            condition = cells[column].asked_if
            asked = condition is None or holds(condition, {parent: value(parent) for parent in cells_of(condition)})
            values[column] = completion[column] if asked else None
        return values[column]

    return {column: value(column) for column in completion}


def holds(condition: Condition, values: Mapping[str, str | None]) -> bool:
    """Whether a condition is true of effective values."""
    match condition:
        case In(cell, labels):
            return values[cell] in labels
        case Between(cell, ranges):
            return any(low <= int(values[cell] or -1) <= high for low, high in ranges)
        case Asked(cell):
            return values[cell] is not None
        case And(args):
            return all(holds(arg, values) for arg in args)
        case Or(args):
            return any(holds(arg, values) for arg in args)
        case Count(least, most, args):
            return least <= sum(holds(arg, values) for arg in args) <= most


def outcome_of(indicator: Indicator, values: Mapping[str, str | None]) -> str:
    """The outcome of one completion: that of the clause that holds, otherwise that of `annars`."""
    for clause in indicator.clauses:
        if clause.condition is None or holds(clause.condition, values):
            return clause.outcome
    return NONRESPONSE
