"""`ojdsl build` reads back what it is about to write, and stops where the text does not say what the rule does."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from tests.cli.conftest import Run, edit

M5, G6 = Path("specs/2017/missbruk/frågor/M5.yaml"), Path("specs/2017/frågor/G6.yaml")
METHOD, AREA = Path("specs/2017/missbruk/metod.yaml"), Path("specs/2017/missbruk/område.yaml")


def printed_as_another_answer() -> None:
    edit(M5, "  - Ja, för alla\n", "  - etikett: Ja, för alla\n    lydelse: Ja, för några\n")


def printed_as_two_answers_at_once() -> None:
    edit(M5, "  - Nej\n", "  - etikett: 'Ja, \"för\" alla'\n    kod: ja_kallade\n  - Nej\n")
    edit(M5, "  - Ja, för alla\n", "  - Ja, ’för’ alla\n")
    edit(METHOD, '"Ja, för alla"', '"Ja, ’för’ alla"')
    edit(METHOD, "  Nej: M5 är Nej\n", '  Nej: M5 är Nej eller ”Ja, "för" alla”\n')


def left_out_by_another_name() -> None:
    edit(M5, "  - Ej aktuellt: inget ärende fanns\n", "  - etikett: Ej aktuellt\n    lydelse: Nej\n")
    edit(METHOD, "M5 är Ej aktuellt", 'M5 är inte "Ja, för alla" eller "Ja, för några" eller Nej')


def asked_after_another_answer() -> None:
    edit(G6, "  - Ja\n  - Nej\nbegrepp", "  - Ja\n  - etikett: Saknas\n    lydelse: Nej\n  - Nej\nbegrepp")
    edit(G6, "ställs_om: G6 är Nej", 'ställs_om: G6 är "Saknas"')


def assumed_with_another_answer() -> None:
    edit(G6, "  - Ja\n  - Nej\nbegrepp", "  - Ja\n  - etikett: Saknas\n    lydelse: Nej\n  - Nej\nbegrepp")
    edit(METHOD, "  Nej: M5 är Nej\n", '  Nej: M5 är Nej, och M1 är "Kan inte svara"\n')
    assumed = '  - id: enstaka\n    när: M5 är Nej\n    så: M1 är "Kan inte svara", och G6 är "Saknas"\n    skäl: Så är det.\n'
    edit(AREA, "bakgrundsmått:\n", f"antaganden:\n{assumed}bakgrundsmått:\n")


@pytest.mark.parametrize(
    ("change", "code", "file"),
    [
        (printed_as_two_answers_at_once, "OJ801", METHOD),
        (printed_as_another_answer, "OJ802", METHOD),
        (left_out_by_another_name, "OJ803", METHOD),
        (asked_after_another_answer, "OJ804", G6),
        (assumed_with_another_answer, "OJ805", AREA),
    ],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_a_text_that_does_not_say_the_rule_is_not_written(run: Run, change: object, code: str, file: Path) -> None:
    assert callable(change)
    change()
    checked = run("check", "specs")
    assert (checked.status, (checked.out + checked.err).count("varning OJ881: ")) == (0, 1)
    for result in (run("build", "specs"), run("build", "specs", "--check")):
        assert result.status == 1
        assert result.err.count("fel OJ") == 1, result.err
        assert f"fel {code}: " in result.err
        assert f"  --> {file.as_posix()}:" in result.err
        assert not Path("generated").exists()


def test_a_municipality_shows_where_text_and_rule_part_ways(run: Run) -> None:
    printed_as_another_answer()
    told = run("build", "specs", "--lang", "en").err
    assert "does not say what the rule does: where the rule gives Delvis the text gives Ja." in told
    assert "M5  Ja, för några" in told


UNIT = (
    "fråga: M8\nlyder: Hur länge?\nsvar:\n  tal: 0–365 {}\nredovisas_inte: ja\nföljdfrågor:\n  a:\n    ställs_om: M8 är minst 8\n"
)
UNIT += "    lyder: Varför så länge?\n    svar: fritext\n    redovisas_inte: ja\n"


@pytest.mark.parametrize("unit", ["timmar eller dagar", "dagar och", "besök på mottagning", "dagar som är helg"])
def test_a_unit_that_a_sentence_could_go_on_with_is_told_by_check(run: Run, unit: str) -> None:
    M5.with_name("M8.yaml").write_text(UNIT.format(unit), encoding="utf-8")
    told = run("check", "specs")
    assert (told.status, (told.out + told.err).count("fel OJ880: "), (told.out + told.err).count("fel OJ")) == (1, 1, 1)


@pytest.mark.parametrize("unit", ["påsar", "ellerdagar", "besök per person", "i", "minst", "Och", "dagar-och-nätter", "inte"])
def test_every_other_unit_is_read_back(run: Run, unit: str) -> None:
    M5.with_name("M8.yaml").write_text(UNIT.format(unit), encoding="utf-8")
    told = run("build", "specs")
    assert told.status == 0, told.err


def test_a_name_is_the_same_with_a_hard_space_and_with_two(run: Run) -> None:
    edit(M5, "  - Ja, för alla\n", '  - "Ja,\u00a0för  alla"\n')
    assert run("build", "specs").status == 0


def test_quotation_marks_within_a_name_are_single_ones_wherever_it_is_quoted(run: Run) -> None:
    plan, time, wait = METHOD.with_name("plan.yaml"), METHOD.with_name("tid.yaml"), M5.with_name("M1.yaml")
    edit(G6, "  - Ja\n  - Nej\nbegrepp", "  - Ja\n  - etikett: 'Nej, \"tyvärr\"'\n    kod: nix\n    art: nej\n  - Nej\nbegrepp")
    edit(G6, "      - Handledning", "      - etikett: 'Egen \"handledning\"'\n        kod: handledning")
    edit(plan, "G6a innehåller Handledning", 'G6a innehåller ”Egen "handledning"”')
    edit(plan, "        - Handledning\n    ger: Ja", "        - 'Egen \"handledning\"'\n    ger: Ja\n    visa: ja")
    edit(wait, "Kan inte svara", "Kan ”inte” svara")
    edit(time, "Kan inte svara", "Kan ”inte” svara")
    assert run("build", "specs").status == 0
    pages = {name: Path("generated/2017/missbruk", name).read_text(encoding="utf-8") for name in ("bilaga2.md", "enkat.html")}
    said = pages["bilaga2.md"]
    assert said.count("”Egen ’handledning’”") == 2  # rule and example
    assert "”Nej, ’tyvärr’”" in said
    assert "”Kan ’inte’ svara” publiceras inte." in said
    for page in pages.values():
        assert not re.search('”(?:Egen ["”]|Nej, ["”]|Kan ["”])', unescape(page))
