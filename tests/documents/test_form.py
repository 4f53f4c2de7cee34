"""The questionnaire: its document, its page, and that no text of a spec becomes markup or script."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from ojdsl.data.answers import Answers, read_answers
from ojdsl.documents.form import enkat
from ojdsl.documents.form_parts import form
from ojdsl.documents.nodes import Block, DataTable, Heading, Labelled, Paragraph
from ojdsl.documents.to_form_html import script_json, to_form_html
from ojdsl.documents.to_markdown import to_markdown
from ojdsl.model.nodes import Alternative, AnswerKind, Catalogue, Cell, Condition, Count, In, Question, Row
from ojdsl.prose.asked import answered_when
from tests import real
from tests.documents.small import HOSTILE, QUESTIONS, catalogue, question

_VOID = {"meta", "input", "br"}


class Page(HTMLParser):
    """The elements of a page in order, each with its attributes; the text in `script`, `style` and `option` by element."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"{tag} is closed inside {self.open}"

    def handle_data(self, data: str) -> None:
        self.texts.append((self.open[-1] if self.open else "", data))

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]

    def text(self, tag: str) -> list[str]:
        return [text for name, text in self.texts if name == tag]


def marks(name: str, asked_if: In | None = None) -> Question:
    """A question where several answers may be given, one of them in words."""
    made = question(name, "Vilka?", ())
    alternatives = (
        Alternative("A", "a", "A. Det ena", AnswerKind.OTHER),
        Alternative("Annat", "annat", "Annat, ange vad", AnswerKind.OTHER, free_text=True),
    )
    cells = tuple(Cell(f"{name}_{one.code}", name, None, one.label, "mark", ("Ja", "Nej"), asked_if) for one in alternatives)
    return replace(made, alternatives=alternatives, cells=cells, multiple=True)


def with_questions(*questions: Question) -> Catalogue:
    return replace(catalogue(), questions=(*QUESTIONS, *questions))


def data_of(page: Page) -> dict[str, object]:
    data = json.loads(page.text("script")[0])
    assert isinstance(data, dict)
    return data


# --- the parts --------------------------------------------------------------------------------------------------------


def test_every_column_of_the_answers_file_has_its_place_once() -> None:
    columns = form(real.catalogue()).columns
    assert columns[:2] == ("enhet", "missbruk_besvaras")
    assert len(set(columns)) == len(columns)
    assert set(real.catalogue().cell_of) <= set(columns)
    assert {"G1c_annan_text", "M4_annat_text", "G10_1_kommentar"} <= set(columns)


def test_the_header_is_one_that_the_reader_takes() -> None:
    columns = form(real.catalogue()).columns
    data = f"{','.join(columns)}\r\n0114{',' * (len(columns) - 1)}\r\n".encode()
    answers, faults = read_answers("svar_0114.csv", data, real.catalogue())
    assert isinstance(answers, Answers)
    assert not faults
    assert [row.unit for row in answers.rows] == ["0114"]


def test_common_questions_come_before_the_areas_own() -> None:
    assert [(part.heading, part.own, len(part.entries)) for part in form(real.catalogue()).parts] == [
        ("Del 1. Gemensamma frågor", False, 26),
        ("Del 2. Frågor om missbruks- och beroendevården", True, 11),
    ]


def test_marks_are_a_line_and_free_text_stands_beside_its_option() -> None:
    (line,) = form(with_questions(marks("M2"))).entries[-1].lines
    assert line.columns == ("M2_a", "M2_annat")
    assert [(one.text, one.free_text) for one in line.options] == [("A. Det ena", None), ("Annat, ange vad", "M2_annat_text")]


def test_free_text_of_a_row_and_of_several_alternatives_never_share_a_column() -> None:
    rows = (Row("Ett", "ett", "Ett"), Row("Annat", "annat", "Annat, ange vad", free_text=True))
    made = question("M3", "Vad?", ("Ja", "Nej"), rows)
    both = tuple(replace(one, free_text=True) for one in made.alternatives)
    columns = form(with_questions(replace(made, alternatives=both))).entries[-1].columns
    assert columns == (
        "M3_ett", "M3_ett_ja_text", "M3_ett_nej_text",
        "M3_annat", "M3_annat_text", "M3_annat_ja_text", "M3_annat_nej_text", "M3_kommentar",
    )  # fmt: skip


