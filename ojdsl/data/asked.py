"""What one row of answers says of which questions were asked: yes, no, or open (None) where a parent is blank.

Kleene's three values. They may leave open what all completions in fact agree on, but never say yes or no wrongly.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

from ojdsl.model.nodes import And, Asked, Between, Catalogue, Cell, Condition, Count, In, Or, Test
from ojdsl.model.numbers import label_of, labels_in

Truth = bool | None


def own_columns(catalogue: Catalogue) -> tuple[str, ...]:
    """The columns of the area's own section: those that the gate closes."""
    section = catalogue.area.section
    return tuple(cell.column for question in catalogue.questions if question.section == section for cell in question.cells)


def is_asked(cell: Cell, cells: Mapping[str, Cell], row: Mapping[str, str]) -> Truth:
    """Whether the cell was asked; `cells` are all cells by column, `row` the answers (see `ojdsl.logic.interpret.prepared`)."""
    return True if cell.asked_if is None else holds(cell.asked_if, cells, row)


def holds(condition: Condition, cells: Mapping[str, Cell], row: Mapping[str, str]) -> Truth:
    """Whether a condition is true of the answers."""
    match condition:
        case In(column) | Between(column):
            return _all_of((is_asked(cells[column], cells, row), _passes(cells[column], condition, row[column])))
        case Asked(column):
            return is_asked(cells[column], cells, row)
        case And(args):
            return _all_of(holds(arg, cells, row) for arg in args)
        case Or(args):
            return _between(1, len(args), [holds(arg, cells, row) for arg in args])
        case Count(least, most, args):
            return _between(least, most, [holds(arg, cells, row) for arg in args])
        case _:
            assert_never(condition)


def _passes(cell: Cell, test: Test, answer: str) -> Truth:
    """Whether the answer of an asked cell passes a test."""
    labels = labels_in(cell, test)
    if answer:
        return label_of(cell, answer) in labels
    possible = {label in labels for label in cell.labels}
    return possible.pop() if len(possible) == 1 else None


def _all_of(truths: Iterable[Truth]) -> Truth:
    found = set(truths)
    return False if False in found else None if None in found else True


def _between(least: int, most: int, truths: list[Truth]) -> Truth:
    """Whether at least `least` and at most `most` are true."""
    sure, possible = truths.count(True), len(truths) - truths.count(False)
    if least <= sure and possible <= most:
        return True
    return False if possible < least or most < sure else None
