"""The pages: everything is said, in the words of other commands, and nothing that a spec says becomes markup."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser

import pytest

from ojdsl.diagnostics.render import as_text
from ojdsl.model.nodes import Indicator
from ojdsl.prose.decision_table import decision_table
from ojdsl.prose.phrase import Phrase
from ojdsl.prose.rule import calculation, otherwise_sentence
from ojdsl.studio.page import MOST_FAULTS, indicator_page, missing_page, overview_page
from ojdsl.studio.view import Good, Reading, View, first_view, next_view
from tests import numbers, real
from tests.studio.conftest import METHOD, QUESTION, TIME, broken, good, question_text, read, with_change

REAL = first_view(Reading(TIME, Good(real.catalogue(), TIME)))


class Text(HTMLParser):
    """The text of a page, and its elements with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self.elements = "", list[tuple[str, dict[str, str | None]]]()
        self.feed(page)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attributes)))


def said(page: str) -> str:
    return " ".join(Text(page).text.split())


def page_of(view: View, name: str) -> str:
    page = indicator_page(view, name)
    assert page is not None
    return page


def texts(phrase: Phrase) -> Iterator[str]:
    yield phrase.text
    for item in phrase.items:
        yield from texts(item)


@pytest.mark.parametrize("indicator", real.catalogue().indicators, ids=lambda one: one.id)
def test_a_page_says_the_whole_rule(indicator: Indicator) -> None:
    page = said(page_of(REAL, indicator.id))
    others = otherwise_sentence(indicator, real.catalogue())
    for phrase in (*calculation(indicator, real.catalogue()), *((others,) if others else ())):
        assert all(text in page for text in texts(phrase))


@pytest.mark.parametrize("indicator", real.catalogue().indicators, ids=lambda one: one.id)
def test_a_page_shows_the_decision_table(indicator: Indicator) -> None:
    table = decision_table(indicator, real.catalogue())
    body = page_of(REAL, indicator.id).partition("<tbody>")[2].partition("</tbody>")[0]
    rows = [re.findall(r">([^<]+)</td>|<th scope=\"row\"[^>]*>([^<]+)<", row) for row in body.split("<tr>")[1:]]
    shown = [[unescape(cell or outcome) for cell, outcome in row] for row in rows]
    assert shown == [[*(" / ".join(labels) or "–" for labels in row.labels), row.outcome] for row in table.rows]


@pytest.mark.parametrize("indicator", real.catalogue().indicators, ids=lambda one: one.id)
def test_a_page_asks_exactly_what_the_outcome_depends_on(indicator: Indicator) -> None:
    page = page_of(REAL, indicator.id)
    data = json.loads(page.partition('id="data">')[2].partition("</script>")[0])["form"]
    questions = {real.catalogue().cell(column).question for column in indicator.cells}
    assert set(indicator.cells) <= set(data["cells"])
    assert {real.catalogue().cell(column).question for column in data["cells"]} == questions
    names = {attributes.get("name") for tag, attributes in Text(page).elements if tag in ("input", "textarea")}
    assert set(indicator.cells) <= names
    assert not any(name and name.endswith(("_text", "_kommentar")) for name in names)


def test_a_number_is_asked_for_within_its_bounds() -> None:
    page = page_of(first_view(Reading(TIME, Good(numbers.area(), TIME))), "vantan")
    (field,) = (attributes for tag, attributes in Text(page).elements if attributes.get("name") == "M8")
    assert (field["type"], field["min"], field["max"]) == ("number", "0", "365")
    assert '"examples":[{"M8":"12"}]' in page


def test_all_indicators_are_listed_with_their_rules() -> None:
    page = overview_page(REAL)
    for one in real.catalogue().indicators:
        assert f'href="/indikator/{one.id}"' in page
    assert "För att uppnå målvärdet (Ja) krävs att kommunen har svarat ”Ja” på fråga (G)1." in said(page)


