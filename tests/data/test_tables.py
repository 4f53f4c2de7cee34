"""Answers from workbooks and Parquet: the same reading, other places."""

from __future__ import annotations

import sys
from io import BytesIO

import openpyxl
import pytest

from ojdsl.data.answers import Answers, read_answers
from ojdsl.data.extras import MissingExtra
from ojdsl.data.table import as_text
from ojdsl.diagnostics.fact import Diagnostic, Position
from ojdsl.diagnostics.render import message

from .small import COLUMNS, catalogue, codes

HEADER: list[object] = ["enhet", *COLUMNS]


def workbook(sheets: dict[str, list[list[object]]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def row(unit: object, **answers: object) -> list[object]:
    return [unit, *(answers.get(column) for column in COLUMNS)]


def excel(data: bytes, sheet: str | None = None) -> tuple[Answers | None, list[Diagnostic]]:
    answers, found = read_answers("svar.XLSX", data, catalogue(), sheet=sheet)
    assert answers is None or isinstance(answers, Answers)
    return answers, found


def test_the_first_sheet_is_read() -> None:
    data = workbook({"A": [HEADER, row("0180_bromma", G15="Ja"), [None] * 5, row("0115", M6=" nej ", G8a=12.0)], "B": []})
    answers, found = excel(data)
    assert not found
    assert answers is not None
    assert [(item.unit, item.line) for item in answers.rows] == [("0180_bromma", 2), ("0115", 4)]
    assert [answers.rows[1].values[column] for column in ("M6", "G8a")] == ["Nej", "12"]


def test_numbers_are_padded_with_a_note() -> None:
    answers, found = excel(workbook({"A": [HEADER, row(2584), row(114)]}))
    assert answers is not None
    assert [item.unit for item in answers.rows] == ["2584", "0114"]
    assert [(item.code, item.place) for item in found] == [("OJ630", Position("svar.XLSX", 3, 1, 3, 2))]


def test_a_named_sheet() -> None:
    data = workbook({"Läs mig": [["text"]], "Svar": [HEADER, row("0114")]})
    answers, found = excel(data, "Svar")
    assert answers is not None
    assert not found
    answers, found = excel(data, "svaren")
    assert (answers, codes(found)) == (None, ["OJ608"])
    assert "”Läs mig” och ”Svar”" in message(found[0])


def test_faults_point_at_row_and_column() -> None:
    _, found = excel(workbook({"A": [HEADER, row("0114", G15a="Kanske"), [*row("0115"), "för mycket"]]}))
    assert [(item.code, item.place) for item in found] == [
        ("OJ615", Position("svar.XLSX", 2, 3, 2, 4)),
        ("OJ614", Position("svar.XLSX", 3, 1, 3, len(HEADER) + 2)),
    ]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 and so on", b"\x00" * 1000])
def test_what_is_no_workbook(data: bytes) -> None:
    answers, found = excel(data)
    assert (answers, codes(found)) == (None, ["OJ607"])


def test_an_empty_workbook() -> None:
    assert codes(excel(workbook({"A": []}))[1]) == ["OJ602"]


@pytest.mark.parametrize(
    ("module", "name", "extra"), [("openpyxl", "a.xlsx", "excel"), ("pyarrow.parquet", "a.parquet", "parquet")]
)
def test_a_missing_library_is_a_value(monkeypatch: pytest.MonkeyPatch, module: str, name: str, extra: str) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    answers, found = read_answers(name, b"", catalogue())
    assert isinstance(answers, MissingExtra)
    assert (answers.requirement, found) == (f"ojdsl[{extra}]", [])


def test_parquet() -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    table = pyarrow.table({"enhet": [114, 2584], **{column: ["Ja" if column == "G15" else None] * 2 for column in COLUMNS}})
    out = BytesIO()
    parquet.write_table(table, out)
    answers, found = read_answers("svar.parquet", out.getvalue(), catalogue())
    assert isinstance(answers, Answers)
    assert [(item.unit, item.line, item.values["G15"]) for item in answers.rows] == [("0114", 2, "Ja"), ("2584", 3, "Ja")]
    assert codes(found) == ["OJ630"]
    assert codes(read_answers("svar.parquet", b"x" * 99, catalogue())[1]) == ["OJ607"]


@pytest.mark.parametrize(
    ("value", "text"), [(None, ""), (float("nan"), ""), (114, "114"), (114.0, "114"), (1.5, "1.5"), ("Ja", "Ja")]
)
def test_values_as_text(value: object, text: str) -> None:
    assert as_text(value) == text
