"""The order of the appendix: consecutive descriptions of the same quality area form a section."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ojdsl.documents.family import Family, families
from ojdsl.model.nodes import Catalogue, Dimension, QualityArea


@dataclass(frozen=True, slots=True)
class Section:
    """`opens` is true where another dimension begins; the same dimension may come back later on."""

    anchor: str
    dimension: Dimension
    area: QualityArea
    opens: bool
    families: tuple[Family, ...]


def sections(catalogue: Catalogue) -> tuple[Section, ...]:
    """All indicators, background measures apart. One that belongs to several quality areas stands under its first."""
    return tuple(_sections(catalogue))


def _sections(catalogue: Catalogue) -> Iterator[Section]:
    dimensions = {dimension.name: dimension for dimension in catalogue.dimensions}
    described = families(one for one in catalogue.indicators if one.kind == "indicator")
    previous = None
    for number, (area, members) in enumerate(groupby(described, key=lambda family: family[0].quality_areas[0]), start=1):
        opens = area.dimension != previous
        yield Section(f"avsnitt-{number}", dimensions[area.dimension], area, opens, tuple(members))
        previous = area.dimension
