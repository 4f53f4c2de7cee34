"""`ojdsl check --save-example`: the counterexample becomes an example to be settled, and nothing else is changed."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run, edit, files_below

AREA = "specs/2017/missbruk"
METHOD, PLAN, COORDINATION = (Path(AREA) / f"{name}.yaml" for name in ("metod", "plan", "samordning"))


def test_a_gap_is_written_with_what_the_rule_gives_today(run: Run, project: Path) -> None:
    edit(METHOD, "  Nej: M5 är Nej\n", "")
    before = files_below(project)
    result = run("check", "specs", "--save-example")
    assert result.status == 1
    assert "fel OJ420" in result.err
    assert f"1 exempel i {METHOD.as_posix()}. Avgör vart och ett för hand" in result.err
    after = files_below(project)
    assert {name for name in before if before[name] != after[name]} == {METHOD.as_posix()}
    added = after[METHOD.as_posix()].removeprefix(before[METHOD.as_posix()]).decode()
    assert added == "exempel:\n  - svar:\n      M5: Nej\n    ger: Bortfall\n    granska: ja\n"


def test_it_is_not_written_twice(run: Run) -> None:
    edit(METHOD, "  Nej: M5 är Nej\n", "")
    run("check", "specs", "--save-example")
    text = METHOD.read_bytes()
    assert "Det finns inget nytt motexempel att skriva in." in run("check", "specs", "--save-example").err
    assert METHOD.read_bytes() == text


def test_the_example_is_to_be_settled_when_the_rule_is_right(run: Run) -> None:
    edit(METHOD, "  Nej: M5 är Nej\n", "")
    run("check", "specs", "--save-example")
    edit(METHOD, "  Ej aktuellt: M5 är Ej aktuellt\n", "  Nej: M5 är Nej\n  Ej aktuellt: M5 är Ej aktuellt\n")
    result = run("check", "specs")
    assert "OJ428: Exemplet ska ge Bortfall, men regeln ger Nej" in result.err
    assert "OJ433" in result.err


def test_a_member_of_a_family_speaks_for_its_spec(run: Run) -> None:
    edit(COORDINATION, "påstås: G2 är inte Ej aktuellt", "påstås: G2 är Ja")
    assert run("check", "specs", "--save-example").status == 1
    assert COORDINATION.read_text(encoding="utf-8").endswith("  - svar:\n      G2: Nej\n    ger: Nej\n    granska: ja\n")


def test_both_forms_are_written_where_it_takes_two(run: Run) -> None:
    edit(COORDINATION, "redovisas_som", "bättre_svar: försämrar aldrig\nredovisas_som")
    assert run("check", "specs", "--save-example").status == 1
    assert COORDINATION.read_text(encoding="utf-8").endswith(
        "  - svar:\n      G2: Nej, behövs inte\n    ger: Ja\n    granska: ja\n"
        "  - svar:\n      G2: Ja\n      G2a: Nej\n    ger: Nej\n    granska: ja\n"
    )


def test_nothing_is_written_where_nothing_is_wrong_or_a_file_cannot_be_read(run: Run, project: Path) -> None:
    before = files_below(project)
    assert run("check", "specs", "--save-example").status == 0
    edit(PLAN, "G6 är Ja", "G66 är Ja")
    before = files_below(project)
    assert run("check", "specs", "--save-example").status == 1
    assert files_below(project) == before


def test_a_list_within_brackets_is_left_to_the_author(run: Run) -> None:
    edit(METHOD, "  Nej: M5 är Nej\n", "")
    METHOD.write_text(
        METHOD.read_text(encoding="utf-8") + "exempel: [{svar: {M5: Ej aktuellt}, ger: Ej aktuellt}]\n", encoding="utf-8"
    )
    text = METHOD.read_bytes()
    result = run("check", "specs", "--save-example")
    assert "Inget skrevs." in result.err
    assert METHOD.read_bytes() == text


def test_json_stays_json(run: Run) -> None:
    edit(METHOD, "  Nej: M5 är Nej\n", "")
    result = run("check", "specs", "--save-example", "--format", "json")
    assert isinstance(json.loads(result.out), list)
    assert "exempel i" in result.err
