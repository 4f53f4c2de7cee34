"""evaluator.py: alone, from anywhere, with nothing but the standard library, it gives what `ojdsl evaluate` gives."""

from __future__ import annotations

import ast
import csv
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from ojdsl import __version__, pipeline
from ojdsl.backends import runtime
from ojdsl.prose.rule import clause_text
from tests.real import AREA, ROOT, catalogue, checked


@cache
def products() -> dict[str, bytes]:
    return pipeline.build(checked().catalogues[AREA])


def source() -> str:
    return products()["evaluator.py"].decode()


def ojdsl(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "ojdsl", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=True)


def alone(folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    """The evaluator run by an isolated Python in a folder of its own."""
    (folder / "evaluator.py").write_bytes(products()["evaluator.py"])
    command = [sys.executable, "-I", "evaluator.py", *map(str, arguments)]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False)


def test_it_imports_the_standard_library_only() -> None:
    tree = ast.parse(source())
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert names == {"__future__", "csv", "pathlib", "sys", "unicodedata"}
    assert names - {"__future__"} <= sys.stdlib_module_names


@pytest.mark.parametrize("seed", [1, 7])
def test_it_gives_the_outcomes_of_the_command_byte_for_byte(tmp_path: Path, seed: int) -> None:
    answers, results = tmp_path / "svar.csv", tmp_path / "resultat"
    ojdsl("sample", AREA, "-o", answers, "--seed", str(seed))
    ojdsl("evaluate", AREA, answers, "-o", results, "--no-workbook")
    run = alone(tmp_path, answers)
    assert run.returncode == 0, run.stderr.decode()
    assert run.stderr == b""
    assert run.stdout == (results / "utfall.csv").read_bytes()
    lines = run.stdout.decode().splitlines()
    assert lines[0] == "enhet,indikator,utfall,i_namnare,bortfallsorsak"
    assert len(lines) == 1 + 316 * 30
    reasons = {line["bortfallsorsak"] for line in csv.DictReader(lines)}
    assert reasons == {"", "ej_inkommen", "avbojt_omrade", "obesvarad"}
    assert {line["i_namnare"] for line in csv.DictReader(lines) if line["indikator"] == "tid_forsta_besok"} == {""}


def test_the_order_of_its_lines(tmp_path: Path) -> None:
    columns = ["enhet", *(cell.column for cell in catalogue().cells())]
    (tmp_path / "svar.csv").write_text(",".join(columns) + "\n", encoding="utf-8")
    run = alone(tmp_path, "svar.csv")
    found = [(line["enhet"], line["indikator"]) for line in csv.DictReader(run.stdout.decode().splitlines())]
    assert found == [(unit.code, one.id) for unit in catalogue().round.register.units for one in catalogue().indicators]
    assert {line["bortfallsorsak"] for line in csv.DictReader(run.stdout.decode().splitlines())} == {"ej_inkommen"}


@pytest.mark.parametrize(
    ("arguments", "text", "status", "said"),
    [
        ((), None, 2, "Så här: python evaluator.py svar.csv"),
        (("saknas.csv",), None, 2, "saknas.csv: "),
        (("svar.csv",), "enhet,G1\n0114,Ja\n", 1, "kolumner saknas: "),
        (("svar.csv",), "HEAD\n9999ROW\n", 1, "post 2: enheten '9999' är okänd"),
        (("svar.csv",), "HEAD\n0114ROW\n0114ROW\n", 1, "post 3: enheten '0114'"),
        (("svar.csv",), "HEAD\n0114,Kanske\n", 1, "post 2: enheten"),
    ],
)
def test_wrong_use_and_wrong_files(tmp_path: Path, arguments: tuple[str, ...], text: str | None, status: int, said: str) -> None:
    columns = [cell.column for cell in catalogue().cells()]
    if text is not None:
        whole = text.replace("HEAD", ",".join(("enhet", *columns))).replace("ROW", "," * len(columns))
        (tmp_path / "svar.csv").write_text(whole, encoding="utf-8")
    run = alone(tmp_path, *arguments)
    assert (run.returncode, run.stdout) == (status, b"")
    assert said in run.stderr.decode()
    assert "Traceback" not in run.stderr.decode()


def test_every_function_says_its_name_and_its_rule() -> None:
    functions = {node.name: node for node in ast.parse(source()).body if isinstance(node, ast.FunctionDef)}
    for indicator in catalogue().indicators:
        said = ast.get_docstring(functions[f"utfall_{indicator.id}"]) or ""
        assert said.startswith(indicator.description.name)
        for clause in indicator.clauses:
            assert clause_text(clause, indicator, catalogue()) in said


def test_the_runtime_part_is_copied_whole() -> None:
    text = Path(runtime.__file__).read_text(encoding="utf-8")
    copied = text[text.index("def label(") :].strip()
    assert copied in source()


@pytest.mark.parametrize("written", ["Ja", " Ja\t", "ja", "\xa0Ja"])
def test_an_answer_may_be_a_label_or_a_code_with_white_space(written: str) -> None:
    namespace: dict[str, object] = {"__name__": "prov"}
    exec(compile(source(), "evaluator.py", "exec"), namespace)  # noqa: S102 (our own product)
    evaluate = namespace["evaluate_row"]
    assert callable(evaluate)
    assert evaluate({"G1": written})["socialjour"] == "Ja"
    with pytest.raises(ValueError, match=re.escape("tillåtna är Ja, Nej")):
        evaluate({"G1": "JA"})


def test_products_carry_what_made_them() -> None:
    made_by = catalogue().fingerprint
    assert re.fullmatch("[0-9a-f]{64}", made_by)
    for name, content in products().items():
        assert made_by[:12].encode() in content, name
        assert __version__.encode() in content, name
