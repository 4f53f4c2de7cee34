"""Whole numbers in an answers file: what is a number, in every kind of file, and in the generated evaluator too."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pyarrow as pa
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ojdsl.data.answers import Answers, read_answers
from ojdsl.data.sample import sample
from ojdsl.diagnostics.fact import position_of
from ojdsl.logic.interpret import interpret
from tests.numbers import area
from tests.property.engine import engine_of

HEADER = ("enhet", "M8", "M8a", "M9_oppenvard", "M9_slutenvard", "M9_boende", "M9a_oppenvard", "M9a_slutenvard", "M9a_boende")
GOOD = {"12": "12", " 12 ": "12", "012": "12", "12.0": "12", "0": "0", "000": "0", "365": "365", "\xa07": "7"}
BAD = {
    "12,5": "OJ635", "12.5": "OJ635", "12.": "OJ635", "12,0": "OJ635", "1.000": "OJ635", "12.00": "OJ635", "1 000": "OJ635",
    "1\xa0000": "OJ635", "1'000": "OJ635", "14 st": "OJ635", "-0": "OJ635", "\N{MINUS SIGN}1": "OJ635",
    "8–14": "OJ635", "minst 8": "OJ635", ".5": "OJ635", "-1": "OJ635", "+1": "OJ635", "1 2": "OJ635",
    "tolv": "OJ635", "12 dagar": "OJ635", "1e2": "OJ635", "0x1F": "OJ635", "١٢": "OJ635", "²": "OJ635", "Ja": "OJ635",
    "366": "OJ636", "0366": "OJ636", "1000": "OJ636", "366.0": "OJ636", "1" + "0" * 17: "OJ636", "9" * 5000: "OJ635",
}  # fmt: skip


def read(value: str) -> tuple[str | None, str]:
    """What a CSV file's value of M8 is read as, and the code of its fault."""
    text = f"{';'.join(HEADER)}\n0114;{value};;;;;;;\n"
    answers, found = read_answers("svar.csv", text.encode(), area())
    assert isinstance(answers, Answers | None)
    return answers.rows[0].values["M8"] if answers else None, found[0].code if found else ""


def engine_reads(value: str) -> bool:
    try:
        engine_of(area()).evaluate_row({"M8": value})
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("value", GOOD)
def test_a_whole_number_within_bounds(value: str) -> None:
    assert read(value) == (GOOD[value], "")
    assert engine_of(area()).evaluate_row({"M8": value}) == engine_of(area()).evaluate_row({"M8": GOOD[value]})


@pytest.mark.parametrize("value", BAD, ids=lambda value: value[:8])
def test_anything_else_is_an_error(value: str) -> None:
    assert read(value) == (None, BAD[value])
    assert not engine_reads(value)


@given(st.text("0123456789.,- +eE", max_size=8))
def test_the_reader_and_the_evaluator_agree_on_what_is_a_number(value: str) -> None:
    assert (not read(value)[1]) == engine_reads(value)


def test_the_place_of_a_number_out_of_bounds() -> None:
    _, (fault,) = read_answers("svar.csv", f"{','.join(HEADER)}\n0114,400,,,,,,,\n".encode(), area())
    at = position_of(fault.place)
    assert (at.line, at.column, at.end_column) == (2, 6, 9)
    assert fault.facts == {"value": "400", "column": "M8", "min": 0, "max": 365}


@pytest.mark.parametrize(("cell", "expected"), [(12, "12"), (12.0, "12"), ("12", "12"), ("012", "12"), (None, "")])
def test_excel(cell: object, expected: str) -> None:
    book, stream = openpyxl.Workbook(), BytesIO()
    book.active.append(HEADER)
    book.active.append(("0114", cell, *[None] * 7))
    book.save(stream)
    answers, _ = read_answers("svar.xlsx", stream.getvalue(), area())
    assert isinstance(answers, Answers)
    assert answers.rows[0].values["M8"] == expected


@pytest.mark.parametrize(("values", "code"), [([12, None], ""), ([12.0, None], ""), ([12.5, 1.0], "OJ635"), ([366, 1], "OJ636")])
def test_parquet(values: list[object], code: str) -> None:
    table = {"enhet": ["0114", "0115"], **{name: ["", ""] for name in HEADER[1:]}, "M8": values}
    stream = BytesIO()
    pyarrow.parquet.write_table(pa.table(table), stream)
    answers, found = read_answers("svar.parquet", stream.getvalue(), area())
    assert [fault.code for fault in found] == [code] * bool(code)
    if not code:
        assert isinstance(answers, Answers)
        assert [row.values["M8"] for row in answers.rows] == ["12", ""]


def test_made_up_answers_can_be_read_and_reach_every_interval() -> None:
    answers, found = read_answers("svar.csv", sample(area(), 1).encode(), area())
    assert not found
    assert isinstance(answers, Answers)
    numbers = {int(row.values["M8"]) for row in answers.rows if row.values["M8"]}
    for low, high in ((0, 7), (8, 14), (15, 365)):
        assert any(low <= one <= high for one in numbers)


@pytest.mark.parametrize(
    ("days", "plan", "expected"),
    [(0, "", "Ja"), (7, "", "Ja"), (8, "", "Delvis"), (14, "Nej", "Delvis"), (15, "Ja", "Delvis"), (365, "Ja", "Delvis"),
     (15, "Nej", "Nej"), (300, "Nej", "Nej"), (15, "", "Bortfall"), (9, "", "Delvis"), ("", "Ja", "Bortfall"),
     (10, "Ja", "Delvis")],
)  # fmt: skip
def test_outcomes_of_numbers(days: int | str, plan: str, expected: str) -> None:
    """By hand, also across 9 and 10, which texts would put in another order."""
    row = {"M8": str(days), "M8a": plan}
    assert engine_of(area()).evaluate_row(row)["vantan"] == expected
    assert interpret(area().indicators[0], area(), row) == expected
