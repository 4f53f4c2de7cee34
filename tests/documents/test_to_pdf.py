"""PDF: its tag tree, read back by another program, says what the document's tree says; texts stay texts.

What is here and what `pdfua` finds is a check of some rules of PDF/UA-1, not a validation against all of them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pdfua import validate
from pypdf import PdfReader

from ojdsl.data.extras import MissingExtra
from ojdsl.documents.bilaga1 import bilaga1
from ojdsl.documents.bilaga2 import bilaga2
from ojdsl.documents.docx_outline import outline
from ojdsl.documents.nodes import (
    Block,
    DataTable,
    Document,
    Field,
    FieldTable,
    Flow,
    Heading,
    Item,
    Labelled,
    Link,
    List,
    Strong,
    paragraph,
)
from ojdsl.documents.to_pdf import NoGlyph, document_json, to_pdf
from tests import real
from tests.documents.small import HOSTILE, catalogue

REAL, METHOD = bilaga2(real.catalogue()), bilaga1(real.catalogue())
BOTH = pytest.mark.parametrize("document", [METHOD, REAL], ids=["bilaga1", "bilaga2"])
Node = Any
"""An element of the tag tree: pikepdf's dictionary."""


@cache
def made(document: Document) -> bytes:
    file = to_pdf(document)
    assert isinstance(file, bytes)
    return file


def short(*blocks: Any, title: str = "t") -> Document:
    return Document(title, "sv", "d", "p", blocks)


@cache
def opened(document: Document) -> Any:
    return pikepdf.open(BytesIO(made(document)))


