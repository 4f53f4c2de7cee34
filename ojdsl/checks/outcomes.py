"""The outcomes that can come are those that are reported."""

from __future__ import annotations

from ojdsl.checks.found import counterexample
from ojdsl.diagnostics.fact import Diagnostic, Fact
from ojdsl.logic.diagram import FALSE
from ojdsl.logic.space import Space
from ojdsl.model.nodes import Catalogue, Indicator


def outcomes(indicator: Indicator, space: Space, catalogue: Catalogue) -> list[Diagnostic]:
    """OJ422: a clause that no answers reach; OJ423: an outcome that comes but is not reported; OJ431: one that is reported
    but has no clause."""
    found = []
    functions = space.outcomes(indicator)
    for clause in indicator.clauses:
        if functions[clause.outcome] == FALSE:
            found.append(Diagnostic("OJ422", clause.span, {"outcome": clause.outcome}))
        elif indicator.outcomes and clause.outcome not in indicator.outcomes:  # that none are reported is told elsewhere
            example = counterexample(space, functions[clause.outcome], indicator, catalogue)
            facts: dict[str, Fact] = {"outcome": clause.outcome, "reported": indicator.outcomes}
            found.append(Diagnostic("OJ423", clause.span, facts, (), example))
    missing = tuple(outcome for outcome in indicator.outcomes if outcome not in functions)
    if missing:
        found.append(Diagnostic("OJ431", indicator.span, {"name": indicator.family or indicator.id, "missing": missing}))
    return found
