"""No answers lead to two outcomes."""

from __future__ import annotations

from ojdsl.checks.found import faults
from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.logic.space import Space
from ojdsl.logic.to_show import exclusive
from ojdsl.model.nodes import Catalogue, Indicator


def overlaps(indicator: Indicator, space: Space, catalogue: Catalogue) -> list[Diagnostic]:
    """OJ421: two clauses that hold at once; the second is marked, the first shown beside it."""
    return faults(exclusive(indicator), space, catalogue)
