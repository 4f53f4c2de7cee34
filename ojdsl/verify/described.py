"""Lines → descriptions of indicators, each with its rows by heading.

In a table the first cell of a row is its heading, whatever it says. Elsewhere (plain text, Markdown, a table that somebody took
apart) a line that is one of the known headings opens a row, so that the order of rows is free.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from ojdsl.verify.lines import Line, folded

SUM = re.compile(r"[0-9a-f]{64}")
"""What tells specs apart: a sum over all of them."""
CONTENTS = "Innehåll"
_PAGE = re.compile(r"[\s.…]*\d*")
RUNNING = "Uppgift"  # the first cell of the head that Word repeats on every page


@dataclass(frozen=True, slots=True)
class Known:
    """What the texts of the document can be recognised by, folded: the headings of rows in each kind of description, and titles
    of parts of the document, and how the line that ends it begins. `marked`: the document's headings of rows stand out from its
    text, so that words alone make none. `headed`: so do its titles."""

    kinds: tuple[frozenset[str], ...]
    titles: frozenset[str]
    ending: str
    marked: bool = False
    headed: bool = False

    def ends(self, line: Line) -> bool:
        """Whether the line says what the document was made from."""
        return folded(line.text).startswith(self.ending) and SUM.search(line.text) is not None

    @property
    def headings(self) -> frozenset[str]:
        return frozenset().union(*self.kinds)

    def next_to(self, rows: Iterable[str]) -> frozenset[str]:
        """The headings that can stand in one description with some others."""
        there = {row for row in rows if row in self.headings}
        return frozenset().union(*(kind for kind in self.kinds if there <= kind))


@dataclass(frozen=True, slots=True)
class Description:
    """One description as it stands in a document: rows by folded heading, the lines right before it, and its anchors."""

    title: Line | None
    anchors: frozenset[str]
    rows: Mapping[str, tuple[Line, ...]]
    names: Mapping[str, str]
    number: int


@dataclass(frozen=True, slots=True)
class Described:
    """All descriptions, in order, and every line that is in none of them."""

    descriptions: tuple[Description, ...]
    outside: tuple[Line, ...]


@dataclass(slots=True)
class _Draft:
    table: int | None
    title: Line | None
    anchors: set[str]
    number: int
    rows: dict[str, list[Line]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    row: str = ""


def described(lines: Iterable[Line], known: Known) -> Described:
    """Finds the descriptions among the lines of a document."""
    lines = _without_contents(tuple(lines), known)
    marked = any(line.role == "header" and folded(line.original) in known.headings for line in lines)
    known = replace(known, marked=marked, headed=any(line.role == "heading" for line in lines))
    described_in = {line.table for line in lines if line.table is not None and _opens(line, None, known)}
    drafts: list[_Draft] = []
    outside: list[Line] = []
    at: _Draft | None = None
    made = next((line for line in reversed(lines) if known.ends(line)), None)
    for line in lines:
        in_table = line.table in described_in
        if at is not None and (line.table != at.table or not in_table) and (line is made or _leaves(line, at, known)):
            at = None
        if _opens(line, at, known) or (
            in_table and line.role == "header" and at is not None and folded(line.text) != folded(RUNNING)
        ):
            name = folded(line.original or line.text)
            if at is None or at.table != line.table or (name in at.rows and name in known.headings):
                at = _opened(line, outside)
                drafts.append(at)
            at.row = name
            at.rows.setdefault(name, [])
            at.names.setdefault(name, line.original or line.text)
            at.anchors.update(line.anchors)
        elif at is not None:
            at.rows[at.row].append(line)
            at.anchors.update(line.anchors)
        elif not (in_table and not line.anchors):
            outside.append(line)
    return Described(tuple(map(_finished, drafts)), tuple(outside))


def _without_contents(lines: tuple[Line, ...], known: Known) -> tuple[Line, ...]:
    """Without the list of contents, where a program has written it out: titles, below the word for it. They come first."""
    first = next((number for number, line in enumerate(lines) if line.role == "header" or line.table is not None), len(lines))
    names = (number for number, line in enumerate(lines[:first]) if folded(line.text) == CONTENTS and line.role != "item")
    start = next(names, len(lines) - 1) + 1
    end = start
    while end < len(lines) and lines[end].role != "heading" and _is_title(lines[end].text, known):
        end += 1
    return lines[:start] + lines[end:]


def _is_title(text: str, known: Known) -> bool:
    """Whether a line is a title, perhaps with the page where it stands, or that page alone."""
    name = folded(text)
    return name in known.titles or any(
        name.startswith(title) and _PAGE.fullmatch(name[len(title) :]) for title in (*known.titles, "")
    )


def _opens(line: Line, at: _Draft | None, known: Known) -> bool:
    """Whether the line is the heading of a row. In a table it must stand first; a heading of the document never is one."""
    name = folded(line.original or line.text)
    if line.role in ("heading", "item") or name not in known.headings:
        return False
    if line.table is not None or line.role == "header" or known.marked:
        return line.role == "header"
    # plain text: a row's heading may be the title of a part of the document too
    return name not in known.titles if at is None else name in at.rows or name in known.next_to(at.rows)


def _leaves(line: Line, at: _Draft, known: Known) -> bool:
    """Whether the line ends the description before it: another part of the document begins."""
    if line.table is not None or at.table is not None:
        return line.table != at.table
    if line.role == "heading":
        return True
    if known.headed or line.role == "item":
        return False
    return bool(at.rows[at.row]) and folded(line.text) in known.titles and not _opens(line, at, known)


def _opened(line: Line, outside: list[Line]) -> _Draft:
    """A new description; the last line before it is its title."""
    anchors: set[str] = set()
    while outside and not outside[-1].text and not outside[-1].before:
        anchors.update(outside.pop().anchors)
    title = outside.pop() if outside else None
    anchors.update(title.anchors if title else ())
    if title is not None and title.role == "text" and title.table is None:
        _without_head(title, outside)
    return _Draft(line.table, title, anchors, line.number)


def _without_head(title: Line, outside: list[Line]) -> None:
    """Plain text says a table's caption and then its first row, the head that repeats the caption: both are one title."""
    label = 1 if outside and outside[-1].role == "text" and folded(outside[-1].text) == folded(RUNNING) else 0
    before = outside[-1 - label] if len(outside) > label else None
    if before is not None and before.role == "text" and folded(before.text) == folded(title.text):
        del outside[-1 - label :]
    elif label:
        outside.pop()


def _finished(draft: _Draft) -> Description:
    rows = {name: tuple(lines) for name, lines in draft.rows.items()}
    return Description(draft.title, frozenset(draft.anchors), rows, draft.names, draft.number)
