"""`ojdsl build`: what is written, where, and what `--check` says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run, edit, files_below

BUILT = Path("generated/2017/missbruk")
METHOD = Path("specs/2017/missbruk/metod.yaml")


def test_build_writes_every_product_beside_the_specs(run: Run) -> None:
    result = run("build", "specs")
    assert (result.status, result.out) == (0, "")
    assert f"filer i {BUILT.as_posix()}" in result.err
    assert {"bilaga2.md", "bilaga2.html", "evaluator.py", "katalog.json"} <= set(files_below(BUILT))


def test_build_from_another_folder_writes_the_same(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("build", "specs")
    here = files_below(project / "generated")
    monkeypatch.chdir(project / "specs" / "2017")
    assert run("build", "missbruk", "-o", str(project / "annan")).status == 0
    assert files_below(project / "annan") == here


def test_building_twice_changes_nothing(run: Run, project: Path) -> None:
    run("build", "specs")
    first = files_below(project / "generated")
    run("build", "specs")
    assert files_below(project / "generated") == first


def test_check_is_silent_when_all_is_built(run: Run) -> None:
    run("build", "specs")
    result = run("build", "specs", "--check")
    assert (result.status, result.out, result.err) == (0, "", "")


def test_check_tells_what_is_stale_missing_and_extra(run: Run, project: Path) -> None:
    run("build", "specs")
    (BUILT / "bilaga2.md").write_text("gammal", encoding="utf-8")
    (BUILT / "katalog.json").unlink()
    (BUILT / "extra.txt").write_text("", encoding="utf-8")
    before = files_below(project)
    result = run("build", "specs", "--check")
    assert result.status == 1
    for code, name in (("OJ701", "bilaga2.md"), ("OJ702", "katalog.json"), ("OJ703", "extra.txt")):
        assert f"fel {code}: {name} " in result.err
        assert f"  --> {BUILT.as_posix()}/{name}:1:1\n" in result.err
    assert files_below(project) == before


def test_nothing_is_written_when_specs_have_errors(run: Run, project: Path) -> None:
    edit(METHOD, "M5 är Nej", "M55 är Nej")
    result = run("build", "specs")
    assert result.status == 1
    assert "OJ301" in result.err
    assert not (project / "generated").exists()


def test_no_temporary_files_are_left_and_stale_ones_are_cleared(run: Run) -> None:
    BUILT.mkdir(parents=True)
    (BUILT / ".ojdsl-99999.tmp").write_text("halv", encoding="utf-8")
    run("build", "specs")
    assert not list(BUILT.glob(".*"))


def test_an_output_that_is_a_file(run: Run, project: Path) -> None:
    (project / "fil").write_text("min", encoding="utf-8")
    result = run("build", "specs", "-o", "fil")
    assert result.status == 2
    assert "går inte att skriva" in result.err
    assert (project / "fil").read_text(encoding="utf-8") == "min"


def test_a_product_that_is_a_folder(run: Run) -> None:
    (BUILT / "katalog.json").mkdir(parents=True)
    result = run("build", "specs")
    assert result.status == 2
    assert not list(BUILT.glob(".*"))
