"""The decision table of an indicator: the fewest rows of answers that together say what every answer gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ojdsl.logic.alternatives import fewest
from ojdsl.logic.explain import possible_labels
from ojdsl.logic.space import ProductOfLabels, Space
from ojdsl.model.nodes import Between, Catalogue, Cell, Indicator, Test
from ojdsl.model.numbers import test_of
from ojdsl.prose.condition import Words
from ojdsl.prose.facts import printed_id
from ojdsl.prose.number import range_in_table


@dataclass(frozen=True, slots=True)
class Row:
    """Answers that give an outcome whatever the rest is: for each column of the table its labels, or its numbers as intervals
    (`8–14`); none where it is the rest. `tests` are the same as conditions."""

    labels: tuple[tuple[str, ...], ...]
    outcome: str
    tests: tuple[Test, ...] = field(default=(), compare=False)

    @property
    def cells(self) -> tuple[str, ...]:
        """Its answers as a table shows them; '–' where the answer does not matter or the question is not asked."""
        return tuple(" / ".join(labels) or "–" for labels in self.labels)


@dataclass(frozen=True, slots=True)
class DecisionTable:
    """`columns` are cells in the survey's order; those that no row needs are left out."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def decision_table(indicator: Indicator, catalogue: Catalogue) -> DecisionTable:
    """The rows, by outcome in published order.

    A row is a prime implicant whose cells are all asked, less the labels that other rows say, with what being asked says of
    the cells' parents. Every way to answer completely is in some row, and all rows that it is in have its outcome; a partial
    answer that is in a row has its outcome too. No row of an outcome is covered by the outcome's others. Raises TooLargeError.
    """
    space = Space(catalogue.cell(column) for column in indicator.cells)
    outcomes = space.outcomes(indicator)
    found = [(outcome, row) for outcome in indicator.outcomes if outcome in outcomes for row in _rows(space, outcomes[outcome])]
    used = {column for _, row in found for column, _ in row}
    columns = tuple(column for column in indicator.cells if column in used)
    cells = catalogue.cell_of
    return DecisionTable(columns, tuple(_row(dict(row), outcome, columns, cells) for outcome, row in found))


def _row(labels: Mapping[str, tuple[str, ...]], outcome: str, columns: Iterable[str], cells: Mapping[str, Cell]) -> Row:
    shown = tuple(_shown(cells[column], labels.get(column, ())) for column in columns)
    return Row(shown, outcome, tuple(test_of(cells[column], passed) for column, passed in labels.items()))


def _shown(cell: Cell, labels: tuple[str, ...]) -> tuple[str, ...]:
    test = test_of(cell, labels)
    if not isinstance(test, Between) or cell.number is None:
        return labels
    return tuple(range_in_table(one, cell.number) for one in test.ranges)


def heading(column: str, words: Words) -> str:
    """`(G)3 Mål`, `(G)6 a A`: the question, and the part of it where it has several."""
    cell = words.cells[column]
    parts = (printed_id(cell.question), words.named_row(cell), cell.alternative)
    unit = f" ({cell.number.unit})" if cell.number and cell.number.unit else ""
    return " ".join(part for part in parts if part) + unit


def _rows(space: Space, f: int) -> list[ProductOfLabels]:
    """The rows of one outcome, those of few cells first."""
    found = (space.holds(space.all_pass(product)) for product in fewest(space, space.primes(f)))
    return sorted((_asked(space, holds) for holds in found), key=len)


def _asked(space: Space, holds: int) -> ProductOfLabels:
    """What is known of each cell where a row holds."""
    possible = ((cell, possible_labels(space, holds, cell.column, cell.labels)) for cell in space.cells)
    return tuple((cell.column, labels) for cell, labels in possible if len(labels) < len(cell.labels))
