"""A document of whatever format → lines."""

from __future__ import annotations

from pathlib import PurePath

from ojdsl.verify.lines import Line, UnreadableError, Written
from ojdsl.verify.read_docx import read_docx
from ojdsl.verify.read_html import read_html
from ojdsl.verify.read_markdown import markdown_lines
from ojdsl.verify.read_text import text_lines

_LARGEST = 50_000_000


def read_document(name: str, content: bytes) -> Written:
    """The document; its format is what the end of its name says. Raises `UnreadableError`."""
    if len(content) > _LARGEST:
        raise UnreadableError("too_large")
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UnreadableError("empty")
    match PurePath(name).suffix.lower():
        case ".docx" | ".docm":
            return read_docx(name, content)
        case ".html" | ".htm" | ".xhtml":
            return read_html(name, content)
        case ".md" | ".markdown":
            return Written(name, markdown_lines(content))
        case ".pdf":
            return Written(name, _pdf_lines(content))
        case ".txt":
            return Written(name, text_lines(content))
        case _:
            raise UnreadableError("format")


def _pdf_lines(content: bytes) -> tuple[Line, ...]:
    try:
        from ojdsl.verify.read_pdf import pdf_lines
    except ModuleNotFoundError as missing:
        raise UnreadableError("needs_pdf") from missing
    return pdf_lines(content)
