"""The blocks of a document as WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from ojdsl.documents.column_widths import column_widths, fitted
from ojdsl.documents.docx_drawing import drawing_run
from ojdsl.documents.docx_outline import Bookmark, bookmarked, outline
from ojdsl.documents.docx_template import DEEPEST_LABEL, DEEPEST_LIST, Template, numbered_name
from ojdsl.documents.docx_xml import attribute, run, value
from ojdsl.documents.nodes import (
    Block,
    DataTable,
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
    Row,
    Run,
    Strong,
)
from ojdsl.documents.parting import is_whole, leans_on_next

# First row and first column are headers, and rows are not banded.
_LOOK = '<w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
_FIELD = "Uppgift"
_HEADER_SHARE = 29  # per cent of the width of a field table
_KEEP = "<w:keepNext/>"


@dataclass(frozen=True, slots=True)
class _Print:
    """The styles of a data table and its cells.

    `letter` is how wide a bold letter of a wide font is in them, in twentieths of a point, `edges` those of a cell, in letters.
    """

    table: str
    columns: str
    first: str
    others: str
    letter: int
    edges: int


_USUAL = _Print("OJ Tabell", "OJ Kolumnrubrik", "OJ Radrubrik", "OJ Tabelltext", 150, 3)
_SMALL = _Print("OJ Tät tabell", "OJ Tät kolumnrubrik", "OJ Tät radrubrik", "OJ Tät tabelltext", 122, 2)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a whole document is printed with.

    `starts` gets the level of every ordered list, `pictures` the title of every picture: each is numbered on its own.
    """

    template: Template
    bookmarks: Mapping[str, Bookmark]
    starts: list[int]
    pictures: list[str]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the document flow stands: the style of its paragraphs, and how deep in lists and labels.

    Paragraphs that are `kept` stay on the page of what comes next.
    """

    setting: Setting
    text: str = "Normal"
    lists: int = 0
    labels: int = 0
    kept: bool = False


def body(blocks: Iterable[Block], setting: Setting) -> str:
    """All blocks in order; a text after a table is set off from it."""
    made, before = [], None
    for block, level in outline(blocks):
        if isinstance(before, DataTable | FieldTable) and isinstance(block, Paragraph):
            made.append(styled(_runs(block.runs, setting), "Normal", setting.template, '<w:spacing w:before="120"/>'))
        elif isinstance(block, Paragraph | Labelled):
            made.append(_flow(block, _Place(setting, kept=leans_on_next(block, isinstance(before, Heading)))))
        else:
            made.append(_block(block, level, setting))
        before = block
    return "".join(made)


def styled(content: str, style: str, template: Template, more: str = "") -> str:
    """A paragraph of finished runs in a style, by its name; `more` are properties that come after the style."""
    return f"<w:p><w:pPr>{value('pStyle', template.styles[style])}{more}</w:pPr>{content}</w:p>"


def _block(block: Block, level: int, setting: Setting) -> str:
    match block:
        case Heading(text=text, anchor=anchor):
            return styled(bookmarked(run(text), anchor, setting.bookmarks), f"heading {level}", setting.template)
        case FieldTable():
            return _field_table(block, level, setting)
        case DataTable():
            return _data_table(block, setting)
        case Picture():
            setting.pictures.append(block.title)
            content = drawing_run(block, len(setting.pictures), setting.template.text_width)
            return styled(content, "Normal", setting.template, '<w:spacing w:before="120" w:after="120"/>')
        case Paragraph() | List() | Labelled():
            return _flow(block, _Place(setting))
        case _:
            assert_never(block)


# --- flow -------------------------------------------------------------------------------------------------------------


def _flow(block: Flow, place: _Place) -> str:
    match block:
        case Paragraph(runs=runs):
            return styled(_runs(runs, place.setting), place.text, place.setting.template, _KEEP if place.kept else "")
        case List():
            return _list(block, place)
        case Labelled(label=label, blocks=blocks):
            depth = min(place.labels + 1, DEEPEST_LABEL)
            shown = styled(run(label), numbered_name("OJ Etikett", depth), place.setting.template)
            return shown + _flows(blocks, replace(place, labels=depth))
        case _:
            assert_never(block)


def _flows(blocks: Sequence[Flow], place: _Place) -> str:
    """What follows a labelled part of a cell, and no longer belongs to it, is set off from it."""
    after = replace(place, text="OJ Efter etikett")
    pairs = zip((None, *blocks), blocks, strict=False)
    return "".join(_flow(block, after if _ends(before, block, place) else place) for before, block in pairs)


def _ends(before: Flow | None, block: Flow, place: _Place) -> bool:
    return isinstance(before, Labelled) and isinstance(block, Paragraph) and not place.lists and not place.labels


def _list(block: List, place: _Place) -> str:
    depth = min(place.lists + 1, DEEPEST_LIST)
    style = numbered_name("List Number" if block.ordered else "List Bullet", depth)
    inside = replace(place, text=numbered_name("List Continue", depth), lists=depth)
    number = _number(depth, place.setting) if block.ordered else ""
    return "".join(_item(item, style, number, inside) for item in block.items)


def _number(depth: int, setting: Setting) -> str:
    """A number that no other list has, so that this one starts from the beginning."""
    number = setting.template.free_number + len(setting.starts)
    setting.starts.append(depth - 1)
    return f"<w:numPr>{value('ilvl', depth - 1)}{value('numId', number)}</w:numPr>"


def _item(item: Item, style: str, number: str, inside: _Place) -> str:
    """The mark stands before the item's first paragraph; what follows is indented under it, without a mark."""
    match item.blocks:
        case (Paragraph(runs=runs), *rest):
            content, following = _runs(runs, inside.setting), rest
        case blocks:
            content, following = "", list(blocks)
    content = bookmarked(content, item.anchor, inside.setting.bookmarks)
    return styled(content, style, inside.setting.template, number) + _flows(following, inside)


