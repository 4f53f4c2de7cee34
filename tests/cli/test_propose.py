"""`ojdsl verify --propose`: the change of the specs is shown, and it is one that makes them say what the document says."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run, files_below

AREA, DOCUMENT = "specs/2017/missbruk", "granskad.md"
PLAN = "För att uppnå målvärdet (Ja) krävs att kommunen har svarat ”Ja” på fråga (G)6 och markerat"


@pytest.fixture
def built(run: Run) -> str:
    assert run("build", "specs").status == 0
    return Path("generated/2017/missbruk/bilaga2.md").read_text(encoding="utf-8")


def patched(difference: str) -> None:
    """Does what a difference says, to the letter."""
    name = re.search(r"^\+\+\+ (.*)$", difference, re.MULTILINE)
    assert name
    path = Path(name[1])
    lines = path.read_text(encoding="utf-8").splitlines()
    made: list[str] = []
    at = 0
    for line in difference.splitlines():
        if line.startswith("@@"):
            found = re.match(r"@@ -(\d+)", line)
            assert found
            made += lines[at : int(found[1]) - 1]
            at = int(found[1]) - 1
        elif line.startswith((" ", "-")) and not line.startswith("---"):
            assert lines[at] == line[1:]
            made += [line[1:]] if line[0] == " " else []
            at += 1
        elif line.startswith("+") and not line.startswith("+++"):
            made.append(line[1:])
    path.write_text("\n".join([*made, *lines[at:]]) + "\n", encoding="utf-8")


CASES = [
    ("OJ820", PLAN, PLAN.replace("”Ja” på", "”Nej” på"), ["+  Ja: G6 är Nej, och G6a innehåller Handledning"]),
    ("OJ822", "med resultatet Ja, Delvis eller Nej.", "med resultatet Ja eller Nej.", ["+  utfall: Ja/Nej"]),
    ("OJ824", "*Ställs om kommunen har svarat ”Ja” på fråga (G)6.*", "*Ställs om kommunen har svarat ”Nej” på fråga (G)6.*",
     ["+    ställs_om: G6 är Nej"]),
    ("OJ826", "Ja, för alla / Ja, för några", "Ja, för alla / Ja, för: några", ["-  - Ja, för några", "+  - 'Ja, för: några'"]),
    ("OJ827", "***Fråga (G)6 b***", "***Fråga (G)6 c***", ["-  b:", "+  c:"]),
    ("OJ828", "1 februari 2016–31 januari 2017 (12 månader)", "1 februari 2015–31 januari 2017 (24 månader)",
     ["+  tolv_månader: 2015-02-01 – 2017-01-31"]),
    ("OJ829", "mer än 20 procent", "mer än 25 procent", ["+döljs_över: 25 procent"]),
    ("OJ830", "(i\u00a0Excelfilen)**\n\nPlan för kompetens", "(i\u00a0Excelfilen)**\n\nPlan: # x", ["+kortnamn: 'Plan: # x'"]),
    ("OJ835", "Rätt kompetens", "God kompetens", ["+syfte: God kompetens ger bättre insatser."]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "old", "new", "lines"), CASES)
def test_a_proposal_is_what_the_document_says(code: str, old: str, new: str, lines: list[str], run: Run, built: str) -> None:
    assert old in built, old
    Path(DOCUMENT).write_text(built.replace(old, new, -1 if code == "OJ828" else 1), encoding="utf-8")
    before = files_below(Path("specs"))
    result = run("verify", AREA, DOCUMENT, "--propose")
    assert result.status == 1
    assert files_below(Path("specs")) == before, "a proposal is shown only"
    found = re.search(rf"^{code} \(.+\), (\S+):(\d+)\n((?:[-+@ ].*\n)+)", result.out, re.MULTILINE)
    assert found, result.out
    difference = found[3]
    assert set(lines) <= set(difference.splitlines())
    assert [*Path(found[1]).read_text(encoding="utf-8").splitlines(), ""][int(found[2]) - 1] in difference
    patched(difference)
    left = re.findall(r"OJ\d{3}", run("verify", AREA, DOCUMENT).err)
    assert code not in left


@pytest.mark.parametrize(
    ("code", "old", "new", "why"),
    [
        ("OJ821", "minst ett av följande två", "minst ett av följande tre", "går inte att läsa som en regel"),
        ("OJ823", "Kommuner som har svarat ”Ej aktuellt” på fråga (M)5 ingår inte.", "", "följer av regeln"),
        ("OJ826", "Ja, för några / Nej", "Nej / Ja, för några", "flyttas skrivs för hand"),
        ("OJ828", "Fanns det den 1 februari 2017 en plan", "Fanns det den 1 mars 2017 en plan", "kommer ur omgången"),
        ("OJ829", "100 procent (2 av 2)", "50 procent (1 av 2)", "följer av andra uppgifter"),
        ("OJ830", "Rutin för samordning, ekonomin", "Rutin för {samordning}", "betyder något annat"),
        ("OJ833", "**Målvärde**\n\nDet finns en plan.\n", "", "skrivs för hand"),
        ("OJ836", "minst ett av följande två villkor:", "minst 1 av följande 2 villkor:", "regeln är densamma"),
    ],
)  # fmt: skip
def test_what_cannot_be_proposed_says_why(code: str, old: str, new: str, why: str, run: Run, built: str) -> None:
    assert old in built
    Path(DOCUMENT).write_text(built.replace(old, new, 1), encoding="utf-8")
    result = run("verify", AREA, DOCUMENT, "--propose")
    assert code in result.out
    assert why in result.out
    assert "@@" not in result.out


def test_lines_of_outcomes_that_are_the_same_keep_their_comments(run: Run, built: str) -> None:
    plan = Path(AREA, "plan.yaml")
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("  Nej: annars\n", "  Nej: annars  # allt annat\n"), encoding="utf-8")
    Path(DOCUMENT).write_text(built.replace(PLAN, PLAN.replace("”Ja” på", "”Nej” på")), encoding="utf-8")
    out = run("verify", AREA, DOCUMENT, "--propose").out
    assert "   Nej: annars  # allt annat\n" in out
    assert [line for line in out.splitlines() if line.startswith("+  ")] == ["+  Ja: G6 är Nej, och G6a innehåller Handledning"]


def test_nothing_to_propose_is_silent_and_english_is_spoken(run: Run, built: str) -> None:
    shutil.copy("generated/2017/missbruk/bilaga2.md", DOCUMENT)
    result = run("verify", AREA, DOCUMENT, "--propose")
    assert (result.status, result.out) == (0, "")
    Path(DOCUMENT).write_text(built.replace("minst ett av följande två", "minst ett av följande tre"), encoding="utf-8")
    assert "no proposal" in run("verify", AREA, DOCUMENT, "--propose", "--lang", "en").out
    assert run("verify", AREA, DOCUMENT, "--propose", "--format", "json").status == 2
