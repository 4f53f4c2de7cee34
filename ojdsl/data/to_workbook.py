"""`resultat.xlsx`: what may be published, for readers who use Excel. By xlsxwriter (extra `excel`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from io import BytesIO

from ojdsl import __version__
from ojdsl.data.answers import Answers
from ojdsl.data.extras import MissingExtra
from ojdsl.data.outcomes import Outcome
from ojdsl.data.shares import Share
from ojdsl.data.workbook.about import about_page
from ojdsl.data.workbook.descriptions import description_table
from ojdsl.data.workbook.groups import city_table, county_table, grouping_table
from ojdsl.data.workbook.nation import nation_table
from ojdsl.data.workbook.package import with_language
from ojdsl.data.workbook.reading import reading_page
from ojdsl.data.workbook.sheet import Sheet
from ojdsl.data.workbook.texts import title
from ojdsl.data.workbook.units import units_table
from ojdsl.data.workbook.write import Writer
from ojdsl.model.nodes import Catalogue

_CREATED = datetime(2000, 1, 1)
"""Not the real day, so that the file depends on its content only."""


def to_workbook(
    catalogue: Catalogue, answers: Answers, outcomes: Sequence[Outcome], shares: Sequence[Share]
) -> bytes | MissingExtra:
    """The bytes of the workbook. It holds no raw answers, no free text and no reasons for nonresponse."""
    return written(lambda: sheets(catalogue, answers, outcomes, shares), _properties(catalogue))


def written(sheets: Callable[[], Iterable[Sheet]], properties: Mapping[str, object]) -> bytes | MissingExtra:
    """The bytes of a workbook of some sheets, which are made when they can be written."""
    try:
        import xlsxwriter
    except ImportError:
        return MissingExtra("excel")
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({**properties, "created": _CREATED})
    writer = Writer(book)
    for sheet in sheets():
        writer.write(sheet)
    book.close()
    return with_language(out.getvalue(), "sv-SE")


def sheets(catalogue: Catalogue, answers: Answers, outcomes: Sequence[Outcome], shares: Sequence[Share]) -> tuple[Sheet, ...]:
    """What the workbook says, sheet by sheet."""
    return (
        reading_page(catalogue),
        units_table(catalogue, outcomes),
        city_table(catalogue, shares),
        county_table(catalogue, shares),
        nation_table(catalogue, shares),
        grouping_table(catalogue, shares),
        description_table(catalogue, outcomes),
        about_page(catalogue, answers),
    )


def _properties(catalogue: Catalogue) -> dict[str, object]:
    return {
        "title": title(catalogue),
        "subject": "Resultat för kommuner, stadsdelar, storstäder, län, riket och grupper av kommuner",
        "keywords": "öppna jämförelser, indikatorer, resultat",
        "comments": f"Framställd med ojdsl {__version__} ur specifikationer med sha256 {catalogue.fingerprint}.",
    }
