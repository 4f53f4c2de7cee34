"""`ojdsl new`: skeletons in the right place, of which check says what remains to be written and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ojdsl.source import Source
from ojdsl.syntax.fields import Keys
from ojdsl.syntax.read_indicator import INDICATOR
from ojdsl.syntax.read_questions import QUESTION
from ojdsl.syntax.skeleton import indicator_skeleton, question_skeleton
from ojdsl.syntax.yaml_tree import Mapping, read_yaml
from tests.cli.conftest import Run, edit, files_below

AREA = "specs/2017/missbruk"
LIST = Path(AREA, "område.yaml")


def lines_to_write(path: Path) -> list[int]:
    """The lines with a key, or a hyphen, and no value."""
    rows = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    return [number for number, row in rows if "  #" in row and not row.lstrip().startswith("#")]


def told(run: Run) -> list[tuple[str, str, int]]:
    return [(fault["code"], fault["file"], fault["line"]) for fault in json.loads(run("check", "specs", "--format", "json").out)]


@pytest.mark.parametrize(("text", "keys"), [(indicator_skeleton("a"), INDICATOR), (question_skeleton("G1"), QUESTION)])
def test_a_skeleton_has_the_required_keys_and_names_the_others(text: str, keys: Keys) -> None:
    tree, faults = read_yaml(Source("a.yaml", text))
    assert not faults
    assert isinstance(tree, Mapping)
    assert sorted(key.value for key, _ in tree.items) == sorted(keys.required)
    assert text.rpartition("Får också stå: ")[2] == ", ".join(keys.optional) + "\n"


def test_check_tells_what_remains_of_an_indicator(run: Run) -> None:
    result = run("new", "indicator", AREA, "ny_sak")
    path = Path(AREA, "ny_sak.yaml")
    assert (result.status, result.out) == (0, "")
    assert result.err.startswith(f"{path.as_posix()} är påbörjad.")
    assert LIST.as_posix() in result.err
    edit(LIST, "  - metod\n", "  - metod\n  - ny_sak\n")
    empty = lines_to_write(path)
    rule = next(number for number, row in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if row.startswith("  Ja:"))
    assert told(run) == [("OJ205", path.as_posix(), empty[0]), ("OJ402", path.as_posix(), rule)]
    assert len(empty) == 10
    said = run("check", "specs").err
    assert all(f"{path.as_posix()}:{line}:" in said for line in empty)
    assert "Det saknas text vid ”namn”, ”kortnamn”, ”verksamhet”," in said


def test_an_indicator_that_is_not_listed_is_told(run: Run) -> None:
    run("new", "indicator", AREA, "ny_sak")
    assert "OJ312" in {code for code, _, _ in told(run)}


def test_a_filled_indicator_is_silent(run: Run) -> None:
    run("new", "indicator", AREA, "ny_sak")
    path = Path(AREA, "ny_sak.yaml")
    edit(LIST, "  - metod\n", "  - metod\n  - ny_sak\n")
    other = dict(row.split(": ", 1) for row in Path(AREA, "metod.yaml").read_text(encoding="utf-8").splitlines() if ": " in row)
    written = []
    for row in path.read_text(encoding="utf-8").splitlines():
        key = row.partition(":")[0]
        if "  #" in row and row.startswith("  Ja"):
            row = '  Ja: M5 är "Ja, för alla"\n  Ej aktuellt: M5 är Ej aktuellt'
        elif "  #" in row:
            row = "  - Socialtjänst" if row.startswith("  -") else f"{key}: {other[key]}"
        written.append(row.replace("Ja/Nej", "Ja/Nej/Ej aktuellt"))
    path.write_text("\n".join(written) + "\n", encoding="utf-8")
    assert told(run) == []


@pytest.mark.parametrize(("name", "path"), [("M8", f"{AREA}/frågor/M8.yaml"), ("G10.1", "specs/2017/frågor/G10.1.yaml")])
def test_a_question_goes_where_its_section_belongs(run: Run, name: str, path: str) -> None:
    result = run("new", "question", AREA, name)
    assert result.status == 0
    assert result.err.startswith(f"{path} är påbörjad.")
    (line,) = lines_to_write(Path(path))
    assert told(run) == [("OJ205", path, line)]


@pytest.mark.parametrize(
    ("kind", "name", "words"),
    [
        ("indicator", "metod", "metod finns redan, i specs/2017/missbruk/metod.yaml"),
        ("indicator", "Ny", "kan inte vara en indikators namn"),
        ("indicator", "../ny", "kan inte vara en indikators namn"),
        ("question", "G2", "G2 finns redan, i specs/2017/frågor/G2.yaml"),
        ("question", "M9b", "Skriv den under följdfrågor i filen för M9."),
        ("question", "Q1", "hör varken till omgångens eller områdets sektion (G, M)"),
        ("question", "m1", "kan inte vara en frågas namn"),
        ("indikator", "ny", "kan inte vara så"),
    ],
)
def test_a_name_that_cannot_be(run: Run, project: Path, kind: str, name: str, words: str) -> None:
    before = files_below(project)
    result = run("new", kind, AREA, name)
    assert (result.status, result.out) == (2, "")
    assert words in result.err
    assert files_below(project) == before


def test_a_file_that_is_there_is_left_alone(run: Run) -> None:
    """Even one that gives another name, or that cannot be read."""
    Path(AREA, "ny.yaml").write_text("[", encoding="utf-8")
    result = run("new", "indicator", AREA, "ny")
    assert (result.status, result.out) == (2, "")
    assert "ny.yaml: finns redan och lämnas som den är." in result.err
    assert Path(AREA, "ny.yaml").read_text(encoding="utf-8") == "["


def test_the_folder_must_be_of_one_area(run: Run) -> None:
    assert run("new", "question", "specs/gemensamt", "G9").status == 2
    assert run("new", "question", "finnsinte", "G9", "--lang", "en").err == "finnsinte: does not exist.\n"
