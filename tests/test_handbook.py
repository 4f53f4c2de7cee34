"""The handbook is played: each chapter from its first line to its last, in a fresh folder, as a reader who does all it says.

A chapter starts in a folder `ojdsl` that holds `specs/`. Its blocks are carried out in order:

- ```console: the lines after `$ ` are commands, and below each stands what it prints. A line `…` stands for any lines. The last
  command ends with 0, or with what `status=` says.
- ```yaml ny fil=PATH writes a file; ```diff fil=PATH changes one, as in `diagnostics/cases.py`.
- ```text ur fil=PATH shows lines of a file, in its order, with `…` between them; with `rader=1-3` exactly those lines.

Paths are those of the folder where the commands are (after `cd`), and each is also named in the text, for a reader sees no more.
OJDSL_ACCEPT=1 writes what commands print and what numbered lines hold.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.diagnostics.cases import _changed
from tests.real import ROOT

FOLDER = ROOT / "docs" / "handbok"
CHAPTERS = sorted(FOLDER.glob("0*.md"))
CUT = "…\n"
_BLOCK = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ ([^\n]*)\n((?:(?!\$ )[^\n]*\n)*)", re.MULTILINE)


@dataclass
class Reader:
    """Someone who has done what the chapter says so far."""

    home: Path
    folder: Path
    status: int = 0

    def run(self, command: str) -> str:
        """What a command prints, both streams as a reader sees them."""
        place = self.home / "place"
        env = {**os.environ, "PYTHONPATH": str(ROOT), "PATH": f"{self.home / 'bin'}{os.pathsep}{os.environ['PATH']}"}
        env.pop("OJDSL_LANG", None)
        line = f"(exit {self.status})\n{command}\nstatus=$?; pwd > '{place}'; exit $status"
        done = subprocess.run(
            ["bash", "-c", line],
            cwd=self.folder,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        self.status = done.returncode
        self.folder = Path(place.read_text(encoding="utf-8").strip())
        return done.stdout

    def play(self, kind: str, words: str, body: str) -> str:
        """The block as it should stand."""
        facts = dict(word.split("=", 1) for word in words.split() if "=" in word)
        file = self.folder / facts.get("fil", "")
        if kind == "console":
            body = _COMMAND.sub(lambda found: f"$ {found[1]}\n{_shaped(self.run(found[1]), found[2])}", body)
            assert self.status == int(facts.get("status", 0)), body
        elif kind == "diff":
            file.write_text(_changed(file.read_text(encoding="utf-8"), body), encoding="utf-8")
        elif "ny" in words.split():
            assert not file.exists(), f"{file} is not new"
            file.write_text(body, encoding="utf-8")
        elif "rader" in facts:
            first, last = map(int, facts["rader"].split("-"))
            body = "".join(file.read_text(encoding="utf-8").splitlines(keepends=True)[first - 1 : last])
        elif "ur" in words.split():
            assert _in_order(body.split(CUT), "\n" + file.read_text(encoding="utf-8")), f"{file} does not hold\n{body}"
        return body


def _shaped(printed: str, written: str) -> str:
    """What was printed, cut where the page cuts it."""
    if CUT not in written:
        return printed
    before, after = (part.count("\n") for part in written.split(CUT))
    lines = printed.splitlines(keepends=True)
    assert len(lines) > before + after, f"too short to cut:\n{printed}"
    return "".join([*lines[:before], CUT, *lines[len(lines) - after :]])


def _in_order(parts: list[str], text: str) -> bool:
    at = 0
    for part in parts:
        at = text.find("\n" + part, at)
        if at < 0:
            return False
        at += len(part)
    return True


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    program = tmp_path / "bin" / "ojdsl"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\nexec '{sys.executable}' -m ojdsl \"$@\"\n", encoding="utf-8")
    program.chmod(0o755)
    shutil.copytree(ROOT / "specs", tmp_path / "ojdsl" / "specs")
    return Reader(tmp_path, tmp_path / "ojdsl")


def test_there_are_eight_chapters_and_a_page_of_contents() -> None:
    contents = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert len(CHAPTERS) == 8
    assert all(f"]({chapter.name})" in contents for chapter in CHAPTERS)


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.stem)
def test_a_chapter_can_be_followed(chapter: Path, reader: Reader) -> None:
    text = chapter.read_text(encoding="utf-8")

    def played(block: re.Match[str]) -> str:
        for path in re.findall(r"fil=(\S+)", block[2]):
            assert f"`{path}`" in text[: block.start()], f"the text names no {path}"
        return f"```{block[1]}{block[2]}\n{reader.play(block[1], block[2], block[3])}```"

    now = _BLOCK.sub(played, text)
    if os.environ.get("OJDSL_ACCEPT"):
        chapter.write_text(now, encoding="utf-8")
    assert now == text or os.environ.get("OJDSL_ACCEPT")


def test_the_set_up_is_that_of_the_project() -> None:
    """What cannot be played without a network: the environment, and the extra that is installed in it."""
    (block,) = [body for kind, _, body in _BLOCK.findall(CHAPTERS[0].read_text(encoding="utf-8")) if kind == "bash"]
    make, activate, install = block.splitlines()
    assert make in (ROOT / "README.md").read_text(encoding="utf-8")
    assert activate == "source .venv/bin/activate"
    extra = re.fullmatch(r'pip install -e "\.\[(\w+)\]"', install)
    assert extra
    assert extra[1] in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
