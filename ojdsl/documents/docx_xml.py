"""The little XML that a Word file is written with: text by text, since element trees would rename the template's prefixes."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROOT = f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# Whatever XML 1.0 cannot hold, escaped or not; lone surrogates among them.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text(value: str) -> str:
    """A text as the content of an element; a character that XML forbids shows as the replacement character."""
    return escape(_FORBIDDEN.sub("\ufffd", value))


def attribute(value: str) -> str:
    """A text as the value of an attribute, with its quotes."""
    return quoteattr(_FORBIDDEN.sub("\ufffd", value))


def value(tag: str, of: str | int) -> str:
    """`<w:tag w:val="…"/>`, which most of a Word file consists of."""
    return f"<w:{tag} w:val={attribute(str(of))}/>"


def run(content: str, style: str | None = None) -> str:
    """A text in one character style; its spaces are kept."""
    look = f"<w:rPr>{value('rStyle', style)}</w:rPr>" if style else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text(content)}</w:t></w:r>'


def field(instruction: str, shown: str) -> str:
    """A field that Word computes itself, with what is shown until then."""
    return f"{field_start(instruction)}<w:r><w:t>{text(shown)}</w:t></w:r>{FIELD_END}"


def field_start(instruction: str) -> str:
    """A field up to what it shows; `FIELD_END` comes after that."""
    code = f'<w:r><w:instrText xml:space="preserve"> {text(instruction)} </w:instrText></w:r>'
    return f"{_mark('begin')}{code}{_mark('separate')}"


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


FIELD_END = _mark("end")
