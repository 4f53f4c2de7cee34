"""A sheet of an Excel workbook to records, by openpyxl (extra `excel`)."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from ojdsl.data.extras import MissingExtra
from ojdsl.data.table import LARGEST_WIDTH, SheetRecord, Table, as_text
from ojdsl.diagnostics.fact import Diagnostic, Position
from ojdsl.diagnostics.near import nearest

_LARGEST = 1_000_000_000
"""Bytes a workbook may have once unpacked; more is a fault or an attack."""


def read_excel(name: str, data: bytes, sheet: str | None) -> Table | Diagnostic | MissingExtra:
    """The table in the sheet called `sheet`, or in the first one. Formulas count as their last computed values."""
    try:
        import openpyxl
    except ImportError:
        return MissingExtra("excel")
    unreadable = Diagnostic("OJ607", Position(name), {"format": "Excel"})
    if _unpacked(data) > _LARGEST:
        return unreadable
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about parts of a workbook that are not read, such as drop-down lists
            book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
            names: tuple[str, ...] = tuple(book.sheetnames)
            if sheet is not None and sheet not in names:
                return Diagnostic("OJ608", Position(name), {"sheet": sheet, "sheets": names, "near": nearest(sheet, names)})
            rows = _rows(book[sheet or names[0]], name)
    except Exception:  # any bytes may call themselves a workbook, and openpyxl says so in many ways
        return unreadable
    return Table(rows[0], rows[1:]) if rows else Diagnostic("OJ602", Position(name))


def _unpacked(data: bytes) -> int:
    try:
        with ZipFile(BytesIO(data)) as archive:
            return sum(member.file_size for member in archive.infolist())
    except BadZipFile:
        return 0  # openpyxl will refuse it


def _rows(sheet: Any, name: str) -> list[SheetRecord]:
    """The rows that are not empty, all at least as wide as the header; what is empty to the right does not count."""
    if hasattr(sheet, "reset_dimensions"):
        sheet.reset_dimensions()  # what a workbook says of its own size is often wrong
    rows: list[SheetRecord] = []
    for line, cells in enumerate(sheet.iter_rows(values_only=True, max_col=LARGEST_WIDTH), start=1):
        values = [as_text(cell) for cell in cells]
        while values and not values[-1].strip():
            values.pop()
        if values:
            width = len(rows[0].values) if rows else 0
            rows.append(SheetRecord(name, line, (*values, *[""] * (width - len(values)))))
    return rows
