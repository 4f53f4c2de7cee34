"""The obligations of an area: what has to be shown of each rule and each question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from ojdsl.diagnostics.fact import Fact
from ojdsl.logic.better import better_answers
from ojdsl.logic.obligations import (
    Apart,
    ComesOut,
    Kind,
    Never,
    NeverWorse,
    Obligation,
    Sometimes,
    allowed,
    comes,
    condition_of,
    opposite,
)
from ojdsl.logic.parts import parts
from ojdsl.model.nodes import (
    YES,
    And,
    AnswerKind,
    Asked,
    Assumption,
    Catalogue,
    Condition,
    In,
    Indicator,
    Or,
    cells_of,
    children,
)
from ojdsl.model.resolve_conditions import with_parents

_SILENT = (AnswerKind.NOT_APPLICABLE, AnswerKind.DO_NOT_KNOW)


def name_of(indicator: Indicator) -> str:
    """What a spec calls an indicator: a member of a family goes by the family's name."""
    return indicator.family or indicator.id


def total(indicator: Indicator) -> Iterator[Obligation]:
    """Every possible set of answers gets an outcome."""
    outcomes = dict.fromkeys(clause.outcome for clause in indicator.clauses)
    some = Or(tuple(comes(indicator.clauses, outcome) for outcome in outcomes))
    facts: dict[str, Fact] = {"name": name_of(indicator), "outcomes": tuple(outcomes)}
    yield Obligation(Kind.TOTAL, indicator.id, indicator.span, Never(opposite(some)), indicator.cells, facts)


def exclusive(indicator: Indicator) -> Iterator[Obligation]:
    """No answers get two outcomes: one obligation for each two written clauses, at the second."""
    written = [clause for clause in indicator.clauses if clause.condition is not None]
    for first, second in combinations(written, 2):
        both = And(tuple(one.condition for one in (first, second) if one.condition is not None))
        facts = {"first": first.outcome, "second": second.outcome}
        yield Obligation(Kind.EXCLUSIVE, indicator.id, second.span, Never(both), indicator.cells, facts, first.span)


def outcomes_reached(indicator: Indicator) -> Iterator[Obligation]:
    """Every clause has answers that reach it, and an outcome that is not reported has none."""
    for clause in indicator.clauses:
        condition = condition_of(clause, indicator.clauses)
        yield Obligation(
            Kind.OUTCOME_REACHED, indicator.id, clause.span, Sometimes(condition), indicator.cells, {"outcome": clause.outcome}
        )
        if indicator.outcomes and clause.outcome not in indicator.outcomes:  # that none are reported is told elsewhere
            facts: dict[str, Fact] = {"outcome": clause.outcome, "reported": indicator.outcomes}
            yield Obligation(Kind.REPORTED, indicator.id, clause.span, Never(condition), indicator.cells, facts)


def parts_reached(indicator: Indicator) -> Iterator[Obligation]:
    """Every condition of which not all in its list must hold can hold."""
    for clause in indicator.clauses:
        for one in parts(clause.condition) if clause.condition is not None else ():
            if one.choice:
                facts = {"outcome": clause.outcome}
                yield Obligation(Kind.PART_REACHED, indicator.id, clause.span, Sometimes(one.part), indicator.cells, facts)


def parts_needed(indicator: Indicator) -> Iterator[Obligation]:
    """No part of a clause can be left out without another meaning."""
    for clause in indicator.clauses:
        for one in parts(clause.condition) if clause.condition is not None else ():
            statement = Apart(clause.condition or one.part, one.without)
            yield Obligation(Kind.PART_NEEDED, indicator.id, clause.span, statement, indicator.cells, {"outcome": clause.outcome})


def named(indicator: Indicator, catalogue: Catalogue) -> Iterator[Obligation]:
    """An asked answer that says "does not apply" or "do not know" falls into `annars` only where a condition names it."""
    last = next((clause for clause in indicator.clauses if clause.condition is None), None)
    if last is None:
        return
    known = {pair for clause in indicator.clauses if clause.condition is not None for pair in _named(clause.condition)}
    rest = condition_of(last, indicator.clauses)
    for column in indicator.cells:
        question = catalogue.question(catalogue.cell(column).question)
        for alternative in () if question.multiple else question.alternatives:
            if alternative.kind in _SILENT and (column, alternative.label) not in known:
                facts = {"label": alternative.label, "question": question.id, "outcome": last.outcome}
                hidden = Never(And((rest, In(column, (alternative.label,)))))
                yield Obligation(Kind.NAMED, indicator.id, last.span, hidden, indicator.cells, facts)


