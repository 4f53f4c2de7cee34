"""The truth tables written by hand from the readings, and the engines: all agree on every raw pattern."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from ojdsl.logic.interpret import interpret
from ojdsl.model.nodes import Indicator
from tests.compared import compared
from tests.real import catalogue, engine

TABLES = Path(__file__).resolve().parent.parent / "truth"
INDICATORS = {indicator.id: indicator for indicator in catalogue().indicators}


def patterns(columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Every way to answer the columns, blanks included."""
    cells = {cell.column: cell for cell in catalogue().cells()}
    for values in product(*((*cells[column].labels, "") for column in columns)):
        yield dict(zip(columns, values, strict=True))


def expected(table: list[dict[str, str]], pattern: dict[str, str]) -> set[str]:
    """The outcomes of the table's rows that a pattern matches."""

    def matches(written: str, value: str) -> bool:
        return written == "*" or (value or "tom") in written.split(" | ")

    return {row["utfall"] for row in table if all(matches(row[column], value) for column, value in pattern.items())}


def test_a_table_for_every_indicator() -> None:
    assert {path.stem for path in TABLES.glob("*.csv")} == set(INDICATORS)


@pytest.mark.parametrize("name", sorted(INDICATORS))
def test_engines_agree_with_the_table_on_every_raw_pattern(name: str) -> None:
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    columns = tuple(column for column in table[0] if column != "utfall")
    indicator: Indicator = INDICATORS[name]
    assert set(indicator.cells) <= set(columns)
    for pattern in patterns(columns):
        (outcome,) = expected(table, pattern)
        assert interpret(indicator, catalogue(), pattern) == outcome, pattern
        assert engine().evaluate_row(pattern)[name] == outcome, pattern
        compared["outcomes of evaluator, meaning and the tables written by hand, of 2017"] += 1
