"""When each question is asked: shapes become questions; circular conditions are found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter

from ojdsl.model.faults import Faults
from ojdsl.model.nodes import Cell, Condition, Or, Question, Sense, cells_of
from ojdsl.model.placeholders import fill
from ojdsl.model.resolve_questions import Shape
from ojdsl.model.resolve_round import RoundContext
from ojdsl.model.resolve_rules import Scope, find_tests, resolve_condition
from ojdsl.model.resolve_shared import Shared
from ojdsl.source import Text


def resolve_conditions(
    shapes: Mapping[str, Shape], shared: Shared, context: RoundContext, broken: frozenset[str], faults: Faults
) -> tuple[dict[str, Question], frozenset[str]]:
    """The questions by id, each cell with its condition; and those whose condition is in doubt, or rests on one that is, so that
    rules that name them can't be judged."""
    scope = Scope(shapes, None, broken)
    found = {name: _asked_if(shape, scope, faults) for name, shape in shapes.items()}
    asked = {name: conditions or {} for name, conditions in found.items()}
    parents = _parents(shapes, asked)
    doubtful = {name for name, conditions in found.items() if conditions is None} | _break_circles(shapes, asked, parents, faults)
    while below := {name for name, above in parents.items() if name not in doubtful and above & doubtful}:
        doubtful |= below
    questions = {name: _question(shape, asked[name], shared, context, faults) for name, shape in shapes.items()}
    return questions, frozenset(doubtful)


def _asked_if(shape: Shape, scope: Scope, faults: Faults) -> dict[str, Condition] | None:
    """Column → condition, for the cells that have one; None if it can't be told."""
    spec = shape.spec
    if spec.asked_if is not None:
        condition = resolve_condition(spec.asked_if, scope, faults)
        return None if condition is None else {cell.column: condition for cell in shape.cells}
    parent = scope.questions.get(spec.parent or "")
    if parent is None or spec.parent in scope.broken or not spec.given:
        return {}
    if parent.spec.multiple or parent.spec.answers is None:
        faults.report("OJ413", spec.given[0].span, question=spec.id.value, parent=parent.spec.id.value)
        return None
    tests = find_tests(spec.given, False, parent, faults)
    if tests is None:
        return None
    if parent.rows and not shape.inherits_rows:
        faults.report("OJ414", spec.given[0].span, question=spec.id.value, parent=parent.spec.id.value)
        return {}
    by_row = {cell.row: cell.column for cell in parent.cells}
    return {cell.column: tests(by_row[cell.row if shape.inherits_rows else None]) for cell in shape.cells}


def _parents(shapes: Mapping[str, Shape], asked: Mapping[str, Mapping[str, Condition]]) -> dict[str, set[str]]:
    """The questions that the conditions of each question name."""
    owner = {cell.column: name for name, shape in shapes.items() for cell in shape.cells}
    return {
        name: {owner[column] for condition in conditions.values() for column in cells_of(condition)}
        for name, conditions in asked.items()
    }


def _break_circles(
    shapes: Mapping[str, Shape], asked: dict[str, dict[str, Condition]], parents: dict[str, set[str]], faults: Faults
) -> set[str]:
    """Reports questions whose conditions lead back to themselves, drops those conditions, and says whose they were."""
    dropped: set[str] = set()
    while True:
        try:
            TopologicalSorter(parents).prepare()
            return dropped
        except CycleError as error:
            circle = list(dict.fromkeys(error.args[1]))
            faults.report("OJ415", shapes[min(circle)].spec.id, names=tuple(sorted(circle)))
            for name in circle:
                asked[name], parents[name] = {}, set()
            dropped.update(circle)


def _question(shape: Shape, asked: Mapping[str, Condition], shared: Shared, context: RoundContext, faults: Faults) -> Question:
    spec = shape.spec
    cells = tuple(replace(cell, asked_if=asked.get(cell.column)) for cell in shape.cells)
    conditions = tuple(dict.fromkeys(asked.values()))
    verbatim = context.verbatim if spec.wording is None else spec.wording.value == "ordagrann"
    return Question(
        id=spec.id.value,
        text=shape.text,
        alternatives=shape.alternatives,
        rows=shape.rows,
        multiple=spec.multiple,
        blank_is_unmarked=spec.blank_is_unmarked,
        section=shape.section,
        parent=spec.parent,
        period=context.round.periods.get(spec.period.value) if spec.period else None,
        instruction=fill(spec.instruction, context.words, faults) if spec.instruction else None,
        terms=_senses(spec.terms, shared, context, faults),
        wording="verbatim" if verbatim else "paraphrased",
        not_reported=spec.not_reported.value if spec.not_reported else None,
        asked_if=None if not conditions else conditions[0] if len(conditions) == 1 else Or(conditions),
        asked_if_text=_written(shape) if conditions else None,
        cells=cells,
        span=spec.span,
        text_span=spec.text.span,
        areas=shape.areas,
        number=shape.number,
    )


def _written(shape: Shape) -> str:
    if shape.spec.asked_if is not None:
        return " ".join(shape.spec.asked_if.span.text.split())
    return f"{shape.spec.parent} är {' eller '.join(answer.value for answer in shape.spec.given)}"


def _senses(names: tuple[Text, ...], shared: Shared, context: RoundContext, faults: Faults) -> tuple[Sense, ...]:
    found = []
    for name in names:
        term, _, sense = name.value.partition("/")
        senses = shared.terms.get(term)
        if senses is None:
            faults.unknown("OJ305", Text(term, name.span), shared.terms)
            continue
        text = senses.get(sense or None)
        if text is None:
            known = tuple(f"{term}/{one}" if one else term for one in senses)
            faults.unknown("OJ306", name, known)
            continue
        found.append(Sense(term, sense or None, fill(text, context.words, faults)))
    return tuple(found)


def with_parents(columns: frozenset[str], cells: Mapping[str, Cell]) -> frozenset[str]:
    """The columns and all that decide whether they are asked, transitively."""
    found: set[str] = set()
    waiting = list(columns)
    while waiting:
        column = waiting.pop()
        if column not in found:
            found.add(column)
            condition = cells[column].asked_if
            waiting.extend(() if condition is None else cells_of(condition))
    return frozenset(found)
