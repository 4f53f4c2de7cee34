"""What is made only when asked for: PDF. Equal in content everywhere, but every version of typst gives bytes of its own."""

from __future__ import annotations

from ojdsl.data.extras import MissingExtra
from ojdsl.documents.bilaga1 import bilaga1
from ojdsl.documents.bilaga2 import bilaga2
from ojdsl.documents.to_pdf import NoGlyph, to_pdf
from ojdsl.model.nodes import Catalogue

ON_DEMAND = ("bilaga1.pdf", "bilaga2.pdf")


def on_demand(catalogue: Catalogue) -> dict[str, bytes] | tuple[str, NoGlyph] | MissingExtra:
    """The files by name; a file's name and the text in it that no font can show; or what is not installed."""
    made: dict[str, bytes] = {}
    for name, document in zip(ON_DEMAND, (bilaga1(catalogue), bilaga2(catalogue)), strict=True):
        file = to_pdf(document)
        if isinstance(file, MissingExtra):
            return file
        if isinstance(file, NoGlyph):
            return name, file
        made[name] = file
    return made


def is_made_from(file: bytes, catalogue: Catalogue) -> bool:
    """Whether a file that lies there says that it was made from these specs."""
    return catalogue.fingerprint.encode() in file
