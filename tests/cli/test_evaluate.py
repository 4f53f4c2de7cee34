"""`ojdsl sample` and `ojdsl evaluate`: files, exit status, and nothing written on errors."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run, edit, files_below

AREA = "specs/2017/missbruk"


@pytest.fixture
def answers(run: Run) -> Path:
    """Made-up answers of both units."""
    assert run("sample", AREA, "-o", "svar.csv").status == 0
    return Path("svar.csv")


def test_sample_is_the_same_for_the_same_seed(run: Run, answers: Path) -> None:
    first = answers.read_bytes()
    assert run("sample", AREA, "-o", "igen.csv", "--seed", "1").err == "Påhittade svar i igen.csv\n"
    run("sample", AREA, "-o", "annan.csv", "--seed", "2")
    assert Path("igen.csv").read_bytes() == first != Path("annan.csv").read_bytes()


def test_results_are_written(run: Run, answers: Path) -> None:
    result = run("evaluate", AREA, str(answers), "-o", "ut")
    assert (result.status, result.out) == (0, "")
    assert "2 av 2 enheter har svarat. Resultatet finns i ut" in result.err
    assert {"utfall.csv", "andelar.csv", "publicering/andelar.csv", "resultat.xlsx"} <= set(files_below(Path("ut")))
    assert not list(Path("ut").rglob(".ojdsl*"))


def test_no_workbook(run: Run, answers: Path) -> None:
    assert run("evaluate", AREA, str(answers), "-o", "ut", "--no-workbook").status == 0
    assert "resultat.xlsx" not in files_below(Path("ut"))


def test_the_internal_workbook_is_asked_for_and_stays_out_of_what_is_published(run: Run, answers: Path) -> None:
    run("evaluate", AREA, str(answers), "-o", "utan")
    assert "internt.xlsx" not in files_below(Path("utan"))
    assert run("evaluate", AREA, str(answers), "-o", "ut", "--internal").status == 0
    with_, without = files_below(Path("ut")), files_below(Path("utan"))
    assert set(with_) - set(without) == {"internt.xlsx"}
    assert {name: with_[name] for name in without if name != "om_resultatet.json"} == {
        name: without[name] for name in without if name != "om_resultatet.json"
    }
    assert "internt.xlsx" in json.loads(with_["om_resultatet.json"])["files"]
    run("evaluate", AREA, str(answers), "-o", "bara", "--internal", "--no-workbook")
    assert {name for name in files_below(Path("bara")) if name.endswith(".xlsx")} == {"internt.xlsx"}


def test_a_workbook_of_an_earlier_run_is_not_left_beside_newer_results(run: Run, answers: Path) -> None:
    run("evaluate", AREA, str(answers), "-o", "ut", "--internal")
    result = run("evaluate", AREA, str(answers), "-o", "ut")
    assert "ut/internt.xlsx från en tidigare körning är borttagen" in result.err
    assert not Path("ut/internt.xlsx").exists()
    result = run("evaluate", AREA, str(answers), "-o", "ut")
    assert "internt" not in result.err


@pytest.mark.parametrize("about", [None, "{", '{"files": []}', "[]"])
def test_a_workbook_that_somebody_has_changed_is_left_and_named(run: Run, answers: Path, about: str | None) -> None:
    run("evaluate", AREA, str(answers), "-o", "ut", "--internal")
    if about is None:
        Path("ut/internt.xlsx").write_bytes(b"changed")
    else:
        Path("ut/om_resultatet.json").write_text(about, encoding="utf-8")
    result = run("evaluate", AREA, str(answers), "-o", "ut")
    assert result.status == 0
    assert "ut/internt.xlsx är äldre än det nya resultatet" in result.err
    assert Path("ut/internt.xlsx").exists()


def test_errors_in_answers_are_all_told_and_nothing_is_written(run: Run, answers: Path) -> None:
    lines = answers.read_text(encoding="utf-8").splitlines()
    answers.write_text(
        "\n".join([lines[0], lines[1].replace("0114", "9999"), lines[2].replace("2584", "8888")]), encoding="utf-8"
    )
    result = run("evaluate", AREA, str(answers), "-o", "ut")
    assert result.status == 1
    assert result.err.count("fel OJ616") == 2
    assert result.err.endswith("Inget skrevs.\n")
    assert not Path("ut").exists()


def test_errors_in_specs_come_first(run: Run, answers: Path) -> None:
    edit(Path(AREA) / "metod.yaml", "M5 är Nej", "M55 är Nej")
    result = run("evaluate", AREA, str(answers), "-o", "ut")
    assert result.status == 1
    assert "OJ301" in result.err
    assert not Path("ut").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((AREA, "finnsinte.csv", "-o", "ut"), "finnsinte.csv: finns inte."),
        ((AREA, "specs", "-o", "ut"), "specs: går inte att läsa."),
        (("finnsinte", "svar.csv", "-o", "ut"), "finnsinte: finns inte."),
        ((AREA, "svar.csv", "-o", "svar.csv"), "går inte att skriva."),
        ((AREA, "svar.csv", "-o", "svar.csv/ut"), "går inte att skriva."),
        ((AREA, "svar.csv"), "saknas"),
        ((AREA,), "SVAR saknas"),
    ],
)
def test_wrong_usage_and_wrong_paths(run: Run, answers: Path, arguments: tuple[str, ...], words: str) -> None:
    before = answers.read_bytes()
    result = run("evaluate", *arguments)
    assert (result.status, result.out) == (2, "")
    assert words in result.err
    assert answers.read_bytes() == before


def test_a_missing_extra_is_named(run: Run, answers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    result = run("evaluate", AREA, str(answers), "-o", "ut")
    assert result.status == 2
    assert "ojdsl[excel]" in result.err
    assert not Path("ut").exists()


def test_a_sample_that_cannot_be_written(run: Run) -> None:
    result = run("sample", AREA, "-o", "specs")
    assert result.status == 2
    assert "specs: går inte att skriva." in result.err


def test_several_areas_are_too_many(run: Run, project: Path) -> None:
    other = project / "specs/2017/annat"
    other.mkdir()
    text = (project / AREA / "område.yaml").read_text(encoding="utf-8")
    for part in ("  - samordning\n", "  - plan\n", "  - metod\n", "bakgrundsmått:\n", "  - tid\n"):
        text = text.replace(part, "")
    text = text.replace("indikatorer:", "indikatorer: []").replace("missbruk", "annat").replace("sektion: M", "sektion: A")
    (other / "område.yaml").write_text(text, encoding="utf-8")
    result = run("sample", "specs/2017", "-o", "svar.csv")
    assert result.status == 2
    assert "flera områden" in result.err
