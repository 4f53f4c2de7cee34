"""Whole numbers as answers: the intervals that conditions cut them into.

Two numbers with no limit of any condition between them pass the same tests, so that one of them speaks for both. A cell of
numbers therefore has a label for each interval, its least number, and all logic works on labels as it does elsewhere.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ojdsl.model.nodes import Between, Catalogue, Cell, Condition, In, Number, Range, Test, children

LARGEST = 999_999_999
"""The greatest number that an answer may be."""


# --- ranges -----------------------------------------------------------------------------------------------------------


def merged(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """The same numbers as ranges that rise and have numbers between them."""
    found: list[Range] = []
    for low, high in sorted(ranges):
        if found and low <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(high, found[-1][1]))
        else:
            found.append((low, high))
    return tuple(found)


def outside(ranges: Iterable[Range], number: Number) -> tuple[Range, ...]:
    """The numbers that are in none of the ranges."""
    found: list[Range] = []
    begin = number.min
    for low, high in (*merged(ranges), (number.max + 1, number.max + 1)):
        if begin < low:
            found.append((begin, low - 1))
        begin = high + 1
    return tuple(found)


# --- labels -----------------------------------------------------------------------------------------------------------


def position(cell: Cell, answer: str) -> int:
    """The place among a cell's labels of the one that an answer is, or whose interval it lies in."""
    return bisect_right(cell.labels, int(answer), key=int) - 1 if cell.number else cell.labels.index(answer)


def label_of(cell: Cell, answer: str) -> str:
    """The label that stands for an answer."""
    return cell.labels[position(cell, answer)]


def test_of(cell: Cell, labels: tuple[str, ...]) -> Test:
    """The test that these labels pass, and all that they stand for."""
    if cell.number is None:
        return In(cell.column, labels)
    return Between(cell.column, merged(interval(cell.labels, cell.number, label) for label in labels))


def interval(labels: tuple[str, ...], number: Number, label: str) -> Range:
    """What one of the labels of a cell of numbers stands for: the least and the greatest."""
    after = labels.index(label) + 1
    return int(label), int(labels[after]) - 1 if after < len(labels) else number.max


def labels_in(cell: Cell, test: Test) -> tuple[str, ...]:
    """The labels that pass a test. Raises ValueError if the test cuts an interval: the cell does not know of its limits."""
    if isinstance(test, In):
        return test.labels
    labels = tuple(one for one in cell.labels if any(low <= int(one) <= high for low, high in test.ranges))
    if test_of(cell, labels) != test:
        raise ValueError(f"{cell.column}: the labels {cell.labels} are not cut at {test.ranges}")
    return labels


def exactly(cell: Cell, answer: str) -> Test:
    """The test that this answer alone passes."""
    return Between(cell.column, ((int(answer), int(answer)),)) if cell.number else In(cell.column, (answer,))


# --- a catalogue ------------------------------------------------------------------------------------------------------


def cut(catalogue: Catalogue, slack: int = 0, also: Iterable[Condition] = ()) -> Catalogue:
    """The catalogue with its numbers cut at the limits of all its conditions, and of those in `also`; with `slack`, also so far
    beside them.

    All rows of a question are cut alike, so that a test of one can be asked of another.
    """
    if not any(question.number for question in catalogue.questions):
        return catalogue
    starts: dict[str, set[int]] = {}
    owner = {cell.column: cell.question for cell in catalogue.cells()}
    for test in _numeric_tests((*_conditions(catalogue), *also)):
        limits = {limit for low, high in test.ranges for limit in (low, high + 1)}
        near = {limit + step for limit in limits for step in range(-slack, slack + 1)}
        starts.setdefault(owner[test.cell], set()).update(near)
    questions = tuple(
        replace(question, cells=tuple(_cut(cell, starts.get(question.id, set())) for cell in question.cells))
        for question in catalogue.questions
    )
    return replace(catalogue, questions=questions)


def _cut(cell: Cell, starts: set[int]) -> Cell:
    if cell.number is None:
        return cell
    inside = {start for start in starts if cell.number.min < start <= cell.number.max}
    return replace(cell, labels=tuple(map(str, sorted(inside | {cell.number.min}))))


def _conditions(catalogue: Catalogue) -> Iterator[Condition]:
    for cell in catalogue.cells():
        yield from (cell.asked_if,) if cell.asked_if else ()
    for assumption in catalogue.assumptions:
        yield from (assumption.when, assumption.then)
    for indicator in catalogue.indicators:
        for clause in (*indicator.clauses, *((indicator.claim,) if indicator.claim else ())):
            yield from (clause.condition,) if clause.condition else ()


def _numeric_tests(conditions: Iterable[Condition]) -> Iterator[Between]:
    for condition in conditions:
        if isinstance(condition, Between):
            yield condition
        yield from _numeric_tests(children(condition))
