"""`ojdsl preview` as a process of its own, for the tests that need a real server."""

from __future__ import annotations

import http.client
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.interrupts import heeded
from tests.real import ROOT

AREA = "specs/2017/missbruk"


@dataclass(frozen=True)
class Server:
    process: subprocess.Popen[str]
    address: str

    @property
    def port(self) -> int:
        return int(self.address.rstrip("/").rpartition(":")[2])

    def get(self, path: str = "/") -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()

    def wait_for(self, text: str, path: str = "/", there: bool = True) -> str:
        """The page when it says, or no longer says, a text."""
        until = time.monotonic() + 20
        while time.monotonic() < until:
            page = self.get(path)[1]
            if (text in page) is there:
                return page
            time.sleep(0.05)
        raise AssertionError(f"{'no ' if there else ''}{text!r} in\n{self.get(path)[1]}")

    def stop(self) -> tuple[int, str]:
        """Ctrl-C; the status, and what was printed since the address was."""
        self.process.send_signal(signal.SIGINT)
        _, said = self.process.communicate(timeout=20)
        return self.process.returncode, said


@contextmanager
def preview(folder: Path, *options: str) -> Iterator[Server]:
    """A preview of the area in a folder with `specs`."""
    command = [sys.executable, "-m", "ojdsl", "preview", AREA, *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with heeded():
        started = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
    with started as process:
        try:
            assert process.stderr is not None
            said = process.stderr.readline()
            found = re.search(r"http://127\.0\.0\.1:\d+/", said)
            assert found, said + process.stderr.read()
            yield Server(process, found[0])
        finally:
            process.kill()
