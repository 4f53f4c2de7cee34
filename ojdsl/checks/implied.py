"""Which indicators follow from others: worth knowing, seldom a fault."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

from ojdsl.diagnostics.fact import Diagnostic, Related
from ojdsl.logic.diagram import FALSE
from ojdsl.logic.space import Space
from ojdsl.model.nodes import YES, Indicator


def implied(indicators: Sequence[Indicator], space: Space) -> list[Diagnostic]:
    """OJ436, a note: whoever gets Ja in one indicator gets it in another, not the other way round, nor in a family."""
    reached = [(one, f) for one in indicators if one.kind == "indicator" and (f := space.outcomes(one).get(YES, FALSE)) != FALSE]
    found = []
    for (one, f), (other, g) in permutations(reached, 2):
        alike = one.family is not None and one.family == other.family
        if f != g and not alike and space.pool.implies(f, g):
            facts = {"name": one.family or one.id, "other": other.family or other.id}
            found.append(Diagnostic("OJ436", one.span, facts, (Related(other.span, "other"),)))
    return found
