"""Examples in specs: answers in the author's words to labels by column."""

from __future__ import annotations

import re

from ojdsl.diagnostics.fact import Fact
from ojdsl.model.faults import Faults
from ojdsl.model.nodes import NONRESPONSE, Example
from ojdsl.model.resolve_questions import Shape
from ojdsl.model.resolve_rules import Scope, find_question, pick_row
from ojdsl.source import Text
from ojdsl.syntax.specs import AnswerSpec, ExampleSpec


def resolve_example(spec: ExampleSpec, scope: Scope, outcomes: tuple[str, ...], faults: Faults) -> Example | None:
    """The example, or None when it names something unknown, which has been reported."""
    before = len(faults.found)
    answers: dict[str, str] = {}
    for answer in spec.answers:
        question = find_question(answer.question, scope, faults)
        if question is None:
            return None
        answers |= _answers(answer, question, scope, faults)
    if not spec.outcome.value:  # an empty text, which has been reported
        return None
    allowed = (*outcomes, NONRESPONSE)
    if spec.outcome.value not in allowed:
        faults.unknown("OJ313", spec.outcome, allowed)
    if len(faults.found) > before:
        return None
    return Example(answers, spec.outcome.value, spec.span, spec.review, spec.shown)


def _answers(answer: AnswerSpec, question: Shape, scope: Scope, faults: Faults) -> dict[str, str]:
    by_row: tuple[tuple[str | None, Text], ...]
    if answer.marks is not None or answer.label is not None:
        row = pick_row(question, scope)
        if question.rows and row is None:
            known = tuple(one.label for one in question.rows)
            faults.report("OJ304", answer.question, question=answer.question.value, known=known)
            return {}
        if answer.marks is not None:
            return _marks(answer.marks, row, question, answer.question, faults)
        by_row = ((row, answer.label),) if answer.label is not None else ()
    else:
        by_row = tuple((row.value, label) for row, label in answer.by_row)
        for row_name, _ in answer.by_row:
            if all(one.label != row_name.value for one in question.rows):
                faults.unknown_label("OJ303", row_name, (one.label for one in question.rows), question=question.spec.id.value)
                return {}
    if question.spec.multiple:
        faults.report("OJ337", answer.question, question=answer.question.value)
        return {}
    found: dict[str, str] = {}
    for name, label in by_row:
        written = _checked(label, question, faults)
        found |= {cell.column: written for cell in question.cells_of_row(name)}
    return found


def _checked(label: Text, question: Shape, faults: Faults) -> str:
    """The answer as the model has it; one that the question does not have is reported."""
    name, number = question.spec.id.value, question.number
    if number is not None:
        facts: dict[str, Fact] = {"found": label.value, "question": name, "min": number.min, "max": number.max}
        if not re.fullmatch("[0-9]{1,12}", label.value):
            faults.report("OJ360", label, **facts)
        elif not number.min <= int(label.value) <= number.max:
            faults.report("OJ362", label, **facts)
        else:
            return str(int(label.value))
    elif question.spec.answers is not None and label.value not in question.labels():
        faults.unknown_label("OJ302", label, question.labels(), question=name)
    return label.value


def _marks(marks: tuple[Text, ...], row: str | None, question: Shape, name: Text, faults: Faults) -> dict[str, str]:
    if not question.spec.multiple:
        faults.report("OJ322", name, question=name.value)
        return {}
    for mark in marks:
        if mark.value not in question.labels():
            faults.unknown_label("OJ302", mark, question.labels(), question=name.value)
    marked = {mark.value for mark in marks}
    return {cell.column: "Ja" if cell.alternative in marked else "Nej" for cell in question.cells_of_row(row)}
