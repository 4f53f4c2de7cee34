"""Nothing that axe-core finds in the form and in the appendices; small screens, 400 per cent, paper and keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ojdsl.documents.drawing import Box, Drawing
from ojdsl.documents.nodes import DataTable, Document, Heading, Picture, paragraph
from ojdsl.documents.to_html import to_html
from tests import real

Page = Any
BUILT = real.ROOT / "generated/2017/missbruk"
SIZES = ((1280, 1024), (375, 812), (320, 256))
_RUN = "() => axe.run(document, {resultTypes: ['violations', 'incomplete']})"


def faults(page: Page, axe: str) -> list[str]:
    """What axe-core finds, as `impact rule: place`."""
    page.evaluate(axe)
    found = page.evaluate(_RUN)["violations"]
    return [f"{one['impact']} {one['id']}: {node['target']}" for one in found for node in one["nodes"]]


def everything_shown(page: Page) -> None:
    """All questions, definitions and messages at once."""
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    for column in ("G1", "G2_lss_missbruk", "G3_mal", "G6_missbruk", "G12", "G15", "M6", "M7"):
        page.check(f'[name="{column}"][value="{1 if column == "G1" else 0}"]')
    page.check('[name="G1a"][value="0"]')
    page.click("#save")


@pytest.mark.parametrize("size", SIZES)
def test_the_form_is_accessible(page: Page, axe: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    assert faults(page, axe) == []
    everything_shown(page)
    assert faults(page, axe) == []


# --- the appendices ---------------------------------------------------------------------------------------------------

APPENDICES = pytest.mark.parametrize("name", ["bilaga1.html", "bilaga2.html"])
_SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""  # WCAG 1.4.12
_WIDER = """(most) => [...document.querySelectorAll('body *')].filter((one) => !one.closest('figure, .skip, thead')
  && one.getBoundingClientRect().right > most + 1).map((one) => one.outerHTML.slice(0, 80))"""
_CUT = """() => [...document.querySelectorAll('body *')].filter((one) => !one.matches('figure') && !one.closest('svg, thead')
  && getComputedStyle(one).overflow !== 'visible' && one.scrollWidth > one.clientWidth)
  .map((one) => one.outerHTML.slice(0, 80))"""


@pytest.fixture
def appendix(chromium: Any, name: str) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": 1280, "height": 1024})
    page.goto((BUILT / name).as_uri())
    yield page
    page.close()


@APPENDICES
@pytest.mark.parametrize("size", SIZES)
def test_the_appendices_are_accessible(appendix: Page, axe: str, size: tuple[int, int]) -> None:
    appendix.set_viewport_size({"width": size[0], "height": size[1]})
    assert faults(appendix, axe) == []


@APPENDICES
@pytest.mark.parametrize("width", [320, 375])
@pytest.mark.parametrize("more", ["", _SPACED], ids=["plain", "spaced"])
def test_only_pictures_are_scrolled_sideways_on_a_phone_and_at_400_per_cent(appendix: Page, width: int, more: str) -> None:
    appendix.set_viewport_size({"width": width, "height": 256})
    if more:
        appendix.add_style_tag(content=more)
    assert appendix.evaluate(_WIDER, width) == []
    assert appendix.evaluate(_CUT) == []
    assert appendix.evaluate("document.documentElement.scrollWidth") == width


@APPENDICES
def test_on_paper_everything_is_within_the_margins_and_tables_say_their_name_on_each_page(appendix: Page, name: str) -> None:
    width = 657  # A4 without its margins, in px
    appendix.set_viewport_size({"width": width, "height": 971})
    appendix.emulate_media(media="print")
    assert appendix.evaluate("document.documentElement.scrollWidth") == width
    assert appendix.evaluate(
        "(most) => [...document.querySelectorAll('svg')].every((one) => one.getBoundingClientRect().right <= most)", width
    )
    heads = appendix.evaluate("[...document.querySelectorAll('thead')].map((one) => getComputedStyle(one).display)")
    assert set(heads) == {"table-header-group"}
    assert not appendix.is_visible(".skip")
    if name == "bilaga2.html":
        assert appendix.evaluate("getComputedStyle(document.querySelector('figure')).breakInside") == "avoid"


@APPENDICES
def test_the_keyboard_skips_the_contents(appendix: Page) -> None:
    appendix.keyboard.press("Tab")
    assert appendix.evaluate("document.activeElement.className") == "skip"
    box = appendix.locator(".skip").bounding_box()
    assert box["x"] >= 0
    appendix.keyboard.press("Enter")
    assert appendix.evaluate("document.activeElement.tagName") == "MAIN"


@pytest.mark.parametrize("name", ["bilaga2.html"])
def test_the_pictures_of_2017_are_whole_on_a_phone(appendix: Page) -> None:
    appendix.set_viewport_size({"width": 375, "height": 812})
    assert appendix.evaluate("document.querySelectorAll('figure').length") > 10
    assert appendix.evaluate("[...document.querySelectorAll('figure')].every((one) => one.scrollWidth <= one.clientWidth)")


def test_a_crowded_table_is_no_wider_than_its_page(chromium: Any, tmp_path: Path) -> None:
    """On a screen, and on A4 between its margins; none of 2017 has so many columns."""
    header = ("Rad", *("läkemedelsassisterad",) * 8, "Resultat")
    row = tuple((paragraph(text),) for text in ("1", *("–",) * 8, "Ej aktuellt"))
    path = tmp_path / "crowded.html"
    path.write_text(to_html(Document("t", "sv", "d", "p", (DataTable("Beslut", header, (row,)),))), encoding="utf-8")
    page = chromium.new_page(viewport={"width": 1000, "height": 600})
    page.goto(path.as_uri())
    for media, width in (("screen", 1000), ("screen", 700), ("screen", 320), ("print", 658)):
        page.emulate_media(media=media)
        page.set_viewport_size({"width": width, "height": 600})
        assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


@pytest.fixture
def wide_page(chromium: Any, tmp_path: Path) -> Iterator[Page]:
    """A document with a picture too wide to be shrunk to a phone."""
    drawing = Drawing(1200, 60, (Box(8, 8, 1180, 40, ("Resultat:", "Ja"), "end"),), ())
    blocks = (Heading(2, "Regler", "regler"), Picture("Vägen", "Allt ger Ja.", "bild", drawing))
    path = tmp_path / "wide.html"
    path.write_text(to_html(Document("Bilaga", "sv", "Prov", "ojdsl", blocks)), encoding="utf-8")
    page = chromium.new_page(viewport={"width": 320, "height": 600})
    page.goto(path.as_uri())
    yield page
    page.close()


def test_a_wide_picture_is_scrolled_by_keyboard(wide_page: Page, axe: str) -> None:
    assert faults(wide_page, axe) == []
    assert wide_page.evaluate("document.documentElement.scrollWidth") == 320
    assert wide_page.evaluate("document.querySelector('figure').getAttribute('role')") == "region"
    wide_page.focus("figure")
    assert wide_page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    wide_page.keyboard.press("ArrowRight")
    wide_page.wait_for_function("document.querySelector('figure').scrollLeft > 0", timeout=5000)
    name = wide_page.evaluate("document.querySelector('figure').getAttribute('aria-label')")
    assert name == wide_page.evaluate("document.querySelector('figure svg title').textContent")
    wide_page.emulate_media(media="print")
    assert wide_page.evaluate("document.querySelector('svg').getBoundingClientRect().right <= 320")
