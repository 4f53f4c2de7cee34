"""Made-up answers: an answers file for all units, consistent with skip logic and assumptions. No real unit answered so."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from random import Random
from typing import TypeVar

from ojdsl.data.asked import is_asked, own_columns
from ojdsl.data.columns import UNIT
from ojdsl.logic.left_open import LeftOpen
from ojdsl.logic.obligations import allowed
from ojdsl.logic.space import Space
from ojdsl.model.nodes import AnswerKind, Catalogue, Cell, Question
from ojdsl.model.numbers import interval

_NO_ROW, _DECLINED, _BLANK = 0.05, 0.02, 0.02
_YES_OR_NO = 80
_WEIGHTS = {AnswerKind.PARTLY: 20, AnswerKind.NOT_APPLICABLE: 3, AnswerKind.DO_NOT_KNOW: 3, AnswerKind.OTHER: 20}
_Item = TypeVar("_Item")
_NOT_MARKED = "Nej"
_PHRASES = ("Eget material", "En lokalt utarbetad mall", "Se vår rutin", "Uppgift ur verksamhetssystemet")


def sample(catalogue: Catalogue, seed: int) -> str:
    """The text of an answers file (`,`, LF): the same for the same seed on every machine.

    Some units have no row, some decline the area, some cells are blank; every other question that is asked is answered.
    """
    random = Random(seed)  # noqa: S311 (made-up answers are no secret)
    cells = [(question, cell) for question in catalogue.questions for cell in question.cells]
    columns = [catalogue.area.gate, *(cell.column for _, cell in cells)]
    space = Space(catalogue.cells())
    assumed = space.holds(allowed(catalogue.assumptions))
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([UNIT, *columns])
    for unit in catalogue.round.register.units:
        if random.random() >= _NO_ROW:
            row = _row(catalogue, cells, LeftOpen(space, assumed), random)
            writer.writerow([unit.code, *(row[column] for column in columns)])
    return text.getvalue()


def _row(catalogue: Catalogue, cells: Sequence[tuple[Question, Cell]], left: LeftOpen, random: Random) -> Mapping[str, str]:
    by_column = {cell.column: cell for _, cell in cells}
    gate = "Nej" if random.random() < _DECLINED else "Ja"
    closed = own_columns(catalogue) if gate == "Nej" else ()
    yes = 16 + int(49 * random.random())  # units differ: one has most things in place, another hardly any
    row = {catalogue.area.gate: gate, **dict.fromkeys(by_column, "")}
    for question, cell in cells:
        if cell.column in closed:
            continue
        labels, blank = left.labels(cell), random.random() < _BLANK
        if blank and question.blank_is_unmarked:  # beside a mark it is an answer
            blank = _NOT_MARKED in labels
            left.answer(cell, _NOT_MARKED if blank else "")
        if not blank and is_asked(cell, by_column, row):
            row[cell.column] = _answer(question, cell, labels, yes, random)
            left.answer(cell, row[cell.column])
    return row


def _answer(question: Question, cell: Cell, labels: tuple[str, ...], yes: int, random: Random) -> str:
    """An answer, one of `labels`, of a unit that has `yes` in `_YES_OR_NO` of all that is asked for."""
    if cell.kind == "text":
        return _pick(_PHRASES, [1] * len(_PHRASES), random)
    if cell.number is not None:
        low, high = interval(cell.labels, cell.number, _pick(labels, [1] * len(labels), random))
        return str(low + int(random.random() * (high + 1 - low)))
    if cell.kind == "mark":
        drawn = "Ja" if _YES_OR_NO * random.random() < yes else _NOT_MARKED
        return drawn if drawn in labels else labels[0]
    kinds = {alternative.label: alternative.kind for alternative in question.alternatives}
    weights = {**_WEIGHTS, AnswerKind.YES: yes, AnswerKind.NO: _YES_OR_NO - yes}
    return _pick(labels, [weights[kinds[label]] for label in labels], random)


def _pick(items: Sequence[_Item], weights: Sequence[int], random: Random) -> _Item:
    """One item, by weight. Only `Random.random` is promised to give the same numbers in every version of Python."""
    at = random.random() * sum(weights)
    for item, weight in zip(items, weights, strict=True):
        at -= weight
        if at < 0:
            return item
    return items[-1]
