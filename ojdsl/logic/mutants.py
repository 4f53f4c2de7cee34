"""All single changes of a rule: what its author could have written instead by one slip.

Mutation analysis after DeMillo, Lipton and Sayward 1978, but of a rule whose functions can be compared: a change that means
the same is told apart by its diagram, not by testing, and is not counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from ojdsl.logic.given import outcomes_of
from ojdsl.logic.space import Space
from ojdsl.model.nodes import (
    And,
    Asked,
    Between,
    Catalogue,
    Cell,
    Clause,
    Condition,
    Count,
    In,
    Indicator,
    Number,
    Or,
    Range,
    Test,
    cells_of,
)
from ojdsl.model.numbers import merged, outside
from ojdsl.model.resolve_conditions import with_parents


@dataclass(frozen=True, slots=True)
class Rewritten:
    """In the clause of `outcome`, the part `before` became `after`, or was dropped (None)."""

    outcome: str
    before: Condition
    after: Condition | None


@dataclass(frozen=True, slots=True)
class Dropped:
    """The clause of `outcome` is gone: its answers fall to `annars`, or to nothing."""

    outcome: str


@dataclass(frozen=True, slots=True)
class Swapped:
    """The clauses of two outcomes have changed places."""

    outcome: str
    other: str


Change = Rewritten | Dropped | Swapped


@dataclass(frozen=True, slots=True)
class Mutant:
    """An indicator after one change of its rule, and what was changed."""

    indicator: Indicator
    change: Change


def mutants(indicator: Indicator, catalogue: Catalogue, space: Space) -> tuple[Mutant, ...]:
    """The single changes of a rule that give some answers another outcome; none of a background measure, which has no rule.

    `space` holds all cells of the catalogue, whose numbers are cut beside their limits, too (`ojdsl.model.numbers.cut` with
    slack). Raises TooLargeError.
    """
    if indicator.kind == "background":
        return ()
    meant = outcomes_of(space, indicator.clauses)
    found = (_changed(indicator, clauses, change, catalogue) for clauses, change in _changes(indicator, catalogue))
    return tuple(mutant for mutant in found if outcomes_of(space, mutant.indicator.clauses) != meant)


def _changed(indicator: Indicator, clauses: tuple[Clause, ...], change: Change, catalogue: Catalogue) -> Mutant:
    tested = frozenset[str]().union(*(cells_of(clause.condition) for clause in clauses if clause.condition is not None))
    needed = with_parents(tested, catalogue.cell_of)
    return Mutant(replace(indicator, clauses=clauses, cells=tuple(one for one in catalogue.cell_of if one in needed)), change)


def _changes(indicator: Indicator, catalogue: Catalogue) -> Iterator[tuple[tuple[Clause, ...], Change]]:
    clauses = indicator.clauses
    others = _Others(indicator, catalogue)
    for number, clause in enumerate(clauses):
        before, after = clauses[:number], clauses[number + 1 :]
        if clause.condition is None:
            continue
        for old, new, whole in _edits(clause.condition, others):
            yield (*before, replace(clause, condition=whole), *after), Rewritten(clause.outcome, old, new)
        yield (*before, *after), Dropped(clause.outcome)
    for one, other in combinations(clauses, 2):
        names = {one.outcome: other.outcome, other.outcome: one.outcome}
        swapped = tuple(replace(clause, outcome=names.get(clause.outcome, clause.outcome)) for clause in clauses)
        yield swapped, Swapped(one.outcome, other.outcome)


# --- changes of a condition -------------------------------------------------------------------------------------------

Edit = tuple[Condition, Condition | None, Condition]
"""A part, what it became (None: nothing), and the whole condition after that."""


class _Others:
    """What could have been written in place of a test: another answer, another row or another mark that the rule could name."""

    def __init__(self, indicator: Indicator, catalogue: Catalogue) -> None:
        self.own = indicator.own_row
        self.cells: Mapping[str, Cell] = catalogue.cell_of
        self.beside = {
            cell.column: cells for question in catalogue.questions for cell in question.cells if (cells := question.cells)
        }

    def answers(self, test: Test) -> Iterator[Test]:
        """One answer more, one less, one for another; limits of numbers one beside, and `minst` for `högst`."""
        if isinstance(test, Between):
            yield from _limits(test, self.cells[test.cell].number)
            return
        known, chosen = self.cells[test.cell].labels, set(test.labels)
        others = [label for label in known if label not in chosen]
        sets = [chosen | {label} for label in others]
        sets += [chosen - {label} for label in test.labels if len(chosen) > 1]
        sets += [chosen - {label} | {other} for label in test.labels for other in others]
        for one in sets:
            labels = tuple(label for label in known if label in one)
            yield In(test.cell, labels, tuple(label for label in known if label not in one) if test.excluded else ())

    def places(self, test: Test) -> tuple[Test, ...]:
        """The same test of the question's other marks or rows; where the row goes without saying, no other is named."""
        cell = self.cells[test.cell]
        if cell.alternative is None and cell.row == self.own:
            return ()
        near = (one for one in self.beside[test.cell] if one.alternative is None or one.row == cell.row)
        return tuple(replace(test, cell=one.column) for one in near if one != cell and one.labels == cell.labels)


