"""Bilaga 1: how the figures came about. Population, response, withholding, groups, comparability and terms of an area."""

from __future__ import annotations

from collections.abc import Iterator
from math import gcd

from ojdsl.data.response import Response
from ojdsl.documents.comparability import comparability
from ojdsl.documents.groups_tables import groups_tables
from ojdsl.documents.introduction import area_in_text
from ojdsl.documents.markup import flow
from ojdsl.documents.nodes import Block, Document, Emphasis, Heading, Item, Link, List, Strong, paragraph
from ojdsl.documents.population import population, validity
from ojdsl.documents.provenance import provenance
from ojdsl.documents.response_table import response_table
from ojdsl.documents.terms_table import terms_table
from ojdsl.model.dates import swedish_date, swedish_period
from ojdsl.model.nodes import NONRESPONSE, YES, Catalogue, Withholding
from ojdsl.prose.facts import swedish_list, withheld

_POPULATION = Heading(2, "Population och insamling", "population")
_RESPONSE = Heading(2, "Svarsfrekvens och bortfall", "svarsfrekvens")
_WITHHELD = Heading(2, "När en andel inte visas", "dolda-andelar")
_SOURCES = Heading(2, "Datakällor och felkällor", "datakallor")
_LEVELS = Heading(2, "Redovisningsnivåer och grupper", "nivaer")
_COMPARABLE = Heading(2, "Jämförbarhet mellan områden", "jamforbarhet")
_TERMS = Heading(2, "Begrepp", "begrepp")
_HEADINGS = (_POPULATION, _RESPONSE, _WITHHELD, _SOURCES, _LEVELS, _COMPARABLE, _TERMS)
_SMALL = 10
"""Units of the group in the example of the limit; more where the limit needs it."""


def bilaga1(catalogue: Catalogue, response: Response | None = None) -> Document:
    """The description of method of one area; with `response`, the counts of some answers in place of the round's own."""
    return Document(
        title=f"Bilaga 1. Metodbeskrivning – {catalogue.area.name}, {catalogue.round.name}",
        language="sv",
        description=f"{catalogue.round.name}, {area_in_text(catalogue)}: hur uppgifterna är insamlade, räknade och redovisade.",
        provenance=_provenance(catalogue, response),
        blocks=(
            paragraph(
                "Bilagan är framställd ur samma specifikationer och register som resultaten räknas fram med. Vad varje "
                "indikator mäter, och hur den räknas ut, står i Bilaga 2."
            ),
            _POPULATION,
            *population(catalogue),
            *_dates(catalogue),
            _RESPONSE,
            *response_table(catalogue, response),
            *_nonresponse(catalogue),
            _WITHHELD,
            *withholding(catalogue.round.withholding, any(unit.kind == "stadsdel" for unit in catalogue.round.register.units)),
            _SOURCES,
            *_sources(catalogue),
            _LEVELS,
            *groups_tables(catalogue),
            *validity(catalogue.round.register),
            _COMPARABLE,
            *comparability(catalogue),
            _TERMS,
            *terms_table(catalogue),
        ),
        contents=List(tuple(Item((paragraph(Link(one.text, one.anchor)),)) for one in _HEADINGS)),
    )


def _provenance(catalogue: Catalogue, response: Response | None) -> str:
    """What decides what is printed here: also the specs of the round's other areas, and the answers."""
    others = [f"{one.area.name} {one.fingerprint}" for one in catalogue.neighbours]
    compared = f" Områden som jämförs: {swedish_list(others)}." if others else ""
    answers = f" Svarsfilens innehållssumma är {response.fingerprint}." if response else ""
    return f"{provenance(catalogue)}{compared}{answers}"


def _dates(catalogue: Catalogue) -> Iterator[Block]:
    round_ = catalogue.round
    if round_.collected:
        first, last = map(swedish_date, round_.collected)
        yield paragraph(f"Enkäten kunde besvaras från och med den {first} till och med den {last}.")
    used = {question.period for question in catalogue.questions}
    periods = [Item((paragraph(swedish_period(period)),)) for period in round_.periods.values() if period in used]
    asked = "Frågorna gäller förhållandena på mätdatum, den"
    if not periods:
        yield paragraph(f"{asked} {swedish_date(round_.reference_date)}.")
        return
    which = "en mätperiod. Perioden" if len(periods) == 1 else "en av mätperioderna. Perioderna"
    yield paragraph(f"{asked} {swedish_date(round_.reference_date)}, eller under {which} är:")
    yield List(tuple(periods))


def _nonresponse(catalogue: Catalogue) -> Iterator[Block]:
    yield paragraph(
        "En enhets resultat på en indikator är ",
        Emphasis(NONRESPONSE),
        " när svaren inte räcker för att avgöra det. Det finns tre skäl:",
    )
    reasons = (
        ("Inte inkommen.", " Enheten har inte skickat in någon enkät. Då är alla resultat bortfall."),
        ("Avböjt område.", f" Enheten har uppgett att den inte kan svara för {area_in_text(catalogue)}. Områdets egna "
         "frågor är då obesvarade."),
        ("Obesvarad.", " Någon fråga är obesvarad, och resultatet beror på vad svaret skulle ha varit."),
    )  # fmt: skip
    yield List(tuple(Item((paragraph(Strong(label), text),)) for label, text in reasons))
    yield paragraph(
        "Leder alla tänkbara svar på de obesvarade frågorna till samma resultat gäller det resultatet. Bortfall ingår inte i "
        "nämnaren. Det är som att anta att de som saknas liknar dem som har svarat, och det blir fel i den mån de inte gör det."
    )
    yield paragraph(
        f"Andelen är antalet med resultatet {YES} delat med nämnaren, i hela procent. En halv procent avrundas uppåt."
    )


def withholding(rule: Withholding, with_districts: bool = True) -> Iterator[Block]:
    """The rule for when a share is not shown, as Bilaga 2 says it, with an example on each side of the limit."""
    several = len(rule.counted) > 1
    at_limit = f"{'De resultaten räknas samman. ' if several else ''}Vid precis {rule.percent} procent visas andelen. "
    districts = "Som kommuner räknas här också stadsdelarna." if with_districts else ""
    yield paragraph(f"{withheld(rule)} {at_limit if rule.counted else ''}{districts}".rstrip())
    if rule.counted:
        least = 100 // gcd(rule.percent, 100)
        units = least * -(-_SMALL // least)
        limit = units * rule.percent // 100
        which = "något av dessa resultat" if several else "det resultatet"
        yield paragraph(
            f"I en grupp med {units} enheter visas alltså andelen när {limit} av dem har {which}, men inte när {limit + 1} har "
            "det."
        )
    yield paragraph(
        "Där andelen inte visas lämnas också antalen bakom den ut. I Excelfilen står två punkter i stället, i csv-filen är "
        "fälten tomma. Resultaten för enskilda enheter berörs inte."
    )


def _sources(catalogue: Catalogue) -> Iterator[Block]:
    yield from flow(catalogue.round.data_source)
    yield paragraph("Alla resultat i området räknas fram ur enkätsvaren. Enheternas grupper hämtas ur omgångens register.")
    yield from flow(catalogue.round.error_sources)
