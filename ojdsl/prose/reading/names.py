"""The names that a sentence uses, looked up in the survey: questions, their parts, answers and marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any
from unicodedata import normalize

from lark import Token

from ojdsl.model.nodes import Catalogue, Cell, Question
from ojdsl.prose.reading.misread import Kind, Stop

_SPACE = re.compile(r"\s+")
_NOT_OF_AN_ID = re.compile(r"[\s()]")


def place(token: Token) -> int:
    """Where a token begins."""
    return token.start_pos or 0


class Names:
    """The survey as the sentences of one indicator name it; `row` is a family member's own, which goes without saying."""

    def __init__(self, survey: Catalogue, row: str | None) -> None:
        self._survey, self._row = survey, row

    def question(self, token: Token) -> Question:
        """`(G)2 a` or `G2a`."""
        found = self._survey.question_of.get(_NOT_OF_AN_ID.sub("", token))
        if found is None:
            raise Stop(place(token), "question", tuple(self._survey.question_of))
        return found

    def question_of(self, cell: Cell) -> Question:
        """The question that a cell belongs to."""
        return self._survey.question(cell.question)

    def own(self, token: Token) -> tuple[Cell, ...]:
        """The cells of a question where no part is named: all of them, if they are of one row, or those of the own row."""
        question = self.question(token)
        rows = _rows(question)
        if len(rows) > 1 and self._row not in rows:
            raise Stop(place(token), "part", tuple(row for row in rows if row))
        return tuple(cell for cell in question.cells if len(rows) == 1 or cell.row == self._row)

    def part(self, token: Token, question: Question) -> tuple[Cell, ...]:
        """The cells of one named part of a question."""
        label = _named(token, [(row.label, row.text) for row in question.rows], "part")
        return tuple(cell for cell in question.cells if cell.row == label)

    def parts(self, token: Token) -> tuple[Cell, ...]:
        """One cell for each part of a question that has several."""
        question = self.question(token)
        if len(_rows(question)) < 2:
            raise Stop(place(token), "part")
        return question.cells

    def answers(self, tokens: Sequence[Token], question: Question) -> tuple[str, ...]:
        """Labels, each said by label or by its whole wording."""
        names = [(one.label, one.text) for one in question.alternatives]
        return tuple(_named(token, names, "answer") for token in tokens)

    def mark(self, token: Token, question: Question, cells: Iterable[Cell]) -> Cell:
        """The cell of an alternative that may be marked."""
        names = [(one.label, one.text) for one in question.alternatives]
        label = _named(token, names if question.multiple else [], "answer")
        return next(cell for cell in cells if cell.alternative == label)


def choice(cells: Sequence[Cell], token: Token, answers: Any) -> Cell:
    """The one cell of a place where an answer is chosen, or where a number is given if the answers are; marks are neither."""
    if len(cells) != 1 or cells[0].kind != ("number" if "number" in answers.data else "choice"):
        raise Stop(place(token), "question")
    return cells[0]


def unquoted(token: Token) -> str:
    """What stands between the quotation marks, as names are compared."""
    return _same(token[1:-1])


def _rows(question: Question) -> list[str | None]:
    return list(dict.fromkeys(cell.row for cell in question.cells))


def _named(token: Token, names: Sequence[tuple[str, str]], kind: Kind) -> str:
    """The label that is named; a label goes before a whole wording, and a name of two is nobody's."""
    name = unquoted(token)
    for at in (0, 1):
        found = [pair[0] for pair in names if _same(pair[at]) == name]
        if len(found) == 1:
            return found[0]
        if found:
            break
    raise Stop(place(token), kind, tuple(label for label, _ in names))


def _same(text: str) -> str:
    """White space is one space, and quotation marks within a name are as good as single ones."""
    return re.sub('[”“"]', "’", _SPACE.sub(" ", normalize("NFC", text)).strip())
