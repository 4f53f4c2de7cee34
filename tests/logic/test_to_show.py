"""What has to be shown of a small rule, written out by hand: of what, where it stands, the form's columns, the message's facts.

That the statements are the right ones `tests/property/test_obligations.py` tests on random rules.
"""

from __future__ import annotations

from dataclasses import replace

from ojdsl.diagnostics.fact import Fact
from ojdsl.logic.obligations import Apart, ComesOut, Kind, Never, NeverWorse, Obligation, Sometimes, comes, opposite
from ojdsl.logic.to_show import (
    assumable,
    denominator,
    examples_come_out,
    exclusive,
    named,
    never_worse,
    of_indicator,
    outcomes_reached,
    parts_needed,
    parts_reached,
    skip_logic,
    total,
)
from ojdsl.model.nodes import And, Asked, Assumption, Clause, Example, In, Or, Row
from ojdsl.source import Source, Span
from tests.data.small import YES_NO, alternative, catalogue, indicator, question

TEXT = Source("regel.yaml", "0123456789")
RULE, YES_HERE, NO_HERE, REST_HERE, CLAIM_HERE, EXAMPLE_HERE, ASKED_HERE = (Span(TEXT, at, at + 1) for at in range(7))
SILENT = alternative("Ej aktuellt")
G1 = replace(question("G1", (*YES_NO, SILENT)), span=ASKED_HERE)
G2 = replace(question("G2", (*YES_NO, SILENT), In("G1", ("Ja",))), span=ASKED_HERE)
G3 = replace(question("G3", (alternative("Ja"), SILENT), multiple=True), span=ASKED_HERE)
FIRST, SECOND, NO = In("G1", ("Ja",)), In("G2", ("Ja",)), In("G1", ("Nej",))
EITHER = Or((FIRST, SECOND))
YES_CLAUSE, NO_CLAUSE, REST = Clause("Ja", EITHER, YES_HERE), Clause("Nej", NO, NO_HERE), Clause("Ej aktuellt", None, REST_HERE)
CELLS = ("G1", "G2", "G3_ja")
ONE = replace(
    indicator("en", "indicator", ("Ja", "Nej")),
    family="familj",
    cells=CELLS,
    clauses=(YES_CLAUSE, NO_CLAUSE, REST),
    denominator=frozenset({"Nej"}),
    claim=Clause("", In("G0", ("Ja",)), CLAIM_HERE),
    examples=(Example({"G1": "Ja"}, "Ja", EXAMPLE_HERE),),
    span=RULE,
)
AREA = replace(catalogue(), questions=(question("G0", YES_NO), G1, G2, G3), indicators=(ONE,))
NONE_WRITTEN = opposite(Or((EITHER, NO)))
NAME = {"name": "familj"}


def test_that_every_answer_gets_an_outcome() -> None:
    some = Or((Or((EITHER,)), Or((NO,)), Or((NONE_WRITTEN,))))
    (found,) = total(ONE)
    assert replace(found, facts={}) == Obligation(Kind.TOTAL, "en", RULE, Never(opposite(some)), CELLS)
    assert found.facts == {**NAME, "outcomes": ("Ja", "Nej", "Ej aktuellt")}


def test_that_no_answer_gets_two() -> None:
    facts = {"first": "Ja", "second": "Nej"}
    both = Never(And((EITHER, NO)))
    assert list(exclusive(ONE)) == [Obligation(Kind.EXCLUSIVE, "en", NO_HERE, both, CELLS, facts, YES_HERE)]


def test_that_every_outcome_comes_and_only_those_that_are_reported() -> None:
    yes, no, rest = ({"outcome": outcome} for outcome in ("Ja", "Nej", "Ej aktuellt"))
    unreported: dict[str, Fact] = {**rest, "reported": ("Ja", "Nej")}
    assert list(outcomes_reached(ONE)) == [
        Obligation(Kind.OUTCOME_REACHED, "en", YES_HERE, Sometimes(EITHER), CELLS, yes),
        Obligation(Kind.OUTCOME_REACHED, "en", NO_HERE, Sometimes(NO), CELLS, no),
        Obligation(Kind.OUTCOME_REACHED, "en", REST_HERE, Sometimes(NONE_WRITTEN), CELLS, rest),
        Obligation(Kind.REPORTED, "en", REST_HERE, Never(NONE_WRITTEN), CELLS, unreported),
    ]
    assert all(one.kind is Kind.OUTCOME_REACHED for one in outcomes_reached(replace(ONE, outcomes=())))


def test_that_every_part_can_hold_and_is_needed() -> None:
    facts = {"outcome": "Ja"}
    assert list(parts_reached(ONE)) == [
        Obligation(Kind.PART_REACHED, "en", YES_HERE, Sometimes(SECOND), CELLS, facts),
        Obligation(Kind.PART_REACHED, "en", YES_HERE, Sometimes(FIRST), CELLS, facts),
    ]
    assert list(parts_needed(ONE)) == [
        Obligation(Kind.PART_NEEDED, "en", YES_HERE, Apart(EITHER, Or((FIRST,))), CELLS, facts),
        Obligation(Kind.PART_NEEDED, "en", YES_HERE, Apart(EITHER, Or((SECOND,))), CELLS, facts),
    ]


