"""The calculations of a printed guide, read and compared: a made-up guide in our words; and the real one, where it is found."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

import pytest

from tests.compared import missing
from tests.guide.__main__ import main
from tests.guide.calculations import Judged, judged
from tests.guide.printed import Described, Sentence, descriptions, path_of_guide
from tests.guide.report import PAGE, page
from tests.real import catalogue

MADE_UP = """
 Boende
Indikatornamn Något annat
Indikatorns kort-
namn (i Excelfi-
len)

Erbjuder Bostad först

Indikator/Mått Ett mått.
Beräkning: Målet nås så: för att få ja
Mätdatum: i dag
 Boende
Kortnamn (i Excelfilen) Använt resultat till verksamhetsutveckling:
GROUPS

Indikator/Mått Ett mått.
Beräkning:
För att få Ja krävs att kommunen för varje grupp svarat Ja på fråga (M)6,
 Boende
Ja på fråga M6 b och Ja på frå-
ga (M)6 c. ”Ej aktuellt” som svar på fråga (M)6 ingår inte i nämnaren.
Redovisas som: Ja/Nej
Kortnamn (i Excelfilen) Uppföljning utifrån standardi-
serad bedömningsmetod
Indikator/Mått Ett mått.
Beräkning: För att få delvis krävs Nej på fråga (M)5. Redovisas som Ja/Nej.
Mätdatum: i dag
Kortnamn (i Excelfilen) Vackra parkbänkar
Indikator/Mått Ett mått.
Beräkning: För att få Ja krävs Ja på fråga (P)1.
"""


@cache
def made_up_text() -> str:
    """With the numbered list of a family's members; their names are the specs'."""
    names = [one.description.short_name.partition(" - ")[2] for one in catalogue().indicators if one.family == "resultat"]
    return MADE_UP.replace("GROUPS", "\n".join(f"{number}. {name}" for number, name in enumerate(names, 1)))


@cache
def made_up() -> dict[str, Judged]:
    return {one.described.names[0]: one for one in judged(descriptions(made_up_text()), catalogue())}


def test_descriptions_are_found_whatever_breaks_their_lines() -> None:
    first, second, third, fourth = descriptions(made_up_text())
    assert first.names == ("Erbjuder Bostad först",)
    assert second.names[1:3] == (
        "Använt resultat till verksamhetsutveckling: unga vuxna",
        "Använt resultat till verksamhetsutveckling: 65 år eller äldre",
    )
    rule, denominator = second.sentences
    assert rule.text.endswith("svarat Ja på fråga (M)6, Ja på fråga M6 b och Ja på fråga (M)6 c.")
    assert (rule.line_at(0), rule.line_at(rule.text.index("M6 b")), rule.line_at(len(rule.text))) == (22, 24, 25)
    assert denominator.text == "”Ej aktuellt” som svar på fråga (M)6 ingår inte i nämnaren."
    assert [one.text for one in third.sentences] == ["För att få delvis krävs Nej på fråga (M)5.", "Redovisas som Ja/Nej."]
    assert (fourth.names, fourth.line) == (("Vackra parkbänkar",), 34)


def test_a_sentence_does_not_end_after_what_is_shortened() -> None:
    (one,) = descriptions("Beräkning: För att få målet (dvs. Ja), t.ex. Nej. Då\nMätdatum")
    assert [sentence.text for sentence in one.sentences] == ["För att få målet (dvs. Ja), t.ex. Nej.", "Då"]
    assert one.names == ()


def test_what_is_not_understood_tells_where() -> None:
    one = made_up()["Erbjuder Bostad först"]
    assert (one.whole, one.rule.verdict, one.denominator.verdict, one.without) == (
        "not understood",
        "not understood",
        "not said",
        (),
    )
    (stop,) = one.rule.stopped
    assert (stop.sentence.word_at(stop.at.position), stop.sentence.line_at(stop.at.position)) == ("Målet", 11)


def test_what_is_equal_and_what_is_not_for_each_member_of_a_family() -> None:
    """The rule is that of our specs, but the denominator leaves out those whom M6b is not relevant for, too."""
    one = made_up()["Använt resultat till verksamhetsutveckling: de som bor med barn"]
    assert len(one.members) == 4
    assert (one.rule.verdict, one.denominator.verdict, one.whole) == ("equal", "different", "different")
    assert one.without == ("Delvis", "Nej", "Ej aktuellt")
    assert [difference.indicator for difference in one.denominator.differences] == [member.id for member in one.members]
    example = one.denominator.differences[0].example
    assert example is not None
    assert example.columns["M6b_bor_med_barn"] == "Ej aktuellt"


def test_a_difference_has_a_municipality_where_answers_show_it() -> None:
    one = made_up()["Uppföljning utifrån standardiserad bedömningsmetod"]
    assert (one.whole, one.denominator.verdict) == ("different", "missing")
    rule, outcomes = one.rule.differences
    assert rule.what == "Delvis"
    assert rule.example is not None
    assert rule.example.columns["M5"] in ("Nej", "Ja, men inte för vissa")
    assert (outcomes.what, outcomes.example) == ("Ja/Nej", None)


def test_an_indicator_without_specs_is_told_apart() -> None:
    one = made_up()["Vackra parkbänkar"]
    assert (one.members, one.whole) == ((), "not said")


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OJDSL_ACCEPT", raising=False)
    guide = tmp_path / "guide.txt"
    assert main([str(guide)]) == 2
    assert "GUIDE=" in capsys.readouterr().err
    guide.write_text(made_up_text(), encoding="utf-8")
    assert main([str(guide)]) == 1
    told = capsys.readouterr()
    assert "| 34 | Vackra parkbänkar | finns inte i specs | | |" in told.out
    assert PAGE.name in told.err
    monkeypatch.setenv("GUIDE", str(tmp_path))
    assert path_of_guide() == tmp_path / "guide-2017-missbruk.txt"


# --- the real one ---------------------------------------------------------------------------------------------------------

SWAPS = [
    ("minst", "högst"),
    ("och", "eller"),
    ("en av", "två av"),
    ("ett av", "två av"),
    ("Ja", "Nej"),
    ("Ja", "Delvis"),
    ("Ej aktuellt", "Nej"),
    ("ingår inte", "ingår"),
]


@cache
def real() -> bytes | None:
    """The printed guide. Without it nothing is compared: that is told when the tests end. What GUIDE names must be there."""
    path = path_of_guide()
    if path.is_file():
        return path.read_bytes()
    assert "GUIDE" not in os.environ, f"no printed guide at {path}, where GUIDE says that it is"
    missing["page of the printed guide: it is not beside the repository, and GUIDE does not name it"] = 1
    return None


def test_the_page_is_what_the_printed_guide_gives() -> None:
    guide = real()
    if guide is None:
        return
    before = PAGE.read_text(encoding="utf-8")
    now = page(judged(descriptions(guide.decode("utf-8")), catalogue()), guide, before)
    if "OJDSL_ACCEPT" in os.environ:
        PAGE.write_text(now, encoding="utf-8")
    else:
        assert now == before


def test_a_phrase_that_is_swapped_in_the_printed_guide_is_noticed() -> None:
    """A calculation that is equal is no longer when two phrases change places in one of its sentences."""
    guide = real()
    if guide is None:
        return
    found = judged(descriptions(guide.decode("utf-8")), catalogue())
    changed = [
        Described(
            one.described.names, one.described.line, tuple(new if old is sentence else old for old in one.described.sentences)
        )
        for one in found
        if one.rule.verdict == "equal"
        for sentence in one.described.sentences
        for new in swapped(sentence)
    ]
    assert len(changed) > 50
    assert [
        one.sentences for one, verdict in zip(changed, judged(changed, catalogue()), strict=True) if verdict.whole == "equal"
    ] == []


def swapped(sentence: Sentence) -> list[Sentence]:
    """A sentence about the rule or the denominator with each two phrases swapped that it has."""
    if "krävs" not in sentence.text and "nämnaren" not in sentence.text:
        return []
    found = []
    for one, other in SWAPS:
        pairs = {one: other, other: one}
        text = re.sub(rf"\b(?:{one}|{other})\b", lambda match, pairs=pairs: pairs[match[0]], sentence.text)  # type: ignore[misc]
        if text != sentence.text:
            found.append(Sentence(text, (sentence.line_at(0),) * len(text)))
    return found


def test_the_page_counts_what_its_table_has() -> None:
    """Also without the guide: the counts are those of the rows."""
    text = PAGE.read_text(encoding="utf-8")
    totals = [int(cell) for cell in re.findall(r"\d+", re.search(r"^\| regler \|(.*)$", text, re.MULTILINE)[1])]  # type: ignore[index]
    table = text.partition("<!-- calculations -->\n")[2].partition("<!-- slut -->")[0].splitlines()[2:]
    rules = [line.split(" | ")[2].split("<br>")[0].strip("*") for line in table]
    assert [rules.count(name) for name in ("förstås och är lika", "förstås och är olika", "förstås inte")] == totals[:3]
    assert sum(totals) == len(rules)
