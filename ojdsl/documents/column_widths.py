"""How wide the columns of a table should be: in characters, whatever the letters are."""

from __future__ import annotations

import re
from math import isqrt

from ojdsl.documents.nodes import DataTable, Paragraph

_WORDS = re.compile(r"\s+|(?<=-)")  # where lines break


def column_widths(table: DataTable, characters: int, edges: int) -> list[int]:
    """About how many characters a line of each column holds: its longest word, and of what is left by the root of the need.

    The root, since a column of long texts needs more, but not in proportion. `edges` are those of a cell. Where the longest
    words of all columns do not fit into `characters`, the widths are more than that together.
    """
    columns = [[name, *(_text(row[at]) for row in table.rows)] for at, name in enumerate(table.header)]
    least = [max(len(word) for text in column for word in _WORDS.split(text)) + edges for column in columns]
    needs = [isqrt(100 * max(max(map(len, column)) + edges - low, 0)) for column, low in zip(columns, least, strict=True)]
    spare = max(characters - sum(least), 0)
    return [low + spare * need // max(sum(needs), 1) for low, need in zip(least, needs, strict=True)]


def fitted(widths: list[int], whole: int) -> list[int]:
    """The widths, the widest cut to one width so that they are at most `whole` together: long codes break, months do not."""
    widest = next((most for most in range(max(widths), 0, -1) if sum(min(most, width) for width in widths) <= whole), 1)
    return [min(widest, width) for width in widths]


def _text(cell: tuple[Paragraph, ...]) -> str:
    return " ".join("".join(run.text for run in one.runs) for one in cell)
