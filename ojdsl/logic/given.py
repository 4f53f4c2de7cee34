"""Outcomes under some answers: of a rule as it is written, even one that the checks would refuse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ojdsl.logic.diagram import FALSE, TRUE
from ojdsl.logic.space import Space
from ojdsl.model.nodes import NONRESPONSE, Clause

Outcomes = Mapping[str, int]
"""Functions by outcome: apart from each other, together all answers, none of them empty."""


def outcomes_of(space: Space, clauses: Iterable[Clause]) -> Outcomes:
    """As `ojdsl.logic.interpret` has it: the first clause that holds decides, and where none does it is Bortfall."""
    pool, left = space.pool, TRUE
    found: dict[str, int] = {}
    for clause in clauses:
        f = left if clause.condition is None else pool.both(left, space.holds(clause.condition))
        found[clause.outcome] = pool.either(found.get(clause.outcome, FALSE), f)
        left = pool.both(left, pool.opposite(f))
    found[NONRESPONSE] = left
    return {outcome: f for outcome, f in found.items() if f != FALSE}


def product_of(space: Space, answers: Mapping[str, str]) -> int:
    """True of the completions of some answers (column → label); columns without labels to choose from are left out."""
    return space.pool.all_of(space.pool.test(number, (value,)) for number, value in space.values(answers).items())


def outcome_within(space: Space, outcomes: Outcomes, f: int) -> str:
    """The outcome that all answers in f give, otherwise Bortfall."""
    possible = [outcome for outcome, g in outcomes.items() if space.pool.both(f, g) != FALSE]
    return possible[0] if len(possible) == 1 else NONRESPONSE
