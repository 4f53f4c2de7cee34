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
