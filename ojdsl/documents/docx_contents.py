"""The list of contents of a Word file: a field that Word can update, showing from the start what it will show.

Page numbers are the one thing that only Word knows. They are left out until the editor updates the field, rather than guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ojdsl.documents.docx_body import Setting, link, styled
from ojdsl.documents.docx_outline import Bookmark, outline
from ojdsl.documents.docx_template import DEEPEST_ENTRY
from ojdsl.documents.docx_xml import FIELD_END, field_start, run
from ojdsl.documents.nodes import Block, FieldTable, Heading

# Headings (\o) and captions with an outline level (\u), as links (\h), without page numbers on a screen (\z).
# Style names would do instead of \u, but an English and a Swedish Word understand neither each other's names nor separators.
_INSTRUCTION = rf'TOC \o "1-{DEEPEST_ENTRY}" \h \z \u'
_KIND = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
_PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'


def contents_list(blocks: Iterable[Block], setting: Setting) -> str:
    """The heading, an entry for every heading of the document, and a new page."""
    template = setting.template
    entries = list(_entries(blocks, setting))
    if not entries:
        return ""
    heading = styled(run("Innehåll"), "TOC Heading", template)
    marks = [field_start(_INSTRUCTION), *("" for _ in entries[1:])]
    listed = "".join(
        styled(mark + link(run(text), bookmark), f"toc {level}", template)
        for mark, (level, text, bookmark) in zip(marks, entries, strict=True)
    )
    last = styled(FIELD_END + _PAGE_BREAK, "Normal", template)
    return f"<w:sdt><w:sdtPr>{_KIND}</w:sdtPr><w:sdtContent>{heading}{listed}{last}</w:sdtContent></w:sdt>"


def _entries(blocks: Iterable[Block], setting: Setting) -> Iterator[tuple[int, str, Bookmark]]:
    for block, level in outline(blocks):
        match block:
            case Heading(text=text, anchor=anchor) | FieldTable(caption=text, anchor=anchor) if level <= DEEPEST_ENTRY:
                yield level, text, setting.bookmarks[anchor]
            case _:
                continue
