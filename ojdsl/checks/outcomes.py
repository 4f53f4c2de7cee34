"""The outcomes that can come are those that are reported."""

from __future__ import annotations

from ojdsl.checks.found import faults
from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.logic.space import Space
from ojdsl.logic.to_show import name_of, outcomes_reached
from ojdsl.model.nodes import Catalogue, Indicator


def outcomes(indicator: Indicator, space: Space, catalogue: Catalogue) -> list[Diagnostic]:
    """OJ422: a clause that no answers reach; OJ423: an outcome that comes but is not reported; OJ431: one that is reported
    but has no clause."""
    found = faults(outcomes_reached(indicator), space, catalogue)
    written = {clause.outcome for clause in indicator.clauses}
    missing = tuple(outcome for outcome in indicator.outcomes if outcome not in written)
    if missing:
        found.append(Diagnostic("OJ431", indicator.span, {"name": name_of(indicator), "missing": missing}))
    return found
