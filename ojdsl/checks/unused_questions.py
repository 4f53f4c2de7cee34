"""Every question and row is needed by some result, or says why it is asked."""

from __future__ import annotations

from collections.abc import Sequence

from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.model.nodes import Catalogue, Question, Row
from ojdsl.source import Span


def unused_questions(catalogues: Sequence[Catalogue]) -> list[Diagnostic]:
    """OJ340: a question no area of the round needs; OJ341: a row; OJ344: a reason given for one that is needed."""
    used = {column for catalogue in catalogues for indicator in catalogue.indicators for column in indicator.cells}
    found: dict[tuple[str, str], Diagnostic] = {}
    for catalogue in catalogues:
        for question in catalogue.questions:
            needed = any(cell.column in used for cell in question.cells)
            if needed == (question.not_reported is not None):
                code = "OJ344" if needed else "OJ340"
                found[code, question.id] = Diagnostic(code, question.span, {"question": question.id})
            if not needed:
                continue
            for row in question.rows:
                row_needed = any(cell.column in used for cell in question.cells if cell.row == row.label)
                told = any((code, f"{question.parent}/{row.label}") in found for code in ("OJ341", "OJ345"))
                if row_needed == (row.not_reported is not None) and not told:
                    facts = {"question": question.id, "row": row.label}
                    code = "OJ345" if row_needed else "OJ341"
                    found[code, f"{question.id}/{row.label}"] = Diagnostic(code, _place(row, question, catalogue), facts)
    return list(found.values())


def _place(row: Row, question: Question, catalogue: Catalogue) -> Span:
    """The row; of a follow-up that has the rows of its parent, the follow-up."""
    parent = catalogue.question_of.get(question.parent or "")
    return question.span if row.span is None or (parent and row in parent.rows) else row.span
