"""Packages of texts: what is replaced, what is then verbatim, what it says of itself."""

from __future__ import annotations

import pytest

from ojdsl import pipeline
from ojdsl.documents.introduction import introduction
from ojdsl.documents.nodes import Document
from ojdsl.documents.to_markdown import to_markdown
from ojdsl.model.nodes import Catalogue
from ojdsl.model.slots import slots
from ojdsl.model.texts import read_package
from tests.diagnostics.cases import AREA, base_files
from tests.property.test_texts import SPECS, package
from tests.real import ROOT, files

M5 = """texter: 2017/missbruk
frågor:
  M5:
    lyder: Använde ni metoden {mätdatum}?
    svar:
      "Ja, för alla": Ja, för samtliga
      "Ja, för några": Ja, för några klienter
      Ej aktuellt: Ej aktuellt, inga ärenden
begrepp:
  gruppnivå: uppgifter om flera
"""


def compiled(*texts: str) -> Catalogue:
    written = {f"{number}.yaml": text.encode() for number, text in enumerate(texts)}
    checked = pipeline.check(pipeline.read(base_files(), texts=read_package(written)), [AREA])
    assert not checked.has_errors
    return checked.catalogues[AREA]


def wordings(catalogue: Catalogue) -> set[str]:
    return {one.id for one in catalogue.questions if one.wording == "verbatim"}


def test_texts_take_the_place_of_those_of_the_specs() -> None:
    catalogue = compiled(M5)
    question = catalogue.question("M5")
    assert question.text == "Använde ni metoden den 1 februari 2017?"
    assert [one.text for one in question.alternatives] == [
        "Ja, för samtliga",
        "Ja, för några klienter",
        "Nej",
        "Ej aktuellt, inga ärenden",
    ]
    assert [one.label for one in question.alternatives] == ["Ja, för alla", "Ja, för några", "Nej", "Ej aktuellt"]
    assert [one.text for one in question.terms] == ["uppgifter om flera"]


def test_a_question_is_verbatim_when_all_of_it_is_replaced() -> None:
    """Nej alone is a word of the language and needs no text; the meaning of the question's term does."""
    assert wordings(compiled(M5)) == {"M5"}


@pytest.mark.parametrize(
    "line", ["    lyder: Använde ni metoden {mätdatum}?\n", "      Ej aktuellt: Ej aktuellt, inga ärenden\n"]
)
def test_a_question_that_lacks_a_text_is_not_verbatim(line: str) -> None:
    assert wordings(compiled(M5.replace(line, ""))) == set()


def test_a_question_without_the_meaning_of_its_term_is_not_verbatim() -> None:
    assert wordings(compiled(M5.partition("begrepp")[0])) == set()


def test_a_follow_up_is_verbatim_with_the_rows_of_its_parent_only() -> None:
    alone = "texter: 2017\nfrågor:\n  G2a:\n    lyder: Har de följts upp?\n    svar:\n      Ej aktuellt: Ej aktuellt, ny\n"
    rows = "texter: 2017\nfrågor:\n  G2:\n    rader:\n      Ekonomiskt bistånd: Bistånd\n      Äldreomsorg: Äldre\n"
    assert "G2a" not in wordings(compiled(alone))
    assert "G2a" in wordings(compiled(alone, rows))


def test_the_rows_of_other_areas_are_not_missed() -> None:
    wanted = {slot.path: slot.paraphrased for slot in slots(SPECS["base"])}
    rows = {path[-1]: paraphrased for path, paraphrased in wanted.items() if path[:3] == ("frågor", "G6", "rader")}
    assert rows == {row: row == "Missbruk" for row in rows}
    assert len(rows) > 1


def test_a_whole_package_is_verbatim_and_silent() -> None:
    whole = {slot.path: f"Text {number}." for number, slot in enumerate(slots(SPECS["base"]))}
    checked = pipeline.check(pipeline.read(base_files(), texts=package(whole)), [AREA])
    catalogue = checked.catalogues[AREA]
    assert not checked.faults
    assert not catalogue.paraphrased
    assert wordings(catalogue) == set(catalogue.question_of)


def test_a_round_that_is_verbatim_misses_nothing() -> None:
    name = "specs/2017/omgång.yaml"
    verbatim = base_files() | {name: base_files()[name].replace(b"omskriven", b"ordagrann")}
    checked = pipeline.check(pipeline.read(verbatim, texts=read_package({"a.yaml": M5.encode()})), [AREA])
    assert not checked.faults


def test_the_introduction_says_what_is_verbatim() -> None:
    def said(catalogue: Catalogue) -> str:
        return to_markdown(Document("", "sv", "", "", introduction(catalogue)))

    assert "Ordagranna är frågan (M)5 och 1 av 3 begreppsförklaringar. Övriga texter i denna utgåva är omskrivna" in said(
        compiled(M5)
    )
    assert "Texterna i denna utgåva är omskrivna" in said(compiled("texter: 2017\n"))


def test_the_fingerprint_covers_the_package() -> None:
    plain = pipeline.check(pipeline.read(base_files()), [AREA]).catalogues[AREA]
    prints = {
        plain.fingerprint,
        compiled(M5).fingerprint,
        compiled(M5 + "# senare\n").fingerprint,
        compiled("texter: 2017\n").fingerprint,
    }
    assert len(prints) == 4
    assert compiled(M5).fingerprint == compiled(M5).fingerprint


def test_the_example_of_the_manual_is_the_file_and_has_no_errors() -> None:
    example = ROOT / "docs/exempel/texter/missbruk.yaml"
    assert f"```yaml\n{example.read_text(encoding='utf-8')}```" in (ROOT / "docs/texter.md").read_text(encoding="utf-8")
    checked = pipeline.check(pipeline.read(files(), texts=read_package({"missbruk.yaml": example.read_bytes()})), [AREA])
    assert {fault.code for fault in checked.faults} == {"OJ514"}