def _limits(test: Between, number: Number | None) -> Iterator[Between]:
    """The ranges as the author wrote them, with one of them changed or left out."""
    if number is None:
        return
    written = test.excluded or test.ranges
    for place, one in enumerate(written):
        for changed in _ranges(one, number) if len(written) == 1 else (*_ranges(one, number), ()):
            ranges = merged((*written[:place], *changed, *written[place + 1 :]))
            kept = outside(ranges, number) if test.excluded else ranges
            if ranges != written and kept:
                yield Between(test.cell, kept, ranges if test.excluded else ())


def _ranges(one: Range, number: Number) -> Iterator[tuple[Range, ...]]:
    low, high = one
    beside = [(low - 1, high), (low + 1, high)] if low > number.min else []
    beside += [(low, high - 1), (low, high + 1)] if high < number.max else []
    if low == high:
        beside = [(low - 1, low - 1), (low + 1, low + 1), (number.min, high), (low, number.max)]
    elif high == number.max:
        beside.append((number.min, low))
    elif low == number.min:
        beside.append((high, number.max))
    yield from (((least, most),) for least, most in beside if number.min <= least <= most <= number.max and (least, most) != one)


def _edits(condition: Condition, others: _Others) -> Iterator[Edit]:
    """Every single change inside a condition."""
    if isinstance(condition, Asked):
        return
    if isinstance(condition, In | Between):
        yield from ((condition, one, one) for one in (*others.answers(condition), *others.places(condition)))
        return
    yield from ((condition, one, one) for one in (*_joined(condition), *_longer(condition, others)))
    for number, arg in enumerate(condition.args):
        before, after = condition.args[:number], condition.args[number + 1 :]
        if shorter := with_args(condition, (*before, *after)):
            yield arg, None, shorter
        for old, new, inside in _edits(arg, others):
            whole = with_args(condition, (*before, inside, *after))
            if whole and inside not in condition.args:
                yield old, new, whole


def _joined(condition: And | Or | Count) -> Iterator[Condition]:
    """ "och" for "eller" and the other way round; a bound that is one more or one less. A bound that says nothing is no rule."""
    match condition:
        case And(args) if len(args) > 1:
            yield Or(args)
        case Or(args) if len(args) > 1:
            yield And(args)
        case Count(least, most, args):
            steps = (
                [(-1, -1), (1, 1)] if least == most else [(-1, 0), (1, 0)] * (least > 0) + [(0, -1), (0, 1)] * (most < len(args))
            )
            for down, up in steps:
                if 0 <= least + down <= most + up <= len(args) and (least + down, most + up) != (0, len(args)):
                    yield Count(least + down, most + up, args)
        case _:
            return


def _longer(condition: And | Or | Count, others: _Others) -> Iterator[Condition]:
    """A row or mark more in a list of those of one question."""
    tests = [arg for arg in condition.args if isinstance(arg, In | Between)]
    if len(tests) == len(condition.args) > 1 and len({others.cells[test.cell].question for test in tests}) == 1:
        for test in others.places(tests[-1]):
            if test not in tests and (longer := with_args(condition, (*condition.args, test))):
                yield longer


def with_args(condition: And | Or | Count, args: tuple[Condition, ...]) -> Condition | None:
    """The condition with other arguments; None where it would have none, or fewer than it asks for."""
    if not args:
        return None
    if not isinstance(condition, Count):
        return type(condition)(args)
    most = len(args) if condition.max == len(condition.args) else condition.max
    return Count(condition.min, most, args) if condition.min <= most <= len(args) else None
