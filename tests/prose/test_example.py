"""Examples in Swedish, and conditions as a spec writes them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from ojdsl.model.nodes import And, Asked, Condition, Count, Example, In, Or
from ojdsl.prose.as_written import as_written
from ojdsl.prose.condition import Words
from ojdsl.prose.example import example_sentence
from ojdsl.testing.random_questions import NOWHERE
from tests.real import catalogue

YES, NO, ELSEWHERE = ("Ja",), ("Nej",), ("Ej aktuellt",)


DECIDED = "Nej, men vi har fattat beslut om att göra det"


@pytest.mark.parametrize(
    ("name", "answers", "expected"),
    [
        ("socialjour", {"G1": "Nej"}, "En kommun som svarar ”Nej” på fråga (G)1 får Ja."),
        ("socialjour", {}, "En kommun som inte svarar får Ja."),
        (
            "samordning_lss_missbruk",
            {"G2_lss_missbruk": "Ja", "G2a_lss_missbruk": "Ej aktuellt"},
            "En kommun som svarar ”Ja” på fråga (G)2, och ”Ej aktuellt” på fråga (G)2 a, får Ja.",
        ),
        (
            "overenskommelse",
            {"G3_mal": "Ja", "G3_ansvar": "Nej", "G3_rutiner": "Ja", "G3a": "Ja"},
            "En kommun som svarar ”Ja” på delarna ”Mål” och ”Rutiner” i fråga (G)3, ”Nej” på delen ”Ansvar” i fråga (G)3, "
            "och ”Ja” på fråga (G)3 a, får Ja.",
        ),
        (
            "overenskommelse",
            {"G3_mal": "Ja", "G3_ansvar": "Ja", "G3_rutiner": "Ja"},
            "En kommun som svarar ”Ja” på alla delar av fråga (G)3 får Ja.",
        ),
        (
            "kompetensplan",
            {"G6a_missbruk_a": "Ja", "G6a_missbruk_b": "Nej"},
            "En kommun som svarar alternativet ”A” på fråga (G)6 a får Ja.",
        ),
        ("kompetensplan", {"G6a_missbruk_a": "Nej"}, "En kommun som svarar inget alternativ på fråga (G)6 a får Ja."),
        (
            "kon_resultat",
            {"M6c": "Nej, beslutat"},
            f"En kommun som svarar ”{DECIDED}” på fråga (M)6 c får Ja.",
        ),
        ("freda", {"G8a": "egen metod"}, "En kommun som inte svarar får Ja."),
    ],
)
def test_an_example(name: str, answers: Mapping[str, str], expected: str) -> None:
    indicator = next(one for one in catalogue().indicators if one.id == name)
    assert example_sentence(Example(answers, "Ja", NOWHERE), indicator, catalogue()) == expected


def rows(labels: tuple[str, ...] = YES) -> tuple[Condition, ...]:
    return tuple(In(f"G3_{row}", labels) for row in ("mal", "ansvar", "rutiner"))


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (In("G1", YES), "G1 är Ja"),
        (In("G2_lss_missbruk", ("Nej, behövs inte", "Ej aktuellt")), 'G2 är "Nej, behövs inte" eller Ej aktuellt'),
        (In("G2_aldreomsorg_missbruk", YES), "G2[Äldreomsorg och Missbruk] är Ja"),
        (In("M5", ("Nej",), ("Ja, för alla", "Ej aktuellt")), 'M5 är inte "Ja, för alla" eller Ej aktuellt'),
        (In("G6a_missbruk_a", YES), "G6a innehåller A"),
        (In("G6a_missbruk_a", NO), "G6a innehåller inte A"),
        (In("G6a_missbruk_a", ("Ja", "Nej")), "G6a ställs"),
        (Asked("G3a"), "G3a ställs"),
        (And(rows()), "alla av G3 är Ja"),
        (Or(rows()), "minst 1 av G3 är Ja"),
        (And(rows()[:2]), "alla av G3[Mål, Ansvar] är Ja"),
        (Count(2, 3, rows()), "minst 2 av G3 är Ja"),
        (Count(0, 1, rows()), "högst 1 av G3 är Ja"),
        (Count(2, 2, rows()), "exakt 2 av G3 är Ja"),
        (Count(1, 2, rows()), "1–2 av G3 är Ja"),
        (And((In("G6a_missbruk_a", YES), In("G6a_missbruk_b", YES))), "G6a innehåller A och B"),
        (Or((In("G6a_missbruk_a", YES), In("G6a_missbruk_b", YES))), "G6a innehåller A eller B"),
        (Count(2, 3, (In("G1", YES), In("G1a", YES), In("G12", NO))), "minst 2 av (G1 är Ja; G1a är Ja; G12 är Nej)"),
        (And((Or((In("G1", YES), In("G12", YES))), In("G15", NO))), "(G1 är Ja, eller G12 är Ja), och G15 är Nej"),
        (And((Or((In("G1", YES), In("G12", YES))),)), "G1 är Ja, eller G12 är Ja"),
    ],
)
def test_a_condition_as_a_spec_writes_it(condition: Condition, expected: str) -> None:
    member = next(one for one in catalogue().indicators if one.id == "samordning_lss_missbruk")
    assert as_written(condition, Words(catalogue(), member)) == expected
