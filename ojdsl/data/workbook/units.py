"""`Kommuner och stadsdelar`: a row a unit, a column an indicator, the outcome as a word on its colour."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from ojdsl.data.outcomes import Outcome
from ojdsl.data.workbook.indicators import indicator_columns, key_column
from ojdsl.data.workbook.sheet import Cell, Look, Table
from ojdsl.data.workbook.texts import MEANING, municipal_groups, title
from ojdsl.model.nodes import NONRESPONSE, Catalogue, Indicator, Unit
from ojdsl.prose.facts import published

NAME = "Kommuner och stadsdelar"


def units_table(catalogue: Catalogue, outcomes: Iterable[Outcome]) -> Table:
    """Every unit of the register, in order of its code."""
    results = {(item.unit, item.indicator): item.outcome for item in outcomes}
    names = {(group.level, group.code): group.name for group in catalogue.round.register.groups}
    units = catalogue.round.register.units
    keys = [_keys(unit, names) for unit in units]
    heads = ("Kommun eller stadsdel", "Kod", "Kommun", "Län", "Befolkningsklass", municipal_groups(catalogue))
    return Table(
        name=NAME,
        range="kommuner_och_stadsdelar",
        title=f"{NAME}: utfall för varje indikator. {title(catalogue)}",
        note=_note(catalogue),
        columns=(
            *(key_column(head, [row[at] for row in keys]) for at, head in enumerate(heads)),
            *indicator_columns(catalogue.indicators, lambda one: (*published(one), NONRESPONSE)),
        ),
        rows=tuple(
            (
                Cell(key[0], "name"),
                *map(Cell, key[1:]),
                *(outcome_cell(one, results[unit.code, one.id]) for one in catalogue.indicators),
            )
            for unit, key in zip(units, keys, strict=True)
        ),
    )


def outcome_cell(indicator: Indicator, outcome: str) -> Cell:
    """The word, and the colour that the indicator gives it; blank where the outcome is not published."""
    if outcome == NONRESPONSE:
        return Cell(outcome, "bortfall")
    if outcome in indicator.unpublished:
        return Cell("", "outcome")
    return Cell(outcome, cast("Look", indicator.colours.get(outcome, "outcome")))


def _keys(unit: Unit, names: Mapping[tuple[str, str], str]) -> tuple[str, ...]:
    """What units are told apart and sorted by; a district goes by the name of its city too."""
    municipality = names.get(("storstad", unit.municipality), unit.name)
    county, population = (names[level, unit.groups[level]] for level in ("lan", "befolkningsklass"))
    group = unit.groups["kommungrupp"]
    return unit.name, unit.code, municipality, county, population, f"{group} {names['kommungrupp', group]}"


def _note(catalogue: Catalogue) -> str:
    used = {colour for indicator in catalogue.indicators for colour in indicator.colours.values()}
    said = [f"{colour.capitalize()}: {meaning}." for colour, meaning in MEANING.items() if colour in used]
    blank = ["Tom cell: svaret redovisas inte."] if any(one.unpublished for one in catalogue.indicators) else []
    return " ".join([*said, f"Grå: {NONRESPONSE.lower()}, utfallet kan inte avgöras.", *blank])
