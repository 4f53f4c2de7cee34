"""The small fixed markup of long texts in specs.

Paragraphs are separated by blank lines. A line that starts with `- ` or with the next number (`1. `, `2. `) is a list item, and
indented lines continue it. `*ord*` is emphasis. Everything else is taken literally.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ojdsl.documents.nodes import Emphasis, Flow, Item, List, Paragraph, Plain, Run

_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]*[^\s*])\*(?![\w*])")
_NUMBER = re.compile(r"(\d+)\. +")


@dataclass(slots=True)
class _Draft:
    kind: Literal["paragraph", "bullets", "numbers"]
    items: list[list[str]]


def flow(text: str) -> tuple[Flow, ...]:
    """A long text as paragraphs and lists."""
    drafts: list[_Draft] = []
    gap = True
    for line in text.splitlines():
        if line.strip():
            _add(drafts, line, gap)
        gap = not line.strip()
    return tuple(_finished(draft) for draft in drafts)


def runs(text: str) -> tuple[Run, ...]:
    """One paragraph's text with its emphasis."""
    return tuple(_runs(" ".join(re.split(r"[ \t\r\n]+", text.strip()))))


def cell(text: str) -> tuple[Paragraph, ...]:
    """A text as a cell of a table."""
    return (Paragraph(runs(text)),)


def _add(drafts: list[_Draft], line: str, gap: bool) -> None:
    last = drafts[-1] if drafts else _Draft("paragraph", [[]])
    text = line.strip()
    number = _NUMBER.match(line)
    due = len(last.items) + 1 if last.kind == "numbers" else 1
    if line.startswith("- "):
        _item(drafts, "bullets", text[2:])
    elif number and int(number[1]) == due:
        _item(drafts, "numbers", text[number.end() :])
    elif not gap if last.kind == "paragraph" else line[0].isspace():
        last.items[-1].append(text)
    else:
        drafts.append(_Draft("paragraph", [[text]]))


def _item(drafts: list[_Draft], kind: Literal["bullets", "numbers"], text: str) -> None:
    if drafts and drafts[-1].kind == kind:
        drafts[-1].items.append([text])
    else:
        drafts.append(_Draft(kind, [[text]]))


def _finished(draft: _Draft) -> Flow:
    paragraphs = [Paragraph(runs(" ".join(lines))) for lines in draft.items]
    if draft.kind == "paragraph":
        return paragraphs[0]
    return List(tuple(Item((paragraph,)) for paragraph in paragraphs), ordered=draft.kind == "numbers")


def _runs(text: str) -> Iterator[Run]:
    end = 0
    for match in _EMPHASIS.finditer(text):
        if match.start() > end:
            yield Plain(text[end : match.start()])
        yield Emphasis(match[1])
        end = match.end()
    if end < len(text):
        yield Plain(text[end:])
