"""Answers to an area, and what they mean, said once more and as simply as possible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from ojdsl.backends.to_python import evaluator
from ojdsl.data.engine import Engine, load_engine
from ojdsl.model.nodes import Catalogue, Cell


def labelled(catalogue: Catalogue) -> tuple[Cell, ...]:
    """The cells that have labels."""
    return tuple(cell for cell in catalogue.cells() if cell.labels)


def raw_patterns(catalogue: Catalogue) -> Iterator[dict[str, str]]:
    """Every way to fill the cells in, blanks included."""
    cells = labelled(catalogue)
    for values in product(*((*cell.labels, "") for cell in cells)):
        yield {cell.column: value for cell, value in zip(cells, values, strict=True)}


def complete_answers(catalogue: Catalogue) -> Iterator[dict[str, str]]:
    """Every way to fill the cells in without blanks."""
    return (pattern for pattern in raw_patterns(catalogue) if all(pattern.values()))


def engine_of(catalogue: Catalogue) -> Engine:
    return load_engine(evaluator(catalogue))


def numbers(catalogue: Catalogue, answers: Mapping[str, str]) -> dict[int, int]:
    """Complete answers as a space's numbers."""
    return {number: cell.labels.index(answers[cell.column]) for number, cell in enumerate(labelled(catalogue))}
