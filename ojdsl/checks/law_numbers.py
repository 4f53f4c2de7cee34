"""Laws are cited with the whole year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ojdsl.checks.dates_by_hand import hand_written
from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.source import Span, Text
from ojdsl.syntax.specs import LawsSpec, LiteratureSpec, Spec

_NUMBER = re.compile(r"(?<!\d)(\d+):\d+")
_CITED = re.compile(r"(?<=\()(\d+):\d{3,4}(?=\))")  # (1982:763); fewer digits are a time of day or a section
_YEAR = re.compile(r"1[6-9]\d\d|20\d\d")


def law_numbers(specs: Iterable[Spec]) -> list[Diagnostic]:
    """OJ505: a law's number, or one cited in a text, whose year has not four digits, as in 182:763."""
    found = []
    for spec in specs:
        for text, pattern in _texts(spec):
            for match in pattern.finditer(text.span.text):
                if not _YEAR.fullmatch(match[1]):
                    place = Span(text.span.source, text.span.start + match.start(), text.span.start + match.end())
                    found.append(Diagnostic("OJ505", place, {"number": text.span.source.text[place.start : place.end]}))
    return found


def _texts(spec: Spec) -> Iterator[tuple[Text, re.Pattern[str]]]:
    if isinstance(spec, LawsSpec):
        yield from ((number, _NUMBER) for _, _, number in spec.laws)
    elif isinstance(spec, LiteratureSpec):
        yield from ((text, _CITED) for _, text in spec.entries)
    else:
        yield from ((text, _CITED) for text in hand_written(spec))
