"""How each kind of condition is said. Every sentence continues "kommunen har"; a semicolon stands between items of a list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ojdsl.model.nodes import And, Asked, Condition, Count, In, Or, Row
from ojdsl.prose.condition import Words, plain
from ojdsl.testing.random_areas import area_of, indicator
from tests.prose.small import QUESTIONS

YES, NO = ("Ja",), ("Nej",)
G1, G1A, G4 = In("G1", YES), In("G1a", YES), In("G4", YES)
ROWS = tuple(In(f"G2_{row}", YES) for row in "xyz")
MARKS = tuple(In(f"G5_{mark}", YES) for mark in "abc")
LEFT = tuple(In(f"G5_{mark}", NO) for mark in "abc")

SAID: dict[str, Condition] = {
    # one test
    "svarat ”Ja” på fråga (G)1": G1,
    "svarat ”Ja” eller ”Ej aktuellt” på fråga (G)1": In("G1", ("Ja", "Ej aktuellt")),
    "svarat något annat än ”Nej” på fråga (G)1": In("G1", ("Ja", "Ej aktuellt"), NO),
    "svarat något annat än ”Ja” eller ”Nej” på fråga (G)1": In("G1", ("Ej aktuellt",), ("Ja", "Nej")),
    "fått fråga (G)1 a": Asked("G1a"),
    "fått fråga (G)2 för ”X”": Asked("G2_x"),
    "svarat ”Ja” på delen ”X” i fråga (G)2": ROWS[0],
    "svarat ”Ja” på fråga (G)3": In("G3_x", YES),
    "markerat ”A” i fråga (G)5": MARKS[0],
    "lämnat ”A” omarkerat i fråga (G)5": LEFT[0],
    "fått fråga (G)5": In("G5_a", ("Ja", "Nej")),
    "markerat ”A” för ”X” i fråga (G)6": In("G6_x_a", YES),
    # och
    "svarat ”Ja” på frågorna (G)1 och (G)1 a": And((G1, G1A)),
    "svarat ”Ja” på frågorna (G)1, (G)1 a och (G)4": And((G1, And((G1A, G4)))),
    "svarat ”Ja” på fråga (G)1 och ”Nej” på fråga (G)4": And((G1, In("G4", NO))),
    "svarat ”Ja” på fråga (G)1, och ”Ja” eller ”Nej” på fråga (G)1 a": And((G1, In("G1a", ("Ja", "Nej")))),
    "svarat ”Ja” på fråga (G)1, markerat ”A” och ”B” i fråga (G)5, och svarat ”Nej” på fråga (G)4": And(
        (G1, And(MARKS[:2]), In("G4", NO))
    ),
    "svarat ”Ja” på frågorna (G)1 och (G)1 a, och ”Nej” på fråga (G)4": And((G1, G1A, In("G4", NO))),
    "svarat ”Ja” på alla delar av fråga (G)2": And(ROWS),
    "svarat ”Ja” på delarna ”X” och ”Y” i fråga (G)2": And(ROWS[:2]),
    "lämnat ”A”, ”B” och ”C” omarkerade i fråga (G)5": And(LEFT),
    "markerat ”A” för ”X” i fråga (G)6 och markerat ”A” för ”Y” i fråga (G)6": And((In("G6_x_a", YES), In("G6_y_a", YES))),
    "fått fråga (G)1 a och svarat ”Ja” på fråga (G)4": And((Asked("G1a"), G4)),
    # eller
    "svarat ”Ja” på fråga (G)1 eller (G)4": Or((G1, G4)),
    "svarat ”Ja” på fråga (G)1 eller ”Nej” på fråga (G)4": Or((G1, In("G4", NO))),
    "svarat ”Ja” på fråga (G)1, (G)1 a eller (G)4": Or((G1, Or((G1A, G4)))),
    "svarat ”Ja” eller ”Nej” på fråga (G)1, eller ”Ja” på fråga (G)4": Or((In("G1", ("Ja", "Nej")), G4)),
    "svarat ”Ja” på minst en av de tre delarna i fråga (G)2": Or(ROWS),
    "markerat minst ett av ”A” och ”B” i fråga (G)5": Or(MARKS[:2]),
    # antal
    "svarat ”Ja” på minst två av de tre delarna i fråga (G)2": Count(2, 3, ROWS),
    "svarat ”Ja” på högst en av de tre delarna i fråga (G)2": Count(0, 1, ROWS),
    "svarat ”Ja” på exakt en av de tre delarna i fråga (G)2": Count(1, 1, ROWS),
    "svarat ”Ja” på ingen av de tre delarna i fråga (G)2": Count(0, 0, ROWS),
    "svarat ”Ja” på minst en och högst två av de tre delarna i fråga (G)2": Count(1, 2, ROWS),
    "svarat ”Ja” på minst en av delarna ”X” och ”Y” i fråga (G)2": Count(1, 2, ROWS[:2]),
    "markerat minst två av ”A”, ”B” och ”C” i fråga (G)5": Count(2, 3, MARKS),
    "markerat högst ett av ”A”, ”B” och ”C” i fråga (G)5": Count(0, 1, MARKS),
    "lämnat minst två av ”A”, ”B” och ”C” omarkerade i fråga (G)5": Count(2, 3, LEFT),
    "lämnat inget av ”A”, ”B” och ”C” omarkerat i fråga (G)5": Count(0, 0, LEFT),
    # listor, där ord inte räcker för att visa vad som hör ihop
    "uppfyllt minst två av följande tre villkor: a) svarat ”Ja” på fråga (G)1; b) svarat ”Ja” på fråga (G)1 a; "
    "c) svarat ”Ja” på fråga (G)4": Count(2, 3, (G1, G1A, G4)),
    "inte svarat ”Ja” på fråga (G)1": Count(0, 0, (G1,)),
    "inte fått fråga (G)1 a och svarat ”Ja” på fråga (G)4": And((Count(0, 0, (Asked("G1a"),)), G4)),
    "inte uppfyllt följande villkor: a) svarat ”Ja” på frågorna (G)1 och (G)4": Count(0, 0, (And((G1, G4)),)),
    # vad som står ensamt i ett "och" eller "eller" hör inte till det som står runt om
    "uppfyllt båda följande villkor: a) svarat ”Nej” på fråga (G)4; b) svarat ”Ja” på fråga (G)1 eller (G)1 a": And(
        (In("G4", NO), Or((Or((G1, G1A)),)))
    ),
    "uppfyllt inget av följande två villkor: a) fått fråga (G)5; b) fått fråga (G)5": Count(
        0, 0, tuple(In(f"G5_{mark}", ("Ja", "Nej")) for mark in "ab")
    ),
    "uppfyllt inget av följande två villkor: a) svarat ”Ja” på fråga (G)1; b) svarat ”Ja” på fråga (G)4": Count(0, 0, (G1, G4)),
    "uppfyllt minst ett av följande två villkor: a) svarat ”Ja” på frågorna (G)1 och (G)1 a; b) svarat ”Ja” på fråga (G)4": Or(
        (And((G1, G1A)), G4)
    ),
    "uppfyllt båda följande villkor: a) svarat ”Ja” på fråga (G)1; b) svarat ”Ja” på fråga (G)1 a eller (G)4": And(
        (G1, Or((G1A, G4)))
    ),
    "uppfyllt båda följande villkor: a) svarat ”Ja” på fråga (G)4; b) uppfyllt minst ett av följande två villkor: "
    "b1) svarat ”Ja” på frågorna (G)1 och (G)1 a; b2) markerat ”A” i fråga (G)5": And((G4, Or((And((G1, G1A)), MARKS[0])))),
}  # fmt: skip


@pytest.mark.parametrize("said", SAID)
def test_a_condition(said: str) -> None:
    assert plain(SAID[said], Words(area_of(QUESTIONS, ()))) == said


def test_no_two_conditions_are_said_alike() -> None:
    assert len(set(SAID.values())) >= len(SAID) - 1  # `excluded` takes no part in equality


def test_the_row_of_a_family_goes_without_saying() -> None:
    member = replace(indicator(1, (("Ja", ROWS[0]),), QUESTIONS), row=Row("X", "x", "X"))
    words = Words(area_of(QUESTIONS, (member,)), member)
    assert plain(ROWS[0], words) == "svarat ”Ja” på fråga (G)2"
    assert plain(Asked("G2_x"), words) == "fått fråga (G)2"
    assert plain(ROWS[1], words) == "svarat ”Ja” på delen ”Y” i fråga (G)2"
    assert plain(In("G6_x_a", YES), words) == "markerat ”A” i fråga (G)6"
    assert plain(And((ROWS[0], G4)), words) == "svarat ”Ja” på frågorna (G)2 och (G)4"
