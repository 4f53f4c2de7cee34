"""No two indicators of an area are the same measure under two names."""

from __future__ import annotations

from collections.abc import Sequence

from ojdsl.diagnostics.fact import Diagnostic, Related
from ojdsl.logic.space import Space
from ojdsl.model.nodes import Indicator


def same_rule(indicators: Sequence[Indicator], space: Space) -> list[Diagnostic]:
    """OJ435: an indicator that has the outcomes of an earlier one on all answers, however the two are written."""
    found = []
    first: dict[frozenset[tuple[str, int]], Indicator] = {}
    for indicator in indicators:
        if indicator.kind == "background":
            continue
        other = first.setdefault(frozenset(space.outcomes(indicator).items()), indicator)
        if other is not indicator:
            facts = {"name": indicator.id, "other": other.id}
            found.append(Diagnostic("OJ435", indicator.span, facts, (Related(other.span, "first"),)))
    return found
