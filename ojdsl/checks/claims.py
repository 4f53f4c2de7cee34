"""What a spec claims of its denominator is true."""

from __future__ import annotations

from ojdsl.checks.found import counterexample
from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.logic.diagram import FALSE
from ojdsl.logic.space import Space
from ojdsl.model.nodes import Catalogue, Indicator


def claims(indicator: Indicator, space: Space, catalogue: Catalogue) -> list[Diagnostic]:
    """OJ425: answers in the denominator that the claim leaves out; OJ432: answers that it claims but the rule leaves out."""
    claim, counted = indicator.claim, indicator.denominator
    if claim is None or claim.condition is None or counted is None or not indicator.outcomes:
        return []
    pool = space.pool
    inside = pool.any_of(f for outcome, f in space.outcomes(indicator).items() if outcome in counted)
    claimed = space.holds(claim.condition)
    missed, added = pool.both(inside, pool.opposite(claimed)), pool.both(claimed, pool.opposite(inside))
    for side, code in ((missed, "OJ425"), (added, "OJ432")):
        if side != FALSE:
            example = counterexample(space, side, indicator, catalogue)
            return [Diagnostic(code, claim.span, {"name": indicator.family or indicator.id}, (), example)]
    return []
