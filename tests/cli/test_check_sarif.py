"""`ojdsl check --format sarif`: the log on standard output, whatever is found."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run, edit
from tests.diagnostics.test_sarif import valid


def test_the_command_writes_the_log_to_standard_output(run: Run) -> None:
    silent = run("check", "specs", "--format", "sarif")
    assert (silent.status, silent.err, valid(silent.out)["runs"][0]["results"]) == (0, "", [])
    edit(Path("specs/2017/missbruk/metod.yaml"), "M5 är Nej", "M55 är Nej")
    told = run("check", "specs", "--format", "sarif", "--lang", "en")
    (found,) = valid(told.out)["runs"][0]["results"]
    assert (told.status, told.err, found["ruleId"]) == (1, "", "OJ301")
    assert found["message"]["text"].startswith("There is no question M55.")
