"""Assumptions on the answers to an area, the round's first: conditions resolved, those of other areas' questions left out."""

from __future__ import annotations

from collections.abc import Collection

from ojdsl.model.faults import Faults
from ojdsl.model.nodes import Assumption, cells_of
from ojdsl.model.placeholders import fill
from ojdsl.model.resolve_indicators import Survey
from ojdsl.model.resolve_rules import Scope, resolve_condition
from ojdsl.model.slug import NAME
from ojdsl.source import Text
from ojdsl.syntax.specs import AreaSpec, AssumptionSpec, RoundSpec


def resolve_assumptions(
    round_: RoundSpec, area: AreaSpec, survey: Survey, asked: Collection[str], faults: Faults
) -> tuple[Assumption, ...]:
    """The assumptions whose conditions are understood. The round's may name the questions that areas share, and hold for the
    areas that ask them all. OJ445: an area's own of a question that is not among those `asked`, the area's."""
    seen: dict[str, Text] = {}
    found = []
    for spec in (*round_.assumptions, *area.assumptions):
        if spec.id.value in seen:
            faults.doubled("OJ314", seen[spec.id.value], spec.id)
            continue
        seen[spec.id.value] = spec.id
        if spec.id.value and not NAME.fullmatch(spec.id.value):
            faults.report("OJ318", spec.id, name=spec.id.value)
        of_round = spec in round_.assumptions
        shared = survey.context.round.section if of_round else ""
        made = _assumption(spec, Scope(survey.shapes, None, survey.broken, shared), survey, faults)
        if made is None:
            continue
        if {survey.cells[column].question for column in cells_of(made.when) | cells_of(made.then)} <= set(asked):
            found.append(made)
        elif not of_round:
            faults.report("OJ445", spec.span, name=made.id)
    return tuple(found)


def _assumption(spec: AssumptionSpec, scope: Scope, survey: Survey, faults: Faults) -> Assumption | None:
    when, then = (
        None if condition is None else resolve_condition(condition, scope, faults) for condition in (spec.when, spec.then)
    )
    reason = fill(spec.reason, survey.context.words, faults)
    return None if when is None or then is None else Assumption(spec.id.value, when, then, reason, spec.span)
