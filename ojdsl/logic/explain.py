"""Why answers give an outcome: which of them decide it, what leaves it open, and the smallest change that gives another.

All of it is read off the prime implicants (`ojdsl.logic.primes`). Answers force an outcome exactly when one of its primes is
true of them. So the true prime of fewest cells names the fewest answers that decide: any set that decides lies in a prime of
no more cells. And a change that forces an outcome makes one of its primes true, so that the prime with the fewest false tests
is the smallest change there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ojdsl.logic.cofactor import cofactor, support
from ojdsl.logic.diagram import FALSE, TRUE
from ojdsl.logic.given import outcomes_of
from ojdsl.logic.space import ProductOfLabels, Space
from ojdsl.model.nodes import NONRESPONSE, YES, And, Catalogue, Indicator, Test
from ojdsl.model.numbers import exactly, label_of

Tests = tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class Decisions:
    """An indicator's outcomes as functions and as prime implicants: made once, asked for every unit."""

    indicator: Indicator
    space: Space
    primes: Mapping[str, tuple[ProductOfLabels, ...]]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why some answers give `outcome`. An answer to a question that was not asked is as if it had not been given.

    `decided`: every smallest set of answers that forces the outcome by itself, in the survey's order; none at Bortfall.
    `told`: the same without answers that go without saying, since a follow-up would not have been asked otherwise.
    `open`: the blank cells on which a Bortfall depends; `unsure` those of them that may turn out not to be asked.
    `possible`: the outcomes that completions of the answers give.
    `changes`: ways to Ja, the fewest cells first; a cell in one gets any of its labels, all other answers stay. They are the
    smallest, and others that do not contain a smaller one. Empty at Ja, and where there is no Ja.
    """

    outcome: str
    decided: tuple[Tests, ...]
    told: tuple[Tests, ...]
    open: tuple[str, ...]
    unsure: frozenset[str]
    possible: tuple[str, ...]
    changes: tuple[Tests, ...]


def decisions(indicator: Indicator, catalogue: Catalogue) -> Decisions:
    """The outcomes of one indicator. Raises TooLargeError where the logic cannot decide."""
    space = Space(catalogue.cell(column) for column in indicator.cells)
    return Decisions(indicator, space, {outcome: space.primes(f) for outcome, f in space.outcomes(indicator).items()})


def explain(made: Decisions, answers: Mapping[str, str]) -> Explanation:
    """The outcome of answers (column → label, '' where blank) as `ojdsl.logic.interpret.prepared` gives them, and why."""
    space = made.space
    outcomes = outcomes_of(space, made.indicator.clauses)
    answers = _counted(space, answers)
    known = space.values(answers)
    left = {outcome: cofactor(space.pool, f, known) for outcome, f in outcomes.items()}
    known_outcomes = dict.fromkeys((*made.indicator.outcomes, *outcomes))  # only assumptions may rule out the others
    possible = tuple(outcome for outcome in known_outcomes if left.get(outcome, FALSE) != FALSE)
    outcome = possible[0] if len(possible) == 1 else NONRESPONSE
    given = _labels(space, answers)
    decided = smallest_deciding(made.primes.get(outcome, ()), given)
    told = dict.fromkeys(_not_implied(space, outcomes[outcome], columns, given) for columns in decided)
    undecided = frozenset[int]().union(*(support(space.pool, f) for f in left.values()))
    blank = tuple(space.cells[number].column for number in sorted(undecided))
    return Explanation(
        outcome,
        tuple(_answered(space, columns, answers) for columns in decided),
        tuple(_answered(space, columns, answers) for columns in told),
        blank,
        frozenset(column for column in blank if cofactor(space.pool, space.asked(column), known) != TRUE),
        possible,
        () if outcome == YES else changes(space, made.primes.get(YES, ()), given),
    )


def _counted(space: Space, answers: Mapping[str, str]) -> dict[str, str]:
    """The answers without those to cells that the others say were not asked."""
    known = space.values(answers)
    asked = {cell.column: cofactor(space.pool, space.asked(cell.column), known) != FALSE for cell in space.cells}
    return {column: answers[column] if asked[column] else "" for column in asked}


def smallest_deciding(primes: tuple[ProductOfLabels, ...], given: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """The columns whose answers (as labels) make a prime true, for each true prime of the fewest cells."""
    true = [tuple(column for column, _ in product) for product in primes if not _false(product, given)]
    fewest = min(map(len, true), default=0)
    return tuple(dict.fromkeys(columns for columns in true if len(columns) == fewest))


def _answered(space: Space, columns: Iterable[str], answers: Mapping[str, str]) -> Tests:
    """The tests that just these answers pass; a number is said as it is, though all of its interval would do."""
    return tuple(exactly(space.cells[space.number[column]], answers[column]) for column in columns)


def _not_implied(space: Space, f: int, columns: Iterable[str], given: Mapping[str, str]) -> tuple[str, ...]:
    tests = tuple(space.test(column, (given[column],)) for column in columns)
    return tuple(test.cell for test in without_implied(space, f, tests))


def changes(space: Space, primes: tuple[ProductOfLabels, ...], given: Mapping[str, str]) -> tuple[Tests, ...]:
    """The changes of answers (as labels) that make a prime true, the fewest cells first, none a part of another."""
    found = sorted(dict.fromkeys(_change(space, product, given) for product in primes), key=len)
    least = (one for one in found if not any(other is not one and _contains(one, other) for other in found))
    return tuple(tuple(space.test(column, labels) for column, labels in one) for one in least)


def without_implied(space: Space, f: int, tests: Tests) -> Tests:
    """The tests without those that are not needed for f: an asked follow-up tells its parent's answer."""
    for test in tests:
        fewer = tuple(one for one in tests if one is not test)
        if fewer and space.pool.implies(space.holds(And(fewer)), f):
            tests = fewer
    return tests


def _labels(space: Space, answers: Mapping[str, str]) -> dict[str, str]:
    """Answers as labels: of a number, the one that stands for it."""
    return {cell.column: label_of(cell, answer) if (answer := answers[cell.column]) else "" for cell in space.cells}


def _false(product: ProductOfLabels, given: Mapping[str, str]) -> ProductOfLabels:
    """The part of a product that the answers, as labels, do not pass."""
    return tuple((column, labels) for column, labels in product if given[column] not in labels)


def _change(space: Space, product: ProductOfLabels, given: Mapping[str, str]) -> ProductOfLabels:
    """The part that the answers do not pass, without labels with which some other cell of the prime would not be asked."""
    missing = _false(product, given)
    kept = ((column, (given[column],)) for column, labels in product if given[column] in labels)
    whole = space.holds(And(tuple(space.test(column, labels) for column, labels in (*kept, *missing))))
    return tuple((column, possible_labels(space, whole, column, labels) or labels) for column, labels in missing)


def possible_labels(space: Space, f: int, column: str, labels: tuple[str, ...]) -> tuple[str, ...]:
    """Those of a cell's labels with which f can be true."""
    number = space.number[column]
    known = space.cells[number].labels
    return tuple(label for label in labels if cofactor(space.pool, f, {number: known.index(label)}) != FALSE)


def _contains(change: ProductOfLabels, other: ProductOfLabels) -> bool:
    """Whether a change does all that another asks for."""
    asked_for = {column: set(labels) for column, labels in change}
    return all(column in asked_for and asked_for[column] <= set(labels) for column, labels in other)
