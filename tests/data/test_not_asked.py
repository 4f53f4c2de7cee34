"""Which questions a row says were asked, and the warnings for answers that cannot count."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ojdsl.data.asked import Truth, is_asked
from ojdsl.data.not_asked import not_asked
from ojdsl.diagnostics.fact import position_of
from ojdsl.diagnostics.render import message, severity
from ojdsl.model.nodes import And, Asked, Cell, Condition, Count, In, Or

from .small import answers_of, catalogue, csv_of, unmarked

GATE = "missbruk_besvaras"


def warned(values: dict[str, str]) -> list[tuple[str, object]]:
    answers = answers_of([{"enhet": "0114"} | values])
    return [(item.code, item.facts["column"]) for item in not_asked(catalogue(), answers)]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"G15": "Ja", "G15a": "Ja"}, []),
        ({"G15": "", "G15a": "Ja"}, []),
        ({"G15": "Nej"}, []),
        ({"G15": "Nej", "G15a": "Ja"}, [("OJ651", "G15a")]),
        ({"M6": "Nej", "M6c": "Nej"}, [("OJ651", "M6c")]),
        ({"M6": "Nej", "M6b": "Ja", "M6c": "Nej"}, [("OJ651", "M6b"), ("OJ651", "M6c")]),
        ({"M6b": "Nej", "M6c": "Nej"}, [("OJ651", "M6c")]),
        ({"G6": "Nej", "G6a_a": "Nej"}, [("OJ651", "G6a_a")]),
        ({"G8_1": "Nej", "G8a": "en text"}, [("OJ651", "G8a")]),
        ({GATE: "Nej", "G15": "Ja"}, []),
        ({GATE: "Nej", "M6": "Nej", "M6b": "Ja"}, [("OJ652", "M6"), ("OJ652", "M6b")]),
        ({GATE: "Ja", "M6": "Ja"}, []),
    ],
)
def test_warnings(values: dict[str, str], expected: list[tuple[str, object]]) -> None:
    assert warned(values) == expected


def test_a_warning_says_where_and_why() -> None:
    answers = answers_of([{"enhet": "0115"}, {"enhet": "0114", "M6": "Nej", "M6b": "Ja", "M6c": "Ja"}])
    found = not_asked(catalogue(), answers)
    assert [message(item) for item in found] == [
        f"0114 har svarat ”Ja” på {column}, men frågan ställdes inte, eftersom ”M6 = Nej”. Svaret räknas inte."
        for column in ("M6b", "M6c")
    ]
    assert {severity(item) for item in found} == {"warning"}
    at = position_of(found[0].place)
    line = csv_of([{"enhet": "0114", "M6": "Nej", "M6b": "Ja", "M6c": "Ja"}]).splitlines()[1]
    assert (at.line, at.column) == (3, line.index("Nej;Ja;Ja") + 5)


def test_unmarked_marks_count_as_no_where_the_question_says_so() -> None:
    condition = In("G6a_b", ("Ja",))
    base = catalogue()
    questions = tuple(
        replace(item, cells=tuple(replace(cell, asked_if=condition) for cell in item.cells)) if item.id == "G15" else item
        for item in base.questions
    )
    for blank_is_unmarked, expected in ((True, ["G15"]), (False, [])):
        spec = unmarked(replace(base, questions=questions), blank_is_unmarked)
        found = not_asked(spec, answers_of([{"enhet": "0114", "G6": "Ja", "G6a_a": "Ja", "G15": "Ja"}], spec))
        assert [item.facts["column"] for item in found] == expected


A, B, C = (In(column, ("Ja",)) for column in "abc")


@pytest.mark.parametrize(
    ("condition", "row", "expected"),
    [
        (A, "J", True),
        (A, "N", False),
        (A, "-", None),
        (In("a", ()), "-", False),
        (In("a", ("Ja", "Nej")), "-", True),
        (Asked("a"), "-", True),
        (Asked("d"), "---", None),
        (Asked("d"), "N--", False),
        (In("d", ("Ja",)), "NNNJ", False),
        (In("d", ("Ja",)), "---J", None),
        (In("d", ("Ja",)), "---N", False),
        (And((A, B)), "JJ", True),
        (And((A, B)), "J-", None),
        (And((A, B)), "-N", False),
        (Or((A, B)), "-J", True),
        (Or((A, B)), "-N", None),
        (Or((A, B)), "NN", False),
        (Or(()), "", False),
        (And(()), "", True),
        (Count(2, 3, (A, B, C)), "JJ-", True),
        (Count(2, 3, (A, B, C)), "J-N", None),
        (Count(2, 3, (A, B, C)), "-NN", False),
        (Count(0, 1, (A, B, C)), "JJ-", False),
        (Count(0, 1, (A, B, C)), "J--", None),
        (Count(0, 1, (A, B, C)), "JNN", True),
    ],
)
def test_three_values(condition: Condition, row: str, expected: Truth) -> None:
    answers = {column: {"J": "Ja", "N": "Nej", "-": ""}[mark] for column, mark in zip("abcd", row.ljust(4, "-"), strict=True)}
    conditions: dict[str, Condition | None] = {"a": None, "b": None, "c": None, "d": A, "x": condition}
    cells = {name: Cell(name, name, None, None, "choice", ("Ja", "Nej"), asked_if) for name, asked_if in conditions.items()}
    assert is_asked(cells["x"], cells, answers) is expected
