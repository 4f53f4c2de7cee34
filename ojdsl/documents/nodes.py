"""A document without a format: what HTML, Markdown, Word and PDF are printed from.

Every text is plain text; each printer escapes it in its own way. A document holds blocks, a cell or a list item holds flow:
a table never stands in a table.
"""

from __future__ import annotations

from dataclasses import dataclass

from ojdsl.documents.drawing import Drawing

# --- inside a paragraph -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Plain:
    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A reference to the anchor `target` in the same document."""

    text: str
    target: str


Run = Plain | Emphasis | Strong | Link


# --- inside a cell or a list item -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Item:
    blocks: tuple[Flow, ...]
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class List:
    items: tuple[Item, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Labelled:
    """A part of a cell under a short label; not a heading of the document."""

    label: str
    blocks: tuple[Flow, ...]


Flow = Paragraph | List | Labelled


# --- blocks -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 2 is directly under the title."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Field:
    header: str
    blocks: tuple[Flow, ...]


@dataclass(frozen=True, slots=True)
class FieldTable:
    """One thing described field by field: every row has a header and a text."""

    caption: str
    anchor: str
    rows: tuple[Field, ...]


Row = tuple[tuple[Paragraph, ...], ...]


@dataclass(frozen=True, slots=True)
class DataTable:
    """Rows of cells under a header; the first cell is the header of its row. A cell holds paragraphs only."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, and what stands for it where it is not seen; a document also says what it shows in the text beside it."""

    title: str
    description: str
    anchor: str
    drawing: Drawing


Block = Heading | Flow | FieldTable | DataTable | Picture


@dataclass(frozen=True, slots=True)
class Document:
    """`provenance` says what made it; `contents` is a list of links, None for a short document."""

    title: str
    language: str
    description: str
    provenance: str
    blocks: tuple[Block, ...]
    contents: List | None = None


def paragraph(*runs: Run | str) -> Paragraph:
    """A paragraph; a `str` is plain text."""
    return Paragraph(tuple(Plain(run) if isinstance(run, str) else run for run in runs))
