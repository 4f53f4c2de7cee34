"""`Om resultatet`: where it comes from, and what made it."""

from __future__ import annotations

from collections.abc import Iterator

from ojdsl import __version__
from ojdsl.data.answers import Answers
from ojdsl.data.workbook.sheet import Cell, Page, entry, heading
from ojdsl.data.workbook.texts import several_lines, title
from ojdsl.model.dates import swedish_date, swedish_period
from ojdsl.model.nodes import Catalogue

NAME = "Om resultatet"


def about_page(catalogue: Catalogue, answers: Answers) -> Page:
    """The last sheet."""
    rows = (*_contents(catalogue, answers), *_sources(catalogue), *_making(catalogue, answers))
    return Page(NAME, f"{NAME}. {title(catalogue)}", rows)


def _contents(catalogue: Catalogue, answers: Answers) -> Iterator[tuple[Cell, ...]]:
    round_ = catalogue.round
    kinds = [indicator.kind for indicator in catalogue.indicators]
    yield heading("Innehåll")
    yield entry("Innehåll", title(catalogue))
    yield entry("Omgång", round_.id)
    yield entry("Område", catalogue.area.id)
    yield entry("Omfattning", f"Indikatorer: {kinds.count('indicator')}. Bakgrundsmått: {kinds.count('background')}.")
    yield entry("Mätdatum", swedish_date(round_.reference_date))
    if round_.periods:
        yield entry("Mätperioder", "\n".join(map(swedish_period, round_.periods.values())))
    yield entry("Svar", f"{len(answers.rows)} av {len(round_.register.units)} kommuner och stadsdelar har svarat på enkäten.")
    yield entry("Språk", "svenska (sv-SE)")
    if catalogue.paraphrased:
        yield entry("Texter", "Beskrivningarna är omskrivna: de återger innehållet i de publicerade, men inte ordagrant.")


def _sources(catalogue: Catalogue) -> Iterator[tuple[Cell, ...]]:
    round_ = catalogue.round
    yield heading("Källor")
    named = {"Källa": round_.source, "Datakällor": round_.data_source, "Felkällor": round_.error_sources}
    yield from (entry(name, several_lines(text)) for name, text in named.items() if text)
    for description, _ in round_.register.sources.values():
        yield entry("Enheter och indelningar", description)


def _making(catalogue: Catalogue, answers: Answers) -> Iterator[tuple[Cell, ...]]:
    yield heading("Framställning")
    yield entry("Framställd med", f"ojdsl {__version__}")
    yield entry("Specifikationer (sha256)", catalogue.fingerprint)
    yield entry("Svar (sha256)", answers.fingerprint)
