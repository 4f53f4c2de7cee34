"""The logic at its edges, worked out by hand: what random areas reach seldom or never (found by `make mutate`)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ojdsl.logic.alternatives import condition_for, ways_to
from ojdsl.logic.diagram import FALSE, TRUE, Diagrams, TooLargeError
from ojdsl.logic.explain import decisions, explain
from ojdsl.logic.given import outcomes_of
from ojdsl.logic.primes import primes
from ojdsl.logic.space import Space
from ojdsl.model.nodes import And, Asked, Catalogue, Cell, Clause, Condition, In, Indicator, Or
from tests.data.small import NOWHERE, catalogue, indicator, question
from tests.data.small import YES_NO as ALTERNATIVES

YES, NO = ("Ja",), ("Nej",)


def cell(name: str, asked_if: Condition | None = None) -> Cell:
    return Cell(name, name, None, None, "choice", ("Ja", "Nej"), asked_if)


def area(rule: dict[str, Condition | None], *outcomes: str, **asked_if: Condition | None) -> tuple[Indicator, Catalogue]:
    """An area of yes-no questions (name → when it is asked) and its one indicator."""
    questions = tuple(question(name, ALTERNATIVES, condition) for name, condition in asked_if.items())
    clauses = tuple(Clause(outcome, condition, NOWHERE) for outcome, condition in rule.items())
    one = replace(indicator("x", "indicator", outcomes or tuple(rule)), cells=tuple(asked_if), clauses=clauses)
    return one, replace(catalogue(), questions=questions, indicators=(one,))


# --- diagrams and primes ------------------------------------------------------------------------------------------------


def test_a_question_with_one_alternative_decides_nothing() -> None:
    pool = Diagrams([1, 2])
    assert (pool.test(0, [0]), pool.test(0, [])) == (TRUE, FALSE)


def test_a_pool_holds_just_as_many_nodes_as_it_may() -> None:
    pool = Diagrams([2, 2], largest=3)  # two of them are always there
    pool.test(0, [0])
    with pytest.raises(TooLargeError):
        pool.test(1, [0])


def test_primes_of_few_variables_come_first() -> None:
    pool = Diagrams([2, 2, 2])
    first, second, third = (pool.test(variable, [0]) for variable in range(3))
    yes = frozenset({0})
    assert primes(pool, pool.either(pool.both(first, second), third)) == (((2, yes),), ((0, yes), (1, yes)))


def test_two_clauses_of_one_outcome_are_one_function() -> None:
    space = Space((cell("G1"), cell("G2")))
    first, second = In("G1", YES), In("G2", YES)
    clauses = (Clause("Ja", first, NOWHERE), Clause("Ja", second, NOWHERE), Clause("Nej", None, NOWHERE))
    either = space.holds(Or((first, second)))
    one = replace(indicator("x", "indicator", ("Ja", "Nej")), cells=("G1", "G2"), clauses=clauses)
    assert space.outcomes(one) == {"Ja": either, "Nej": space.pool.opposite(either)}
    assert outcomes_of(space, clauses) == {"Ja": either, "Nej": space.pool.opposite(either)}


def test_a_follow_up_is_asked_after_the_answer_that_opens_it() -> None:
    space = Space((cell("G1"), cell("G1a", In("G1", YES))))
    assert space.holds(Asked("G1a")) == space.holds(In("G1", YES))
    assert space.holds(Asked("G1")) == TRUE


def test_an_example_gives_the_first_answer_where_any_would_do() -> None:
    space = Space((cell("G1"), cell("G1a", In("G1", YES)), cell("G2")))
    assert space.example(space.holds(In("G2", NO)), ("G1", "G1a", "G2")) == {"G1": "Ja", "G1a": "Ja", "G2": "Nej"}


# --- ways to an outcome -------------------------------------------------------------------------------------------------


def test_a_way_of_three_tests_is_said_without_the_one_that_follows() -> None:
    space = Space((cell("G1"), cell("G1a", In("G1", YES)), cell("G2")))
    both = And((In("G1a", YES), In("G2", YES)))
    assert ways_to(space, space.holds(And((In("G1", YES), *both.args)))) == (both,)


def test_a_way_whose_questions_are_all_follow_ups_is_shortened_too() -> None:
    space = Space((cell("G1"), cell("G2", In("G1", YES)), cell("G3", In("G2", YES))))
    f = space.holds(Or((In("G1", NO), In("G3", YES))))
    assert set(ways_to(space, f)) == {And((In("G1", NO),)), And((In("G3", YES),))}


def test_one_way_and_one_test_are_not_wrapped() -> None:
    space = Space((cell("G1"), cell("G2")))
    first, second = In("G1", YES), In("G2", YES)
    assert condition_for(space, space.holds(first)) == first
    assert condition_for(space, space.holds(And((first, second)))) == And((first, second))
    assert condition_for(space, space.holds(Or((first, second)))) == Or((first, second))


# --- explanations -------------------------------------------------------------------------------------------------------


def test_an_outcome_without_a_clause_is_never_possible() -> None:
    one, found = area({"Ja": In("G1", YES), "Nej": None}, "Ja", "Nej", "Ej aktuellt", G1=None)
    made = decisions(one, found)
    assert explain(made, {"G1": "Ja"}).outcome == "Ja"
    assert explain(made, {"G1": ""}).possible == ("Ja", "Nej")


def test_answers_that_go_without_saying_are_not_told_and_no_other() -> None:
    """G1a would not have been asked without G1; G2 is needed, and decides together with G1a."""
    yes = And((In("G1", YES), In("G1a", YES), In("G2", YES)))
    one, found = area({"Ja": yes, "Nej": None}, G1=None, G1a=In("G1", YES), G2=None)
    made = explain(decisions(one, found), {"G1": "Ja", "G1a": "Ja", "G2": "Ja"})
    assert made.decided == ((In("G1", YES), In("G1a", YES), In("G2", YES)),)
    assert made.told == ((In("G1a", YES), In("G2", YES)),)


def test_a_change_that_holds_another_is_not_proposed() -> None:
    """With G3 = Nej, a Ja on G1 is enough: that G2 could be Ja as well is no other way."""
    yes = And((In("G1", YES), Or((In("G2", YES), In("G3", NO)))))
    one, found = area({"Ja": yes, "Nej": None}, G1=None, G2=None, G3=None)
    assert explain(decisions(one, found), {"G1": "Nej", "G2": "Nej", "G3": "Nej"}).changes == ((In("G1", YES),),)
