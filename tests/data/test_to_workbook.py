"""The workbook, opened again and compared cell by cell."""

from __future__ import annotations

import sys
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from ojdsl import __version__
from ojdsl.data.engine import load_engine
from ojdsl.data.outcomes import outcomes
from ojdsl.data.shares import shares
from ojdsl.data.table import MissingExtra
from ojdsl.data.to_workbook import COLOURS, GREY, to_workbook

from .small import ENGINE, answers_of, catalogue

UNITS = """\
enhet,namn,slag,kommun,lan,befolkningsklass,kommungrupp,giltig_fran,giltig_till,eftertradare,kalla
0114,=HYPERLINK("x"),kommun,0114,01,3,A2,,,,scb
0115,+1,kommun,0115,01,3,A2,,,,scb
2584,Kiruna,kommun,2584,25,1,C9,,,,scb
""".replace('=HYPERLINK("x")', '"=HYPERLINK(""x"")"')
ROWS = [
    {
        "enhet": "0114",
        "G15": "Ja",
        "G15a": "Ja",
        "M5": "Ej aktuellt",
        "M1": "Kan inte svara",
        "G8_1": "Ja, annan",
        "G8a": "hemligt",
    },
    {"enhet": "2584", "G15": "Nej", "M5": "Ja, men inte för vissa", "M1": "Inom 3 dagar"},
]


def content() -> bytes:
    spec = catalogue(UNITS)
    answers = answers_of(ROWS, spec)
    found = outcomes(spec, answers, load_engine(ENGINE))
    data = to_workbook(spec, answers, found, shares(spec, found))
    assert isinstance(data, bytes)
    return data


@pytest.fixture(scope="module")
def book() -> Any:
    return openpyxl.load_workbook(BytesIO(content()))


def values(sheet: Any) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_the_units(book: Any) -> None:
    assert values(book["Enheter"]) == [
        ["Kod", "Enhet", "Län", "Befolkningsklass", "Kommungrupp", "=1+1", "Metod", "Tid"],
        ["0114", '=HYPERLINK("x")', "Stockholms län", "Grupp 3", "Pendlingskommun", "Ja", "Ej aktuellt", None],
        ["0115", "+1", "Stockholms län", "Grupp 3", "Pendlingskommun", "Bortfall", "Bortfall", "Bortfall"],
        ["2584", "Kiruna", "Norrbottens län", "Grupp 1", "Landsbygdskommun, med besöksnäring", "Nej", "Delvis", "Inom 3 dagar"],
    ]


def test_the_shares(book: Any) -> None:
    rows = values(book["Andelar"])
    assert rows[0] == ["Nivå", "Grupp", "Namn", "=1+1", "Metod"]
    assert rows[1] == ["Riket", "riket", "Riket", "..", ".."]
    assert rows[4] == ["Län", "25", "Norrbottens län", 0, 0]
    assert book["Andelar"]["D5"].number_format == "0 %"
    assert len(rows) == 1 + 12 + 2
    assert str(rows[-1][0]).startswith(".. betyder att andelen inte redovisas: fler än 20 procent")


def test_no_text_is_a_formula(book: Any) -> None:
    for sheet in book:
        for row in sheet.iter_rows():
            assert {cell.data_type for cell in row if cell.value is not None} <= {"s", "n"}
            assert all(cell.data_type == "s" for cell in row if isinstance(cell.value, str))


def test_nothing_that_is_not_public(book: Any) -> None:
    texts = {str(value) for sheet in book for row in values(sheet) for value in row}
    assert not texts & {"hemligt", "Kan inte svara", "obesvarad", "ej_inkommen", "avbojt_omrade", "Ja, annan"}


def test_colours(book: Any) -> None:
    sheet = book["Enheter"]
    fills = {cell: (sheet[cell].fill.start_color.rgb, sheet[cell].font.color.rgb) for cell in ("F2", "G4", "F4", "F3")}
    expected = zip(fills, (COLOURS["grön"], COLOURS["gul"], COLOURS["röd"], GREY), strict=True)
    assert fills == {cell: tuple(colour.replace("#", "FF") for colour in pair) for cell, pair in expected}
    assert sheet["G2"].fill.fill_type is None


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("pair", [*COLOURS.values(), GREY])
def test_the_words_can_be_read_on_their_colours(pair: tuple[str, str]) -> None:
    light, dark = sorted(map(_luminance, pair), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 7


def test_header_filters_and_properties(book: Any) -> None:
    assert [book[name].freeze_panes for name in ("Enheter", "Andelar", "Indikatorer")] == ["C2", "C2", "B2"]
    assert [book[name].auto_filter.ref for name in ("Enheter", "Andelar")] == ["A1:H4", "A1:E13"]
    assert not any(sheet.merged_cells.ranges for sheet in book)
    assert book.properties.title == "Öppna jämförelser 2017: Missbruks- och beroendevården"


def test_what_made_it(book: Any) -> None:
    facts = {row[0]: row[1] for row in values(book["Om resultatet"])}
    assert facts["Framställd med"] == f"ojdsl {__version__}"
    assert facts["Specifikationer (sha256)"] == "f" * 64
    assert facts["Svar (sha256)"] == answers_of(ROWS, catalogue(UNITS)).fingerprint
    assert facts["Källa"] == "@källa"


def test_the_same_bytes_again() -> None:
    assert content() == content()


def test_a_missing_library_is_a_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    assert to_workbook(catalogue(), answers_of([]), (), ()) == MissingExtra("excel")
