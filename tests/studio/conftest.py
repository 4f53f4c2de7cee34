"""The preview of the small specs of `tests/diagnostics/base`, as they are and with faults, without a server."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache

import pytest
from starlette.testclient import TestClient

from ojdsl import pipeline
from ojdsl.studio.app import Studio, application
from ojdsl.studio.guard import hosts_of
from ojdsl.studio.view import Reading, reading
from tests.diagnostics.cases import AREA, base_files

PORT = 8170
TIME = datetime(2026, 11, 25, 14, 5, 9)
METHOD = f"{AREA}/metod.yaml"
QUESTION = f"{AREA}/frågor/M5.yaml"
CLIENT = {"Origin": f"http://localhost:{PORT}"}


def read(files: Mapping[str, bytes], time: datetime = TIME) -> Reading:
    return reading(pipeline.check(pipeline.read(files), [AREA]), time)


def with_change(name: str, old: str, new: str) -> dict[str, bytes]:
    """The specs with a text of one file changed."""
    text = base_files()[name].decode()
    assert text.count(old) == 1
    return {**base_files(), name: text.replace(old, new).encode()}


def question_text() -> str:
    """The line of M5 with its wording."""
    return next(line for line in base_files()[QUESTION].decode().splitlines() if line.startswith("lyder:"))


@cache
def good() -> Reading:
    return read(base_files())


@cache
def broken() -> Reading:
    return read(with_change(METHOD, "M5 är Nej", "M55 är Nej"), TIME.replace(minute=6))


@pytest.fixture
def studio() -> Studio:
    return Studio(good())


@pytest.fixture
def client(studio: Studio) -> TestClient:
    """Sends what a page of the preview sends."""
    return TestClient(application(studio, hosts_of(PORT)), f"http://localhost:{PORT}", headers=CLIENT)
