"""Which description in a document is which indicator: by our anchors, by names, by questions. Any of them may be gone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ojdsl.verify.described import Description
from ojdsl.verify.expected import Expected, Whole, anchor_key
from ojdsl.verify.lines import Line, folded
from ojdsl.verify.parts import Key, parts_of

_NAMES = re.compile(r"indikatornamn|(?:indikatorns )?kortnamn\b.*", re.IGNORECASE)
# Names weigh most: where somebody took out a table and left its caption, our anchor leads to the next one.
_NAME, _ANCHOR, _TITLE, _QUESTIONS = 8, 4, 2, 1


@dataclass(frozen=True, slots=True)
class Found:
    """A description of a document with the indicator that it describes; None for one that the specs do not have."""

    expected: Expected | None
    description: Description
    parts: Mapping[Key, tuple[Line, ...]]


def found(descriptions: tuple[Description, ...], whole: Whole) -> tuple[Found, ...]:
    """Pairs each description with the indicator that most speaks for; each indicator is described at most once."""
    taken_apart = [parts_of(one.rows, one.names) for one in descriptions]
    known = [_Signs(one) for one in whole.descriptions]
    scores = [
        (score, -row, -column)
        for row, (one, parts) in enumerate(zip(descriptions, taken_apart, strict=True))
        for column, signs in enumerate(known)
        if (score := signs.score(one, parts)) > 0
    ]
    pairs: dict[int, int] = {}
    for _, row, column in sorted(scores, reverse=True):
        if -row not in pairs and -column not in pairs.values():
            pairs[-row] = -column
    return tuple(
        Found(whole.descriptions[pairs[row]] if row in pairs else None, one, parts)
        for row, (one, parts) in enumerate(zip(descriptions, taken_apart, strict=True))
    )


class _Signs:
    """What one description is known by."""

    def __init__(self, expected: Expected) -> None:
        self.expected = expected
        self.names = frozenset(_names(expected.parts))
        self.questions = frozenset(key.question for key in expected.parts if key.question)

    def score(self, one: Description, parts: Mapping[Key, tuple[Line, ...]]) -> float:
        """How much speaks for it; none of it has to be there."""
        anchors = bool({anchor_key(name) for name in one.anchors} & self.expected.anchors)
        names = len(self.names & _names(parts)) / len(self.names)
        title = one.title is not None and folded(one.title.original) == folded(self.expected.title)
        questions = {key.question for key in parts if key.question}
        alike = len(questions & self.questions) / len(questions | self.questions or {""})
        named = _ANCHOR * anchors + _NAME * names + _TITLE * title
        return named + _QUESTIONS * alike if named or alike == 1 else 0


def _names(parts: Mapping[Key, tuple[Line, ...]]) -> set[str]:
    return {folded(line.original) for key, lines in parts.items() if _NAMES.fullmatch(folded(key.row)) for line in lines}
