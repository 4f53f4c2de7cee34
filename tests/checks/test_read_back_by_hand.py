"""Where a sentence that goes wrong is told: code, name, place, what was said and the form; each of the sentences one by one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from ojdsl.checks import read_back as module
from ojdsl.checks.read_back import read_back
from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.model.nodes import And, Asked, Assumption, Between, Catalogue, Clause, Condition, In, Indicator
from ojdsl.prose.facts import levels
from ojdsl.prose.phrase import Phrase
from ojdsl.prose.rule import clause_text, denominator_sentence
from ojdsl.source import Source, Span
from ojdsl.testing.random_areas import area_of, indicator
from tests.numbers import area as days
from tests.prose.small import QUESTIONS

TEXT = Source("regel.yaml", "0123456789")
RULE, FIRST, SECOND, LAST, ASKED, ASSUMED = (Span(TEXT, at, at + 1) for at in range(6))
YES, NO, OUT = (In("G1", (label,)) for label in ("Ja", "Nej", "Ej aktuellt"))
ELSEWHERE = In("G4", ("Ja",))
NONSENSE = "Detta är inte en mening som någon har skrivit om en regel."


def made(*clauses: tuple[str, Condition | None], **more: object) -> Catalogue:
    one = indicator(1, clauses, QUESTIONS)
    places = zip(one.clauses, (FIRST, SECOND, LAST), strict=False)
    one = replace(one, span=RULE, family="familj", clauses=tuple(replace(clause, span=place) for clause, place in places))
    questions = tuple(replace(question, span=ASKED) for question in QUESTIONS)
    return area_of(questions, (replace(one, **more),))  # type: ignore[arg-type]


AREA = made(("Ja", YES), ("Ej aktuellt", OUT), ("Nej", None))


def short(fault: Diagnostic) -> tuple[object, ...]:
    form = fault.counterexample
    return fault.code, fault.place, dict(fault.facts), fault.related, None if form is None else dict(form.columns)


def told(area: Catalogue = AREA) -> list[tuple[object, ...]]:
    return [short(fault) for fault in read_back(area)]


def unread(name: str, place: Span, stops: str = NONSENSE[:40]) -> tuple[object, ...]:
    return "OJ801", place, {"name": name, "stops": stops}, (), None


def say(monkeypatch: pytest.MonkeyPatch, said: Mapping[str, Condition | None]) -> None:
    """The sentences of some clauses speak of other conditions."""

    def text(clause: Clause, indicator: Indicator, catalogue: Catalogue) -> str:
        return clause_text(replace(clause, condition=said.get(clause.outcome, clause.condition)), indicator, catalogue)

    monkeypatch.setattr(module, "clause_text", text)


def test_the_small_area_is_read_back() -> None:
    assert told() == []
    assert told(made(("Ja", In("G2_x", ("Ja",))), ("Nej", None), row=QUESTIONS[2].rows[0])) == []  # its own row is not named
    quoted = made(("Inom ”3” dagar", YES), ("Nej", NO), ("Ej aktuellt", OUT), kind="background", denominator=None)
    assert told(quoted) == []  # the outcome is printed with other quotation marks


# --- rules --------------------------------------------------------------------------------------------------------------


def test_a_sentence_of_a_rule_that_no_one_understands(monkeypatch: pytest.MonkeyPatch) -> None:
    second = AREA.indicators[0].clauses[1]
    monkeypatch.setattr(module, "clause_text", lambda clause, *more: NONSENSE if clause is second else clause_text(clause, *more))
    assert told() == [unread("familj", SECOND)]


def test_a_sentence_to_the_municipality_that_no_one_understands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "clause_to_municipality", lambda *_: Phrase(NONSENSE))
    assert told() == [unread("familj", FIRST)]


def test_a_sentence_that_says_another_outcome_is_told_before_one_that_says_none(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, {"Ja": NO, "Nej": NO})  # Ja on G1 gives nothing, Nej gives both
    assert told() == [("OJ802", RULE, {"name": "familj", "rule": "Nej", "said": "Ja"}, (), {"G1": "Nej"})]


def test_a_sentence_that_says_an_outcome_that_the_rule_does_not_have(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Resultatet är Delvis om kommunen har svarat ”Ja” på fråga (G)1."
    first = AREA.indicators[0].clauses[0]
    monkeypatch.setattr(module, "clause_text", lambda clause, *more: text if clause is first else clause_text(clause, *more))
    assert told() == [("OJ802", RULE, {"name": "familj", "rule": "Ja", "said": "Delvis"}, (), {"G1": "Ja"})]


def test_a_sentence_that_leaves_answers_out(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, {"Ja": And((YES, ELSEWHERE)), "Nej": NO})
    assert told() == [("OJ802", RULE, {"name": "familj", "rule": "Ja", "said": "–"}, (), {"G1": "Ja"})]


# --- denominators -------------------------------------------------------------------------------------------------------


def test_a_denominator_that_no_one_understands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "denominator_sentence", lambda *_: Phrase(NONSENSE))
    assert told() == [unread("familj", RULE)]


def test_a_denominator_to_the_municipality_that_no_one_understands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "denominator_to_municipality", lambda *_: Phrase(NONSENSE))
    assert told() == [unread("familj", RULE)]


@pytest.mark.parametrize(
    ("counted", "left_out", "form"),
    [
        ("Ja", "Ej aktuellt", None),  # no answers differ, only what is counted
        ("Ja eller Nej", "Nej", {"G1": "Nej"}),
    ],
)
def test_another_denominator(monkeypatch: pytest.MonkeyPatch, counted: str, left_out: str, form: object) -> None:
    text = (
        f"I nämnaren för andelar ingår kommuner med resultatet {counted}."
        f" Kommuner som har svarat ”{left_out}” på fråga (G)1 ingår inte."
    )
    monkeypatch.setattr(module, "denominator_sentence", lambda *_: Phrase(text))
    assert told() == [("OJ803", RULE, {"name": "familj"}, (), form)]


def test_a_denominator_of_a_row_that_goes_without_saying() -> None:
    no = In("G2_x", ("Nej",))
    area = made(("Ja", In("G2_x", ("Ja",))), ("Ej aktuellt", no), ("Nej", None), row=QUESTIONS[2].rows[0])
    said = denominator_sentence(area.indicators[0], area)
    assert said is not None
    assert "(G)2 ingår inte" in said.text
    assert told(area) == []


# --- questions and assumptions ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["asked_when", "answered_when"])
def test_a_sentence_of_a_question(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    start = "Ställs om kommunen" if name == "asked_when" else "Besvaras om ni"
    texts = {"G1a": NONSENSE, "G4": f"{start} har svarat ”Ja” på fråga (G)1."}
    monkeypatch.setattr(module, name, lambda question, _: texts.get(question.id))
    shown = {"G1": "Nej"}
    assert told() == [unread("G1a", ASKED), ("OJ804", ASKED, {"name": "G4"}, (), shown)]


def test_a_sentence_of_a_question_shows_what_decides_whether_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Ställs om kommunen har svarat ”Ja” på fråga (G)1a."
    monkeypatch.setattr(module, "asked_when", lambda question, _: text if question.id == "G4" else None)
    monkeypatch.setattr(module, "answered_when", lambda *_: None)
    assert told() == [("OJ804", ASKED, {"name": "G4"}, (), {"G1": "Nej"})]


def test_a_sentence_of_an_assumption(monkeypatch: pytest.MonkeyPatch) -> None:
    area = replace(AREA, assumptions=(Assumption("a", ELSEWHERE, Asked("G1a"), "", ASSUMED),))
    assert told(area) == []
    monkeypatch.setattr(module, "assumption_text", lambda *_: NONSENSE)
    assert told(area) == [unread("a", ASSUMED)]
    other = "En kommun som har svarat ”Ja” på fråga (G)4 antas också ha svarat ”Nej” på fråga (G)1."
    monkeypatch.setattr(module, "assumption_text", lambda *_: other)
    (fault,) = told(area)
    assert fault[:4] == ("OJ805", ASSUMED, {"name": "a"}, ())
    assert fault[4] in ({"G4": "Ja", "G1": "Nej"}, {"G4": "Ja", "G1": "Ej aktuellt"}, {"G4": "Ja", "G1": "Ja", "G1a": "Ja"})


def test_numbers_that_no_rule_cuts_can_be_said_of_denominators_and_assumptions(monkeypatch: pytest.MonkeyPatch) -> None:
    area = days()
    out = "I nämnaren för andelar ingår kommuner med resultatet Ja, Delvis eller Nej. Kommuner som har svarat {} ingår inte."
    monkeypatch.setattr(module, "denominator_sentence", lambda *_: Phrase(out.format("högst 5 dagar på fråga (M)8")))
    assert [fault[0] for fault in told(replace(area, indicators=area.indicators[:1]))] == ["OJ803"]
    monkeypatch.undo()
    assumed = Assumption("a", Between("M8", ((0, 7),)), In("M8a", ("Ja",)), "", ASSUMED)
    other = "En kommun som har svarat högst 5 dagar på fråga (M)8 antas också ha svarat ”Ja” på fråga (M)8 a."
    monkeypatch.setattr(module, "assumption_text", lambda *_: other)
    assert [fault[0] for fault in told(replace(area, assumptions=(assumed,)))] == ["OJ805"]


# --- what is published --------------------------------------------------------------------------------------------------


def test_what_is_withheld_is_told_once_and_at_the_first_indicator(monkeypatch: pytest.MonkeyPatch) -> None:
    one = AREA.indicators[0]
    area = replace(AREA, indicators=(one, replace(one, id="ind_2", span=LAST)))
    monkeypatch.setattr(module, "withheld", lambda _: NONSENSE)
    assert told(area) == [unread(area.round.id, RULE)]


def test_the_levels_are_told_at_their_indicator(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "levels", lambda _: NONSENSE)
    assert told() == [unread("familj", RULE)]


def test_what_is_read_as_something_else_is_shown_from_its_start(monkeypatch: pytest.MonkeyPatch) -> None:
    other = levels(replace(AREA.indicators[0], levels=("enhet", "lan", "riket")))
    monkeypatch.setattr(module, "levels", lambda _: other)
    assert told() == [unread("familj", RULE, other[:40])]


def test_what_stops_half_way_is_shown_from_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "levels", lambda one: f"{levels(one)} Och så vidare.")
    assert told() == [unread("familj", RULE, "Och så vidare.")]


def test_what_stops_at_the_end_is_shown_by_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Ställs om kommunen har svarat ”Ja” på fråga (G)1, och"
    monkeypatch.setattr(module, "asked_when", lambda question, _: text if question.id == "G4" else None)
    (fault,) = told()
    assert fault == unread("G4", ASKED, text[-40:])