def test_that_annars_hides_no_answer_that_nothing_applies() -> None:
    """Of what can be chosen alone, asked and not named: not marks, nor what a condition names, also after "är inte"."""

    def hidden(column: str, asked: str) -> Obligation:
        facts = {"label": "Ej aktuellt", "question": asked, "outcome": "Ej aktuellt"}
        silent = Never(And((NONE_WRITTEN, In(column, ("Ej aktuellt",)))))
        return Obligation(Kind.NAMED, "en", REST_HERE, silent, CELLS, facts)

    assert list(named(ONE, AREA)) == [hidden("G1", "G1"), hidden("G2", "G2")]
    for other in (In("G1", ("Nej", "Ej aktuellt")), In("G1", ("Nej",), ("Ja", "Ej aktuellt"))):
        rule = replace(ONE, clauses=(YES_CLAUSE, replace(NO_CLAUSE, condition=other), REST))
        assert [one.facts["question"] for one in named(rule, AREA)] == ["G2"]
    assert list(named(replace(ONE, clauses=(YES_CLAUSE, NO_CLAUSE)), AREA)) == []


def test_what_is_claimed_of_the_denominator() -> None:
    claim, inside = In("G0", ("Ja",)), Or((Or((NO,)),))
    cells = (*CELLS, "G0")
    numerator, claimed, counted = (
        Obligation(Kind.NUMERATOR_COUNTED, "en", RULE, Never(comes(ONE.clauses, "Ja")), CELLS, NAME),
        Obligation(Kind.CLAIMED, "en", CLAIM_HERE, Never(And((inside, opposite(claim)))), cells, NAME),
        Obligation(Kind.COUNTED, "en", CLAIM_HERE, Never(And((claim, opposite(inside)))), cells, NAME),
    )
    assert list(denominator(ONE)) == [numerator, claimed, counted]
    assert [one.kind for one in denominator(replace(ONE, denominator=frozenset({"Ja"})))] == [Kind.CLAIMED, Kind.COUNTED]
    assert list(denominator(replace(ONE, claim=None))) == [numerator]
    assert list(denominator(replace(ONE, claim=Clause("", None, CLAIM_HERE)))) == [numerator]
    assert list(denominator(replace(ONE, denominator=None))) == []
    assert list(denominator(replace(ONE, outcomes=()))) == []


def test_that_examples_come_out_as_they_are_written() -> None:
    statement = ComesOut(ONE.clauses, {"G1": "Ja"}, "Ja")
    assert list(examples_come_out(ONE)) == [
        Obligation(Kind.EXAMPLE, "en", EXAMPLE_HERE, statement, ("G1",), {"expected": "Ja"}),
    ]


def test_that_questions_can_be_asked_and_only_after_those_that_they_follow() -> None:
    facts = {"question": "G2"}
    alone = And((FIRST, opposite(Or((Asked("G1"),)))))
    assert list(skip_logic(AREA)) == [
        Obligation(Kind.ASKABLE, "G2", ASKED_HERE, Sometimes(FIRST), ("G1",), facts),
        Obligation(Kind.FOLLOWS, "G2", ASKED_HERE, Never(alone), ("G1",), facts),
    ]


def test_that_a_row_can_be_asked_is_shown_also_where_another_row_always_is() -> None:
    rows = question("G4", YES_NO, rows=(Row("A", "a", "A"), Row("B", "b", "B")))
    mixed = replace(rows, cells=(rows.cells[0], replace(rows.cells[1], asked_if=FIRST)))
    found = skip_logic(replace(AREA, questions=(G1, mixed)))
    assert [(one.kind, one.of) for one in found] == [(Kind.ASKABLE, "G4"), (Kind.FOLLOWS, "G4")]


def test_the_form_against_a_follow_up_of_a_follow_up_has_all_above_it() -> None:
    last = question("G4", YES_NO, Or((In("G3_ja", ("Ja",)), SECOND)))
    found = list(skip_logic(replace(AREA, questions=(*AREA.questions, last))))
    assert {one.cells for one in found if one.of == "G4"} == {("G1", "G2", "G3_ja")}
    named_ = opposite(Or((Asked("G2"), Asked("G3_ja"))))
    assert found[-1].statement == Never(And((Or((In("G3_ja", ("Ja",)), SECOND)), named_)))


def test_that_assumptions_can_be_fulfilled_together() -> None:
    made = [Assumption(id_, FIRST, SECOND, "", RULE) for id_ in ("a", "b")]
    follows = Or((opposite(FIRST), SECOND))
    both = Sometimes(And((FIRST, And((follows, follows)))))
    assert list(assumable(made)) == [Obligation(Kind.ASSUMABLE, id_, RULE, both, (), {"name": id_}) for id_ in ("a", "b")]


def test_that_a_better_answer_never_worsens_the_outcome_where_it_is_claimed() -> None:
    claimed = replace(ONE, never_worse=CLAIM_HERE)
    (found,) = never_worse(claimed, AREA)
    assert replace(found, statement=Never(FIRST)) == Obligation(
        Kind.NEVER_WORSE, "en", CLAIM_HERE, Never(FIRST), CELLS, found.facts
    )
    assert found.facts["name"] == "familj"
    assert isinstance(found.statement, NeverWorse)
    assert (found.statement.clauses, set(found.statement.better)) == (ONE.clauses, set(CELLS))
    assert list(of_indicator(claimed, AREA)).count(found) == 1
    assert list(never_worse(ONE, AREA)) == []


def test_that_nothing_of_an_indicator_is_forgotten() -> None:
    found = {one.kind for one in of_indicator(ONE, AREA)}
    assert found == {
        Kind.TOTAL, Kind.EXCLUSIVE, Kind.OUTCOME_REACHED, Kind.REPORTED, Kind.PART_REACHED, Kind.PART_NEEDED, Kind.NAMED,
        Kind.NUMERATOR_COUNTED, Kind.CLAIMED, Kind.COUNTED, Kind.EXAMPLE,
    }  # fmt: skip
