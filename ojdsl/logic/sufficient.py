"""Which single changes of a rule its examples would notice, and the examples that are missing.

A change is noticed by an example that it gives another outcome. Two rules that differ do so on some complete answers, so that
complete answers to the questions asked are enough to notice every change. They are sought as functions, not one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ojdsl.logic.diagram import FALSE, TRUE, Diagrams
from ojdsl.logic.given import Outcomes, outcome_within, outcomes_of, product_of
from ojdsl.logic.mutants import Mutant, mutants
from ojdsl.logic.obligations import allowed
from ojdsl.logic.primes import primes
from ojdsl.logic.space import Space
from ojdsl.model.nodes import NONRESPONSE, OUTCOMES, Catalogue, Example, Indicator
from ojdsl.model.numbers import cut


@dataclass(frozen=True, slots=True)
class Sufficiency:
    """The changes of an indicator's rule, those that none of its examples notices, and examples that would notice these.

    `proven`: no fewer complete examples would do, since each has to notice a change that no other of them could.
    """

    mutants: tuple[Mutant, ...]
    unnoticed: tuple[Mutant, ...]
    extra: tuple[Example, ...]
    proven: bool


def sufficiency(indicator: Indicator, catalogue: Catalogue) -> Sufficiency:
    """What an indicator's examples notice, and the fewest found that notice the rest. Raises TooLargeError."""
    catalogue = cut(catalogue, slack=1)  # a changed rule may have its limits one beside
    space = Space(catalogue.cells())
    meant = outcomes_of(space, indicator.clauses)
    assumed = space.holds(allowed(catalogue.assumptions))
    changed = mutants(indicator, catalogue, space)
    given = [product_of(space, example.answers) for example in indicator.examples]
    expected = [outcome_within(space, meant, f) for f in given]
    unnoticed = []
    for mutant in changed:
        got = outcomes_of(space, mutant.indicator.clauses)
        if all(outcome_within(space, got, f) == outcome for f, outcome in zip(given, expected, strict=True)):
            differing = space.pool.both(_differ(space.pool, meant, got), assumed)
            unnoticed += [(mutant, differing)] if differing != FALSE else []
    differ = [f for _, f in unnoticed]
    extra = min((_cover(space.pool, differ, wanted) for wanted in (_one_reason(space.pool, meant), TRUE)), key=len)
    tested = {column for mutant in changed for column in mutant.indicator.cells}
    columns = [column for column in catalogue.cell_of if column in tested and column in space.number]
    order = tuple(dict.fromkeys((*indicator.outcomes, *OUTCOMES, NONRESPONSE)))
    examples = (_example(space, f, columns, meant, indicator) for f in extra)
    return Sufficiency(
        changed,
        tuple(mutant for mutant, _ in unnoticed),
        tuple(sorted(examples, key=lambda example: order.index(example.outcome))),
        len(_apart(space.pool, differ)) == len(extra),
    )


def _example(space: Space, f: int, columns: Sequence[str], meant: Outcomes, indicator: Indicator) -> Example:
    answers = space.example(f, columns) or {}
    return Example(answers, outcome_within(space, meant, product_of(space, answers)), indicator.span, review=True)


def _differ(pool: Diagrams, meant: Outcomes, got: Outcomes) -> int:
    """The complete answers that get another outcome."""
    return pool.any_of(pool.both(f, pool.opposite(got.get(outcome, FALSE))) for outcome, f in meant.items())


def _one_reason(pool: Diagrams, meant: Outcomes) -> int:
    """The complete answers of which one prime implicant of their outcome is true: one condition alone decides."""
    alone = []
    for f in meant.values():
        reasons = [pool.all_of(pool.test(variable, values) for variable, values in product) for product in primes(pool, f)]
        alone.append(pool.count(1, 1, reasons))
    return pool.any_of(alone)


def _cover(pool: Diagrams, differ: Sequence[int], wanted: int) -> list[int]:
    """Functions of which any complete answers are an example; together they are in every one of `differ`.

    Greedy: each is the one that lies in most of those that are left, within `wanted` where it can be. Then those that the
    others make needless are left out.
    """
    chosen: list[int] = []
    left = list(differ)
    while left:
        best = max((_narrowed(pool, one, left, wanted) for one in left), key=lambda f: sum(pool.implies(f, g) for g in left))
        chosen.append(best)
        left = [f for f in left if not pool.implies(best, f)]
    for one in tuple(chosen):
        others = [f for f in chosen if f != one]
        if all(any(pool.implies(f, g) for f in others) for g in differ):
            chosen = others
    return chosen


def _narrowed(pool: Diagrams, first: int, others: Sequence[int], wanted: int) -> int:
    """What is left of `first` in as many of the others as will go."""
    f = first
    for g in (wanted, *others):
        both = pool.both(f, g)
        f = f if both == FALSE else both
    return f


def _apart(pool: Diagrams, differ: Sequence[int]) -> list[int]:
    """Some functions no two of which have answers in common: each needs an example of its own."""
    found: list[int] = []
    for f in differ:
        if all(pool.both(f, g) == FALSE for g in found):
            found.append(f)
    return found
