"""Indicators: families unfolded, rules and texts resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from ojdsl.model.faults import Faults
from ojdsl.model.nodes import (
    NO,
    NOT_APPLICABLE,
    OUTCOMES,
    Cell,
    Clause,
    Description,
    Example,
    In,
    Indicator,
    Question,
    Row,
    cells_of,
)
from ojdsl.model.placeholders import fill
from ojdsl.model.resolve_conditions import with_parents
from ojdsl.model.resolve_examples import resolve_example
from ojdsl.model.resolve_questions import Shape, survey_order
from ojdsl.model.resolve_round import RoundContext, colours_in, outcomes_in
from ojdsl.model.resolve_rules import Scope, find_labels, find_question, resolve_condition
from ojdsl.model.resolve_shared import Shared, resolve_law
from ojdsl.model.slug import NAME
from ojdsl.source import Text
from ojdsl.syntax.specs import IndicatorSpec

INDICATOR_LEVELS = ("enhet", "storstad", "lan", "riket")
BACKGROUND_LEVELS = ("enhet",)
TYPES = ("Struktur", "Process", "Resultat")
"""What an indicator can measure, after Donabedian: the resources, the work, or what came of it."""
_Shared = TypeVar("_Shared")


@dataclass(frozen=True, slots=True)
class Survey:
    """What indicators are made from: the area's questions, as shapes and complete, and their cells in order."""

    shapes: Mapping[str, Shape]
    questions: Mapping[str, Question]
    cells: Mapping[str, Cell]
    order: Mapping[str, int]
    follow_ups: Mapping[str, tuple[str, ...]]
    shared: Shared
    context: RoundContext
    broken: frozenset[str]


def resolve_indicator(spec: IndicatorSpec, survey: Survey, faults: Faults) -> tuple[Indicator, ...]:
    """The indicators that a spec unfolds to: one, or one for each row of the family's question; none when its rule can't be
    understood, which has been reported."""
    if not NAME.fullmatch(spec.id.value):
        faults.report("OJ318", spec.id, name=spec.id.value)
    members: tuple[Row | None, ...] = (None,)
    if spec.family is not None:
        question = find_question(spec.family, Scope(survey.shapes, None, survey.broken), faults)
        if question is None:
            return ()
        if not question.rows:
            faults.report("OJ319", spec.family, question=spec.family.value)
            return ()
        members = question.rows
    words = _words_by_row(spec, members, faults)
    found: list[Indicator] = []
    for row in members:
        mine = Faults()
        indicator = _member(spec, row, words[row.label if row else None], survey, mine)
        # a fault of the spec shows once, not once for each member
        faults.found.extend(one for one in mine.found if one not in faults.found)
        # where an outcome is unknown there is no saying which are reported
        if indicator is not None and all(one.code != "OJ313" for one in mine.found):
            found.append(indicator)
    return tuple(found)


def _words_by_row(spec: IndicatorSpec, members: tuple[Row | None, ...], faults: Faults) -> dict[str | None, dict[str, str]]:
    """Each row's own placeholders; every row must have the same ones."""
    words: dict[str | None, dict[str, str]] = {row.label: {"rad": row.label} if row else {} for row in members if row}
    words.setdefault(None, {})
    labels = tuple(row.label for row in members if row)
    keys: set[str] = set()
    for _, texts in spec.per_row:
        keys.update(key.value for key, _ in texts)
    for label, texts in spec.per_row:
        if label.value not in labels:
            faults.unknown_label("OJ303", label, labels, question=spec.family.value if spec.family else "")
            continue
        words[label.value] |= {key.value: text.value for key, text in texts}
        missing = keys - {key.value for key, _ in texts}
        if missing:
            faults.report("OJ320", label, row=label.value, missing=tuple(sorted(missing)))
            words[label.value] |= dict.fromkeys(missing, "…")
    if spec.per_row:
        given = {label.value for label, _ in spec.per_row}
        for left_out in (label for label in labels if label not in given):
            faults.report("OJ320", spec.per_row[0][0], row=left_out, missing=tuple(sorted(keys)))
            words[left_out] |= dict.fromkeys(keys, "…")
    return words


def _member(
    spec: IndicatorSpec, row: Row | None, own_words: Mapping[str, str], survey: Survey, faults: Faults
) -> Indicator | None:
    scope = Scope(survey.shapes, row, survey.broken)
    if spec.background:
        clauses, outcomes, hidden = _background_clauses(spec, scope, faults)
    else:
        clauses, hidden = _clauses(spec, scope, faults), ()
        outcomes = outcomes_in(spec.reported_as, OUTCOMES, faults) if spec.reported_as.value else ()
    if clauses is None:
        return None
    claim = resolve_condition(spec.claim, scope, faults) if spec.claim is not None else None
    tested = frozenset().union(*(cells_of(clause.condition) for clause in clauses if clause.condition is not None))
    cells = sorted(with_parents(tested, survey.cells), key=survey.order.__getitem__)
    return Indicator(
        id=f"{spec.id.value}_{row.slug}" if row else spec.id.value,
        family=spec.id.value if row else None,
        row=row,
        kind="background" if spec.background else "indicator",
        description=_description(spec, {**survey.context.words, **own_words}, survey, faults),
        quality_areas=_known(spec.quality_areas, survey.shared.quality_areas, "OJ308", faults),
        legal=tuple(one for one in (resolve_law(name, survey.shared, faults) for name in spec.legal) if one),
        literature=_known(spec.literature, survey.shared.literature, "OJ310", faults),
        outcomes=outcomes,
        unpublished=hidden,
        clauses=clauses,
        denominator=None if spec.background else _denominator(spec, outcomes, faults),
        claim=Clause("", claim, spec.claim.span) if claim is not None and spec.claim is not None else None,
        questions=_shown_questions(cells, survey),
        cells=tuple(cells),
        colours=_colours(spec, outcomes, survey, faults),
        levels=BACKGROUND_LEVELS if spec.background else INDICATOR_LEVELS,
        clarification=fill(spec.clarification, survey.context.words, faults) if spec.clarification else None,
        examples=_examples(spec, scope, outcomes, faults),
        span=spec.span,
        never_worse=spec.never_worse.span if spec.never_worse else None,
    )


