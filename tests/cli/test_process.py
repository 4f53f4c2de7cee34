"""What only shows in a process of its own: exit status, streams, interrupts and closed pipes, never a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run, edit
from tests.interrupts import heeded
from tests.real import ROOT

COMMAND = [sys.executable, "-m", "ojdsl"]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def test_status_and_streams(project: Path) -> None:
    good = subprocess.run([*COMMAND, "check", "specs"], capture_output=True, env=environment(), check=False)
    assert (good.returncode, good.stdout, good.stderr) == (0, b"", b"")
    edit(project / "specs/2017/missbruk/metod.yaml", "M5 är Nej", "M55 är Nej")
    bad = subprocess.run([*COMMAND, "check", "specs"], capture_output=True, env=environment(), check=False)
    assert (bad.returncode, bad.stdout) == (1, b"")
    assert bad.stderr.decode().startswith("fel OJ301")


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_closed_pipe_is_no_traceback(project: Path, stream: str) -> None:
    edit(project / "specs/2017/missbruk/metod.yaml", "M5 är Nej", "M55 är Nej")
    reader, writer = os.pipe()
    os.close(reader)
    form = "json" if stream == "stdout" else "text"
    closed = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, stream: writer}
    arguments = [*COMMAND, "check", "specs", "--format", form]
    with subprocess.Popen(arguments, env=environment(), stdout=closed["stdout"], stderr=closed["stderr"]) as process:
        os.close(writer)
        out, err = process.communicate(timeout=30)
    assert process.returncode == 1
    assert b"Traceback" not in (out or b"") + (err or b"")
    assert b"Exception ignored" not in (err or b"")


def test_an_interrupt(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ojdsl.cli.specs.read_specs", interrupted)
    result = run("check", "specs", "--lang", "en")
    assert (result.status, result.out, result.err.lstrip()) == (130, "", "Interrupted.\n")


def test_an_interrupt_from_the_keyboard(project: Path) -> None:
    fifo = project / "specs/2017/missbruk/svar"
    os.mkfifo(fifo)  # the command waits for answers that never come
    arguments = ["evaluate", "specs/2017/missbruk", str(fifo), "-o", "ut"]
    with heeded():
        started = subprocess.Popen([*COMMAND, *arguments], env=environment(), stderr=subprocess.PIPE)
    with started as process:
        answers = os.open(fifo, os.O_WRONLY)  # returns when the command has opened it
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
        os.close(answers)
    assert process.returncode == 130
    assert err.decode().strip() == "Avbrutet."
