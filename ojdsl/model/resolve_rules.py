"""A rule as written to a condition over cells: questions, rows and answers are looked up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ojdsl.model.faults import Faults
from ojdsl.model.nodes import And, Asked, Between, Cell, Condition, Count, In, Number, Or, Range, Row, Test
from ojdsl.model.numbers import merged, outside
from ojdsl.model.resolve_questions import QUESTION_ID, Shape
from ojdsl.source import Text
from ojdsl.syntax.rules import Amount, Answer, Contains, Expression, Group, Interval, Is, IsAsked, Joined


@dataclass(frozen=True, slots=True)
class Scope:
    """What a rule may name; in a family, `row` is the member's row and decides which cell a bare question means.

    `broken` are questions that could not be read: what a rule says of them is no fault of the rule's. `section` is that of
    the questions that areas share, where no others may be named.
    """

    questions: Mapping[str, Shape]
    row: Row | None = None
    broken: frozenset[str] = frozenset()
    section: str = ""


def resolve_condition(expression: Expression, scope: Scope, faults: Faults) -> Condition | None:
    """The condition, or None when something in it is unknown, which has been reported."""
    match expression:
        case Is():
            return _is(expression, scope, faults)
        case IsAsked():
            if _is_free_text(expression.question, scope, faults):
                return None
            cells = _cells(expression.question, expression.rows, False, scope, faults)
            return None if not cells else _any_of(tuple(Asked(cell.column) for cell in cells))
        case Contains():
            return _contains(expression, scope, faults)
        case Joined():
            args = [resolve_condition(arg, scope, faults) for arg in expression.args]
            good = tuple(arg for arg in args if arg is not None)
            if len(good) < len(args):
                return None
            return And(good) if expression.by == "och" else Or(good)
        case Group():
            args = [resolve_condition(arg, scope, faults) for arg in expression.args]
            good = tuple(arg for arg in args if arg is not None)
            return None if len(good) < len(args) else _amount(expression.amount, good, expression, faults)


def find_question(name: Text, scope: Scope, faults: Faults) -> Shape | None:
    """The question of that id; an unknown one is reported unless it could not be read."""
    if name.value in scope.broken:
        return None
    if scope.section and (found := QUESTION_ID.match(name.value)) and found[1] != scope.section:
        faults.report("OJ448", name, name=name.value, section=scope.section)
        return None
    shape = scope.questions.get(name.value)
    if shape is None:
        faults.unknown("OJ301", name, scope.questions)
    return shape


def pick_row(question: Shape, scope: Scope) -> str | None:
    """The row that a bare question id means here: the family's own, or the only one; None when there is no saying."""
    if scope.row is not None and any(row.slug == scope.row.slug for row in question.rows):
        return scope.row.label
    return question.rows[0].label if len(question.rows) == 1 else None


def find_labels(answers: tuple[Text, ...], question: Shape, faults: Faults) -> tuple[str, ...]:
    """The named answers in declared order, where several may be given those of one of them; unknown ones are reported."""
    known = question.labels_of_a_cell()
    for answer in answers:
        if answer.value not in known:
            faults.unknown_label("OJ302", answer, known, question=question.spec.id.value)
    named = {answer.value for answer in answers}
    return tuple(label for label in known if label in named)


def find_tests(answers: tuple[Answer, ...], negated: bool, question: Shape, faults: Faults) -> Callable[[str], Test] | None:
    """The test, by column, of these answers or of all others; None when one of them is unknown or none is left."""
    if question.number is not None:
        ranges = _ranges(answers, question.number, question, faults)
        kept = outside(ranges, question.number) if negated else merged(ranges)
        return (lambda column: Between(column, kept, merged(ranges) if negated else ())) if ranges and kept else None
    labels = question.labels_of_a_cell()
    numeric = next((one for one in answers if isinstance(one, Interval)), None)
    if numeric is not None:
        faults.report("OJ361", numeric.span, found=numeric.value, question=question.spec.id.value, known=labels)
        return None
    texts = tuple(one for one in answers if isinstance(one, Text))
    named = find_labels(texts, question, faults)
    kept_labels = tuple(label for label in labels if label not in named) if negated else named
    if len(named) < len({answer.value for answer in texts}) or not kept_labels:
        return None
    return lambda column: In(column, kept_labels, named if negated else ())


