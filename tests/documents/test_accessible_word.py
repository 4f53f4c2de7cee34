"""The Word files as somebody meets them who does not see them, or sees little: read from the files that are built."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import ZipFile

import pytest

from ojdsl.documents.docx_xml import WORD
from tests.real import ROOT

W = f"{{{WORD}}}"
FILES = ("bilaga1.docx", "bilaga2.docx", "enkat.docx")
ALL = pytest.mark.parametrize("name", FILES)


def part(name: str, path: str) -> Element:
    with ZipFile(ROOT / "generated/2017/missbruk" / name) as package:
        return ElementTree.fromstring(package.read(path))  # noqa: S314 - made by ourselves


def attribute(element: Element | None, path: str, name: str = "val") -> str | None:
    found = None if element is None else element.find("/".join(W + one for one in path.split("/")))
    return None if found is None else found.get(W + name)


def shown(element: Element) -> str:
    return "".join(one.text or "" for one in element.iter(W + "t"))


def styles(name: str) -> dict[str, Element]:
    return {one.get(W + "styleId", ""): one for one in part(name, "word/styles.xml").iter(W + "style")}


def inherited(known: dict[str, Element], style: str | None, path: str, name: str = "val") -> str | None:
    """A property of a style, or of the one that it is based on."""
    while style in known:
        if (found := attribute(known[style], path, name)) is not None:
            return found
        style = attribute(known[style], "basedOn")
    return None


def written(paragraph: Element) -> str:
    """What stands in the paragraph itself, not in shapes that are anchored in it."""
    inside = "".join(written(one) for one in paragraph if not one.tag.endswith("}txbxContent"))
    return (paragraph.text or "") + inside if paragraph.tag == W + "t" else inside


def outside_shapes(element: Element) -> Iterator[Element]:
    """The paragraphs, those inside drawn shapes left out."""
    for child in element:
        if child.tag == W + "p":
            yield child
        elif not child.tag.endswith("}txbxContent"):
            yield from outside_shapes(child)


@ALL
def test_headings_go_down_one_level_at_a_time(name: str) -> None:
    known = styles(name)
    levels = []
    for one in outside_shapes(part(name, "word/document.xml")):
        style = attribute(one, "pPr/pStyle")
        level = attribute(one, "pPr/outlineLvl") or inherited(known, style, "pPr/outlineLvl")
        if level is not None and int(level) < 9:
            assert shown(one).strip(), "a heading says something"
            levels.append(int(level))
    assert levels[0] == 0
    assert all(after - before <= 1 for before, after in pairwise(levels))


@ALL
def test_lists_are_lists_and_nothing_is_a_list_by_its_letters_only(name: str) -> None:
    known = styles(name)
    lists = 0
    for one in outside_shapes(part(name, "word/document.xml")):
        style = attribute(one, "pPr/pStyle")
        numbered = attribute(one, "pPr/numPr/numId") or inherited(known, style, "pPr/numPr/numId")
        lists += numbered is not None
        assert numbered or not re.match(r"[•·–-]\s|\d+[.)]\s", written(one)), written(one)
        assert not (numbered is None and (style or "").startswith(("ListBullet", "ListNumber")))
    assert lists > 5


@ALL
def test_no_cell_spans_others_and_no_table_stands_in_a_table(name: str) -> None:
    body = part(name, "word/document.xml")
    assert not list(body.iter(W + "gridSpan"))
    assert not list(body.iter(W + "vMerge"))
    assert not [inner for table in body.iter(W + "tbl") for inner in table.iter(W + "tbl") if inner is not table]


@ALL
def test_space_is_never_made_of_empty_paragraphs(name: str) -> None:
    (body,) = part(name, "word/document.xml")
    empty = [one for one in body if one.tag == W + "p" and not shown(one).strip() and one.find(f".//{W}drawing") is None]
    assert empty == []


@ALL
def test_pictures_stand_in_the_text_and_say_what_they_show(name: str) -> None:
    body = part(name, "word/document.xml")
    placed = [one for drawing in body.iter(W + "drawing") for one in drawing]
    assert {one.tag.rpartition("}")[2] for one in placed} <= {"inline"}
    said = [one for drawing in placed for one in drawing.iter() if one.tag.endswith("}docPr")]
    assert len(said) == len(placed)
    assert all(len(one.get("descr", "")) > 40 and one.get("title") for one in said)
    assert (len(said) > 10) == (name == "bilaga2.docx")
    assert not list(body.iter(W + "pict"))


@ALL
def test_links_say_where_they_lead(name: str) -> None:
    for one in part(name, "word/document.xml").iter(W + "hyperlink"):
        assert len(shown(one).strip()) > 2
        assert shown(one).strip().casefold() not in {"här", "länk", "läs mer", "klicka här"}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted(map(luminance, (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@ALL
def test_texts_can_be_read_on_what_is_behind_them(name: str) -> None:
    known = styles(name)
    used = {attribute(one, "pPr/pStyle") for one in part(name, "word/document.xml").iter(W + "p")} - {None}
    used |= {attribute(one, "rPr/rStyle") for one in part(name, "word/document.xml").iter(W + "r")} - {None}
    assert len(used) > 5
    grounds = {attribute(part, "tcPr/shd", "fill") for _, part in banded(known, "firstCol")} | {"FFFFFF"}
    assert len(grounds) > 1
    for style in used:
        for ground in grounds:
            assert contrast(colour_of(known, style), str(ground)) >= 4.5, style
    heads = list(banded(known, "firstRow"))
    assert len(heads) == 3
    for name_of, head in heads:  # a header takes the colour that its table gives the row
        colour, ground = attribute(head, "rPr/color"), attribute(head, "tcPr/shd", "fill")
        assert contrast(str(colour), str(ground)) >= 4.5, name_of


def banded(known: dict[str, Element], kind: str) -> Iterator[tuple[str, Element]]:
    """The look of a part of each kind of table."""
    for name, style in known.items():
        yield from ((name, one) for one in style.iter(W + "tblStylePr") if one.get(W + "type") == kind)


def colour_of(known: dict[str, Element], style: str | None) -> str:
    found = inherited(known, style, "rPr/color")
    return "000000" if found in (None, "auto") else str(found)
