"""Writes sheets by xlsxwriter: headers that stay, filters, print set-up and names. (xlsxwriter has no types, hence Any.)"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, assert_never

from ojdsl.data.workbook.looks import FIRST, LOOKS
from ojdsl.data.workbook.sheet import Cell, Column, Look, Page, Sheet, Table
from ojdsl.data.workbook.sizes import header_height, pages_wide, row_heights

HEADER_ROW = 2
"""The first header row, counted from 0: a title and a note stand above it."""
_A4 = 9
_PAGE = "&R&8&A, sida &P av &N"
_FORMULA = ("=", "+", "-", "@")
_LEVELS: tuple[tuple[Look, Look], ...] = (("area_key", "area"), ("subarea_key", "subarea"), ("head_key", "head"))


class Writer:
    """Writes sheets into one book, and makes each format once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._formats: dict[tuple[Look, bool, bool], Any] = {}
        self._count = 0

    def write(self, sheet: Sheet) -> None:
        """Adds a sheet after those that were written before."""
        self._count += 1
        target = self._book.add_worksheet(sheet.name)
        self._cell(target, 0, 0, Cell(sheet.title, "title"))
        target.set_row(0, 24)
        target.hide_gridlines(2)
        target.set_paper(_A4)
        target.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.7)
        match sheet:
            case Table():
                self._table(target, sheet)
            case Page():
                self._page(target, sheet)
            case _:
                assert_never(sheet)

    def _page(self, target: Any, page: Page) -> None:
        target.set_footer(_PAGE)
        for column, width in enumerate(page.widths):
            target.set_column(column, column, width)
        for row, (cells, height) in enumerate(zip(page.rows, row_heights(page.rows, page.widths), strict=True), start=1):
            target.set_row(row, 30 if cells[0].look == "heading" else height)
            for column, cell in enumerate(cells):
                self._cell(target, row, column, cell)
        target.fit_to_pages(1, 0)

    def _table(self, target: Any, table: Table) -> None:
        top = HEADER_ROW + len(table.columns[0].heads)
        self._cell(target, 1, 0, Cell(table.note, "note"))
        self._headers(target, table.columns)
        heights = row_heights(table.rows, [column.width for column in table.columns])
        for row, (cells, height) in enumerate(zip(table.rows, heights, strict=True), start=top):
            target.set_row(row, height)
            for at, (column, cell) in enumerate(zip(table.columns, cells, strict=True)):
                self._cell(target, row, at, cell, column.first)
        self._handling(target, table, top)
        _print_setup(target, table, top)

    def _headers(self, target: Any, columns: Sequence[Column]) -> None:
        levels = len(columns[0].heads)
        for level, looks in enumerate(_LEVELS[-levels:]):
            target.set_row(HEADER_ROW + level, header_height(columns, level))
            for at, column in enumerate(columns):
                self._cell(target, HEADER_ROW + level, at, Cell(column.heads[level], looks[not column.key]), column.first)
        for at, column in enumerate(columns):
            target.set_column(at, at, column.width)

    def _handling(self, target: Any, table: Table, top: int) -> None:
        """Headers that stay, filters, and names: of the data, and of its headers for screen readers (JAWS, NVDA)."""
        last, right = top + len(table.rows) - 1, len(table.columns) - 1
        corner, end = _address(top - 1, 0), _address(last, right)
        place = f"='{table.name}'!"
        target.freeze_panes(top, 1)
        target.autofilter(top - 1, 0, last, right)
        target.ignore_errors({"number_stored_as_text": f"A1:{end}"})  # codes such as 0114 are text, and no mistake
        self._book.define_name(f"data_{table.range}", f"{place}{_absolute(top - 1, 0)}:{_absolute(last, right)}")
        self._book.define_name(f"TitleRegion1.{corner}.{end}.{self._count}", f"{place}{_absolute(top - 1, 0)}")

    def _cell(self, target: Any, row: int, column: int, cell: Cell, first: bool = False) -> None:
        """A text is never taken as a formula, nor when someone edits it later."""
        quoted = isinstance(cell.value, str) and cell.value.startswith(_FORMULA)
        look = self._format(cell.look, first, quoted)
        if isinstance(cell.value, str):
            write = target.write_string if cell.value else target.write_blank
            write(row, column, cell.value, look)
        else:
            target.write_number(row, column, cell.value, look)

    def _format(self, look: Look, first: bool, quoted: bool) -> Any:
        key = look, first, quoted
        if key not in self._formats:
            self._formats[key] = self._book.add_format({**LOOKS[look], **(FIRST if first else {}), "quote_prefix": quoted})
        return self._formats[key]


def _print_setup(target: Any, table: Table, top: int) -> None:
    """The title and the note are on every page, outside the print area: in a cell they would be cut off on some."""
    target.set_header(f'&L&"-,Bold"&11{_printed(table.title)}')
    target.set_footer(f"&L&8{_printed(table.note)}{_PAGE}")
    target.print_area(HEADER_ROW, 0, top + len(table.rows) - 1, len(table.columns) - 1)
    target.set_landscape()
    target.print_across()
    target.repeat_rows(HEADER_ROW, top - 1)
    target.repeat_columns(0)
    target.fit_to_pages(pages_wide(table.columns), 0)


def _printed(text: str) -> str:
    """A text in a header or footer, which holds 255 characters in all."""
    return text.replace("&", "&&")[:220]


def _address(row: int, column: int) -> str:
    return f"{_letters(column)}{row + 1}"


def _absolute(row: int, column: int) -> str:
    return f"${_letters(column)}${row + 1}"


def _letters(column: int) -> str:
    before, last = divmod(column, 26)
    return (_letters(before - 1) if before else "") + chr(ord("A") + last)
