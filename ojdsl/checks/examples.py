"""The examples in a spec come out as their author says, and are settled."""

from __future__ import annotations

from ojdsl.checks.found import form
from ojdsl.diagnostics.fact import Diagnostic, Fact
from ojdsl.logic.given import outcome_within, product_of
from ojdsl.logic.space import Space
from ojdsl.model.nodes import Catalogue, Indicator

MOST_SHOWN = 2
"""Examples of one indicator that are printed with its rule."""


def examples(indicator: Indicator, space: Space, catalogue: Catalogue) -> list[Diagnostic]:
    """OJ428: an example with another outcome than the rule gives; OJ433: one that a person has yet to settle; OJ434: one more
    to print than there is room for."""
    found = []
    outcomes = space.outcomes(indicator)
    for example in indicator.examples:
        got = outcome_within(space, outcomes, product_of(space, example.answers))
        if got != example.outcome:
            known = {column: label for column, label in example.answers.items() if column in space.number}
            facts: dict[str, Fact] = {"expected": example.outcome, "got": got}
            found.append(Diagnostic("OJ428", example.span, facts, (), form(known, catalogue)))
    found += [Diagnostic("OJ433", one.span, {"outcome": one.outcome}) for one in indicator.examples if one.review]
    shown = [one for one in indicator.examples if one.shown]
    facts = {"name": indicator.family or indicator.id, "most": MOST_SHOWN}
    return found + [Diagnostic("OJ434", one.span, facts) for one in shown[MOST_SHOWN:]]
