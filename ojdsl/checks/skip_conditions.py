"""Every question can be asked."""

from __future__ import annotations

from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.logic.diagram import FALSE
from ojdsl.logic.space import Space
from ojdsl.model.nodes import Catalogue


def skip_conditions(space: Space, catalogue: Catalogue) -> list[Diagnostic]:
    """OJ426: a question whose condition no answers fulfil."""
    found = []
    for question in catalogue.questions:
        conditions = [cell.asked_if for cell in question.cells]
        if any(condition is not None and space.holds(condition) == FALSE for condition in conditions):
            found.append(Diagnostic("OJ426", question.span, {"question": question.id}))
    return found
