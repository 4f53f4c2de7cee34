"""How wide columns and how high rows must be for their text: estimates for Calibri, on the safe side.

Heights are set and not left to the reader's program, since not all of them fit rows to wrapped text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count
from math import ceil
from textwrap import wrap

from ojdsl.data.workbook.sheet import Cell, Column, Look

_WRAPPED: frozenset[Look] = frozenset(("text", "name", "long", "term"))
_MOST_LINES = (2, 3, 5)
"""Of each header row, where the words are short enough; what stays on the screen must leave space for results."""
_HIGHEST = 409.0
_PRINTED = 230
"""The width of what can be read on a landscape A4."""


def fitting(texts: Iterable[str], least: float = 8, most: float = 70) -> float:
    """A column where each of the texts stands on one line."""
    return min(most, max([least, *(len(text) + 2.5 for text in texts)]))


def header_width(heads: Sequence[str], least: float) -> float:
    """A column where no word of the headers is broken, and where they are not too high. Words may part after a hyphen."""
    words = (word for head in heads for word in head.replace("-", "- ").split())
    longest = max([least, *(len(word) + 1.0 for word in words)])
    return next(width for more in count() if _low(heads, width := longest + more))


def header_height(columns: Sequence[Column], level: int) -> float:
    """A row where the header of every column fits, with some space for the button of the filter."""
    return 13.5 * max((_header_lines(column.heads[level], column.width) for column in columns), default=1) + 8


def row_heights(rows: Sequence[Sequence[Cell]], widths: Sequence[float]) -> list[float]:
    """Rows of one or two lines are all made alike, so that they can be sorted."""
    heights = [min(_HIGHEST, 14.6 * _row_lines(row, widths) + 4.4) for row in rows]
    highest = max(heights, default=0)
    return [highest] * len(heights) if highest <= 34 else heights


def pages_wide(columns: Sequence[Column]) -> int:
    """How many pages across, so that the print can be read; the first column stands on each."""
    return ceil(sum(column.width for column in columns[1:]) / (_PRINTED - columns[0].width))


def _low(heads: Sequence[str], width: float) -> bool:
    return all(_header_lines(head, width) <= most for head, most in zip(heads, _MOST_LINES, strict=False))


def _header_lines(text: str, width: float) -> int:
    return len(wrap(text, int(1.1 * width)))


def _row_lines(row: Sequence[Cell], widths: Sequence[float]) -> int:
    cells = zip(row, widths, strict=False)
    return max([1, *(_lines(str(cell.value), width) for cell, width in cells if cell.look in _WRAPPED)])


def _lines(text: str, width: float) -> int:
    return sum(max(1, len(wrap(part, int(1.1 * width - 1)))) for part in text.split("\n"))
