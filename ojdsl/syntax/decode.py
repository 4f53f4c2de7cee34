"""Bytes of a file to text, or the reason why not."""

from __future__ import annotations

import re

from ojdsl.diagnostics.fact import Diagnostic, Position
from ojdsl.source import Source, Span

LARGEST = 1_000_000
"""Bytes that a spec file may have; the largest of a real catalogue has some 20,000."""

FORBIDDEN = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\r(?!\n)")


def decode(name: str, content: bytes) -> tuple[Source | None, list[Diagnostic]]:
    """The text of a spec file: UTF-8 with or without a byte order mark, no tabs, no control or direction characters."""
    if len(content) > LARGEST:
        return None, [Diagnostic("OJ102", Position(name), {"size": len(content), "largest": LARGEST})]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", errors="replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return None, [Diagnostic("OJ101", Position(name, line, column, line, column + 1))]
    source = Source(name, text)
    if not text.strip():
        return None, [Diagnostic("OJ103", Position(name))]
    bad = FORBIDDEN.search(text)
    if bad is None:
        return source, []
    place = Span(source, bad.start(), bad.end())
    if bad.group() == "\t":
        return None, [Diagnostic("OJ104", place, {"count": text.count("\t")})]
    return None, [Diagnostic("OJ105", place, {"character": f"U+{ord(bad.group()[0]):04X}"})]
