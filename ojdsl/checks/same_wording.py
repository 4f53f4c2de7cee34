"""No question is asked twice under two ids."""

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


def _place(question: Question) -> Span:
    """The words, which may be those of a package of texts."""
    return question.text_span or question.span
