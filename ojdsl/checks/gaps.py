"""A rule without `annars` says what every possible set of answers gives."""

from __future__ import annotations

from ojdsl.checks.found import counterexample
from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.logic.diagram import FALSE
from ojdsl.logic.space import Space
from ojdsl.model.nodes import Catalogue, Indicator


def gaps(indicator: Indicator, space: Space, catalogue: Catalogue) -> list[Diagnostic]:
    """OJ420: answers that lead to no outcome."""
    left = space.pool.opposite(space.pool.any_of(space.outcomes(indicator).values()))
    if left == FALSE:
        return []
    example = counterexample(space, left, indicator, catalogue)
    return [Diagnostic("OJ420", indicator.span, {"name": indicator.family or indicator.id}, (), example)]
