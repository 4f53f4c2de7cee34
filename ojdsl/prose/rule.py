"""The rule of an indicator in Swedish: how each outcome is reached and who is in the denominator."""

from __future__ import annotations

from ojdsl.logic.alternatives import ways_to
from ojdsl.logic.space import Space
from ojdsl.model.nodes import NO, NOT_APPLICABLE, PARTLY, YES, Assumption, Catalogue, Clause, Condition, Indicator, Or
from ojdsl.prose.condition import Words, flat, phrase, plain, within
from ojdsl.prose.facts import reported_as, swedish_list
from ojdsl.prose.phrase import Phrase

_ORDER = {YES: 0, PARTLY: 1, NOT_APPLICABLE: 2, NO: 3}


def calculation(indicator: Indicator, catalogue: Catalogue) -> tuple[Phrase, ...]:
    """The paragraphs of "Beräkning": each outcome, then the denominator."""
    words = Words(catalogue, indicator)
    if indicator.kind == "background":
        return (Phrase(f"Redovisas som svaren på frågan: {reported_as(indicator)}."),)
    sentences = [_outcome(clause, words) for clause in in_order(indicator)]
    denominator = denominator_sentence(indicator, catalogue)
    return (*sentences, denominator) if denominator else tuple(sentences)


def in_order(indicator: Indicator) -> list[Clause]:
    """The clauses as they are told: what is aimed at first, what is left over last; classes as they are written."""
    if indicator.kind == "background":
        return list(indicator.clauses)
    return sorted(indicator.clauses, key=lambda clause: _ORDER[clause.outcome])


def clause_text(clause: Clause, indicator: Indicator, catalogue: Catalogue) -> str:
    """One outcome's sentence on one line."""
    if indicator.kind == "background" and clause.condition is not None:
        return f"Resultatet är ”{within(clause.outcome)}” om kommunen har {plain(clause.condition, Words(catalogue, indicator))}."
    return sentence(_outcome(clause, Words(catalogue, indicator)))


def sentence(phrased: Phrase) -> str:
    """A whole sentence on one line; one that ends with a list ends with a full stop all the same."""
    return f"{flat(phrased)}{'.' if phrased.items else ''}"


def condition_text(condition: Condition, catalogue: Catalogue) -> str:
    """A condition on one line, to follow "om kommunen har"."""
    return plain(condition, Words(catalogue))


def assumption_text(one: Assumption, catalogue: Catalogue) -> str:
    """What is taken for granted, on one line."""
    words = Words(catalogue)
    return f"En kommun som har {plain(one.when, words)} antas också ha {plain(one.then, words)}."


def _outcome(clause: Clause, words: Words) -> Phrase:
    if clause.condition is None:
        return Phrase(f"Alla andra svar ger resultatet {clause.outcome}.")
    said = phrase(clause.condition, words)
    if clause.outcome == YES:
        start = f"För att uppnå målvärdet ({YES}) krävs att kommunen har"
    elif clause.outcome == PARTLY:
        start = f"För resultatet {PARTLY} krävs att kommunen har"
    else:
        start = f"Resultatet är {clause.outcome} om kommunen har"
    return Phrase(f"{start} {said.text}{'' if said.items else '.'}", said.items)


def otherwise_sentence(indicator: Indicator, catalogue: Catalogue) -> Phrase | None:
    """Which answers `annars` collects; None where the rule has no such clause."""
    last = next((clause for clause in indicator.clauses if clause.condition is None), None)
    if last is None:
        return None
    words = Words(catalogue, indicator)
    space = Space(words.cells[column] for column in indicator.cells)
    ways = ways_to(space, space.outcomes(indicator)[last.outcome])
    said = phrase(Or(ways), words) if ways else Phrase("inga möjliga svar")
    return Phrase(f"Resultatet {last.outcome} får alla som har {said.text}{'' if said.items else '.'}", said.items)


def denominator_sentence(indicator: Indicator, catalogue: Catalogue) -> Phrase | None:
    """Which outcomes are counted, and which answers lead out of the denominator; None where there are no shares."""
    if indicator.denominator is None:
        return None
    counted = counted_in(indicator)
    if not counted:
        return Phrase("Inga kommuner ingår i nämnaren för andelar.")
    start = f"I nämnaren för andelar ingår kommuner med resultatet {swedish_list(counted, 'eller')}."
    said = left_out(indicator, catalogue)
    if said is None:
        return Phrase(start)
    if not said.items:
        return Phrase(f"{start} Kommuner som har {said.text} ingår inte.")
    return Phrase(f"{start} Där ingår inte kommuner som har {said.text}", said.items)


def counted_in(indicator: Indicator) -> list[str]:
    """The outcomes in the denominator, in order."""
    return [outcome for outcome in indicator.outcomes if outcome in (indicator.denominator or ())]


def left_out(indicator: Indicator, catalogue: Catalogue) -> Phrase | None:
    """The answers that lead out of the denominator, to follow "har"; None where there are none."""
    words = Words(catalogue, indicator)
    space = Space(words.cells[column] for column in indicator.cells)
    counted = counted_in(indicator)
    ways = ways_to(space, space.pool.any_of(f for outcome, f in space.outcomes(indicator).items() if outcome not in counted))
    return phrase(Or(ways), words) if ways else None
