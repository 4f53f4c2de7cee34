"""Every class of `make faults` can be seeded, and the first of its mistakes is found where and as what it should be."""

from __future__ import annotations

import pytest

from tests.faults.__main__ import tried
from tests.faults.seeds import CLASSES, OUT_OF_REACH, Class


@pytest.mark.parametrize("one", CLASSES, ids=lambda one: one.name)
def test_the_first_mistake_of_a_class_is_found(one: Class) -> None:
    result = tried(one, most=1)
    assert result.seeded == 1
    assert (result.found, result.line, result.code) == (1, 1, 1), result.notes


@pytest.mark.parametrize("one", OUT_OF_REACH, ids=lambda one: one.name)
def test_what_is_out_of_reach_can_be_seeded(one: Class) -> None:
    assert tried(one, most=1).seeded == 1
