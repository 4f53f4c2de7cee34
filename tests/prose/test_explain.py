"""The sentences to a municipality."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from hypothesis import HealthCheck, given, settings

from ojdsl.logic.explain import decisions, explain
from ojdsl.logic.interpret import prepared
from ojdsl.model.nodes import Catalogue
from ojdsl.prose.burden import settled_text
from ojdsl.prose.condition import Words
from ojdsl.prose.explain import explanation
from ojdsl.testing.random_answers import raw_patterns
from ojdsl.testing.random_areas import areas
from tests.real import catalogue

OTHER_ROW = "”Ja” eller ”Ej aktuellt” på fråga (G)2 a"
FOLLOWED_UP = "”Ja” eller ”Ej aktuellt” på fråga (G)7 a"


def said(name: str, reason: str = "", **answers: str) -> tuple[str, ...]:
    (indicator,) = (one for one in catalogue().indicators if one.id == name)
    made = explain(decisions(indicator, catalogue()), prepared(catalogue(), answers))
    return explanation(made, indicator, catalogue(), reason)


def test_answers_that_the_rule_says_nothing_of() -> None:
    (whole,) = (one for one in catalogue().indicators if one.id == "brukarrevision_anvand")
    gap = replace(whole, clauses=whole.clauses[:1])
    made = explain(decisions(gap, catalogue()), prepared(catalogue(), {"G15": "Ja", "G15a": "Nej"}))
    first, *_ = explanation(made, gap, catalogue(), "obesvarad")
    assert first == "Resultatet är Bortfall eftersom regeln inte säger vad era svar ger."


def test_a_target_that_is_reached() -> None:
    assert said("rutin_vald", G7_missbruk="Ja", G7a_missbruk="Ej aktuellt") == (
        "Ni får Ja eftersom ni har svarat ”Ja” på fråga (G)7 och ”Ej aktuellt” på fråga (G)7 a.",
        f"Villkoret för Ja är uppfyllt: att ni har svarat ”Ja” på fråga (G)7, och {FOLLOWED_UP}.",
    )


def test_one_answer_too_little() -> None:
    assert said("rutin_vald", G7_missbruk="Ja", G7a_missbruk="Nej") == (
        "Ni får Nej eftersom ni har svarat ”Nej” på fråga (G)7 a.",
        f"Villkoret för Ja är inte uppfyllt: att ni har svarat ”Ja” på fråga (G)7, och {FOLLOWED_UP}.",
        "För att nå Ja behöver ni ha svarat ”Ja” eller ”Ej aktuellt” på fråga (G)7 a.",
    )


def test_nothing_is_said_twice() -> None:
    assert said("socialjour", G1="Nej") == (
        "Ni får Nej eftersom ni har svarat ”Nej” på fråga (G)1.",
        "För att nå Ja behöver ni ha svarat ”Ja” på fråga (G)1.",
    )


def test_two_ways_to_the_target() -> None:
    assert said("samordning_lss_missbruk", G2_lss_missbruk="Nej")[-2:] == (
        "Det minsta som ger Ja är att ett svar ändras: att ni har svarat ”Nej, behövs inte” på fråga (G)2.",
        f"Ja nås också om ni har svarat ”Ja” på fråga (G)2, och {OTHER_ROW}.",
    )
    assert said("samordning_lss_missbruk", G2a_lss_missbruk="Ja")[-1] == (
        "För att nå Ja behöver ni ha svarat ”Ja” eller ”Nej, behövs inte” på fråga (G)2."
    )


def test_an_answer_that_is_not_given_yet_is_not_said_to_change() -> None:
    assert said("samordning_lss_missbruk")[-2:] == (
        "Det minsta som ger Ja är att ett svar lämnas eller ändras: att ni har svarat ”Nej, behövs inte” på fråga (G)2.",
        f"Ja nås också om ni har svarat ”Ja” på fråga (G)2, och {OTHER_ROW}.",
    )


def test_several_reasons() -> None:
    first, more, *_ = said("kompetensplan", G6_missbruk="Ja", G6a_missbruk_a="Nej", G6a_missbruk_b="Ja", G6b_missbruk="Nej")
    assert first == "Ni får Nej eftersom ni har lämnat ”A” omarkerat i fråga (G)6 a."
    assert more == "Även utan det vore resultatet Nej, eftersom ni har svarat ”Nej” på fråga (G)6 b."


def test_an_indicator_that_does_not_apply() -> None:
    assert said("sip", G21_missbruk="Ej aktuellt") == (
        "Ni får Ej aktuellt eftersom ni har svarat ”Ej aktuellt” på fråga (G)21.",
        "Ni ingår därför inte i nämnaren.",
    )


def test_an_unanswered_question() -> None:
    assert said("kon_uppfoljning", "obesvarad")[:2] == (
        "Resultatet är Bortfall eftersom ni inte har svarat på fråga (M)6 eller, om den ställs, fråga (M)6 a.",
        "Svaren avgör om resultatet blir Ja, Nej eller Ej aktuellt.",
    )
    assert said("stodprogram", "obesvarad", M4_al_anon="Nej")[0] == (
        "Resultatet är Bortfall eftersom ni inte har svarat på fråga (M)4 (”Nar-ANON” och ”CST”)."
    )


def test_no_form_and_a_declined_area() -> None:
    assert said("insatser", "ej_inkommen") == ("Resultatet är Bortfall eftersom inga svar har kommit in från er.",)
    assert said("insatser", "avbojt_omrade") == (
        "Resultatet är Bortfall eftersom ni har avböjt att svara för området Missbruks- och beroendevården.",
    )


def test_a_background_measure() -> None:
    assert said("tid_forsta_besok", M1="Kan inte svara") == (
        "Ni redovisas som ”Kan inte svara” eftersom ni har svarat ”Kan inte svara” på fråga (M)1. Det publiceras inte.",
    )


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(areas())
def test_whatever_the_rule_there_is_a_first_sentence_and_none_is_unfinished(area: Catalogue) -> None:
    for indicator in area.indicators:
        made = decisions(indicator, area)
        for answers in islice(raw_patterns(area), 0, None, 11):
            found = explain(made, prepared(area, answers))
            sentences = explanation(found, indicator, area)
            assert sentences[0].startswith(("Ni får ", "Resultatet är Bortfall "))
            assert all(sentence.endswith(".") and "  " not in sentence for sentence in sentences)
            assert settled_text(found.changes, Words(area)) if found.changes else True
