"""The forms and the places of faults, where a whole run of `check` seldom comes (found by `make mutate`)."""

from __future__ import annotations

from dataclasses import replace

from ojdsl.checks.found import counterexample, form
from ojdsl.checks.skip_conditions import skip_conditions
from ojdsl.logic.diagram import FALSE
from ojdsl.logic.forms import shortest_form
from ojdsl.logic.space import Space
from ojdsl.model.nodes import In, Row
from tests.checks.test_checks import NOTHING, compiled
from tests.data.small import YES_NO, catalogue, question


def test_questions_too_large_to_decide_are_told_at_the_first_of_the_area() -> None:
    made, _ = compiled(NOTHING)
    space = Space(made.cells())
    space.pool.largest = 3
    (fault,) = skip_conditions(space, made)
    assert (fault.code, fault.place) == ("OJ427", made.questions[0].span)
    assert fault.facts == {"name": "missbruk", "largest": 3}


def test_a_blank_is_a_dash_on_the_form() -> None:
    made, _ = compiled(NOTHING)
    assert form({"M5": ""}, made).form == (("M5", "–"),)


def test_what_no_answers_show_has_no_form() -> None:
    made, _ = compiled(NOTHING)
    assert counterexample(Space(made.cells()), FALSE, ("M5",), made) is None


def test_each_row_that_is_not_asked_of_a_question_that_is_stands_on_the_form() -> None:
    yes, no = In("G1", ("Ja",)), In("G1", ("Nej",))
    first, rows = question("G1", YES_NO), question("G2", YES_NO, rows=tuple(Row(name, name.lower(), name) for name in "ABC"))
    some = replace(rows, cells=(rows.cells[0], *(replace(cell, asked_if=yes) for cell in rows.cells[1:])))
    none = replace(rows, cells=tuple(replace(cell, asked_if=yes) for cell in rows.cells))
    for asked, lines in ((some, (("G2, A", "Ja"), ("G2, B", None), ("G2, C", None))), (none, (("G2", None),))):
        area = replace(catalogue(), questions=(first, asked))
        space = Space(area.cells())
        found = counterexample(space, space.holds(no), [cell.column for cell in area.cells()], area)
        assert found is not None
        assert found.form == (("G1", "Nej"), *lines)


def test_where_the_shortest_form_takes_too_many_nodes_some_form_is_shown() -> None:
    made, _ = compiled(NOTHING)
    space = Space(made.cells())
    columns = [cell.column for cell in made.cells() if cell.column in space.number]
    f = space.holds(In("G6_missbruk", ("Ja",)))
    for column in columns:
        space.asked(column)
    space.pool.largest = len(space.pool.nodes)
    found = shortest_form(space, f, columns)
    assert found is not None
    assert found["G6_missbruk"] == "Ja"
