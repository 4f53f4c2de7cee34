"""The import rule and the limits of the code."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent / "ojdsl"
ORDER = (
    "source", "diagnostics", "syntax", "model", "logic", "prose", "checks", "backends", "data", "documents", "verify", "pipeline",
    "testing", "studio", "cli",
)  # fmt: skip
MODULES = sorted(path for path in ROOT.rglob("*.py") if path.parent != ROOT or path.stem in ORDER)
TREES = {path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}
LONGEST, LONGEST_OF = 400, {"pipeline.py": 120, "logic/interpret.py": 80}


def imported(tree: ast.Module) -> Iterator[str]:
    """The modules of ours that a module imports, wherever in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names = [node.module or ""]
        else:
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        yield from (name for name in names if name.split(".")[0] == "ojdsl")


def part(name: str) -> str:
    return name.removesuffix(".py").split("/")[0]


def test_every_module_has_its_place() -> None:
    assert {part(name) for name in TREES} == set(ORDER)


@pytest.mark.parametrize("name", TREES)
def test_a_module_imports_only_from_its_own_folder_or_those_before_it(name: str) -> None:
    allowed = ORDER[: ORDER.index(part(name)) + 1]
    for module in imported(TREES[name]):
        inside = module.split(".")[1:]
        assert not inside or inside[0] in allowed, f"{name} imports {module}"


@pytest.mark.parametrize("name", [name for name in TREES if part(name) != "testing"])
def test_nothing_imports_what_is_for_tests(name: str) -> None:
    assert not any(module.startswith("ojdsl.testing") for module in imported(TREES[name]))


def test_the_plug_in_needs_nothing_of_ours_before_it_meets_specs() -> None:
    """It is imported by every pytest run where ojdsl is installed."""
    code = "import sys, ojdsl.testing.plugin; print(sorted({'hypothesis', 'yaml', 'ojdsl.pipeline'} & sys.modules.keys()))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT.parent, capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


@pytest.mark.parametrize("name", [name for name in TREES if part(name) != "cli" and name != "backends/runtime.py"])
def test_only_the_command_line_prints_writes_and_exits(name: str) -> None:
    forbidden = {"print", "input", "open", "exit", "quit"}
    methods = {"write_text", "write_bytes", "mkdir", "unlink", "replace_file", "rename"}
    modules = {"subprocess", "shutil", "socket", "urllib", "tempfile", "os", "sys"}
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in forbidden, f"{name}:{node.lineno}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            assert node.func.attr not in methods, f"{name}:{node.lineno}"
        if isinstance(node, ast.Import):
            assert not {alias.name.split(".")[0] for alias in node.names} & modules, f"{name}:{node.lineno}"


@pytest.mark.parametrize("name", TREES)
def test_modules_are_short(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST_OF.get(name, LONGEST), f"{name} has {lines} lines"


@pytest.mark.parametrize("name", TREES)
def test_no_fault_is_swallowed(name: str) -> None:
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, f"{name}:{node.lineno}: a bare except"
            assert not all(isinstance(inner, ast.Pass) for inner in node.body), f"{name}:{node.lineno}: except: pass"


def test_meaning_shares_nothing_with_the_logic_but_the_trees() -> None:
    assert set(imported(TREES["logic/interpret.py"])) == {"ojdsl.model.nodes"}


@pytest.mark.parametrize("name", TREES)
def test_public_functions_and_modules_say_what_they_do(name: str) -> None:
    tree = TREES[name]
    assert name.endswith("__init__.py") or ast.get_docstring(tree), name
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and len(node.body) > 3:
            assert ast.get_docstring(node), f"{name}: {node.name}"
