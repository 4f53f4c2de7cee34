"""Edited texts of documents → the texts of the specs that they are edits of, with the new values; or why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ojdsl.model.nodes import Catalogue
from ojdsl.model.slots import Slot, term_path
from ojdsl.source import Source
from ojdsl.syntax.read_texts import Path
from ojdsl.syntax.rewrite import Rewrite, rewritten
from ojdsl.verify.expected import whole
from ojdsl.verify.lines import folded
from ojdsl.verify.parts import CLARIFICATION, TERMS, WORDING, Key
from ojdsl.verify.questions import question_in
from ojdsl.verify.report import Edit
from ojdsl.verify.wording import Piece, Wording, aligned, applied, piece, refused, wording
from ojdsl.verify.words import Word, words

_ROWS = {
    "indikator/mått": "mått", "bakgrundsmått": "mått", "syfte": "syfte", "målvärde": "målvärde", "datakällor": "datakällor",
    "felkällor": "felkällor", "källa": "källa",
}  # fmt: skip
_OF_ROUND = ("datakällor", "felkällor", "källa")
_MOST = 0.5
"""A text stands where more than so much of it does."""

Where = tuple[str, Key | None]


@dataclass(frozen=True, slots=True)
class Taken:
    """An edit that can be made in the specs: the text, and the piece of it that changes."""

    edit: Edit
    wording: Wording
    piece: Piece


@dataclass(frozen=True, slots=True)
class Kept:
    """An edit that cannot be; `reason` is a key of the command line's words, `places` where else the text stands unchanged."""

    edit: Edit
    reason: str
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Accepted:
    """What becomes of edits."""

    taken: tuple[Taken, ...]
    kept: tuple[Kept, ...]

    @property
    def rewrites(self) -> tuple[Rewrite, ...]:
        """The texts with all edits in them, each text once."""
        return tuple(made for _, made in self.by_text())

    def by_text(self) -> Iterator[tuple[Taken, Rewrite]]:
        """Each text that changes, with one of its edits."""
        by_path: dict[Path, list[Taken]] = {}
        for one in self.taken:
            by_path.setdefault(one.wording.slot.path, []).append(one)
        return ((some[0], rewrite(some)) for some in by_path.values())


def rewrite(some: Sequence[Taken]) -> Rewrite:
    """A text with edits of it made."""
    first = some[0].wording
    pieces = tuple({(one.piece.start, one.piece.end): one.piece for one in some}.values())
    return Rewrite(first.slot.text.span, applied(first, pieces))


def files(rewrites: Iterable[Rewrite]) -> dict[str, tuple[Source, str]]:
    """The files that change, by name as shown: before, and the text after."""
    by_file: dict[str, list[Rewrite]] = {}
    for one in rewrites:
        by_file.setdefault(one.span.source.name, []).append(one)
    return {name: (some[0].span.source, rewritten(some[0].span.source, some)) for name, some in by_file.items()}


def accept(edits: Sequence[Edit], catalogue: Catalogue, slots: Iterable[Slot]) -> Accepted:
    """Finds the text of every edit. What reviewers disagree on, and a text that is edited at some of its places only, is kept."""
    texts = _Texts(catalogue, {slot.path: slot for slot in slots})
    found = [_one(edit, texts) for edit in edits]
    taken = [one for one in found if isinstance(one, Taken)]
    at: dict[tuple[Path, Piece, str], set[Where]] = {}
    for one in taken:
        at.setdefault((one.wording.slot.path, one.piece, one.edit.document), set()).add((one.edit.name, one.edit.key))
    kept = {id(one.edit): kept for one in taken if (kept := _held_back(one, taken, at, texts)) is not None}
    return Accepted(
        tuple(one for one in taken if id(one.edit) not in kept),
        tuple(
            one if isinstance(one, Kept) else kept[id(one.edit)] for one in found if isinstance(one, Kept) or id(one.edit) in kept
        ),
    )


def located(edits: Iterable[Edit], catalogue: Catalogue, slots: Iterable[Slot]) -> list[Taken | Kept]:
    """The text of every edit by itself, whatever other edits say."""
    texts = _Texts(catalogue, {slot.path: slot for slot in slots})
    return [_one(edit, texts) for edit in edits]


def _one(edit: Edit, texts: _Texts) -> Taken | Kept:
    best: list[tuple[int, Wording, Piece]] = []
    for one in texts.of(edit.name, edit.key):
        at = aligned(one, edit.old)
        new = piece(one, at, edit.old, edit.hunk)
        if new is not None:
            best.append((len(at), one, new))
    best.sort(key=lambda found: -found[0])
    if not best or (len(best) > 1 and best[0][0] == best[1][0]):
        return Kept(edit, "no_text_of_it")
    _, one, new = best[0]
    reason = refused(one, new)
    return Kept(edit, reason) if reason else Taken(edit, one, new)


def _held_back(
    one: Taken, taken: Sequence[Taken], at: Mapping[tuple[Path, Piece, str], set[Where]], texts: _Texts
) -> Kept | None:
    path = one.wording.slot.path
    if any(other.wording.slot.path == path and _collide(one.piece, other.piece) for other in taken):
        return Kept(one.edit, "disagree")
    elsewhere = texts.places(one.wording) - at[path, one.piece, one.edit.document]
    if elsewhere:
        return Kept(one.edit, "elsewhere", tuple(sorted({name or "–" for name, _ in elsewhere})))
    return None


def _collide(one: Piece, other: Piece) -> bool:
    if one == other:
        return False
    return one.start == other.start or (one.start < other.end and other.start < one.end)


class _Texts:
    """The texts of an area by where they are printed."""

    def __init__(self, catalogue: Catalogue, slots: Mapping[Path, Slot]) -> None:
        self.catalogue = catalogue
        self.wordings = {path: made for path, slot in slots.items() if (made := wording(slot)) is not None}
        self.whole = whole(catalogue)

    @cached_property
    def printed(self) -> Mapping[Where, tuple[Word, ...]]:
        """Every part of the document, and what stands outside the descriptions."""
        parts: dict[Where, tuple[Word, ...]] = {("", None): words(self.whole.outside, breaks=False)}
        for expected in self.whole.descriptions:
            for key, lines in expected.parts.items():
                parts[expected.id, Key(folded(key.row), key.part, key.question)] = words(lines)
        return parts

    def of(self, name: str, key: Key | None) -> Iterator[Wording]:
        """The texts that a part can hold."""
        for path in self._paths(name, key):
            if path in self.wordings:
                yield self.wordings[path]

    def places(self, one: Wording) -> set[Where]:
        """The parts where a text stands, as a whole but for what placeholders become."""
        path = one.slot.path
        return {
            (name, key)
            for (name, key), old in self.printed.items()
            if path in self._paths(name, key) and len(aligned(one, old)) > _MOST * len(one.printed)
        }

    def _paths(self, name: str, key: Key | None) -> Sequence[Path]:
        if key is None:
            return [path for path in self.wordings if path[0] == "kvalitetsdimensioner"]
        if key.question:
            question = question_in(key, self.catalogue)
            if question is None:
                return []
            if key.part == TERMS:
                return [term_path(one.term, one.sense) for one in question.terms]
            return [("frågor", question.id, field) for field in ("lyder", "anvisning")] if key.part == WORDING else []
        field = "förtydligande" if key.part == CLARIFICATION else "" if key.part else _ROWS.get(folded(key.row).casefold(), "")
        if field in _OF_ROUND:
            return [("omgång", field)]
        own = ("indikatorer", name)
        return [path for path in self.wordings if field and path[:2] == own and path[-1] == field]
