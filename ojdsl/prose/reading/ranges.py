"""Whole numbers as answers: `8–14 dagar`, `minst 15 dagar`, `något annat än 0 dagar`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lark import Token

from ojdsl.model.nodes import Between, Cell, Number, Range
from ojdsl.prose.reading.misread import Stop
from ojdsl.prose.reading.names import place


def numbers_of(answers: Any, cell: Cell) -> Between:
    """The numbers as a test of a cell of numbers; the noun after them must be the question's own."""
    if cell.number is None:
        raise Stop(answers.meta.start_pos, "answer")
    said, *unit = answers.children
    if unit and " ".join(unit[0].split()) != cell.number.unit:
        raise Stop(place(unit[0]), "answer", (cell.number.unit,) if cell.number.unit else ())
    ranges = tuple(_range(node, cell.number) for node in _each(said))
    for (low, high), node in zip(ranges, _each(said), strict=True):
        if not cell.number.min <= low <= high <= cell.number.max:
            raise Stop(place(node.children[0]), "answer", (f"{cell.number.min}–{cell.number.max}",))
    if answers.data == "one_of_numbers":
        return Between(cell.column, _together(ranges))
    return Between(cell.column, _others(_together(ranges), cell.number), ranges)


def _each(node: Any) -> list[Any]:
    """The ranges below a node, in order."""
    if isinstance(node.children[0], Token):
        return [node]
    return [found for child in node.children for found in _each(child)]


def _range(node: Any, number: Number) -> Range:
    ends = [int(token[:12]) for token in node.children]
    match node.data, ends:
        case "from", [low]:
            return low, number.max
        case "to", [high]:
            return number.min, high
    return ends[0], ends[-1]


def _together(ranges: Sequence[Range]) -> tuple[Range, ...]:
    """Rising, without numbers in common; those without a number between them are one."""
    found: list[Range] = []
    for low, high in sorted(ranges):
        if found and low - found[-1][1] <= 1:
            low, high = found[-1][0], max(high, found.pop()[1])
        found.append((low, high))
    return tuple(found)


def _others(ranges: Sequence[Range], number: Number) -> tuple[Range, ...]:
    ends = [number.min - 1, *(end for one in ranges for end in one), number.max + 1]
    gaps = zip(ends[::2], ends[1::2], strict=True)
    return tuple((before + 1, after - 1) for before, after in gaps if after - before > 1)
