"""A web page: ours, or one that Word or a browser has saved from it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser

from ojdsl.verify.lines import Line, Role, tidy
from ojdsl.verify.read_text import decoded

_CHARSET = re.compile(rb"charset=[\"']?([\w-]+)", re.IGNORECASE)
_ROLES: dict[str, Role] = {"h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading"}
_BLOCKS = frozenset(
    ("p", "div", "li", "ul", "ol", "td", "th", "tr", "table", "caption", "section", "main", "header", "footer", "body", "thead",
     "tbody", "blockquote", "dl", "dt", "dd", "br", "hr", *_ROLES)
)  # fmt: skip
_APART = re.compile(r"position:\s*(?:absolute|fixed)")
"""Out of the flow of the text: so LibreOffice writes the words of drawings."""
_EMPTY = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))
_UNSEEN = frozenset(("script", "style", "title", "template", "nav", "head", "svg"))


def html_lines(content: bytes) -> tuple[Line, ...]:
    """What a reader of the page sees, without its list of contents."""
    found = _CHARSET.search(content[:2000])
    reader = _Reader()
    reader.feed(decoded(content, found[1].decode() if found else "cp1252"))
    reader.close()
    reader.end()
    return tuple(reader.lines)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self.anchors: list[str] = []
        self.words: list[str] = []
        self.place = 1
        self.tables: list[int] = []
        self.count = self.lists = self.unseen = self.cells = 0
        self.role: Role = "text"
        self.item = False
        self.apart: list[str] = []  # the element that is passed over, and those of its kind within it

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.apart or (tag not in _EMPTY and _is_apart(dict(attrs))):
            self.apart += [tag] if not self.apart or tag == self.apart[0] else []
            return
        if tag in _UNSEEN:
            self.unseen += tag != "head"
        if tag in _BLOCKS:
            self.end()
        given = dict(attrs)
        anchor = given.get("id") or (given.get("name") if tag == "a" else None)
        if anchor:
            self.anchors.append(anchor)
        self._open(tag, "label" in (given.get("class") or "").split())

    def _open(self, tag: str, label: bool) -> None:
        if tag == "table":
            self.count += 1
            self.tables.append(self.count)
        elif tag == "tr":
            self.cells = 0
        elif tag in ("td", "th"):
            self.cells += 1
            self.role = "header" if self.cells == 1 else "text"
        elif tag in ("ul", "ol"):
            self.lists += 1
        elif tag == "li":
            self.item = True
        elif tag in _ROLES:
            self.role = "heading"
        elif tag == "p" and label:
            self.role = "label"

    def handle_endtag(self, tag: str) -> None:
        if self.apart:
            if tag == self.apart[0]:
                self.apart.pop()
            return
        if tag in _UNSEEN:
            self.unseen = max(self.unseen - (tag != "head"), 0)
        if tag in _BLOCKS:
            self.end()
        if tag == "table" and self.tables:
            self.tables.pop()
        elif tag in ("ul", "ol"):
            self.lists = max(self.lists - 1, 0)
        if tag in (*_ROLES, "td", "th", "p"):
            self.role = "text"

    def handle_data(self, data: str) -> None:
        if self.unseen or self.apart:
            return
        if data.strip() and not tidy("".join(self.words)):
            self.place = self.getpos()[0]
        self.words.append(data)

    def end(self) -> None:
        """What has been read since the last block is a line."""
        text = tidy("".join(self.words))
        self.words.clear()
        if not text:
            return
        role: Role = "item" if self.item and self.role == "text" else self.role
        table = self.tables[-1] if self.tables else None
        self.lines.append(Line(text, self.place, role, self.lists, table, anchors=tuple(self.anchors)))
        self.anchors.clear()
        self.item = False


def _is_apart(attributes: Mapping[str, str | None]) -> bool:
    """Whether an element is a drawing's, or repeated on every page: word processors mark what runs above and below a page so."""
    return attributes.get("title") in ("header", "footer") or _APART.search(attributes.get("style") or "") is not None
