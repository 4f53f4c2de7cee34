"""No question is asked twice under two ids, and none in two ways under one."""

from __future__ import annotations

from collections.abc import Sequence

from ojdsl.diagnostics.fact import Diagnostic, Related
from ojdsl.model.nodes import Catalogue, Question
from ojdsl.source import Span


def same_wording(catalogues: Sequence[Catalogue]) -> list[Diagnostic]:
    """OJ503: a question with the words and rows of an earlier one of the same survey.

    Follow-ups are compared under their own parent: "was it followed up?" asks another thing under another question.
    """
    found = []
    for catalogue in catalogues:
        first: dict[tuple[str, ...], Question] = {}
        for question in catalogue.questions:
            said = " ".join(question.text.casefold().split()).rstrip(" .?:")
            other = first.setdefault((question.parent or "", said, *(row.text for row in question.rows)), question)
            if other is not question:
                facts = {"question": question.id, "other": other.id}
                found.append(Diagnostic("OJ503", _place(question), facts, (Related(_place(other), "first"),)))
    return found


def two_wordings(catalogues: Sequence[Catalogue]) -> list[Diagnostic]:
    """OJ449: a question that an earlier area of the round asks in other words, from files of their own or a package of texts."""
    found = []
    first: dict[str, tuple[Question, Catalogue]] = {}
    for catalogue in catalogues:
        for question in catalogue.questions:
            other, area = first.setdefault(question.id, (question, catalogue))
            if _words(other) != _words(question):
                facts = {"question": question.id, "area": catalogue.area.id, "other": area.area.id}
                found.append(Diagnostic("OJ449", _place(question), facts, (Related(_place(other), "first"),)))
    return found


def _words(question: Question) -> tuple[object, ...]:
    """All that a reader of the question sees; of one with a row for each area, every row."""
    rows = question.areas or question.rows
    parts = (*(one.text for one in question.alternatives), *(row.text for row in rows))
    said = (question.text, question.instruction or "", *parts)
    return (len(question.alternatives), question.multiple, *(" ".join(text.split()) for text in said))


def _place(question: Question) -> Span:
    """The words, which may be those of a package of texts."""
    return question.text_span or question.span
