"""Whole numbers as answers, in Swedish: `8–14 dagar`, `minst 15 dagar`, `högst 3 dagar`, `0 dagar`, `1 (dagar)`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ojdsl.model.nodes import Between, Cell, Number, Question, Range
from ojdsl.model.numbers import test_of
from ojdsl.prose.facts import swedish_list

_ENDS_IN_ONE = re.compile(r"(?<![0-9])1$")


def numbers(ranges: Sequence[Range], cell: Cell) -> str:
    """Ranges of a cell's numbers with "eller" between them; the unit is said once, last; after 1 as in the head of a
    table, for it is a plural."""
    if cell.number is None:
        return ""
    said = swedish_list([range_text(one, cell.number) for one in ranges], "eller")
    unit = cell.number.unit
    if not unit:
        return said
    return f"{said} ({unit})" if _ENDS_IN_ONE.search(said) else f"{said} {unit}"


def labels_text(labels: tuple[str, ...], cell: Cell) -> str:
    """What the labels of a cell with numbers stand for, as `numbers` says it."""
    test = test_of(cell, labels)
    return numbers(test.ranges, cell) if isinstance(test, Between) else ""


def range_text(one: Range, number: Number) -> str:
    """One range, also as rules write it."""
    low, high = one
    if low == high:
        return str(low)
    if high == number.max:
        return f"minst {low}"
    return f"högst {high}" if low == number.min else f"{low}–{high}"


def range_in_table(one: Range, number: Number) -> str:
    """One range as a cell of a table has it: `0`, `8–14`, `15 eller mer`."""
    low, high = one
    return str(low) if low == high else f"{low} eller mer" if high == number.max else f"{low}–{high}"


def number_text(number: Number) -> str:
    """What a question asks for: `ett helt tal, 0–365 dagar`."""
    return f"ett helt tal, {number.min}–{number.max} {number.unit}".rstrip()


def answers_text(question: Question) -> str:
    """What a question can be answered with, on one line."""
    if question.number is not None:
        return number_text(question.number)
    return " / ".join(one.text for one in question.alternatives) or "fritext"
