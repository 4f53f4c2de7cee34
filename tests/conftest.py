"""What all tests share: specs that are material for tests are not collected, and compared cases are counted and told."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.compared import compared, missing

collect_ignore_glob = ["*/base/*"]
settings.register_profile("a busy machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])  # time is no test
settings.load_profile("a busy machine")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker of several hands over what it has counted."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput |= {"compared": dict(compared), "missing": dict(missing)}


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """The counts of a worker that is done; one that broke has none, and its tests have failed."""
    output = getattr(node, "workeroutput", {})
    compared.update(output.get("compared", {}))
    missing.update(output.get("missing", {}))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How much the statement that the engines agree rests on."""
    for what, number in sorted(compared.items()):
        terminalreporter.write_line(f"compared: {number:,} {what}")
    for what, number in sorted(missing.items()):
        terminalreporter.write_line(f"NOT compared: {number:,} {what}")
