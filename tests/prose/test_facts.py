"""Generated facts about an indicator, its questions and its laws."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ojdsl.model.nodes import LegalReference
from ojdsl.prose.facts import (
    coverage,
    legal,
    legal_in_full,
    levels,
    measurement,
    percent,
    printed_id,
    published,
    reported_as,
    swedish_key,
    swedish_list,
)
from tests.documents.small import INDICATORS, SOL, SOSFS, catalogue

CATALOGUE = catalogue()
ROUTINE, HOSTILE, BACKGROUND = INDICATORS[0], INDICATORS[2], INDICATORS[3]


def test_lists_and_order() -> None:
    assert [swedish_list(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a och b", "a, b och c"]
    assert swedish_list(["a", "b"], "eller") == "a eller b"
    assert sorted(["ö", "Ä", "z", "å", "A", "b"], key=swedish_key) == ["A", "b", "z", "å", "Ä", "ö"]


@pytest.mark.parametrize(
    ("plain", "printed"),
    [
        ("G2", "(G)2"),
        ("G2a", "(G)2 a"),
        ("M6", "(M)6"),
        ("G10.1", "(G)10.1"),
        ("AB12c", "(AB)12 c"),
        ("konstig id", "konstig id"),
    ],
)
def test_ids_are_printed_as_in_the_guide(plain: str, printed: str) -> None:
    assert printed_id(plain) == printed


def test_outcomes_that_are_not_published_are_left_out() -> None:
    assert reported_as(ROUTINE) == "Ja/Nej"
    assert published(BACKGROUND) == ("Inom 3 dagar", "Senare")


def test_levels() -> None:
    assert levels(ROUTINE) == (
        "Stadsdelar/stadsområden i Stockholm, Göteborg och Malmö, kommuner, storstäder, län och riket. "
        "För storstäder, län och riket redovisas andelen kommuner med resultatet Ja av dem som ingår i nämnaren."
    )
    assert levels(BACKGROUND) == "Stadsdelar/stadsområden i Stockholm, Göteborg och Malmö samt kommuner."


def test_measurement_is_a_date_a_period_or_both() -> None:
    period = "Mätperiod: 1 februari 2016–31 januari 2017 (12 månader)"
    assert measurement(ROUTINE, CATALOGUE) == ("Mätdatum: 1 februari 2017", period)
    assert measurement(replace(ROUTINE, questions=("G2",)), CATALOGUE) == ("Mätdatum: 1 februari 2017",)


def test_a_follow_up_without_a_period_asks_about_its_parents_period() -> None:
    assert measurement(HOSTILE, CATALOGUE) == ("Mätperiod: 1 februari 2016–31 januari 2017 (12 månader)",)


def test_coverage_follows_the_section() -> None:
    assert coverage(ROUTINE, CATALOGUE) == "Svarsfrekvens: 95 procent (301 av 316)"
    assert coverage(HOSTILE, CATALOGUE) == "Svarsfrekvens: 94 procent (296 av 316)"
    assert coverage(replace(ROUTINE, questions=("G2", "M1")), CATALOGUE) == "Svarsfrekvens: 94 procent (296 av 316)"


@pytest.mark.parametrize(
    ("part", "whole", "expected"), [(1, 8, 13), (1, 200, 1), (1, 201, 0), (0, 5, 0), (5, 5, 100), (5, 200, 3)]
)
def test_halves_are_rounded_up(part: int, whole: int, expected: int) -> None:
    assert percent(part, whole) == expected


@pytest.mark.parametrize(
    ("reference", "short", "full"),
    [
        (LegalReference(SOL, "3", "6"), "3 kap. 6 § SoL", "3 kap. 6 § socialtjänstlagen (2001:453), SoL"),
        (LegalReference(SOL, None, "10"), "10 § SoL", "10 § socialtjänstlagen (2001:453), SoL"),
        (LegalReference(SOL, None, None), "SoL", "socialtjänstlagen (2001:453), SoL"),
        (
            LegalReference(SOSFS, "4", None),
            "4 kap. SOSFS 2011:9",
            "4 kap. SOSFS 2011:9 (ledningssystem för systematiskt kvalitetsarbete)",
        ),
    ],
)
def test_laws(reference: LegalReference, short: str, full: str) -> None:
    assert (legal(reference), legal_in_full(reference)) == (short, full)
