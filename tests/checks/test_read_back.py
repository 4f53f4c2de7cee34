"""What is written of rules is read back. Names that are printed alike are in `tests/cli/test_read_back.py`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from ojdsl.checks import read_back as module
from ojdsl.checks.read_back import read_back
from ojdsl.logic.space import Space
from ojdsl.model.nodes import Assumption, Catalogue, Cell, Condition, Count, In, Withholding
from ojdsl.prose import condition, facts
from ojdsl.prose.number import numbers
from ojdsl.testing.random_areas import area_of, areas, indicator
from ojdsl.testing.random_questions import NOWHERE
from tests.numbers import area as days
from tests.prose.small import QUESTIONS
from tests.real import catalogue

TWO = Count(2, 3, tuple(In(f"G2_{row}", ("Ja",)) for row in "xyz"))
AREA = area_of(QUESTIONS, (indicator(1, (("Ja", TWO), ("Nej", None)), QUESTIONS),))


def test_the_texts_of_2017_say_what_its_rules_do() -> None:
    assert read_back(catalogue()) == []


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(areas())
def test_the_texts_of_any_area_say_what_its_rules_do(area: Catalogue) -> None:
    assert read_back(area) == []


def test_a_writer_that_says_another_number_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_back(AREA) == []
    monkeypatch.setattr(condition, "_NUMBERS", ("noll", "en", "en", "tre"))
    (fault,) = read_back(AREA)
    assert (fault.code, fault.facts["rule"], fault.facts["said"]) == ("OJ802", "Nej", "Ja")
    assert fault.counterexample is not None
    assert sorted(fault.counterexample.columns.values()) == ["Ja", "Nej", "Nej"]


def test_a_writer_that_no_one_understands_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(condition, "_NUMBERS", ("noll", "en", "ett par", "tre"))
    (fault,) = read_back(AREA)
    assert (fault.code, fault.facts["stops"]) == ("OJ801", "ett par av de tre delarna i fråga (G)2.")


@pytest.mark.parametrize(("largest", "expected"), [(3, [("omr", 3)]), (10, [("ind_1", 10), ("ind_3", 10)])])
def test_what_is_too_large_is_told_by_name_and_the_rest_is_read(
    monkeypatch: pytest.MonkeyPatch, largest: int, expected: list[tuple[str, int]]
) -> None:
    def small(cells: Iterable[Cell]) -> Space:
        space = Space(cells)
        space.pool.largest = largest
        return space

    rules: tuple[Condition, ...] = (TWO, In("G4", ("Ja",)), TWO)
    made = (indicator(number, (("Ja", rule), ("Nej", None)), QUESTIONS) for number, rule in enumerate(rules, 1))
    several = area_of(QUESTIONS, tuple(made))
    monkeypatch.setattr(module, "Space", small)
    found = read_back(several)
    assert [(fault.code, fault.facts["name"], fault.facts["largest"]) for fault in found] == [("OJ427", *one) for one in expected]


def test_what_is_published_is_read_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facts, "_LEVELS", {"storstad": "län", "lan": "storstäder", "riket": "riket"})
    real = catalogue()
    few = replace(real, indicators=real.indicators[:1], round=replace(real.round, withholding=Withholding(20, ("Vet ej",))))
    assert [(fault.code, fault.facts["name"]) for fault in read_back(few)] == [("OJ801", real.round.id), ("OJ801", "socialjour")]


def test_numbers_that_are_said_too_narrowly_are_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """No rule cuts the numbers where the sentence does."""
    assert read_back(days()) == []
    monkeypatch.setattr(
        condition, "numbers", lambda ranges, cell: numbers([(low + (low < high), high) for low, high in ranges], cell)
    )
    assert {fault.code for fault in read_back(days())} == {"OJ802", "OJ804"}


def test_an_assumption_that_says_another_thing_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    assumed = replace(AREA, assumptions=(Assumption("a", In("G1", ("Ja",)), TWO, "", NOWHERE),))
    assert read_back(assumed) == []
    monkeypatch.setattr(
        module,
        "assumption_text",
        lambda one, catalogue: (
            f"En kommun som har {condition.plain(one.then, condition.Words(catalogue))} antas också ha svarat ”Ja” på fråga (G)1."
        ),
    )
    (fault,) = read_back(assumed)
    assert (fault.code, fault.facts["name"]) == ("OJ805", "a")
    assert fault.counterexample is not None
    assert {"G1", "G2_x"} <= fault.counterexample.columns.keys()
