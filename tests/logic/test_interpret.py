"""The meaning itself at its edges, worked out by hand: everything else is held against it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ojdsl.logic.interpret import holds, prepared
from ojdsl.model.nodes import And, Asked, Between, Cell, Condition, Count, In, Or, Row
from tests.data.small import QUESTIONS, alternative, catalogue, question

YES, NO, OPEN = In("yes", ("Ja",)), In("no", ("Ja",)), In("unasked", ("Ja", "Nej"))
VALUES = {"yes": "Ja", "no": "Nej", "unasked": None, "zero": "0", "ten": "10"}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (YES, True),
        (NO, False),
        (OPEN, False),  # every test on a cell that is not asked is false
        (Asked("no"), True),
        (Asked("unasked"), False),
        (Between("ten", ((10, 20),)), True),  # both limits belong to the interval
        (Between("ten", ((1, 10),)), True),
        (Between("ten", ((11, 20),)), False),
        (Between("ten", ((1, 9),)), False),
        (Between("ten", ((1, 2), (9, 11))), True),
        (Between("ten", ((2, 9), (11, 20))), False),
        (Between("zero", ((0, 0),)), True),
        (Between("zero", ((1, 5),)), False),
        (Between("unasked", ((0, 999),)), False),
        (And((YES, NO)), False),
        (And((YES, YES)), True),
        (Or((YES, NO)), True),
        (Or((NO, NO)), False),
        *((Count(least, most, (YES, YES, NO)), least <= 2 <= most) for least, most in ((0, 1), (0, 2), (1, 3), (2, 2), (3, 3))),
    ],
)
def test_a_condition(condition: Condition, expected: bool) -> None:
    assert holds(condition, VALUES) is expected


# --- blanks -------------------------------------------------------------------------------------------------------------


def test_what_is_not_in_the_file_is_blank_and_so_is_what_was_declined() -> None:
    columns = [one.column for item in QUESTIONS for one in item.cells]
    assert prepared(catalogue(), {}) == dict.fromkeys(columns, "")
    declined = prepared(catalogue(), {"missbruk_besvaras": "Nej", "G15": "Ja", "M5": "Nej"})
    assert declined == {**dict.fromkeys(columns, ""), "G15": "Ja"}


def test_a_mark_makes_the_blanks_of_its_own_row_unmarked() -> None:
    """Of two rows with two marks each: where one is marked the other is not; where none is both are unanswered."""
    marks = tuple(Cell(f"G5_{row.lower()}_{mark}", "G5", row, mark, "mark", ("Ja", "Nej"), None) for row in "AB" for mark in "xy")
    rows = tuple(Row(name, name.lower(), name) for name in "AB")
    both = replace(question("G5", (alternative("x"), alternative("y")), rows=rows, multiple=True), cells=marks)
    area = replace(catalogue(), questions=(*QUESTIONS, both))
    others = {one.column: "" for item in QUESTIONS for one in item.cells}
    marked = {"G5_a_x": "", "G5_a_y": "Ja", "G5_b_x": "", "G5_b_y": ""}
    assert prepared(area, marked) == {**others, **marked, "G5_a_x": "Nej"}
    left = {**marked, "G5_a_y": "Nej"}
    assert prepared(area, left) == {**others, **left}
    unsaid = replace(area, questions=(*QUESTIONS, replace(both, blank_is_unmarked=False)))
    assert prepared(unsaid, marked) == {**others, **marked}
