"""`ojdsl build`: what is written, where, and what `--check` says of it."""

from __future__ import annotations

import importlib
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from ojdsl.documents import on_demand
from ojdsl.documents.bilaga2 import bilaga2
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


# --- PDF, when it is asked for ----------------------------------------------------------------------------------------


def test_a_pdf_is_made_on_demand_and_is_not_among_what_must_be_there(run: Run) -> None:
    run("build", "specs")
    before = files_below(BUILT)
    assert not {"bilaga1.pdf", "bilaga2.pdf"} & set(before)
    assert run("build", "specs", "--pdf").status == 0
    after = files_below(BUILT)
    assert all(after.pop(name).startswith(b"%PDF-1.7") for name in ("bilaga1.pdf", "bilaga2.pdf"))
    assert after == before
    assert run("build", "specs", "--check").err == ""


def test_a_pdf_of_other_specs_is_stale(run: Run) -> None:
    run("build", "specs", "--pdf")
    edit(METHOD, "namn: Metoden används\nkortnamn", "namn: Metoden har använts\nkortnamn")
    run("build", "specs")
    result = run("build", "specs", "--check")
    assert result.status == 1
    assert "fel OJ701: bilaga2.pdf är inte den som specifikationerna ger." in result.err
    assert "Kör ojdsl build --pdf." in result.err
    assert result.err.endswith("2 fel\n")


def test_a_pdf_without_its_extra(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    result = run("build", "specs", "--pdf")
    assert result.status == 2
    assert 'ojdsl[pdf]. Skriv i mappen ojdsl: pip install -e ".[pdf]"' in result.err
    assert not (project / "generated").exists()


def test_a_pdf_of_what_no_font_can_show(run: Run, project: Path) -> None:
    edit(METHOD, "Kommunen använde metoden.", "Kommunen använde 🙂 metoden.")
    result = run("build", "specs", "--pdf")
    assert result.status == 1
    assert result.err == (
        "bilaga2.pdf: inget teckensnitt kan visa ”🙂”. Byt ut det i specifikationen, eller bygg utan --pdf.\nInget skrevs.\n"
    )
    assert not (project / "generated").exists()


def test_a_pdf_that_says_less_than_the_specs_is_not_written(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        on_demand, "bilaga2", lambda catalogue: replace(bilaga2(catalogue), blocks=bilaga2(catalogue).blocks[:-2])
    )
    result = run("build", "specs", "--pdf")
    assert result.status == 1
    assert "generated/2017/missbruk/bilaga2.pdf:" in result.err
    assert "fel OJ835: Texten är ändrad" in result.err
    assert not (project / "generated").exists()


def test_a_pdf_is_not_compared(run: Run) -> None:
    result = run("build", "specs", "--check", "--pdf", "--lang", "en")
    assert result.status == 2
    assert "give it without --pdf" in result.err


@pytest.mark.parametrize(
    ("printer", "old", "new", "code"),
    [
        ("to_html", "svarat ”Ja” på fråga (G)6", "svarat ”Nej” på fråga (G)6", "OJ820"),
        ("to_markdown", "Ja, för några / ", "", "OJ826"),
        ("to_markdown", "ger bättre insatser", "ger insatser", "OJ835"),
    ],
)
def test_documents_are_read_before_anything_is_replaced(
    printer: str, old: str, new: str, code: str, run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A printer that loses or changes something is a fault, and what was built before stays whole."""
    assert run("build", "specs").status == 0
    before = files_below(project / "generated")
    module = importlib.import_module(f"ojdsl.documents.{printer}")
    good = getattr(module, printer)
    monkeypatch.setattr(module, printer, lambda document: good(document).replace(old, new))
    edit(project / "specs/2017/missbruk/metod.yaml", "för alla.", "för alla i kommunen.")
    result = run("build", "specs")
    assert (result.status, code in result.err) == (1, True), result.err
    assert files_below(project / "generated") == before
