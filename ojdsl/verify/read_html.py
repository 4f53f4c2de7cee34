"""A web page: ours, or one that Word or a browser has saved from it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser

from ojdsl.verify.gathering import Gathering, Kind
from ojdsl.verify.lines import Drawn, Line, Written, tidy
from ojdsl.verify.read_text import decoded

_CHARSET = re.compile(rb"charset=[\"']?([\w-]+)", re.IGNORECASE)
_KINDS: dict[str, Kind] = {
    "table": "table", "tr": "row", "td": "cell", "th": "cell", "ul": "list", "ol": "list", "li": "item", "p": "paragraph",
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("div", "caption", "section", "main", "header", "footer", "body", "thead", "tbody", "blockquote", "dl", "dt",
                     "dd", "br", "hr"), "other"),
}  # fmt: skip
_APART = re.compile(r"position:\s*(?:absolute|fixed)|display:\s*none|line-through", re.IGNORECASE)
"""Out of the flow of the text: so LibreOffice writes the words of drawings. Or hidden, or struck through."""
_EMPTY = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))
_UNSEEN = frozenset(("script", "style", "title", "template", "nav", "head", "svg", "s", "strike", "del"))


def read_html(name: str, content: bytes) -> Written:
    """What a reader of the page sees, without its list of contents, and the words of its pictures."""
    found = _CHARSET.search(content[:2000])
    reader = _Reader()
    reader.feed(decoded(content, found[1].decode() if found else "cp1252"))
    reader.close()
    reader.gathering.end()
    return Written(name, tuple(reader.gathering.lines), pictures=tuple(reader.pictures))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.gathering = Gathering()
        self.unseen = 0
        self.apart: list[str] = []  # the element that is passed over, and those of its kind within it
        self.pictures: list[Drawn] = []
        self.drawing: dict[str, list[str]] | None = None  # what a picture says, by the element that says it
        self.element = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if self.apart or (tag not in _EMPTY and _is_apart(given)):
            self.apart += [tag] if not self.apart or tag == self.apart[0] else []
            return
        if tag == "svg":
            self.drawing = {}
        self.element = tag
        if tag in _UNSEEN:
            self.unseen += tag != "head"
        if tag in _KINDS:
            label = tag == "p" and "label" in (given.get("class") or "").split()
            self.gathering.open("label" if label else _KINDS[tag])
        anchor = given.get("id") or (given.get("name") if tag == "a" else None)
        if anchor:
            self.gathering.anchors.append(anchor)

    def handle_endtag(self, tag: str) -> None:
        if self.apart:
            if tag == self.apart[0]:
                self.apart.pop()
            return
        if tag == "svg" and self.drawing is not None:
            title, description = (tidy(" ".join(self.drawing.pop(name, ()))) for name in ("title", "desc"))
            words = tidy(" ".join(one for said in self.drawing.values() for one in said))
            self.pictures.append(Drawn(Line(words, self.getpos()[0]), title, description))
            self.drawing = None
        if tag in _UNSEEN:
            self.unseen = max(self.unseen - (tag != "head"), 0)
        if tag in _KINDS:
            self.gathering.close(_KINDS[tag])

    def handle_data(self, data: str) -> None:
        if self.drawing is not None and not self.apart:
            self.drawing.setdefault(self.element, []).append(data)
        if not self.unseen and not self.apart:
            self.gathering.say(data, self.getpos()[0])


def _is_apart(attributes: Mapping[str, str | None]) -> bool:
    """Whether an element is hidden, a drawing's, or repeated on every page: word processors mark what runs above and below a
    page so."""
    running = attributes.get("title") in ("header", "footer")
    return running or "hidden" in attributes or _APART.search(attributes.get("style") or "") is not None
