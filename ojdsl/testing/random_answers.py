"""Answers to an area, every one of them or at random."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Literal

from hypothesis import assume
from hypothesis import strategies as st

from ojdsl.logic.diagram import FALSE, TRUE
from ojdsl.logic.interpret import effective
from ojdsl.logic.left_open import LeftOpen
from ojdsl.logic.obligations import allowed
from ojdsl.logic.space import Space
from ojdsl.model.nodes import Catalogue, Cell
from ojdsl.model.numbers import interval, position
from ojdsl.testing.random_questions import ways

Kind = Literal["consistent", "partial", "contradictory"]


def answers(catalogue: Catalogue, kind: Kind = "consistent") -> st.SearchStrategy[dict[str, str]]:
    """One municipality's row: every column that has labels, with a label or a number, or '' where it is blank. It fulfils the
    area's assumptions, if some answers do.

    *Consistent*: what is asked is answered and nothing else is. *Partial*: the same with some of the answers taken away,
    so that a follow-up may stand below a blank. *Contradictory*: consistent, and something is answered that was not asked.
    Free text is left out, and so is the column that says whether the area can be answered at all.
    """

    space = Space(labelled(catalogue))
    assumed = space.holds(allowed(catalogue.assumptions))

    @st.composite
    def rows(draw: st.DrawFn) -> dict[str, str]:  # has no arguments, for hypothesis prints them, and a catalogue is large
        left, written = LeftOpen(space, assumed if assumed != FALSE else TRUE), dict[str, str]()
        for cell in labelled(catalogue):
            written[cell.column] = draw(_answers(cell, left.labels(cell)))
            left.answer(cell, written[cell.column])
        asked = {column for column, answer in effective(written, catalogue.cell_of).items() if answer is not None}
        match kind:
            case "consistent":
                kept = asked
            case "partial":
                kept = asked - draw(_some(asked))
            case "contradictory":
                assume(asked != set(written))
                kept = asked | draw(_some(written.keys() - asked))
        return {column: answer if column in kept else "" for column, answer in written.items()}

    return rows()


def _answers(cell: Cell, labels: tuple[str, ...]) -> st.SearchStrategy[str]:
    if cell.number is None:
        return st.sampled_from(labels)
    ranges = [interval(cell.labels, cell.number, label) for label in labels]
    return st.one_of(st.sampled_from(labels), *(st.integers(*one).map(str) for one in ranges))


def _some(columns: set[str]) -> st.SearchStrategy[set[str]]:
    return st.sets(st.sampled_from(sorted(columns)), min_size=1)


def labelled(catalogue: Catalogue) -> tuple[Cell, ...]:
    """The cells that have labels."""
    return tuple(cell for cell in catalogue.cells() if cell.labels)


def raw_patterns(catalogue: Catalogue) -> Iterator[dict[str, str]]:
    """Every way to fill the cells in, blanks included; numbers one by one, so only of an area where they are few."""
    cells = labelled(catalogue)
    for values in product(*((*ways(cell), "") for cell in cells)):
        yield {cell.column: value for cell, value in zip(cells, values, strict=True)}


def complete_answers(catalogue: Catalogue) -> Iterator[dict[str, str]]:
    """Every way to fill the cells in without blanks."""
    return (pattern for pattern in raw_patterns(catalogue) if all(pattern.values()))


def numbers(catalogue: Catalogue, given: Mapping[str, str]) -> dict[int, int]:
    """Complete answers as the numbers of a space (`ojdsl.logic.space`)."""
    return {number: position(cell, given[cell.column]) for number, cell in enumerate(labelled(catalogue))}
