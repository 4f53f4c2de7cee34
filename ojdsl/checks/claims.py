"""The numerator lies in the denominator, and what a spec claims of its denominator is true."""

from __future__ import annotations

from ojdsl.checks.found import faults
from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.logic.space import Space
from ojdsl.logic.to_show import denominator
from ojdsl.model.nodes import Catalogue, Indicator


def claims(indicator: Indicator, space: Space, catalogue: Catalogue) -> list[Diagnostic]:
    """OJ442: units with Ja that are not counted; OJ425: answers in the denominator that the claim leaves out, otherwise
    OJ432: answers that it claims but the rule leaves out."""
    found = faults(denominator(indicator), space, catalogue)
    missed = any(fault.code == "OJ425" for fault in found)
    return [fault for fault in found if not (missed and fault.code == "OJ432")]
