"""Better answers, worked out by hand: which are better, what a follow-up does, and what stands outside the order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from ojdsl.logic.better import better_answers
from ojdsl.logic.decide import NOTHING, Proven, decide
from ojdsl.logic.diagram import TRUE
from ojdsl.logic.forms import shortest_pair
from ojdsl.logic.obligations import Kind, NeverWorse, Obligation
from ojdsl.logic.space import Space
from ojdsl.model.nodes import (
    Alternative,
    And,
    AnswerKind,
    Catalogue,
    Cell,
    Clause,
    Condition,
    In,
    Indicator,
    Number,
    Or,
    Question,
)
from tests.data.small import NOWHERE, catalogue, indicator, question

KIND = {"Ja": AnswerKind.YES, "Delvis": AnswerKind.PARTLY, "Nej": AnswerKind.NO, "Ej aktuellt": AnswerKind.NOT_APPLICABLE}
YES, PARTLY, NO, OUTSIDE = (In("G1", (label,)) for label in KIND)
ALL = tuple(KIND)


def choice(name: str, labels: tuple[str, ...] = ALL, asked_if: Condition | None = None) -> Question:
    return question(name, tuple(Alternative(label, label, label, KIND[label]) for label in labels), asked_if)


def area(rule: Mapping[str, Condition | None], *questions: Question) -> tuple[Indicator, Catalogue]:
    clauses = tuple(Clause(outcome, condition, NOWHERE) for outcome, condition in rule.items())
    columns = tuple(cell.column for one in questions for cell in one.cells)
    one = replace(indicator("x", "indicator", tuple(rule)), cells=columns, clauses=clauses, never_worse=NOWHERE)
    return one, replace(catalogue(), questions=questions, indicators=(one,))


def is_proven(
    rule: Mapping[str, Condition | None], *questions: Question, assumed: Condition = NOTHING, compared: tuple[str, ...] = ()
) -> bool:
    one, made = area(rule, *questions)
    statement = NeverWorse(one.clauses, better_answers(compared or one.cells, made))
    obligation = Obligation(Kind.NEVER_WORSE, one.id, NOWHERE, statement, one.cells)
    return isinstance(decide(obligation, Space(made.cells()), assumed), Proven)


def test_yes_is_better_than_partly_and_partly_than_no_and_the_rest_has_no_order() -> None:
    one, made = area({"Ja": YES, "Nej": None}, choice("G1"))
    assert set(better_answers(one.cells, made)["G1"]) == {("Nej", "Delvis"), ("Nej", "Ja"), ("Delvis", "Ja")}


def test_two_answers_of_one_kind_have_no_order() -> None:
    twice = question("G1", tuple(Alternative(label, label, label, AnswerKind.NO) for label in ("Nej", "Nej, behövs inte")))
    one, made = area({"Ja": In("G1", ("Nej, behövs inte",)), "Nej": None}, twice)
    assert better_answers(one.cells, made) == {"G1": ()}


@pytest.mark.parametrize(
    ("kind", "pairs"), [(AnswerKind.YES, (("Nej", "Ja"),)), (AnswerKind.NO, (("Ja", "Nej"),)), (AnswerKind.OTHER, ())]
)
def test_the_kind_of_an_alternative_says_whether_to_mark_it_is_better(kind: AnswerKind, pairs: object) -> None:
    marks = replace(choice("G1"), alternatives=(Alternative("A", "a", "A", kind),), multiple=True)
    marks = replace(marks, cells=(Cell("G1_a", "G1", None, "A", "mark", ("Ja", "Nej"), None),))
    one, made = area({"Ja": In("G1_a", ("Ja",)), "Nej": None}, marks)
    assert better_answers(one.cells, made) == {"G1_a": pairs}


def days(name: str, *labels: str) -> Question:
    number = Number(0, 9, "dagar")
    cell = Cell(name, name, None, None, "number", labels, None, number)
    return replace(choice(name), alternatives=(), number=number, cells=(cell,))


def test_numbers_have_no_order() -> None:
    one, made = area({"Ja": None}, days("G1", "0", "5"))
    assert better_answers(one.cells, made) == {"G1": ()}


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({"Ja": YES, "Delvis": PARTLY, "Nej": None}, True),
        ({"Ja": PARTLY, "Nej": None}, False),
        ({"Delvis": NO, "Nej": None}, False),
        ({"Delvis": NO, "Ja": None}, True),
        ({"Ja": OUTSIDE, "Nej": None}, True),  # Ej aktuellt is neither better nor worse than Nej
        ({"Ja": NO, "Ej aktuellt": None}, True),  # the outcome leaves the scale, which is neither better nor worse
        ({"Ja": NO, "Ej aktuellt": PARTLY, "Nej": None}, False),  # from Nej to Ja at once
    ],
)
def test_one_question(rule: Mapping[str, Condition | None], expected: bool) -> None:
    assert is_proven(rule, choice("G1")) is expected


FOLLOWED: Condition = In("G1a", ("Ja",))
TWO = choice("G1", ("Ja", "Nej")), choice("G1a", ("Ja", "Nej"), YES)


def test_a_follow_up_that_a_better_answer_opens_may_be_answered_anyhow() -> None:
    assert is_proven({"Ja": FOLLOWED, "Nej": None}, *TWO)  # who has Nej can lose nothing
    assert not is_proven({"Ja": FOLLOWED, "Delvis": NO, "Nej": None}, *TWO)  # a Nej on what is opened gives Nej
    assert is_proven({"Ja": FOLLOWED, "Delvis": YES, "Nej": NO}, *TWO)


def test_the_two_forms_say_what_is_asked_in_each() -> None:
    one, made = area({"Ja": FOLLOWED, "Delvis": NO, "Nej": None}, *TWO)
    pair = shortest_pair(Space(made.cells()), one.clauses, better_answers(one.cells, made), TRUE)
    assert pair == ({"G1": "Nej"}, {"G1": "Ja", "G1a": "Nej"})


def test_an_assumption_holds_of_both_forms_and_what_the_rule_does_not_ask_may_be_worse() -> None:
    rule = {"Ja": PARTLY, "Nej": None}
    questions = choice("G1", ("Ja", "Delvis")), choice("G2", ("Ja", "Nej"))
    assert is_proven(rule, *questions, assumed=PARTLY, compared=("G1",))
    opposed = Or((And((YES, In("G2", ("Nej",)))), And((PARTLY, In("G2", ("Ja",))))))
    assert not is_proven(rule, *questions, assumed=opposed, compared=("G1",))
    assert is_proven(rule, *questions, assumed=opposed, compared=("G1", "G2"))


NO_1, YES_1, NO_2, YES_2 = (In(name, (label,)) for name in ("G1", "G2") for label in ("Nej", "Ja"))
SECOND = choice("G2", ("Ja", "Nej"))
EITHER: Condition = Or((And((NO_1, YES_2)), And((YES_1, NO_2))))


@pytest.mark.parametrize(
    ("yes", "questions", "pair"),
    [
        # nothing else than what worsens the outcome is changed
        (NO, (choice("G1"), SECOND), ({"G1": "Nej", "G2": "Ja"}, {"G1": "Ja", "G2": "Ja"})),
        (NO, (SECOND, choice("G1")), ({"G2": "Ja", "G1": "Nej"}, {"G2": "Ja", "G1": "Ja"})),
        # questions of two answers before one of four, of which the last is the one that matters
        (
            And((NO_1, In("G3", ("Ej aktuellt",)))),
            (choice("G1", ("Ja", "Nej")), SECOND, choice("G3")),
            ({"G1": "Nej", "G2": "Ja", "G3": "Ej aktuellt"}, {"G1": "Ja", "G2": "Ja", "G3": "Ej aktuellt"}),
        ),
        # a number that no condition cuts is the same in both
        (NO, (choice("G1"), days("G2", "0")), ({"G1": "Nej", "G2": "0"}, {"G1": "Ja", "G2": "0"})),
        # no follow-up is asked that need not be, in either form, nor in the second or the first alone
        (
            NO,
            (choice("G1"), SECOND, choice("G2a", ("Ja", "Nej"), YES_2)),
            ({"G1": "Nej", "G2": "Nej"}, {"G1": "Ja", "G2": "Nej"}),
        ),
        (
            And((NO_1, NO_2)),
            (choice("G1", ("Ja", "Nej")), choice("G1a", ("Ja", "Nej"), YES_1), SECOND),
            ({"G1": "Nej", "G2": "Nej"}, {"G1": "Nej", "G2": "Ja"}),
        ),
        (
            EITHER,
            (SECOND, choice("G1", ("Ja", "Nej")), choice("G1a", ("Ja", "Nej"), NO_1)),
            ({"G2": "Nej", "G1": "Ja"}, {"G2": "Ja", "G1": "Ja"}),
        ),
    ],
)
def test_two_forms_differ_and_ask_as_little_as_can_be(yes: Condition, questions: tuple[Question, ...], pair: object) -> None:
    one, made = area({"Ja": yes, "Nej": None}, *questions)
    assert shortest_pair(Space(made.cells()), one.clauses, better_answers(one.cells, made), TRUE) == pair


def test_no_two_forms_are_shown_where_finding_them_takes_too_many_nodes() -> None:
    one, made = area({"Ja": EITHER, "Nej": None}, choice("G1", ("Ja", "Nej")), SECOND)
    space = Space(made.cells())
    space.outcomes(one)
    space.pool.largest = 8
    assert shortest_pair(space, one.clauses, better_answers(one.cells, made), TRUE) is None
