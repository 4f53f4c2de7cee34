"""When a question is asked, in Swedish."""

from __future__ import annotations

from ojdsl.model.nodes import Between, Catalogue, In, Question
from ojdsl.prose.condition import Words, answers, flat, phrase, plain
from ojdsl.prose.facts import printed_id
from ojdsl.prose.phrase import Phrase


def asked_when(question: Question, catalogue: Catalogue) -> str | None:
    """A sentence with the condition of a question; None if it is always asked."""
    words = Words(catalogue)
    conditions = {cell.row: cell.asked_if for cell in question.cells}
    distinct = {condition for condition in conditions.values() if condition is not None}
    if not distinct:
        return None
    if len(distinct) == 1 and None not in conditions.values():
        return f"Ställs om kommunen har {plain(distinct.pop(), words)}."
    same_row = [
        (words.cells[condition.cell].question, answers(condition, words))
        for row, condition in conditions.items()
        if isinstance(condition, In | Between) and words.cells[condition.cell].row == row
    ]
    if len(same_row) == len(conditions) and len(set(same_row)) == 1:
        parent, said = same_row[0]
        return f"Ställs för varje rad där svaret på fråga {printed_id(parent)} är {said}."
    each = (Phrase(f"för ”{row}” alltid") if one is None else _row(row, phrase(one, words)) for row, one in conditions.items())
    return f"{flat(Phrase('Ställs rad för rad:', tuple(each)))}."


def _row(row: str | None, said: Phrase) -> Phrase:
    return Phrase(f"för ”{row}” om kommunen har {said.text}", said.items)
