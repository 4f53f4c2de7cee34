"""Documentation is run: files in the language pages compile, catalogues written by hand are right, commands work."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ojdsl import pipeline
from ojdsl.backends.to_json import catalogue_json
from ojdsl.diagnostics.render import as_text
from tests.real import AREA, ROOT, files

FENCE = re.compile(r"^```(\S+)(?: ([^\n]*))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PAGES = sorted([*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")])
PROJECT_PAGES = [page for page in PAGES if "```yaml fil=" in page.read_text(encoding="utf-8")]


def blocks(page: Path, kind: str) -> list[tuple[str, str]]:
    """The fenced blocks of a kind: what stands after the kind, and the content."""
    return [(words, body) for name, words, body in FENCE.findall(page.read_text(encoding="utf-8")) if name == kind]


@cache
def compiled(page: Path) -> pipeline.Checked:
    """The page's files as a project, with the register of 2017 where it has none."""
    written = {words.removeprefix("fil="): body.encode() for words, body in blocks(page, "yaml") if words.startswith("fil=")}
    register = {name: content for name, content in files().items() if "/register/" in name}
    return pipeline.check(pipeline.read({**register, **written}), [AREA])


def contains(whole: Any, part: Any) -> bool:
    """Whether every key of `part` is in `whole` with the same value."""
    return all(key in whole and whole[key] == value for key, value in part.items())


def test_there_are_pages_to_run() -> None:
    assert ROOT / "docs" / "spraket" / "01-svara-fall.md" in PROJECT_PAGES


@pytest.mark.parametrize("page", PROJECT_PAGES, ids=lambda page: page.stem)
def test_the_files_of_a_page_compile_in_silence(page: Path) -> None:
    checked = compiled(page)
    assert not checked.faults, "\n".join(map(as_text, checked.faults))
    assert pipeline.build(checked.catalogues[AREA])


@pytest.mark.parametrize("page", [page for page in PROJECT_PAGES if blocks(page, "json")], ids=lambda page: page.stem)
def test_the_catalogue_of_a_page(page: Path) -> None:
    made = json.loads(catalogue_json(compiled(page).catalogues[AREA]))
    compared = 0
    for words, body in blocks(page, "json"):
        assert words == "katalog"
        written = json.loads(body)
        for cell in written["cells"]:
            (found,) = [one for one in made["cells"] if one["column"] == cell["column"]]
            assert contains(found, cell), (found, cell)
            compared += 1
        for indicator in written["indicators"]:
            (found,) = [one for one in made["indicators"] if one["id"] == indicator["id"]]
            assert contains(found, indicator), (found, indicator)
            compared += 1
        for name, rule in written["rules"].items():
            (found,) = [one for one in made["indicators"] if one["id"] == name]
            assert [{"outcome": clause["outcome"], "when": clause["when"]} for clause in found["rule"]] == rule
            compared += 1
    assert compared >= 10


COMMANDS = [
    pytest.param(page, line, id=f"{page.name}: {line}")
    for page in PAGES
    for words, body in blocks(page, "bash")
    if "kör" in words.split()
    for line in body.splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("page", "line"), COMMANDS)
def test_commands_marked_as_runnable_run(page: Path, line: str, tmp_path: Path) -> None:
    """A ```bash kör block: each line is a command that succeeds from the root of the repository; /tmp is a new folder."""
    words = [word.replace("/tmp", str(tmp_path)) for word in line.split()]  # noqa: S108 (replaced, not used)
    start = {"ojdsl": [sys.executable, "-m", "ojdsl"], "python": [sys.executable]}.get(words[0], words[:1])
    place = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run([*start, *words[1:]], cwd=ROOT, env=place, capture_output=True, check=False)
    assert run.returncode == 0, f"{page.name}: {line}\n{run.stderr.decode()}"


def test_links_within_the_documentation_lead_somewhere() -> None:
    broken = []
    for page in PAGES:
        text = FENCE.sub("", page.read_text(encoding="utf-8"))
        for target in re.findall(r"\]\(([^)\s#]+)(?:#[^)]*)?\)", text):
            if "://" not in target and not target.startswith("mailto:") and not (page.parent / target).exists():
                broken.append(f"{page.relative_to(ROOT)}: {target}")
    assert not broken
