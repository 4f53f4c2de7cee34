"""Every word of every picture that somebody changes is told, in Word and in HTML, and nothing else is."""

from __future__ import annotations

import re
from functools import cache
from html import escape

import pytest

from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.documents.bilaga2 import bilaga2
from ojdsl.documents.nodes import Picture
from ojdsl.documents.to_docx import to_docx
from ojdsl.documents.to_html import to_html
from ojdsl.verify.compare import compare
from ojdsl.verify.judge import Judge
from ojdsl.verify.read import read_document
from tests.real import catalogue
from tests.verify.docx import edited

FORMATS = pytest.mark.parametrize("form", ["docx", "html"])
_SHAPE = {"docx": re.compile(r"<wps:txbx>.*?</wps:txbx>", re.DOTALL), "html": re.compile(r"<tspan[^>]*>[^<]*</tspan>")}
_WORD = re.compile(r"(?<=>)[^<>\n]+(?=</)")


@cache
def whole() -> tuple[dict[str, bytes], Judge, tuple[Picture, ...]]:
    document = bilaga2(catalogue())
    pictures = tuple(block for block in document.blocks if isinstance(block, Picture))
    return {"docx": to_docx(document), "html": to_html(document).encode()}, Judge(catalogue()), pictures


def changed(form: str, start: int, end: int, new: str) -> list[Diagnostic]:
    """What is told when a part of the document's text is another."""

    def change(text: str) -> str:
        return text[:start] + new + text[end:]

    content = whole()[0][form]
    after = edited(content, change) if form == "docx" else change(content.decode()).encode()
    return compare(read_document(f"a.{form}", after), whole()[1]).faults


def text(form: str) -> str:
    found: list[str] = []
    content = whole()[0][form]
    if form == "html":
        return content.decode()
    edited(content, lambda main: found.append(main) or f"{main} ")  # type: ignore[func-returns-value]
    return found[0]


@FORMATS
def test_our_own_pictures_are_read_and_say_what_they_should(form: str) -> None:
    documents, judge, pictures = whole()
    written = read_document(f"a.{form}", documents[form])
    assert [one.title for one in written.pictures] == [one.title for one in pictures]
    assert [one.description for one in written.pictures] == [one.description for one in pictures]
    assert all(one.line.text for one in written.pictures)
    assert compare(written, judge).faults == []


@FORMATS
def test_each_word_of_a_picture_counts(form: str) -> None:
    main = text(form)
    shapes = list(_SHAPE[form].finditer(main))
    assert len(shapes) > 100
    for shape in shapes[:: 12 if form == "docx" else 6]:
        place = _WORD.search(main, shape.start(), shape.end())
        assert place is not None
        (fault,) = changed(form, *place.span(), "Något annat")
        assert fault.code == "OJ841"
        assert "Något annat" in str(fault.facts["document"])


@FORMATS
def test_words_that_change_places_are_told(form: str) -> None:
    main = text(form)
    yes, no = (main.index(f">{word}</", main.index("1. Fråga (G)2<")) + 1 for word in ("Ja", "Nej"))
    first, last = sorted((yes, no))
    swapped = {yes: "Nej", no: "Ja"}
    old = {yes: "Ja", no: "Nej"}
    between = main[first + len(old[first]) : last]
    (fault,) = changed(form, first, last + len(old[last]), swapped[first] + between + swapped[last])
    assert fault.code == "OJ841"
    assert sorted(str(fault.facts["spec"]).split()) == sorted(str(fault.facts["document"]).split())


@FORMATS
def test_what_stands_for_a_picture_counts(form: str) -> None:
    main, picture = text(form), whole()[2][0]
    at = main.index(escape(picture.description, quote=False))
    (fault,) = changed(form, at, at, "Inte så: ")
    assert (fault.code, fault.facts["spec"]) == ("OJ841", picture.description)


@FORMATS
def test_a_picture_without_its_name_is_known_by_its_words_and_a_strange_one_is_none_of_ours(form: str) -> None:
    main, picture = text(form), whole()[2][0]
    title = escape(picture.title, quote=False)
    at = main.index(f'title="{title}"') + 7 if form == "docx" else main.index(f">{title}</title>") + 1
    assert changed(form, at, at + len(title), "") == []
    assert changed(form, at, at + len(title), "Vårt vägskäl") == []
