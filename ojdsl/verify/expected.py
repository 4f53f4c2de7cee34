"""What a document should say: the lines of the very tree that documents are printed from, taken apart like those read back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ojdsl.documents.bilaga2 import bilaga2
from ojdsl.documents.family import Family, anchor, families, member_anchor, member_name
from ojdsl.documents.nodes import DataTable, Document, FieldTable, Flow, Heading, Item, Labelled, List, Paragraph, Picture
from ojdsl.model.nodes import Catalogue
from ojdsl.verify.described import Known
from ojdsl.verify.lines import Line, Role, folded, tidy
from ojdsl.verify.parts import Parts, parts_of


@dataclass(frozen=True, slots=True)
class Expected:
    """One description as it should be; `anchors` are those that we write, in the form that Word takes."""

    family: Family
    title: str
    anchors: frozenset[str]
    parts: Parts

    @property
    def id(self) -> str:
        return self.family[0].family or self.family[0].id

    @property
    def members(self) -> Mapping[str, int]:
        """The number of each member by what its part of the calculation is headed, folded."""
        return {folded(member_name(one)): number for number, one in enumerate(self.family)} if len(self.family) > 1 else {}


@dataclass(frozen=True, slots=True)
class Whole:
    """The whole document: its descriptions, what stands outside them, and what all is recognised by."""

    descriptions: tuple[Expected, ...]
    outside: tuple[Line, ...]
    known: Known
    provenance: str
    pictures: tuple[Picture, ...]


def whole(catalogue: Catalogue) -> Whole:
    """What Bilaga 2 of an area should say."""
    document = bilaga2(catalogue)
    tables = [block for block in document.blocks if isinstance(block, FieldTable)]
    described = families(one for one in catalogue.indicators if one.kind == "indicator")
    background = tuple((one,) for one in catalogue.indicators if one.kind == "background")
    expected = tuple(_expected(*pair) for pair in zip((*described, *background), tables, strict=True))
    headings = tuple(block.text for block in document.blocks if isinstance(block, Heading))
    kinds = dict.fromkeys(frozenset(folded(row.header) for row in table.rows) for table in tables)
    ending = folded(" ".join(document.provenance.split(" ")[:3]))  # without the version and what it was made from
    titles = {folded(text) for text in (*headings, document.title, *(table.caption for table in tables))}
    pictures = tuple(block for block in document.blocks if isinstance(block, Picture))
    known = Known(tuple(kinds), frozenset(titles), ending)
    return Whole(expected, tuple(_outside(document)), known, document.provenance, pictures)


def anchor_key(name: str) -> str:
    """A name of a bookmark or id so that Word's form of it and ours are the same."""
    return "".join(char if char.isalnum() else "_" for char in name)[:40].casefold()


def _expected(family: Family, table: FieldTable) -> Expected:
    anchors = frozenset(map(anchor_key, (anchor(family), *map(member_anchor, family))))
    rows = {folded(row.header): tuple(flows(row.blocks)) for row in table.rows}
    names = {folded(row.header): tidy(row.header) for row in table.rows}
    return Expected(family, table.caption, anchors, parts_of(rows, names, marked=True))


def _outside(document: Document) -> Iterator[Line]:
    """Headings, paragraphs and tables that describe no indicator."""
    yield _line(document.title)
    for block in document.blocks:
        match block:
            case FieldTable() | Picture():
                continue
            case Heading(text=text):
                yield _line(text, "heading")
            case DataTable(caption=caption, header=header, rows=rows):
                yield from (_line(text) for text in (caption, *header))
                yield from (line for row in rows for cell in row for line in flows(cell))
            case _:
                yield from flows((block,))


def flows(blocks: Iterable[Flow], depth: int = 0) -> Iterator[Line]:
    """Running text as lines."""
    for block in blocks:
        match block:
            case Paragraph(runs=runs):
                yield _line("".join(run.text for run in runs), "text", depth)
            case Labelled(label=label, blocks=inner):
                yield _line(label, "label", depth)
                yield from flows(inner, depth)
            case List(items=items):
                yield from (line for item in items for line in _item(item, depth + 1))


def _item(item: Item, depth: int) -> Iterator[Line]:
    first, *rest = flows(item.blocks, depth)
    yield _line(first.text, "item", depth)
    yield from rest


def _line(text: str, role: Role = "text", depth: int = 0) -> Line:
    return Line(tidy(text), 0, role, depth)
