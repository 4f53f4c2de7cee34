"""Dates, years and lengths of periods come from the round, not from somebody's keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.source import Span, Text
from ojdsl.syntax.specs import IndicatorSpec, ItemSpec, QuestionsSpec, Spec

_MONTHS = (
    "jan(?:uari)?|feb(?:ruari)?|mars|april|maj|juni|juli|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DATE = re.compile(
    rf"\b\d{{1,2}} (?:{_MONTHS})\b(?: \d{{4}})?|\b\d{{4}}-\d{{2}}-\d{{2}}\b"
    r"|\b(?:19|20)\d\d\b(?!:)|\b\d+ mån(?:ader)?\b",
    re.IGNORECASE,
)
_CITATION = re.compile(r"”\s\($")


def dates_by_hand(specs: Iterable[Spec]) -> list[Diagnostic]:
    """OJ502: a date, a year or a number of months in a hand-written text."""
    found = []
    for spec in specs:
        for text in hand_written(spec):
            raw = text.span.text
            for match in _DATE.finditer(raw):
                if _CITATION.search(raw[: match.start()]):
                    continue
                place = Span(text.span.source, text.span.start + match.start(), text.span.start + match.end())
                found.append(Diagnostic("OJ502", place, {"date": match.group()}))
    return found


def hand_written(spec: Spec) -> Iterator[Text]:
    """The hand-written texts of a spec; names, laws, literature and deviations are facts of the print."""
    if isinstance(spec, IndicatorSpec):
        yield from (spec.measure, spec.purpose, spec.target)
        if spec.clarification:
            yield spec.clarification
    elif isinstance(spec, QuestionsSpec):
        for question in spec.questions:
            yield question.text
            if question.instruction:
                yield question.instruction
            for item in (*(question.answers or ()), *question.rows):
                yield from _item_texts(item)


def _item_texts(item: ItemSpec) -> Iterator[Text]:
    yield item.label
    if item.explanation:
        yield item.explanation
    if item.wording:
        yield item.wording
