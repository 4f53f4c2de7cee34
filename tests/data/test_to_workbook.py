"""The workbook of a small area, opened again and compared cell by cell with what is written here."""

from __future__ import annotations

import sys
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from ojdsl import __version__
from ojdsl.data.engine import load_engine
from ojdsl.data.extras import MissingExtra
from ojdsl.data.outcomes import outcomes
from ojdsl.data.shares import shares
from ojdsl.data.to_workbook import to_workbook
from ojdsl.model.nodes import Catalogue, QualityArea, Withholding
from ojdsl.prose.read import read_withholding

from .small import ENGINE, INDICATORS, answers_of, catalogue

UNITS = """\
enhet,namn,slag,kommun,lan,befolkningsklass,kommungrupp,giltig_fran,giltig_till,eftertradare,kalla
0114,=HYPERLINK("x"),kommun,0114,01,3,A2,,,,scb
0115,+1,kommun,0115,01,3,A2,,,,scb
0180_farsta,Farsta,stadsdel,0180,01,5,A1,,,,scb
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
    {"enhet": "0180_farsta", "missbruk_besvaras": "Nej", "G15": "Nej"},
    {"enhet": "2584", "G15": "Nej", "M5": "Ja, men inte för vissa", "M1": "Inom 3 dagar"},
]
NAMES = ["Så här läser du", "Kommuner och stadsdelar", "Storstäder", "Län", "Riket", "Grupper", "Beskrivningar", "Om resultatet"]
TABLES = NAMES[1:-1]
REASONS = ("obesvarad", "ej_inkommen", "avbojt_omrade")


def spec() -> Catalogue:
    """The small area, with the first indicator under a quality area."""
    first, second, third = INDICATORS
    area = QualityArea("Trygghet", "Trygga\ntjänster.", "Säker")
    texts = replace(first.description, indicator_area="Inflytande", measure="Något\n*mätt*:\n\n- ett\n- två\n  och tre")
    indicators = (replace(first, quality_areas=(area,), description=texts), second, third)
    return replace(catalogue(UNITS), indicators=indicators)


def content() -> bytes:
    answers = answers_of(ROWS, spec())
    found = outcomes(spec(), answers, load_engine(ENGINE))
    data = to_workbook(spec(), answers, found, shares(spec(), found))
    assert isinstance(data, bytes)
    return data


@pytest.fixture(scope="module")
def book() -> Any:
    return openpyxl.load_workbook(BytesIO(content()))


def values(sheet: Any) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


# --- what the sheets say ------------------------------------------------------------------------------------------------


def test_the_sheets(book: Any) -> None:
    assert book.sheetnames == NAMES
    assert [str(book[name]["A1"].value).split(":")[0].split(".")[0] for name in TABLES[:4]] == TABLES[:4]


def test_the_units(book: Any) -> None:
    head = ["Kommun eller stadsdel", "Kod", "Kommun", "Län", "Befolkningsklass", "Kommungrupp (SKR)", "=1+1", "Metod", "Tid"]
    a2, a1, c9 = "A2 Pendlingskommun", "A1 Storstäder", "C9 Landsbygdskommun, med besöksnäring"
    name = '=HYPERLINK("x")'
    assert values(book["Kommuner och stadsdelar"])[2:] == [
        ["Kvalitetsområde"] * 6 + ["Trygghet", "Utan kvalitetsområde", "Bakgrundsmått"],
        ["Indikatorområde"] * 6 + ["Inflytande", "Utan indikatorområde", "Bakgrundsmått"],
        head,
        [name, "0114", name, "Stockholms län", "Grupp 3", a2, "Ja", "Ej aktuellt", None],
        ["+1", "0115", "+1", "Stockholms län", "Grupp 3", a2, "Bortfall", "Bortfall", "Bortfall"],
        ["Farsta", "0180_farsta", "Stockholm", "Stockholms län", "Grupp 5", a1, "Nej", "Bortfall", "Bortfall"],
        ["Kiruna", "2584", "Kiruna", "Norrbottens län", "Grupp 1", c9, "Nej", "Delvis", "Inom 3 dagar"],
    ]


def test_the_shares_of_groups(book: Any) -> None:
    assert values(book["Län"])[4:] == [
        ["Län", "Kod", "Antal kommuner och stadsdelar", "=1+1", "Metod"],
        ["Stockholms län", "01", 3, "..", ".."],
        ["Västmanlands län", "19", 0, "..", ".."],
        ["Norrbottens län", "25", 1, 0, 0],
    ]
    assert values(book["Storstäder"])[5:] == [["Stockholm", "0180", 1, 0, ".."]]
    assert book["Län"]["D8"].number_format == "0 %"
    groups = values(book["Grupper"])
    assert groups[4][:4] == ["Grupp", "Indelning", "Kod", "Antal kommuner och stadsdelar"]
    assert groups[5] == ["Grupp 1", "Befolkningsklass", "1", 1, 0, 0]
    assert groups[8] == ["Storstäder", "Kommungrupp (SKR)", "A1", 1, 0, ".."]
    assert len(groups) == 5 + 3 + 4


def test_the_nation(book: Any) -> None:
    head, *rows = values(book["Riket"])[2:]
    assert head[:4] == ["Indikator", "Kvalitetsområde", "Indikatorområde", "Andel Ja"]
    assert head[4:] == ["Antal Ja", "Antal Delvis", "Antal Nej", "Antal i nämnaren", "Antal Ej aktuellt", "Antal Bortfall"]
    assert rows == [
        ["=1+1", "Trygghet", "Inflytande", *[".."] * 7],
        ["Metod", "Utan kvalitetsområde", "Utan indikatorområde", *[".."] * 7],
    ]


def test_the_nation_with_counts() -> None:
    answers = answers_of([{"enhet": code, "G15": "Nej", "M5": "Nej"} for code in ("0114", "0115", "0180_farsta", "2584")], spec())
    found = outcomes(spec(), answers, load_engine(ENGINE))
    data = to_workbook(spec(), answers, found, shares(spec(), found))
    assert isinstance(data, bytes)
    rows = values(openpyxl.load_workbook(BytesIO(data))["Riket"])[3:]
    assert rows[0][3:] == [0, 0, None, 4, 4, None, 0]
    assert rows[1][3:] == [0, 0, 0, 4, 4, 0, 0]


def test_the_descriptions(book: Any) -> None:
    rows = {str(row[0]): row for row in values(book["Beskrivningar"])[2:]}
    head = [str(name) for name in rows["Kortnamn"]]
    first = dict(zip(head, rows["=1+1"], strict=True))
    assert first["Mått"] == "Något mätt:\n• ett\n• två och tre"
    assert (first["Målvärde"], first["Redovisas som"], first["Namn i datafilerna"]) == ("Mål", "Ja/Nej", "brukarrevision_anvand")
    assert first["Svarsfrekvens"] == "75 procent (3 av 4)"
    assert str(first["Nämnare"]).startswith("I nämnaren för andelar ingår kommuner med resultatet Ja eller Nej.")
    assert dict(zip(head, rows["Metod"], strict=True))["Svarsfrekvens"] == "50 procent (2 av 4)"
    assert dict(zip(head, rows["Tid"], strict=True))["Nämnare"] == "Bakgrundsmått redovisas inte som andel."


def test_how_to_read_it(book: Any) -> None:
    terms = {str(row[0]): row[1] for row in values(book["Så här läser du"])}
    assert set(NAMES[1:]) <= set(terms)
    assert terms["Grön"] == "Önskvärt resultat. Utfallet är Ja."
    assert terms["Trygghet"] == "Trygga tjänster."
    assert terms["Befolkningsklass"] == "Grupp 1\nGrupp 3\nGrupp 5"
    rule = str(terms[".."])
    assert read_withholding(rule) == Withholding(20, ("Ej aktuellt", "Bortfall"))
    for name in ("Storstäder", "Län", "Riket", "Grupper"):
        assert rule in str(book[name]["A2"].value)


def test_what_made_it(book: Any) -> None:
    facts = {row[0]: row[1] for row in values(book["Om resultatet"])}
    assert facts["Framställd med"] == f"ojdsl {__version__}"
    assert facts["Specifikationer (sha256)"] == "f" * 64
    assert facts["Svar (sha256)"] == answers_of(ROWS, spec()).fingerprint
    assert (facts["Källa"], facts["Svar"]) == ("@källa", "3 av 4 kommuner och stadsdelar har svarat på enkäten.")
    assert book.properties.title == "Öppna jämförelser 2017: Missbruks- och beroendevården"
    assert book.properties.subject
    assert book.properties.language == "sv-SE"
    assert book.properties.creator is None


# --- what it must never say ---------------------------------------------------------------------------------------------


def test_no_text_is_a_formula(book: Any) -> None:
    for sheet in book:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value is not None):
            assert cell.data_type == ("s" if isinstance(cell.value, str) else "n")
            assert bool(cell.quotePrefix) == str(cell.value).startswith(("=", "+", "-", "@"))


def test_nothing_that_is_not_public() -> None:
    """Not in any part of the file, properties and names included."""
    with ZipFile(BytesIO(content())) as file:
        parts = "".join(file.read(name).decode() for name in file.namelist())
    for word in ("hemligt", "Kan inte svara", "Ja, annan", *REASONS):
        assert word not in parts


# --- the file -----------------------------------------------------------------------------------------------------------


def test_the_same_bytes_again() -> None:
    assert content() == content()


def test_a_missing_library_is_a_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    assert to_workbook(catalogue(), answers_of([]), (), ()) == MissingExtra("excel")
