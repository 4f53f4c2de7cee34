"""Two texts compared word by word, however their paragraphs are cut into lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ojdsl.verify.lines import Change, Line, folded, present

BREAK = "¶"
"""Stands between two paragraphs or items."""
_FEW = 2
"""So many equal words between two changes make them one."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line, and where in the line it begins."""

    text: str
    line: Line
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Hunk:
    """Words that became other words. `start` is the place of the first in the old text; `left` and `right` are the new text's
    neighbours, at most one each."""

    old: tuple[Word, ...]
    new: tuple[Word, ...]
    start: int
    left: tuple[Word, ...]
    right: tuple[Word, ...]

    @property
    def said(self) -> tuple[str, str]:
        """Both as text; a neighbour is said too where one of them would be empty, unless a whole paragraph comes or goes."""
        if (self.old and self.new) or BREAK in (word.text for word in (*self.old, *self.new)):
            return _paragraphs(self.old), _paragraphs(self.new)
        left, right = (self.left, ()) if self.left else ((), self.right)
        return shown((*left, *self.old, *right)) or "–", shown((*left, *self.new, *right)) or "–"

    @property
    def at(self) -> tuple[Word, Word] | None:
        """The first and last word to point at in the new text; None where it is empty."""
        there = [word for word in self.new if word.text != BREAK] or [*self.left, *self.right]
        same = [word for word in there if word.line == there[0].line]
        return (same[0], same[-1]) if same else None


def words(lines: Iterable[Line], breaks: bool = True) -> tuple[Word, ...]:
    """The words of lines as they are with all changes accepted; with `breaks`, also where lines end."""
    found: list[Word] = []
    for number, line in enumerate(present(lines)):
        if number and breaks:
            found.append(Word(BREAK, line, 0))
        found += _split(line)
    return tuple(found)


def _split(line: Line) -> Iterator[Word]:
    start = 0
    for text in line.text.split(" "):
        if text:
            yield Word(text, line, start)
        start += len(text) + 1


def shown(some: Iterable[Word]) -> str:
    """Words as text."""
    return " ".join(word.text for word in some)


def _paragraphs(some: Iterable[Word]) -> str:
    return shown(some).strip(f"{BREAK} ") or "–"


def hunks(old: Sequence[Word], new: Sequence[Word]) -> list[Hunk]:
    """Where two texts differ; how a paragraph is cut, and typography, do not count."""
    before, after = [folded(word.text) for word in old], [folded(word.text) for word in new]
    if before == after:
        return []
    changed: list[tuple[int, int, int, int]] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if changed and a - changed[-1][1] <= _FEW and BREAK not in before[changed[-1][1] : a]:
            changed[-1] = changed[-1][0], b, changed[-1][2], d
        else:
            changed.append((a, b, c, d))
    return [
        Hunk(tuple(old[a:b]), tuple(new[c:d]), a, tuple(new[max(c - 1, 0) : c]), tuple(new[d : d + 1]))
        for a, b, c, d in changed
        if [one for one in before[a:b] if one != BREAK] != [one for one in after[c:d] if one != BREAK]
    ]


def authors(hunk: Hunk, lines: Iterable[Line]) -> tuple[Change, ...]:
    """The tracked changes that made a difference: those whose words are in it, otherwise all of its lines."""
    here = {id(word.line) for word in (*hunk.new, *hunk.left, *hunk.right)}
    changes = [change for line in lines if id(line) in here or not line.text for change in line.changes]
    said = folded(shown(hunk.old)), folded(shown(hunk.new))
    own = [one for one in changes if any(text and (folded(one.text) in text or text in folded(one.text)) for text in said)]
    distinct = {(one.author, one.date[:10]): one for one in own or changes}
    return tuple(distinct.values())