def _clauses(spec: IndicatorSpec, scope: Scope, faults: Faults) -> tuple[Clause, ...] | None:
    """The rule's clauses; `annars` must be last and stand for Nej."""
    clauses: list[Clause] = []
    failed = spec.rule_failed
    for number, one in enumerate(spec.clauses):
        if one.outcome.value not in OUTCOMES:
            faults.unknown("OJ313", one.outcome, OUTCOMES)
            failed = True
        if one.condition is None:
            if one.outcome.value != NO and one.outcome.value in OUTCOMES:
                faults.report("OJ416", one.span, outcome=one.outcome.value)
                failed = True
            elif number != len(spec.clauses) - 1:
                faults.report("OJ417", one.span)
                failed = True
            clauses.append(Clause(one.outcome.value, None, one.span))
            continue
        condition = resolve_condition(one.condition, scope, faults)
        failed = failed or condition is None
        clauses.append(Clause(one.outcome.value, condition, one.span))
    if not failed and not any(clause.condition for clause in clauses):
        faults.report("OJ418", spec.clauses[0].span if spec.clauses else spec.span)
        failed = True
    return None if failed else tuple(clauses)


def _background_clauses(
    spec: IndicatorSpec, scope: Scope, faults: Faults
) -> tuple[tuple[Clause, ...] | None, tuple[str, ...], tuple[str, ...]]:
    """A background measure's outcomes are the alternatives of its question."""
    if spec.shows is None:
        return None, (), ()
    question = find_question(spec.shows, scope, faults)
    if question is None:
        return None, (), ()
    if not question.spec.answers or question.spec.multiple or len(question.cells) != 1:
        faults.report("OJ336", spec.shows, question=spec.shows.value)
        return None, (), ()
    column, labels = question.cells[0].column, question.labels()
    clauses = tuple(Clause(label, In(column, (label,)), spec.shows.span) for label in labels)
    return clauses, labels, find_labels(spec.except_labels, question, faults)


def _denominator(spec: IndicatorSpec, outcomes: tuple[str, ...], faults: Faults) -> frozenset[str]:
    if spec.denominator is None:
        return frozenset(outcomes) - {NOT_APPLICABLE}
    return frozenset(outcomes_in(spec.denominator, outcomes, faults))


def _description(spec: IndicatorSpec, words: Mapping[str, str], survey: Survey, faults: Faults) -> Description:
    def text(written: Text) -> str:
        return fill(written, words, faults)

    if spec.type.value and spec.type.value not in TYPES:
        faults.unknown("OJ208", spec.type, TYPES, value=spec.type.value)
    return Description(
        name=text(spec.name),
        short_name=text(spec.short_name),
        measure=text(spec.measure),
        purpose=text(spec.purpose),
        target=text(spec.target),
        operations=_known(spec.operations, survey.shared.operations, "OJ347", faults),
        indicator_area=spec.indicator_area.value,
        type=spec.type.value,
        status=(spec.status or survey.context.status).value,
    )


def _known(names: tuple[Text, ...], known: Mapping[str, _Shared], code: str, faults: Faults) -> tuple[_Shared, ...]:
    """What the names stand for; unknown ones are reported."""
    for name in names:
        if name.value and name.value not in known:
            faults.unknown(code, name, known)
    return tuple(known[name.value] for name in names if name.value in known)


def _shown_questions(cells: list[str], survey: Survey) -> tuple[str, ...]:
    """The questions of the cells, and those of their follow-ups that no result needs: they are described with their parent."""
    needed = {survey.cells[column].question for column in cells}
    beside = {name for parent in needed for name in survey.follow_ups.get(parent, ()) if survey.questions[name].not_reported}
    return tuple(sorted(needed | beside, key=survey_order))


def _colours(spec: IndicatorSpec, outcomes: tuple[str, ...], survey: Survey, faults: Faults) -> dict[str, str]:
    if spec.background:
        return {}
    every = {**survey.context.colours, **colours_in(spec.colours, outcomes, faults)}
    return {outcome: every[outcome] for outcome in outcomes if outcome in every}


def _examples(spec: IndicatorSpec, scope: Scope, outcomes: tuple[str, ...], faults: Faults) -> tuple[Example, ...]:
    known = outcomes if spec.background else OUTCOMES  # an example may show that an outcome is not reported
    found = (resolve_example(example, scope, known, faults) for example in spec.examples)
    return tuple(example for example in found if example is not None)
