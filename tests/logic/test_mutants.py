"""Single changes of rules: every one differs, a small rule's are counted by hand, and the proposed examples notice them all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from ojdsl.logic.given import outcome_within, outcomes_of, product_of
from ojdsl.logic.interpret import interpret
from ojdsl.logic.mutants import Change, Dropped, Rewritten, Swapped, mutants
from ojdsl.logic.space import Space
from ojdsl.logic.sufficient import sufficiency
from ojdsl.model.nodes import (
    NONRESPONSE,
    And,
    Between,
    Catalogue,
    Cell,
    Condition,
    Count,
    Example,
    In,
    Indicator,
    Number,
    Or,
    Question,
    Row,
)  # fmt: skip
from ojdsl.model.numbers import cut
from ojdsl.testing.random_answers import complete_answers
from ojdsl.testing.random_areas import area_of, areas, indicator
from ojdsl.testing.random_questions import NOWHERE
from tests.real import catalogue

some = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
finely = areas().map(lambda made: cut(made, slack=1))
"""Numbers cut beside their limits, too, as mutants need."""
YES, NO = ("Ja",), ("Nej",)
ROWS = tuple(Row(name, name.lower(), name) for name in ("A", "B", "C"))


def question(name: str, *labels: str, rows: tuple[Row, ...] = (), marks: str = "", asked_if: Condition | None = None) -> Question:
    places: tuple[tuple[str, str | None, str | None], ...] = ((name, None, None),)
    if rows or marks:
        named = [(row.slug, row.label, None) for row in rows] + [(mark.lower(), None, mark) for mark in marks]
        places = tuple((f"{name}_{slug}", row, mark) for slug, row, mark in named)
    cells = tuple(
        Cell(column, name, row, mark, "mark" if mark else "choice", labels or ("Ja", "Nej"), asked_if)
        for column, row, mark in places
    )
    return Question(
        id=name, text=name, alternatives=(), rows=rows, multiple=bool(marks), blank_is_unmarked=False, section="G", parent=None,
        period=None, instruction=None, terms=(), wording="paraphrased", not_reported=None, asked_if=asked_if,
        asked_if_text=None, cells=cells, span=NOWHERE,
    )  # fmt: skip


def changes(yes: Condition, *questions: Question) -> list[Change]:
    """The changes of `Ja: yes`, `Nej: annars`."""
    made = indicator(1, (("Ja", yes), ("Nej", None)), questions)
    area = area_of(questions, (made,))
    return [mutant.change for mutant in mutants(made, area, Space(area.cells()))]


def rewritten(yes: Condition, *questions: Question) -> list[tuple[Condition, Condition | None]]:
    return [(one.before, one.after) for one in changes(yes, *questions) if isinstance(one, Rewritten)]


def test_a_rule_of_one_test() -> None:
    """`G1 är Ja` of two answers: Ja or Nej, Nej, no clause, and the outcomes the other way round."""
    test = In("G1", YES)
    assert changes(test, question("G1")) == [
        Rewritten("Ja", test, In("G1", ("Ja", "Nej"))),
        Rewritten("Ja", test, In("G1", NO)),
        Dropped("Ja"),
        Swapped("Ja", "Nej"),
    ]


def test_a_rule_of_two_tests() -> None:
    """Two tests of three answers, one of them two of these: 2 + 2 and 1 + 2 + 2 answers, eller, two dropped."""
    first, second = In("G1", YES), In("G2", ("Ja", "Vet ej"))
    found = rewritten(And((first, second)), question("G1", "Ja", "Nej", "Vet ej"), question("G2", "Ja", "Nej", "Vet ej"))
    assert [(before, after) for before, after in found if after is None] == [(first, None), (second, None)]
    assert (And((first, second)), Or((first, second))) in found
    assert len(found) == 4 + 5 + 1 + 2


def test_what_means_the_same_is_not_counted() -> None:
    """G1a is asked after Ja only: that G1 is Ja need not be said."""
    parent, child = In("G1", YES), In("G1a", YES)
    found = rewritten(And((parent, child)), question("G1"), question("G1a", asked_if=parent))
    assert (parent, None) not in found
    assert (child, None) in found


@pytest.mark.parametrize(
    ("least", "most", "expected"),
    [
        (1, 3, [(2, 3)]),
        (2, 3, [(1, 3), (3, 3)]),
        (0, 1, [(0, 0), (0, 2)]),
        (2, 2, [(1, 1), (3, 3)]),
        (3, 3, [(2, 2)]),
        (1, 2, [(0, 2), (2, 2), (1, 1), (1, 3)]),
        (0, 2, [(0, 1)]),  # 0 to 3 says nothing
    ],
)
def test_bounds(least: int, most: int, expected: list[tuple[int, int]]) -> None:
    tests = tuple(In(f"G1_{row.slug}", YES) for row in ROWS)
    found = rewritten(Count(least, most, tests), question("G1", rows=ROWS))
    assert [(one.min, one.max) for _, one in found if isinstance(one, Count) and one.args == tests] == expected


def test_another_row_and_one_row_more() -> None:
    """`minst 1 av G1[A, B]`: C instead of either, C too; a row that the rule names already is no new one."""
    a, b, c = (In(f"G1_{row.slug}", YES) for row in ROWS)
    found = rewritten(Count(1, 2, (a, b)), question("G1", rows=ROWS))
    assert {(a, c), (b, c), (Count(1, 2, (a, b)), Count(1, 3, (a, b, c)))} <= set(found)
    assert (a, b) not in found


def test_a_row_more_is_tested_as_the_last_of_those_of_one_question() -> None:
    yes, no = (tuple(In(f"G1_{name}", answer) for name in "abcd") for answer in (YES, NO))
    four = question("G1", rows=(*ROWS, Row("D", "d", "D")))
    found = rewritten(And((yes[0], yes[1], no[2])), four)
    assert (And((yes[0], yes[1], no[2])), And((yes[0], yes[1], no[2], no[3]))) in found
    assert (And((yes[0], yes[1], no[2])), And((yes[0], yes[1], no[2], yes[3]))) not in found
    others = rewritten(And((In("G2", YES), yes[0])), question("G2"), four)
    assert all(len(after.args) <= 2 for _, after in others if isinstance(after, And))
    alone = rewritten(And((yes[0],)), four)
    assert all(len(after.args) == 1 for _, after in alone if isinstance(after, And))


def test_a_list_of_either_becomes_one_of_both() -> None:
    first, second = In("G1", YES), In("G2", YES)
    assert (Or((first, second)), And((first, second))) in rewritten(Or((first, second)), question("G1"), question("G2"))


def test_the_own_row_of_a_family_is_never_another() -> None:
    asked = question("G1", rows=ROWS)
    made = replace(indicator(1, (("Ja", In("G1_a", YES)), ("Nej", None)), (asked,)), row=ROWS[0])
    area = area_of((asked,), (made,))
    found = mutants(made, area, Space(area.cells()))
    assert {mutant.indicator.cells for mutant in found} == {("G1_a",), ()}
    family = mutants(replace(made, row=None), area, Space(area.cells()))
    assert {mutant.indicator.cells for mutant in family} == {("G1_a",), ("G1_b",), ("G1_c",), ()}


def test_a_changed_rule_has_the_cells_that_it_tests_and_those_above() -> None:
    parent, child, other = question("G1"), question("G1a", asked_if=In("G1", YES)), question("G2")
    made = indicator(1, (("Ja", And((In("G1a", YES), In("G2", YES)))), ("Nej", None)), (parent, child, other))
    area = area_of((parent, child, other), (made,))
    found = {mutant.change: mutant.indicator.cells for mutant in mutants(made, area, Space(area.cells()))}
    assert found[Rewritten("Ja", In("G2", YES), None)] == ("G1", "G1a")
    assert found[Rewritten("Ja", In("G1a", YES), None)] == ("G2",)


def test_a_rule_of_three_clauses_loses_one_or_two_change_places() -> None:
    asked = question("G1", "Ja", "Nej", "Delvis")
    tests = {label: In("G1", (label,)) for label in ("Ja", "Nej", "Delvis")}
    made = indicator(1, (("Ja", tests["Ja"]), ("Delvis", tests["Delvis"]), ("Nej", None)), (asked,))
    area = area_of((asked,), (made,))
    found = {mutant.change: mutant.indicator.clauses for mutant in mutants(made, area, Space(area.cells()))}

    def short(change: Change) -> list[tuple[str, Condition | None]]:
        return [(clause.outcome, clause.condition) for clause in found[change]]

    assert short(Dropped("Ja")) == [("Delvis", tests["Delvis"]), ("Nej", None)]
    assert short(Dropped("Delvis")) == [("Ja", tests["Ja"]), ("Nej", None)]
    assert short(Rewritten("Delvis", tests["Delvis"], tests["Nej"])) == [
        ("Ja", tests["Ja"]), ("Delvis", tests["Nej"]), ("Nej", None),
    ]  # fmt: skip
    assert short(Swapped("Ja", "Delvis")) == [("Delvis", tests["Ja"]), ("Ja", tests["Delvis"]), ("Nej", None)]
    assert short(Swapped("Ja", "Nej")) == [("Nej", tests["Ja"]), ("Delvis", tests["Delvis"]), ("Ja", None)]


def test_a_change_is_written_as_the_author_wrote() -> None:
    """What stands after "är inte" is changed, and stays there; equality does not look at it."""
    asked = question("G1", "Ja", "Nej", "Vet ej")
    found = rewritten(In("G1", ("Nej", "Vet ej"), YES), asked)
    assert sorted(repr(after) for _, after in found) == sorted(
        repr(In("G1", labels, excluded))
        for labels, excluded in (
            (("Ja", "Nej", "Vet ej"), ()),
            (("Vet ej",), ("Ja", "Nej")),
            (("Nej",), ("Ja", "Vet ej")),
            (("Ja", "Vet ej"), NO),
            (("Ja", "Nej"), ("Vet ej",)),
        )
    )
    assert {repr(after) for _, after in rewritten(In("G1", YES), asked)} == {
        repr(In("G1", labels)) for labels in (("Ja", "Nej"), ("Ja", "Vet ej"), NO, ("Vet ej",))
    }


def test_another_mark() -> None:
    found = rewritten(In("G1_a", YES), question("G1", marks="AB"))
    assert (In("G1_a", YES), In("G1_b", YES)) in found


DAYS = Number(0, 30, "dagar")


def days(*ranges: tuple[int, int], excluded: tuple[tuple[int, int], ...] = ()) -> Between:
    return Between("G1", ranges, excluded)


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        (days((8, 14)), [days((7, 14)), days((9, 14)), days((8, 13)), days((8, 15))]),
        (days((15, 30)), [days((14, 30)), days((16, 30)), days((0, 15))]),
        (days((0, 3)), [days((0, 2)), days((0, 4)), days((3, 30))]),
        (days((5, 5)), [days((4, 4)), days((6, 6)), days((0, 5)), days((5, 30))]),
        (days((0, 7), (15, 30), excluded=((8, 14),)),
         [days((0, 6), (15, 30), excluded=((7, 14),)), days((0, 8), (15, 30), excluded=((9, 14),)),
          days((0, 7), (14, 30), excluded=((8, 13),)), days((0, 7), (16, 30), excluded=((8, 15),))]),
        (days((30, 30), excluded=((0, 29),)), [days((29, 30), excluded=((0, 28),)), days((0, 28), excluded=((29, 30),))]),
        (days((0, 0), (29, 30)), [days((1, 1), (29, 30)), days((0, 30)), days((0, 0), (28, 30)), days((0, 0), (30, 30)),
                                  days((0, 29)), days((29, 30)), days((0, 0))]),
    ],
)  # fmt: skip
def test_limits_of_numbers(test: Between, expected: list[Between]) -> None:
    """One beside each limit, `minst` for `högst`, one of several ranges left out."""
    asked = replace(question("G1"), cells=(Cell("G1", "G1", None, None, "number", ("0",), None, DAYS),), number=DAYS)
    made = indicator(1, (("Ja", test), ("Nej", None)), (asked,))
    area = cut(area_of((asked,), (made,)), slack=1)
    found = [mutant.change for mutant in mutants(made, area, Space(area.cells()))]
    assert {repr(one.after) for one in found if isinstance(one, Rewritten)} == {repr(one) for one in expected}


def test_a_background_measure_has_no_rule_to_change() -> None:
    made = next(one for one in catalogue().indicators if one.kind == "background")
    assert mutants(made, catalogue(), Space(catalogue().cells())) == ()


@some
@given(finely)
def test_every_mutant_gives_some_answers_another_outcome(made: Catalogue) -> None:
    space = Space(made.cells())
    every = list(complete_answers(made))
    for one in made.indicators:
        for mutant in mutants(one, made, space)[:40]:
            assert any(interpret(one, made, answers) != interpret(mutant.indicator, made, answers) for answers in every)


@some
@given(areas())
def test_the_proposed_examples_notice_every_change(made: Catalogue) -> None:
    for one in made.indicators:
        found = sufficiency(one, made)
        assert found.unnoticed == found.mutants
        better = replace(one, examples=found.extra)
        assert sufficiency(better, made).unnoticed == ()
        assert all(interpret(one, made, example.answers) == example.outcome for example in found.extra)
        for example in found.extra if found.proven else ():
            rest = tuple(other for other in found.extra if other is not example)
            assert sufficiency(replace(one, examples=rest), made).unnoticed


@some
@given(finely)
def test_outcomes_are_those_of_the_reference_also_for_mutants(made: Catalogue) -> None:
    space = Space(made.cells())
    every = list(complete_answers(made))[:60]
    for one in made.indicators:
        for mutant in mutants(one, made, space)[:10]:
            outcomes = outcomes_of(space, mutant.indicator.clauses)
            for answers in every:
                assert outcome_within(space, outcomes, product_of(space, answers)) == interpret(mutant.indicator, made, answers)


def test_an_example_notices_by_bortfall_too() -> None:
    """Unanswered, G1 leaves `G1 är Ja` open; `G1 är Ja eller Nej` it does not, but a swap of outcomes it does."""
    made = replace(
        indicator(1, (("Ja", In("G1", YES)), ("Nej", None)), (question("G1"),)),
        examples=(Example({}, NONRESPONSE, NOWHERE),),
    )
    found = sufficiency(made, area_of((question("G1"),), (made,)))
    assert [mutant.change for mutant in found.unnoticed] == [Rewritten("Ja", In("G1", YES), In("G1", NO)), Swapped("Ja", "Nej")]
    assert [dict(one.answers) for one in found.extra] == [{"G1": "Ja"}]
    assert found.proven


def test_the_examples_of_2017_notice_every_change() -> None:
    short: list[Indicator] = [one for one in catalogue().indicators if sufficiency(one, catalogue()).unnoticed]
    assert short == []
