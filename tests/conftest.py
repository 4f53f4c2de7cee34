"""What all tests share: specs that are material for tests are not collected, and compared cases are counted and told."""

from __future__ import annotations

import pytest

from tests.compared import compared

collect_ignore_glob = ["*/base/*"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How much the statement that the engines agree rests on."""
    for what, number in compared.items():
        terminalreporter.write_line(f"compared: {number:,} {what}")
