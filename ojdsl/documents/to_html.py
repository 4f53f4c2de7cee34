"""A document as one HTML page that needs nothing but itself."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from importlib.resources import files
from typing import assert_never

from jinja2 import Environment
from markupsafe import Markup

from ojdsl.documents.column_widths import column_widths, fitted
from ojdsl.documents.nodes import (
    Block,
    DataTable,
    Document,
    Emphasis,
    Field,
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
from ojdsl.documents.parting import is_whole
from ojdsl.documents.to_svg import to_svg

_WIDE = 500
"""A picture of at most so many px can be read when it is shrunk to the width of a phone: its letters are 10 px or more."""
_PHONE, _PAGE, _CELL_EDGES = 36, 95, 2
"""About how many letters go across a phone and a printed page, and into the edges of a cell.

A table whose words fit the phone is small, one whose words do not fit the page is crowded: there words are broken."""


def to_html(document: Document) -> str:
    """The whole page; the same document always gives the same bytes."""
    here = files("ojdsl.documents")
    shell = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True).from_string(
        (here / "page.html").read_text(encoding="utf-8")
    )
    # What is marked up here has been escaped below, text by text; the style sheet is our own file.
    return shell.render(
        document=document,
        style=Markup((here / "page.css").read_text(encoding="utf-8")),  # noqa: S704
        contents=Markup(_block(document.contents)) if document.contents else None,  # noqa: S704
        body=Markup("\n".join(map(_block, document.blocks))),  # noqa: S704
    )


def _block(block: Block) -> str:
    match block:
        case Heading(level=level, text=text, anchor=anchor):
            return f'<h{level} id="{escape(anchor)}">{escape(text)}</h{level}>'
        case Paragraph(runs=runs):
            return f"<p>{_runs(runs)}</p>"
        case List(items=items, ordered=ordered):
            tag = "ol" if ordered else "ul"
            return f"<{tag}>\n{_lines(map(_item, items))}</{tag}>"
        case Labelled(label=label, blocks=blocks):
            return f'<div class="part">\n<p class="label">{escape(label)}</p>\n{_blocks(blocks)}</div>'
        case FieldTable():
            return _field_table(block)
        case DataTable():
            return _data_table(block)
        case Picture(title=title, description=description, anchor=anchor, drawing=drawing):
            # a wide picture, unreadable if it is shrunk, is scrolled in its place, also by keyboard
            kind = 'class="wide" tabindex="0" role="region"' if drawing.width > _WIDE else 'role="group"'
            svg = to_svg(drawing, title, description, anchor)
            return f'<figure {kind} aria-label="{escape(title)}">\n{svg}\n</figure>'
        case _:
            assert_never(block)


def _item(item: Item) -> str:
    anchor = f' id="{escape(item.anchor)}"' if item.anchor else ""
    match item.blocks:
        case (Paragraph(runs=runs),):
            return f"<li{anchor}>{_runs(runs)}</li>"
        case (Paragraph(runs=runs), *rest):
            return f"<li{anchor}>{_runs(runs)}\n{_blocks(rest)}</li>"
        case blocks:
            return f"<li{anchor}>\n{_blocks(blocks)}</li>"


def _field_table(table: FieldTable) -> str:
    # The running head is shown in print only, where it is repeated on every page that the table covers.
    return (
        f'<table class="fields" id="{escape(table.anchor)}">\n<caption>{escape(table.caption)}</caption>\n'
        f'<thead class="running"><tr><th scope="colgroup" colspan="2">{escape(table.caption)}</th></tr></thead>\n'
        f"<tbody>\n{_lines(map(_field, table.rows))}</tbody>\n</table>"
    )


def _field(field: Field) -> str:
    return f'<tr><th scope="row">{escape(field.header)}</th><td>\n{_blocks(field.blocks)}</td></tr>'


def _data_table(table: DataTable) -> str:
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in table.header)
    widths = column_widths(table, _PAGE, _CELL_EDGES)
    small, crowded = sum(column_widths(table, 0, _CELL_EDGES)) <= _PHONE, sum(widths) > _PAGE
    looks = {"data": True, "small": small, "crowded": crowded, "whole": is_whole(table)}
    kind = " ".join(name for name, holds in looks.items() if holds)
    shares = [f'<col style="width: {100 * width / _PAGE:.1f}%">' for width in fitted(widths, _PAGE)] if crowded else []
    return (
        f'<table class="{kind}">\n<caption>{escape(table.caption)}</caption>\n{"".join(shares)}<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{_lines(_row(table.header, row) for row in table.rows)}</tbody>\n</table>"
    )


def _row(header: tuple[str, ...], row: tuple[tuple[Paragraph, ...], ...]) -> str:
    first, *rest = row
    # On a phone the cells stand under each other, and the style sheet prints the column's name above each.
    cells = "".join(f'<td data-label="{escape(name)}">{_flat(cell)}</td>' for name, cell in zip(header[1:], rest, strict=True))
    return f'<tr><th scope="row">{_flat(first)}</th>{cells}</tr>'


def _flat(cell: tuple[Paragraph, ...]) -> str:
    """A single paragraph needs no element of its own."""
    return _runs(cell[0].runs) if len(cell) == 1 else "".join(map(_block, cell))


def _blocks(blocks: Iterable[Block]) -> str:
    return _lines(map(_block, blocks))


def _lines(parts: Iterable[str]) -> str:
    return "".join(f"{part}\n" for part in parts)


def _runs(runs: Iterable[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    match run:
        case Plain(text=text):
            return escape(text, quote=False)
        case Emphasis(text=text):
            return f"<em>{escape(text, quote=False)}</em>"
        case Strong(text=text):
            return f"<strong>{escape(text, quote=False)}</strong>"
        case Link(text=text, target=target):
            return f'<a href="#{escape(target)}">{escape(text, quote=False)}</a>'
        case _:
            assert_never(run)