def _named(condition: Condition) -> set[tuple[str, str]]:
    """The (column, label) pairs that a condition mentions, also after "är inte"."""
    if isinstance(condition, In):
        return {(condition.cell, label) for label in (*condition.labels, *condition.excluded)}
    return {pair for child in children(condition) for pair in _named(child)}


def denominator(indicator: Indicator) -> Iterator[Obligation]:
    """Numerator within denominator, and the denominator is what the spec claims. That it lies within the population, every
    unit in exactly one box, is what `total` and `exclusive` say."""
    counted, claim = indicator.denominator, indicator.claim
    if counted is None or not indicator.outcomes:
        return
    facts = {"name": name_of(indicator)}
    if YES not in counted and YES in indicator.outcomes:  # that Ja comes but is not reported is told elsewhere
        numerator = Never(comes(indicator.clauses, YES))
        yield Obligation(Kind.NUMERATOR_COUNTED, indicator.id, indicator.span, numerator, indicator.cells, facts)
    if claim is None or claim.condition is None:
        return
    inside = Or(tuple(comes(indicator.clauses, outcome) for outcome in indicator.outcomes if outcome in counted))
    cells = tuple(dict.fromkeys((*indicator.cells, *sorted(cells_of(claim.condition)))))
    missed, added = And((inside, opposite(claim.condition))), And((claim.condition, opposite(inside)))
    yield Obligation(Kind.CLAIMED, indicator.id, claim.span, Never(missed), cells, facts)
    yield Obligation(Kind.COUNTED, indicator.id, claim.span, Never(added), cells, facts)


def never_worse(indicator: Indicator, catalogue: Catalogue) -> Iterator[Obligation]:
    """A better answer never worsens the outcome, where the spec claims so."""
    if indicator.never_worse is not None:
        statement = NeverWorse(indicator.clauses, better_answers(indicator.cells, catalogue))
        facts = {"name": name_of(indicator)}
        yield Obligation(Kind.NEVER_WORSE, indicator.id, indicator.never_worse, statement, indicator.cells, facts)


def examples_come_out(indicator: Indicator) -> Iterator[Obligation]:
    """Every example gets the outcome that its author wrote."""
    for example in indicator.examples:
        statement = ComesOut(indicator.clauses, example.answers, example.outcome)
        yield Obligation(
            Kind.EXAMPLE, indicator.id, example.span, statement, tuple(example.answers), {"expected": example.outcome}
        )


def skip_logic(catalogue: Catalogue) -> Iterator[Obligation]:
    """Every question can be asked, and only where its parent is, or some question that its condition names."""
    for question in catalogue.questions:
        facts = {"question": question.id}
        for condition in dict.fromkeys(cell.asked_if for cell in question.cells):
            if condition is None:
                continue
            tested = cells_of(condition)
            above = with_parents(tested, catalogue.cell_of)
            cells = tuple(column for column in catalogue.cell_of if column in above)
            yield Obligation(Kind.ASKABLE, question.id, question.span, Sometimes(condition), cells, facts)
            none = opposite(Or(tuple(Asked(column) for column in sorted(tested))))
            yield Obligation(Kind.FOLLOWS, question.id, question.span, Never(And((condition, none))), cells, facts)


def assumable(assumptions: Sequence[Assumption]) -> Iterator[Obligation]:
    """The condition of every assumption can be fulfilled where all of them hold: none contradicts itself or another."""
    for one in assumptions:
        both = And((one.when, allowed(assumptions)))
        yield Obligation(Kind.ASSUMABLE, one.id, one.span, Sometimes(both), (), {"name": one.id})


def of_indicator(indicator: Indicator, catalogue: Catalogue) -> Iterator[Obligation]:
    """All that has to be shown of an indicator."""
    yield from total(indicator)
    yield from exclusive(indicator)
    yield from outcomes_reached(indicator)
    yield from parts_reached(indicator)
    yield from parts_needed(indicator)
    yield from named(indicator, catalogue)
    yield from denominator(indicator)
    yield from never_worse(indicator, catalogue)
    yield from examples_come_out(indicator)
