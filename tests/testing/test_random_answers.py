"""Random answers are what their kind says, in random areas and in the real one."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from ojdsl.logic.interpret import effective, holds, interpret
from ojdsl.model.nodes import NONRESPONSE, Catalogue
from ojdsl.testing import answers, areas
from ojdsl.testing.random_answers import Kind, complete_answers
from ojdsl.testing.random_questions import ways
from tests.real import catalogue
from tests.testing.assuming import assuming_areas

some = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))


def unasked(made: Catalogue, row: Mapping[str, str]) -> set[str]:
    """The columns that no completion of a row asks, if what is blank and decides it stays open."""
    values = effective(dict(row), made.cell_of)
    return {column for column, value in values.items() if value is None}


def drawn(data: st.DataObject, kind: Kind) -> tuple[Catalogue, dict[str, str]]:
    made = data.draw(areas())
    row = data.draw(answers(made, kind))
    assert list(row) == [cell.column for cell in made.cells() if cell.labels]
    assert all(not answer or answer in ways(made.cell(column)) for column, answer in row.items())
    return made, row


@some
@given(st.data())
def test_consistent_answers_are_given_to_just_what_is_asked(data: st.DataObject) -> None:
    made, row = drawn(data, "consistent")
    assert {column for column, answer in row.items() if not answer} == unasked(made, row)
    assert all(interpret(indicator, made, row) != NONRESPONSE for indicator in made.indicators)


@some
@given(st.data())
def test_contradictory_answers_have_one_to_something_not_asked(data: st.DataObject) -> None:
    made, row = drawn(data, "contradictory")
    assert any(row[column] for column in unasked(made, row))
    assert all(row[column] for column in row.keys() - unasked(made, row))


@some
@given(st.data())
def test_partial_answers_can_be_completed_to_consistent_ones(data: st.DataObject) -> None:
    made, row = drawn(data, "partial")
    forms = (effective(complete, made.cell_of) for complete in complete_answers(made))
    within = [form for form in forms if all(not answer or form[column] == answer for column, answer in row.items())]
    assert any(any(answer and not row[column] for column, answer in form.items()) for form in within)


@some
@given(assuming_areas().flatmap(lambda made: st.tuples(st.just(made), answers(made))))
def test_answers_are_such_as_the_area_assumes(drawn: tuple[Catalogue, dict[str, str]]) -> None:
    made, row = drawn
    values = effective(row, made.cell_of)
    assert all(holds(one.then, values) for one in made.assumptions if holds(one.when, values))


@pytest.mark.parametrize("kind", ["consistent", "partial", "contradictory"])
def test_the_real_catalogue_gives_every_outcome_of_every_indicator(kind: Kind) -> None:
    """Over some hundred rows; of partial ones, nonresponse too."""
    seen: set[tuple[str, str]] = set()

    @settings(max_examples=150, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @seed(1)
    @given(st.data())
    def collect(data: st.DataObject) -> None:
        row = data.draw(answers(catalogue(), kind))
        seen.update((one.id, interpret(one, catalogue(), row)) for one in catalogue().indicators if one.kind == "indicator")

    collect()
    assert {outcome for _, outcome in seen} >= {"Ja", "Delvis", "Nej", "Ej aktuellt"}
    assert any(outcome == NONRESPONSE for _, outcome in seen) == (kind == "partial")


def test_there_is_nothing_else_to_import() -> None:
    with pytest.raises(ImportError):
        from ojdsl.testing import finnsinte  # noqa: F401
