"""A tagged PDF: the elements of its tag tree in reading order, with the text that the pages show for each.

Needs `ojdsl[pdf]`, and is imported only where there is a PDF to read.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFException, resolve1
from pdfminer.psexceptions import PSException
from pdfminer.utils import decode_text

from ojdsl.verify.gathering import Gathering, Kind
from ojdsl.verify.lines import Line, UnreadableError

_KINDS: dict[str, Kind] = {
    "Table": "table", "TR": "row", "TH": "cell", "TD": "cell", "L": "list", "LI": "item",
    **dict.fromkeys(("H", "H1", "H2", "H3", "H4", "H5", "H6", "Title"), "heading"),
}  # fmt: skip
_INLINE = frozenset(("Span", "Strong", "Em", "Link", "Sub", "Reference", "Quote", "Code"))
_UNSEEN = frozenset(("TOC", "TOCI", "Figure", "Artifact"))
"""The list of contents, and pictures, which say again what stands in words."""
Pieces = Mapping[tuple[int, int], str]
"""The text of each piece of marked content, by the object of its page and its number there."""


def pdf_lines(content: bytes) -> tuple[Line, ...]:
    """Every line that is tagged as text. Raises `UnreadableError` for what is no PDF, is locked or has no tags."""
    try:
        opened = PDFDocument(PDFParser(BytesIO(content)))
        tree = resolve1(opened.catalog.get("StructTreeRoot"))
        if not tree:
            raise UnreadableError("no_tags")
        reader = _Reader(_pieces(opened))
        reader.below(tree, 0)
    except (PDFException, PSException, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableError("no_pdf") from error  # a broken file leads pdfminer to all of these
    reader.gathering.end()
    return tuple(reader.gathering.lines)


class _Reader:
    """Goes through the tree."""

    def __init__(self, pieces: Pieces) -> None:
        self.pieces = pieces
        self.numbers = {page: number for number, page in enumerate(dict.fromkeys(page for page, _ in pieces), start=1)}
        self.gathering = Gathering()

    def below(self, node: Mapping[str, Any], page: int) -> None:
        kids = resolve1(node.get("K", []))
        for kid in map(resolve1, kids if isinstance(kids, list) else [kids]):
            if isinstance(kid, int):
                self._text(page, kid)
            elif isinstance(kid, Mapping) and "S" in kid:
                self._element(kid, _page(kid, page))
            elif isinstance(kid, Mapping) and "MCID" in kid:
                self._text(_page(kid, page), kid["MCID"])

    def _element(self, node: Mapping[str, Any], page: int) -> None:
        name = node["S"].name
        if name in _INLINE:
            self.below(node, page)
        elif name not in _UNSEEN:
            kind = "label" if _is_label(node) else _KINDS.get(name, "other")
            self.gathering.open(kind)
            self.below(node, page)
            if name == "Lbl":
                self.gathering.mark()
            self.gathering.close(kind)

    def _text(self, page: int, piece: int) -> None:
        self.gathering.say(self.pieces.get((page, piece), ""), self.numbers.get(page, 1))


def _is_label(node: Mapping[str, Any]) -> bool:
    """Whether the element is a paragraph that is strong as a whole."""
    kid = resolve1(node.get("K"))
    (kid,) = map(resolve1, kid) if isinstance(kid, list) and len(kid) == 1 else (kid,)
    return node["S"].name == "P" and isinstance(kid, Mapping) and "S" in kid and kid["S"].name == "Strong"


def _page(node: Mapping[str, Any], otherwise: int) -> int:
    return int(node["Pg"].objid) if "Pg" in node else otherwise


class _Listener(PDFDevice):
    """Takes down the text of the pages that are gone through, and draws nothing."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.found: dict[tuple[int, int], str] = {}
        self.page = 0
        self.marks: list[int | None] = []
        self.instead: list[str | None] = []

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        known = props if isinstance(props, Mapping) else {}
        self.marks.append(known.get("MCID"))
        self.instead.append(_said_instead(known))

    def end_tag(self) -> None:
        instead = self.instead.pop()
        if instead is not None:
            self._add(instead)
        self.marks.pop()

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        if all(one is None for one in self.instead):
            codes = (code for part in seq if isinstance(part, bytes) for code in textstate.font.decode(part))
            self._add("".join(_letter(textstate.font, code) for code in codes))

    def _add(self, text: str) -> None:
        mark = next((one for one in reversed(self.marks) if one is not None), None)
        if mark is not None and all(one is None for one in self.instead):
            self.found[self.page, mark] = self.found.get((self.page, mark), "") + text


def _said_instead(properties: Mapping[str, Any]) -> str | None:
    """What a piece stands for where its glyphs say something else: the hyphen that parts a word at the end of a line is soft."""
    text = resolve1(properties.get("ActualText"))
    return decode_text(text) if isinstance(text, bytes) else None


def _letter(font: Any, code: int) -> str:
    try:
        return str(font.to_unichr(code))
    except PDFUnicodeNotDefined:
        return "\ufffd"


def _pieces(opened: PDFDocument) -> Pieces:
    """The text of every piece of marked content, as the fonts' own maps to letters have it."""
    resources = PDFResourceManager()
    listener = _Listener(resources)
    interpreter = PDFPageInterpreter(resources, listener)
    for page in PDFPage.create_pages(opened):
        listener.page = int(str(page.pageid))
        interpreter.process_page(page)
    return listener.found
