"""What a page does not part: what is short. More would leave too much of the page before empty."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from ojdsl.documents.nodes import DataTable, Field, Flow, Labelled, List, Paragraph

_ROWS, _LETTERS = 10, 600
_SHORT = 120  # letters of a paragraph that is not left alone under its heading


def is_whole(part: DataTable | Field) -> bool:
    """A table, or the row of a field."""
    match part:
        case DataTable(rows=rows):
            return len(rows) <= _ROWS and sum(_letters(cell) for row in rows for cell in row) <= _LETTERS
        case Field(blocks=blocks):
            return _letters(blocks) <= _LETTERS
        case _:
            assert_never(part)


def leans_on_next(block: Paragraph | Labelled, under_heading: bool) -> bool:
    """What says little without what comes next: a short paragraph under a heading, and answers to mark."""
    match block:
        case Paragraph():
            return under_heading and _letters((block,)) <= _SHORT
        case Labelled(blocks=blocks):
            return len(blocks) <= _ROWS and all(isinstance(one, Paragraph) for one in blocks)
        case _:
            assert_never(block)


def _letters(blocks: Iterable[Flow]) -> int:
    return sum(map(_of_one, blocks))


def _of_one(block: Flow) -> int:
    match block:
        case Paragraph(runs=runs):
            return sum(len(one.text) for one in runs)
        case List(items=items):
            return sum(_letters(item.blocks) for item in items)
        case Labelled(label=label, blocks=blocks):
            return len(label) + _letters(blocks)
        case _:
            assert_never(block)
