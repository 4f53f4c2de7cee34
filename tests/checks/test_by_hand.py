"""The checks at their edges, worked out by hand: what small changes of good specs do not reach (found by `make mutate`)."""

from __future__ import annotations

from dataclasses import replace

from ojdsl.checks.dates_by_hand import dates_by_hand
from ojdsl.checks.implied import implied
from ojdsl.checks.same_rule import same_rule
from ojdsl.checks.same_wording import same_wording, two_wordings
from ojdsl.checks.spellings import spellings
from ojdsl.checks.unused_names import unused_names
from ojdsl.checks.unused_questions import unused_questions
from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.logic.space import Space
from ojdsl.model.nodes import And, Catalogue, Clause, Condition, In, Indicator, Question, Row
from ojdsl.source import Span
from tests.checks.test_checks import METHOD, compiled
from tests.data.small import NOWHERE, YES_NO, catalogue, indicator, question

G1, G2 = question("G1", YES_NO), question("G2", YES_NO)
ROWS = (Row("A", "a", "A"), Row("B", "b", "B"))
YES = In("G1", ("Ja",))


def rule(id_: str, condition: Condition, outcome: str = "Ja", family: str | None = None) -> Indicator:
    """An indicator with one outcome where a condition holds and another elsewhere."""
    clauses = (Clause(outcome, condition, NOWHERE), Clause("Nej", None, NOWHERE))
    return replace(indicator(id_, "indicator", (outcome, "Nej")), family=family, cells=("G1", "G2"), clauses=clauses)


def area(*questions: Question, uses: tuple[str, ...] = ()) -> Catalogue:
    one = replace(indicator("x", "indicator", ("Ja", "Nej")), cells=uses)
    return replace(catalogue(), questions=questions, indicators=(one,))


def pairs(found: list[Diagnostic]) -> list[tuple[object, object]]:
    return [(fault.facts["name"], fault.facts["other"]) for fault in found]


# --- indicators compared ------------------------------------------------------------------------------------------------


def test_background_measures_are_no_indicators_under_two_names() -> None:
    space = Space((*G1.cells, *G2.cells))
    rules = [indicator(id_, "background", ("Ja",)) for id_ in "ab"] + [rule(id_, YES) for id_ in "cd"]
    assert pairs(same_rule(rules, space)) == [("d", "c")]


def test_members_of_one_family_may_follow_from_each_other() -> None:
    space = Space((*G1.cells, *G2.cells))
    both = And((YES, In("G2", ("Ja",))))
    for families, expected in ((("f", "f"), []), (("f", "g"), [("g", "f")]), ((None, None), [("b", "a")])):
        rules = [rule("a", YES, family=families[0]), rule("b", both, family=families[1])]
        assert pairs(implied(rules, space)) == expected


def test_nothing_follows_for_an_indicator_that_nobody_has_yes_in() -> None:
    rules = [rule("a", YES, outcome="Delvis"), rule("b", YES)]
    assert implied(rules, Space((*G1.cells, *G2.cells))) == []


# --- questions compared -------------------------------------------------------------------------------------------------


def test_follow_ups_are_the_same_only_under_one_question() -> None:
    first, second, third = (
        replace(question(id_, YES_NO), parent=parent, text="Följdes den upp?")
        for id_, parent in (("G1a", "G1"), ("G2a", "G2"), ("G2b", "G2"))
    )
    assert [fault.facts["question"] for fault in same_wording([area(G1, first, G2, second, third)])] == ["G2b"]


def test_other_rows_are_another_wording() -> None:
    asked, other = question("G1", YES_NO, rows=ROWS), question("G1", YES_NO, rows=(ROWS[0], Row("B", "b", "Barn")))
    assert [fault.facts["question"] for fault in two_wordings([area(asked), area(other)])] == ["G1"]
    shared, fewer = replace(asked, areas=ROWS), replace(other, areas=ROWS)  # each area has its own row of such a question
    assert two_wordings([area(shared), area(fewer)]) == []


def test_a_row_that_nothing_needs_is_told_once_not_of_its_follow_up_too() -> None:
    asked = question("G1", YES_NO, rows=ROWS)
    after = replace(question("G1a", YES_NO, rows=ROWS), parent="G1")
    found = unused_questions([area(asked, after, uses=("G1_a", "G1a_a"))])
    assert [(fault.code, fault.facts["question"], fault.facts["row"]) for fault in found] == [("OJ341", "G1", "B")]


# --- texts and names ----------------------------------------------------------------------------------------------------


def test_a_year_that_cites_a_title_is_no_date_by_hand_but_the_next_is() -> None:
    _, specs = compiled((METHOD, "mått: Kommunen använde metoden.", "mått: Enligt ”Vägen” (2015) sedan 2016."))
    assert [fault.facts["date"] for fault in dates_by_hand(specs)] == ["2016"]


def test_a_compound_is_marked_where_it_stands() -> None:
    names = "kortnamn: Missbruks- och vård, missbruk- och vård\n"
    _, specs = compiled((METHOD, "kortnamn: Metoden används\n", names))
    (fault,) = spellings(specs)
    assert isinstance(fault.place, Span)
    assert fault.place.text == "missbruk- och vård"


def test_a_sense_that_no_question_names_is_marked_where_it_stands() -> None:
    _, specs = compiled(("specs/2017/frågor/G6.yaml", "begrepp:\n  - ledningsnivå/plan\n", ""))
    (fault,) = unused_names(specs)
    assert isinstance(fault.place, Span)
    assert fault.place.text == "plan"


def test_a_law_is_unused_also_where_another_is_used() -> None:
    law = "    nummer: 2001:453\n"
    _, specs = compiled(("specs/gemensamt/lagar.yaml", law, f"{law}  HSL:\n    namn: hälsolagen\n    nummer: 1982:763\n"))
    assert [(fault.code, fault.facts["name"]) for fault in unused_names(specs)] == [("OJ343", "HSL")]
