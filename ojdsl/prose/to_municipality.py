"""The rule of an indicator as it is said to the municipality that answers: "Ni får Ja om ni har …"."""

from __future__ import annotations

from ojdsl.model.nodes import Catalogue, Clause, Indicator
from ojdsl.prose.condition import Words, phrase, within
from ojdsl.prose.facts import swedish_list
from ojdsl.prose.phrase import Phrase
from ojdsl.prose.rule import counted_in, in_order, left_out


def rule_to_municipality(indicator: Indicator, catalogue: Catalogue) -> tuple[Phrase, ...]:
    """What it takes for each outcome, in the order of Bilaga 2, then who is in the denominator, if there is one."""
    clauses = tuple(clause_to_municipality(clause, indicator, catalogue) for clause in in_order(indicator))
    denominator = denominator_to_municipality(indicator, catalogue)
    return (*clauses, denominator) if denominator else clauses


def clause_to_municipality(clause: Clause, indicator: Indicator, catalogue: Catalogue) -> Phrase:
    """One outcome; the class of a background measure is not something to get, but to be counted as."""
    start = f"Ni redovisas som ”{within(clause.outcome)}”" if indicator.kind == "background" else f"Ni får {clause.outcome}"
    if clause.condition is None:
        return Phrase(f"{start} med alla andra svar.")
    said = phrase(clause.condition, Words(catalogue, indicator))
    return Phrase(f"{start} om ni har {said.text}{'' if said.items else '.'}", said.items)


def denominator_to_municipality(indicator: Indicator, catalogue: Catalogue) -> Phrase | None:
    """With which outcomes one is counted, and with which answers one is not; None where there are no shares."""
    if indicator.denominator is None:
        return None
    counted = counted_in(indicator)
    if not counted:
        return Phrase("Ni ingår inte i nämnaren för andelar.")
    start = f"Ni ingår i nämnaren för andelar om ni får {swedish_list(counted, 'eller')}."
    said = left_out(indicator, catalogue)
    if said is None:
        return Phrase(start)
    return Phrase(f"{start} Ni ingår inte om ni har {said.text}{'' if said.items else '.'}", said.items)
