"""A drawing without a format: boxes and the lines between them, in whole px (1/96 inch).

Where things stand does not depend on any font: the width of a text is estimated by its letters, on the large side.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

FONT, LEADING = 14, 18
"""The size of letters, and from one line to the next."""
_NARROW, _WIDE = frozenset("iljtfrI.,:;'’!|()[] -–1"), frozenset("mwMWÅÄÖABCDEFGHKLNOPQRSTUVXYZ@%&—…")
_LETTER = 0.54

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Box:
    """`x` and `y` are its upper left corner. A question has corners, an end is round and an answer has no edge at all.

    So that colour says nothing alone.
    """

    x: int
    y: int
    width: int
    height: int
    lines: tuple[str, ...]
    kind: Literal["question", "answer", "end"]


@dataclass(frozen=True, slots=True)
class Line:
    """Its bends from start to end; one that `arrives` has a head at its end."""

    points: tuple[Point, ...]
    arrives: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


def text_size(lines: Iterable[str]) -> tuple[int, int]:
    """The width and height of lines of text."""
    widths = [sum(_em(letter) for letter in line) * FONT for line in lines]
    return round(max(widths, default=0)), LEADING * len(widths)


def wrapped(text: str, most: int) -> tuple[str, ...]:
    """A text in lines no wider than `most`, where its words allow."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_size((longer,))[0] <= most:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _em(letter: str) -> float:
    return _LETTER * (0.6 if letter in _NARROW else 1.3 if letter in _WIDE else 1)
