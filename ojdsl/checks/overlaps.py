"""No answers lead to two outcomes."""

from __future__ import annotations

from collections.abc import Mapping

from ojdsl.checks.found import faults
from ojdsl.diagnostics.fact import Diagnostic, Fact
from ojdsl.logic.given import product_of
from ojdsl.logic.obligations import Obligation
from ojdsl.logic.space import Space
from ojdsl.logic.to_show import exclusive
from ojdsl.model.nodes import Catalogue, Condition, Indicator, Or
from ojdsl.prose.as_written import as_written
from ojdsl.prose.condition import Words


def overlaps(indicator: Indicator, space: Space, catalogue: Catalogue) -> list[Diagnostic]:
    """OJ421: two clauses that hold at once; the second is marked, the first shown beside it, and of each the part that holds."""
    words = Words(catalogue, indicator)
    clauses = {clause.span: clause.condition for clause in indicator.clauses}

    def tell(one: Obligation, answers: Mapping[str, str]) -> Mapping[str, Fact]:
        found = (clauses[place] for place in (one.other, one.place) if place is not None)
        parts = (part_that_holds(condition, answers, space) for condition in found if condition is not None)
        return dict(zip(("first_part", "second_part"), (as_written(part, words) for part in parts), strict=True))

    return faults(exclusive(indicator), space, catalogue, tell)


def part_that_holds(condition: Condition, answers: Mapping[str, str], space: Space) -> Condition:
    """Of a list of which one is enough, the first that holds with a form's answers; otherwise the whole condition."""
    known = product_of(space, answers)
    for arg in condition.args if isinstance(condition, Or) else ():
        if space.pool.implies(known, space.holds(arg)):
            return part_that_holds(arg, answers, space)
    return condition
