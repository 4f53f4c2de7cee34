"""The key `godta`: a warning is silenced at its place with a reason; a silencing of nothing is told where all checks have run."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run, edit
from tests.diagnostics.test_sarif import valid

METHOD = Path("specs/2017/missbruk/metod.yaml")
LAWS = Path("specs/gemensamt/lagar.yaml")
REASON = "Metoden heter så."


def accept(path: Path, code: str, reason: str = REASON) -> None:
    path.write_text(path.read_text(encoding="utf-8") + f"godta:\n  {code}: {reason}\n", encoding="utf-8")


@pytest.fixture
def silenced(run: Run) -> Run:
    edit(METHOD, "använde metoden.", "använde metoden 2017.")
    accept(METHOD, "OJ502")
    return run


def test_check_and_build_are_silent(silenced: Run) -> None:
    told = silenced("check", "specs")
    assert (told.status, told.out, told.err) == (0, "", "")
    assert "OJ502" not in silenced("build", "specs").err
    assert json.loads(silenced("check", "specs", "--format", "json").out) == []


def test_notes_tell_the_reason(silenced: Run) -> None:
    told = silenced("check", "specs", "--notes").err
    assert "upplysning OJ502" in told
    assert f"godtas: {REASON}" in told
    (found,) = json.loads(silenced("check", "specs", "--notes", "--format", "json", "--lang", "en").out)
    assert (found["severity"], found["hint"]) == ("note", f"Accepted: {REASON}")


def test_a_log_has_the_result_as_suppressed(silenced: Run) -> None:
    (found,) = valid(silenced("check", "specs", "--format", "sarif").out)["runs"][0]["results"]
    assert (found["ruleId"], found["level"]) == ("OJ502", "warning")
    assert found["suppressions"] == [{"kind": "inSource", "justification": REASON}]


def test_nothing_outside_the_mapping_is_silenced(silenced: Run) -> None:
    edit(Path("specs/2017/missbruk/plan.yaml"), "har en plan.", "har en plan 2017.")
    told = silenced("check", "specs").err
    assert told.count("OJ502") == 1
    assert "plan.yaml" in told


def test_a_silencing_of_nothing_is_a_warning(run: Run) -> None:
    accept(METHOD, "OJ502")
    told = run("check", "specs")
    assert told.status == 0
    assert "varning OJ353" in told.err


def test_an_error_elsewhere_leaves_it_open(run: Run) -> None:
    accept(METHOD, "OJ502")
    edit(Path("specs/2017/missbruk/plan.yaml"), "G6 är Ja", "G66 är Ja")
    assert "OJ353" not in run("check", "specs").err


def test_what_rounds_share_is_judged_only_where_all_rounds_are_read(run: Run) -> None:
    accept(LAWS, "OJ343")
    assert "OJ353" in run("check", "specs/2017").err
    shutil.copytree("specs/2017", "specs/2018")
    assert "OJ353" not in run("check", "specs/2017").err
    assert "OJ353" in run("check", "specs").err


QUESTION = Path("specs/2017/missbruk/frågor/M5.yaml")
DATED = "följdfrågor:\n  a:\n    vid: Nej\n    lyder: Planerar ni det efter 2017?\n    svar:\n      - Ja\n      - Nej\n"
NOT_REPORTED = "    redovisas_inte: den läses för hand\n"
ACCEPTED = f"    godta:\n      OJ502: {REASON}\n"


def with_follow_up(text: str) -> None:
    QUESTION.write_text(QUESTION.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_a_follow_up_accepts_its_own_warnings_only(run: Run) -> None:
    with_follow_up(DATED + NOT_REPORTED)
    assert run("check", "specs").err.count("OJ502") == 1
    with_follow_up(ACCEPTED)
    assert run("check", "specs").err == ""
    edit(QUESTION, "på gruppnivå?", "på gruppnivå 2016?")
    told = run("check", "specs").err
    assert told.count("OJ502") == 1
    assert "2016" in told


def test_an_alternative_in_its_long_form_accepts(run: Run) -> None:
    edit(QUESTION, "inget ärende fanns", "inget ärende fanns 2017")
    assert "OJ502" in run("check", "specs").err
    edit(
        QUESTION,
        "  - Ej aktuellt: inget ärende fanns 2017\n",
        "  - Ej aktuellt: inget ärende fanns 2017\n    godta:\n      OJ502: x\n",
    )
    told = run("check", "specs").err
    assert "OJ209" in told
    assert "inled det med etikett" in told
    edit(QUESTION, "Ej aktuellt: inget", "etikett: Ej aktuellt\n    lydelse: Ej aktuellt, inget")
    assert run("check", "specs").err == ""


def test_a_package_of_texts_accepts_its_own_warnings(run: Run) -> None:
    Path("texter").mkdir()
    file = Path("texter/missbruk.yaml")
    file.write_text("texter: 2017/missbruk\nfrågor:\n  M5:\n    lyder: Hur var det 2017?\n", encoding="utf-8")
    assert "OJ502" in run("check", "specs", "--texts", "texter").err
    file.write_text(file.read_text(encoding="utf-8") + f"godta:\n  OJ502: {REASON}\n  OJ514: Fler kommer.\n", encoding="utf-8")
    assert run("check", "specs", "--texts", "texter").err == ""
    edit(file, " 2017?", "?")
    told = run("check", "specs", "--texts", "texter").err
    assert "varning OJ353" in told
    assert told.endswith("\n1 varning\n")


def test_what_the_specs_accept_of_a_replaced_text_is_not_needless(silenced: Run) -> None:
    Path("texter").mkdir()
    file = Path("texter/missbruk.yaml")
    text = "texter: 2017/missbruk\nindikatorer:\n  metod:\n    mått: Kommunen använde metoden.\ngodta:\n  OJ514: Fler kommer.\n"
    file.write_text(text, encoding="utf-8")
    assert silenced("check", "specs", "--texts", "texter").err == ""
