"""What `build --pdf` makes besides, and what it says when it cannot."""

from __future__ import annotations

import sys

from ojdsl.cli.words import say, say_missing
from ojdsl.data.extras import MissingExtra
from ojdsl.diagnostics.message import Language
from ojdsl.documents.on_demand import on_demand
from ojdsl.model.nodes import Catalogue


def pdf_files(catalogue: Catalogue, language: Language) -> dict[str, bytes] | int:
    """The files by name, or the status to exit with when there are none; what is the matter has been printed then."""
    made = on_demand(catalogue)
    match made:
        case MissingExtra():
            print(say_missing(made.requirement, language), file=sys.stderr)
            return 2
        case (name, missing):
            print(say("no_glyph", language, file=name, text=missing.text), file=sys.stderr)
            print(say("nothing_written", language), file=sys.stderr)
            return 1
        case _:
            return made
