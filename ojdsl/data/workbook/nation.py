"""`Riket`: a row an indicator, with the share and the numbers of units behind it."""

from __future__ import annotations

from collections.abc import Iterable

from ojdsl.data.shares import Share
from ojdsl.data.workbook.groups import share_cell, share_indicators, share_note
from ojdsl.data.workbook.sheet import Cell, Column, Table
from ojdsl.data.workbook.sizes import fitting
from ojdsl.data.workbook.texts import WITHHELD, indicator_area, quality_area, title
from ojdsl.model.nodes import NO, NONRESPONSE, NOT_APPLICABLE, PARTLY, YES, Catalogue, Indicator

NAME = "Riket"


def nation_table(catalogue: Catalogue, shares: Iterable[Share]) -> Table:
    """All indicators in the guide's order. There is one group only, so indicators stand in rows and can be read in full."""
    found = {share.indicator: share for share in shares if share.level == "riket"}
    indicators = share_indicators(catalogue)
    units = len(catalogue.round.register.units)
    blank = " Tom cell: indikatorn kan inte få utfallet."
    return Table(
        name=NAME,
        range="riket",
        title=f"{NAME}: andel och antal av {units} kommuner och stadsdelar. {title(catalogue)}",
        note=share_note(catalogue) + (blank if any(PARTLY not in one.outcomes for one in indicators) else ""),
        columns=_columns(indicators),
        rows=tuple(_row(indicator, found[indicator.id]) for indicator in indicators),
    )


def _columns(indicators: Iterable[Indicator]) -> tuple[Column, ...]:
    names = fitting((one.description.short_name for one in indicators), most=70)
    texts = (("Indikator", names), ("Kvalitetsområde", 33.0), ("Indikatorområde", 44.0))
    numbers = (f"Andel {YES}", f"Antal {YES}", *(f"Antal {word}" for word in (PARTLY, NO)), "Antal i nämnaren")
    outside = (f"Antal {NOT_APPLICABLE}", f"Antal {NONRESPONSE}")
    return (
        *(Column((head,), width, key=True) for head, width in texts),
        *(Column((head,), 11) for head in (*numbers, *outside)),
    )


def _row(indicator: Indicator, share: Share) -> tuple[Cell, ...]:
    return (
        Cell(indicator.description.short_name, "name"),
        Cell(quality_area(indicator)),
        Cell(indicator_area(indicator)),
        share_cell(share),
        *_counts(indicator, share),
    )


def _counts(indicator: Indicator, share: Share) -> tuple[Cell, ...]:
    """Blank for an outcome that the indicator cannot have; the sign in all of them where the share is withheld."""
    counts = (
        share.yes,
        share.partly if PARTLY in indicator.outcomes else None,
        share.no if NO in indicator.outcomes else None,
        share.denominator,
        share.not_applicable if NOT_APPLICABLE in indicator.outcomes else None,
        share.nonresponse,
    )
    if not share.shown:
        return tuple(Cell(WITHHELD, "withheld") for _ in counts)
    return tuple(Cell("", "count") if count is None else Cell(count, "count") for count in counts)
