"""Every line of the manual, on every evaluator."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from ojdsl.backends.to_python import evaluator
from ojdsl.data.engine import load_engine
from ojdsl.logic.interpret import interpret, prepared
from ojdsl.logic.space import Space
from ojdsl.model.nodes import NONRESPONSE, Catalogue
from ojdsl.model.slug import slug
from tests.spec.cases import Section, sections

SECTIONS = list(sections())
Evaluator = Callable[[Catalogue, Mapping[str, str]], str]


def name_of(section: Section) -> str:
    """In ASCII: pytest escapes it again each time that mutmut has it collect the tests, and then knows it no longer."""
    return slug(section.name)


def by_meaning(catalogue: Catalogue, row: Mapping[str, str]) -> str:
    return interpret(catalogue.indicators[0], catalogue, row)


def by_generated_code(catalogue: Catalogue, row: Mapping[str, str]) -> str:
    return load_engine(evaluator(catalogue)).evaluate_row(dict(row))["prov"]


def by_logic(catalogue: Catalogue, row: Mapping[str, str]) -> str:
    """The outcome that holds wherever the given answers do."""
    space, given = Space(catalogue.cells()), prepared(catalogue, row)
    tests = [
        space.pool.test(number, (cell.labels.index(given[cell.column]),))
        for number, cell in enumerate(space.cells)
        if given[cell.column]
    ]
    known = space.pool.all_of(tests)
    certain = [outcome for outcome, f in space.outcomes(catalogue.indicators[0]).items() if space.pool.implies(known, f)]
    return certain[0] if certain else NONRESPONSE


EVALUATORS: tuple[Evaluator, ...] = (by_meaning, by_generated_code, by_logic)


def test_there_is_a_manual() -> None:
    assert len(SECTIONS) >= 12
    assert all(section.rows and section.questions for section in SECTIONS)


@pytest.mark.parametrize("evaluate", EVALUATORS, ids=lambda one: one.__name__)
@pytest.mark.parametrize("section", SECTIONS, ids=name_of)
def test_the_manual(section: Section, evaluate: Evaluator) -> None:
    catalogue = section.catalogue()
    columns = {cell.column for cell in catalogue.cells()} | {catalogue.area.gate}
    for line in section.rows:
        row = {column: value for column, value in line.items() if column not in ("utfall", "orsak", "i nämnaren")}
        assert set(row) <= columns
        assert evaluate(catalogue, row) == line["utfall"], line


@pytest.mark.parametrize("section", [one for one in SECTIONS if "orsak" in one.rows[0]], ids=name_of)
def test_the_kinds_of_nonresponse(section: Section) -> None:
    engine = load_engine(evaluator(section.catalogue()))
    for line in section.rows:
        row = {column: value for column, value in line.items() if column not in ("utfall", "orsak", "i nämnaren")}
        reason = engine.nonresponse_reason(row, "prov") if line["utfall"] == NONRESPONSE else ""
        assert reason == line["orsak"], line


@pytest.mark.parametrize("section", [one for one in SECTIONS if "i nämnaren" in one.rows[0]], ids=name_of)
def test_who_is_in_the_denominator(section: Section) -> None:
    counted = load_engine(evaluator(section.catalogue())).DENOMINATORS["prov"]
    for line in section.rows:
        expected = {"ja": True, "nej": False, "": None}[line["i nämnaren"]]
        assert (None if counted is None else line["utfall"] in counted) == expected, line
