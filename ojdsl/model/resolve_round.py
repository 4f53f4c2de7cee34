"""A round's and an area's own files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from ojdsl.model.dates import swedish_date
from ojdsl.model.faults import Faults
from ojdsl.model.nodes import NONRESPONSE, OUTCOMES, Area, Period, Register, Round, Withholding
from ojdsl.model.placeholders import period_words
from ojdsl.model.slug import NAME
from ojdsl.source import Span, Text
from ojdsl.syntax.read_questions import WORDINGS
from ojdsl.syntax.specs import AreaSpec, RoundSpec

_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_SECTION = re.compile("[A-Z]{1,3}")
_PERCENT = re.compile(r"(\d{1,2}) procent")
COLOURS = ("grön", "gul", "röd", "grå")


@dataclass(frozen=True, slots=True)
class RoundContext:
    """A round and what its specs say about every text and indicator in it."""

    round: Round
    colours: dict[str, str]
    status: Text
    verbatim: bool
    words: dict[str, str]


def resolve_round(spec: RoundSpec, register: Register, faults: Faults) -> RoundContext | None:
    """Dates, periods, the publication rule and the defaults of a round; None when a date can't be read."""
    reference = _date(spec.reference_date, faults)
    periods = {name.value: _period(name, text, faults) for name, text in spec.periods}
    if spec.failed or reference is None or None in periods.values():
        return None
    known = {name: period for name, period in periods.items() if period is not None}
    words = {"mätdatum": f"den {swedish_date(reference)}"}
    for name, period in known.items():
        words |= period_words(name, period)
    colours = colours_in(spec.colours, OUTCOMES, faults)
    if spec.wording.value not in WORDINGS:
        faults.unknown("OJ208", spec.wording, WORDINGS, value=spec.wording.value)
    result = Round(
        id=spec.id.value,
        name=spec.name.value,
        section=_section(spec.section, faults),
        reference_date=reference,
        periods=known,
        respondents=_whole_number(spec.respondents, faults),
        withholding=_withholding(spec, faults),
        data_source=spec.data_source.value,
        error_sources=spec.error_sources.value,
        source=spec.source.value,
        register=register,
        collected=None if spec.collected is None else _days(spec.collected, faults),
        others=tuple((name.value, _whole_number(text, faults)) for name, text in spec.others),
    )
    return RoundContext(result, colours, spec.status, spec.wording.value == "ordagrann", words)


def resolve_area(spec: AreaSpec, faults: Faults) -> Area:
    """The area's own facts."""
    if not NAME.fullmatch(spec.id.value):
        faults.report("OJ318", spec.id, name=spec.id.value)
    section = _section(spec.section, faults)
    return Area(
        id=spec.id.value,
        name=spec.name.value,
        section=section,
        respondents=_whole_number(spec.respondents, faults),
        gate=f"{spec.id.value}_besvaras",
        row=None if spec.row is None else spec.row.value,
    )


def outcomes_in(text: Text, allowed: tuple[str, ...], faults: Faults) -> tuple[str, ...]:
    """`Ja/Nej/Ej aktuellt` as outcomes; unknown and doubled ones are reported."""
    names = tuple(part.strip() for part in text.value.split("/"))
    for name in names:
        if name not in allowed:
            faults.unknown("OJ313", _part(text, name), allowed)
        elif names.count(name) > 1:
            faults.report("OJ330", _part(text, name, last=True), name=name)
            break
    return tuple(dict.fromkeys(name for name in names if name in allowed))


def colours_in(written: tuple[tuple[Text, Text], ...], allowed: tuple[str, ...], faults: Faults) -> dict[str, str]:
    """Outcomes with their colours; unknown ones of either are reported."""
    for outcome, colour in written:
        if outcome.value not in allowed:
            faults.unknown("OJ313", outcome, allowed)
        if colour.value not in COLOURS:
            faults.unknown("OJ208", colour, COLOURS, value=colour.value)
    return {outcome.value: colour.value for outcome, colour in written}


def _part(text: Text, part: str, last: bool = False) -> Text:
    """A part of a text, at its own place."""
    raw = text.span.text
    at = text.span.start + max(0, raw.rfind(part) if last else raw.find(part))
    return Text(part, Span(text.span.source, at, at + len(part)))


def _section(section: Text, faults: Faults) -> str:
    """The section, empty where it is missing or can't be one, which has been reported."""
    if _SECTION.fullmatch(section.value):
        return section.value
    if section.value:
        faults.report("OJ327", section, value=section.value, form="G")
    return ""


def _date(text: Text, faults: Faults) -> date | None:
    written = _DATE.fullmatch(text.value)
    try:
        found = date(*map(int, written.groups())) if written else None
    except ValueError:
        found = None
    if found is None and text.value:
        faults.report("OJ327", text, value=text.value, form="2017-02-01", tips=("no_day",) if written else ())
    return found


def _days(text: Text, faults: Faults) -> tuple[date, date] | None:
    """The first and the last day, in order."""
    parts = re.split(r"\s+[–-]\s+", text.value)
    if len(parts) != 2:
        faults.report("OJ327", text, value=text.value, form="2016-02-01 – 2017-01-31")
        return None
    start, end = _date(_part(text, parts[0]), faults), _date(_part(text, parts[1], last=True), faults)
    return None if start is None or end is None else (start, end)


def _period(name: Text, text: Text, faults: Faults) -> Period | None:
    days = _days(text, faults)
    if days is None:
        return None
    start, end = days
    after = end + timedelta(days=1)
    months = (after.year - start.year) * 12 + after.month - start.month
    if months < 1 or after.day != start.day:
        faults.report("OJ331", text, value=text.value)
        return None
    return Period(name.value, start, end, months)


def _whole_number(text: Text, faults: Faults) -> int:
    if text.value.isascii() and text.value.isdigit() and len(text.value) < 10:
        return int(text.value)
    if text.value:
        faults.report("OJ327", text, value=text.value, form="296")
    return 0


def _withholding(spec: RoundSpec, faults: Faults) -> Withholding:
    found = _PERCENT.fullmatch(spec.withheld_above.value)
    if found is None and spec.withheld_above.value:
        faults.report("OJ327", spec.withheld_above, value=spec.withheld_above.value, form="20 procent")
    counted = outcomes_in(spec.withheld_counts, (*OUTCOMES, NONRESPONSE), faults) if spec.withheld_counts.value else ()
    return Withholding(int(found[1]) if found else 0, counted)
