"""The README's tour: every command in it runs and prints what stands below it. OJDSL_ACCEPT=1 writes what they print."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.real import ROOT

README = ROOT / "README.md"
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


def run(command: str, folder: Path) -> str:
    """What a command prints, both streams as a reader sees them."""
    program = f"'{sys.executable}' -m ojdsl "
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    env.pop("OJDSL_LANG", None)
    line = re.sub(r"^ojdsl ", lambda _: program, command)
    done = subprocess.run(
        ["bash", "-c", line], cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return done.stdout


def test_the_tour_runs(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "specs", tmp_path / "specs")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
    text = README.read_text(encoding="utf-8")

    def played(block: re.Match[str]) -> str:
        commands = [line[2:] for line in block[1].splitlines() if line.startswith("$ ")]
        return "```console\n" + "".join(f"$ {command}\n{run(command, tmp_path)}" for command in commands) + "```"

    now = _BLOCK.sub(played, text)
    if os.environ.get("OJDSL_ACCEPT"):
        README.write_text(now, encoding="utf-8")
    assert now == text or os.environ.get("OJDSL_ACCEPT")


def test_the_code_shown_is_in_the_products() -> None:
    """Rule, sentence and code of the tour are those of the catalogue."""
    text = README.read_text(encoding="utf-8")
    shown = {kind: re.findall(rf"```{kind}\n(.*?)```", text, re.DOTALL) for kind in ("yaml", "python")}
    assert all(part in (ROOT / "specs/2017/missbruk/samordning.yaml").read_text(encoding="utf-8") for part in shown["yaml"])
    evaluator = (ROOT / "generated/2017/missbruk/evaluator.py").read_text(encoding="utf-8")
    assert all(line in evaluator for part in shown["python"] for line in part.splitlines())
    sentence = "Kommuner som har svarat ”Ej aktuellt” på fråga (G)2 ingår inte."
    assert sentence in text
    assert sentence in (ROOT / "generated/2017/missbruk/bilaga2.md").read_text(encoding="utf-8")
