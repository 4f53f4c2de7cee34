"""Every part of a rule can hold, and changes something."""

from __future__ import annotations

from dataclasses import replace

from ojdsl.checks.found import CODES, faults, not_proven
from ojdsl.diagnostics.fact import Diagnostic, Fact
from ojdsl.logic.decide import NotProven, Refuted, decide
from ojdsl.logic.obligations import Apart, Obligation, Sometimes
from ojdsl.logic.parts import parts as parts_of
from ojdsl.logic.space import Space
from ojdsl.logic.to_show import outcomes_reached, parts_needed, parts_reached
from ojdsl.model.nodes import Catalogue, Condition, Indicator
from ojdsl.prose.as_written import as_written
from ojdsl.prose.condition import Words


def parts(indicator: Indicator, space: Space, catalogue: Catalogue) -> list[Diagnostic]:
    """OJ441: a condition in a list that no answers fulfil; OJ440: parts without which the rule would be the same.

    A clause that no answers reach at all, or with a part that none fulfil, is not simplified.
    """
    words = Words(catalogue, indicator)
    told = {fault.place for fault in faults(outcomes_reached(indicator), space, catalogue) if fault.code == "OJ422"}
    found = []
    for one in (*parts_reached(indicator), *parts_needed(indicator)):
        if one.place in told:
            continue
        match decide(one, space), one.statement:
            case NotProven(largest), _:
                return [not_proven(one.of, largest, catalogue)]
            case Refuted(), Sometimes(condition):
                found.append(Diagnostic(CODES[one.kind], one.place, {**one.facts, "part": as_written(condition, words)}))
            case Refuted(), Apart(condition, _) if all(fault.place != one.place for fault in found):
                found.append(_simplified(one, condition, space, words))
    return found


def _simplified(one: Obligation, condition: Condition, space: Space, words: Words) -> Diagnostic:
    """The fault of a clause with needless parts: which they are, and the clause without them."""
    needless: list[str] = []
    left: Condition | None = condition
    while left is not None:
        condition, left = left, None
        for part in parts_of(condition):
            if isinstance(decide(replace(one, statement=Apart(condition, part.without)), space), Refuted):
                needless.append(as_written(part.part, words))
                left = part.without
                break
    facts: dict[str, Fact] = {**one.facts, "parts": tuple(needless), "simpler": as_written(condition, words)}
    return Diagnostic(CODES[one.kind], one.place, facts)
