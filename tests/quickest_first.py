"""A plugin for `make mutate`: the tests that are quick and reach few functions come first. They are about what is changed, or
at least soon over; most mutants are noticed by many tests."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

STATS = Path("mutmut-stats.json")
"""What mutmut has measured, in the folder where it runs the tests."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if STATS.exists():
        stats = json.loads(STATS.read_text(encoding="utf-8"))
        took = stats["duration_by_test"]
        reached = Counter(test for tests in stats["tests_by_mangled_function_name"].values() for test in tests)
        items.sort(key=lambda item: took.get(item.nodeid, 0.0) * reached[item.nodeid])
