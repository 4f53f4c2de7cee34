"""A PDF of ours is read by its tags, and says what the other formats say; what is no such PDF is told, whatever it holds."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ojdsl.documents.bilaga2 import bilaga2
from ojdsl.documents.nodes import DataTable, Document, Labelled, Strong, paragraph
from ojdsl.documents.to_html import to_html
from ojdsl.documents.to_pdf import to_pdf
from ojdsl.model.nodes import Catalogue
from ojdsl.verify.lines import UnreadableError, folded
from ojdsl.verify.read import read_document
from ojdsl.verify.verify import of_built
from tests import real

FEW = replace(real.catalogue(), indicators=real.catalogue().indicators[:3])


def as_pdf(area: Catalogue) -> bytes:
    made = to_pdf(bilaga2(area))
    assert isinstance(made, bytes)
    return made


@cache
def few() -> bytes:
    return as_pdf(FEW)


def refused(content: bytes) -> str:
    with pytest.raises(UnreadableError) as told:
        read_document("a.pdf", content)
    return told.value.reason


def test_what_is_built_is_read_back() -> None:
    assert of_built(real.catalogue(), {"bilaga2.pdf": as_pdf(real.catalogue())}, str) == ()


def test_a_reader_of_the_pdf_and_of_the_page_read_the_same() -> None:
    def said(name: str, content: bytes) -> set[str]:
        return {folded(line.text) for line in read_document(name, content).lines}

    only = said("a.pdf", few()) ^ said("a.html", to_html(bilaga2(FEW)).encode())
    assert only == {"Innehåll", "Uppgift", "Till innehållet"}


def test_a_label_stands_out_from_the_text() -> None:
    blocks = Labelled("Beräkning", (paragraph("Beräkning"), paragraph(Strong("Mätdatum:"), " 1 maj")))
    made = to_pdf(Document("t", "sv", "d", "p", (blocks,)))
    assert isinstance(made, bytes)
    read = [(line.text, line.role) for line in read_document("a.pdf", made).lines]
    assert [one for one in read if one[0] not in ("t", "p")] == [
        ("Beräkning", "label"), ("Beräkning", "text"), ("Mätdatum: 1 maj", "text"),
    ]  # fmt: skip


def test_a_hyphen_that_parts_a_word_at_the_end_of_a_line_is_no_letter_of_it() -> None:
    words = "återrapporteringsskyldigheten", "e-postutvecklingskommunikation", "självbestämmandefrågeställningarna"
    crowded = DataTable("Trångt", words * 3, (tuple((paragraph(f"en {word}"),) for word in words * 3),))
    made = to_pdf(Document("t", "sv", "d", "p", (paragraph("re-habilitering"), crowded)))
    assert isinstance(made, bytes)
    read = [line.text for line in read_document("a.pdf", made).lines]
    with pikepdf.open(BytesIO(made)) as opened:  # otherwise the table is not crowded, and nothing is tried
        assert any(b"/ActualText" in page.Contents.read_bytes() for page in opened.pages)
    assert {"re-habilitering", *words, *(f"en {word}" for word in words)} <= set(read)


def test_a_pdf_of_other_specs_is_told_where_it_differs() -> None:
    first, *others = FEW.indicators
    renamed = replace(first, description=replace(first.description, name="Jour alla dagar"))
    swapped = replace(
        renamed, clauses=tuple(replace(one, outcome={"Ja": "Nej", "Nej": "Ja"}[one.outcome]) for one in first.clauses)
    )
    other = replace(FEW, indicators=(swapped, *others))
    found = of_built(FEW, {"bilaga2.pdf": as_pdf(other)}, str)
    assert {"OJ820", "OJ830"} <= {fault.code for fault in found}
    assert all(first.id in str(dict(fault.facts)) or first.description.name in str(dict(fault.facts)) for fault in found)


def test_a_pdf_without_tags_is_refused() -> None:
    bare = BytesIO()
    with pikepdf.open(BytesIO(few())) as opened:
        del opened.Root.StructTreeRoot
        opened.save(bare)
    assert refused(bare.getvalue()) == "no_tags"


def test_a_locked_pdf_is_refused() -> None:
    locked = BytesIO()
    with pikepdf.open(BytesIO(few())) as opened:
        opened.save(locked, encryption=pikepdf.Encryption(user="x", owner="y"))
    assert refused(locked.getvalue()) == "no_pdf"


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_broken_file_is_told_and_nothing_else(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(few()) - 1))
    broken = data.draw(
        st.sampled_from((few()[:at], few()[:at] + b"\0" * 40 + few()[at + 40 :], b"%PDF-1.7\n" + few()[at:][:500]))
    )
    with suppress(UnreadableError):
        assert isinstance(read_document("a.pdf", broken).lines, tuple)


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "ojdsl.verify.read_pdf", None)
    assert refused(few()) == "needs_pdf"
