"""A table of texts, as a file of answers holds it, before anything is known of what the columns mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from ojdsl.diagnostics.fact import Diagnostic, Place, Position

LARGEST_WIDTH = 16_384
"""The most columns that are read: as many as a sheet of Excel can have. It bounds the work that garbage can cause."""


class Record(Protocol):
    """One row: its values as written, the line it starts on (from 1), and where it and each of its values stand."""

    @property
    def values(self) -> tuple[str, ...]: ...

    @property
    def line(self) -> int: ...

    @property
    def fault(self) -> Diagnostic | None:
        """Why the row could not be read; its values mean nothing then."""

    def whole(self) -> Place: ...

    def place(self, index: int) -> Place: ...


@dataclass(frozen=True, slots=True)
class Table:
    """The header and the rows below it; the rows may be read as they are asked for, once."""

    header: Record
    records: Iterable[Record]


@dataclass(frozen=True, slots=True)
class SheetRecord:
    """A row of a workbook or of another table that is not text; places are row and column numbers."""

    file: str
    line: int
    values: tuple[str, ...]
    fault: Diagnostic | None = None

    def whole(self) -> Position:
        return Position(self.file, self.line, 1, self.line, len(self.values) + 1)

    def place(self, index: int) -> Position:
        return Position(self.file, self.line, index + 1, self.line, index + 2)


def as_text(value: object) -> str:
    """The text of a value from a typed table: whole numbers without decimals, nothing as ''."""
    if value is None or value != value:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
