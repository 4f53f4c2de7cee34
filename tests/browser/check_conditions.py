"""The form's interpreter of conditions is held against the reference, on random areas."""

from __future__ import annotations

from itertools import product
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ojdsl.backends.to_json import condition_json
from ojdsl.logic.interpret import effective, holds
from ojdsl.model.nodes import Catalogue, Cell, Condition
from ojdsl.testing.random_areas import areas
from ojdsl.testing.random_conditions import conditions

Page = Any
SETTINGS = settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
Values = dict[str, str | None]
Filled = tuple[Catalogue, dict[str, str]]
_ASKED = """([cells, answers]) => {
  const look = effective(cells, (column) => answers[column], false);
  return Object.keys(cells).map((column) => look(column).asked);
}"""
_DECIDED = "([condition, cells]) => decide(condition, (column) => cells[column])"


def cells_json(catalogue: Catalogue) -> dict[str, object]:
    return {
        cell.column: {"labels": list(cell.labels), "asked_if": cell.asked_if and condition_json(cell.asked_if), "own": False}
        for cell in catalogue.cells()
    }


def labels(cell: Cell) -> tuple[str, ...]:
    return cell.labels or ("text",)


@st.composite
def answered(draw: st.DrawFn, blanks: bool) -> Filled:
    """An area with answers, some left blank if `blanks`."""
    catalogue = draw(areas())
    blank = ("",) if blanks else ()
    return catalogue, {cell.column: draw(st.sampled_from((*labels(cell), *blank))) for cell in catalogue.cells()}


@st.composite
def decided(draw: st.DrawFn) -> tuple[Condition, Values]:
    """A condition and the effective values of all cells that have labels."""
    cells = tuple(cell for cell in draw(areas()).cells() if cell.labels)
    return draw(conditions(cells)), {cell.column: draw(st.sampled_from((*cell.labels, None))) for cell in cells}


@SETTINGS
@given(case=decided())
def test_a_condition_of_known_values_is_what_the_reference_says(form_page: Page, case: tuple[Condition, Values]) -> None:
    condition, values = case
    cells = {column: {"asked": value is not None, "label": value or ""} for column, value in values.items()}
    assert form_page.evaluate(_DECIDED, [condition_json(condition), cells]) is holds(condition, values)


@SETTINGS
@given(case=answered(blanks=False))
def test_a_complete_form_asks_what_the_reference_asks(form_page: Page, case: Filled) -> None:
    catalogue, answers = case
    reference = effective(answers, {cell.column: cell for cell in catalogue.cells()})
    asked = form_page.evaluate(_ASKED, [cells_json(catalogue), answers])
    assert asked == [reference[cell.column] is not None for cell in catalogue.cells()]


@SETTINGS
@given(case=answered(blanks=True))
def test_what_is_sure_of_a_half_filled_form_holds_in_every_completion(form_page: Page, case: Filled) -> None:
    catalogue, answers = case
    cells = {cell.column: cell for cell in catalogue.cells()}
    asked = dict(zip(cells, form_page.evaluate(_ASKED, [cells_json(catalogue), answers]), strict=True))
    for completion in product(*((answers[column],) if answers[column] else labels(cell) for column, cell in cells.items())):
        reference = effective(dict(zip(cells, completion, strict=True)), cells)
        assert all(sure is None or sure is (reference[column] is not None) for column, sure in asked.items())