def test_a_cell_called_as_a_comment_keeps_its_column() -> None:
    entry = form(with_questions(question("M3", "Vad?", ("Ja", "Nej"), (Row("Kommentar", "kommentar", "Kommentar"),)))).entries[-1]
    assert entry.columns == ("M3_kommentar",)


# --- when a question is answered --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("G1", None),
        ("G1a", "Besvaras om ni har svarat ”Nej” på fråga (G)1."),
        ("G2a", "Besvaras för de rader där ni har svarat ”Ja” på fråga (G)2."),
        ("G3a", "Besvaras om ni har svarat ”Ja” på minst en av de tre delarna i fråga (G)3."),
    ],
)
def test_the_skip_instruction_is_written_from_the_condition(name: str, text: str | None) -> None:
    assert answered_when(real.catalogue().question(name), real.catalogue()) == text


def test_rows_with_conditions_of_their_own_are_told_row_by_row() -> None:
    rows = (*QUESTIONS[0].rows, Row("SoL", "sol", "Socialtjänst"))
    conditions: dict[str | None, Condition] = {"LSS": In("G2_lss", ("Ja",)), "Äldre": In("G2_aldre", ("Nej",))}
    made = question("G2b", "Varför?", ("Ja", "Nej"), rows, "G2", conditions)
    assert answered_when(made, with_questions(made)) == (
        "Besvaras rad för rad: a) för ”LSS (barn och vuxen)” om ni har svarat ”Ja” på delen ”LSS” i fråga (G)2; "
        "b) för ”Äldreomsorg” om ni har svarat ”Nej” på delen ”Äldre” i fråga (G)2; c) för ”Socialtjänst” alltid."
    )


def test_a_row_that_a_condition_names_shows_the_name() -> None:
    rows = (Row("Mål", "mal", "Vad ni vill nå"), Row("Ansvar", "ansvar", "Vem som gör vad"))
    first = question("M3", "Finns det?", ("Ja", "Nej"), rows)
    second = question("M3a", "Varför?", ("Ja", "Nej"), (), "M3", {None: In("M3_mal", ("Ja",))})
    *_, entry, _ = form(with_questions(first, second)).entries
    assert [line.row for line in entry.lines] == ["Vad ni vill nå (”Mål”)", "Vem som gör vad"]


# --- the document -----------------------------------------------------------------------------------------------------


def blocks_of(questions: Catalogue, heading: str) -> Iterator[Block]:
    """The blocks under a heading, up to the next."""
    inside = False
    for block in enkat(questions).blocks:
        if isinstance(block, Heading):
            inside = block.text == heading
        elif inside:
            yield block


def said(block: Block) -> str:
    return "".join(run.text for run in block.runs) if isinstance(block, Paragraph) else ""


def test_a_question_is_printed_with_its_definition_answers_and_a_line_for_a_comment() -> None:
    blocks = list(blocks_of(catalogue(), "Fråga (G)2"))
    assert [type(block) for block in blocks] == [Paragraph, Labelled, DataTable, Paragraph]
    assert said(blocks[-1]).startswith("Kommentar: …")
    table = blocks[2]
    assert isinstance(table, DataTable)
    assert table.header == ("Rad", "Ja", "Nej", "Ej aktuellt")


def test_a_follow_up_opens_with_its_skip_instruction() -> None:
    assert said(next(blocks_of(catalogue(), "Fråga (M)1 a"))) == "Besvaras om ni har svarat ”Senare” på fråga (M)1."


def test_none_of_several_answers_is_an_answer() -> None:
    (answers,) = (block for block in blocks_of(with_questions(marks("M2")), "Fråga (M)2") if isinstance(block, Labelled))
    texts = [said(block) for block in answers.blocks if isinstance(block, Paragraph)]
    assert texts == ["☐ A. Det ena", "☐ Annat, ange vad", "☐ Inget av alternativen"]


def test_the_document_can_be_printed() -> None:
    assert to_markdown(enkat(real.catalogue())).count("**Kommentar:**") == len(real.catalogue().questions)


# --- the page ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def real_page() -> Page:
    return Page(to_form_html(real.catalogue()))


def test_the_page_is_the_same_every_time() -> None:
    assert to_form_html(real.catalogue()) == to_form_html(real.catalogue())


