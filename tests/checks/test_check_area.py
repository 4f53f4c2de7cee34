"""In which order an area is checked, and what is left untold where something else is wrong: rules by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from ojdsl.checks import check as module
from ojdsl.checks.better_answers import better_answers
from ojdsl.checks.check import check_area
from ojdsl.logic.diagram import TooLargeError
from ojdsl.logic.space import Space
from ojdsl.model.nodes import And, AnswerKind, Asked, Assumption, Catalogue, Cell, Condition, Count, Example, In
from ojdsl.testing.random_areas import area_of, indicator
from ojdsl.testing.random_questions import NOWHERE
from tests.prose.small import QUESTIONS

YES, OTHER, NO = In("G4", ("Ja",)), In("G3_x", ("Ja",)), In("G4", ("Nej",))
TWO = Count(2, 3, tuple(In(f"G2_{row}", ("Ja",)) for row in "xyz"))
FALSE_EXAMPLE = Example({"G4": "Ja", "G3_x": "Ja"}, "Nej", NOWHERE)
Rule = tuple[tuple[str, Condition | None], ...]


def area(*rules: Rule, examples: tuple[Example, ...] = ()) -> Catalogue:
    made = (indicator(number, rule, QUESTIONS) for number, rule in enumerate(rules, 1))
    return area_of(QUESTIONS, tuple(replace(one, examples=examples) for one in made))


def codes(made: Catalogue, notes: bool = False) -> list[str]:
    return [fault.code for fault in check_area(made, notes)]


def test_examples_are_tried_where_the_rule_is_sound_and_what_is_never_reached_is_always_told() -> None:
    never = ("Delvis", And((YES, NO)))
    assert codes(area((("Ja", YES), ("Nej", None)), examples=(FALSE_EXAMPLE,))) == ["OJ428"]
    assert codes(area((("Ja", YES), never, ("Nej", And((NO, OTHER)))), examples=(FALSE_EXAMPLE,))) == ["OJ420", "OJ422"]
    assert codes(area((("Ja", YES), never, ("Nej", None)), examples=(FALSE_EXAMPLE,))) == ["OJ422", "OJ428"]


def test_what_follows_from_what_is_told_only_as_a_note() -> None:
    made = area((("Ja", YES), ("Nej", None)), (("Ja", And((YES, OTHER))), ("Nej", None)))
    assert check_area(made) == []
    assert codes(made, notes=True) == ["OJ436"]


def test_answers_in_the_same_words_are_told_unless_the_specs_have_errors() -> None:
    made = area((("Ja", YES), ("Nej", None)))
    *others, last = made.questions
    alike = replace(last, alternatives=tuple(replace(one, text="Detsamma") for one in last.alternatives))
    made = replace(made, questions=(*others, alike))
    assert codes(made) == ["OJ881"]
    assert check_area(made, faulty=True) == []


def test_rules_after_one_that_is_too_large_are_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    def small(cells: Iterable[Cell]) -> Space:
        space = Space(cells)
        space.pool.largest = 12
        return space

    monkeypatch.setattr(module, "Space", small)
    made = area((("Ja", TWO), ("Nej", None)), (("Ja", YES), ("Nej", And((NO, OTHER)))))
    found = check_area(made)
    assert [(fault.code, fault.facts["name"]) for fault in found] == [("OJ427", "ind_1"), ("OJ420", "ind_2")]


def test_a_rule_of_many_cells_must_be_written_in_few_products(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each outcome is tried in a space of the rule's own cells; a rule of six cells need not be tried."""
    tests = (*TWO.args, YES, OTHER, In("G5_a", ("Ja",)), In("G5_b", ("Ja",)))
    many, few = (area((("Ja", And(tests[-count:])), ("Nej", None))) for count in (7, 6))
    tried: list[tuple[tuple[str, ...], int]] = []
    monkeypatch.setattr(module, "ways_to", lambda space, f: tried.append((tuple(cell.column for cell in space.cells), f)))
    assert (codes(many), codes(few)) == ([], [])
    (one,) = many.indicators
    own = Space(many.cell(column) for column in one.cells)
    assert tried == [(one.cells, f) for f in own.outcomes(one).values()]

    def too_many(space: Space, f: int) -> None:
        raise TooLargeError

    monkeypatch.setattr(module, "ways_to", too_many)
    (fault,) = check_area(many)
    largest = Space(many.cells()).pool.largest
    assert (fault.code, fault.place, fault.facts) == ("OJ427", one.span, {"name": "ind_1", "largest": largest})
    assert check_area(few) == []


def test_a_claim_on_better_answers_is_tried_with_the_assumptions_and_told_where_it_is_too_large() -> None:
    made = area((("Ja", NO), ("Nej", None)))
    (one,) = made.indicators
    choice = QUESTIONS[4]
    kinds = (replace(choice.alternatives[0], kind=AnswerKind.YES), replace(choice.alternatives[1], kind=AnswerKind.NO))
    questions = tuple(replace(asked, alternatives=kinds) if asked is choice else asked for asked in made.questions)
    claimed = replace(one, never_worse=NOWHERE)
    made = replace(made, questions=questions, indicators=(claimed,))
    assert [fault.code for fault in better_answers(claimed, Space(made.cells()), made)] == ["OJ446"]
    assumed = replace(made, assumptions=(Assumption("a", Asked("G4"), NO, "", NOWHERE),))
    assert better_answers(claimed, Space(made.cells()), assumed) == []
    space = Space(made.cells())
    space.pool.largest = 2
    (fault,) = better_answers(claimed, space, made)
    assert (fault.code, fault.place, fault.facts) == ("OJ427", claimed.span, {"name": "ind_1", "largest": 2})