# --- tables -----------------------------------------------------------------------------------------------------------


def _field_table(table: FieldTable, level: int, setting: Setting) -> str:
    template = setting.template
    title = bookmarked(run(table.caption), table.anchor, setting.bookmarks)
    # The outline level puts the name in the navigation pane and the list of contents, with whatever look captions have.
    caption = styled(title, "caption", template, value("outlineLvl", level - 1))
    share = template.text_width * _HEADER_SHARE // 100
    widths = (share, template.text_width - share)
    # Repeated on every page, so that one knows what is described. Two cells, since merged ones are hard to read out.
    rows = [_header((_FIELD, table.caption), widths, template), *(_field(field, widths, setting) for field in table.rows)]
    return caption + _table("OJ Indikatortabell", table.caption, widths, rows, template)


def _field(field: Field, widths: tuple[int, ...], setting: Setting) -> str:
    header = styled(run(field.header), "OJ Radrubrik", setting.template)
    content = _flows(field.blocks, _Place(setting, "OJ Tabelltext"))
    whole = "<w:cantSplit/>" if is_whole(field) else ""
    return _row((header, content), widths, setting.template, whole)


def _data_table(table: DataTable, setting: Setting) -> str:
    template = setting.template
    small = sum(_columns(table, _USUAL, template)) > template.text_width // _USUAL.letter
    print_ = _SMALL if small else _USUAL
    widths = _widths(table, print_, template)
    last = len(table.rows) if is_whole(table) else 0
    rows = [
        _header(table.header, widths, template, print_.columns),
        *(_data_row(row, widths, print_, setting, number < last) for number, row in enumerate(table.rows, start=1)),
    ]
    return styled(run(table.caption), "caption", template) + _table(print_.table, table.caption, widths, rows, template)


def _data_row(row: Row, widths: tuple[int, ...], print_: _Print, setting: Setting, kept: bool) -> str:
    first, *rest = row
    place = _Place(setting, print_.others, kept=kept)
    cells = [_flows(first, replace(place, text=print_.first)), *(_flows(cell, place) for cell in rest)]
    return _row(cells, widths, setting.template, "<w:cantSplit/>")


def _columns(table: DataTable, print_: _Print, template: Template) -> list[int]:
    """How many letters each column needs; of small ones more find room."""
    return column_widths(table, template.text_width // print_.letter, print_.edges)


def _widths(table: DataTable, print_: _Print, template: Template) -> tuple[int, ...]:
    whole = template.text_width
    parts = fitted(_columns(table, print_, template), whole // print_.letter)
    widths = [whole * part // sum(parts) for part in parts]
    return (*widths[:-1], whole - sum(widths[:-1]))


def _table(style: str, caption: str, widths: tuple[int, ...], rows: Iterable[str], template: Template) -> str:
    properties = (
        f'{value("tblStyle", template.styles[style])}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{_LOOK}{value("tblCaption", caption)}'
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _header(texts: Iterable[str], widths: tuple[int, ...], template: Template, style: str = _USUAL.columns) -> str:
    cells = [styled(run(text), style, template) for text in texts]
    return _row(cells, widths, template, "<w:cantSplit/><w:tblHeader/>")


def _row(cells: Iterable[str], widths: tuple[int, ...], template: Template, properties: str = "") -> str:
    look = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    # A cell without a paragraph is a broken file to Word.
    empty = styled("", "OJ Tabelltext", template)
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell or empty}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr>{look}{inside}</w:tr>"


# --- inside a paragraph -----------------------------------------------------------------------------------------------


def _runs(runs: Iterable[Run], setting: Setting) -> str:
    return "".join(_run(one, setting) for one in runs)


def _run(one: Run, setting: Setting) -> str:
    styles = setting.template.styles
    match one:
        case Plain(text=text):
            return run(text)
        case Emphasis(text=text):
            return run(text, styles["Emphasis"])
        case Strong(text=text):
            return run(text, styles["Strong"])
        case Link(text=text, target=target):
            known = setting.bookmarks.get(target)
            return link(run(text, styles["Hyperlink"]), known) if known else run(text)
        case _:
            assert_never(one)


def link(content: str, bookmark: Bookmark) -> str:
    """Finished runs that lead to a bookmark."""
    return f'<w:hyperlink w:anchor={attribute(bookmark.name)} w:history="1">{content}</w:hyperlink>'