def test_every_column_has_a_field_and_every_field_a_column(real_page: Page) -> None:
    fields = {one["name"] for tag in ("input", "select", "textarea") for one in real_page.all(tag) if "name" in one}
    none = {name for name in fields if name.endswith("-inget")}
    assert fields - none == set(form(real.catalogue()).columns)
    assert len(none) == 2  # G1c and G6a


def test_every_unit_can_be_chosen_by_name_and_code(real_page: Page) -> None:
    codes = {unit.code for unit in real.catalogue().round.register.units}
    assert {one["value"] for one in real_page.all("option")} - {""} == codes
    assert "Upplands Väsby (0114)" in real_page.text("option")


def test_the_policy_allows_the_pages_own_style_and_script_and_nothing_else(real_page: Page) -> None:
    (policy,) = (one["content"] for one in real_page.all("meta") if one.get("http-equiv") == "Content-Security-Policy")
    allowed = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    (style,) = real_page.text("style")
    script = real_page.text("script")[1]
    hashes = [f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in (style, script)]
    assert allowed == {
        "default-src": "'none'", "style-src": hashes[0], "script-src": hashes[1], "base-uri": "'none'", "form-action": "'none'",
    }  # fmt: skip


def test_nothing_is_fetched_and_nothing_runs_from_an_attribute(real_page: Page) -> None:
    for tag, attributes in real_page.elements:
        assert not {name for name in attributes if name.startswith("on") or name in {"style", "src", "srcset", "action"}}, tag
        assert tag not in {"link", "iframe", "img", "object", "base"}
        assert tag != "a" or attributes["href"].startswith("#")


def test_the_script_never_makes_markup_of_text(real_page: Page) -> None:
    script = real_page.text("script")[1]
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|Function\(|fetch\(|https?:", script)


def test_ids_are_unique_and_what_points_at_them_finds_them(real_page: Page) -> None:
    ids = [attributes["id"] for _, attributes in real_page.elements if "id" in attributes]
    assert len(set(ids)) == len(ids)
    for _, attributes in real_page.elements:
        pointed = [attributes.get("for", ""), attributes.get("href", "#")[1:]]
        for name in ("aria-labelledby", "aria-describedby"):
            pointed += attributes.get(name, "").split()
        assert {one for one in pointed if one} <= set(ids)


def test_hostile_texts_stay_texts() -> None:
    rows = (Row("Ett", "ett", HOSTILE, free_text=True), Row("Två", "tva", HOSTILE))
    made = question("M3", HOSTILE, (HOSTILE, "Nej"), rows, terms=(replace(QUESTIONS[0].terms[0], term=HOSTILE, text=HOSTILE),))
    quoted = replace(marks("M2", In("M3_ett", (HOSTILE,))), instruction=HOSTILE)
    page = Page(to_form_html(with_questions(made, quoted)))
    assert len(page.all("script")) == 2
    assert page.all("script")[0]["type"] == "application/json"
    assert not page.open
    cells = data_of(page)["cells"]
    assert isinstance(cells, dict)
    assert cells["M3_ett"]["labels"] == [HOSTILE, "Nej"]


def test_json_in_a_script_element_cannot_end_it() -> None:
    text = "</script><!--<script>&amp;\u2028\u2029"
    written = script_json({"a": text})
    assert not re.search("[<>&\u2028\u2029]", written)
    assert json.loads(written) == {"a": text}


def test_the_script_gets_the_conditions_as_trees() -> None:
    condition = Count(1, 1, (In("G2_lss", ("Ja",)), In("G2_aldre", ("Ja",))))
    made = question("G4", "Vad?", ("Ja", "Nej"), (), "G2", {None: condition})
    cells = data_of(Page(to_form_html(with_questions(made))))["cells"]
    assert isinstance(cells, dict)
    assert cells["G4"]["own"] is False
    assert cells["M1"]["own"] is True
    assert cells["G4"]["asked_if"] == {
        "op": "count", "min": 1, "max": 1,
        "args": [{"op": "in", "cell": "G2_lss", "labels": ["Ja"]}, {"op": "in", "cell": "G2_aldre", "labels": ["Ja"]}],
    }  # fmt: skip


def test_an_area_without_questions_of_its_own_has_no_gate() -> None:
    common = replace(catalogue(), questions=tuple(one for one in QUESTIONS if one.section == "G"))
    page = Page(to_form_html(common))
    assert "missbruk_besvaras" not in {one.get("name") for one in page.all("input")}
