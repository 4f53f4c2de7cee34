"""The words of one paragraph of a Word file, as it is with all changes accepted and as it was with none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ojdsl.verify.docx_parts import Element, child, name_of, switched_on, value_of
from ojdsl.verify.lines import Change, tidy

_PUT_IN, _TAKEN_OUT = ("ins", "moveTo"), ("del", "moveFrom")
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_UNREAD = ("vanish", "strike", "dstrike")
"""Hidden text, and text struck through by hand: whoever strikes a sentence does not mean it to be read."""
# not through groups of shapes: they are our drawings, whose words are read apart from the text
_THROUGH = (
    "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo", "AlternateContent", "Choice", "drawing",
    "pict", "object", "inline", "anchor", "graphic", "graphicData", "wsp", "txbx", "shape", "textbox", "rect",
)  # fmt: skip


@dataclass(slots=True)
class Words:
    """What is gathered: both texts, the changes, and what is fastened to the paragraph."""

    now: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


def words_of(paragraph: Element) -> Words:
    """Reads a paragraph, whatever its runs are split into."""
    words = Words()
    _inside(paragraph, words, None, None)
    return words


def tracked(element: Element | None, kind: str) -> Element | None:
    """The mark that something (a paragraph's end, a row) was put in (`ins`) or taken out (`del`)."""
    names = _PUT_IN if kind == "ins" else _TAKEN_OUT
    return next((one for one in element if name_of(one) in names), None) if element is not None else None


def change(kind: str, text: str, mark: Element) -> Change:
    """A change as its mark tells it."""
    return Change("in" if kind == "ins" else "out", tidy(text), value_of(mark, "author"), value_of(mark, "date"))


def _inside(element: Element, words: Words, put_in: Element | None, taken_out: Element | None) -> None:
    for one in element:
        name = name_of(one)
        if name == "r":
            _run(one, words, put_in, taken_out)
        elif name in _PUT_IN:
            _inside(one, words, one, taken_out)
        elif name in _TAKEN_OUT:
            _inside(one, words, put_in, one)
        elif name == "bookmarkStart":
            words.anchors.append(value_of(one, "name"))
        elif name == "commentRangeStart":
            words.comments.append(value_of(one, "id"))
        elif name in _THROUGH:
            _inside(one, words, put_in, taken_out)


def _run(run: Element, words: Words, put_in: Element | None, taken_out: Element | None) -> None:
    if any(switched_on(child(run, "rPr", name)) for name in _UNREAD):
        return
    text = "".join(_texts(run, words))
    if not text:
        return
    if put_in is None:
        words.before.append(text)
    if taken_out is None:
        words.now.append(text)
    if put_in is not None and taken_out is None:
        words.changes.append(change("ins", text, put_in))
    elif taken_out is not None and put_in is None:
        words.changes.append(change("del", text, taken_out))


def _texts(run: Iterable[Element], words: Words) -> Iterable[str]:
    for one in run:
        name = name_of(one)
        if name in ("t", "delText"):
            yield one.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name == "commentReference":
            words.comments.append(value_of(one, "id"))
        elif name == "txbxContent":
            words.boxes.append(one)
        elif name == "sym":
            yield chr(int(value_of(one, "char"), 16)) if value_of(one, "char") else ""
        elif name in _THROUGH:
            yield from _texts(one, words)
