"""Reading an answers file: what is accepted, and every fault with its place."""

from __future__ import annotations

import time
from hashlib import sha256
from unicodedata import normalize

import pytest

from ojdsl.data.answers import Answers, districts, read_answers
from ojdsl.diagnostics.fact import Diagnostic, position_of
from ojdsl.diagnostics.render import as_json, as_text, hint, message, severity

from .small import COLUMNS, answers_of, catalogue, codes, csv_of, read, register

GATE = "missbruk_besvaras"
WITHOUT_GATE = ("enhet", *COLUMNS)


def one(values: dict[str, str]) -> dict[str, str]:
    """The values read from a file with one row, without the blank ones."""
    answers, found = read(csv_of([{"enhet": "0114"} | values]))
    assert answers is not None, [as_text(item) for item in found]
    return {column: label for column, label in answers.rows[0].values.items() if label}


def only(found: list[Diagnostic]) -> Diagnostic:
    assert len(found) == 1, [as_text(item) for item in found]
    return found[0]


def fault(values: dict[str, str]) -> Diagnostic:
    """The one fault of a file with one row."""
    answers, found = read(csv_of([{"enhet": "0114"} | values]))
    assert answers is None
    return only(found)


# --- what is accepted -------------------------------------------------------------------------------------------------


def test_rows_keep_the_order_and_the_lines_of_the_file() -> None:
    text = csv_of([{"enhet": "2584", "G15": "Ja"}, {}, {"enhet": "0114", GATE: "Nej"}]) + "\n \n"
    answers, found = read(text)
    assert not found
    assert answers is not None
    assert [(row.unit, row.line) for row in answers.rows] == [("2584", 2), ("0114", 4)]
    assert answers.rows[0].values == dict.fromkeys((GATE, *COLUMNS), "") | {"G15": "Ja"}
    assert answers.fingerprint == sha256(text.encode()).hexdigest()


def test_the_place_of_an_answer_is_where_it_stands() -> None:
    answers, _ = read(csv_of([{"enhet": "0114", "M5": '"Ja, för alla"', "M6": "Nej"}]))
    assert answers is not None
    at = position_of(answers.rows[0].place("M6"))
    line = csv_of([{"enhet": "0114", "M5": '"Ja, för alla"', "M6": "Nej"}]).splitlines()[1]
    assert (at.line, line[at.column - 1 : at.end_column - 1]) == (2, "Nej")


@pytest.mark.parametrize(("before", "line_break"), [("\ufeff", "\n"), ("", "\r\n"), ("\ufeff", "\r\n"), ("\n", "\n")])
def test_bom_and_line_breaks_do_not_matter(before: str, line_break: str) -> None:
    rows = [{"enhet": "0114", "G15": "Ja", "M1": "Inom 3 dagar"}, {"enhet": "0115", "M1": '"Inom 3 dagar"'}]
    answers, found = read(before + csv_of(rows).replace("\n", line_break).removesuffix(line_break))
    assert not found
    assert answers is not None
    assert [row.values for row in answers.rows] == [row.values for row in answers_of(rows).rows]


def test_comma_and_semicolon() -> None:
    comma = csv_of([{"enhet": "0114", "M1": "Inom 3 dagar"}]).replace(";", ",")
    answers, found = read(comma)
    assert not found
    assert answers is not None
    assert answers.rows[0].values["M1"] == "Inom 3 dagar"


def test_a_delimiter_inside_quotation_marks_does_not_count() -> None:
    text = csv_of([{"enhet": "0114"}]).replace("enhet", '"enhet"')
    text = text.replace("\n", ';"a, b"\n', 1).replace("0114", '"0114"').rstrip("\n") + ";x\n"
    _, found = read(text, ["a, b"])
    assert not found


def test_quoted_values_may_hold_line_breaks_and_quotation_marks() -> None:
    text = csv_of([{"enhet": "0114", "G8_1": "Ja, annan", "G8a": '"rad 1\nrad ""2""; slut"'}, {"enhet": "0115"}])
    answers, found = read(text)
    assert not found
    assert answers is not None
    assert answers.rows[0].values["G8a"] == 'rad 1\nrad "2"; slut'
    assert [row.line for row in answers.rows] == [2, 4]


@pytest.mark.parametrize(
    ("column", "written", "label"),
    [
        ("M5", "Ej aktuellt", "Ej aktuellt"),
        ("M5", "Ej aktuellt, inget ärende fanns", "Ej aktuellt"),
        ("M5", "ja_alla", "Ja, för alla"),
        ("M5", " \tJa, för alla ", "Ja, för alla"),
        ("M5", "\xa0Ja,\xa0för alla\xa0", "Ja, för alla"),
        ("M5", normalize("NFD", "Ja, för alla"), "Ja, för alla"),
        ("G6a_a", "ja", "Ja"),
        ("G6a_a", "Nej", "Nej"),
        (GATE, "nej", "Nej"),
        ("G8a", " =SUMMA(1) ", "=SUMMA(1)"),
    ],
)
def test_a_label_its_text_or_its_code(column: str, written: str, label: str) -> None:
    assert one({column: written}) == {column: label}


