"""HTML and Markdown: escaped, well formed, and the same every time."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from ojdsl.documents.bilaga2 import bilaga2
from ojdsl.documents.deviations import deviations
from ojdsl.documents.nodes import DataTable, Document, Field, FieldTable, Heading, Item, Labelled, List, paragraph
from ojdsl.documents.to_html import to_html
from ojdsl.documents.to_markdown import to_markdown
from tests.documents.small import HOSTILE, catalogue

VOID = {"meta", "link", "br", "hr", "img"}


class Page(HTMLParser):
    """Reads a page back; fails on an element that is not closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def everywhere(text: str) -> Document:
    """A document with the text in every place that holds one."""
    inside = (paragraph(text), Labelled(text, (List((Item((paragraph(text),)),), ordered=True),)))
    return Document(
        text, "sv", text, text,
        (
            Heading(2, text, "a"),
            paragraph(text),
            FieldTable(text, "b", (Field(text, inside),)),
            DataTable(text, (text, text), (((paragraph(text),), (paragraph(text), paragraph(text))),)),
        ),
        List((Item((paragraph(text),)),)),
    )  # fmt: skip


@pytest.fixture(scope="module")
def html() -> str:
    return to_html(bilaga2(catalogue()))


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def test_the_page_names_its_language_and_needs_nothing_else(page: Page, html: str) -> None:
    assert page.all("html") == [{"lang": "sv"}]
    assert not [tag for tag, _ in page.tags if tag in {"script", "img", "link", "iframe"}]
    assert "url(" not in html
    assert "@import" not in html
    assert "ojdsl " in html.split("<footer>")[1]


def test_headings_go_down_one_level_at_a_time(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_table_has_a_caption_and_every_header_a_scope(page: Page) -> None:
    assert len(page.all("caption")) == len(page.all("table")) == 4
    assert {attributes.get("scope") for attributes in page.all("th")} == {"row", "col", "colgroup"}


def test_anchors_are_unique_and_links_lead_somewhere(page: Page) -> None:
    anchors = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    links = {(attributes["href"] or "").removeprefix("#") for attributes in page.all("a")}
    assert len(anchors) == len(set(anchors))
    assert links <= set(anchors)


@pytest.mark.parametrize(
    ("word", "kind"),
    [("aktuellt", "data small whole"), ("verksamhetsutvecklingsplan", "data whole"), ("ord " * 200, "data small")],
)
def test_a_table_that_fits_a_phone_is_a_table_there_too(word: str, kind: str) -> None:
    table = DataTable(
        "Beslut", ("Rad", "Svar", "Resultat"), (((paragraph("1"),), (paragraph("Ja"),), (paragraph("Ej ", word),)),)
    )
    assert f'<table class="{kind}">' in to_html(Document("t", "sv", "d", "p", (table,)))


def test_words_that_do_not_fit_the_page_are_broken_and_short_columns_keep_their_width() -> None:
    header = ("Rad", *("läkemedelsassisterad",) * 8, "Resultat")
    row = tuple((paragraph(text),) for text in ("1", *("–",) * 8, "Ja"))
    html = to_html(Document("t", "sv", "d", "p", (DataTable("Beslut", header, (row,)),)))
    assert '<table class="data crowded whole">' in html
    first, *words, last = (float(share) for share in re.findall(r'<col style="width: ([\d.]+)%">', html))
    assert first < last == words[0]
    assert len(set(words)) == 1
    assert 90 < first + sum(words) + last <= 100


@pytest.mark.parametrize("text", [HOSTILE, '"><b onload=x>', "</style></td></table>", "{% raw %}{{ x }}", "a\u00a0b – ”c”"])
def test_html_shows_every_text_as_it_is(text: str) -> None:
    html = to_html(everywhere(text))
    page = Page(html)
    assert not [tag for tag, _ in page.tags if tag in {"script", "b"}]
    # Title twice, contents, provenance, two blocks, six in the fields (the caption twice, for print), six in the data.
    assert "".join(page.text).count(text) == 2 + 1 + 1 + 2 + 6 + 6
    assert text in [attributes["content"] for attributes in page.all("meta") if attributes.get("name") == "description"]
    assert all(attributes["data-label"] == text for attributes in page.all("td") if "data-label" in attributes)


def test_markdown_shows_every_text_as_it_is() -> None:
    markdown = to_markdown(everywhere(HOSTILE))
    unescaped = re.sub(r"\\(.)", r"\1", markdown)
    assert unescaped.count(HOSTILE) == 1 + 1 + 2 + 5 + 6  # title, provenance, blocks, fields, data
    bare = re.sub(r"\\.", "", markdown)
    assert not re.search(r"[<>`_\[\]{}&]", bare)
    rows = [re.sub(r"\\.", "", line) for line in markdown.splitlines() if line.startswith("| ")]
    assert [line.count("|") for line in rows] == [3, 3, 3]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1. inte en lista", "1\\. inte en lista"),
        ("- streck", "\\- streck"),
        ("---", "\\---"),
        ("2017 års", "2017 års"),
        ("1.5", "1.5"),
    ],
)
def test_a_paragraph_never_becomes_something_else(text: str, written: str) -> None:
    document = Document("t", "sv", "d", "p", (paragraph(text),))
    assert to_markdown(document).split("\n\n")[1] == written


def test_markdown_indents_what_belongs_to_an_item() -> None:
    inner = List((Item((paragraph("b"),)),))
    document = Document("t", "sv", "d", "p", (List((Item((paragraph("a"), inner)),), ordered=True),))
    assert "1. a\n\n   - b\n" in to_markdown(document)


@pytest.mark.parametrize("make", [to_html, to_markdown])
def test_bytes_are_stable(make: Callable[[Document], str]) -> None:
    for document in (bilaga2(catalogue()), deviations(catalogue())):
        text = make(document)
        assert text == make(document)
        assert text.endswith("\n")
        assert not text.endswith("\n\n")
        assert "\r" not in text
        assert not [line for line in text.splitlines() if line != line.rstrip()]
