"""Every question can be asked, and is asked only where it belongs."""

from __future__ import annotations

from ojdsl.checks.found import faults
from ojdsl.diagnostics.fact import Diagnostic, distinct_in_order
from ojdsl.logic.space import Space
from ojdsl.logic.to_show import skip_logic
from ojdsl.model.nodes import Catalogue


def skip_conditions(space: Space, catalogue: Catalogue) -> list[Diagnostic]:
    """OJ426: a question whose condition no answers fulfil; OJ443: one asked where no question that its condition names is."""
    return distinct_in_order(faults(skip_logic(catalogue), space, catalogue))