def test_blank_is_blank() -> None:
    assert one({"M5": " \xa0 ", "G8a": "\xa0"}) == {}


def test_the_unit_column_may_stand_anywhere() -> None:
    answers, found = read(csv_of([{"enhet": "0114", "M6": "Ja"}], [*COLUMNS, "enhet"]))
    assert not found
    assert answers is not None
    assert (answers.rows[0].unit, answers.rows[0].values[GATE]) == ("0114", "")


@pytest.mark.parametrize(
    "column",
    ["G6a_b_text", "M4_annat_text", "G8_1_text", "G8_1_ja_annan_text", "G15_kommentar", "G8_1_kommentar", "M4_annat_kommentar"],
)
def test_optional_columns(column: str) -> None:
    answers, found = read(csv_of([{"enhet": "0114", column: "vad som helst"}], [*WITHOUT_GATE, column]))
    assert not found
    assert answers is not None
    assert column not in answers.rows[0].values


def test_ignored_columns() -> None:
    text = csv_of([{"enhet": "0114"}], [*WITHOUT_GATE, "intern_1", "intern_2", "intern_2"])
    assert codes(read(text)[1]) == ["OJ611"] * 3
    assert read(text, ["intern_?"])[1] == []
    assert read(csv_of([]), ["*"])[1] == []


def test_a_pattern_never_hides_a_column_that_is_needed() -> None:
    answers, found = read(csv_of([{"enhet": "0114", "G15": "Ja"}]), ["G*"])
    assert not found
    assert answers is not None
    assert answers.rows[0].values["G15"] == "Ja"


def test_a_lost_zero_is_put_back_with_one_note() -> None:
    answers, found = read(csv_of([{"enhet": "114"}, {"enhet": "115"}, {"enhet": "2584"}]))
    assert answers is not None
    assert [row.unit for row in answers.rows] == ["0114", "0115", "2584"]
    note = only(found)
    assert (note.code, severity(note), position_of(note.place).line) == ("OJ630", "note", 2)
    assert note.facts == {"count": 2, "written": "114", "unit": "0114"}


# --- faults of the file -----------------------------------------------------------------------------------------------


def test_another_encoding_is_told_with_its_place() -> None:
    data = csv_of([{"enhet": "0114"}, {"enhet": "Å"}]).encode("latin-1")
    answers, found = read_answers("svar.csv", data, catalogue())
    at = position_of(only(found).place)
    assert (answers, found[0].code, at.line, at.column) == (None, "OJ601", 3, 1)
    _, found = read_answers("svar.csv", csv_of([]).encode("utf-16"), catalogue())
    assert codes(found) == ["OJ601"]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n \r\n\t"])
def test_an_empty_file(data: bytes) -> None:
    assert codes(read_answers("svar.csv", data, catalogue())[1]) == ["OJ602"]


@pytest.mark.parametrize(("header", "code"), [("enhet;G15,G15a", "OJ603"), ("enhet", "OJ604"), ('"enhet;G15"', "OJ604")])
def test_no_telling_which_delimiter(header: str, code: str) -> None:
    found = only(read(header + "\n0114;Ja,Nej\n")[1])
    assert (found.code, position_of(found.place).end_column) == (code, len(header) + 1)


@pytest.mark.parametrize("value", ['a "b" c', '"a" b', ' "a"'])
def test_a_misplaced_quotation_mark(value: str) -> None:
    answers, found = read(csv_of([{"enhet": "0114", "G8a": value}, {"enhet": "x"}]))
    assert answers is None
    assert [(item.code, position_of(item.place).line) for item in found] == [("OJ605", 2), ("OJ616", 3)]


def test_an_unclosed_quotation_mark() -> None:
    found = only(read(csv_of([{"enhet": "0115"}, {"enhet": "0114", "G8a": '"abc'}, {"enhet": "x"}]))[1])
    assert (found.code, position_of(found.place).line) == ("OJ606", 3)
    assert codes(read('enhet;"G15\n')[1]) == ["OJ606"]


# --- faults of the header ---------------------------------------------------------------------------------------------


def test_missing_columns_are_told_together() -> None:
    _, found = read(csv_of([{"enhet": "0114"}], [name for name in WITHOUT_GATE if name not in ("G15", "M5")]))
    assert only(found).code == "OJ610"
    assert found[0].facts == {"missing": ("G15", "M5")}


def test_a_missing_unit_column() -> None:
    _, found = read(csv_of([{"M6": "ja"}, {"M6": "Kanske"}], COLUMNS))
    assert [(item.code, item.facts.get("missing")) for item in found] == [("OJ610", ("enhet",)), ("OJ615", None)]


def test_an_unknown_column_has_near_names() -> None:
    _, found = read(csv_of([{"enhet": "0114"}], [*WITHOUT_GATE, "m6C"]))
    assert only(found).code == "OJ611"
    assert "Menade du ”M6c”" in hint(found[0])
    at = position_of(found[0].place)
    assert (at.line, at.column, at.end_column - at.column) == (1, len(";".join(WITHOUT_GATE)) + 2, 3)


