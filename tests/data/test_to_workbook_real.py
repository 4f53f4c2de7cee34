"""The workbook of 2017: what is read back, also by LibreOffice, is what was meant; nothing withheld is seen."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ojdsl.data.answers import Answers, read_answers
from ojdsl.data.outcomes import Outcome, outcomes
from ojdsl.data.sample import sample
from ojdsl.data.shares import Share, shares
from ojdsl.data.to_workbook import sheets, to_workbook
from ojdsl.data.workbook.sheet import Sheet, Table
from tests.real import catalogue, engine

from .test_to_workbook import REASONS, TABLES, values
from .test_to_workbook import content as small_content

LEVELS = {"storstad": "Storstäder", "lan": "Län", "befolkningsklass": "Grupper", "kommungrupp": "Grupper"}


@dataclass(frozen=True)
class Made:
    outcomes: Sequence[Outcome]
    shares: Sequence[Share]
    sheets: Sequence[Sheet]
    data: bytes


@pytest.fixture(scope="module")
def made() -> Made:
    """From made-up answers."""
    area = catalogue()
    answers, _ = read_answers("svar.csv", sample(area, 1).encode(), area)
    assert isinstance(answers, Answers)
    found = outcomes(area, answers, engine())
    groups = shares(area, found)
    data = to_workbook(area, answers, found, groups)
    assert isinstance(data, bytes)
    return Made(found, groups, sheets(area, answers, found, groups), data)


@pytest.fixture(scope="module")
def book(made: Made) -> Any:
    return openpyxl.load_workbook(BytesIO(made.data))


def meant(sheet: Sheet) -> list[list[object]]:
    """The cells of a sheet in a rectangle, blank cells as None."""
    rows: list[list[object]] = [[sheet.title]]
    if isinstance(sheet, Table):
        rows += [[sheet.note], *(list(level) for level in zip(*(column.heads for column in sheet.columns), strict=True))]
    rows += [[cell.value if cell.value != "" else None for cell in row] for row in sheet.rows]
    width = max(map(len, rows))
    return [row + [None] * (width - len(row)) for row in rows]


def by_office(data: bytes, folder: Path) -> Any:
    """The workbook as LibreOffice saves it again."""
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("LibreOffice saknas")
        pytest.skip("LibreOffice saknas")
    (folder / "resultat.xlsx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", "ut", "resultat.xlsx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=180)
    return openpyxl.load_workbook(folder / "ut/resultat.xlsx")


# --- read back ----------------------------------------------------------------------------------------------------------


def test_every_cell_is_what_was_meant(made: Made, book: Any) -> None:
    assert book.sheetnames == [sheet.name for sheet in made.sheets]
    for sheet in made.sheets:
        assert values(book[sheet.name]) == meant(sheet)


def test_every_cell_is_what_was_meant_in_libreoffice(made: Made, tmp_path: Path) -> None:
    book = by_office(made.data, tmp_path)
    assert book.sheetnames == [sheet.name for sheet in made.sheets]
    for sheet in made.sheets:
        assert values(book[sheet.name]) == meant(sheet)
    assert [book[name].auto_filter.ref for name in TABLES] == ["A5:AJ321", "A5:AF8", "A5:AF26", "A3:J32", "A5:AG19", "A3:M33"]


def test_names_that_look_like_formulas_are_texts_in_libreoffice(tmp_path: Path) -> None:
    sheet = by_office(small_content(), tmp_path)["Kommuner och stadsdelar"]
    assert [sheet[name].value for name in ("A6", "A7", "G5")] == ['=HYPERLINK("x")', "+1", "=1+1"]
    assert {sheet[name].data_type for name in ("A6", "A7", "G5")} == {"s"}


def test_an_auditor_of_excel_files_finds_nothing(made: Made, tmp_path: Path) -> None:
    validator = pytest.importorskip("openxml_audit").OpenXmlValidator()
    path = tmp_path / "resultat.xlsx"
    for data in (made.data, small_content()):
        path.write_bytes(data)
        assert [str(error) for error in validator.validate(path).errors] == []


# --- against the results ------------------------------------------------------------------------------------------------


def columns_of(sheet: Any) -> dict[str, int]:
    """The column of each indicator, by its short name."""
    names = {str(cell.value): cell.column for cell in sheet[5]}
    return {one.id: names[one.description.short_name] for one in catalogue().indicators if one.description.short_name in names}


def test_every_outcome_stands_in_its_place(made: Made, book: Any) -> None:
    sheet = book["Kommuner och stadsdelar"]
    rows = {str(sheet.cell(row, 2).value): row for row in range(6, sheet.max_row + 1)}
    columns = columns_of(sheet)
    unpublished = {one.id: one.unpublished for one in catalogue().indicators}
    assert (len(rows), len(columns)) == (316, 30)
    for item in made.outcomes:
        value = sheet.cell(rows[item.unit], columns[item.indicator]).value
        assert value == (None if item.outcome in unpublished[item.indicator] else item.outcome)


def test_every_share_stands_in_its_place_and_withheld_ones_show_the_sign_only(made: Made, book: Any) -> None:
    codes = {name: {"Grupper": 3}.get(name, 2) for name in LEVELS.values()}
    rows = {name: {str(row[at - 1].value): row for row in book[name].iter_rows(min_row=6)} for name, at in codes.items()}
    columns = {name: columns_of(book[name]) for name in codes}
    seen = 0
    for share in (share for share in made.shares if share.level in LEVELS):
        name = LEVELS[share.level]
        cell = rows[name][share.group][columns[name][share.indicator] - 1]
        assert cell.value == (round(share.percent / 100, 2) if share.shown and share.percent is not None else "..")
        seen += not share.shown
    assert seen > 50


def test_a_nation_that_is_withheld_shows_the_sign_only(made: Made) -> None:
    area = catalogue()
    header, *lines = sample(area, 1).splitlines(keepends=True)
    answers, _ = read_answers("svar.csv", "".join([header, *lines[:200]]).encode(), area)
    assert isinstance(answers, Answers)
    found = outcomes(area, answers, engine())
    data = to_workbook(area, answers, found, shares(area, found))
    assert isinstance(data, bytes)
    for row in values(openpyxl.load_workbook(BytesIO(data))["Riket"])[3:]:
        assert set(row[3:]) == {".."}


def test_no_reason_for_nonresponse_anywhere(made: Made, book: Any) -> None:
    assert {item.reason for item in made.outcomes} == {"", *REASONS}
    texts = "\n".join(str(value) for sheet in book for row in values(sheet) for value in row)
    for word in (*REASONS, "Kan inte svara"):
        assert word not in texts.replace("Ja/Nej/Kan inte svara", "")


# --- can be read --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", TABLES)
def test_no_word_of_a_header_is_wider_than_its_column(made: Made, name: str) -> None:
    (sheet,) = (sheet for sheet in made.sheets if sheet.name == name)
    assert isinstance(sheet, Table)
    for column in sheet.columns:
        words = " ".join(column.heads).replace("-", "- ").split()
        assert column.width >= max(map(len, words))
        assert column.width <= 80


def test_what_stays_on_the_screen_leaves_space_for_results(book: Any) -> None:
    sheet = book["Kommuner och stadsdelar"]
    assert sum(sheet.row_dimensions[row].height or 15 for row in range(1, 6)) < 220
    assert sheet.column_dimensions["A"].width < 30


def test_the_grouping_says_its_year(book: Any) -> None:
    assert book["Kommuner och stadsdelar"]["F5"].value == "Kommungrupp (SKR 2023)"
    assert book["Grupper"]["B11"].value == "Kommungrupp (SKR 2023)"
