"""A rule without `annars` says what every possible set of answers gives."""

from __future__ import annotations

from ojdsl.checks.found import faults
from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.logic.space import Space
from ojdsl.logic.to_show import total
from ojdsl.model.nodes import Catalogue, Indicator


def gaps(indicator: Indicator, space: Space, catalogue: Catalogue) -> list[Diagnostic]:
    """OJ420: answers that lead to no outcome."""
    return faults(total(indicator), space, catalogue)
