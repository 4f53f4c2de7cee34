"""The examples in a spec come out as their author says, and are settled."""

from __future__ import annotations

from ojdsl.checks.found import form, not_proven
from ojdsl.diagnostics.fact import Diagnostic, Fact
from ojdsl.logic.decide import NotProven, Refuted, decide
from ojdsl.logic.given import outcome_within, outcomes_of
from ojdsl.logic.space import Space
from ojdsl.logic.to_show import examples_come_out, name_of
from ojdsl.model.nodes import Catalogue, Indicator

MOST_SHOWN = 2
"""Examples of one indicator that are printed with its rule."""


def examples(indicator: Indicator, space: Space, catalogue: Catalogue) -> list[Diagnostic]:
    """OJ428: an example with another outcome than the rule gives; OJ433: one that a person has yet to settle; OJ434: one more
    to print than there is room for."""
    found = []
    for one, example in zip(examples_come_out(indicator), indicator.examples, strict=True):
        match decide(one, space):
            case Refuted(completions):
                got = outcome_within(space, outcomes_of(space, indicator.clauses), completions)
                known = {column: label for column, label in example.answers.items() if column in space.number}
                found.append(Diagnostic("OJ428", one.place, {**one.facts, "got": got}, (), form(known, catalogue)))
            case NotProven(largest):
                return [not_proven(one.of, largest, catalogue)]
    found += [Diagnostic("OJ433", one.span, {"outcome": one.outcome}) for one in indicator.examples if one.review]
    shown = [one for one in indicator.examples if one.shown]
    facts: dict[str, Fact] = {"name": name_of(indicator), "most": MOST_SHOWN}
    return found + [Diagnostic("OJ434", one.span, facts) for one in shown[MOST_SHOWN:]]
