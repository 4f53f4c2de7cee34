"""The sentences of a rule. Those of the real catalogue are in `generated/`, which is compared byte for byte."""

from __future__ import annotations

from ojdsl.model.nodes import Catalogue, Clause, In, Indicator, Or
from ojdsl.prose.phrase import Phrase
from ojdsl.prose.rule import calculation, clause_text, denominator_sentence
from ojdsl.testing.random_areas import area_of, indicator
from ojdsl.testing.random_questions import NOWHERE
from tests.prose.small import QUESTIONS
from tests.real import catalogue


def test_members_of_a_family_are_said_alike() -> None:
    for family in ("samordning", "resultat"):
        members = [one for one in catalogue().indicators if one.family == family]
        assert len({calculation(one, catalogue()) for one in members}) == 1 < len(members)


def of_clauses(*clauses: tuple[str, object]) -> tuple[Indicator, Catalogue]:
    made = indicator(1, clauses, QUESTIONS)  # type: ignore[arg-type]
    return made, area_of(QUESTIONS, (made,))


def test_an_answer_that_leads_out_of_the_denominator_is_named() -> None:
    made, area = of_clauses(("Ja", In("G1", ("Ja",))), ("Ej aktuellt", In("G1", ("Ej aktuellt",))), ("Nej", None))
    assert denominator_sentence(made, area) == Phrase(
        "I nämnaren för andelar ingår kommuner med resultatet Ja eller Nej. "
        "Kommuner som har svarat ”Ej aktuellt” på fråga (G)1 ingår inte."
    )


def test_many_ways_out_of_the_denominator_are_a_list() -> None:
    out = Or((In("G1", ("Ej aktuellt",)), In("G1a", ("Nej",)), In("G4", ("Nej",)), In("G5_a", ("Ja",))))
    made, area = of_clauses(("Ej aktuellt", out), ("Nej", None))
    said = denominator_sentence(made, area)
    assert said is not None
    assert said.text.endswith("resultatet Nej. Där ingår inte kommuner som har uppfyllt minst ett av följande fyra villkor:")
    assert sorted(item.text for item in said.items) == [
        "markerat ”A” i fråga (G)5",
        "svarat ”Ej aktuellt” på fråga (G)1",
        "svarat ”Nej” på fråga (G)1 a",
        "svarat ”Nej” på fråga (G)4",
    ]


def test_everyone_is_in_the_denominator_where_no_answer_leads_out() -> None:
    made, area = of_clauses(("Ja", In("G1", ("Ja",))), ("Nej", None))
    assert denominator_sentence(made, area) == Phrase("I nämnaren för andelar ingår kommuner med resultatet Ja eller Nej.")


def test_each_outcome_has_its_beginning() -> None:
    made, area = of_clauses(("Ja", In("G1", ("Ja",))))
    begun = {
        outcome: clause_text(Clause(outcome, In("G1", ("Ja",)), NOWHERE), made, area).partition(" svarat ")[0]
        for outcome in ("Ja", "Delvis", "Ej aktuellt", "Nej")
    }
    assert begun == {
        "Ja": "För att uppnå målvärdet (Ja) krävs att kommunen har",
        "Delvis": "För resultatet Delvis krävs att kommunen har",
        "Ej aktuellt": "Resultatet är Ej aktuellt om kommunen har",
        "Nej": "Resultatet är Nej om kommunen har",
    }
    assert clause_text(Clause("Nej", None, NOWHERE), made, area) == "Alla andra svar ger resultatet Nej."
