"""`ojdsl check`: silence, faults on standard error, JSON on standard output, languages, paths, wrong paths."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Result, Run, edit
from tests.real import ROOT

METHOD = Path("specs/2017/missbruk/metod.yaml")


@pytest.mark.parametrize("path", ["specs", "specs/2017", "specs/2017/missbruk", "./specs/../specs/2017"])
def test_silence_when_all_is_right(run: Run, path: str) -> None:
    assert run("check", path) == Result(0, "", "")


def test_silence_on_the_real_catalogue(run: Run) -> None:
    assert run("check", str(ROOT / "specs")) == Result(0, "", "")


def test_an_error_is_told_on_standard_error(run: Run) -> None:
    edit(METHOD, "M5 är Nej", "M55 är Nej")
    result = run("check", "specs")
    assert (result.status, result.out) == (1, "")
    assert result.err.startswith("fel OJ301: Det finns ingen fråga M55.\n  --> specs/2017/missbruk/metod.yaml:15:8\n")
    assert result.err.endswith("\n\n1 fel\n")


def test_a_warning_is_no_failure(run: Run) -> None:
    edit(METHOD, "mått: Kommunen använde metoden.", "mått: Kommunen använde metoden 2017.")
    result = run("check", "specs")
    assert result.status == 0
    assert result.err.startswith("varning OJ502: ")
    assert result.err.endswith("\n1 varning\n")


def test_a_broken_file_is_an_error_of_specs(run: Run) -> None:
    edit(METHOD, "typ: Struktur", "typ: [Struktur")
    assert run("check", "specs").status == 1


def test_json_has_the_agreed_keys_and_columns_in_code_points(run: Run) -> None:
    edit(METHOD, 'M5 är "Ja, för alla"', 'M5 är "😀Ja för alla"')
    METHOD.write_bytes(b"\xef\xbb\xbf" + METHOD.read_bytes().replace(b"\n", b"\r\n"))
    result = run("check", "specs", "--format", "json")
    (fault,) = json.loads(result.out)
    assert (result.status, result.err) == (1, "")
    assert list(fault) == [
        *("code", "severity", "file", "line", "column", "end_line", "end_column", "message", "hint", "counterexample")
    ]
    assert fault["code"] == "OJ302"
    assert fault["severity"] == "error"
    assert fault["file"] == "specs/2017/missbruk/metod.yaml"
    assert [fault[key] for key in ("line", "column", "end_line", "end_column")] == [13, 14, 13, 26]
    assert fault["counterexample"] is None


def test_json_has_a_counterexample(run: Run) -> None:
    edit(METHOD, "  Nej: M5 är Nej\n", "")
    result = run("check", "specs", "--format", "json")
    gap = next(fault for fault in json.loads(result.out) if fault["code"] == "OJ420")
    assert gap["counterexample"] == {"columns": {"M5": "Nej"}, "text": "M5  Nej"}


def test_json_of_no_faults_is_an_empty_list(run: Run) -> None:
    assert run("check", "specs", "--format", "json").out == "[]\n"


@pytest.mark.parametrize(
    ("arguments", "environment", "words"),
    [
        ((), "", "fel OJ301: Det finns ingen fråga"),
        (("--lang", "en"), "", "error OJ301: There is no question"),
        ((), "en", "error OJ301: There is no question"),
        (("--lang", "sv"), "en", "fel OJ301: Det finns ingen fråga"),
    ],
)
def test_languages(run: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], environment: str, words: str) -> None:
    monkeypatch.setenv("OJDSL_LANG", environment)
    edit(METHOD, "M5 är Nej", "M55 är Nej")
    assert words in run("check", "specs", *arguments).err


@pytest.mark.parametrize(
    ("folder", "argument", "shown"),
    [
        ("specs", ".", "2017/missbruk/metod.yaml"),
        ("specs/2017/missbruk", ".", "metod.yaml"),
        ("specs/gemensamt", "..", "../2017/missbruk/metod.yaml"),
    ],
)
def test_paths_are_shown_from_where_the_command_runs(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch, folder: str, argument: str, shown: str
) -> None:
    edit(METHOD, "M5 är Nej", "M55 är Nej")
    monkeypatch.chdir(project / folder)
    assert f"  --> {shown}:15:8\n" in run("check", argument).err


def test_two_areas_may_be_named_at_once(run: Run) -> None:
    assert run("check", "specs/2017/missbruk", "specs/2017").status == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("check", "finnsinte"), "finnsinte: finns inte."),
        (("check", "specs/2017/omgång.yaml"), "är ingen mapp"),
        (("check", "specs/gemensamt"), "innehåller inget område"),
        (("check", "."), "ligger inte bland specifikationer"),
        (("check",), "MAPP... saknas"),
        (("check", "specs", "--finnsinte"), "flaggan --finnsinte finns inte"),
        (("check", "specs", "--format", "xml"), "--format kan inte vara så"),
        (("finnsinte",), "finnsinte"),
        (("check", "finnsinte", "--lang", "en"), "finnsinte: does not exist."),
    ],
)
def test_wrong_usage_and_wrong_paths(run: Run, arguments: tuple[str, ...], words: str) -> None:
    result = run(*arguments)
    assert (result.status, result.out) == (2, "")
    assert words in result.err


def test_an_unreadable_file(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refused)
    result = run("check", "specs")
    assert (result.status, result.out) == (2, "")
    assert "går inte att läsa." in result.err


def test_no_arguments_is_help(run: Run) -> None:
    result = run()
    assert result.status == 2
    assert "Kommandon" in result.out + result.err


def test_help_and_version(run: Run) -> None:
    assert "Så här: ojdsl check" in run("check", "--help").out
    assert run("--version").out.startswith("ojdsl ")
