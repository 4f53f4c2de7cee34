"""Where the specs depart from the printed guide, so that nobody has to find it."""

from __future__ import annotations

from itertools import groupby

from ojdsl.documents.markup import cell
from ojdsl.documents.nodes import Block, DataTable, Document, Heading, paragraph
from ojdsl.documents.provenance import provenance
from ojdsl.model.nodes import Catalogue, Deviation
from ojdsl.prose.facts import swedish_key


def deviations(catalogue: Catalogue) -> Document:
    """A document of its own: one table a spec file."""
    ordered = sorted(catalogue.deviations, key=lambda one: swedish_key(one.file))
    files = [(file, tuple(found)) for file, found in groupby(ordered, key=lambda one: one.file)]
    tables = (block for number, (file, found) in enumerate(files, start=1) for block in _file(number, file, found))
    return Document(
        title=f"Avvikelser från den tryckta guiden – {catalogue.area.name}, {catalogue.round.name}",
        language="sv",
        description=f"{catalogue.round.name}: platser där specifikationerna avviker från den tryckta guiden, med skäl.",
        provenance=provenance(catalogue),
        blocks=(paragraph(_summary(len(ordered), len(files))), *tables),
    )


def _summary(deviations: int, files: int) -> str:
    if not deviations:
        return "Specifikationerna avviker inte från den tryckta guiden."
    places = "1 ställe" if deviations == 1 else f"{deviations} ställen"
    where = "1 fil" if files == 1 else f"{files} filer"
    return f"Specifikationerna avviker från den tryckta guiden på {places}, i {where}. Radnumren är den tryckta textens."


def _file(number: int, file: str, found: tuple[Deviation, ...]) -> tuple[Block, ...]:
    return (
        Heading(2, file, f"fil-{number}"),
        DataTable(
            f"Avvikelser i {file}",
            ("Rad i trycket", "Tryckt", "Här"),
            tuple((cell(one.lines), cell(one.printed), cell(one.here)) for one in found),
        ),
    )
