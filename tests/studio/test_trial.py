"""Answers that are tried get the outcome of the reference, and the words of `explain`."""

from __future__ import annotations

import json
from itertools import islice, product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ojdsl.logic.explain import decisions, explain
from ojdsl.logic.interpret import interpret, prepared
from ojdsl.model.nodes import NONRESPONSE, Indicator
from ojdsl.prose.decision_table import decision_table
from ojdsl.prose.explain import explanation
from ojdsl.studio.trial import Trial, read_trial, tried, unknown_answer
from ojdsl.studio.view import Good
from ojdsl.testing import answers, areas
from ojdsl.testing.random_answers import Kind
from tests import numbers, real
from tests.studio.conftest import TIME

REAL = Good(real.catalogue(), TIME)


@pytest.mark.parametrize("indicator", REAL.catalogue.indicators, ids=lambda one: one.id)
def test_the_outcome_is_that_of_the_reference_for_all_answers(indicator: Indicator) -> None:
    cells = [REAL.catalogue.cell(column) for column in indicator.cells]
    patterns = product(*(("", *cell.labels) for cell in cells))
    for pattern in islice(patterns, 0, None, 7 if len(cells) > 4 else 1):
        chosen = {cell.column: label for cell, label in zip(cells, pattern, strict=True) if label}
        assert tried(chosen, indicator, REAL).outcome == interpret(indicator, REAL.catalogue, chosen)


@pytest.mark.parametrize("indicator", REAL.catalogue.indicators, ids=lambda one: one.id)
def test_the_words_are_those_of_explain_and_the_rows_say_the_outcome(indicator: Indicator) -> None:
    cells = [REAL.catalogue.cell(column) for column in indicator.cells]
    for label in range(2):
        chosen = {cell.column: cell.labels[label] for cell in cells}
        made = explain(decisions(indicator, REAL.catalogue), prepared(REAL.catalogue, chosen))
        result = tried(chosen, indicator, REAL)
        assert result.why == explanation(made, indicator, REAL.catalogue)
        assert result.rows
        table = decision_table(indicator, REAL.catalogue)
        assert {table.rows[number].outcome for number in result.rows} == {result.outcome}


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data(), st.sampled_from(("consistent", "partial", "contradictory")))
def test_any_area_and_any_answers(data: st.DataObject, kind: Kind) -> None:
    """Numbers too. Consistent answers are in some row, and no answers are in a row of another outcome."""
    catalogue = data.draw(areas())
    row = {column: answer for column, answer in data.draw(answers(catalogue, kind)).items() if answer}
    assert not unknown_answer(row, catalogue)
    for indicator in catalogue.indicators:
        result = tried(row, indicator, Good(catalogue, TIME))
        assert result.outcome == interpret(indicator, catalogue, row)
        table = decision_table(indicator, catalogue)
        assert {table.rows[number].outcome for number in result.rows} <= {result.outcome}
        assert result.rows or kind != "consistent"


def test_a_number_is_tried_and_found_in_its_row() -> None:
    good = Good(numbers.area(), TIME)
    indicator = next(one for one in good.catalogue.indicators if one.id == "vantan")
    result = tried({"M8": "12"}, indicator, good)
    assert result.outcome == "Delvis"
    (number,) = result.rows
    assert decision_table(indicator, good.catalogue).rows[number].labels[0] == ("8–14",)
    assert not unknown_answer({"M8": "365"}, good.catalogue)
    for wrong in ("366", "-1", "1.5", "x", "", "1" * 5000):
        assert unknown_answer({"M8": wrong}, good.catalogue)


def test_no_answer_at_all_is_unanswered_and_not_declined() -> None:
    for indicator in REAL.catalogue.indicators:
        result = tried({}, indicator, REAL)
        assert result.outcome == NONRESPONSE
        assert result.rows == ()
        assert result.why[0].startswith("Resultatet är Bortfall eftersom ni inte har svarat på fråg")


# --- requests ---------------------------------------------------------------------------------------------------------


def test_a_trial_is_read() -> None:
    body = json.dumps({"number": 3, "indicator": "freda", "answers": {"G12": "Ja"}}).encode()
    assert read_trial(body) == Trial(3, "freda", {"G12": "Ja"})


NOT_TRIALS = (
    b"", b"{", b"[]", b"null", b"\xff", b"1" * 5000, b"[" * 100_000, b'{"number": 1}', b'"\\ud800"',
    b'{"number": "1", "indicator": "freda", "answers": {}}', b'{"number": 1, "indicator": ["freda"], "answers": {}}',
    b'{"number": 1, "indicator": "freda", "answers": []}', b'{"number": 1, "indicator": "freda", "answers": {"G12": 1}}',
    b'{"number": 1, "indicator": "freda", "answers": {"G12": ["Ja"]}}',
    b'{"number": 1, "indicator": "freda", "answers": {}, "a": 1}',
)  # fmt: skip


@pytest.mark.parametrize("body", NOT_TRIALS, ids=range(len(NOT_TRIALS)))
def test_anything_else_is_no_trial(body: bytes) -> None:
    assert read_trial(body) is None


@settings(max_examples=300)
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_bytes_are_too_much(body: bytes) -> None:
    read_trial(body)


@pytest.mark.parametrize("wrong", [{"G12": "ja"}, {"G12": ""}, {"X1": "Ja"}, {"G8a": "fritext"}, {"missbruk_besvaras": "Ja"}])
def test_an_answer_that_the_survey_does_not_have_is_noticed(wrong: dict[str, str]) -> None:
    assert unknown_answer(wrong, REAL.catalogue)
    assert not unknown_answer({"G12": "Ja"}, REAL.catalogue)
