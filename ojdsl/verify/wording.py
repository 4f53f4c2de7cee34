"""A text of the specs as it is printed, word by word, so that an edit of the print can be made in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ojdsl.documents.markup import flow
from ojdsl.model.slots import Slot
from ojdsl.syntax.decode import FORBIDDEN
from ojdsl.verify.expected import flows
from ojdsl.verify.lines import folded
from ojdsl.verify.words import BREAK, Hunk, Word, words

_TOKEN = re.compile(r"\S+")
_MARKER = re.compile(r"-|\d+\.")
_ENDS = (".", "?", "!")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a text as printed, and where in the text each is; `stop` is what print adds after the last."""

    slot: Slot
    printed: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    stop: str

    @property
    def value(self) -> str:
        return self.slot.text.value


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a wording, from and to, with what takes their place: a text, and its words."""

    start: int
    end: int
    text: str
    words: tuple[str, ...]


def wording(slot: Slot) -> Wording | None:
    """None for a text that is not printed word by word."""
    value = slot.text.value
    printed = _printed(value)
    stop = "." if slot.path[0] == "begrepp" and not value.rstrip().endswith(_ENDS) else ""
    places: list[tuple[int, int]] = []
    for token in _TOKEN.finditer(value):
        wanted = printed[len(places)] if len(places) < len(printed) else ""
        if folded(token[0]).replace("*", "") == wanted.replace("*", ""):
            places.append(token.span())
        elif not _MARKER.fullmatch(token[0]):
            return None
    return Wording(slot, printed, tuple(places), stop) if len(places) == len(printed) else None


def aligned(one: Wording, old: Sequence[Word]) -> dict[int, int]:
    """Where words of a part are words of the text: place among `old` → place in the text."""
    there = [number for number, word in enumerate(old) if word.text != BREAK]
    said = [folded(old[number].text) for number in there]
    ours = [*one.printed[:-1], one.printed[-1] + one.stop] if one.printed else []
    blocks = SequenceMatcher(None, said, ours, autojunk=False).get_matching_blocks()
    return {there[a + n]: b + n for a, b, size in blocks for n in range(size)}


def piece(one: Wording, at: dict[int, int], old: Sequence[Word], hunk: Hunk) -> Piece | None:
    """An edit of the print as one of the text; None where the words are not the text's."""
    new = hunk.new
    changed = [number for number in range(hunk.start, hunk.start + len(hunk.old)) if old[number].text != BREAK]
    if changed:
        found = [at.get(number) for number in changed]
        if None in found or found != list(range(found[0] or 0, (found[0] or 0) + len(found))):
            return None
        start, end = at[changed[0]], at[changed[-1]] + 1
    else:
        after = hunk.start - 1
        if after > 0 and old[after].text == BREAK and new[-1].text == BREAK:  # a paragraph: it comes after the one before it
            new, after = (Word(BREAK, new[0].line, 0), *new[:-1]), after - 1
        begins = after < 0 or (old[after].text == BREAK and new[0].text != BREAK)
        neighbour = at.get(hunk.start + len(hunk.old) if begins else after)
        if neighbour is None:
            return None
        start = end = neighbour if begins else neighbour + 1
    text, said = _text(new), [folded(word.text) for word in new if word.text != BREAK]
    if one.stop and end == len(one.printed):
        if not text.endswith(_ENDS):
            return None  # the full stop that print adds is not the text's to take out
        text, said = text.removesuffix(one.stop), [*said[:-1], said[-1].removesuffix(one.stop)]
    return Piece(start, end, text, tuple(said))


def _text(new: Sequence[Word]) -> str:
    """Words of a document as a text of the specs, with its paragraphs and items."""
    parts: list[str] = []
    for word in new:
        if word.text == BREAK:
            parts.append("\n- " if word.line.role == "item" else "\n\n")
        else:
            parts += [" ", word.text] if parts and not parts[-1].startswith("\n") else [word.text]
    return "".join(parts)


def applied(one: Wording, pieces: Sequence[Piece]) -> str:
    """The text with some pieces of it changed."""
    value = one.value
    for each in sorted(pieces, key=lambda each: each.start, reverse=True):
        value = _applied(value, one.places, each)
    return value.strip()


def _applied(value: str, places: Sequence[tuple[int, int]], each: Piece) -> str:
    if each.end > each.start:
        if not each.text:
            return _without(value, places, each)
        return value[: places[each.start][0]] + each.text + value[places[each.end - 1][1] :]
    if each.start:
        at = places[each.start - 1][1]
        return value[:at] + ("" if each.text.startswith("\n") else " ") + each.text + value[at:]
    at = places[0][0]
    return value[:at] + each.text + ("" if each.text.endswith(("\n", "- ")) else " ") + value[at:]


def _without(value: str, places: Sequence[tuple[int, int]], each: Piece) -> str:
    """The text without some words, and without what set them off: a space, or a paragraph's blank line and an item's mark."""
    before = places[each.start - 1][1] if each.start else 0
    first, last = places[each.start][0], places[each.end - 1][1]
    after = places[each.end][0] if each.end < len(places) else len(value)
    if after == len(value) or (each.start and "\n" not in value[before:first]):
        return value[:before] + value[last:]
    if "\n" not in value[last:after]:
        return value[:first] + value[after:]
    return value[: _next(value, before)] + value[_next(value, last) :]


def _next(value: str, at: int) -> int:
    """Where white space ends."""
    return at + len(value[at:]) - len(value[at:].lstrip())


def refused(one: Wording, each: Piece) -> str | None:
    """Why a piece cannot be written so that the same is printed: a key of the command line's words."""
    if "{" in each.text or "}" in each.text:
        return "has_braces"
    if FORBIDDEN.search(each.text):
        return "has_signs"
    if each.start == 0 and each.end == len(one.printed) and not each.words:
        return "is_all"
    wanted = (*one.printed[: each.start], *each.words, *one.printed[each.end :])
    return None if _printed(applied(one, [each])) == wanted else "is_markup"


def _printed(value: str) -> tuple[str, ...]:
    return tuple(folded(word.text) for word in words(flows(flow(value)), breaks=False))
