"""A document as Markdown that is pleasant to read and to compare line by line; never any HTML.

A caption is a heading, and the fields of a table are texts under bold names: a pipe table cannot hold them. There is no list of
contents, since every reader of Markdown makes one from the headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from ojdsl.documents.nodes import (
    Block,
    DataTable,
    Document,
    Emphasis,
    FieldTable,
    Heading,
    Item,
    Labelled,
    Link,
    List,
    Paragraph,
    Picture,
    Plain,
    Run,
    Strong,
)

_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&$#{}]")
_MARK = re.compile(r"^(\d+(?=[.)](?: |$))|(?=[-+](?: |-|$)))")
_DEEPEST = 6


def to_markdown(document: Document) -> str:
    """The whole text; the same document always gives the same bytes."""
    parts = [f"# {_text(document.title)}", *_document(document.blocks), "---", _text(document.provenance)]
    return "\n\n".join(parts) + "\n"


def _document(blocks: Iterable[Block]) -> Iterator[str]:
    level = 1
    for block in blocks:
        match block:
            case Heading(level=level, text=text):  # remembered for the captions under it
                yield _heading(level, text)
            case FieldTable(caption=caption, rows=rows):
                yield _heading(level + 1, caption)
                for field in rows:
                    yield f"**{_text(field.header)}**"
                    yield from map(_flow, field.blocks)
            case DataTable():
                yield f"**{_text(block.caption)}**"
                yield _pipes(block)
            case Picture():
                pass  # what it shows stands in the text beside it
            case _:
                yield _flow(block)


def _heading(level: int, text: str) -> str:
    return f"{'#' * min(level, _DEEPEST)} {_text(text).strip(' ')}"


def _flow(block: Paragraph | List | Labelled) -> str:
    match block:
        case Paragraph(runs=runs):
            return _paragraph(runs)
        case List(items=items, ordered=ordered):
            marks = (f"{number}. " if ordered else "- " for number in range(1, len(items) + 1))
            return "\n".join(_item(mark, item) for mark, item in zip(marks, items, strict=True))
        case Labelled(label=label, blocks=blocks):
            return "\n\n".join([f"***{_text(label)}***", *map(_flow, blocks)])
        case _:
            assert_never(block)


def _item(mark: str, item: Item) -> str:
    """What follows the mark is indented under it."""
    first, *rest = "\n\n".join(map(_flow, item.blocks)).split("\n")
    return "\n".join([mark + first, *(" " * len(mark) + line if line else "" for line in rest)])


def _pipes(table: DataTable) -> str:
    rows = [[" ".join(_runs(one.runs) for one in cell) for cell in row] for row in table.rows]
    lines = [[_text(text) for text in table.header], ["---"] * len(table.header), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _paragraph(runs: Iterable[Run]) -> str:
    """A text that happens to begin like a list item, or to look like a rule, must not become one."""
    return _MARK.sub(r"\1\\", _runs(runs).strip(" "))


def _runs(runs: Iterable[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    match run:
        case Plain(text=text):
            return _text(text)
        case Emphasis(text=text):
            return f"*{_text(text)}*"
        case Strong(text=text):
            return f"**{_text(text)}**"
        case Link(text=text):
            return _text(text)
        case _:
            assert_never(run)


def _text(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", _SPACE.sub(" ", text))
