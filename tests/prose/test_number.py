"""Numbers in words: the unit goes with every number, and as a plural it stands by itself after 1."""

from __future__ import annotations

import pytest

from ojdsl.model.nodes import Cell, Number, Range
from ojdsl.prose.number import numbers


@pytest.mark.parametrize(
    ("ranges", "said"),
    [
        (((1, 1),), "1 (dagar)"),
        (((0, 0),), "0 dagar"),
        (((1, 365),), "minst 1 (dagar)"),
        (((0, 1),), "högst 1 (dagar)"),
        (((11, 11),), "11 dagar"),
        (((8, 11),), "8–11 dagar"),
        (((1, 7),), "1–7 dagar"),
        (((1, 1), (8, 14)), "1 eller 8–14 dagar"),
    ],
)
def test_the_unit_is_said_once_and_last(ranges: tuple[Range, ...], said: str) -> None:
    days, nothing = (Cell("M8", "M8", None, None, "number", ("0",), None, Number(0, 365, unit)) for unit in ("dagar", ""))
    assert numbers(ranges, days) == said
    assert numbers(ranges, nothing) == said.removesuffix(" dagar").removesuffix(" (dagar)")
