"""Why every unit got its results, and which conditions of a rule the units fail. Nothing of this may be published.

Units with the same answers to the cells of an indicator have the same explanation, so that it is made once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ojdsl.data.answers import Answers
from ojdsl.data.outcomes import Outcome
from ojdsl.logic.cofactor import cofactor
from ojdsl.logic.diagram import FALSE, TRUE
from ojdsl.logic.explain import decisions, explain
from ojdsl.logic.interpret import prepared
from ojdsl.model.nodes import YES, And, Catalogue, Condition, Indicator, cells_of
from ojdsl.model.numbers import exactly
from ojdsl.prose.condition import Words, plain
from ojdsl.prose.explain import Told, tests_text, told


@dataclass(frozen=True, slots=True)
class Case:
    """Some answers to an indicator's cells, explained.

    `failed`: the parts of the condition for Ja that the answers to a question that was asked do not meet, by number, with
    these answers in words. `alone`: the one part that is not met where all others are.
    """

    told: Told
    failed: Mapping[int, str]
    alone: int | None


@dataclass(frozen=True, slots=True)
class Failing:
    """A part of the condition for Ja.

    Of the `denominator` units, `units` answered a question that they were asked so that the part does not hold, and `alone`
    of these have met all the other parts. `common` says what most of them answered, and `common_units` how many those are.
    """

    indicator: Indicator
    part: str
    denominator: int
    units: int
    alone: int
    common: str
    common_units: int


@dataclass(frozen=True, slots=True)
class Why:
    """Every result with its case, in the order of the outcomes; and every part of a condition for Ja, the most failed first."""

    cases: tuple[tuple[Outcome, Case], ...]
    failing: tuple[Failing, ...]


def why(catalogue: Catalogue, answers: Answers, outcomes: Iterable[Outcome]) -> Why:
    """The reasons for `outcomes`, which are those of the answers. Raises TooLargeError."""
    rows = {row.unit: prepared(catalogue, row.values) for row in answers.rows}
    nothing = prepared(catalogue, {})
    explainers = {one.id: _Explainer(one, catalogue) for one in catalogue.indicators}
    cases = tuple((one, explainers[one.indicator].case(rows.get(one.unit, nothing), one.reason)) for one in outcomes)
    return Why(cases, tuple(part for explainer in explainers.values() for part in _failing(explainer, cases)))


def parts_for_yes(indicator: Indicator) -> tuple[Condition, ...]:
    """What must all hold for Ja, one by one; a background measure has no such parts."""
    conditions = [clause.condition for clause in indicator.clauses if clause.outcome == YES and clause.condition is not None]
    return tuple(_conjuncts(conditions[0])) if len(conditions) == 1 and indicator.kind == "indicator" else ()


def _conjuncts(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, And):
        for arg in condition.args:
            yield from _conjuncts(arg)
    else:
        yield condition


class _Explainer:
    """Explains the results of one indicator, each pattern of answers once."""

    def __init__(self, indicator: Indicator, catalogue: Catalogue) -> None:
        self.indicator = indicator
        self.words = Words(catalogue, indicator)
        self.parts = parts_for_yes(indicator)
        self._catalogue = catalogue
        self._made = decisions(indicator, catalogue)
        self._holds = [self._made.space.holds(part) for part in self.parts]
        self._cases: dict[tuple[str, ...], Case] = {}

    def case(self, answers: Mapping[str, str], reason: str) -> Case:
        key = reason, *(answers[column] for column in self.indicator.cells)
        if key not in self._cases:
            self._cases[key] = self._case(answers, reason)
        return self._cases[key]

    def _case(self, answers: Mapping[str, str], reason: str) -> Case:
        sentences = told(explain(self._made, answers), self.indicator, self._catalogue, reason)
        space = self._made.space
        known = space.values(answers)
        left = [cofactor(space.pool, f, known) for f in self._holds]
        not_met = [number for number, f in enumerate(left) if f == FALSE]
        failed = {}
        for number in not_met:
            cells = [cell for cell in space.cells if cell.column in cells_of(self.parts[number])]
            asked = [cell for cell in cells if cofactor(space.pool, space.asked(cell.column), known) != FALSE]
            if asked:
                given = tuple(exactly(cell, answers[cell.column]) for cell in asked if answers[cell.column])
                failed[number] = tests_text(given, self.words)
        alone = not_met[0] if len(not_met) == 1 and left.count(TRUE) == len(left) - 1 else None
        return Case(sentences, failed, alone)


def _failing(explainer: _Explainer, cases: Sequence[tuple[Outcome, Case]]) -> list[Failing]:
    """The parts of one indicator, the one that most units fail first."""
    inside = [
        (outcome, case) for outcome, case in cases if outcome.indicator == explainer.indicator.id and outcome.in_denominator
    ]
    found = []
    for number, part in enumerate(explainer.parts):
        failed = [case for outcome, case in inside if outcome.outcome != YES and number in case.failed]
        given = Counter(case.failed[number] for case in failed)
        common, units = min(given.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
        alone = sum(case.alone == number for case in failed)
        found.append(Failing(explainer.indicator, plain(part, explainer.words), len(inside), len(failed), alone, common, units))
    return sorted(found, key=lambda one: -one.units)
