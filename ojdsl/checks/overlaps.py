"""No answers lead to two outcomes."""

from __future__ import annotations

from itertools import combinations

from ojdsl.checks.found import counterexample
from ojdsl.diagnostics.fact import Diagnostic, Related
from ojdsl.logic.diagram import FALSE
from ojdsl.logic.space import Space
from ojdsl.model.nodes import Catalogue, Indicator


def overlaps(indicator: Indicator, space: Space, catalogue: Catalogue) -> list[Diagnostic]:
    """OJ421: two clauses that hold at once; the second is marked, the first shown beside it."""
    found = []
    written = [(clause, space.holds(clause.condition)) for clause in indicator.clauses if clause.condition is not None]
    for (first, f), (second, g) in combinations(written, 2):
        both = space.pool.both(f, g)
        if both != FALSE:
            example = counterexample(space, both, indicator, catalogue)
            facts = {"first": first.outcome, "second": second.outcome}
            found.append(Diagnostic("OJ421", second.span, facts, (Related(first.span, "first"),), example))
    return found
