"""`Så här läser du`: what the sheets hold, and what words, colours and signs mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from ojdsl.data.workbook.sheet import Cell, Look, Page, entry, heading
from ojdsl.data.workbook.texts import MEANING, WITHHELD, municipal_groups, several_lines, title
from ojdsl.model.nodes import NONRESPONSE, NOT_APPLICABLE, PARTLY, YES, Catalogue
from ojdsl.prose.facts import swedish_list, withheld

NAME = "Så här läser du"


def reading_page(catalogue: Catalogue) -> Page:
    """The first sheet."""
    rows = (*_sheets(catalogue), *_outcomes(catalogue), *_shares(catalogue), *_sorting(catalogue), *_areas(catalogue))
    return Page(NAME, f"{NAME} resultatet. {title(catalogue)}", (*rows, *_groupings(catalogue)))


def _sheets(catalogue: Catalogue) -> Iterator[tuple[Cell, ...]]:
    groups = catalogue.round.register.groups
    cities = swedish_list([group.name for group in groups if group.level == "storstad"])
    units = len(catalogue.round.register.units)
    yield heading("Bladen")
    yield entry("Kommuner och stadsdelar", f"Utfallet på varje indikator för var och en av {units} kommuner och stadsdelar.")
    yield entry("Storstäder", f"Andelen stadsdelar med utfallet {YES} i {cities}.")
    yield entry("Län", f"Andelen kommuner och stadsdelar med utfallet {YES} i varje län.")
    yield entry("Riket", f"Andelen med utfallet {YES} i hela landet, och hur många som har varje utfall.")
    yield entry("Grupper", f"Andelen med utfallet {YES} i grupper av kommuner som liknar varandra.")
    yield entry("Beskrivningar", "Vad varje indikator mäter, hur utfallet räknas fram och vilka som ingår i nämnaren.")
    yield entry("Om resultatet", "Varifrån uppgifterna kommer och hur filen är framställd.")


def _outcomes(catalogue: Catalogue) -> Iterator[tuple[Cell, ...]]:
    yield heading("Utfall och färger")
    yield entry("Utfall", "Utfallet står alltid som ett ord i cellen. Färgen säger samma sak en gång till.")
    for colour, meaning in MEANING.items():
        words = _words(catalogue, colour)
        if words:
            text = f"{meaning.capitalize()}. Utfallet är {swedish_list(words, 'eller')}."
            yield entry(colour.capitalize(), text, cast("Look", colour))
    yield entry("Utan färg", f"Det finns inget önskvärt värde, till exempel för {NOT_APPLICABLE} och för bakgrundsmått.")
    yield entry(NONRESPONSE, "Kommunen eller stadsdelen har inte svarat, eller inte så att utfallet kan avgöras.", "bortfall")
    if any(indicator.unpublished for indicator in catalogue.indicators):
        yield entry("Tom cell", "Kommunen eller stadsdelen har svarat, men just det svaret på bakgrundsmåttet redovisas inte.")


def _words(catalogue: Catalogue, colour: str) -> list[str]:
    """The outcomes that have a colour on some indicator."""
    pairs = (pair for indicator in catalogue.indicators for pair in indicator.colours.items())
    return list(dict.fromkeys(outcome for outcome, given in pairs if given == colour))


def _shares(catalogue: Catalogue) -> Iterator[tuple[Cell, ...]]:
    partly = any(PARTLY in indicator.outcomes for indicator in catalogue.indicators)
    yield heading("Andelar")
    yield entry(
        "Andel",
        f"Antalet kommuner och stadsdelar med utfallet {YES}, delat med antalet i nämnaren, i hela procent."
        + (f" {PARTLY} räknas inte som {YES}." if partly else ""),
    )
    yield entry(
        "Nämnare",
        f"De som andelen räknas av. {NONRESPONSE} ingår aldrig. Bladet Beskrivningar säger vad som gäller för var och en.",
    )
    yield entry(WITHHELD, withheld(catalogue.round.withholding))


def _sorting(catalogue: Catalogue) -> Iterator[tuple[Cell, ...]]:
    yield heading("Jämför med andra")
    yield entry("Sortera", "Öppna listan vid den nedersta rubriken i en kolumn och välj ordning. Hela raderna följer med.")
    yield entry(
        "Filtrera",
        "Välj ett län, en befolkningsklass eller en kommungrupp för att bara se dem som har liknande förutsättningar. "
        "Kolumnen Kommun samlar stadsdelarna i en storstad.",
    )
    yield entry(
        "Rubriker", "Över varje indikator står kvalitetsområde och indikatorområde. Rubrikerna står kvar när du bläddrar."
    )


def _areas(catalogue: Catalogue) -> Iterator[tuple[Cell, ...]]:
    """The quality areas that some indicator belongs to, in the order of the columns."""
    areas = {area.name: area for indicator in catalogue.indicators for area in indicator.quality_areas}
    if areas:
        yield heading("Kvalitetsområden")
    for area in areas.values():
        yield entry(area.name, several_lines(area.text))


def _groupings(catalogue: Catalogue) -> Iterator[tuple[Cell, ...]]:
    groups = catalogue.round.register.groups
    yield heading("Indelningar")
    yield entry("Befolkningsklass", "\n".join(group.name for group in groups if group.level == "befolkningsklass"))
    names = [f"{group.code} {group.name}" for group in groups if group.level == "kommungrupp"]
    yield entry(municipal_groups(catalogue), "\n".join(names))
