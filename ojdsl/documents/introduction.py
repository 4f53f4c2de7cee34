"""What a reader should know before the first description, in our own words."""

from __future__ import annotations

from collections.abc import Iterator

from ojdsl.documents.nodes import Emphasis, Paragraph, paragraph
from ojdsl.model.dates import swedish_date
from ojdsl.model.nodes import NONRESPONSE, Catalogue, Verbatim
from ojdsl.prose.facts import printed_id, swedish_list, withheld

_KINDS = {
    "frågor": "frågor",
    "indikatorer": "beskrivningar",
    "begrepp": "begreppsförklaringar",
    "kvalitetsdimensioner": "kvalitetsdimensioner",
}
_FEW = 10


def introduction(catalogue: Catalogue) -> tuple[Paragraph, ...]:
    """What is described, what the words mean, what is generated, and what is withheld."""
    return tuple(_paragraphs(catalogue))


def area_in_text(catalogue: Catalogue) -> str:
    """The name of the area inside a sentence."""
    name = catalogue.area.name
    return name[:1].lower() + name[1:]


def _paragraphs(catalogue: Catalogue) -> Iterator[Paragraph]:
    yield paragraph(
        f"Här beskrivs {_what(catalogue)} som redovisas för {area_in_text(catalogue)} i {catalogue.round.name}. "
        "Beskrivningarna är ordnade efter dimensioner för god vård och omsorg, kvalitetsområden och indikatorområden. "
        "Indikatorer som bara skiljer sig åt i vilka eller vad de gäller står i samma tabell."
    )
    yield paragraph(
        "Med ",
        Emphasis("kommunen"),
        " menas genomgående den som har besvarat enkäten: en kommun, en stadsdel i Stockholm eller Göteborg "
        "eller ett stadsområde i Malmö. Med ",
        Emphasis("mätdatum"),
        f" menas att frågorna gäller förhållandena i kommunen den {swedish_date(catalogue.round.reference_date)}. "
        "Frågor om en period har i stället en ",
        Emphasis("mätperiod"),
        ".",
    )
    yield paragraph(
        "Beräkning, redovisning, datum, datatäckning och villkoren för när en fråga ställs är inte skrivna för hand. De är "
        "framställda ur samma regler och uppgifter som resultaten räknas fram med. Ett förtydligande är däremot handskrivet "
        "och ingår inte i regeln."
    )
    yield paragraph(
        f"Resultatet är {NONRESPONSE} när en kommuns svar inte räcker för att avgöra det. "
        f"Andelar anges i hela procent. {withheld(catalogue.round.withholding)}"
    )
    if catalogue.paraphrased:
        verbatim = swedish_list([_verbatim(one) for one in catalogue.verbatim if one.names])
        which = f"Ordagranna är {verbatim}. Övriga texter" if verbatim else "Texterna"
        yield paragraph(
            f"{which} i denna utgåva är omskrivna: de återger innehållet i enkätens frågor och i beskrivningarna, "
            "men inte ordagrant."
        )


def _verbatim(part: Verbatim) -> str:
    """`alla 37 frågor`, `2 av 37 frågor`; a few questions by number."""
    name = _KINDS[part.kind]
    if len(part.names) == part.total:
        return f"alla {part.total} {name}"
    if part.kind == "frågor" and len(part.names) <= _FEW:
        numbers = swedish_list([printed_id(question) for question in part.names])
        return f"{'frågan' if len(part.names) == 1 else 'frågorna'} {numbers}"
    return f"{len(part.names)} av {part.total} {name}"


def _what(catalogue: Catalogue) -> str:
    kinds = [one.kind for one in catalogue.indicators]
    indicators, background = kinds.count("indicator"), kinds.count("background")
    parts = [
        "den indikator" if indicators == 1 else f"de {indicators} indikatorer" if indicators else "",
        "det bakgrundsmått" if background == 1 else f"de {background} bakgrundsmått" if background else "",
    ]
    return swedish_list([part for part in parts if part])
