"""A better answer never worsens the outcome, where a spec claims so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ojdsl.checks.found import CODES, form, label, not_proven
from ojdsl.diagnostics.fact import Counterexample, Diagnostic
from ojdsl.logic.decide import NotProven, Proven, Refuted, decide
from ojdsl.logic.forms import shortest_pair
from ojdsl.logic.given import outcome_within, outcomes_of, product_of
from ojdsl.logic.obligations import NeverWorse, allowed
from ojdsl.logic.space import Space
from ojdsl.logic.to_show import never_worse
from ojdsl.model.nodes import Catalogue, Indicator

EMPTY = "OJ447"


def better_answers(indicator: Indicator, space: Space, catalogue: Catalogue) -> list[Diagnostic]:
    """OJ446: better answers with a worse outcome, shown by two forms; OJ447: a claim of answers that have no order."""
    found = []
    for one in never_worse(indicator, catalogue):
        match decide(one, space, allowed(catalogue.assumptions)), one.statement:
            case NotProven(largest), _:
                return [not_proven(one.of, largest, catalogue)]
            case Refuted(), NeverWorse() as claim:
                found.append(Diagnostic(CODES[one.kind], one.place, one.facts, (), _two_forms(claim, space, catalogue)))
            case Proven(), NeverWorse(_, better) if not any(better.values()):
                found.append(Diagnostic(EMPTY, one.place, {**one.facts, "questions": indicator.questions}))
    return found


def _two_forms(claim: NeverWorse, space: Space, catalogue: Catalogue) -> Counterexample | None:
    """Answers and better ones with a worse outcome, as two forms with the same questions in their lines."""
    pair = shortest_pair(space, claim.clauses, claim.better, space.holds(allowed(catalogue.assumptions)))
    if pair is None:
        return None
    shown = {column: label(column, catalogue) for answers in pair for column in answers}
    outcomes = outcomes_of(space, claim.clauses)

    def with_outcome(answers: Mapping[str, str]) -> Counterexample:
        outcome = outcome_within(space, outcomes, product_of(space, answers))
        return replace(form(answers, catalogue, shown), outcome=outcome)

    worse, better = map(with_outcome, pair)
    return replace(worse, other=better)
