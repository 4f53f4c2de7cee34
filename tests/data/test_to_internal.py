"""`internt.xlsx` of a small area opened again, and its counts held against the plain meaning of the rules of 2017."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ojdsl.data.answers import Answers, read_answers
from ojdsl.data.engine import load_engine
from ojdsl.data.extras import MissingExtra
from ojdsl.data.outcomes import outcomes
from ojdsl.data.sample import sample
from ojdsl.data.shares import shares
from ojdsl.data.to_internal import internal_sheets, to_internal
from ojdsl.data.to_workbook import to_workbook
from ojdsl.data.why import Why, parts_for_yes, why
from ojdsl.logic.interpret import effective, holds, prepared
from ojdsl.model.nodes import And, Catalogue, Clause, In, Indicator, cells_of
from tests import numbers, real
from tests.property.engine import engine_of

from .small import ENGINE, NOWHERE, answers_of, catalogue
from .test_to_workbook import UNITS, values
from .test_to_workbook import spec as public_spec

ROWS = [
    {"enhet": "0114", "G15": "Ja", "G15a": "Nej", "M5": "Nej", "M1": "Kan inte svara", "G8_1": "Ja, annan", "G8a": "hemligt"},
    {"enhet": "0180_farsta", "missbruk_besvaras": "Nej", "G15": "Nej"},
    {"enhet": "2584", "G15": "Ja", "G15a": "Ja", "M5": "Ja, men inte för vissa"},
]
WARNING = "Arbetsmaterial, får inte publiceras"


def spec() -> Catalogue:
    """The small area with the rules that its evaluator follows."""
    used, method, time = public_spec().indicators
    both = And((In("G15", ("Ja",)), In("G15a", ("Ja",))))
    waits = ("Inom 3 dagar", "Efter 15 dagar eller mer", "Kan inte svara")
    classes = tuple(Clause(label, In("M1", (label,)), NOWHERE) for label in waits)
    grades = (("Ja", "Ja, för alla"), ("Delvis", "Ja, men inte för vissa"), ("Ej aktuellt", "Ej aktuellt"), ("Nej", "Nej"))
    return replace(
        catalogue(UNITS),
        indicators=(
            replace(used, cells=("G15", "G15a"), clauses=(Clause("Ja", both, NOWHERE), Clause("Nej", None, NOWHERE))),
            replace(method, cells=("M5",), clauses=tuple(Clause(one, In("M5", (label,)), NOWHERE) for one, label in grades)),
            replace(time, cells=("M1",), clauses=classes),
        ),
    )


def content() -> bytes:
    answers = answers_of(ROWS, spec())
    data = to_internal(spec(), answers, outcomes(spec(), answers, load_engine(ENGINE)))
    assert isinstance(data, bytes)
    return data


@pytest.fixture(scope="module")
def book() -> Any:
    return openpyxl.load_workbook(BytesIO(content()))


# --- what the sheets say ------------------------------------------------------------------------------------------------


def test_every_sheet_says_that_it_must_not_be_published(book: Any) -> None:
    assert book.sheetnames == ["Läs först", "Varför", "Villkor som brister"]
    assert all(WARNING in str(sheet["A1"].value) for sheet in book)
    assert str(book.properties.title).startswith(WARNING)
    first = {str(row[0]): str(row[1]) for row in values(book["Läs först"])}
    assert "Filen återger enskilda kommuners svar" in first["Varför inte publiceras"]
    assert {"Varför", "Villkor som brister"} <= set(first)
    assert first["Svar (sha256)"] == answers_of(ROWS, spec()).fingerprint


def test_why_each_unit_got_its_results(book: Any) -> None:
    head, *rows = values(book["Varför"])[2:]
    assert head == [
        *("Kommun eller stadsdel", "Kod", "Indikator", "Utfall", "Svaren som avgjorde", "Villkor i regeln", "För att nå Ja"),
        "Namn i datafilerna",
    ]
    assert [row[1] for row in rows] == [code for code in ("0114", "0115", "0180_farsta", "2584") for _ in range(3)]
    told = {(str(row[1]), str(row[7])): row[3:7] for row in rows}
    failed = "Villkoret för Ja är inte uppfyllt: att ni har svarat ”Ja” på frågorna (G)15 och (G)15 a."
    assert told["0114", "brukarrevision_anvand"] == [
        "Nej",
        "Ni får Nej eftersom ni har svarat ”Nej” på fråga (G)15 a.",
        failed,
        "För att nå Ja behöver ni ha svarat ”Ja” på fråga (G)15 a.",
    ]
    assert told["0180_farsta", "brukarrevision_anvand"][3] == (
        "För att nå Ja behöver ni ha svarat ”Ja” på frågorna (G)15 och (G)15 a."
    )
    none = ["Bortfall", "Resultatet är Bortfall eftersom inga svar har kommit in från er.", None, None]
    assert all(told["0115", one.id] == none for one in spec().indicators)
    declined = "Resultatet är Bortfall eftersom ni har avböjt att svara för området Missbruks- och beroendevården."
    assert told["0180_farsta", "metod"] == ["Bortfall", declined, None, None]
    assert told["2584", "metod"][0] == "Delvis"
    assert told["2584", "brukarrevision_anvand"][3] is None


def test_a_class_that_is_not_published_is_shown_here(book: Any) -> None:
    rows = {(row[1], row[7]): row for row in values(book["Varför"])}
    assert rows["0114", "tid"][3:5] == [
        "Kan inte svara",
        "Ni redovisas som ”Kan inte svara” eftersom ni har svarat ”Kan inte svara” på fråga (M)1. Det publiceras inte.",
    ]


def test_which_condition_most_units_fail(book: Any) -> None:
    """Who was not asked G15a is not counted there: it is G15 that fails."""
    head, *rows = values(book["Villkor som brister"])[2:]
    assert head[2:6] == [
        *(
            "Antal i nämnaren",
            "Antal som inte uppfyller villkoret",
            "Andel av nämnaren",
            "Antal som uppfyller alla andra villkor",
        ),
    ]
    method = "Svarat ”Ja, för alla” på fråga (M)5"
    assert rows == [
        ["=1+1", "Svarat ”Ja” på fråga (G)15", 3, 1, 1 / 3, 0, "Svarat ”Nej” på fråga (G)15", 1, "brukarrevision_anvand"],
        ["=1+1", "Svarat ”Ja” på fråga (G)15 a", 3, 1, 1 / 3, 1, "Svarat ”Nej” på fråga (G)15 a", 1, "brukarrevision_anvand"],
        ["Metod", method, 2, 2, 1, 2, "Svarat ”Ja, men inte för vissa” på fråga (M)5", 1, "metod"],
    ]


def test_a_rule_that_nobody_fails_and_a_denominator_of_nobody() -> None:
    answers = answers_of([{"enhet": "0114", "G15": "Ja", "G15a": "Ja"}], spec())
    made = why(spec(), answers, outcomes(spec(), answers, load_engine(ENGINE)))
    assert [(one.denominator, one.units, one.common) for one in made.failing] == [(1, 0, ""), (1, 0, ""), (0, 0, "")]
    table = internal_sheets(spec(), answers, outcomes(spec(), answers, load_engine(ENGINE)))[2]
    assert table.rows[2][4].value == ""


# --- what it must never do ----------------------------------------------------------------------------------------------


def test_no_text_is_a_formula(book: Any) -> None:
    texts = {cell.value for row in book["Varför"].iter_rows() for cell in row}
    assert {'=HYPERLINK("x")', "+1", "=1+1"} <= texts
    for sheet in book:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value is not None):
            assert cell.data_type == ("s" if isinstance(cell.value, str) else "n")
            assert bool(cell.quotePrefix) == str(cell.value).startswith(("=", "+", "-", "@"))


def test_free_text_is_not_in_it(book: Any) -> None:
    assert not [cell for sheet in book for row in values(sheet) for cell in row if "hemligt" in str(cell)]


def test_the_published_workbook_says_nothing_of_why() -> None:
    answers = answers_of(ROWS, spec())
    found = outcomes(spec(), answers, load_engine(ENGINE))
    data = to_workbook(spec(), answers, found, shares(spec(), found))
    assert isinstance(data, bytes)
    published = openpyxl.load_workbook(BytesIO(data))
    assert not {"Varför", "Villkor som brister"} & set(published.sheetnames)
    words = [str(cell) for sheet in published for row in values(sheet) for cell in row]
    assert not [word for word in words if "Ni får" in word or "eftersom ni" in word or "Kan inte svara" in word]


def test_the_same_bytes_again() -> None:
    assert content() == content()


def test_a_missing_library_is_a_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    assert to_internal(spec(), answers_of([]), ()) == MissingExtra("excel")


def test_an_auditor_of_excel_files_finds_nothing(tmp_path: Path) -> None:
    (tmp_path / "internt.xlsx").write_bytes(content())
    validator = pytest.importorskip("openxml_audit").OpenXmlValidator()
    assert [str(error) for error in validator.validate(tmp_path / "internt.xlsx").errors] == []


# --- against the meaning of the rules of 2017 -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def made() -> tuple[Answers, Why]:
    area = real.catalogue()
    answers, _ = read_answers("svar.csv", sample(area, 1).encode(), area)
    assert isinstance(answers, Answers)
    return answers, why(area, answers, outcomes(area, answers, real.engine()))


def _failed(indicator: Indicator, row: Mapping[str, str]) -> set[int] | None:
    """The parts that do not hold and of which some question was asked, from the row itself; None where an answer is missing."""
    values = effective(row, real.catalogue().cell_of)
    if any(values[column] == "" for column in indicator.cells):
        return None
    return {
        number
        for number, part in enumerate(parts_for_yes(indicator))
        if not holds(part, values) and any(values[column] is not None for column in cells_of(part))
    }


def test_the_failed_parts_are_those_that_do_not_hold(made: tuple[Answers, Why]) -> None:
    answers, found = made
    rows = {row.unit: prepared(real.catalogue(), row.values) for row in answers.rows}
    indicators = {one.id: one for one in real.catalogue().indicators}
    compared = 0
    for outcome, case in found.cases:
        expected = _failed(indicators[outcome.indicator], rows[outcome.unit]) if outcome.unit in rows else None
        if expected is not None:
            assert set(case.failed) == expected, (outcome, case)
            compared += 1
    assert compared > 8000


def test_the_failing_counts_add_up(made: tuple[Answers, Why]) -> None:
    _, found = made
    denominators = Counter(outcome.indicator for outcome, _ in found.cases if outcome.in_denominator)
    for one in found.failing:
        assert one.denominator == denominators[one.indicator.id]
        assert one.denominator >= one.units >= max(one.alone, one.common_units)
        assert bool(one.units) == bool(one.common)
    for indicator in real.catalogue().indicators:
        units = [one.units for one in found.failing if one.indicator == indicator]
        assert units == sorted(units, reverse=True)
        assert len(units) == len(parts_for_yes(indicator))
        assert bool(units) == (indicator.kind == "indicator")


def test_every_outcome_but_yes_has_a_part_that_fails(made: tuple[Answers, Why]) -> None:
    _, found = made
    for outcome, case in found.cases:
        if outcome.in_denominator:
            assert bool(case.failed) == (outcome.outcome != "Ja"), (outcome, case)


# --- numbers ------------------------------------------------------------------------------------------------------------


def test_a_number_is_said_as_it_was_answered() -> None:
    area = numbers.area()
    text = "enhet;M8;M8a;M9_oppenvard;M9_slutenvard;M9_boende;M9a_oppenvard;M9a_slutenvard;M9a_boende\n"
    answers, _ = read_answers("svar.csv", f"{text}0114;148;Nej;0;0;0;;;\n0115;7;;3;2;999;Ja;Ja;Nej\n".encode(), area)
    assert isinstance(answers, Answers)
    made = why(area, answers, outcomes(area, answers, engine_of(area)))
    told = {(outcome.unit, outcome.indicator): (outcome.outcome, dict(case.failed)) for outcome, case in made.cases}
    assert told["0114", "vantan"] == ("Nej", {0: "svarat 148 dagar på fråga (M)8"})
    assert told["0114", "bemanning"] == ("Ej aktuellt", {0: "svarat 0 årsarbetare på alla delar av fråga (M)9"})
    assert (told["0115", "vantan"], told["0115", "bemanning"]) == (("Ja", {}), ("Ja", {}))
