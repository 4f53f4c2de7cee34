"""What the model says besides the rule, in Swedish: ids, dates, levels, coverage, laws and when a question is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ojdsl.model.dates import swedish_date, swedish_period
from ojdsl.model.nodes import (
    YES,
    Catalogue,
    Condition,
    Count,
    In,
    Indicator,
    LegalReference,
    Or,
    Period,
    Question,
)

_ID = re.compile(r"([A-ZÅÄÖ]+)(\d+(?:\.\d+)*)([a-zåäö]*)")
_ORDER = str.maketrans("åäö", "{|}")  # the three characters after z
_LEVELS = {"storstad": "storstäder", "lan": "län", "riket": "riket"}
_UNITS = "stadsdelar/stadsområden i Stockholm, Göteborg och Malmö"


# --- words ------------------------------------------------------------------------------------------------------------


def swedish_list(words: Sequence[str], conjunction: str = "och") -> str:
    """`a, b och c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


def swedish_key(text: str) -> tuple[str, str]:
    """Sorts å ä ö last and ignores case; texts that differ in case only keep an order of their own."""
    return text.casefold().translate(_ORDER), text


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
    groups = [_LEVELS[level] for level in indicator.levels if level in _LEVELS]
    if not groups:
        return f"{_capital(_UNITS)} samt kommuner."
    return (
        f"{_capital(swedish_list([_UNITS, 'kommuner', *groups]))}. "
        f"För {swedish_list(groups)} redovisas andelen kommuner med resultatet {YES} av dem som ingår i nämnaren."
    )


def measurement(indicator: Indicator, catalogue: Catalogue) -> tuple[str, ...]:
    """The reference date, if some question is asked as of it, and then each period that is asked about."""
    by_id = {question.id: question for question in catalogue.questions}
    periods = [_period(by_id[name], by_id) for name in indicator.questions]
    dated = [f"Mätdatum: {swedish_date(catalogue.round.reference_date)}"] if None in periods else []
    distinct = dict.fromkeys(period for period in periods if period is not None)
    return (*dated, *(f"Mätperiod: {swedish_period(period)}" for period in distinct))


def _period(question: Question, by_id: dict[str, Question]) -> Period | None:
    """A follow-up without a period of its own asks about what its parent asked about."""
    if question.period or question.parent is None:
        return question.period
    return _period(by_id[question.parent], by_id)


def coverage(indicator: Indicator, catalogue: Catalogue) -> str:
    """`Svarsfrekvens: 95 procent (301 av 316)`: of the area if it asks some question of its own, else of the round."""
    round_, area = catalogue.round, catalogue.area
    own = any(question.id in indicator.questions and question.section == area.section for question in catalogue.questions)
    answered, units = (area if own else round_).respondents, len(round_.register.units)
    if not units:
        return f"Svarsfrekvens: {answered} svarande"
    return f"Svarsfrekvens: {percent(answered, units)} procent ({answered} av {units})"


def percent(part: int, whole: int) -> int:
    """A whole per cent, halves up."""
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


# --- questions --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Test:
    """That one row of a question (or the question, if it has no rows) has one of some answers."""

    question: Question
    row: str | None
    labels: tuple[str, ...]


def asked_when(question: Question, catalogue: Catalogue) -> str | None:
    """When a question is asked, by the answers to another question; None if always."""
    conditions = {cell.asked_if for cell in question.cells}
    if conditions <= {None}:
        return None
    if text := _row_by_row(question, catalogue) or _as_a_whole(conditions, catalogue):
        return text
    return f"Ställs när {question.asked_if_text}." if question.asked_if_text else "Ställs inte till alla."


def _row_by_row(question: Question, catalogue: Catalogue) -> str | None:
    """The same answers to the same row of another question, for each of several rows."""
    tests = [(cell.row, _test(cell.asked_if, catalogue)) for cell in question.cells]
    found = {(test.question.id, test.labels) for row, test in tests if test and test.row == row}
    if len(question.rows) < 2 or len(found) != 1 or not all(test and test.row == row for row, test in tests):
        return None
    ((other, labels),) = found
    return f"Ställs för varje rad där svaret på fråga {printed_id(other)} är {_answers(labels)}."


def _as_a_whole(conditions: set[Condition | None], catalogue: Catalogue) -> str | None:
    """One condition for all cells: some answers to another question, or to so and so many of all its rows."""
    if len(conditions) != 1:
        return None
    (condition,) = conditions
    match condition:
        case In():
            args: tuple[Condition, ...] = (condition,)
            least = 1
        case Or(args=args):
            least = 1
        case Count(min=least, max=most, args=args) if most == len(args):
            pass
        case _:
            return None
    tests = [test for test in (_test(arg, catalogue) for arg in args) if test]
    if len(tests) < len(args) or len({(test.question.id, test.labels) for test in tests}) != 1:
        return None
    other, labels = tests[0].question, _answers(tests[0].labels)
    rows: tuple[str | None, ...] = tuple(row.label for row in other.rows) or (None,)
    if {test.row for test in tests} != set(rows):
        return None
    if len(rows) == 1:
        return f"Ställs när svaret på fråga {printed_id(other.id)} är {labels}."
    share = "alla rader" if least == len(rows) else "minst en rad" if least == 1 else f"minst {least} rader"
    return f"Ställs när svaret är {labels} på {share} i fråga {printed_id(other.id)}."


def _test(condition: Condition | None, catalogue: Catalogue) -> _Test | None:
    """None also where each alternative is a cell: ”svaret är Ja” would not be said of it."""
    if not isinstance(condition, In):
        return None
    cell = catalogue.cell(condition.cell)
    question = next(question for question in catalogue.questions if question.id == cell.question)
    return None if question.multiple else _Test(question, cell.row, condition.labels)


def _answers(labels: Sequence[str]) -> str:
    return swedish_list([f"”{label}”" for label in labels], "eller")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
