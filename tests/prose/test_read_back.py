"""What is written is read back, and means the same: over random surveys and rules, and for the catalogue of 2017."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ojdsl.logic.space import Space
from ojdsl.model.nodes import NONRESPONSE, OUTCOMES, And, Asked, Catalogue, Condition, Count, In, Or, Withholding
from ojdsl.model.register import LEVELS
from ojdsl.prose.asked import asked_when
from ojdsl.prose.condition import Words, plain
from ojdsl.prose.facts import levels, withheld
from ojdsl.prose.read import read_asked, read_clause, read_condition, read_denominator, read_levels, read_withholding
from ojdsl.prose.reading.misread import Misread
from ojdsl.prose.rule import clause_text, denominator_sentence, sentence
from ojdsl.testing.random_areas import area_of, areas
from ojdsl.testing.random_conditions import conditions
from tests.prose.small import QUESTIONS
from tests.real import catalogue

some = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def assert_own_sentences_are_read_back(area: Catalogue) -> None:
    space = Space(area.cells())
    for indicator in area.indicators:
        row = indicator.row.label if indicator.row else None
        for clause in indicator.clauses:
            text = clause_text(clause, indicator, area)
            read = read_clause(text, area, row)
            assert not isinstance(read, Misread), (text, read, text[read.position :])
            assert read[0] == clause.outcome
            assert (read[1] is None) == (clause.condition is None)
            if clause.condition is not None and read[1] is not None:
                assert space.holds(read[1]) == space.holds(clause.condition), text
        said = denominator_sentence(indicator, area)
        if said is not None and indicator.denominator is not None:
            counted = read_denominator(sentence(said), area, row)
            assert not isinstance(counted, Misread), (sentence(said), counted)
            assert set(counted[0]) == set(indicator.denominator)
            outcomes = space.outcomes(indicator)
            left_out = space.pool.any_of(f for outcome, f in outcomes.items() if outcome not in indicator.denominator)
            assert (space.holds(counted[1]) if counted[1] else 0) == left_out, sentence(said)
    for question in area.questions:
        when = asked_when(question, area)
        if when is None:
            continue
        asked = read_asked(when, area, question)
        assert not isinstance(asked, Misread), (when, asked, when[asked.position :])
        for cell in question.cells:
            condition = asked[cell.row]
            assert (condition is None) == (cell.asked_if is None), when
            if condition is not None and cell.asked_if is not None:
                assert space.holds(condition) == space.holds(cell.asked_if), when


def test_the_sentences_of_2017_are_read_back() -> None:
    assert_own_sentences_are_read_back(catalogue())


@some
@given(areas())
def test_the_sentences_of_any_area_are_read_back(area: Catalogue) -> None:
    assert_own_sentences_are_read_back(area)


@some
@given(st.integers(0, 100), st.lists(st.sampled_from((*OUTCOMES, NONRESPONSE)), unique=True, min_size=1).map(tuple))
def test_any_withholding_rule_is_read_back(percent: int, counted: tuple[str, ...]) -> None:
    assert read_withholding(withheld(Withholding(percent, counted))) == Withholding(percent, counted)


def test_a_rule_that_counts_nothing_withholds_empty_denominators_only() -> None:
    assert read_withholding(withheld(Withholding(20, ()))) == Withholding(100, ())


@some
@given(st.lists(st.sampled_from(LEVELS), unique=True).map(tuple), st.booleans())
def test_any_levels_are_read_back(groups: tuple[str, ...], units: bool) -> None:
    named = ("enhet", *groups) if units else groups
    assert read_levels(levels(replace(catalogue().indicators[0], levels=named))) == named


SMALL = area_of(QUESTIONS, ())
SPACE = Space(SMALL.cells())
G1, G1A, G4 = In("G1", ("Ja",)), In("G1a", ("Ja",)), In("G4", ("Ja",))


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(conditions(SMALL.cells()), st.sampled_from((None, "X")))
@example(Count(0, 0, (Or((G1, And((G1A, G4)))),)), None)
@example(And((Asked("G1a"), Count(1, 1, (And((G1, In("G4", ("Nej",)))),)))), None)
@example(And((Asked("G1a"), Count(0, 0, (Count(0, 0, (And((G1, In("G4", ("Nej",)))),)),)))), None)
@example(And(()), None)
@example(Or(()), None)
def test_any_condition_is_read_back(condition: Condition, row: str | None) -> None:
    words = Words(SMALL)
    words.row = row
    text = plain(condition, words)
    read = read_condition(text, SMALL, row)
    assert not isinstance(read, Misread), (text, read, text[read.position :])
    assert SPACE.holds(read) == SPACE.holds(condition), text
