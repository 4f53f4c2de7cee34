"""`Beskrivningar`: what is behind each column of the other sheets, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ojdsl.data.outcomes import Outcome
from ojdsl.data.workbook.sheet import Cell, Column, Table
from ojdsl.data.workbook.texts import indicator_area, phrase_lines, quality_area, several_lines, title
from ojdsl.model.nodes import DECLINED, NO_ROW, Catalogue, Indicator
from ojdsl.prose.facts import measurement, percent, reported_as
from ojdsl.prose.phrase import Phrase
from ojdsl.prose.rule import calculation, denominator_sentence

NAME = "Beskrivningar"
_HEADS = (
    *(("Kortnamn", 34), ("Kvalitetsområde", 20), ("Indikatorområde", 24), ("Namn", 34), ("Mått", 56), ("Målvärde", 40)),
    *(("Typ", 16), ("Redovisas som", 20), ("Beräkning", 70), ("Nämnare", 50), ("Mätdatum och mätperiod", 30)),
    *(("Svarsfrekvens", 26), ("Namn i datafilerna", 42)),
)
_DID_NOT_ANSWER = (NO_ROW, DECLINED)
"""Units that did not answer what the indicator asks about; only their number is told."""


def description_table(catalogue: Catalogue, outcomes: Iterable[Outcome]) -> Table:
    """A row an indicator, in the guide's order, background measures last."""
    missing = Counter(item.indicator for item in outcomes if item.reason in _DID_NOT_ANSWER)
    return Table(
        name=NAME,
        range="beskrivningar",
        title=f"{NAME} av indikatorerna. {title(catalogue)}",
        note="(G)2 a är fråga 2 a i enkätens del G. Beräkning och nämnare är framställda ur de regler som resultatet räknas med.",
        columns=tuple(Column((head,), width, key=True) for head, width in _HEADS),
        rows=tuple(tuple(_row(one, catalogue, missing[one.id])) for one in catalogue.indicators),
    )


def _row(indicator: Indicator, catalogue: Catalogue, missing: int) -> Iterator[Cell]:
    texts = indicator.description
    yield Cell(texts.short_name, "term")
    long = (
        quality_area(indicator),
        indicator_area(indicator),
        texts.name,
        several_lines(texts.measure),
        several_lines(texts.target),
        texts.type,
        reported_as(indicator),
        *_generated(indicator, catalogue),
        "\n".join(measurement(indicator, catalogue)),
        _coverage(catalogue, missing),
        indicator.id,
    )
    yield from (Cell(text, "long") for text in long)


def _generated(indicator: Indicator, catalogue: Catalogue) -> tuple[str, str]:
    """The rule, and who is in the denominator."""
    denominator = denominator_sentence(indicator, catalogue)
    rule = [said for said in calculation(indicator, catalogue) if said != denominator]
    return phrase_lines(rule), phrase_lines([denominator or Phrase("Bakgrundsmått redovisas inte som andel.")])


def _coverage(catalogue: Catalogue, missing: int) -> str:
    """Counted from the answers, unlike the figure in the published descriptions."""
    units = len(catalogue.round.register.units)
    return f"{percent(units - missing, units)} procent ({units - missing} av {units})"
