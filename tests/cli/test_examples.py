"""`ojdsl examples`: what is said, what is written and where, and that the rest of a file is left as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Result, Run, edit, files_below
from tests.real import ROOT

AREA = "specs/2017/missbruk"
METHOD, PLAN, COORDINATION = (Path(AREA) / f"{name}.yaml" for name in ("metod", "plan", "samordning"))


def test_what_no_example_notices(run: Run) -> None:
    result = run("examples", AREA, "samordning")
    assert (result.status, result.err) == (0, "")
    lines = result.out.splitlines()
    assert lines[0] == "samordning: 29 ändringar av regeln, 19 märks inte av något exempel:"
    assert '    – Ja: ”G2 är "Nej, behövs inte"” stryks' in lines
    assert "    – Ja: ”G2a är Ja eller Ej aktuellt” blir ”G2a är Ja”" in lines
    assert "    – hela villkoret för Ej aktuellt stryks" in lines
    assert "    – Ja och Ej aktuellt byter plats" not in lines  # the example there is notices that
    assert "  Förslag som märker dem, det minsta antal fullständiga exempel som räcker (5):" in lines
    assert result.out.endswith("      granska: ja\n")


def test_the_whole_area_and_its_sum(run: Run) -> None:
    result = run("examples", AREA)
    assert [line.partition(":")[0] for line in result.out.splitlines() if " av regeln" in line] == ["samordning", "plan", "metod"]
    assert result.out.endswith("\nTillsammans 65 ändringar, varav 50 inte märks.\n")


def test_english(run: Run) -> None:
    result = run("examples", AREA, "plan", "--lang", "en")
    assert result.out.startswith("plan: 8 changes of the rule, ")
    assert "“G6a innehåller Handledning” is struck out" in result.out


def test_a_member_of_a_family_speaks_for_its_spec(run: Run) -> None:
    assert run("examples", AREA, "samordning_ekonomi").out == run("examples", AREA, "samordning_aldreomsorg").out


def test_check_fails_until_the_examples_are_enough(run: Run) -> None:
    assert run("examples", AREA, "--check").status == 1
    result = run("examples", AREA, "--write")
    assert result.status == 0
    assert f"exempel i {METHOD.as_posix()}. Avgör vart och ett för hand" in result.err
    assert run("examples", AREA, "--check") == Result(0, "", "")
    checked = run("check", "specs")
    assert checked.status == 0
    assert "varning OJ433: Ingen har avgjort om exemplet ska ge " in checked.err
    for path in (METHOD, PLAN, COORDINATION):
        path.write_text(path.read_text(encoding="utf-8").replace("    granska: ja\n", ""), encoding="utf-8")
    assert run("check", "specs") == Result(0, "", "")


def test_writing_adds_and_changes_nothing_else(run: Run, project: Path) -> None:
    before = files_below(project)
    run("examples", AREA, "--write")
    after = files_below(project)
    assert set(after) == set(before)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {path.as_posix() for path in (METHOD, PLAN, COORDINATION)}
    for name in changed:
        assert after[name].startswith(before[name])  # the examples are the last thing in each
    assert b"exempel:\n  - svar:\n      M5: Ja, f\xc3\xb6r alla\n    ger: Ja\n    granska: ja\n" in after[METHOD.as_posix()]


def test_one_indicator_is_written_alone(run: Run, project: Path) -> None:
    before = files_below(project)
    run("examples", AREA, "plan", "--write")
    after = files_below(project)
    assert {name for name in before if before[name] != after[name]} == {PLAN.as_posix()}


def test_marks_and_line_breaks_and_a_mark_of_byte_order_stay(run: Run) -> None:
    text = PLAN.read_bytes().replace(b"\n", b"\r\n")
    PLAN.write_bytes(b"\xef\xbb\xbf" + text + "avvikelser:\r\n  - rader: 1\r\n    tryckt: så\r\n    här: så här".encode())
    before = PLAN.read_bytes()
    assert run("examples", AREA, "plan", "--write").status == 0
    after = PLAN.read_bytes()
    first, rest = before.split(b"avvikelser:")
    assert after.startswith(first)
    assert after.endswith(b"avvikelser:" + rest)
    assert after.count(b"\n") == after.count(b"\r\n")
    assert b"      G6a:\r\n        - Utbildning\r\n" in after
    assert run("examples", AREA, "plan", "--check").status == 0


def test_writing_twice_writes_once(run: Run) -> None:
    run("examples", AREA, "--write")
    text = PLAN.read_bytes()
    assert run("examples", AREA, "--write") == Result(0, run("examples", AREA).out, "")
    assert PLAN.read_bytes() == text


def test_a_list_within_brackets_is_left_to_the_author(run: Run) -> None:
    text = METHOD.read_text(encoding="utf-8") + "exempel: [{svar: {M5: Nej}, ger: Nej}]\n"
    METHOD.write_text(text, encoding="utf-8")
    result = run("examples", AREA, "metod", "--write")
    assert result.status == 1
    assert "skriv in förslagen för hand" in result.err
    assert "Inget skrevs." in result.err
    assert METHOD.read_text(encoding="utf-8") == text


def test_specs_with_errors_are_told_and_nothing_is_written(run: Run, project: Path) -> None:
    edit(METHOD, "M5 är Nej", "M55 är Nej")
    before = files_below(project)
    result = run("examples", AREA, "--write")
    assert result.status == 1
    assert "OJ301" in result.err
    assert files_below(project) == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("examples", "finnsinte"), "finns inte."),
        (("examples", AREA, "metoden"), "Indikatorn metoden finns inte i området. Menade du metod?"),
        (("examples",), "OMRÅDE saknas"),
    ],
)
def test_wrong_usage(run: Run, arguments: tuple[str, ...], words: str) -> None:
    result = run(*arguments)
    assert (result.status, result.out) == (2, "")
    assert words in result.err


def test_a_background_measure_has_nothing_to_say(run: Run) -> None:
    assert run("examples", AREA, "tid") == Result(0, "", "")


def test_the_catalogue_of_2017_has_examples_enough(run: Run) -> None:
    assert run("examples", str(ROOT / AREA), "--check") == Result(0, "", "")


def test_notes_are_shown_on_demand(run: Run) -> None:
    result = run("check", str(ROOT / "specs"), "--notes")
    assert (result.status, result.out) == (0, "")
    assert result.err.count("upplysning OJ436: ") == 2
    assert "Den som får Ja i brukarrevision_anvand får alltid Ja i brukarrevision." in result.err
    assert "Den som får Ja i kon_resultat får alltid Ja i kon_uppfoljning." in result.err
