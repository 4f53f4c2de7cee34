"""Answers that an assumption rules out: what was proven with it does not hold of those units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ojdsl.data.answers import AnswerRow, Answers
from ojdsl.data.asked import holds
from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.logic.interpret import prepared
from ojdsl.logic.obligations import follows
from ojdsl.model.nodes import Assumption, Catalogue, cells_of

FIRST = 5
"""Units that are named of those whose answers are ruled out."""


@dataclass(frozen=True, slots=True)
class Against:
    """An assumption, and a warning for each unit whose answers it rules out for sure, in the order of the file."""

    assumption: Assumption
    rows: tuple[Diagnostic, ...]


def against(catalogue: Catalogue, answers: Answers) -> list[Against]:
    """The assumptions that some answers are against. OJ632: one unit's answers, at the first that should be another.

    The facts `unit`, `column` and `answer` are always there, as in those of `ojdsl.data.not_asked`.
    """
    given = [(row, prepared(catalogue, row.values)) for row in answers.rows]
    found = (Against(one, tuple(_rows(one, catalogue, given))) for one in catalogue.assumptions)
    return [one for one in found if one.rows]


def summaries(found: Sequence[Against]) -> list[Diagnostic]:
    """OJ631, for each assumption: how many units answer against it, and the first ones."""
    return [Diagnostic("OJ631", one.rows[0].place, _summary(one)) for one in found]


def _summary(one: Against) -> dict[str, str | int | tuple[str, ...]]:
    units = tuple(str(row.facts["unit"]) for row in one.rows)
    return {"count": len(units), "name": one.assumption.id, "units": units[:FIRST], "reason": one.assumption.reason}


def _rows(one: Assumption, catalogue: Catalogue, given: Sequence[tuple[AnswerRow, Mapping[str, str]]]) -> Iterator[Diagnostic]:
    condition = follows(one.when, one.then)
    for row, values in given:
        if holds(condition, catalogue.cell_of, values) is False:
            named = [column for column in catalogue.cell_of if column in cells_of(condition) and values[column]]
            should = next((column for column in named if column in cells_of(one.then)), named[0])
            told = tuple(f"{column} = {values[column]}" for column in named)
            facts = {"unit": row.unit, "column": should, "answer": values[should]}
            yield Diagnostic("OJ632", row.place(should), {**facts, "name": one.id, "answers": told})
