"""A Word file: ours, or ours after Word or LibreOffice, with tracked changes and comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ojdsl.verify.docx_parts import Element, child, name_of, read_parts, value_of
from ojdsl.verify.docx_styles import Style, is_contents, read_styles, role_of
from ojdsl.verify.docx_words import Words, change, tracked, words_of
from ojdsl.verify.lines import Change, Comment, Drawn, Line, Written, tidy

_AROUND = ("sdtContent", "customXml", "ins", "del", "moveFrom", "moveTo", "smartTag", "body")


def read_docx(name: str, content: bytes) -> Written:
    """Every paragraph with the place of its text, who saved the file last, and the pictures that are shapes."""
    parts = read_parts(content)
    comments = parts.trees.get("comments")
    reader = _Reader(
        read_styles(parts.trees.get("styles")),
        {value_of(one, "id"): _comment(one) for one in comments} if comments is not None else {},
    )
    lines = list(reader.blocks(parts.trees["document"]))
    for kind in ("footnotes", "endnotes"):
        lines += [line for note in parts.trees.get(kind, ()) for line in reader.blocks(note)]
    return Written(name, tuple(lines), parts.saved_by, tuple(reader.pictures))


def _comment(comment: Element) -> Comment:
    text = " ".join("".join(words_of(one).now) for one in comment.iter() if name_of(one) == "p")
    return Comment(tidy(text), value_of(comment, "author"), value_of(comment, "date"))


class _Reader:
    def __init__(self, styles: Mapping[str, Style], comments: Mapping[str, Comment]) -> None:
        self.styles, self.comments = styles, comments
        self.number = self.tables = 0
        self.now = self.before = ""  # what a paragraph whose end is taken out, or was put in, shares with the next
        self.changes: tuple[Change, ...] = ()
        self.told: set[str] = set()
        self.pictures: list[Drawn] = []

    def blocks(self, parent: Iterable[Element], table: int | None = None, header: bool = False) -> Iterator[Line]:
        """The lines of what stands in the body, a cell or a box."""
        for block in parent:
            name = name_of(block)
            if name == "p":
                yield from self._paragraph(block, table, header)
            elif name == "tbl":
                yield from self._table(block)
            elif name == "sdt":
                gallery = child(block, "sdtPr", "docPartObj", "docPartGallery")
                if value_of(gallery) != "Table of Contents":
                    yield from self.blocks(block, table, header)
            elif name in _AROUND:
                yield from self.blocks(block, table, header)

    def _table(self, table: Element) -> Iterator[Line]:
        self.tables += 1
        number = self.tables
        for row in _named(table, "tr"):
            cells = list(_named(row, "tc"))
            lines = [
                line for at, cell in enumerate(cells) for line in self.blocks(cell, number, header=at == 0 and len(cells) > 1)
            ]
            yield from _row(lines, child(row, "trPr"))

    def _paragraph(self, paragraph: Element, table: int | None, header: bool) -> Iterator[Line]:
        self.number += 1
        words = words_of(paragraph)
        if not is_contents(paragraph, self.styles):
            line = self._line(paragraph, words, table, header)
            if line.text or line.before or line.comments or line.anchors:
                yield line
        for box in words.boxes:
            yield from self.blocks(box, table)
        self.pictures += _drawn(paragraph, self.number)

    def _line(self, paragraph: Element, words: Words, table: int | None, header: bool) -> Line:
        now, before = self.now + "".join(words.now), self.before + "".join(words.before)
        changes = (*self.changes, *words.changes)
        self.now = self.before = ""
        self.changes = ()
        end = child(paragraph, "pPr", "rPr")
        if (mark := tracked(end, "del")) is not None:
            self.now, now, self.changes = now, "", (change("del", "¶", mark),)
        if (mark := tracked(end, "ins")) is not None:
            self.before, before, self.changes = before, "", (*self.changes, change("ins", "¶", mark))
        role, depth = role_of(paragraph, self.styles)
        told = [name for name in dict.fromkeys(words.comments) if name in self.comments and name not in self.told]
        self.told.update(told)
        return Line(
            tidy(now),
            self.number,
            "header" if header else role,
            depth,
            table,
            before=tidy(before) if tidy(before) != tidy(now) else None,
            anchors=tuple(words.anchors),
            changes=changes,
            comments=tuple(self.comments[name] for name in told),
        )


def _drawn(paragraph: Element, number: int) -> Iterator[Drawn]:
    """The groups of shapes that stand in a paragraph."""
    for frame in paragraph.iter():
        if name_of(frame) in ("inline", "anchor") and any(name_of(one) == "wgp" for one in frame.iter()):
            said = (tidy("".join(words_of(one).now)) for one in frame.iter() if name_of(one) == "p")
            named = child(frame, "docPr")
            given = {} if named is None else named.attrib
            yield Drawn(Line(" ".join(filter(None, said)), number), given.get("title", ""), given.get("descr", ""))


def _named(parent: Element, name: str) -> Iterator[Element]:
    """Children of a name, also those within content controls and the like."""
    for one in parent:
        if name_of(one) == name:
            yield one
        elif name_of(one) in ("sdt", *_AROUND):
            yield from _named(one, name)


def _row(lines: Iterable[Line], properties: Element | None) -> Iterator[Line]:
    """A row that was put in or taken out as a whole."""
    out, put_in = tracked(properties, "del"), tracked(properties, "ins")
    for line in lines:
        if out is not None:
            yield replace(line, text="", before=line.original, changes=(*line.changes, change("del", line.original, out)))
        elif put_in is not None:
            yield replace(line, before="", changes=(*line.changes, change("ins", line.text, put_in)))
        else:
            yield line
