"""The rule as it is said to the municipality."""

from __future__ import annotations

from dataclasses import replace

from ojdsl.model.nodes import And, Condition, Count, In, Or
from ojdsl.prose.rule import calculation, sentence
from ojdsl.prose.to_municipality import rule_to_municipality
from ojdsl.testing.random_areas import area_of, indicator
from tests.prose.small import QUESTIONS
from tests.real import catalogue

G1, G4 = In("G1", ("Ja",)), In("G4", ("Ja",))
OUT = In("G1", ("Ej aktuellt",))


def said(*clauses: tuple[str, Condition | None]) -> list[str]:
    made = indicator(1, clauses, QUESTIONS)
    return [sentence(phrased) for phrased in rule_to_municipality(made, area_of(QUESTIONS, (made,)))]


def test_a_rule_and_its_denominator() -> None:
    some = Count(2, 3, tuple(In(f"G2_{row}", ("Ja",)) for row in "xyz"))
    assert said(("Ej aktuellt", OUT), ("Ja", And((G1, some))), ("Nej", None)) == [
        "Ni får Ja om ni har svarat ”Ja” på fråga (G)1 och ”Ja” på minst två av de tre delarna i fråga (G)2.",
        "Ni får Ej aktuellt om ni har svarat ”Ej aktuellt” på fråga (G)1.",
        "Ni får Nej med alla andra svar.",
        "Ni ingår i nämnaren för andelar om ni får Ja eller Nej. Ni ingår inte om ni har svarat ”Ej aktuellt” på fråga (G)1.",
    ]


def test_a_list_ends_with_a_full_stop() -> None:
    assert said(("Ja", Or((And((G1, G4)), In("G5_a", ("Ja",))))), ("Nej", None))[0] == (
        "Ni får Ja om ni har uppfyllt minst ett av följande två villkor: a) svarat ”Ja” på frågorna (G)1 och (G)4; "
        "b) markerat ”A” i fråga (G)5."
    )


def test_nobody_is_in_an_empty_denominator() -> None:
    made = replace(indicator(1, (("Ja", G1), ("Nej", None)), QUESTIONS), denominator=frozenset())
    area = area_of(QUESTIONS, (made,))
    assert sentence(calculation(made, area)[-1]) == "Inga kommuner ingår i nämnaren för andelar."
    assert sentence(rule_to_municipality(made, area)[-1]) == "Ni ingår inte i nämnaren för andelar."


def test_a_class_is_what_one_is_counted_as() -> None:
    (measure,) = (one for one in catalogue().indicators if one.kind == "background")
    texts = [sentence(phrased) for phrased in rule_to_municipality(measure, catalogue())]
    assert texts[0] == "Ni redovisas som ”Inom 3 dagar” om ni har svarat ”Inom 3 dagar” på fråga (M)1."
    assert len(texts) == len(measure.clauses)
