"""Word files for tests: small ones made by hand, and our own with parts changed at the level of XML."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN = "word/document.xml"


def small(body: str, **parts: str) -> bytes:
    """A Word file with this body; `comments=` and others are whole parts."""
    return zipped({MAIN: f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'} | {
        f"word/{name}.xml": text for name, text in parts.items()
    })  # fmt: skip


def zipped(parts: dict[str, str]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", compression=8) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def edited(content: bytes, change: Callable[[str], str]) -> bytes:
    """A Word file with the XML of its text changed."""
    with ZipFile(BytesIO(content)) as archive:
        parts = {one: archive.read(one).decode() for one in archive.namelist()}
    after = change(parts[MAIN])
    assert after != parts[MAIN], "the edit found nothing to change"
    return zipped(parts | {MAIN: after})


def p(content: str, end: str = "") -> str:
    """A paragraph of finished runs; `end` is a tracked change of its end."""
    properties = f"<w:pPr><w:rPr>{end}</w:rPr></w:pPr>" if end else ""
    return f"<w:p>{properties}{content}</w:p>"


def r(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def mark(kind: str, content: str = "", author: str = "Anna Ek", date: str = "2017-03-01T10:00:00Z") -> str:
    """Content put in (`ins`) or taken out (`del`)."""
    return f'<w:{kind} w:id="1" w:author="{author}" w:date="{date}">{content}</w:{kind}>'
