"""Assumptions on the answers to an area: conditions resolved, those of other areas' questions left out."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ojdsl.model.faults import Faults
from ojdsl.model.nodes import Assumption, cells_of
from ojdsl.model.placeholders import fill
from ojdsl.model.resolve_indicators import INDICATOR_ID, Survey
from ojdsl.model.resolve_rules import Scope, resolve_condition
from ojdsl.source import Text
from ojdsl.syntax.specs import AssumptionSpec


def resolve_assumptions(
    specs: Iterable[AssumptionSpec], survey: Survey, asked: Collection[str], faults: Faults
) -> tuple[Assumption, ...]:
    """The assumptions whose conditions are understood. OJ445: one of a question that is not among those `asked`, the area's."""
    seen: dict[str, Text] = {}
    found = []
    for spec in specs:
        if spec.id.value in seen:
            faults.doubled("OJ314", seen[spec.id.value], spec.id)
            continue
        seen[spec.id.value] = spec.id
        if spec.id.value and not INDICATOR_ID.fullmatch(spec.id.value):
            faults.report("OJ318", spec.id, name=spec.id.value)
        made = _assumption(spec, survey, faults)
        if made is None:
            continue
        if {survey.cells[column].question for column in cells_of(made.when) | cells_of(made.then)} <= set(asked):
            found.append(made)
        else:
            faults.report("OJ445", spec.span, name=made.id)
    return tuple(found)


def _assumption(spec: AssumptionSpec, survey: Survey, faults: Faults) -> Assumption | None:
    scope = Scope(survey.shapes, None, survey.broken)
    when, then = (
        None if condition is None else resolve_condition(condition, scope, faults) for condition in (spec.when, spec.then)
    )
    reason = fill(spec.reason, survey.context.words, faults)
    return None if when is None or then is None else Assumption(spec.id.value, when, then, reason, spec.span)
