"""What the proofs of an area take for granted, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator

from ojdsl.documents.markup import flow
from ojdsl.documents.nodes import Block, Heading, Item, List, paragraph
from ojdsl.model.nodes import Catalogue
from ojdsl.prose.rule import assumption_text

ASSUMPTIONS = Heading(2, "Antaganden om svaren", "antaganden")


def assumptions(catalogue: Catalogue) -> Iterator[Block]:
    """Nothing where nothing is assumed."""
    if not catalogue.assumptions:
        return
    yield ASSUMPTIONS
    yield paragraph(
        "Att varje regel ger precis ett resultat är bevisat. Bevisen bygger på det som antas här. Resultaten räknas ändå på de "
        "svar som kommunerna har lämnat, och svar som går emot ett antagande följs upp."
    )
    yield List(tuple(Item((paragraph(assumption_text(one, catalogue)), *flow(one.reason))) for one in catalogue.assumptions))
