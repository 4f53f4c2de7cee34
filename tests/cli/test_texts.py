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


OLD_NEW = [("Använde ni metoden på gruppnivå?", "Använde ni metoden?"), ("Metoden används", "Vi använder metoden")]


@pytest.fixture
def more_texts(run: Run, texts: Path) -> Run:
    """A package with a question and the name of an indicator; and made-up answers."""
    with (texts / "missbruk.yaml").open("a", encoding="utf-8") as file:
        file.write(f"indikatorer:\n  metod:\n    namn: {OLD_NEW[1][1]}\n    kortnamn: {OLD_NEW[1][1]}\n")
    run("sample", AREA, "-o", "svar.csv")
    return run


@pytest.mark.parametrize(
    ("command", "changed"),
    [
        (("show", AREA, "metod"), True),
        (("explain", AREA, "svar.csv", "--unit", "0114"), True),
        (("explain", AREA, "svar.csv", "--summary"), True),
        (("explain", AREA, "svar.csv", "--unit", "0114", "--format", "json"), False),
        (("burden", AREA), False),
        (("burden", AREA, "svar.csv", "--format", "json"), False),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_is_printed_differs_in_the_texts_only(more_texts: Run, command: tuple[str, ...], changed: bool) -> None:
    without, with_texts = more_texts(*command), more_texts(*command, "--texts", "texter")
    expected = without.out
    for old, new in OLD_NEW:
        expected = expected.replace(old, new)
    assert (with_texts.status, with_texts.out, with_texts.err) == (0, expected, without.err)
    assert (without.out != with_texts.out) == changed


def test_made_up_answers_are_the_same(more_texts: Run) -> None:
    assert more_texts("sample", AREA, "-o", "med.csv", "--texts", "texter").status == 0
    assert Path("med.csv").read_bytes() == Path("svar.csv").read_bytes()


@pytest.mark.parametrize("command", [("show", AREA, "metod"), ("burden", AREA), ("sample", AREA, "-o", "ny.csv")])
def test_a_faulty_package_stops_a_command(more_texts: Run, texts: Path, command: tuple[str, ...]) -> None:
    (texts / "fler.yaml").write_text("texter: 2017\nfrågor:\n  M55:\n    lyder: Vad?\n", encoding="utf-8")
    result = more_texts(*command, "--texts", "texter")
    assert (result.status, result.out) == (1, "")
    assert "fel OJ510: " in result.err


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
