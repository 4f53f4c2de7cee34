"""What the model says besides the rule, in Swedish: ids, dates, levels, coverage and laws."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ojdsl.model.dates import swedish_date, swedish_period
from ojdsl.model.nodes import YES, Catalogue, Indicator, LegalReference, Period, Question, Withholding

_ID = re.compile(r"([A-ZÅÄÖ]+)(\d+(?:\.\d+)*)([a-zåäö]*)")
_ORDER = str.maketrans("åäö", "{|}")  # the three characters after z
_UNITS = "enhet"  # the level of those who answer
_LEVELS = {
    "storstad": "storstäder",
    "lan": "län",
    "riket": "riket",
    "befolkningsklass": "befolkningsklasser",
    "kommungrupp": "kommungrupper",
}
_DISTRICTS = "stadsdelar/stadsområden i Stockholm, Göteborg och Malmö"


# --- words ------------------------------------------------------------------------------------------------------------


def swedish_list(words: Sequence[str], conjunction: str = "och") -> str:
    """`a, b och c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


def swedish_key(text: str) -> tuple[str, str]:
    """Sorts å ä ö last and ignores case; texts that differ in case only keep an order of their own."""
    return text.casefold().translate(_ORDER), text


def capital(text: str) -> str:
    """A text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def printed_id(question: str) -> str:
    """`G2a` as the guide prints it: `(G)2 a`."""
    match = _ID.fullmatch(question)
    if match is None:
        return question
    section, number, letter = match.groups()
    return f"({section}){number} {letter}".rstrip()


# --- an indicator -----------------------------------------------------------------------------------------------------


def published(indicator: Indicator) -> tuple[str, ...]:
    """The outcomes that are published, in order."""
    return tuple(outcome for outcome in indicator.outcomes if outcome not in indicator.unpublished)


def reported_as(indicator: Indicator) -> str:
    """`Ja/Nej/Ej aktuellt`."""
    return "/".join(published(indicator))


def levels(indicator: Indicator) -> str:
    """Where results are published, and what the groups get."""
    groups = [_LEVELS[level] for level in indicator.levels if level != _UNITS]
    units = [_DISTRICTS, "kommuner"] if _UNITS in indicator.levels else []
    if not groups:
        return f"{capital(' samt '.join(units) or 'inga')}."
    return (
        f"{capital(swedish_list([*units, *groups]))}. "
        f"För {swedish_list(groups)} redovisas andelen kommuner med resultatet {YES} av dem som ingår i nämnaren."
    )


def withheld(rule: Withholding) -> str:
    """Where a share is not shown."""
    empty = "där ingen kommun ingår i nämnaren"
    if not rule.counted:
        return f"En andel visas inte för en grupp {empty}."
    counted = swedish_list(rule.counted, "eller")
    return (
        f"En andel visas inte för en grupp där mer än {rule.percent} procent av kommunerna har resultatet {counted}, "
        f"och inte heller {empty}."
    )


def measurement(indicator: Indicator, catalogue: Catalogue) -> tuple[str, ...]:
    """The reference date, if some question is asked as of it, and then each period that is asked about."""
    periods = [_period(catalogue.question(name), catalogue) for name in indicator.questions]
    dated = [f"Mätdatum: {swedish_date(catalogue.round.reference_date)}"] if None in periods else []
    distinct = dict.fromkeys(period for period in periods if period is not None)
    return (*dated, *(f"Mätperiod: {swedish_period(period)}" for period in distinct))


def _period(question: Question, catalogue: Catalogue) -> Period | None:
    """A follow-up without a period of its own asks about what its parent asked about."""
    if question.period or question.parent is None:
        return question.period
    return _period(catalogue.question(question.parent), catalogue)


def coverage(indicator: Indicator, catalogue: Catalogue) -> str:
    """`Svarsfrekvens: 95 procent (301 av 316)`: of the area if it asks some question of its own, else of the round."""
    round_, area = catalogue.round, catalogue.area
    own = any(catalogue.question(name).section == area.section for name in indicator.questions)
    answered, units = (area if own else round_).respondents, len(round_.register.units)
    if not units:
        return f"Svarsfrekvens: {answered} svarande"
    return f"Svarsfrekvens: {percent(answered, units)} procent ({answered} av {units})"


def percent(part: int, whole: int) -> int:
    """A whole per cent, halves up: the one place where shares are divided and rounded. `whole` is not 0."""
    return (200 * part + whole) // (2 * whole)


# --- laws -------------------------------------------------------------------------------------------------------------


def legal(reference: LegalReference) -> str:
    """`3 kap. 6 § SoL`."""
    return f"{_place(reference)} {reference.law.id}".lstrip()


def legal_in_full(reference: LegalReference) -> str:
    """`3 kap. 6 § socialtjänstlagen (2001:453), SoL`; a regulation goes by its number: `3 kap. SOSFS 2014:4 (våld …)`."""
    law = reference.law
    known_by_number = law.id.endswith(law.number)
    name = f"{law.id} ({law.name})" if known_by_number else f"{law.name} ({law.number}), {law.id}"
    return f"{_place(reference)} {name}".lstrip()


def _place(reference: LegalReference) -> str:
    chapter = f"{reference.chapter} kap. " if reference.chapter else ""
    section = f"{reference.section} §" if reference.section else ""
    return (chapter + section).rstrip()
