"""How the small workbook looks: colours, headers that stay, filters, names, print set-up, sizes."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from ojdsl.data.workbook.looks import COLOURS, GREY, LOOKS
from ojdsl.data.workbook.sheet import Cell, Column
from ojdsl.data.workbook.sizes import header_height, header_width, pages_wide, row_heights
from ojdsl.data.workbook.texts import municipal_groups, phrase_lines, several_lines
from ojdsl.prose.phrase import Phrase

from .small import catalogue
from .test_to_workbook import TABLES, content


@pytest.fixture(scope="module")
def book() -> Any:
    return openpyxl.load_workbook(BytesIO(content()))


# --- how it looks and is used -------------------------------------------------------------------------------------------


def test_colours(book: Any) -> None:
    sheet = book["Kommuner och stadsdelar"]
    cells = {"G6": COLOURS["grön"], "H9": COLOURS["gul"], "G9": COLOURS["röd"], "G7": GREY}
    for name, pair in cells.items():
        found = (sheet[name].fill.start_color.rgb, sheet[name].font.color.rgb)
        assert found == tuple(colour.replace("#", "FF") for colour in pair)
    assert sheet["H6"].fill.fill_type is None
    assert {sheet[name].value for name in cells} == {"Ja", "Delvis", "Nej", "Bortfall"}


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("look", LOOKS)
def test_the_words_can_be_read_on_their_colours(look: Any) -> None:
    pair = (LOOKS[look].get("bg_color", "#FFFFFF"), LOOKS[look].get("font_color", "#000000"))
    light, dark = sorted(map(_luminance, pair), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 7


def test_headers_stay_and_have_filters(book: Any) -> None:
    assert [book[name].freeze_panes for name in TABLES] == ["B6", "B6", "B6", "B4", "B6", "B4"]
    filters = ["A5:I9", "A5:E6", "A5:E8", "A3:J5", "A5:F12", "A3:M6"]
    assert [book[name].auto_filter.ref for name in TABLES] == filters
    for name in TABLES:
        sheet = book[name]
        top = int(sheet.freeze_panes[1:])
        assert all(cell.value for row in sheet.iter_rows(min_row=3, max_row=top - 1) for cell in row)
        assert not sheet.merged_cells.ranges


def test_whoever_hears_the_workbook_meets_every_sheet_with_its_title_first(book: Any) -> None:
    for sheet in book:
        assert (sheet.sheet_state, sheet.sheet_view.showGridLines) == ("visible", False)
        assert sheet["A1"].value, "a screen reader begins in the first cell"
        assert not sheet.merged_cells.ranges
        assert not sheet._images
        assert not sheet._charts
        assert not [one for one in (*sheet.row_dimensions.values(), *sheet.column_dimensions.values()) if one.hidden]
    assert book.active.title == book.sheetnames[0]


def test_the_data_have_names(book: Any) -> None:
    names = {name: book.defined_names[name].attr_text for name in book.defined_names}
    assert names["data_kommuner_och_stadsdelar"] == "'Kommuner och stadsdelar'!$A$5:$I$9"
    assert names["TitleRegion1.A5.I9.2"] == "'Kommuner och stadsdelar'!$A$5"
    assert len(names) == 2 * len(TABLES)


def test_print_setup(book: Any) -> None:
    for name in TABLES:
        sheet = book[name]
        assert (sheet.page_setup.orientation, sheet.sheet_properties.pageSetUpPr.fitToPage) == ("landscape", True)
        assert sheet.print_title_rows == f"${3}:${int(sheet.freeze_panes[1:]) - 1}"
        assert sheet.print_title_cols == "$A:$A"
        assert str(sheet["A1"].value) == sheet.oddHeader.left.text
        assert str(sheet["A2"].value) == sheet.oddFooter.left.text
    assert book["Riket"].page_setup.fitToWidth in (None, 1)


# --- texts and sizes ----------------------------------------------------------------------------------------------------


def test_the_year_of_the_grouping_is_its_own() -> None:
    groups = tuple(replace(group, valid_from="2023-01-01") for group in catalogue().round.register.groups)
    dated = replace(catalogue().round, register=replace(catalogue().round.register, groups=groups))
    assert municipal_groups(replace(catalogue(), round=dated)) == "Kommungrupp (SKR 2023)"


def test_texts_in_a_cell() -> None:
    assert several_lines("En\nrad.\n\n\nNy *rad* 3*4.\n- a\n- b\n") == "En rad.\nNy rad 3*4.\n• a\n• b"
    assert several_lines("") == ""
    inner = Phrase("en:", (Phrase("två"), Phrase("tre", (Phrase("fyra"),))))
    assert phrase_lines([inner, Phrase("slut")]) == "en:\n• två\n• tre\n    • fyra\nslut"


def test_columns_are_as_wide_as_their_longest_word_and_headers_not_too_high() -> None:
    assert header_width(("Verksamhetsområde", "Ja"), 8) == 18
    assert header_width(("Missbruks-beroende",), 8) == 11
    assert header_width(("a", "b", "ord " * 30), 8) > 20
    assert header_height([Column(("ett två tre",), 4)], 0) > header_height([Column(("ett",), 4)], 0)
    assert pages_wide([Column(("a",), 30), *[Column(("b",), 100)] * 4]) == 2


def test_rows_are_as_high_as_their_text() -> None:
    one, two, many = (Cell("ord " * number, "long") for number in (1, 10, 60))
    assert len(set(row_heights([[one], [two]], [30]))) == 1
    low, high = row_heights([[one], [many]], [30])
    assert low < 20 < 100 < high
    assert row_heights([[Cell("ord " * 2000, "long")]], [30]) == [409]
    assert row_heights([], [30]) == []
