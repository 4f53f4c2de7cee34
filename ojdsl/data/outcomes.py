"""Each unit's outcome on each indicator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ojdsl.data.answers import AnswerRow, Answers
from ojdsl.data.engine import Engine
from ojdsl.model.nodes import NO_ROW, NONRESPONSE, Catalogue


@dataclass(frozen=True, slots=True)
class Outcome:
    """One result. `in_denominator` is None for a background measure; `reason` is why it is Bortfall (NO_ROW …), else ''."""

    unit: str
    indicator: str
    outcome: str
    in_denominator: bool | None
    reason: str


def outcomes(catalogue: Catalogue, answers: Answers, engine: Engine) -> tuple[Outcome, ...]:
    """Every unit of the register × every indicator, in order of unit code, then of the catalogue."""
    rows = {row.unit: row for row in answers.rows}
    units = catalogue.round.register.units
    return tuple(outcome for unit in units for outcome in _of_unit(catalogue, engine, unit.code, rows.get(unit.code)))


def _of_unit(catalogue: Catalogue, engine: Engine, unit: str, row: AnswerRow | None) -> Iterator[Outcome]:
    values = {} if row is None else dict(row.values)
    results = {} if row is None else engine.evaluate_row(values)
    for indicator in (item.id for item in catalogue.indicators):
        result = results.get(indicator, NONRESPONSE)
        reason = ""
        if result == NONRESPONSE:
            reason = NO_ROW if row is None else engine.nonresponse_reason(values, indicator)
        counted = engine.DENOMINATORS[indicator]
        yield Outcome(unit, indicator, result, None if counted is None else result in counted, reason)
