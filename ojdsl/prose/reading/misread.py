"""Where reading stops, and what was expected there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["words", "question", "answer", "part", "number", "marker", "grouping"]


@dataclass(frozen=True, slots=True)
class Misread:
    """Reading stopped at `position` (code points from the start of the text).

    `kind` is what was wrong: the words themselves; a question, an answer or a part that the survey does not have; a number
    that is not how many there are; a list whose parts are not marked in order; "och" and "eller" without order between them.
    `expected` is what could have stood there: words, question ids as printed, labels, a number or a marker; maybe nothing.
    """

    position: int
    kind: Kind
    expected: tuple[str, ...] = ()


class Stop(Exception):  # noqa: N818 - it is no error, it ends the reading of one text
    """Carries a misreading out of the tree; never leaves `ojdsl.prose.read`."""

    def __init__(self, position: int, kind: Kind, expected: tuple[str, ...] = ()) -> None:
        super().__init__(position)
        self.misread = Misread(position, kind, expected)
