"""What a sheet says, before it is written: cells with a value and a look. No library of Excel is known here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Look = Literal[
    "text", "name", "long", "count", "share", "withheld", "grön", "gul", "röd", "outcome", "bortfall",
    "title", "note", "heading", "term", "area", "area_key", "subarea", "subarea_key", "head", "head_key",
]  # fmt: skip
"""`_key` are the headers over what tells rows apart; the others stand over results."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; '' is blank. Text is always text, also where it looks like a formula."""

    value: str | float
    look: Look = "text"


@dataclass(frozen=True, slots=True)
class Column:
    """`heads` from the top, none of them blank, the last one the column's own name. `first` begins a new quality area."""

    heads: tuple[str, ...]
    width: float
    key: bool = False
    first: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A title, a note, header rows and a row a thing; each row has a cell for every column. `range` is the name of the data."""

    name: str
    range: str
    title: str
    note: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet to read from top to bottom: a title, then rows of a term and what there is to say of it."""

    name: str
    title: str
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...] = (34, 110)


Sheet = Table | Page


def heading(text: str) -> tuple[Cell, ...]:
    return (Cell(text, "heading"),)


def entry(term: str, text: str, look: Look = "term") -> tuple[Cell, ...]:
    """A row of a page."""
    return Cell(term, look), Cell(text, "long")
