"""A real Chromium, and pages in it. A tool that is missing is a counted skip; under CI it is a failure."""

from __future__ import annotations

import importlib
import os
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NoReturn

import pytest

from ojdsl.documents.to_form_html import to_form_html
from tests import real

Page = Any  # playwright's types: it is a tool that may be missing
_PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")


def missing(what: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(f"missing: {what}")
    pytest.skip(f"missing: {what}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    if find_spec("playwright") is None:
        missing("playwright (pip install playwright)")
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        missing("chromium (or a path to it in CHROMIUM)")
    with importlib.import_module("playwright.sync_api").sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The accessibility rules of axe-core, as a script."""
    found = find_spec("axe_playwright_python")
    if found is None or found.origin is None:
        missing("axe-core (pip install axe-playwright-python)")
    return (Path(found.origin).parent / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def form_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real form as a file, as a municipality opens it."""
    path = tmp_path_factory.mktemp("enkat") / "enkat.html"
    path.write_text(to_form_html(real.catalogue()), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def form_page(chromium: Any, form_file: Path) -> Iterator[Page]:
    """One page for checks that leave no trace in it."""
    page = chromium.new_page()
    page.goto(form_file.as_uri())
    yield page
    page.close()


@pytest.fixture
def page(chromium: Any, form_file: Path) -> Iterator[Page]:
    """The form, fresh, without a network; what the browser complains of fails the check."""
    context = chromium.new_context(offline=True, viewport={"width": 1100, "height": 900})
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("request", lambda request: complaints.append(request.url) if request.url.startswith("http") else None)
    opened.goto(form_file.as_uri())
    yield opened
    context.close()
    assert not complaints
