"""The forms and the places of faults, where a whole run of `check` seldom comes (found by `make mutate`)."""

from __future__ import annotations

from ojdsl.checks.found import counterexample, form
from ojdsl.checks.skip_conditions import skip_conditions
from ojdsl.logic.diagram import FALSE
from ojdsl.logic.forms import shortest_form
from ojdsl.logic.space import Space
from ojdsl.model.nodes import In
from tests.checks.test_checks import NOTHING, compiled


def test_questions_too_large_to_decide_are_told_at_the_first_of_the_area() -> None:
    catalogue, _ = compiled(NOTHING)
    space = Space(catalogue.cells())
    space.pool.largest = 3
    (fault,) = skip_conditions(space, catalogue)
    assert (fault.code, fault.place) == ("OJ427", catalogue.questions[0].span)
    assert fault.facts == {"name": "missbruk", "largest": 3}


def test_a_blank_is_a_dash_on_the_form() -> None:
    catalogue, _ = compiled(NOTHING)
    assert form({"M5": ""}, catalogue).form == (("M5", "–"),)


def test_what_no_answers_show_has_no_form() -> None:
    catalogue, _ = compiled(NOTHING)
    assert counterexample(Space(catalogue.cells()), FALSE, ("M5",), catalogue) is None


def test_where_the_shortest_form_takes_too_many_nodes_some_form_is_shown() -> None:
    catalogue, _ = compiled(NOTHING)
    space = Space(catalogue.cells())
    columns = [cell.column for cell in catalogue.cells() if cell.column in space.number]
    f = space.holds(In("G6_missbruk", ("Ja",)))
    for column in columns:
        space.asked(column)
    space.pool.largest = len(space.pool.nodes)
    found = shortest_form(space, f, columns)
    assert found is not None
    assert found["G6_missbruk"] == "Ja"
