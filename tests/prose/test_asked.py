"""When a question is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from ojdsl.model.nodes import And, Catalogue, Condition, Count, In, Or, Question
from ojdsl.prose.asked import answered_when, asked_when
from ojdsl.prose.read import read_asked
from tests.documents.small import QUESTIONS, catalogue

CATALOGUE = catalogue()

LSS, OLD = In("G2_lss", ("Ja",)), In("G2_aldre", ("Ja",))


def test_when_the_questions_of_a_small_area_are_asked() -> None:
    assert {question.id: asked_when(question, CATALOGUE) for question in QUESTIONS} == {
        "G2": None,
        "G2a": "Ställs för varje rad där svaret på fråga (G)2 är ”Ja”.",
        "G3a": "Ställs om kommunen har svarat ”Ja” på minst en av de två delarna i fråga (G)2.",
        "M1": None,
        "M1a": "Ställs om kommunen har svarat ”Senare” på fråga (M)1.",
    }


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (Count(0, 1, (LSS, OLD)), "Ställs om kommunen har svarat ”Ja” på högst en av de två delarna i fråga (G)2."),
        (And((LSS, OLD)), "Ställs om kommunen har svarat ”Ja” på alla delar av fråga (G)2."),
        (In("M1", ("Inom 3 dagar", "Senare")), "Ställs om kommunen har svarat ”Inom 3 dagar” eller ”Senare” på fråga (M)1."),
    ],
)
def test_other_conditions(condition: Condition, said: str) -> None:
    old = QUESTIONS[-1]
    assert asked_when(replace(old, cells=(replace(old.cells[0], asked_if=condition),)), CATALOGUE) == said


def test_rows_with_conditions_of_their_own_are_told_apart() -> None:
    old = next(question for question in QUESTIONS if question.id == "G2a")
    first, second = old.cells
    said = asked_when(replace(old, cells=(first, replace(second, asked_if=And((LSS, OLD))))), CATALOGUE)
    assert said is not None
    assert said.startswith("Ställs rad för rad: ")
    assert said.count(" om kommunen har ") == 2


@pytest.mark.parametrize("said", [asked_when, answered_when])
def test_rows_with_conditions_of_their_own_are_read_back(said: Callable[[Question, Catalogue], str | None]) -> None:
    """In both registers, with a list under a row, and a row that is always asked."""
    old = next(question for question in QUESTIONS if question.id == "G2a")
    nested = Or((And((LSS, OLD)), In("M1", ("Senare",))))
    for conditions in ((LSS, nested), (nested, None), (None, OLD)):
        cells = tuple(replace(cell, asked_if=one) for cell, one in zip(old.cells, conditions, strict=True))
        made = replace(old, cells=cells)
        assert read_asked(said(made, CATALOGUE) or "", CATALOGUE, made) == {cell.row: cell.asked_if for cell in cells}
