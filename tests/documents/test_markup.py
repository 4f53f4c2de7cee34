"""The markup of long texts."""

from __future__ import annotations

import pytest

from ojdsl.documents.markup import flow, runs
from ojdsl.documents.nodes import Emphasis, Item, List, Paragraph, Plain, Run, paragraph


def test_paragraphs_and_lists() -> None:
    text = "Ett\nstycke.\n\nEtt till:\n- a\n  fortsatt\n- b\n\n- c\n\nSist.\n1. x\n2. y\n4. z\n"
    assert flow(text) == (
        paragraph("Ett stycke."),
        paragraph("Ett till:"),
        List(tuple(Item((paragraph(one),)) for one in ("a fortsatt", "b", "c"))),
        paragraph("Sist."),
        List(tuple(Item((paragraph(one),)) for one in ("x", "y")), ordered=True),
        paragraph("4. z"),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Med *rutin* avses", (Plain("Med "), Emphasis("rutin"), Plain(" avses"))),
        ("*a b*", (Emphasis("a b"),)),
        ("2 * 3 * 4", (Plain("2 * 3 * 4"),)),
        ("2*3*4", (Plain("2*3*4"),)),
        ("**fet**", (Plain("**fet**"),)),
        ("<b>_x_</b> [l](u) `k`", (Plain("<b>_x_</b> [l](u) `k`"),)),
    ],
)
def test_emphasis_is_all_there_is_inside_a_line(text: str, expected: tuple[Run, ...]) -> None:
    assert runs(text) == expected


def test_an_empty_text_is_nothing() -> None:
    assert flow("") == flow("\n\n ") == ()


def test_what_is_not_markup_is_literal() -> None:
    assert flow("# rubrik\n> citat\n+ plus\n-utan") == (Paragraph((Plain("# rubrik > citat + plus -utan"),)),)
