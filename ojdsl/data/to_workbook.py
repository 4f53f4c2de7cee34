"""`resultat.xlsx`: what may be published, for readers who use Excel. By xlsxwriter (extra `excel`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from ojdsl import __version__
from ojdsl.data.answers import Answers
from ojdsl.data.outcomes import Outcome
from ojdsl.data.shares import Share
from ojdsl.data.table import MissingExtra
from ojdsl.model.nodes import NONRESPONSE, Catalogue, Indicator, Unit

COLOURS = {"grön": ("#C6EFCE", "#0B4F1B"), "gul": ("#FFEB9C", "#5C4400"), "röd": ("#FFC7CE", "#7A0012")}
"""Fill and text of a coloured outcome. The word always stands there too: colour alone says nothing."""
GREY = ("#EDEDED", "#474747")
WITHHELD = ".."

_LEVELS = {
    "riket": "Riket",
    "lan": "Län",
    "storstad": "Storstad",
    "befolkningsklass": "Befolkningsklass",
    "kommungrupp": "Kommungrupp",
}
_UNIT_COLUMNS = (("Kod", 22), ("Enhet", 26), ("Län", 22), ("Befolkningsklass", 30), ("Kommungrupp", 34))
_SHARE_COLUMNS = (("Nivå", 18), ("Grupp", 8), ("Namn", 40))
_RESULT_WIDTH = 18
_CREATED = datetime(2000, 1, 1)
"""Not the real day, so that the file depends on its content only."""


def to_workbook(
    catalogue: Catalogue, answers: Answers, outcomes: Iterable[Outcome], shares: Iterable[Share]
) -> bytes | MissingExtra:
    """The bytes of the workbook. It holds no raw answers, no free text and no reasons for nonresponse."""
    try:
        import xlsxwriter
    except ImportError:
        return MissingExtra("excel")
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    title = f"{catalogue.round.name}: {catalogue.area.name}"
    book.set_properties({"title": title, "keywords": "sv", "comments": f"ojdsl {__version__}", "created": _CREATED})
    formats = _Formats(book)
    _write_units(book.add_worksheet("Enheter"), formats, catalogue, outcomes)
    _write_shares(book.add_worksheet("Andelar"), formats, catalogue, shares)
    _write_indicators(book.add_worksheet("Indikatorer"), formats, catalogue)
    _write_about(book.add_worksheet("Om resultatet"), formats, catalogue, answers, title)
    book.close()
    return out.getvalue()


class _Formats:
    """The formats that the sheets share. (xlsxwriter has no types, hence Any.)"""

    def __init__(self, book: Any) -> None:
        self.head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.text = book.add_format({"valign": "top"})
        self.long = book.add_format({"text_wrap": True, "valign": "top"})
        self.share = book.add_format({"num_format": "0 %", "align": "right"})
        self.withheld = book.add_format({"align": "right", "font_color": GREY[1]})
        self.nonresponse = book.add_format({"bg_color": GREY[0], "font_color": GREY[1]})
        self.colours = {name: book.add_format({"bg_color": fill, "font_color": ink}) for name, (fill, ink) in COLOURS.items()}


# --- sheets -----------------------------------------------------------------------------------------------------------


def _write_units(sheet: Any, formats: _Formats, catalogue: Catalogue, outcomes: Iterable[Outcome]) -> None:
    """A row a unit, a column an indicator; the outcome as a word."""
    results = {(item.unit, item.indicator): item.outcome for item in outcomes}
    units = catalogue.round.register.units
    names = {(group.level, group.code): group.name for group in catalogue.round.register.groups}
    _header(sheet, formats, _UNIT_COLUMNS, catalogue.indicators, len(units))
    for row, unit in enumerate(units, start=1):
        for column, text in enumerate(_unit_texts(unit, names)):
            sheet.write_string(row, column, text, formats.text)
        for column, indicator in enumerate(catalogue.indicators, start=len(_UNIT_COLUMNS)):
            outcome = results[unit.code, indicator.id]
            if outcome not in indicator.unpublished:
                sheet.write_string(row, column, outcome, _outcome_format(indicator, outcome, formats))


def _unit_texts(unit: Unit, names: Mapping[tuple[str, str], str]) -> tuple[str, ...]:
    groups = (names[level, unit.groups[level]] for level in ("lan", "befolkningsklass", "kommungrupp"))
    return unit.code, unit.name, *groups


def _outcome_format(indicator: Indicator, outcome: str, formats: _Formats) -> Any:
    if outcome == NONRESPONSE:
        return formats.nonresponse
    return formats.colours.get(indicator.colours.get(outcome, ""), formats.text)


def _write_shares(sheet: Any, formats: _Formats, catalogue: Catalogue, shares: Iterable[Share]) -> None:
    """A row a group, the nation first; a column an indicator; the share, or `..` where it is withheld."""
    by_place = {(share.level, share.group, share.indicator): share for share in shares}
    groups = catalogue.round.register.groups
    indicators = [indicator for indicator in catalogue.indicators if indicator.kind == "indicator"]
    _header(sheet, formats, _SHARE_COLUMNS, indicators, len(groups))
    for row, group in enumerate(groups, start=1):
        for column, text in enumerate((_LEVELS[group.level], group.code, group.name)):
            sheet.write_string(row, column, text, formats.text)
        for column, indicator in enumerate(indicators, start=len(_SHARE_COLUMNS)):
            share = by_place.get((group.level, group.code, indicator.id))
            if share is not None and share.shown and share.percent is not None:
                sheet.write_number(row, column, share.percent / 100, formats.share)
            elif share is not None:
                sheet.write_string(row, column, WITHHELD, formats.withheld)
    sheet.write_string(len(groups) + 2, 0, _footnote(catalogue), formats.text)


def _footnote(catalogue: Catalogue) -> str:
    rule = catalogue.round.withholding
    counted = " eller ".join(rule.counted)
    return (
        f"{WITHHELD} betyder att andelen inte redovisas: fler än {rule.percent} procent av enheterna har {counted}, "
        "eller ingen enhet ingår i nämnaren."
    )


def _write_indicators(sheet: Any, formats: _Formats, catalogue: Catalogue) -> None:
    """The names behind the columns of the other sheets, and the ids that the CSV files use."""
    _header(sheet, formats, (("Indikator", 34), ("Kortnamn", 50), ("Namn", 70), ("Mått", 90)), (), len(catalogue.indicators))
    for row, indicator in enumerate(catalogue.indicators, start=1):
        texts = indicator.description
        for column, text in enumerate((indicator.id, texts.short_name, texts.name, texts.measure)):
            sheet.write_string(row, column, text, formats.long)


def _write_about(sheet: Any, formats: _Formats, catalogue: Catalogue, answers: Answers, title: str) -> None:
    facts = {
        "Innehåll": title,
        "Språk": "svenska (sv)",
        "Omgång": catalogue.round.id,
        "Område": catalogue.area.id,
        "Mätdatum": catalogue.round.reference_date.isoformat(),
        "Källa": catalogue.round.source,
        "Framställd med": f"ojdsl {__version__}",
        "Specifikationer (sha256)": catalogue.fingerprint,
        "Svar (sha256)": answers.fingerprint,
        NONRESPONSE: "Enheten har inte svarat, eller inte så att utfallet kan avgöras.",
    }
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 90)
    for row, (name, value) in enumerate(facts.items()):
        sheet.write_string(row, 0, name, formats.head)
        sheet.write_string(row, 1, value, formats.long)


def _header(
    sheet: Any, formats: _Formats, columns: Sequence[tuple[str, int]], indicators: Sequence[Indicator], rows: int
) -> None:
    """One header row over `rows` rows: fixed columns with their widths, then the indicators; frozen and with filters."""
    names = [*(name for name, _ in columns), *(indicator.description.short_name for indicator in indicators)]
    for column, name in enumerate(names):
        sheet.write_string(0, column, name, formats.head)
    for column, (_, width) in enumerate(columns):
        sheet.set_column(column, column, width)
    if indicators:
        sheet.set_column(len(columns), len(names) - 1, _RESULT_WIDTH)
        sheet.set_row(0, 75)
    sheet.freeze_panes(1, 2 if indicators else 1)
    sheet.autofilter(0, 0, rows, len(names) - 1)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})  # codes such as 0114 are text, and no mistake
