"""All specs of one area to its catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.diagnostics.near import nearest
from ojdsl.model.faults import Faults
from ojdsl.model.nodes import Area, Catalogue, Deviation, Indicator, Register
from ojdsl.model.numbers import cut
from ojdsl.model.resolve_assumptions import resolve_assumptions
from ojdsl.model.resolve_conditions import resolve_conditions
from ojdsl.model.resolve_indicators import Survey, resolve_indicator
from ojdsl.model.resolve_questions import Shape, resolve_questions
from ojdsl.model.resolve_round import RoundContext, resolve_area, resolve_round
from ojdsl.model.resolve_shared import Shared, resolve_shared
from ojdsl.model.slug import NAME, slug
from ojdsl.source import Text
from ojdsl.syntax.specs import AreaSpec, DeviationSpec, IndicatorSpec, QuestionSpec, QuestionsSpec, RoundSpec, Spec

_NOT_OF_AN_ID = re.compile(r"[^\w.]")
_NAMED_IN = {
    "OJ305": "begrepp",
    "OJ306": "begrepp",
    "OJ308": "kvalitetsdimensioner",
    "OJ309": "lagar",
    "OJ310": "litteratur",
    "OJ347": "verksamheter",
}
"""Faults of names that are unknown, and the shared file that would have given them."""


@dataclass(frozen=True, slots=True)
class AreaSpecs:
    """The specs that an area is made from. `shared`, `round` and `bank` are common to the round's areas.

    `broken` are the names that files which could not be read would have given: naming them is no fault.
    `root` is the folder of all specs as shown; what is published names files below it.
    """

    shared: tuple[Spec, ...]
    round: RoundSpec
    bank: tuple[QuestionsSpec, ...]
    area: AreaSpec
    own: tuple[QuestionsSpec, ...]
    indicators: tuple[IndicatorSpec, ...]
    register: Register
    broken: frozenset[str]
    root: str
    fingerprint: str

    def all(self) -> tuple[Spec, ...]:
        """Every spec, in the order of the fields."""
        return (*self.shared, self.round, *self.bank, self.area, *self.own, *self.indicators)


def resolve(specs: AreaSpecs) -> tuple[Catalogue | None, list[Diagnostic]]:
    """The catalogue and every fault found; None only when the round itself can't be understood."""
    faults = Faults()
    shared = resolve_shared(specs.shared, faults)
    context = resolve_round(specs.round, specs.register, faults)
    if context is None:
        return None, faults.found
    area = resolve_area(specs.area, faults)
    survey = _survey(specs, shared, context, area, faults)
    indicators = _indicators(specs, survey, faults)
    kept = _questions_of_area(indicators, survey, area)
    catalogue = Catalogue(
        round=context.round,
        area=area,
        dimensions=tuple(shared.dimensions.values()),
        questions=tuple(question for name, question in survey.questions.items() if name in kept),
        indicators=indicators,
        deviations=_deviations(specs),
        paraphrased=not context.verbatim,
        fingerprint=specs.fingerprint,
        assumptions=resolve_assumptions(specs.round, specs.area, survey, kept, faults),
    )
    return cut(catalogue), [fault for fault in faults.found if _NAMED_IN.get(fault.code) not in specs.broken]


def _survey(specs: AreaSpecs, shared: Shared, context: RoundContext, area: Area, faults: Faults) -> Survey:
    written: list[QuestionSpec] = [question for file in (*specs.bank, *specs.own) for question in file.questions]
    shapes = resolve_questions(written, context, area.section, specs.area.row, faults)
    failed = {name for name, shape in shapes.items() if shape.failed}
    meant = (_NOT_OF_AN_ID.sub("", name).capitalize() for name in failed)  # rules say M7 of what its file calls `m 7`
    broken = specs.broken.union(_named_by_file(written, shapes), failed, meant)
    questions, doubtful = resolve_conditions(shapes, shared, context, broken, faults)
    cells = {cell.column: cell for question in questions.values() for cell in question.cells}
    order = {column: number for number, column in enumerate(cells)}
    follow_ups: dict[str, tuple[str, ...]] = {}
    for name, question in questions.items():
        if question.parent is not None:
            follow_ups[question.parent] = (*follow_ups.get(question.parent, ()), name)
    return Survey(shapes, questions, cells, order, follow_ups, shared, context, broken | doubtful)


