"""`--texts`: the same specs in the authority's own words, for check, build and evaluate."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, files_below

AREA = "specs/2017/missbruk"


@pytest.fixture
def texts(project: Path) -> Path:
    folder = project / "texter"
    folder.mkdir()
    (folder / "missbruk.yaml").write_text(
        "texter: 2017/missbruk\nfrågor:\n  M5:\n    lyder: Använde ni metoden?\n", encoding="utf-8"
    )
    return folder


def test_check_says_what_is_missing(run: Run, texts: Path) -> None:
    result = run("check", "specs", "--texts", "texter")
    assert result.status == 0
    assert "varning OJ514: Av 21 texter under ”frågor” saknar textpaketet 20" in result.err
    assert "  --> texter/missbruk.yaml:2:1\n" in result.err


def test_a_text_for_nothing_is_an_error(run: Run, texts: Path) -> None:
    (texts / "fler.yaml").write_text("texter: 2017\nfrågor:\n  M55:\n    lyder: Vad?\n", encoding="utf-8")
    result = run("check", "specs", "--texts", "texter")
    assert result.status == 1
    assert "fel OJ510: " in result.err
    assert "OJ514" not in result.err


def test_build_prints_the_texts(run: Run, texts: Path) -> None:
    assert run("build", "specs", "--texts", "texter", "-o", "ordagrant").status == 0
    assert "Använde ni metoden?" in Path("ordagrant/2017/missbruk/bilaga2.md").read_text(encoding="utf-8")
    made = json.loads(Path("ordagrant/2017/missbruk/katalog.json").read_text(encoding="utf-8"))
    assert [one["text"] for one in made["questions"] if one["id"] == "M5"] == ["Använde ni metoden?"]
    assert run("build", "specs", "-o", "ordagrant", "--check").status == 1
    assert run("build", "specs", "--texts", "texter", "-o", "ordagrant", "--check").status == 0


def test_evaluate_gives_the_same_results(run: Run, texts: Path) -> None:
    run("sample", AREA, "-o", "svar.csv")
    assert run("evaluate", AREA, "svar.csv", "-o", "utan", "--no-workbook").status == 0
    assert run("evaluate", AREA, "svar.csv", "-o", "med", "--no-workbook", "--texts", "texter").status == 0
    without, with_texts = files_below(Path("utan")), files_below(Path("med"))
    assert without.pop("om_resultatet.json") != with_texts.pop("om_resultatet.json")
    for name in ("docx", "html", "md"):  # holds texts, and the fingerprint of the specs with them
        assert without.pop(f"publicering/bilaga1.{name}") != with_texts.pop(f"publicering/bilaga1.{name}")
    assert without == with_texts


@pytest.mark.parametrize(
    ("folder", "words"),
    [("finnsinte", "finns inte."), ("tom", "innehåller inga texter"), ("tom/fil.txt", "innehåller inga texter")],
)
def test_a_folder_without_texts(run: Run, folder: str, words: str) -> None:
    Path("tom").mkdir()
    Path("tom/fil.txt").write_text("text", encoding="utf-8")
    result = run("check", "specs", "--texts", folder)
    assert (result.status, result.out) == (2, "")
    assert words in result.err
