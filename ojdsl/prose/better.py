"""The order of a question's answers in words: what a claim on better answers compares, and what it leaves out."""

from __future__ import annotations

from ojdsl.logic.better import KINDS
from ojdsl.model.nodes import AnswerKind, Question

_MARKED, _UNMARKED = "markerat", "omarkerat"


def order_of_answers(question: Question) -> str:
    """`Ja, för alla före Ja, men inte för vissa före Nej. Utan ordning: Ej aktuellt`; in quotation marks."""
    if question.multiple:
        return ". ".join(_mark(one.label, one.kind) for one in question.alternatives)
    if question.number:
        return "utan ordning, för ingen har sagt om ett större tal är bättre"
    levels = (" eller ".join(f"”{one}”" for one in labels) for kind in KINDS if (labels := _labels(question, kind)))
    others = ", ".join(f"”{one.label}”" for one in question.alternatives if one.kind not in KINDS)
    return ". ".join(part for part in (" före ".join(levels), f"Utan ordning: {others}" if others else "") if part)


def _labels(question: Question, kind: AnswerKind) -> tuple[str, ...]:
    return tuple(one.label for one in question.alternatives if one.kind is kind)


def _mark(label: str, kind: AnswerKind) -> str:
    match kind:
        case AnswerKind.YES:
            return f"”{label}” {_MARKED} före {_UNMARKED}"
        case AnswerKind.NO:
            return f"”{label}” {_UNMARKED} före {_MARKED}"
        case _:
            return f"”{label}” utan ordning"