def test_faults_are_said_in_the_words_of_check() -> None:
    view = next_view(first_view(good()), broken())
    page = page_of(view, "metod")
    for fault in broken().faults:
        head, _, rest = as_text(fault).partition("\n")
        assert head.replace(": ", " ", 1) in said(page)
        assert rest.partition("-->")[2].partition("\n")[0].strip() in said(page)
    assert "<mark>M55</mark>" in page
    assert "Menade du ”M5”?" in said(page)
    assert "Sidan visar det som gällde 14:05:09." in said(page)
    assert "Metoden används" in said(page)


def test_a_counterexample_and_other_places_are_shown() -> None:
    view = next_view(first_view(good()), read(with_change(METHOD, "  Nej: M5 är Nej\n", "")))
    page = said(overview_page(view))
    assert "Till exempel en kommun som svarar: M5 Nej" in page


def test_only_faults_are_shown_before_there_is_a_catalogue() -> None:
    page = overview_page(first_view(broken()))
    assert "Det finns ingen fråga M55." in said(page)
    assert "/indikator/" not in page
    assert indicator_page(first_view(broken()), "metod") is None


def test_very_many_faults_are_counted() -> None:
    many = Reading(TIME, None, broken().faults * (MOST_FAULTS + 7))
    page = overview_page(next_view(first_view(good()), many))
    assert page.count('<li class="fault error">') == MOST_FAULTS
    assert "Och 7 till." in said(page)


def test_a_problem_with_the_files_is_said() -> None:
    page = overview_page(next_view(first_view(good()), Reading(TIME, None, problem="specs/<b>: finns inte.")))
    assert "specs/<b>: finns inte." in said(page)
    assert "<b>" not in page


def test_a_changed_indicator_is_marked() -> None:
    changed = read(with_change(METHOD, "Metoden används för alla.", "Alla använder metoden."))
    page = overview_page(next_view(first_view(good()), changed))
    assert page.count('class="tag"') == 1
    assert 'metod">Metoden används</a> <span class="tag">ändrad' in page


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "</script><img src=x onerror=alert(1)>", "\"'><b>x</b>", "<!--", "]]>&amp;"],
)
def test_what_specs_say_is_never_markup(text: str) -> None:
    quoted, asked = json.dumps(f"N{text}"), json.dumps(f"Q{text}")
    files = with_change(QUESTION, question_text(), f"lyder: {asked}")
    spec = files[METHOD].decode().replace("namn: Metoden används\nkort", f"namn: {quoted}\nkort")
    now = read({**files, METHOD: spec.replace("kortnamn: Metoden används", f"kortnamn: {quoted}").encode()})
    assert now.good is not None, now.faults
    view = first_view(now)
    plain = Text(page_of(first_view(good()), "metod"))
    for page in (page_of(view, "metod"), missing_page(view)):
        found = Text(page)
        assert f"N{text}" in found.text
        assert [tag for tag, _ in found.elements if tag in ("b", "img")] == []
    assert [tag for tag, _ in Text(page_of(view, "metod")).elements] == [tag for tag, _ in plain.elements]
    assert f"Q{text}" in Text(page_of(view, "metod")).text


def test_what_a_fault_quotes_is_never_markup() -> None:
    now = read(with_change(METHOD, "M5 är Nej", 'M5 är "<img src=x onerror=alert(1)>"'))
    page = overview_page(first_view(now))
    assert "<img" not in page
    assert "<img src=x onerror=alert(1)>" in unescape(page)


def test_no_page_has_a_script_or_a_style_of_its_own() -> None:
    for page in (page_of(REAL, "freda"), overview_page(REAL), missing_page(REAL)):
        for tag, attributes in Text(page).elements:
            assert "style" not in attributes
            assert not any(name.startswith("on") for name in attributes)
            assert tag != "style"
            if tag == "script":
                assert attributes.get("src") or attributes.get("type") == "application/json"
