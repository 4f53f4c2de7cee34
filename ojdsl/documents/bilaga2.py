"""Bilaga 2: every indicator of an area described, in the guide's order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ojdsl.documents.assumptions import ASSUMPTIONS, assumptions
from ojdsl.documents.contents import contents
from ojdsl.documents.dimensions_table import dimensions_table
from ojdsl.documents.family import Family, families
from ojdsl.documents.indicator_table import background_table, indicator_table
from ojdsl.documents.introduction import area_in_text, introduction
from ojdsl.documents.nodes import Block, Document, Heading, Link, paragraph
from ojdsl.documents.provenance import provenance
from ojdsl.documents.rule_pictures import RULES, rule_pictures
from ojdsl.documents.section import Section, sections
from ojdsl.model.nodes import Catalogue

_DIMENSIONS = Heading(2, "Kvalitetsområden och dimensioner", "dimensioner")
_BACKGROUND = Heading(2, "Bakgrundsmått", "bakgrundsmatt")
_SHOWN = (
    paragraph(
        "Regler som bygger på mer än en fråga finns också som tabell och bild, under ", Link(RULES.text, RULES.anchor), "."
    ),
)


def bilaga2(catalogue: Catalogue) -> Document:
    """The description appendix of one area."""
    described = sections(catalogue)
    pictures = rule_pictures(catalogue)
    background = families(one for one in catalogue.indicators if one.kind == "background")
    before = (ASSUMPTIONS, _DIMENSIONS) if catalogue.assumptions else (_DIMENSIONS,)
    return Document(
        title=f"Bilaga 2. Indikatorer – {catalogue.area.name}, {catalogue.round.name}",
        language="sv",
        description=f"{catalogue.round.name}, {area_in_text(catalogue)}: indikatorernas enkätfrågor, beräkning och redovisning.",
        provenance=provenance(catalogue),
        blocks=(
            *introduction(catalogue),
            *(_SHOWN if pictures else ()),
            *assumptions(catalogue),
            *_dimensions(catalogue),
            *_descriptions(described, catalogue),
            *_background(background, catalogue),
            *pictures,
        ),
        contents=contents(before, described, _BACKGROUND, background, RULES if pictures else None),
    )


def _dimensions(catalogue: Catalogue) -> Iterator[Block]:
    yield _DIMENSIONS
    yield paragraph(
        "Indikatorerna utgår från kvalitetsområden, som i sin tur hör till dimensioner för god vård och omsorg. "
        "Tabell 4 visar hur de hänger ihop."
    )
    yield dimensions_table(catalogue.dimensions)


def _descriptions(described: tuple[Section, ...], catalogue: Catalogue) -> Iterator[Block]:
    yield Heading(2, f"Indikatorbeskrivningar – {catalogue.area.name}", "indikatorbeskrivningar")
    for section in described:
        if section.opens:
            yield Heading(3, section.dimension.heading, f"dimension-{section.anchor}")
        yield Heading(4, f"Kvalitetsområde: {section.area.name}", section.anchor)
        for area, members in groupby(section.families, key=lambda family: family[0].description.indicator_area):
            # One heading for neighbours of the same area: the guide repeats it, and a list of headings then says nothing.
            first, *rest = members
            yield Heading(5, area, f"omrade-{first[0].id}")
            for family in (first, *rest):
                yield indicator_table(family, catalogue)


def _background(background: tuple[Family, ...], catalogue: Catalogue) -> Iterator[Block]:
    if background:
        yield _BACKGROUND
    for family in background:
        for one in family:
            yield background_table(one, catalogue)
