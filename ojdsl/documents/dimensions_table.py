"""Table 4: the dimensions of good care and the quality areas that belong to each."""

from __future__ import annotations

from ojdsl.documents.markup import cell, runs
from ojdsl.documents.nodes import DataTable, Paragraph, Plain, Strong
from ojdsl.model.nodes import Dimension, QualityArea


def dimensions_table(dimensions: tuple[Dimension, ...]) -> DataTable:
    """One row a dimension, with its quality areas in the last cell: no cell has to span rows or be left out."""
    return DataTable(
        "Tabell 4. Dimensioner för god vård och omsorg, med kvalitetsområden",
        ("Dimension", "Vad dimensionen innebär", "Kvalitetsområden"),
        tuple((cell(one.name), cell(one.text), _areas(one.areas)) for one in dimensions),
    )


def _areas(areas: tuple[QualityArea, ...]) -> tuple[Paragraph, ...]:
    if not areas:
        return cell("Inget kvalitetsområde i denna jämförelse.")
    return tuple(Paragraph((Strong(f"{area.name}."), Plain(" "), *runs(area.text))) for area in areas)
