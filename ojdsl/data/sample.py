"""Made-up answers: an answers file for all units, consistent with the skip logic. No real unit answered so."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from random import Random
from typing import TypeVar

from ojdsl.data.asked import is_asked, own_columns
from ojdsl.data.columns import UNIT
from ojdsl.model.nodes import AnswerKind, Catalogue, Cell, Question

_NO_ROW, _DECLINED, _BLANK = 0.05, 0.02, 0.02
_YES_OR_NO = 80
_WEIGHTS = {AnswerKind.PARTLY: 20, AnswerKind.NOT_APPLICABLE: 3, AnswerKind.DO_NOT_KNOW: 3, AnswerKind.OTHER: 20}
_Item = TypeVar("_Item")
_PHRASES = ("Eget material", "En lokalt utarbetad mall", "Se vår rutin", "Uppgift ur verksamhetssystemet")


def sample(catalogue: Catalogue, seed: int) -> str:
    """The text of an answers file (`,`, LF): the same for the same seed on every machine.

    Some units have no row, some decline the area, some cells are blank; every other question that is asked is answered.
    """
    random = Random(seed)  # noqa: S311 (made-up answers are no secret)
    cells = [(question, cell) for question in catalogue.questions for cell in question.cells]
    columns = [catalogue.area.gate, *(cell.column for _, cell in cells)]
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([UNIT, *columns])
    for unit in catalogue.round.register.units:
        if random.random() >= _NO_ROW:
            row = _row(catalogue, cells, random)
            writer.writerow([unit.code, *(row[column] for column in columns)])
    return text.getvalue()


def _row(catalogue: Catalogue, cells: Sequence[tuple[Question, Cell]], random: Random) -> Mapping[str, str]:
    by_column = {cell.column: cell for _, cell in cells}
    gate = "Nej" if random.random() < _DECLINED else "Ja"
    closed = own_columns(catalogue) if gate == "Nej" else ()
    yes = 16 + int(49 * random.random())  # units differ: one has most things in place, another hardly any
    row = {catalogue.area.gate: gate, **dict.fromkeys(by_column, "")}
    for question, cell in cells:
        if cell.column not in closed and random.random() >= _BLANK and is_asked(cell, by_column, row):
            row[cell.column] = _answer(question, cell, yes, random)
    return row


def _answer(question: Question, cell: Cell, yes: int, random: Random) -> str:
    """An answer of a unit that has `yes` in `_YES_OR_NO` of all that is asked for."""
    if cell.kind == "text":
        return _pick(_PHRASES, [1] * len(_PHRASES), random)
    if cell.number is not None:
        starts = [int(label) for label in cell.labels]
        low, after = _pick(list(zip(starts, [*starts[1:], cell.number.max + 1], strict=True)), [1] * len(starts), random)
        return str(low + int(random.random() * (after - low)))
    if cell.kind == "mark":
        return "Ja" if _YES_OR_NO * random.random() < yes else "Nej"
    kinds = {alternative.label: alternative.kind for alternative in question.alternatives}
    weights = {**_WEIGHTS, AnswerKind.YES: yes, AnswerKind.NO: _YES_OR_NO - yes}
    return _pick(cell.labels, [weights[kinds[label]] for label in cell.labels], random)


def _pick(items: Sequence[_Item], weights: Sequence[int], random: Random) -> _Item:
    """One item, by weight. Only `Random.random` is promised to give the same numbers in every version of Python."""
    at = random.random() * sum(weights)
    for item, weight in zip(items, weights, strict=True):
        at -= weight
        if at < 0:
            return item
    return items[-1]
