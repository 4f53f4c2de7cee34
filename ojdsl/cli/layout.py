"""Text for a terminal of a hundred characters: paragraphs, lists and aligned columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from textwrap import fill, wrap

from ojdsl.prose.phrase import Phrase

WIDTH = 100
_GAP, _NARROWEST = 2, 4
_ID = re.compile(r"(\([A-ZÅÄÖ]+\)[\d.]+) ([a-zåäö])\b")  # (G)2 a is one word


def paragraph(text: str, indent: int = 0, label: str = "") -> str:
    """A text between margins, after a label if there is one; the label and the text's first line share it."""
    start = " " * indent + label
    joined = _ID.sub("\\1\N{NO-BREAK SPACE}\\2", " ".join(text.split()))
    lines = fill(joined, WIDTH, initial_indent=start, subsequent_indent=" " * len(start), break_on_hyphens=False)
    return lines.replace("\N{NO-BREAK SPACE}", " ")


def blocks(text: str, indent: int) -> str:
    """A text of several paragraphs and lists."""
    parts = re.split(r"\n(?:\s*\n|(?=\s*- ))", text.strip())
    return "\n".join(paragraph(part, indent) for part in parts)


def phrased(phrase: Phrase, indent: int, label: str = "") -> str:
    """A sentence and the list below it."""
    items = [phrased(item, indent + len(label) + 2, "– ") for item in phrase.items]
    return "\n".join((paragraph(phrase.text, indent, label), *items))


def columns(rows: Iterable[Sequence[str]], indent: int = 0) -> str:
    """Rows of cells under each other. The widest columns give way, by breaking their lines, until a row fits; up to 16 do."""
    table = [tuple(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    while sum(widths) + _GAP * (len(widths) - 1) + indent > WIDTH and max(widths, default=0) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    lines = []
    for row in table:
        cells = [wrap(cell, width, break_on_hyphens=False) or [""] for cell, width in zip(row, widths, strict=True)]
        for number in range(max(map(len, cells))):
            parts = (cell[number] if number < len(cell) else "" for cell in cells)
            line = (" " * _GAP).join(part.ljust(width) for part, width in zip(parts, widths, strict=True))
            lines.append((" " * indent + line).rstrip())
    return "\n".join(lines)


def section(heading: str, *content: str) -> str:
    """A heading and what stands under it; nothing when that is nothing."""
    inside = "\n".join(part for part in content if part)
    return f"\n{heading}\n{inside}\n" if inside else ""
