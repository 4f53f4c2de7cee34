"""The examples in a spec come out as their author says."""

from __future__ import annotations

from ojdsl.checks.found import form
from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.logic.diagram import FALSE
from ojdsl.logic.space import Space
from ojdsl.model.nodes import NONRESPONSE, Catalogue, Indicator


def examples(indicator: Indicator, space: Space, catalogue: Catalogue) -> list[Diagnostic]:
    """OJ428: an example with another outcome than the rule gives."""
    found = []
    for example in indicator.examples:
        known = {column: label for column, label in example.answers.items() if column in space.number}
        got = _outcome(indicator, space, known)
        if got != example.outcome:
            facts = {"expected": example.outcome, "got": got}
            found.append(Diagnostic("OJ428", example.span, facts, (), form(known, catalogue)))
    return found


def _outcome(indicator: Indicator, space: Space, answers: dict[str, str]) -> str:
    """The outcome that all completions give: the one that no completion contradicts."""
    given = space.pool.all_of(
        space.pool.test(space.number[column], (space.cells[space.number[column]].labels.index(label),))
        for column, label in answers.items()
    )
    possible = [outcome for outcome, f in space.outcomes(indicator).items() if space.pool.both(given, f) != FALSE]
    return possible[0] if len(possible) == 1 else NONRESPONSE
