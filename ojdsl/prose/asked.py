"""When a question is asked, in Swedish: of a municipality to everyone, and to the municipality itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ojdsl.model.nodes import Between, Catalogue, Condition, In, Question
from ojdsl.prose.condition import Words, answers, flat, phrase, plain, within
from ojdsl.prose.facts import printed_id
from ojdsl.prose.phrase import Phrase


@dataclass(frozen=True, slots=True)
class _Register:
    """How a condition begins, who fulfils it, and how the same row of another question is spoken of."""

    start: str
    who: str
    same_row: Callable[[str, str], str]


_OF_IT = _Register("Ställs", "kommunen", lambda answer, where: f"för varje rad där svaret på fråga {where} är {answer}")
_TO_IT = _Register("Besvaras", "ni", lambda answer, where: f"för de rader där ni har svarat {answer} på fråga {where}")


def asked_when(question: Question, catalogue: Catalogue) -> str | None:
    """A sentence with the condition of a question; None if it is always asked."""
    return _when(question, catalogue, {row.label: row.label for row in question.rows}, _OF_IT)


def answered_when(question: Question, catalogue: Catalogue) -> str | None:
    """The same, said to those who answer, who see the whole wording of a row; None if it is always answered."""
    return _when(question, catalogue, {row.label: row.text for row in question.rows}, _TO_IT)


def _when(question: Question, catalogue: Catalogue, rows: Mapping[str, str], register: _Register) -> str | None:
    words = Words(catalogue)
    conditions = {cell.row: cell.asked_if for cell in question.cells}
    first, *others = set(conditions.values())
    if not others:
        return None if first is None else f"{register.start} om {register.who} har {plain(first, words)}."
    same_row = {_of_same_row(row, condition, words) for row, condition in conditions.items()}
    if len(same_row) == 1 and (found := same_row.pop()) is not None:
        return f"{register.start} {register.same_row(*found)}."
    each = [_row(rows[row or ""], condition, words, register) for row, condition in conditions.items()]
    return f"{flat(Phrase(f'{register.start} rad för rad:', tuple(each)))}."


def _of_same_row(row: str | None, condition: Condition | None, words: Words) -> tuple[str, str] | None:
    """The answers, and the other question, of a test of the same row there."""
    if not isinstance(condition, In | Between) or words.cells[condition.cell].row != row:
        return None
    return answers(condition, words), printed_id(words.cells[condition.cell].question)


def _row(name: str, condition: Condition | None, words: Words, register: _Register) -> Phrase:
    if condition is None:
        return Phrase(f"för ”{within(name)}” alltid")
    said = phrase(condition, words)
    return Phrase(f"för ”{within(name)}” om {register.who} har {said.text}", said.items)
