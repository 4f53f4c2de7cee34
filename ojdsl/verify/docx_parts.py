"""The parts of a Word file as XML trees, read so that a hostile file can do no harm.

A zip that claims more than it should, XML that declares entities, and nesting that no writer makes are refused, not followed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree as Xml
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812  # the name says nothing without its module

from ojdsl.verify.lines import UnreadableError

_NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_LARGEST_PART, _MOST_PARTS, _DEEPEST = 50_000_000, 5_000, 200
_WANTED = ("document", "styles", "numbering", "comments", "footnotes", "endnotes")
_CORE, _CONTENT = "docProps/core.xml", "[Content_Types].xml"
_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")  # an encrypted file, and .doc, begin so (MS-CFB 2.2)

Element = Xml.Element


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts by name (`document`, `styles` …), without those that the file lacks; `saved_by` may be empty."""

    trees: Mapping[str, Element]
    saved_by: str


def read_parts(content: bytes) -> Parts:
    """Raises `UnreadableError` for what is no Word file, is damaged, or is made to do harm."""
    if content.startswith(_COMPOUND):
        raise UnreadableError("locked")
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = {one.filename for one in archive.infolist()}
            if len(names) > _MOST_PARTS:
                raise UnreadableError("too_large")
            if "word/document.xml" not in names:
                raise UnreadableError("workbook" if _CONTENT in names else "no_word")
            if any(one.flag_bits & 1 for one in archive.infolist()):
                raise UnreadableError("locked")
            trees = {name: _tree(_unpacked(archive, f"word/{name}.xml")) for name in _WANTED if f"word/{name}.xml" in names}
            core = _tree(_unpacked(archive, _CORE)) if _CORE in names else None
    except (BadZipFile, NotImplementedError, OSError, RuntimeError, ValueError, EOFError, ZlibError) as error:
        raise UnreadableError("no_word") from error
    saved_by = (
        next((one.text for one in core if one.tag.endswith("}lastModifiedBy") and one.text), "") if core is not None else ""
    )
    return Parts(trees, saved_by or "")


def _unpacked(archive: ZipFile, name: str) -> bytes:
    """A part, of which no more is unpacked than what is allowed, whatever size it claims."""
    with archive.open(name) as part:
        content = part.read(_LARGEST_PART + 1)
    if len(content) > _LARGEST_PART:
        raise UnreadableError("too_large")
    return content


def _tree(content: bytes) -> Element:
    try:
        text = content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError("no_word") from error
    # Without a document type there are no entities but the five of XML, so that nothing can be fetched or blown up.
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise UnreadableError("entities")
    if text.startswith("<?xml"):
        text = text.partition("?>")[2]
    depth = 0
    root: Element | None = None
    try:
        for event, element in Xml.iterparse(BytesIO(text.encode()), events=("start", "end")):  # noqa: S314  # see above
            depth += 1 if event == "start" else -1
            root = element if root is None else root
            if depth > _DEEPEST:
                raise UnreadableError("too_large")
    except Xml.ParseError as error:
        raise UnreadableError("no_word") from error
    if root is None:
        raise UnreadableError("no_word")
    return root


def name_of(element: Element) -> str:
    """`p`, `tbl`, `ins` …: the element's name without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value_of(element: Element | None, attribute: str = "val") -> str:
    """An attribute of WordprocessingML; empty where it is missing."""
    if element is None:
        return ""
    return element.get(_NAMESPACE + attribute) or element.get(_STRICT + attribute) or ""


def child(element: Element | None, *names: str) -> Element | None:
    """The first child of a name, and its first child of the next name …; None where there is none."""
    for name in names:
        element = next((one for one in element if name_of(one) == name), None) if element is not None else None
    return element


def switched_on(element: Element | None) -> bool:
    """Whether a property such as `w:vanish` holds: it is there and not `0`, `false` or `off`."""
    return element is not None and value_of(element) not in ("0", "false", "off")
