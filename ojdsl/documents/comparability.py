"""Table 3: which indicators can be compared with those of other areas. Of an area without specs nothing is claimed."""

from __future__ import annotations

from collections.abc import Iterator

from ojdsl.documents.markup import cell
from ojdsl.documents.nodes import Block, DataTable, paragraph
from ojdsl.logic.comparable import comparisons
from ojdsl.model.nodes import Catalogue
from ojdsl.prose.facts import swedish_list

_NONE = "inget område"


def comparability(catalogue: Catalogue) -> Iterator[Block]:
    """How the table is made, the table, and what is left out of it."""
    found = comparisons(catalogue)
    yield paragraph(
        "Vissa frågor har en rad för varje område inom socialtjänsten. En indikator som bara bygger på sådana frågor kan "
        "jämföras med ett annat områdes indikator, om den har samma frågor och samma regel."
    )
    if found:
        yield DataTable(
            "Tabell 3. Indikatorer som bygger på frågor med en rad för varje område",
            ("Indikator", "Kan jämföras med", "Samma frågor ställs om dessa områden, som saknar specifikationer"),
            tuple(
                (
                    cell(one.indicator.description.name),
                    cell(swedish_list(one.published) or _NONE),
                    cell(swedish_list(one.asked) or _NONE),
                )
                for one in found
            ),
        )
        yield paragraph(
            "Ett område som saknar specifikationer kan ha en motsvarande indikator, men här finns inga uppgifter om hur den "
            "räknas. Därför står området i en kolumn för sig, med det namn som frågan ger det."
        )
    indicators = sum(one.kind == "indicator" for one in catalogue.indicators)
    if left := indicators - len(found):
        subject = f"De {'övriga ' if found else ''}{left} indikatorerna" if left > 1 else "Den återstående indikatorn"
        yield paragraph(
            f"{subject} bygger på frågor som är områdets egna, eller som inte har en rad för varje område. Om de kan "
            "jämföras med något annat områdes indikatorer går inte att avgöra ur specifikationerna."
        )
