"""Rules of two areas that share questions: alike apart from the area's row, whatever their conditions are made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from ojdsl.logic.comparable import Comparison, comparisons
from ojdsl.model.nodes import And, Asked, Between, Catalogue, Clause, Condition, Count, In, Or, Row
from tests.data.small import NOWHERE, YES_NO, catalogue, indicator, question

AREAS = (Row("Missbruk", "a", "Missbruk"), Row("Bistånd", "b", "Bistånd"))
Rule = Callable[[str, str], Condition]


def area(row: Row, rule: Rule) -> Catalogue:
    """An area that has its own row of two shared questions, and marks; its rule is given the columns of the two."""
    questions = tuple(replace(question(name, YES_NO, rows=(row,)), areas=AREAS) for name in ("G1", "G2"))
    marks = replace(question("G3", YES_NO, multiple=True), areas=AREAS)
    columns = (f"G1_{row.slug}", f"G2_{row.slug}")
    clauses = (Clause("Ja", rule(*columns), NOWHERE), Clause("Nej", None, NOWHERE))
    one = replace(indicator("x", "indicator", ("Ja", "Nej")), cells=(*columns, "G3_ja", "G3_nej"), clauses=clauses)
    made = catalogue()
    return replace(made, area=replace(made.area, name=row.label, row=row.label), questions=(*questions, marks), indicators=(one,))


def published(rule: Rule, other: Rule) -> bool:
    own, beside = area(AREAS[0], rule), area(AREAS[1], other)
    (found,) = comparisons(replace(own, neighbours=(beside,)))
    assert found.published in ((), ("Bistånd",))
    return bool(found.published)


def yes(column: str) -> In:
    return In(column, ("Ja",))


RULES: tuple[Rule, ...] = (
    lambda one, two: yes(one),
    lambda one, two: yes(two),
    lambda one, two: In(one, ("Nej",)),
    lambda one, two: Asked(one),
    lambda one, two: Asked(two),
    lambda one, two: Between(one, ((1, 3),)),
    lambda one, two: Between(two, ((1, 3),)),
    lambda one, two: Between(one, ((1, 4),)),
    lambda one, two: And((yes(one), yes(two))),
    lambda one, two: And((yes(one), Asked(two))),
    lambda one, two: Or((yes(one), yes(two))),
    lambda one, two: Or((yes(one), Asked(two))),
    lambda one, two: Count(1, 1, (yes(one), yes(two))),
    lambda one, two: Count(1, 2, (yes(one), yes(two))),
    lambda one, two: Count(0, 1, (yes(one), yes(two))),
    lambda one, two: Count(1, 1, (yes(two), yes(two))),
    lambda one, two: yes("G3_ja"),  # marks, which are not of any area's row
    lambda one, two: yes("G3_nej"),
)


@pytest.mark.parametrize("number", range(len(RULES)))
def test_a_rule_is_comparable_with_itself_in_another_row_and_with_no_other(number: int) -> None:
    assert [published(RULES[number], other) for other in RULES] == [other is RULES[number] for other in RULES]


def test_areas_without_specs_are_asked_the_same_where_all_the_questions_have_a_row_for_them() -> None:
    """Of five areas two have specs; of the other three one has a row in the first question only, one in the second only."""
    common, one_only, other_only = (Row(name, name.lower(), name) for name in ("C", "D", "E"))
    own, beside = (area(row, lambda one, two: yes(one)) for row in AREAS)
    first, second, marks = own.questions
    asked = (
        replace(first, areas=(*AREAS, one_only, common)),
        replace(second, areas=(*AREAS, common, other_only)),
        replace(marks, areas=(*AREAS, one_only, common, other_only)),
    )
    made = replace(own, questions=asked, neighbours=(beside,))
    assert comparisons(made) == (Comparison(made.indicators[0], ("Bistånd",), ("C",)),)


def test_background_measures_and_questions_of_the_area_alone_are_not_compared() -> None:
    own = area(AREAS[0], lambda one, two: yes(one))
    (made,) = own.indicators
    assert [one.indicator for one in comparisons(own)] == [made]
    assert comparisons(replace(own, indicators=(replace(made, kind="background"),))) == ()
    for number in range(3):
        alone = tuple(replace(one, areas=()) if at == number else one for at, one in enumerate(own.questions))
        assert comparisons(replace(own, questions=alone)) == ()
