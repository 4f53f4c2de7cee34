"""`Storstäder`, `Län` and `Grupper`: a row a group, a column an indicator, the share of Ja or the sign that it is withheld."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from ojdsl.data.shares import Share
from ojdsl.data.workbook.indicators import indicator_columns, key_column
from ojdsl.data.workbook.sheet import Cell, Column, Table
from ojdsl.data.workbook.texts import WITHHELD, municipal_groups, title
from ojdsl.model.nodes import YES, Catalogue, Group, Indicator
from ojdsl.prose.facts import withheld


def city_table(catalogue: Catalogue, shares: Iterable[Share]) -> Table:
    """The cities that answer by district."""
    return _table(catalogue, shares, "Storstäder", "storstader", "Storstad", {"storstad": ""})


def county_table(catalogue: Catalogue, shares: Iterable[Share]) -> Table:
    """The counties."""
    return _table(catalogue, shares, "Län", "lan", "Län", {"lan": ""})


def grouping_table(catalogue: Catalogue, shares: Iterable[Share]) -> Table:
    """Both groupings of municipalities, told apart by a column."""
    levels = {"befolkningsklass": "Befolkningsklass", "kommungrupp": municipal_groups(catalogue)}
    return _table(catalogue, shares, "Grupper", "grupper", "Grupp", levels)


def share_cell(share: Share) -> Cell:
    """The share as a number, or the sign; the sign is the same whatever the reason."""
    if share.shown and share.percent is not None:
        return Cell(share.percent / 100, "share")
    return Cell(WITHHELD, "withheld")


def share_indicators(catalogue: Catalogue) -> tuple[Indicator, ...]:
    """Those that have shares: background measures have none."""
    return tuple(indicator for indicator in catalogue.indicators if indicator.kind == "indicator")


def share_note(catalogue: Catalogue) -> str:
    """What the sign on the sheet means."""
    return f"Tecknet {WITHHELD}: {withheld(catalogue.round.withholding)}"


def _table(catalogue: Catalogue, shares: Iterable[Share], name: str, range_: str, head: str, levels: dict[str, str]) -> Table:
    """A sheet of some levels; where there are several, `levels` gives the word that tells them apart."""
    groups = [group for group in catalogue.round.register.groups if group.level in levels]
    sizes = Counter((level, code) for unit in catalogue.round.register.units for level, code in unit.groups.items())
    by_place = {(share.level, share.group, share.indicator): share for share in shares}
    indicators = share_indicators(catalogue)
    return Table(
        name=name,
        range=range_,
        title=f"{name}: andel med utfallet {YES} av dem som ingår i nämnaren. {title(catalogue)}",
        note=share_note(catalogue),
        columns=(*_keys(groups, head, levels), *indicator_columns(indicators, lambda _: ("100 %",))),
        rows=tuple(
            (
                Cell(group.name, "name"),
                *([Cell(levels[group.level])] if len(levels) > 1 else []),
                Cell(group.code),
                Cell(sizes[group.level, group.code], "count"),
                *(share_cell(by_place[group.level, group.code, one.id]) for one in indicators),
            )
            for group in groups
        ),
    )


def _keys(groups: Sequence[Group], head: str, levels: dict[str, str]) -> tuple[Column, ...]:
    grouping = [key_column("Indelning", levels.values())] if len(levels) > 1 else []
    names = key_column(head, [group.name for group in groups])
    return names, *grouping, key_column("Kod", [group.code for group in groups]), key_column("Antal kommuner och stadsdelar", [])
