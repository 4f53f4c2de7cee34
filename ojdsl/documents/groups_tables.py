"""The levels of publication: which groups there are, how many units each has, since when they are valid, and whose they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from ojdsl.documents.markup import cell
from ojdsl.documents.nodes import Block, DataTable, Heading, paragraph
from ojdsl.model.dates import swedish_iso
from ojdsl.model.nodes import YES, Catalogue, Group

_NAMES = {
    "riket": "Riket",
    "lan": "Län",
    "storstad": "Storstäder",
    "befolkningsklass": "Kommungrupper efter antal invånare",
    "kommungrupp": "Kommungrupper efter SKR:s indelning",
}


def groups_tables(catalogue: Catalogue) -> Iterator[Block]:
    """A heading, a table and the sources for each level."""
    register = catalogue.round.register
    sizes = Counter(place for unit in register.units for place in unit.groups.items())
    yield paragraph(
        "För varje enhet redovisas resultatet som det är. För en grupp av enheter redovisas andelen med resultatet "
        f"{YES} bland dem som ingår i nämnaren."
    )
    for level, members in groupby(register.groups, key=lambda group: group.level):
        groups = tuple(members)
        name = _NAMES.get(level, level)
        yield Heading(3, name, f"niva-{level}")
        dated = any(one.valid_from or one.valid_to for one in groups)
        yield DataTable(
            f"{name}: grupper och antal enheter",
            ("Grupp", "Namn", "Antal enheter", *(("Gäller från", "Gäller till") if dated else ())),
            tuple(
                tuple(map(cell, (one.code, one.name, str(sizes[level, one.code]), *(_validity(one) if dated else ()))))
                for one in groups
            ),
        )
        yield from _newer(groups, catalogue) if dated else (paragraph("Ingen giltighetstid är angiven för grupperna."),)
        for source in dict.fromkeys(one.source for one in groups):
            yield paragraph(f"Källa: {register.sources.get(source, (source, ''))[0]}")


def _validity(group: Group) -> tuple[str, ...]:
    return tuple(swedish_iso(day) or "inte angivet" for day in (group.valid_from, group.valid_to))


def _newer(groups: tuple[Group, ...], catalogue: Catalogue) -> Iterator[Block]:
    """A classification that did not yet exist, or no longer did, on the reference date is said to be another year's."""
    day = catalogue.round.reference_date.isoformat()
    if any((one.valid_from or day) > day or (one.valid_to or day) < day for one in groups):
        yield paragraph("Indelningen gällde inte på mätdatum. Grupperna är en annan tids än uppgifterna.")
