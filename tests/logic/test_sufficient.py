"""The examples that are missing, of rules so small that they can be counted by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ojdsl.logic.sufficient import Sufficiency, sufficiency
from ojdsl.model.nodes import And, Assumption, Catalogue, Cell, Condition, Count, In, Or
from ojdsl.testing.random_areas import area_of, indicator
from ojdsl.testing.random_questions import NOWHERE
from tests.logic.test_mutants import DAYS, ROWS, days, question

FIRST, SECOND = In("G1", ("Ja",)), In("G2", ("Ja",))
A, B, C = (In(f"G3_{row.slug}", ("Ja",)) for row in ROWS)
QUESTIONS = (question("G1"), question("G2"), question("G3", rows=ROWS), question("G4", asked_if=FIRST))


def area(yes: Condition, *assumptions: Assumption) -> Catalogue:
    made = indicator(1, (("Ja", yes), ("Nej", None)), QUESTIONS)
    return replace(area_of(QUESTIONS, (made,)), assumptions=assumptions)


def found_of(made: Catalogue) -> Sufficiency:
    return sufficiency(made.indicators[0], made)


def test_a_rule_of_one_test_needs_an_example_of_each_outcome() -> None:
    made = area(FIRST)
    found = found_of(made)
    assert found.unnoticed == found.mutants
    assert len(found.mutants) == 4
    assert [(dict(one.answers), one.outcome, one.review) for one in found.extra] == [
        ({"G1": "Ja"}, "Ja", True),
        ({"G1": "Nej"}, "Nej", True),
    ]
    assert all(one.span is made.indicators[0].span for one in found.extra)
    assert found.proven


@pytest.mark.parametrize(
    ("yes", "fewest"),
    [
        (And((FIRST, SECOND)), 3),  # both, and one without the other
        (Or((FIRST, SECOND)), 3),  # none, and one without the other
        (Or((FIRST, And((SECOND, A)))), 4),
        (And((FIRST, Or((SECOND, A)))), 4),
        (Count(1, 3, (A, B, C)), 4),
        (Count(2, 3, (A, B, C)), 4),  # two with two rows, and two with one
        (And((A, B)), 3),  # both without C, and each without the other
        (In("G4", ("Ja",)), 2),
        # where the first that comes is not the best, where a later one makes an earlier needless, where answers with one
        # reason need more examples than others do, and where they need fewer
        (Count(1, 1, (Count(1, 1, (SECOND, C)), FIRST)), 2),
        (Or((C, Count(1, 2, (In("G4", ("Ja",)), FIRST, SECOND)))), 5),
        (Count(1, 1, (Or((SECOND, FIRST)), Or((A, SECOND)))), 3),
        (Count(1, 2, (In("G1", ("Nej",)), Or((B, SECOND)), C)), 4),
        # and where one is needless whatever is wanted
        (And((Or((B, In("G4", ("Ja",)))), Or((FIRST, In("G1", ("Nej",)))))), 3),
    ],
)
def test_the_examples_are_enough_and_each_is_needed(yes: Condition, fewest: int) -> None:
    made = area(yes)
    (one,) = made.indicators
    found = found_of(made)
    assert len(found.extra) == fewest
    assert sufficiency(replace(one, examples=found.extra), made).unnoticed == ()
    for left_out in found.extra:
        rest = tuple(example for example in found.extra if example is not left_out)
        again = sufficiency(replace(one, examples=rest), made)
        assert again.unnoticed
        assert [mutant.change for mutant in again.mutants] == [mutant.change for mutant in found.mutants]
        assert len(again.extra) == 1


def test_what_only_answers_against_the_assumptions_would_notice_needs_no_example() -> None:
    found = found_of(area(And((FIRST, SECOND)), Assumption("a", FIRST, SECOND, "", NOWHERE)))
    assert 0 < len(found.unnoticed) < len(found.mutants)
    assert {(one.answers["G1"], one.answers["G2"]) for one in found.extra} == {("Ja", "Ja"), ("Nej", "Ja")}


def test_limits_of_numbers_are_noticed_just_beside_them() -> None:
    cells = (Cell("G1", "G1", None, None, "number", ("0",), None, DAYS),)
    asked = (replace(question("G1"), cells=cells, number=DAYS),)
    made = indicator(1, (("Ja", days((8, 14))), ("Nej", None)), asked)
    found = sufficiency(made, area_of(asked, (made,)))
    assert sorted(int(one.answers["G1"]) for one in found.extra) == [7, 8, 14, 15]
    assert found.unnoticed == found.mutants
