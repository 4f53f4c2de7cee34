"""Examples put into a spec's text: where they come, and how they are set in."""

from __future__ import annotations

import pytest

from ojdsl.source import Source
from ojdsl.syntax.insert_examples import insert_examples

NEW = (("svar:", "  G1: Ja", "ger: Ja"),)
HEAD = "indikator: a\n"


def inserted(text: str) -> str | None:
    return insert_examples(Source("a.yaml", text), NEW)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("", "avvikelser:\n  - rader: 1\n"),
        ("exempel:\n  - svar:\n      G1: Nej\n    ger: Nej\n", ""),
        ("exempel:\n  - svar:\n      G1: Nej\n    ger: Nej  # så\n", "\n# om avvikelserna\navvikelser:\n  - rader: 1\n"),
        ("exempel:\n  - ger: Nej\n    svar:\n      G6a: []\n", "# slut\n"),
        ("exempel:\n  - ger: Nej\n    svar:\n      G6a:\n        - A\n", "källa: x\n"),
    ],
)
def test_after_the_examples_there_are_or_before_the_deviations_or_last(before: str, after: str) -> None:
    new = "  - svar:\n      G1: Ja\n    ger: Ja\n"
    assert inserted(HEAD + before + after) == HEAD + before + ("" if before else "exempel:\n") + new + after


def test_comments_above_the_deviations_stay_with_them() -> None:
    assert (inserted(HEAD + "# ett\n# två\navvikelser: x\n") or "").endswith("    ger: Ja\n# ett\n# två\navvikelser: x\n")


def test_the_indent_is_that_of_the_list() -> None:
    text = HEAD + "exempel:\n- svar:\n    G1: Nej\n  ger: Nej\n"
    assert inserted(text) == text + "- svar:\n    G1: Ja\n  ger: Ja\n"


def test_a_last_line_without_a_line_break_gets_one() -> None:
    assert inserted("indikator: a\nkälla: x") == "indikator: a\nkälla: x\nexempel:\n  - svar:\n      G1: Ja\n    ger: Ja\n"


@pytest.mark.parametrize("text", ["exempel: [{svar: {G1: Nej}, ger: Nej}]\n", "exempel: []\n", "- a\n", "a: [\n"])
def test_what_cannot_be_added_to(text: str) -> None:
    assert inserted(text) is None
