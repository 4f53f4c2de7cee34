"""Every diagnostic code has a page; its bad example gives the message shown, and its good example gives none."""

from __future__ import annotations

import os
import re
from collections import Counter

import pytest

from ojdsl.diagnostics.messages import MESSAGES
from tests.faults.pages import FOLDER, HEADINGS, Page, index, pages

ACCEPT = "OJDSL_ACCEPT" in os.environ
"""Set to rewrite examples, messages and the index; the explanations are never touched."""
_CODE = re.compile(r"\bOJ\d{3}\b")
_SENTENCE = re.compile(r"(?<=[.:?])\s+")


def sentences(text: str) -> list[str]:
    return [" ".join(sentence.split()) for sentence in _SENTENCE.split(text) if sentence.strip()]


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert {page.code for page in pages()} == set(MESSAGES)


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.code)
def test_the_example_and_the_message_of_a_page_are_those_of_today(page: Page) -> None:
    expected = page.rendered()
    if ACCEPT:
        page.path.write_text(expected, encoding="utf-8")
    assert page.text == expected
    assert page.code in _CODE.findall(page.section("Meddelandet"))


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.code)
def test_the_good_example_of_a_page_is_good(page: Page) -> None:
    assert page.blocks("Så här rättar du")
    assert page.told_of_good() == ""


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.code)
def test_a_page_explains(page: Page) -> None:
    headings = [line.removeprefix("## ") for line in page.text.splitlines() if line.startswith("## ")]
    assert headings == list(HEADINGS)
    assert page.text.startswith(f"# {page.code}: ")
    for heading, least in zip(HEADINGS, (2, 2, 1, 0, 2), strict=True):
        assert least <= len(sentences(page.prose(heading))) <= 5, heading


def test_no_two_pages_say_the_same() -> None:
    said = Counter(sentence for page in pages() for heading in HEADINGS for sentence in sentences(page.prose(heading)))
    assert [sentence for sentence, times in said.items() if times > 1] == []


def test_the_index_is_complete() -> None:
    expected = index()
    readme = FOLDER / "README.md"
    if ACCEPT:
        readme.write_text(expected, encoding="utf-8")
    assert readme.read_text(encoding="utf-8") == expected
