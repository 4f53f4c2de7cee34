"""Which indicators of an area have a counterpart in the round's other areas.

Areas share questions that have a row for each of them (`rad_per: område`). An indicator that rests on such questions alone can
be compared with one of another area that asks the same questions and has the same rule. An area without specs publishes
nothing that we know of: all that can be said of it is that the questions have a row for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ojdsl.model.nodes import Asked, Between, Catalogue, Cell, Condition, In, Indicator, Question


@dataclass(frozen=True, slots=True)
class Comparison:
    """`published`: areas with a counterpart, by name; `asked`: rows of areas without specs that are asked the same."""

    indicator: Indicator
    published: tuple[str, ...]
    asked: tuple[str, ...]


def comparisons(catalogue: Catalogue) -> tuple[Comparison, ...]:
    """One for each published indicator that rests on shared questions alone, in the catalogue's order."""
    return tuple(
        Comparison(one, _published(one, catalogue), _asked(one, catalogue))
        for one in catalogue.indicators
        if one.kind == "indicator" and all(question.areas for question in _parents(one, catalogue))
    )


def _parents(indicator: Indicator, catalogue: Catalogue) -> tuple[Question, ...]:
    """The questions that an indicator rests on; for a follow-up the one it follows, which has the rows."""
    names = (catalogue.question(catalogue.cell(column).question) for column in indicator.cells)
    return tuple(catalogue.question(name) for name in dict.fromkeys(one.parent or one.id for one in names))


def _published(indicator: Indicator, catalogue: Catalogue) -> tuple[str, ...]:
    rule = _rule(indicator, catalogue)
    return tuple(other.area.name for other in catalogue.neighbours if any(_rule(one, other) == rule for one in other.indicators))


def _asked(indicator: Indicator, catalogue: Catalogue) -> tuple[str, ...]:
    """The rows that all the questions have, without those of areas with specs."""
    specified = {catalogue.area.row, *(other.area.row for other in catalogue.neighbours)}
    first, *others = _parents(indicator, catalogue)
    common = {row.slug for row in first.areas}.intersection(*({row.slug for row in one.areas} for one in others))
    return tuple(row.label for row in first.areas if row.slug in common and row.label not in specified)


def _rule(indicator: Indicator, catalogue: Catalogue) -> object:
    """What an indicator asks and counts, with the area's row left out of it."""
    clauses = {
        clause.outcome: clause.condition and _without_row(clause.condition, catalogue.cell_of) for clause in indicator.clauses
    }
    return clauses, indicator.denominator, indicator.kind


def _without_row(condition: Condition, cells: Mapping[str, Cell]) -> Condition:
    if isinstance(condition, In | Between | Asked):
        return replace(condition, cell=_place(cells[condition.cell]))
    return replace(condition, args=tuple(_without_row(arg, cells) for arg in condition.args))


def _place(cell: Cell) -> str:
    return f"{cell.question} {cell.alternative or ''}"
