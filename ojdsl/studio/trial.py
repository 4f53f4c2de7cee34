"""Answers that are tried: read from JSON, evaluated by the area's own evaluator, and explained as `ojdsl explain` does."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from ojdsl.data.columns import Numbers
from ojdsl.logic.diagram import TooLargeError
from ojdsl.logic.explain import decisions, explain
from ojdsl.logic.interpret import holds, prepared
from ojdsl.model.nodes import NONRESPONSE, Catalogue, Cell, Indicator
from ojdsl.prose.decision_table import decision_table
from ojdsl.prose.explain import explanation
from ojdsl.studio.view import Good


@dataclass(frozen=True, slots=True)
class Trial:
    """What a page asks: the number of the view it shows, an indicator, and answers (column → label)."""

    number: int
    indicator: str
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome, why, and the rows of the decision table (from 0) that the answers are in."""

    outcome: str
    why: tuple[str, ...]
    rows: tuple[int, ...]


def read_trial(body: bytes) -> Trial | None:
    """The trial in a request; None where it is anything else."""
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return None
    match said:
        case {"number": int(number), "indicator": str(indicator), "answers": dict(answers), **others} if not others:
            alike = all(isinstance(one, str) for pair in answers.items() for one in pair)
            return Trial(number, indicator, answers) if alike else None
    return None


def unknown_answer(answers: Mapping[str, str], catalogue: Catalogue) -> bool:
    """Whether some answer is none of the survey's."""
    cells = catalogue.cell_of
    return any(column not in cells or not _possible(cells[column], label) for column, label in answers.items())


def _possible(cell: Cell, answer: str) -> bool:
    return answer in (cell.labels if cell.number is None else Numbers(cell.number))


def tried(answers: Mapping[str, str], indicator: Indicator, good: Good) -> Result:
    """The outcome of answers that are all of the survey; those that are left out are unanswered."""
    catalogue, engine = good.catalogue, good.engine
    # whoever tries answers does not decline the area, not even while none is given
    row = {**dict.fromkeys(catalogue.cell_of, ""), **answers, catalogue.area.gate: "Ja"}
    outcome = engine.evaluate_row(row)[indicator.id]
    reason = engine.nonresponse_reason(row, indicator.id) if outcome == NONRESPONSE else ""
    values = prepared(catalogue, row)
    try:
        why = explanation(explain(decisions(indicator, catalogue), values), indicator, catalogue, reason)
        return Result(outcome, why, _rows(values, indicator, catalogue, outcome))
    except TooLargeError:
        return Result(outcome, (), ())


def _rows(values: Mapping[str, str], indicator: Indicator, catalogue: Catalogue, outcome: str) -> tuple[int, ...]:
    """A row holds where its answers are given; its outcome tells those apart whose questions were not asked."""
    rows = decision_table(indicator, catalogue).rows
    return tuple(
        number
        for number, row in enumerate(rows)
        if row.outcome == outcome and all(holds(test, {test.cell: values[test.cell] or None}) for test in row.tests)
    )
