"""Markdown as we write it, and as somebody with an editor changes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ojdsl.verify.lines import Comment, Line, Role, tidy
from ojdsl.verify.read_text import decoded

_HEADING = re.compile(r"#{1,6}\s+(.*)")
_BOLD = re.compile(r"\*\*((?:(?!\*\*).)+)\*\*")
_LABEL = re.compile(r"\*\*\*((?:(?!\*\*\*).)+)\*\*\*")
_ITEM = re.compile(r"(\s*)([-+*]|\d+[.)])\s+(.*)")
_NUMBERED = re.compile(r"(?!1[.)])\d")
"""In the middle of a paragraph a line begins a list only with a bullet or 1 (CommonMark 5.3)."""
_RULE = re.compile(r"(?:-{3,}|\*{3,}|_{3,})|\|?(?:\s*:?-+:?\s*\|)+\s*:?-*:?\s*\|?")
_MARKUP = re.compile(r"\\([!-/:-@\[-`{-~])|\*{1,3}|(?<!\w)_{1,2}(?=\S)|(?<=\S)_{1,2}(?!\w)|!?\[([^\]]*)\]\([^)]*\)")
_REMARK = re.compile(r"<!--\s*(?:([^\W\d_][^:<>\n]{0,40}):)?\s*(.*?)\s*-->", re.DOTALL)
_CELL = re.compile(r"(?<!\\)\|")


def markdown_lines(content: bytes) -> tuple[Line, ...]:
    """Every paragraph, item, heading and cell; `<!-- Anna Ek: varför? -->` is a remark on the line before it."""
    text = decoded(content)
    lines = list(_lines(_REMARK.sub(lambda found: "\n" * found[0].count("\n"), text)))
    for found in _REMARK.finditer(text):
        number = text.count("\n", 0, found.start()) + 1
        at = max((at for at, line in enumerate(lines) if line.number <= number), default=None)
        if at is not None:
            remark = Comment(tidy(found[2]), tidy(found[1] or ""), "")
            lines[at] = replace(lines[at], comments=(*lines[at].comments, remark))
    return tuple(lines)


def _lines(text: str) -> Iterator[Line]:
    open_: list[str] = []
    start, kind, depth = 1, "text", 0

    def finished() -> Iterator[Line]:
        if open_:
            yield _line(" ".join(open_), start, kind, depth)
            open_.clear()

    for number, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip()
        heading, item = _HEADING.fullmatch(stripped), _ITEM.fullmatch(line)
        if not stripped or _RULE.fullmatch(stripped):
            yield from finished()
        elif heading:
            yield from finished()
            yield _line(heading[1], number, "heading", 0)
        elif stripped.startswith("|"):
            yield from finished()
            yield from (_line(cell, number, "text", 0) for cell in _CELL.split(stripped.strip("|")) if cell.strip())
        elif item and not (open_ and kind == "text" and _NUMBERED.match(item[2])):
            yield from finished()
            start, kind, depth = number, "item", 1 + len(item[1].expandtabs(4)) // 2
            while inner := _ITEM.fullmatch(item[3]):  # `1. - Ja`: a list that an item begins with
                item, depth = inner, depth + 1
            open_.append(item[3])
        else:
            if not open_:
                start, kind, depth = number, "text", 1 + len(line) - len(line.lstrip()) if line[0].isspace() else 0
            open_.append(stripped)
    yield from finished()


def _line(text: str, number: int, kind: str, depth: int) -> Line:
    role: Role = "heading" if kind == "heading" else "item" if kind == "item" else "text"
    if kind == "text" and _LABEL.fullmatch(text):
        role = "label"
    elif kind == "text" and _BOLD.fullmatch(text):
        role = "header"
    plain = tidy(_MARKUP.sub(lambda found: found[1] or found[2] or "", text))
    return Line(plain, number, role, depth)
