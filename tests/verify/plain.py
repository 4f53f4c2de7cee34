"""Bilaga 2 as plain text, the way that a word processor saves it: a line for each paragraph, lists with their marks."""

from __future__ import annotations

from ojdsl.verify.lines import Line, Written
from ojdsl.verify.read import read_document


def plain_text(page: bytes) -> str:
    """What a page says, without what it looks like."""
    return "".join(f"{_line(line)}\n" for line in read_document("bilaga2.html", page).lines)


def as_plain(page: bytes) -> Written:
    """The same, read as a document."""
    return read_document("bilaga2.txt", plain_text(page).encode())


def _line(line: Line) -> str:
    return f"{'    ' * (line.depth - 1)}• {line.text}" if line.role == "item" else line.text
