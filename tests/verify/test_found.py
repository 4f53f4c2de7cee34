"""Every part of every description is found again in what we write, and in what becomes of it."""

from __future__ import annotations

import re
from functools import cache

import pytest

from ojdsl import pipeline
from ojdsl.verify.described import described
from ojdsl.verify.expected import Whole, whole
from ojdsl.verify.found import Found, found
from ojdsl.verify.lines import folded, present
from ojdsl.verify.read import read_document
from ojdsl.verify.verify import verify
from tests.real import catalogue
from tests.verify.docx import edited
from tests.verify.plain import plain_text

FORMATS = ("bilaga2.docx", "bilaga2.html", "bilaga2.md")


@cache
def built() -> dict[str, bytes]:
    return pipeline.build(catalogue())


@cache
def wanted() -> Whole:
    return whole(catalogue())


def read(name: str, content: bytes) -> tuple[Found, ...]:
    return found(described(read_document(name, content).lines, wanted().known).descriptions, wanted())


def differences(name: str, content: bytes) -> list[tuple[str, str]]:
    """(indicator, part) wherever the document does not hold the words that it should."""
    seen = read(name, content)
    missing = [(one.id, "") for one in wanted().descriptions if one not in [pair.expected for pair in seen]]
    return missing + [
        (pair.expected.id if pair.expected else "?", key.shown)
        for pair in seen
        for key in (pair.expected.parts.keys() if pair.expected else set()) | pair.parts.keys()
        if pair.expected is None or said(pair.expected.parts.get(key)) != said(pair.parts.get(key))
    ]


def said(lines: tuple[object, ...] | None) -> str | None:
    return None if lines is None else folded(" ".join(line.text for line in present(lines)))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", FORMATS)
def test_what_we_write_is_found_whole(name: str) -> None:
    assert len(read(name, built()[name])) == len(wanted().descriptions) == 23
    assert differences(name, built()[name]) == []


def test_indicators_are_found_without_our_anchors() -> None:
    bare = edited(built()["bilaga2.docx"], lambda xml: re.sub(r"<w:bookmark(Start|End)[^>]*/>", "", xml))
    assert differences("a.docx", bare) == []


def test_an_indicator_is_found_by_its_anchor_when_its_names_are_changed() -> None:
    renamed = edited(built()["bilaga2.docx"], lambda xml: xml.replace("Social jourverksamhet", "Jour dygnet runt"))
    assert differences("a.docx", renamed) == [("socialjour", "Indikatornamn")]


def test_rows_may_be_reordered() -> None:
    def swapped(xml: str) -> str:
        rows = re.findall(r"<w:tr>.*?</w:tr>", xml)
        purpose = next(row for row in rows if ">Syfte<" in row)
        target = next(row for row in rows if ">Målvärde<" in row)
        return xml.replace(purpose, "\0", 1).replace(target, purpose, 1).replace("\0", target, 1)

    assert differences("a.docx", edited(built()["bilaga2.docx"], swapped)) == []


def test_a_row_that_is_gone_and_an_indicator_that_is_gone_are_missed() -> None:
    def without(xml: str) -> str:
        first, second, third, *rest = re.split(r"(?=<w:tbl>)", xml)
        row = next(row for row in re.findall(r"<w:tr>.*?</w:tr>", third) if ">Målvärde<" in row)
        return "".join([first, second, third.replace(row, ""), *rest[:3], *rest[4:]])

    missed = differences("a.docx", edited(built()["bilaga2.docx"], without))
    assert (wanted().descriptions[0].id, "Målvärde") in missed
    assert (wanted().descriptions[4].id, "") in missed
    assert len(missed) == 2


def test_plain_text_with_a_list_of_contents_and_the_heads_of_tables_is_equal() -> None:
    plain = plain_text(built()["bilaga2.html"])
    top, title, *rest = plain.splitlines()
    titles = [text for text in rest if text in wanted().known.titles]
    with_contents = [top, title, "Innehåll", *(f"{one}\t{page}" for page, one in enumerate(titles)), *rest]
    name = next(one for one in wanted().descriptions if one.id == "kompetensplan").title
    with_heads = "\n".join(with_contents).replace(f"{name}\n{name}\nOmråde", f"{name}\nUppgift\n{name}\nOmråde")
    assert with_heads != "\n".join(with_contents)
    for text in (plain, "\n".join(with_contents), with_heads):
        assert verify(catalogue(), [read_document("a.txt", text.encode())]).faults == ()