def _ranges(answers: tuple[Answer, ...], number: Number, question: Shape, faults: Faults) -> tuple[Range, ...]:
    """The named numbers; none when something is wrong with one of them, which is reported."""
    name, before = question.spec.id.value, len(faults.found)
    found: list[Range] = []
    for one in answers:
        if isinstance(one, Text):
            faults.report("OJ360", one, found=one.value, question=name, min=number.min, max=number.max)
            continue
        low, high = number.min if one.min is None else one.min, number.max if one.max is None else one.max
        given = [limit for limit in (one.min, one.max) if limit is not None]
        if len(given) == 2 and low > high:
            faults.report("OJ363", one.span, found=one.value, min=high, max=low)
        elif any(not number.min <= limit <= number.max for limit in given):
            faults.report("OJ362", one.span, found=one.value, question=name, min=number.min, max=number.max)
        found.append((low, high))
    return () if len(faults.found) > before else tuple(found)


def _is_free_text(name: Text, scope: Scope, faults: Faults) -> bool:
    question = scope.questions.get(name.value)
    if question is None or question.spec.answers is not None:
        return False
    faults.report("OJ325", name, question=name.value)
    return True


def _is(test: Is, scope: Scope, faults: Faults) -> Condition | None:
    question = find_question(test.question, scope, faults)
    if question is None:
        return None
    if _is_free_text(test.question, scope, faults):
        return None
    if question.spec.multiple and test.amount is None:
        faults.report("OJ321", test.question, question=test.question.value, known=question.labels())
        return None
    cells = _cells(test.question, test.rows, test.amount is not None, scope, faults)
    before = len(faults.found)
    make = find_tests(test.answers, test.negated, question, faults)
    if make is None and len(faults.found) == before and not question.failed:
        faults.report("OJ410", test.span, question=test.question.value)
    if make is None or not cells:
        return None
    tests = tuple(make(cell.column) for cell in cells)
    if test.amount is None:
        return tests[0]
    return _amount(test.amount, tests, test, faults)


def _contains(test: Contains, scope: Scope, faults: Faults) -> Condition | None:
    question = find_question(test.question, scope, faults)
    if question is None:
        return None
    if not question.spec.multiple:
        faults.report("OJ322", test.question, question=test.question.value)
        return None
    cells = {cell.alternative: cell for cell in _cells(test.question, test.rows, False, scope, faults)}
    for mark in test.marks:
        if question.alternative(mark.value) is None:
            faults.unknown_label("OJ302", mark, question.labels(), question=test.question.value)
    found = tuple(In(cells[mark.value].column, ("Ja",)) for mark in test.marks if mark.value in cells)
    if len(found) < len(test.marks):
        return None
    return found[0] if len(found) == 1 else And(found)


def _cells(name: Text, rows: tuple[Text, ...], many: bool, scope: Scope, faults: Faults) -> tuple[Cell, ...]:
    """The cells that a question id means, with rows in brackets or without; empty when that is unclear, and reported."""
    question = find_question(name, scope, faults)
    if question is None:
        return ()
    if rows:
        known = {row.label for row in question.rows}
        if not known:
            faults.report("OJ323", rows[0], question=name.value)
            return ()
        wrong = [row for row in rows if row.value not in known]
        for row in wrong:
            faults.unknown_label("OJ303", row, (one.label for one in question.rows), question=name.value)
        if len(rows) > 1 and not many:
            faults.report("OJ411", name, question=name.value)
            return ()
        return () if wrong else tuple(cell for row in rows for cell in question.cells_of_row(row.value))
    if many and len(question.rows) != 1 and not question.spec.multiple:
        if pick_row(question, scope) is not None:
            faults.report("OJ229", name, question=name.value, known=tuple(row.label for row in question.rows))
        return question.cells
    if many and len(question.rows) != 1 and pick_row(question, scope) is None:
        return question.cells
    if not question.rows:
        return question.cells
    chosen = pick_row(question, scope)
    if chosen is None:
        faults.report("OJ304", name, question=name.value, known=tuple(row.label for row in question.rows))
        return ()
    return question.cells_of_row(chosen)


def _any_of(tests: tuple[Condition, ...]) -> Condition:
    return tests[0] if len(tests) == 1 else Or(tests)


def _amount(amount: Amount, args: tuple[Condition, ...], written: Is | Group, faults: Faults) -> Condition | None:
    if amount.all:
        return args[0] if len(args) == 1 else And(args)
    most = len(args) if amount.max is None else amount.max
    if amount.min > len(args) or most > len(args) or (amount.min == 0 and not amount.max):
        faults.report("OJ412", written.span, number=max(amount.min, amount.max or 0), available=len(args))
        return None
    if isinstance(written, Group) and amount.min == 1 and amount.max is None:
        return _any_of(args)
    return Count(amount.min, most, args)
