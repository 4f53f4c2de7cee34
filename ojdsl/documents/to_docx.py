"""A document as a Word file, in the look of a template that an editor restyles in Word."""

from __future__ import annotations

from importlib.resources import files

from ojdsl.documents.docx_body import Setting, body, styled
from ojdsl.documents.docx_contents import contents_list
from ojdsl.documents.docx_outline import bookmarks
from ojdsl.documents.docx_package import package
from ojdsl.documents.docx_template import read_template
from ojdsl.documents.docx_xml import run
from ojdsl.documents.nodes import Document


def to_docx(document: Document, template: bytes | None = None) -> bytes:
    """The whole file; the same document and template always give the same bytes.

    Without a template of one's own: `mall.docx`. Raises `TemplateError` for a template that lacks what documents need.
    """
    look = read_template((files("ojdsl.documents") / "mall.docx").read_bytes() if template is None else template)
    setting = Setting(look, bookmarks(document.blocks), [], [])
    parts = (
        styled(run(document.title), "Title", look),
        contents_list(document.blocks, setting) if document.contents else "",
        body(document.blocks, setting),
        styled(run(document.provenance), "OJ Proveniens", look),
    )
    return package(document, "".join(parts), setting.starts, look)