def kids(node: Node) -> list[Node]:
    found = node.get("/K", [])
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def children(node: Node) -> list[Node]:
    """The elements directly below one; references to content left out."""
    return [kid for kid in kids(node) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def below(node: Node) -> Iterator[Node]:
    for kid in children(node):
        yield kid
        yield from below(kid)


def tag(node: Node) -> str:
    return str(node.S)[1:]


def tags(node: Node) -> list[str]:
    return [tag(kid) for kid in children(node)]


def tree(document: Document) -> Node:
    (top,) = children(opened(document).Root.StructTreeRoot)
    assert tag(top) == "Document"
    return top


def all_of(document: Document, name: str) -> list[Node]:
    return [node for node in below(tree(document)) if tag(node) == name]


def attribute(node: Node, name: str) -> str | None:
    found = node.get("/A", [])
    owners = list(found) if isinstance(found, pikepdf.Array) else [found]
    return next((str(owner[name]) for owner in owners if name in owner), None)


def text_of(document: Document) -> str:
    """What the pages show, by their own maps from letters in the font to letters of the alphabet."""
    return "".join(page.extract_text() for page in PdfReader(BytesIO(made(document))).pages)


# --- the file ---------------------------------------------------------------------------------------------------------


def test_the_file_says_its_title_language_and_that_it_is_tagged() -> None:
    root = opened(REAL).Root
    assert (root.Lang, root.MarkInfo.Marked, root.ViewerPreferences.DisplayDocTitle) == ("sv-SE", True, True)
    with opened(REAL).open_metadata() as about:
        assert about["dc:title"] == REAL.title
        assert about["dc:description"] == REAL.description
        assert about["pdfuaid:part"] == "1"
        assert about["pdf:Keywords"] == REAL.provenance
        assert "xmp:CreateDate" not in about


@pytest.mark.parametrize("document", [METHOD, REAL, bilaga2(catalogue())], ids=["bilaga1", "bilaga2", "small"])
def test_pdfua_finds_nothing_in_what_it_checks(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "bilaga2.pdf"
    path.write_bytes(made(document))
    assert [str(finding) for finding in validate(str(path)).findings] == []


def test_bytes_are_stable_and_every_font_is_embedded() -> None:
    assert to_pdf(REAL) == made(REAL)
    used = [font for page in opened(REAL).pages for font in page.Resources.Font.values()]
    fonts = {str(font.BaseFont): font.DescendantFonts[0].FontDescriptor for font in used}
    assert len(fonts) >= 3
    assert all({"/FontFile2", "/FontFile3"} & set(one.keys()) for one in fonts.values())


# --- the tag tree -----------------------------------------------------------------------------------------------------


@BOTH
def test_headings_stand_in_the_order_and_on_the_levels_of_the_document(document: Document) -> None:
    expected = [
        (level, block.text if isinstance(block, Heading) else block.caption)
        for block, level in outline(document.blocks)
        if isinstance(block, Heading | FieldTable)
    ]
    heads = [node for node in below(tree(document)) if tag(node) in {f"H{level}" for level in range(1, 7)}]
    found = [(int(tag(node)[1:]), str(node.T)) for node in heads]
    assert found == [(1, "Innehåll"), *expected]
    assert all(after - before <= 1 for (before, _), (after, _) in pairwise(found))
    assert tags(tree(document))[0] == "Title"


@BOTH
def test_every_table_has_a_head_of_header_cells_with_a_scope(document: Document) -> None:
    tables = all_of(document, "Table")
    blocks = [block for block in document.blocks if isinstance(block, FieldTable | DataTable)]
    assert len(tables) == len(blocks) > 5
    for table, block in zip(tables, blocks, strict=True):
        assert tags(table) == ["THead", "TBody"]
        head, rows = children(table)
        (names,) = children(head)
        width = len(block.header) if isinstance(block, DataTable) else 2
        assert tags(names) == ["TH"] * width
        assert {attribute(cell, "/Scope") for cell in children(names)} == {"/Column"}
        assert [tags(row) for row in children(rows)] == [["TD"] * width] * len(block.rows)


def flows(block: Block) -> tuple[Flow, ...]:
    match block:
        case FieldTable(rows=rows):
            return tuple(flow for row in rows for flow in row.blocks)
        case List() | Labelled():
            return (block,)
        case _:
            return ()


def lists(flows: tuple[Flow, ...]) -> Iterator[List]:
    for flow in flows:
        match flow:
            case List(items=items):
                yield flow
                for item in items:
                    yield from lists(item.blocks)
            case Labelled(blocks=blocks):
                yield from lists(blocks)
            case _:
                pass


@BOTH
def test_lists_are_lists_as_long_as_they_are_and_numbered_where_they_are(document: Document) -> None:
    expected = [(len(one.items), one.ordered) for block in document.blocks for one in lists(flows(block))]
    found = all_of(document, "L")
    assert all(set(tags(one)) == {"LI"} for one in found)
    assert [(len(children(one)), attribute(one, "/ListNumbering") == "/Decimal") for one in found] == expected
    assert {tuple(tags(item)) for one in found for item in children(one)} == {("Lbl", "LBody")}


def test_the_contents_lead_to_every_heading() -> None:
    headings = [block for block in REAL.blocks if isinstance(block, Heading | FieldTable)]
    assert len(all_of(REAL, "TOCI")) == len(headings)
    assert len(all_of(REAL, "Link")) >= len(headings)


def test_lists_without_end_are_shown_in_one() -> None:
    block = List((Item((paragraph("innerst"),)),))
    for _ in range(60):
        block = List((Item((paragraph("x"), block)),))
    document = short(block)
    assert len(all_of(document, "L")) == 9
    assert len(all_of(document, "LI")) == 61
    assert "innerst" in text_of(document)


# --- texts ------------------------------------------------------------------------------------------------------------

MARKUP = '#read("document.typ") #panic() *a* _b_ $x^2$ \\ `c` = d @e <f> // g /* h */ [i] {j} - k ~ "l" -- ---'


def everywhere(text: str) -> Document:
    inside = (paragraph(text), Labelled(text, (List((Item((paragraph(text),), "här"),), ordered=True),)))
    blocks = (
        Heading(2, text, text),
        paragraph(Strong(text), Link(text, text), Link(text, "ingenstans")),
        FieldTable(text, f"{text}2", (Field(text, inside),)),
        DataTable(text, (text, text), (((paragraph(text),), (paragraph(text), paragraph(text))),)),
    )
    return Document(text, "sv", text, text, blocks, List((Item((paragraph(text),)),)))


@pytest.mark.parametrize("text", [MARKUP, HOSTILE, "= a", "- a", "+ a", "/ a: b", "1. a", "\\u{41}", "a\nb", '"', "#"])
def test_every_text_is_shown_as_it_is(text: str) -> None:
    document = everywhere(text)
    shown = "".join(text_of(document).split())
    # Title, contents twice, heading, paragraph thrice, six in the fields (the caption twice), six in the data, provenance.
    assert shown.count("".join(text.split())) >= 1 + 2 + 1 + 3 + 6 + 6 + 1
    with opened(document).open_metadata() as about:
        assert about["dc:title"] == text


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ud800", "\x7f"])
def test_a_character_that_has_no_look_is_marked(character: str) -> None:
    assert "a\ufffdb" in text_of(short(paragraph(f"a{character}b")))


@pytest.mark.parametrize(("text", "part"), [("hej 🙂 du", "🙂"), ("语", "语")])
def test_a_text_that_no_font_can_show_is_refused_by_name(text: str, part: str) -> None:
    assert to_pdf(short(paragraph(text))) == NoGlyph(part)


def test_a_document_without_texts_is_a_document() -> None:
    assert isinstance(to_pdf(Document("t", "sv", "", "", (paragraph(), List(()), DataTable("", ("",), ())))), bytes)


def test_columns_are_as_wide_as_their_longest_word_and_share_the_rest() -> None:
    table = DataTable("t", ("Dimension", "b"), (((paragraph("Kunskapsbaserad"),), (paragraph("ord " * 400),)),))
    narrow = DataTable("t", ("a", "b"), (((paragraph("x" * 50),), (paragraph("y-" + "z" * 60),)),))
    block, crowded = document_json(short(table, narrow))["blocks"]
    assert (block["widths"], block["crowded"]) == ([20, 65], False)
    assert (crowded["widths"], crowded["crowded"]) == ([49, 49], True)


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    assert to_pdf(REAL) == MissingExtra("pdf")
