"""The preview in use: it follows saved files, keeps what the reader does, and says why an answer gives its outcome."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import real
from tests.browser.check_accessibility import SIZES, faults
from tests.server import Server, preview

Page = Any
SOON = 3000
"""Milliseconds from a saved change to the changed page; a machine with nothing else to do needs less than one thousand."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("preview")


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    shutil.copytree(real.ROOT / "specs", folder / "specs")
    with preview(folder) as running:
        yield running


@pytest.fixture
def saved(folder: Path, server: Server) -> Iterator[Path]:
    """The specs that the preview follows; put back as they were, and shown so, after the test."""
    yield folder / "specs"
    shutil.copytree(real.ROOT / "specs", folder / "specs", dirs_exist_ok=True)
    server.wait_for("Inga fel.")


@pytest.fixture
def page(chromium: Any, server: Server) -> Iterator[Page]:
    """A page whose complaints fail the test."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    complaints: list[str] = []
    # 409: answers that crossed a saved change on their way, which are asked again
    opened.on("console", lambda message: complaints.append(message.text) if "409" not in message.text else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.goto(f"{server.address}indikator/resultat_unga_vuxna")
    opened.wait_for_selector("#outcome strong")
    yield opened
    context.close()
    assert not complaints


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def choose(page: Page, column: str, label: str) -> None:
    page.check(f'[name="{column}"][value="{real.catalogue().cell(column).labels.index(label)}"]')


def outcome(page: Page, expected: str) -> str:
    """What is said of the answers, once the outcome is the expected one."""
    page.wait_for_function("expected => document.querySelector('#outcome strong')?.textContent === expected", arg=expected)
    return str(page.inner_text("#outcome"))


# --- answers ----------------------------------------------------------------------------------------------------------


def test_answers_that_are_tried_give_an_outcome_and_why(page: Page) -> None:
    assert "ni inte har svarat på fråga (M)6 eller" in outcome(page, "Bortfall")
    assert not page.is_visible("#fraga-M6b")
    choose(page, "M6", "Ja")
    assert page.is_visible("#fraga-M6b")
    assert page.locator("#fraga-M6b .line:visible").count() == 1
    choose(page, "M6b_unga_vuxna", "Ja")
    choose(page, "M6c", "Ja")
    assert "Ni får Ja eftersom ni har svarat ”Ja” på frågorna (M)6, (M)6 b och (M)6 c." in outcome(page, "Ja")
    assert page.locator(".decisions .met").all_inner_texts() == ["Ja\tJa\tJa\tJa dina svar"]
    choose(page, "M6", "Nej")
    assert "ni har svarat ”Nej” på fråga (M)6." in outcome(page, "Nej")
    assert page.locator(".decisions .met").count() == 1
    assert not page.is_visible("#fraga-M6b")
    page.click("#again")
    outcome(page, "Bortfall")
    assert page.locator(".decisions .met").count() == 0


def test_each_example_of_the_spec_can_be_tried(page: Page) -> None:
    choose(page, "M6", "Nej")
    page.click(".examples summary")
    examples = next(one for one in real.catalogue().indicators if one.id == "resultat_unga_vuxna").examples
    assert page.locator(".try").count() == len(examples) > 3
    for number, example in enumerate(examples):
        page.click(f'[data-example="{number}"]')
        outcome(page, example.outcome)


def test_the_list_shows_the_indicator_that_is_shown(page: Page, server: Server) -> None:
    page.goto(f"{server.address}indikator/tid_forsta_besok")
    page.wait_for_selector("#outcome strong")
    assert 0 < page.locator("nav [aria-current]").bounding_box()["y"] < 900


def test_answers_are_found_again_at_another_indicator(page: Page, server: Server) -> None:
    choose(page, "M6", "Ej aktuellt")
    outcome(page, "Ej aktuellt")
    page.goto(f"{server.address}indikator/resultat_aldre_65")
    outcome(page, "Ej aktuellt")


# --- changes ----------------------------------------------------------------------------------------------------------


def test_a_saved_change_is_seen_soon_and_nothing_that_the_reader_did_is_lost(page: Page, saved: Path) -> None:
    choose(page, "M6", "Ja")
    choose(page, "M6b_unga_vuxna", "Ja")
    choose(page, "M6c", "Nej, beslutat")
    outcome(page, "Delvis")
    page.click("#fraga-M6c summary")
    page.focus('[name="M6c"][value="1"]')
    before = page.locator("#fraga-M6c").bounding_box()["y"]
    assert page.evaluate("scrollY") > 0
    start = time.monotonic()
    change(saved / "2017/missbruk/frågor/M6.yaml", "Nej, men vi har fattat beslut om att göra det", "Nej, men det är beslutat")
    page.wait_for_selector("#regeln.new", timeout=SOON)
    print(f"page changed after {time.monotonic() - start:.2f} s")
    assert "”Nej, men det är beslutat” på fråga (M)6 c" in page.inner_text("#regeln")
    outcome(page, "Delvis")
    assert page.evaluate("document.activeElement.name + document.activeElement.value") == "M6c1"
    assert abs(page.locator("#fraga-M6c").bounding_box()["y"] - before) < 2
    assert page.get_attribute("#fraga-M6c details", "open") is not None
    assert page.locator("nav .tag").count() == 5  # the family and kon_resultat


def test_faults_are_shown_on_top_and_the_last_good_page_stays(page: Page, saved: Path) -> None:
    rule = page.inner_text("#regeln")
    change(saved / "2017/missbruk/resultat.yaml", '"Nej, beslutat"', '"Nej, beslutad"')
    page.wait_for_selector("#fel", timeout=SOON)
    said = page.inner_text("#fel")
    assert "Fråga M6c har inget svar ”Nej, beslutad”." in said
    assert "Menade du ”Nej, beslutat”?" in said
    assert page.inner_text("mark") == "Nej, beslutad"
    assert page.inner_text("#state").startswith("1 fel. Läst ")
    assert page.inner_text("#regeln") == rule
    choose(page, "M6", "Nej")
    outcome(page, "Nej")
    change(saved / "2017/missbruk/resultat.yaml", '"Nej, beslutad"', '"Nej, beslutat"')
    page.wait_for_selector("#fel", state="detached", timeout=SOON)
    assert page.inner_text("#state").startswith("Inga fel.")
    outcome(page, "Nej")


def test_an_indicator_that_goes_and_comes_back(chromium: Any, server: Server, saved: Path) -> None:
    page = chromium.new_page()
    page.goto(f"{server.address}indikator/freda")
    page.wait_for_selector("#outcome strong")
    area = saved / "2017/missbruk/område.yaml"
    kept = area.read_text(encoding="utf-8")
    spec = (saved / "2017/missbruk/freda.yaml").read_text(encoding="utf-8")
    (saved / "2017/missbruk/freda.yaml").write_text(spec.replace("indikator: freda", "indikator: fredagen"), encoding="utf-8")
    area.write_text(kept.replace("- freda\n", "- fredagen\n"), encoding="utf-8")
    page.wait_for_selector("text=Här finns ingen indikator", timeout=2 * SOON)
    assert page.is_visible("text=Indikatorn finns inte i specifikationerna")
    (saved / "2017/missbruk/freda.yaml").write_text(spec, encoding="utf-8")
    area.write_text(kept, encoding="utf-8")
    page.wait_for_selector("#outcome strong", timeout=2 * SOON)
    page.close()


def test_a_page_says_that_the_preview_has_stopped_and_goes_on_with_the_next(chromium: Any, folder: Path, server: Server) -> None:
    page = chromium.new_page()
    with preview(folder) as first:
        page.goto(f"{first.address}indikator/resultat_unga_vuxna")
        page.wait_for_selector("#outcome strong")
        choose(page, "M6", "Nej")
        outcome(page, "Nej")
        assert first.stop()[0] == 130
    page.wait_for_selector("#lost p")
    assert "Förhandsvisningen har avslutats." in page.inner_text("#lost")
    with preview(folder, "--port", str(first.port)):
        page.wait_for_selector("#lost p", state="detached", timeout=20_000)
        choose(page, "M6", "Ej aktuellt")
        outcome(page, "Ej aktuellt")
    page.close()


# --- other pages ------------------------------------------------------------------------------------------------------

_ASK = """address => fetch(address + 'prova', {method: 'POST', mode: MODE, headers: {'Content-Type': TYPE}, body: '{}'})
  .then(reply => reply.type + reply.status, error => error.name)"""


@pytest.mark.parametrize(("mode", "kind"), [("cors", "application/json"), ("no-cors", "text/plain")])
def test_another_page_learns_nothing(chromium: Any, server: Server, tmp_path: Path, mode: str, kind: str) -> None:
    page = chromium.new_page()
    (tmp_path / "other.html").write_text("<p>other</p>", encoding="utf-8")
    page.goto((tmp_path / "other.html").as_uri())
    asked = _ASK.replace("MODE", f"'{mode}'").replace("TYPE", f"'{kind}'")
    assert page.evaluate(asked, server.address) in ("TypeError", "opaque0")
    framed = "address => {const f = document.createElement('iframe'); f.src = address; document.body.append(f)}"
    page.evaluate(framed, server.address)
    page.wait_for_timeout(300)
    assert not any("Indikatorer" in frame.content() for frame in page.frames)
    page.close()


# --- accessibility ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
def test_the_pages_are_accessible(page: Page, axe: str, server: Server, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    choose(page, "M6", "Ja")
    choose(page, "M6b_unga_vuxna", "Ja")
    outcome(page, "Bortfall")
    inspect(page, axe, size)
    page.goto(server.address)
    inspect(page, axe, size)


@pytest.mark.parametrize("size", SIZES)
def test_a_page_with_faults_is_accessible(page: Page, axe: str, saved: Path, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    change(saved / "2017/missbruk/resultat.yaml", '"Nej, beslutat"', '"Nej, beslutad"')
    page.wait_for_selector("#fel", timeout=SOON)
    inspect(page, axe, size)


def inspect(page: Page, axe: str, size: tuple[int, int]) -> None:
    assert faults(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]
