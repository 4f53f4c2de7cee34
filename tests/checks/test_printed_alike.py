"""Answers and rows that a sentence would print with the same words are told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ojdsl.checks.printed_alike import printed_alike
from ojdsl.model.nodes import Alternative, AnswerKind, Catalogue, Row
from tests import real

REAL = real.catalogue()


def with_names(*names: tuple[str, str], rows: tuple[str, ...] = ()) -> Catalogue:
    first = replace(
        REAL.questions[0],
        alternatives=tuple(Alternative(label, f"k{at}", text, AnswerKind.OTHER) for at, (label, text) in enumerate(names)),
        rows=tuple(Row(label, f"r{at}", label) for at, label in enumerate(rows)),
    )
    return replace(REAL, questions=(first,))


def test_the_catalogue_has_none() -> None:
    assert printed_alike(REAL) == []


@pytest.mark.parametrize(
    "names",
    [
        (("Ja", "Ja"), ("Saknas", "Ja")),
        (("Saknas", "Nej"), ("Nej", "Nej, aldrig")),
        (('Ja, "alla"', 'Ja, "alla"'), ("Ja, ’alla’", "Ja, ’alla’")),
        (("A", "Samma"), ("B", "Samma")),
    ],
)
def test_answers_in_the_same_words(names: tuple[tuple[str, str], ...]) -> None:
    for order in (names, names[::-1]):
        (fault,) = printed_alike(with_names(*order))
        assert (fault.code, fault.facts["first"], fault.facts["second"]) == ("OJ881", order[0][0], order[1][0])


def test_rows_in_the_same_words() -> None:
    assert [fault.code for fault in printed_alike(with_names(rows=("”Unga”", '"Unga"', "Äldre")))] == ["OJ881"]


def test_the_fault_names_the_question_and_stands_at_its_text() -> None:
    (fault,) = printed_alike(made := with_names(("Ja", "Ja"), ("Saknas", "Ja")))
    (asked,) = made.questions
    assert fault.facts == {"question": asked.id, "first": "Ja", "second": "Saknas"}
    assert asked.text_span not in (None, asked.span)
    assert fault.place == asked.text_span
    (unworded,) = printed_alike(replace(made, questions=(replace(asked, text_span=None),)))
    assert unworded.place == asked.span


def test_a_wording_that_begins_with_its_label_is_printed_as_the_label() -> None:
    assert printed_alike(with_names(("Ja", "Ja, för alla"), ("Ja, för alla", "Ja, för alla barn"), ("Nej", "Nej"))) == []
