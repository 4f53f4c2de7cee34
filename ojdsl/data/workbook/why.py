"""The sheets of `internt.xlsx`: why each unit got its results, and the conditions that most units fail. Never published."""

from __future__ import annotations

from ojdsl import __version__
from ojdsl.data.answers import Answers
from ojdsl.data.outcomes import Outcome
from ojdsl.data.why import Case, Failing, Why
from ojdsl.data.workbook.sheet import Cell, Column, Page, Table, entry, heading
from ojdsl.data.workbook.sizes import fitting
from ojdsl.data.workbook.texts import title
from ojdsl.data.workbook.units import outcome_cell
from ojdsl.model.nodes import YES, Catalogue, Indicator
from ojdsl.prose.facts import capital

WARNING = "Arbetsmaterial, får inte publiceras"
FIRST, REASONS, FAILING = "Läs först", "Varför", "Villkor som brister"
_REASONS = (
    *(("Kommun eller stadsdel", 24), ("Kod", 18), ("Indikator", 36), ("Utfall", 14), ("Svaren som avgjorde", 62)),
    *(("Villkor i regeln", 70), (f"För att nå {YES}", 62), ("Namn i datafilerna", 42)),
)
_FAILING = (
    *(("Indikator", 44), (f"Villkor för {YES}", 70), ("Antal i nämnaren", 12), ("Antal som inte uppfyller villkoret", 14)),
    *(("Andel av nämnaren", 12), ("Antal som uppfyller alla andra villkor", 14), ("Vanligaste svaren bland dem", 62)),
    *(("Antal med de svaren", 12), ("Namn i datafilerna", 42)),
)
_TEXTS = {"Indikator", f"Villkor för {YES}", "Vanligaste svaren bland dem", "Namn i datafilerna"}


def first_page(catalogue: Catalogue, answers: Answers) -> Page:
    """What the file is, before anything else."""
    units = len(catalogue.round.register.units)
    rows = (
        heading(f"{WARNING}."),
        entry("Vad filen är", "Underlag för dem som arbetar med resultatet och för svar till den kommun som frågar varför."),
        entry(
            "Varför inte publiceras",
            "Filen återger enskilda kommuners svar, säger varför svar saknas och döljer inga små grupper. Det som får publiceras "
            "är resultat.xlsx och mappen publicering.",
        ),
        heading("Bladen"),
        entry(
            REASONS,
            f"En rad för var och en av {units} kommuner och stadsdelar och varje indikator: utfallet, svaren som avgjorde det, "
            f"villkoret i regeln som är eller inte är uppfyllt, och vad som krävs för {YES}. Texten är skriven till kommunen "
            "eller stadsdelen (”ni”).",
        ),
        entry(
            FAILING,
            f"En rad för varje villkor som måste vara uppfyllt för {YES}, och hur många i nämnaren som inte uppfyller det. "
            "Överst för varje indikator står det villkor som flest inte uppfyller. Den som inte fick frågan räknas inte: då "
            "brister ett annat villkor.",
        ),
        heading("Framställning"),
        entry("Gäller", title(catalogue)),
        entry("Framställd med", f"ojdsl {__version__}"),
        entry("Specifikationer (sha256)", catalogue.fingerprint),
        entry("Svar (sha256)", answers.fingerprint),
    )
    return Page(FIRST, f"{WARNING}. {title(catalogue)}", rows)


def reasons_table(catalogue: Catalogue, made: Why) -> Table:
    """A row a unit and indicator, in the order of the outcomes."""
    indicators = {one.id: one for one in catalogue.indicators}
    names = {unit.code: unit.name for unit in catalogue.round.register.units}
    widest = {"Kommun eller stadsdel": names.values(), "Kod": names}
    return Table(
        name=REASONS,
        range="varfor",
        title=f"{REASONS} varje enhet fick sitt utfall. {WARNING}. {title(catalogue)}",
        note="Skrivet till kommunen eller stadsdelen. (G)2 a är fråga 2 a i enkätens del G.",
        columns=tuple(Column((head,), fitting(widest[head]) if head in widest else width, key=True) for head, width in _REASONS),
        rows=tuple(_reason(outcome, case, indicators[outcome.indicator], names) for outcome, case in made.cases),
    )


def failing_table(catalogue: Catalogue, made: Why) -> Table:
    """A row a condition for Ja."""
    return Table(
        name=FAILING,
        range="villkor_som_brister",
        title=f"{FAILING}. {WARNING}. {title(catalogue)}",
        note=f"Av dem som ingår i nämnaren och inte har {YES}. Överst för varje indikator: villkoret som flest inte uppfyller.",
        columns=tuple(Column((head,), width, key=head in _TEXTS) for head, width in _FAILING),
        rows=tuple(map(_part, made.failing)),
    )


def _reason(outcome: Outcome, case: Case, indicator: Indicator, names: dict[str, str]) -> tuple[Cell, ...]:
    told = case.told.decided, [one.sentence for one in case.told.conditions], case.told.needed
    result = outcome_cell(indicator, outcome.outcome)
    return (
        Cell(names[outcome.unit], "name"),
        Cell(outcome.unit),
        Cell(indicator.description.short_name),
        Cell(outcome.outcome, result.look),
        *(Cell(" ".join(sentences)) for sentences in told),
        Cell(indicator.id),
    )


def _part(one: Failing) -> tuple[Cell, ...]:
    return (
        Cell(one.indicator.description.short_name, "name"),
        Cell(capital(one.part)),
        Cell(one.denominator, "count"),
        Cell(one.units, "count"),
        Cell(one.units / one.denominator if one.denominator else "", "share"),
        Cell(one.alone, "count"),
        Cell(capital(one.common)),
        Cell(one.common_units, "count"),
        Cell(one.indicator.id),
    )