def _named_by_file(written: Iterable[QuestionSpec], shapes: Mapping[str, Shape]) -> Iterator[str]:
    """What doubled questions would be called after their files, which may be what the rules call them."""
    for spec in written:
        kept = shapes.get(spec.id.value)
        if kept is not None and kept.spec.span.source is not spec.span.source:
            follow_up = "" if spec.parent is None else spec.id.value.removeprefix(spec.parent)
            yield PurePosixPath(spec.span.source.name).stem + follow_up


def _indicators(specs: AreaSpecs, survey: Survey, faults: Faults) -> tuple[Indicator, ...]:
    """Indicators in the area's order, then the background measures; those the area does not list are reported and left out."""
    by_id: dict[str, IndicatorSpec] = {}
    for spec in specs.indicators:
        key = _well_formed(spec.id)
        if key in by_id and spec.id.value:
            faults.doubled("OJ314", by_id[key].id, spec.id)
        by_id.setdefault(key, spec)
    listed = (*(specs.area.indicators or ()), *specs.area.background)
    named = {name.value for name in listed}
    meant: set[str] = set()
    found: list[Indicator] = []
    seen: dict[str, Text] = {}
    for name in listed:
        if name.value in seen:
            faults.doubled("OJ314", seen[name.value], name)
            continue
        seen[name.value] = name
        if name.value not in by_id:
            if name.value not in specs.broken:
                unlisted = [one for one in by_id if one not in named]
                faults.unknown("OJ311", name, unlisted)
                meant.update(nearest(name.value, unlisted)[:1])
            continue
        found.extend(resolve_indicator(by_id[name.value], survey, faults))
    for key, spec in by_id.items():
        if key and key not in seen:
            if specs.area.indicators is not None and key not in meant:
                faults.report("OJ312", spec.id, name=spec.id.value, area=specs.area.id.value)
            resolve_indicator(spec, survey, faults)
    _distinct_ids(found, faults)
    return tuple(found)


def _well_formed(name: Text) -> str:
    """A name, or the one that was meant by an ill-formed one, which is reported elsewhere."""
    return name.value if NAME.fullmatch(name.value) else slug(name.value)


def _distinct_ids(indicators: list[Indicator], faults: Faults) -> None:
    seen: dict[str, Indicator] = {}
    for indicator in indicators:
        if indicator.id in seen:
            faults.doubled("OJ314", Text(indicator.id, seen[indicator.id].span), Text(indicator.id, indicator.span))
        seen.setdefault(indicator.id, indicator)


def _questions_of_area(indicators: Iterable[Indicator], survey: Survey, area: Area) -> set[str]:
    """The area's own questions, and of the round's those that its indicators use, with all follow-ups beside them."""
    used = {survey.cells[column].question for indicator in indicators for column in indicator.cells}
    top = {survey.questions[name].parent or name for name in used}
    own = {name for name, question in survey.questions.items() if question.section == area.section}
    return own | {name for name, question in survey.questions.items() if (question.parent or name) in top}


def _deviations(specs: AreaSpecs) -> tuple[Deviation, ...]:
    found: list[DeviationSpec] = [*specs.round.deviations, *specs.area.deviations]
    for file in (*specs.bank, *specs.own):
        for question in file.questions:
            found.extend(question.deviations)
    for indicator in specs.indicators:
        found.extend(indicator.deviations)

    def origin(one: DeviationSpec) -> str:
        return one.lines.span.source.name.removeprefix(f"{specs.root}/")

    return tuple(Deviation(one.lines.value, one.printed.value, one.here.value, origin(one)) for one in found)
