"""`annars` hides no answer that says "does not apply" or "do not know"."""

from __future__ import annotations

from ojdsl.checks.found import faults
from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.logic.space import Space
from ojdsl.logic.to_show import named
from ojdsl.model.nodes import Catalogue, Indicator


def otherwise(indicator: Indicator, space: Space, catalogue: Catalogue) -> list[Diagnostic]:
    """OJ424: an asked answer of those kinds that falls into `annars` though no condition names it."""
    return faults(named(indicator, catalogue), space, catalogue)
