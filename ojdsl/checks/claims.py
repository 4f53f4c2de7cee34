"""The numerator lies in the denominator, and what a spec claims of its denominator is true."""

from __future__ import annotations

from collections.abc import Mapping

from ojdsl.checks.found import faults
from ojdsl.diagnostics.fact import Diagnostic, Fact
from ojdsl.logic.given import outcome_within, product_of
from ojdsl.logic.obligations import Kind, Obligation
from ojdsl.logic.space import Space
from ojdsl.logic.to_show import denominator
from ojdsl.model.nodes import Catalogue, Indicator
from ojdsl.prose.as_written import as_written
from ojdsl.prose.condition import Words


def claims(indicator: Indicator, space: Space, catalogue: Catalogue) -> list[Diagnostic]:
    """OJ442: units with Ja that are not counted; OJ425: answers in the denominator that the claim leaves out, otherwise
    OJ432: answers that it claims but the rule leaves out."""

    def tell(one: Obligation, answers: Mapping[str, str]) -> Mapping[str, Fact]:
        if one.kind is Kind.NUMERATOR_COUNTED or indicator.claim is None or indicator.claim.condition is None:
            return {}
        outcome = outcome_within(space, space.outcomes(indicator), product_of(space, answers))
        return {"outcome": outcome, "claim": as_written(indicator.claim.condition, Words(catalogue, indicator))}

    found = faults(denominator(indicator), space, catalogue, tell)
    missed = any(fault.code == "OJ425" for fault in found)
    return [fault for fault in found if not (missed and fault.code == "OJ432")]
