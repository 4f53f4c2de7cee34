"""A document as a tagged PDF (PDF/UA-1), set by typst with the fonts that typst brings and none of the machine's.

The texts go to a fixed template as data (`document.typ`), never as typst code.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, assert_never

from ojdsl.data.extras import MissingExtra
from ojdsl.documents.column_widths import column_widths, fitted
from ojdsl.documents.docx_outline import bookmarks, outline
from ojdsl.documents.nodes import (
    Block,
    DataTable,
    Document,
    Emphasis,
    Field,
    FieldTable,
    Flow,
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
from ojdsl.documents.parting import is_whole
from ojdsl.documents.to_svg import to_svg

Json = dict[str, Any]
Anchors = Mapping[str, str]
_FIELD = "Uppgift"  # as in the Word file
_NO_GLYPH = re.compile(r"the text `(.*?)` could not be displayed", re.DOTALL)
_REGIONS = {"sv": "SE"}  # as in the Word file
_DEEPEST = 8  # lists in lists
_CHARACTERS = 85  # of text in the width of a page
_MARGINS = 5  # of a cell, in characters, with some room for bold type
_SMALL_CHARACTERS, _SMALL_MARGINS = 99, 3  # the same in small print
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")  # what has no look, and what JSON cannot carry


@dataclass(frozen=True, slots=True)
class NoGlyph:
    """A text that none of the fonts can show; `text` is the part of it that has no look."""

    text: str


def to_pdf(document: Document) -> bytes | NoGlyph | MissingExtra:
    """The whole file; the same document gives the same bytes with the same version of typst."""
    try:
        import typst
    except ImportError:
        return MissingExtra("pdf")
    template = (files("ojdsl.documents") / "document.typ").read_bytes()
    inputs = {"document": json.dumps(document_json(document), ensure_ascii=False)}
    try:
        made = typst.Compiler(ignore_system_fonts=True, sys_inputs=inputs).compile(template, pdf_standards=["ua-1"], timestamp=0)
    except typst.TypstError as error:
        if found := _NO_GLYPH.search(error.message):
            return NoGlyph(found[1].strip('"'))
        raise
    assert isinstance(made, bytes)  # noqa: S101 - one file, since it is a PDF
    return made


def document_json(document: Document) -> Json:
    """What the template prints: the tree as plain values, with levels, widths and the names of anchors worked out."""
    anchors = {anchor: f"a{mark.id}" for anchor, mark in bookmarks(document.blocks).items()}
    return {
        "title": _seen(document.title),
        "language": document.language,
        "region": _REGIONS.get(document.language),
        "description": _seen(document.description),
        "provenance": _seen(document.provenance),
        "contents": document.contents is not None,
        "blocks": [_block(block, level, anchors) for block, level in outline(document.blocks)],
    }


def _block(block: Block, level: int, anchors: Anchors) -> Json:
    match block:
        case Heading(text=text, anchor=anchor):
            return {"kind": "heading", "level": level, "text": _seen(text), "anchor": anchors[anchor]}
        case FieldTable(caption=caption, anchor=anchor, rows=rows):
            texts = {"caption": _seen(caption), "header": [_FIELD, _seen(caption)], "anchor": anchors[anchor]}
            return {"kind": "fields", "level": level, **texts, "rows": [_field(row, anchors) for row in rows]}
        case DataTable(caption=caption, header=header, rows=rows):
            cells = [[_flows(cell, anchors) for cell in row] for row in rows]
            texts = {"caption": _seen(caption), "header": list(map(_seen, header))}
            widths = column_widths(block, _CHARACTERS, _MARGINS)
            crowded = sum(widths) > _CHARACTERS
            if crowded:
                widths = fitted(column_widths(block, _SMALL_CHARACTERS, _SMALL_MARGINS), _SMALL_CHARACTERS)
            look = {"widths": widths, "crowded": crowded, "whole": is_whole(block)}
            return {"kind": "data", **texts, **look, "rows": cells}
        case Picture(title=title, description=description, anchor=anchor, drawing=drawing):
            svg = to_svg(drawing, _seen(title), _seen(description), anchor)
            return {"kind": "picture", "svg": svg, "alt": _seen(f"{title}. {description}"), "width": drawing.width}
        case Paragraph() | List() | Labelled():
            return _flow(block, anchors)
        case _:
            assert_never(block)


def _field(row: Field, anchors: Anchors) -> Json:
    return {"header": _seen(row.header), "blocks": _flows(row.blocks, anchors), "whole": is_whole(row)}


def _flows(flows: Iterable[Flow], anchors: Anchors, depth: int = 0) -> list[Json]:
    return [_flow(flow, anchors, depth) for flow in flows]


def _flow(flow: Flow, anchors: Anchors, depth: int = 0) -> Json:
    match flow:
        case Paragraph(runs=runs):
            return {"kind": "paragraph", "runs": [_run(run, anchors) for run in runs]}
        case List(items=items, ordered=ordered):
            shown = items if depth < _DEEPEST else _in_one_level(items)
            return {"kind": "list", "ordered": ordered, "items": [_item(item, anchors, depth + 1) for item in shown]}
        case Labelled(label=label, blocks=blocks):
            return {"kind": "labelled", "label": _seen(label), "blocks": _flows(blocks, anchors, depth)}
        case _:
            assert_never(flow)


def _item(item: Item, anchors: Anchors, depth: int) -> Json:
    return {"anchor": anchors[item.anchor] if item.anchor else None, "blocks": _flows(item.blocks, anchors, depth)}


def _in_one_level(items: Iterable[Item]) -> Iterator[Item]:
    """Items of items as items: neither a page nor typst has room for lists without end."""
    for item in items:
        yield Item(tuple(block for block in item.blocks if not isinstance(block, List)), item.anchor)
        for block in item.blocks:
            if isinstance(block, List):
                yield from _in_one_level(block.items)


def _run(run: Run, anchors: Anchors) -> Json:
    match run:
        case Plain(text=text):
            return {"kind": "plain", "text": _seen(text)}
        case Emphasis(text=text):
            return {"kind": "emphasis", "text": _seen(text)}
        case Strong(text=text):
            return {"kind": "strong", "text": _seen(text)}
        case Link(text=text, target=target):
            known = {"kind": "link", "target": anchors[target]} if target in anchors else {"kind": "plain"}
            return {**known, "text": _seen(text)}
        case _:
            assert_never(run)


def _seen(text: str) -> str:
    return _UNSEEN.sub("\ufffd", text)
