"""Shares by group: counts of units, and the share in whole per cent, as sentences have it (`ojdsl.prose.facts.percent`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from ojdsl.data.outcomes import Outcome
from ojdsl.model.nodes import NO, NONRESPONSE, NOT_APPLICABLE, PARTLY, YES, Catalogue, Group, Indicator, Withholding
from ojdsl.prose import facts


@dataclass(frozen=True, slots=True)
class Share:
    """One indicator in one group. The five counts are units and sum to `units`; `percent` is None where nothing is divided by.

    `shown` says whether the share may be published, `reason` why not.
    """

    level: str
    group: str
    indicator: str
    units: int
    yes: int
    partly: int
    no: int
    not_applicable: int
    nonresponse: int
    numerator: int
    denominator: int
    percent: int | None
    shown: bool
    reason: Literal["", "bortfall", "tom_namnare"]


def percent(numerator: int, denominator: int) -> int | None:
    """The share in whole per cent, halves up; None where the denominator is 0."""
    return facts.percent(numerator, denominator) if denominator else None


def shares(catalogue: Catalogue, outcomes: Iterable[Outcome]) -> tuple[Share, ...]:
    """Every group × every indicator (background measures have no share), in order of the groups, then of the catalogue."""
    register = catalogue.round.register
    groups_of = {unit.code: unit.groups for unit in register.units}
    tallies: dict[tuple[str, str, str], Counter[tuple[str, bool]]] = {}
    for outcome in outcomes:
        if outcome.in_denominator is not None:
            for level, group in groups_of[outcome.unit].items():
                tally = tallies.setdefault((level, group, outcome.indicator), Counter())
                tally[outcome.outcome, outcome.in_denominator] += 1
    return tuple(
        _share(group, indicator, tallies.get((group.level, group.code, indicator.id), Counter()), catalogue.round.withholding)
        for group in register.groups
        for indicator in catalogue.indicators
        if indicator.kind == "indicator"
    )


def _share(group: Group, indicator: Indicator, tally: Counter[tuple[str, bool]], withholding: Withholding) -> Share:
    """The share of one group, from its number of units by outcome and by whether it is in the denominator."""
    counts: Counter[str] = Counter()
    for (outcome, _), number in tally.items():
        counts[outcome] += number
    units = tally.total()
    denominator = sum(number for (_, counted), number in tally.items() if counted)
    reason = _reason(counts, units, denominator, withholding)
    return Share(
        level=group.level,
        group=group.code,
        indicator=indicator.id,
        units=units,
        yes=counts[YES],
        partly=counts[PARTLY],
        no=counts[NO],
        not_applicable=counts[NOT_APPLICABLE],
        nonresponse=counts[NONRESPONSE],
        numerator=counts[YES],
        denominator=denominator,
        percent=percent(counts[YES], denominator),
        shown=not reason,
        reason=reason,
    )


def _reason(
    counts: Mapping[str, int], units: int, denominator: int, withholding: Withholding
) -> Literal["", "bortfall", "tom_namnare"]:
    """Why a share is withheld; exactly at the limit it is shown."""
    if denominator == 0:
        return "tom_namnare"
    missing = sum(counts[outcome] for outcome in withholding.counted)
    return "bortfall" if 100 * missing > withholding.percent * units else ""