@pytest.mark.parametrize("column", ["G15_text", "G99_kommentar", "kommentar", "M4_al_anon_text", "G6a_a_text"])
def test_what_is_beside_nothing_is_unknown(column: str) -> None:
    assert codes(read(csv_of([], [*WITHOUT_GATE, column]))[1]) == ["OJ611"]


def test_a_doubled_column_points_at_both() -> None:
    found = only(read(csv_of([{"enhet": "0114"}], [*WITHOUT_GATE, "G15"]))[1])
    assert (found.code, found.related[0].role) == ("OJ612", "first")
    assert position_of(found.related[0].place).column == len("enhet;") + 1


def test_a_column_without_a_name() -> None:
    assert only(read(csv_of([{"enhet": "0114"}], [*WITHOUT_GATE, ""]))[1]).code == "OJ613"


# --- faults of the rows -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", ["0114;Ja", "0114" + ";" * 50])
def test_a_ragged_row(line: str) -> None:
    found = only(read(csv_of([]) + line + "\n")[1])
    assert (found.code, position_of(found.place).line) == ("OJ614", 2)
    assert found.facts["expected"] == len(COLUMNS) + 2


def test_an_unknown_value_lists_the_answers() -> None:
    found = fault({"M5": "ja, för alla"})
    assert found.code == "OJ615"
    assert "”Ja, för alla”, ”Ja, men inte för vissa”, ”Nej” eller ”Ej aktuellt”" in message(found)
    assert "Menade du ”Ja, för alla”" in hint(found)


@pytest.mark.parametrize("column", ["G6a_a", GATE, "G15"])
def test_case_counts(column: str) -> None:
    assert fault({column: "JA"}).facts["allowed"] == ("Ja", "Nej")


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        ("0999", "OJ616"),
        ("999", "OJ616"),
        ("14", "OJ616"),
        ("0180_Bromma", "OJ616"),
        ("0180", "OJ617"),
        ("180", "OJ617"),
        (" ", "OJ619"),
    ],
)
def test_a_unit_that_is_none(unit: str, code: str) -> None:
    assert fault({"enhet": unit, "G15": "Ja"}).code == code


def test_a_municipality_that_answers_by_district() -> None:
    assert districts(register()) == {"0180": "0180_bromma"}
    assert "0180_bromma" in hint(fault({"enhet": "0180"}))


def test_a_doubled_unit_points_at_both_lines() -> None:
    _, found = read(csv_of([{"enhet": "0114"}, {"enhet": "0115"}, {"enhet": "114"}]))
    assert codes(found) == ["OJ618", "OJ630"]
    assert (found[0].facts["first"], found[0].facts["line"]) == (2, 4)
    assert [position_of(place).line for place in (found[0].place, found[0].related[0].place)] == [4, 2]


def test_all_faults_are_told_in_both_languages() -> None:
    rows = [{"enhet": "0999", "M5": "Kanske"}, {"enhet": "0114", "G15": "ja!", "M6": "nja"}, {"enhet": "0114"}]
    answers, found = read(csv_of(rows, [*WITHOUT_GATE, "x"]) + "0115;Ja\n")
    assert answers is None
    assert codes(found) == ["OJ611", "OJ616", "OJ615", "OJ615", "OJ615", "OJ618", "OJ614"]
    assert all(as_text(item) and as_text(item, "en") for item in found)


# --- garbage ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "garbage",
    [
        "x" * 10_000_000,
        ";" * 10_000_000,
        "a;" * 16_000 + "b\n",
        'enhet;"' * 1_400_000,
        csv_of([], WITHOUT_GATE) + "skräp\n" * 1_600_000,
        csv_of([], WITHOUT_GATE) + ('"a"b;' * 100 + "\n") * 20_000,
        csv_of([], WITHOUT_GATE) + '"' * 9_999_999,
        csv_of([], WITHOUT_GATE) + ";".join(["skräp"] * len(WITHOUT_GATE)) * 100_000,
        csv_of([], WITHOUT_GATE) + (";".join(["skräp"] * len(WITHOUT_GATE)) + "\n") * 100_000,
    ],
    ids=range(9),
)
def test_ten_megabytes_of_garbage_end_soon_with_few_faults(garbage: str) -> None:
    start = time.monotonic()
    answers, found = read(garbage)
    assert answers is None
    assert 1 <= len(found) <= 1001
    assert len(as_json(found)) < 5_000_000
    assert time.monotonic() - start < 60


def test_what_is_not_shown_is_counted() -> None:
    _, found = read(csv_of([{"enhet": f"x{n}"} for n in range(1500)]))
    assert codes(found) == ["OJ616"] * 1000 + ["OJ609"]
    assert (found[-1].facts["more"], position_of(found[-1].place).line) == (500, 1002)


def test_a_hundred_thousand_rows_of_text() -> None:
    start = time.monotonic()
    text = csv_of([]) + "0114" + ";" * (len(COLUMNS) + 1) + "\n"
    answers, _ = read(text + "\n" * 100_000)
    assert isinstance(answers, Answers)
    assert time.monotonic() - start < 10
