"""A document as lines: what every format of Bilaga 2 is read into.

A line is a paragraph, an item of a list or a heading; a table is its cells' lines in order. Where a format knows that a cell is
the header of its row, the line says so; plain text knows nothing, and the words alone must do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from unicodedata import normalize

Role = Literal["text", "item", "heading", "header", "label"]

_SPACE = re.compile(r"[\s\u200b]+")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u2060\ufeff"))  # where a word may or may not be parted
_FOLDED = str.maketrans(
    {
        **dict.fromkeys('“„«»″"', "”"),
        **dict.fromkeys("‘‚′´`'", "’"),
        **dict.fromkeys("–—‐‑‒−", "-"),
        **dict.fromkeys("\u200c\u200d"),
    }
)
_MARK = re.compile(r"(?:[•·▪▫◦●○■‣*–—-]|\d{1,3}[.)]|[a-z]\)|o(?=\s{2}|\t))\s+")


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change: words put in or taken out, by whom and when (ISO 8601)."""

    kind: Literal["in", "out"]
    text: str
    author: str
    date: str


@dataclass(frozen=True, slots=True)
class Comment:
    text: str
    author: str
    date: str


@dataclass(frozen=True, slots=True)
class Line:
    """`text` is the line when all changes are accepted, '' for one that is taken out; `before` is the line as it was.

    `number` is its line in the file, or in a Word file its paragraph, from 1. `depth` is how deep in lists it stands; `table`
    tells tables apart. `mark` is the number or letter that a list gives it, where the format shows that.
    """

    text: str
    number: int
    role: Role = "text"
    depth: int = 0
    table: int | None = None
    mark: str = ""
    before: str | None = None
    anchors: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    comments: tuple[Comment, ...] = ()

    @property
    def original(self) -> str:
        return self.text if self.before is None else self.before


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture of shapes. `line` has all its words, in the order of the file; `description` stands for what is not seen."""

    line: Line
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Written:
    """A document that somebody hands in: its name as shown to the user, its lines, who saved it last if that is known, and the
    pictures whose words its format lets us read."""

    name: str
    lines: tuple[Line, ...]
    saved_by: str = ""
    pictures: tuple[Drawn, ...] = ()


class UnreadableError(Exception):
    """The document is not what its name says, or is not safe to read; `reason` is a key of the command line's words."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def tidy(text: str) -> str:
    """The text as it is seen: a run of white space of whatever kind as one space, no hyphens that are not shown, and a letter
    with its mark as one character, however it was typed."""
    return _SPACE.sub(" ", normalize("NFC", text).translate(_INVISIBLE)).strip()


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """What two texts must share to be the same: typography (kinds of quotation marks, dashes, spaces) does not count."""
    return tidy(text.replace("...", "…").translate(_FOLDED))


def without_mark(text: str) -> tuple[str, str]:
    """A line of plain text as (mark of a list, the rest): `1. Ja` is `1.` and `Ja`."""
    found = _MARK.match(text)
    return (found[0].strip(), text[found.end() :]) if found else ("", text)


def present(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines that are there when all changes are accepted."""
    return tuple(line for line in lines if line.text)
