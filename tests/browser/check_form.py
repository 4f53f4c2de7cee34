"""The form in use: skip logic, keyboard, saving, opening; what it saves is what `ojdsl evaluate` reads."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ojdsl.data.answers import Answers, read_answers
from ojdsl.documents.form_parts import form
from ojdsl.documents.to_form_html import to_form_html
from ojdsl.logic.interpret import interpret
from tests import real
from tests.numbers import area as days

Page = Any
COLUMNS = form(real.catalogue()).columns


def choose(page: Page, column: str, label: str) -> None:
    page.check(f'[name="{column}"][value="{real.catalogue().cell(column).labels.index(label)}"]')


def shown(page: Page, question: str) -> bool:
    return bool(page.is_visible(f"#fraga-{question}"))


def save(page: Page) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.click("#save")
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def saved(page: Page) -> dict[str, str]:
    """What is saved, read by nothing of ours; blanks left out."""
    header, row = csv.reader(io.StringIO(save(page)[1].decode("utf-8"), newline=""))
    return {column: value for column, value in zip(header, row, strict=True) if value}


def open_file(page: Page, content: bytes) -> str:
    with page.expect_event("filechooser") as chooser:
        page.click("#open")
    page.evaluate("document.getElementById('opened').replaceChildren()")
    chooser.value.set_files({"name": "svar.csv", "mimeType": "text/csv", "buffer": content})
    page.wait_for_selector("#opened p")
    return str(page.inner_text("#opened"))


def csv_of(**answers: str) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([COLUMNS, [answers.get(column, "") for column in COLUMNS]])
    return out.getvalue().encode()


# --- skip logic -------------------------------------------------------------------------------------------------------


def test_follow_ups_come_and_go_as_the_answers_say(page: Page) -> None:
    assert not shown(page, "G1a")
    choose(page, "G1", "Ja")
    assert not shown(page, "G1a")
    choose(page, "G1", "Nej")
    assert shown(page, "G1a")
    assert not shown(page, "G1b")
    choose(page, "G1a", "Ja")
    assert shown(page, "G1b")
    assert shown(page, "G1c")
    assert page.inner_text("#changes") == "Visas nu: fråga (G)1 b, fråga (G)1 c."
    choose(page, "G1", "Ja")
    assert not any(shown(page, name) for name in ("G1a", "G1b", "G1c"))
    assert page.inner_text("#changes") == "Visas inte längre: fråga (G)1 a, fråga (G)1 b, fråga (G)1 c."


def test_rows_of_a_follow_up_are_shown_one_by_one(page: Page) -> None:
    choose(page, "G2_lss_missbruk", "Ja")
    rows = page.locator("#fraga-G2a tbody tr:visible th").all_inner_texts()
    assert rows == ["LSS (barn och vuxen) och Missbruk"]


def test_one_of_several_answers_opens_a_follow_up(page: Page) -> None:
    choose(page, "G3_ansvar", "Ja")
    assert shown(page, "G3a")
    choose(page, "G3_ansvar", "Nej")
    assert not shown(page, "G3a")


def test_the_gate_closes_the_areas_own_questions(page: Page) -> None:
    page.select_option("#enhet", "0114")
    choose(page, "M3", "Ja")
    page.check('[name="missbruk_besvaras"][value="Nej"]')
    assert not shown(page, "M3")
    assert shown(page, "G1")
    assert saved(page) == {"enhet": "0114", "missbruk_besvaras": "Nej"}


def test_answers_that_are_hidden_are_not_saved_but_come_back(page: Page) -> None:
    page.select_option("#enhet", "0114")
    choose(page, "G1", "Nej")
    choose(page, "G1a", "Ja")
    page.fill("[name=G1b]", "Kvällar")
    choose(page, "G1", "Ja")
    assert saved(page) == {"enhet": "0114", "G1": "Ja"}
    choose(page, "G1", "Nej")
    assert saved(page) == {"enhet": "0114", "G1": "Nej", "G1a": "Ja", "G1b": "Kvällar"}


# --- several answers --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        ((), ("", "", "")),
        (("G1c_socialchef",), ("Nej", "Ja", "Nej")),
        (("G1c-1-inget",), ("Nej", "Nej", "Nej")),
        (("G1c-1-inget", "G1c_annan"), ("Nej", "Nej", "Ja")),
        (("G1c_annan", "G1c-1-inget"), ("Nej", "Nej", "Nej")),
    ],
)
def test_nothing_marked_is_unanswered_and_none_of_them_is_an_answer(
    page: Page, marked: tuple[str, ...], values: tuple[str, str, str]
) -> None:
    page.select_option("#enhet", "0114")
    choose(page, "G1", "Nej")
    choose(page, "G1a", "Ja")
    for name in marked:
        page.check(f'[name="{name}"]')
    found = saved(page)
    assert tuple(found.get(f"G1c_{one}", "") for one in ("socionom", "socialchef", "annan")) == values


# --- keyboard and focus -----------------------------------------------------------------------------------------------


def test_the_form_can_be_filled_in_by_keyboard_alone(page: Page) -> None:
    page.focus("#enhet")
    page.keyboard.type("Bot")  # Botkyrka
    seen = []
    for _ in range(6):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.name || document.activeElement.id || document.activeElement.tagName"))
    assert seen == ["open", "missbruk_besvaras", "SUMMARY", "G1", "SUMMARY", "SUMMARY"]
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")  # the first radio: Ja
    page.keyboard.press("ArrowDown")  # Nej, and the follow-up is there
    assert shown(page, "G1a")
    assert page.evaluate("document.activeElement.name") == "G1"
    assert saved(page) == {"enhet": "0127", "G1": "Nej"}


def test_an_answer_can_be_taken_back_and_focus_stays_in_the_question(page: Page) -> None:
    page.select_option("#enhet", "0114")
    choose(page, "G1", "Nej")
    page.click("#fraga-G1 .clear")
    assert page.evaluate("document.activeElement.name") == "G1"
    assert not page.is_visible("#fraga-G1 .clear")
    assert saved(page) == {"enhet": "0114"}


def test_progress_counts_the_questions_that_are_shown(page: Page) -> None:
    before = int(page.inner_text("#progress").split()[2])
    choose(page, "G6_missbruk", "Ja")
    assert page.inner_text("#progress") == f"1 av {before + 2} frågor besvarade"


def test_the_next_unanswered_question_is_found(page: Page) -> None:
    choose(page, "G1", "Ja")
    page.click("#next")
    assert page.evaluate("document.activeElement.name") == "G2_ekonomiskt_bistand_missbruk"


# --- saving and opening -----------------------------------------------------------------------------------------------

ANSWERS = {
    "missbruk_besvaras": "Ja", "G1": "Nej", "G1a": "Ja", "G2_ekonomiskt_bistand_missbruk": "Nej, behövs inte",
    "G2_lss_missbruk": "Ja", "G2a_lss_missbruk": "Ej aktuellt", "G3_mal": "Ja", "G3_ansvar": "Ja", "G3_rutiner": "Ja",
    "G3a": "Ja", "G6_missbruk": "Ja", "G6b_missbruk": "Nej", "G8_missbruk": "Ja, annan", "G15": "Ja", "G15a": "Nej",
    "M1": "Inom 4-7 dagar", "M2_met": "Ja", "M2_kbt": "Nej", "M4_annat": "Ja", "M5": "Ja, men inte för vissa",
    "M6": "Ja", "M6b_unga_vuxna": "Ja", "M6c": "Nej, beslutat", "M7": "Ja",
}  # fmt: skip
MARKS = {"G6a_missbruk_a": "Ja", "G6a_missbruk_b": "Ja", "G6a_missbruk_c": "Nej", "G6a_missbruk_d": "Nej"}
TEXTS = {"G8a": 'ASI, "kort";\nandra', "M4_annat_text": "Öppet hus", "G1_kommentar": "=1+1", "M7_kommentar": "'-citat"}
ESCAPED = {**TEXTS, "G1_kommentar": "'=1+1", "M7_kommentar": "''-citat"}


def fill_in(page: Page) -> None:
    page.select_option("#enhet", "0180_rinkeby_kista")
    page.check('[name="missbruk_besvaras"][value="Ja"]')
    for column, label in ANSWERS.items():
        if column != "missbruk_besvaras":
            choose(page, column, label)
    for column, label in MARKS.items():
        page.set_checked(f'[name="{column}"]', label == "Ja")
    for column, text in TEXTS.items():
        page.evaluate("name => document.getElementsByName(name)[0].closest('details')?.setAttribute('open', '')", column)
        page.fill(f'[name="{column}"]', text)


def test_what_is_saved_is_read_without_a_word_and_gives_the_same_outcomes(page: Page, tmp_path: Path) -> None:
    fill_in(page)
    name, content = save(page)
    assert name == "svar_0180_rinkeby_kista.csv"
    answers, faults = read_answers(name, content, real.catalogue())
    assert isinstance(answers, Answers)
    assert not faults
    given = {column: value for column, value in answers.rows[0].values.items() if value}
    assert given == {**ANSWERS, **MARKS, "G8a": TEXTS["G8a"]}
    (tmp_path / name).write_bytes(content)
    command = (sys.executable, "-m", "ojdsl", "evaluate", real.AREA, str(tmp_path / name), "-o", str(tmp_path / "ut"))
    subprocess.run(command, cwd=real.ROOT, check=True)
    with (tmp_path / "ut" / "utfall.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    outcomes = {row["indikator"]: row["utfall"] for row in rows if row["enhet"] == "0180_rinkeby_kista"}
    assert outcomes == {one.id: interpret(one, real.catalogue(), ANSWERS | MARKS) for one in real.catalogue().indicators}
    assert outcomes["resultat_unga_vuxna"] == "Delvis"


def test_a_saved_file_opens_as_it_was(page: Page) -> None:
    fill_in(page)
    before = saved(page)
    assert before == {"enhet": "0180_rinkeby_kista", **ANSWERS, **MARKS, **ESCAPED}
    _, content = save(page)
    page.reload()
    assert open_file(page, content) == "Svaren i svar.csv är inlästa."
    assert saved(page) == before
    assert page.input_value('[name="M7_kommentar"]') == TEXTS["M7_kommentar"]


def test_a_file_of_a_swedish_excel_opens(page: Page) -> None:
    content = '\ufeffenhet;G1;G2_lss_missbruk\n0114;Nej;"Nej, behövs inte"\n'.encode()
    assert open_file(page, content) == "Svaren i svar.csv är inlästa."
    assert saved(page) == {"enhet": "0114", "G1": "Nej", "G2_lss_missbruk": "Nej, behövs inte"}


def test_none_of_several_answers_opens_as_it_was(page: Page) -> None:
    answers = {"enhet": "0114", "G6_missbruk": "Ja", **dict.fromkeys(MARKS, "Nej")}
    open_file(page, csv_of(**answers))
    assert saved(page) == answers


@pytest.mark.parametrize(
    ("answers", "lost"),
    [
        ({"enhet": "9999"}, "enhet: 9999"),
        ({"enhet": "0114", "G1": "Kanske"}, "G1: Kanske"),
        ({"enhet": "0114", "G1": "Ja", "G1a": "Ja"}, "G1a: Ja"),
        ({"enhet": "0114", "G6_missbruk": "Ja", "G6a_missbruk_a": "Ja"}, "G6a_missbruk_b: (tomt)"),
    ],
)
def test_what_does_not_fit_the_form_is_told(page: Page, answers: dict[str, str], lost: str) -> None:
    assert lost in open_file(page, csv_of(**answers))


NOT_OURS = (b"", b"a,b\n1,2\n", b"enhet;G1,G2\n", b"enhet\n\xff\n", b"enhet,G1\n0114\n", b"enhet\n0114\n0115\n")


@pytest.mark.parametrize("content", NOT_OURS)
def test_another_file_changes_nothing(page: Page, content: bytes) -> None:
    choose(page, "G1", "Ja")
    assert "kan inte läsas" in open_file(page, content)
    assert page.is_checked('[name="G1"][value="0"]')


def test_nothing_is_saved_without_a_unit(page: Page) -> None:
    page.click("#save")
    assert "Välj först" in page.inner_text("#saved")
    assert page.evaluate("document.activeElement.id") == "enhet"


# --- small screens ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(320, 256), (375, 812), (641, 800), (1280, 1024)])
def test_nothing_has_to_be_scrolled_sideways(page: Page, size: tuple[int, int]) -> None:
    fill_in(page)
    page.set_viewport_size({"width": size[0], "height": size[1]})
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]


def test_a_number_that_does_not_count_is_told_in_words(chromium: Any, tmp_path: Path) -> None:
    file = tmp_path / "enkat.html"
    file.write_text(to_form_html(days()), encoding="utf-8")
    page = chromium.new_page()
    page.goto(file.as_uri())
    field, told = page.locator("#M8-1-svar"), page.locator("#M8-1 .wrong")
    field.fill("8")
    assert not told.is_visible()
    field.fill("999")
    assert told.inner_text() == "Räknas inte: svaret ska vara ett helt tal från 0 till 365."
    field.fill("")
    assert not told.is_visible()
    page.close()
