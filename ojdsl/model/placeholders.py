"""Placeholders in hand-written texts: dates and periods of the round, and a family's own words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ojdsl.model.dates import swedish_date, swedish_period
from ojdsl.model.faults import Faults
from ojdsl.model.nodes import Period
from ojdsl.source import Span, Text

_PLACEHOLDER = re.compile(r"\{([^{}\n]*)\}")
_START = ".början"
"""What the first day of a period is called after its name: what has one is a period of the round."""


def period_words(name: str, period: Period) -> dict[str, str]:
    """`{tolv_månader}`, and its first and last day."""
    return {
        name: swedish_period(period),
        f"{name}{_START}": swedish_date(period.start),
        f"{name}.slut": swedish_date(period.end),
    }


def fill(text: Text, words: Mapping[str, str], faults: Faults) -> str:
    """The text with its placeholders written out; an unknown one is reported and left standing."""
    if "{" not in text.value:
        return text.value
    raw = text.span.text

    def word(match: re.Match[str]) -> str:
        found = words.get(match[1])
        if found is None:
            start = text.span.start + max(raw.find(match[0]), 0)
            name = Text(match[1], Span(text.span.source, start, start + len(match[0])))
            if name.value == "period":  # a question's own, which this text has not got
                faults.report("OJ506", name, known=tuple(one for one in words if f"{one}{_START}" in words))
            else:
                faults.unknown("OJ501", name, words)
            return match[0]
        return found

    return _PLACEHOLDER.sub(word, text.value)
