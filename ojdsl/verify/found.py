"""Which description in a document is which indicator: by our anchors, by names, by questions. Any of them may be gone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ojdsl.verify.described import Description
from ojdsl.verify.expected import Expected, Whole, anchor_key
from ojdsl.verify.lines import folded
from ojdsl.verify.parts import NAMES, Key, Parts, parts_of

# Names weigh most: where somebody took out a table and left its caption, our anchor leads to the next one.
_NAME, _ANCHOR, _TITLE, _QUESTIONS = 8, 4, 2, 1


@dataclass(frozen=True, slots=True)
class Found:
    """A description of a document with the indicator that it describes; None for one that the specs do not have."""

    expected: Expected | None
    description: Description
    parts: Parts


def found(descriptions: tuple[Description, ...], whole: Whole) -> tuple[Found, ...]:
    """Pairs each description with the indicator that most speaks for; each indicator is described at most once."""
    taken_apart = [parts_of(one.rows, one.names, marked=False) for one in descriptions]
    wanted = [_Signs.expected(one) for one in whole.descriptions]
    there = [_Signs.written(one, parts) for one, parts in zip(descriptions, taken_apart, strict=True)]
    scores = [
        (score, -row, -column)
        for row, one in enumerate(there)
        for column, other in enumerate(wanted)
        if (score := other.score(one)) > 0
    ]
    pairs: dict[int, int] = {}
    for _, row, column in sorted(scores, reverse=True):
        if -row not in pairs and -column not in pairs.values():
            pairs[-row] = -column
    return tuple(
        _found(whole.descriptions[pairs[row]] if row in pairs else None, one, parts)
        for row, (one, parts) in enumerate(zip(descriptions, taken_apart, strict=True))
    )


def _found(expected: Expected | None, one: Description, parts: Parts) -> Found:
    """With the parts as the labels that stand out make them, unless the words alone make more of what is expected."""
    if expected is None:
        return Found(None, one, parts)
    marked = parts_of(one.rows, one.names, marked=True)
    closest = min((marked, parts), key=lambda some: len(_alike(some) ^ _alike(expected.parts)))
    return Found(expected, one, closest)


def _alike(parts: Mapping[Key, object]) -> set[tuple[str, str, str]]:
    return {(folded(key.row), key.part, key.question) for key in parts}


@dataclass(frozen=True, slots=True)
class _Signs:
    """What a description is known by."""

    anchors: frozenset[str]
    names: frozenset[str]
    title: str
    questions: frozenset[str]

    @classmethod
    def expected(cls, one: Expected) -> _Signs:
        return cls(one.anchors, _names(one.parts), folded(one.title), _questions(one.parts))

    @classmethod
    def written(cls, one: Description, parts: Parts) -> _Signs:
        title = folded(one.title.original) if one.title is not None else ""
        return cls(frozenset(map(anchor_key, one.anchors)), _names(parts), title, _questions(parts))

    def score(self, one: _Signs) -> float:
        """How much speaks for a description to be this one; none of it has to be there."""
        names = len(self.names & one.names) / len(self.names)
        alike = len(one.questions & self.questions) / len(one.questions | self.questions or {""})
        named = _ANCHOR * bool(self.anchors & one.anchors) + _NAME * names + _TITLE * (self.title == one.title)
        return named + _QUESTIONS * alike if named or alike == 1 else 0


def _questions(parts: Parts) -> frozenset[str]:
    return frozenset(key.question for key in parts if key.question)


def _names(parts: Parts) -> frozenset[str]:
    rows = (lines for key, lines in parts.items() if NAMES.fullmatch(folded(key.row)))
    return frozenset(folded(line.original) for lines in rows for line in lines)
