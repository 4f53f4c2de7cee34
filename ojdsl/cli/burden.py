"""The command that measures what a survey asks of a unit, and what it asks in vain."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ojdsl.cli.input import Input, read_input
from ojdsl.cli.layout import columns, paragraph, section
from ojdsl.cli.specs import one_area
from ojdsl.data.answers import AnswerRow
from ojdsl.data.asked import own_columns
from ojdsl.diagnostics.message import Language
from ojdsl.logic import burden as logic
from ojdsl.logic.burden import Bounds, Load, Settled
from ojdsl.logic.interpret import prepared
from ojdsl.logic.space import Space
from ojdsl.model.nodes import Between, Catalogue, Indicator, Test
from ojdsl.prose.burden import alike, settled_text, unneeded
from ojdsl.prose.condition import Words
from ojdsl.prose.decision_table import heading


def show_burden(given: Input | Path, form: str, language: Language, texts: Path | None = None) -> int:
    """Prints the burden of an area; of answers, also what they say that units were asked on average."""
    if isinstance(given, Path):
        checked = one_area(given, language, texts)
        if checked is None:
            return 1
        (catalogue,) = checked.catalogues.values()
        rows: tuple[AnswerRow, ...] = ()
    else:
        read = read_input(given, language)
        if isinstance(read, int):
            return read
        catalogue, answers = read
        rows = answers.rows
    space = logic.space_of(catalogue)
    taken = [row for row in rows if not _declined(catalogue, row)]
    loads = {"questions": logic.load_of_questions(space, catalogue), "cells": logic.load_of_cells(space, catalogue)}
    sizes = {name: _Size.of(space, load, catalogue, taken) for name, load in loads.items()}
    if form == "json":
        print(json.dumps(_as_json(space, catalogue, sizes, len(taken)), ensure_ascii=False, indent=2))
    else:
        print(_as_text(space, catalogue, sizes, len(taken)), end="")
    return 0


def _declined(catalogue: Catalogue, row: AnswerRow) -> bool:
    """A unit that did not take the area's part of the survey."""
    gate = row.values[catalogue.area.gate]
    return gate == "Nej" or (not gate and not any(row.values[column] for column in own_columns(catalogue)))


@dataclass(frozen=True, slots=True)
class _Size:
    """How many are asked; `average` is of the units' bounds, which differ where blanks leave open what was asked."""

    bounds: Bounds
    average: tuple[float, float] | None

    @staticmethod
    def of(space: Space, load: Load, catalogue: Catalogue, rows: Sequence[AnswerRow]) -> _Size:
        each = [logic.bounds(space, load, prepared(catalogue, row.values)) for row in rows]
        least, most = sum(one.least for one in each), sum(one.most for one in each)
        return _Size(logic.bounds(space, load, {}), (least / len(each), most / len(each)) if each else None)

    def shown(self) -> tuple[str, ...]:
        """At least, at most and on average."""
        average = () if self.average is None else (_interval(*self.average),)
        return str(self.bounds.least), str(self.bounds.most), *average

    def as_json(self) -> dict[str, object]:
        average = None if self.average is None else {"least": round(self.average[0], 2), "most": round(self.average[1], 2)}
        return {"least": self.bounds.least, "most": self.bounds.most, "average": average}


def _interval(least: float, most: float) -> str:
    low, high = (f"{number:.1f}".replace(".", ",") for number in (least, most))
    return low if low == high else f"{low}–{high}"


# --- what is printed --------------------------------------------------------------------------------------------------


def _as_text(space: Space, catalogue: Catalogue, sizes: dict[str, _Size], units: int) -> str:
    heads = ("", "minst", "högst", *(("i genomsnitt",) if units else ()))
    rows = [(_SIZES[name], *size.shown()) for name, size in sizes.items()]
    who = "1 enhet" if units == 1 else f"{units} enheter"
    average = f"Genomsnittet gäller {who} som har svarat för området. " + _OPEN if units else ""
    needless = [(what, why or "inget skäl är angivet") for what, why in unneeded(catalogue, logic.needed(space, catalogue))]
    same = alike(catalogue, logic.interchangeable(space, catalogue))
    return "".join(
        (
            f"{catalogue.area.name}, {catalogue.round.name}\n",
            section("Det en enhet får svara på", columns([heads, *rows], 2), paragraph(average, 2)),
            section("Det inget resultat behöver, och varför det frågas", columns(needless, 2) if needless else ""),
            section("Svar som inget resultat och ingen följdfråga skiljer åt", columns(same, 2) if same else ""),
            section("Följdfrågor som ställs fast svaret inte kan ändra något resultat", *_of_all(space, catalogue)),
            section("Detsamma, indikator för indikator", *_of_each(space, catalogue)),
        )
    )


_SIZES = {"questions": "frågor", "cells": "svarsrutor"}
_OPEN = "Ett spann betyder att obesvarade frågor lämnar öppet vad som ställdes."


def _of_all(space: Space, catalogue: Catalogue) -> Iterator[str]:
    for one in logic.settled_for_all(space, catalogue):
        yield paragraph(settled_text(one.ways, Words(catalogue)), 2, f"{heading(one.column, Words(catalogue))}: ")


def _of_each(space: Space, catalogue: Catalogue) -> Iterator[str]:
    """Members of a family of which the same can be said share a line."""
    named: dict[tuple[str, str], list[Indicator]] = {}
    indicators = {one.id: one for one in catalogue.indicators}
    for one in logic.settled_by_indicator(space, catalogue):
        indicator = indicators[one.indicators[0]]
        words = Words(catalogue, indicator)
        key = f"{indicator.family or indicator.id}, {heading(one.column, words)}: ", settled_text(one.ways, words)
        named.setdefault(key, []).append(indicator)
    for (label, text), members in named.items():
        family = [one for one in catalogue.indicators if one.family == members[0].family]
        whole = members[0].family is None or len(members) == len(family)
        names = ", ".join(one.id for one in members)
        yield paragraph(text, 2, label if whole else f"{names}, {label.partition(', ')[2]}")


def _as_json(space: Space, catalogue: Catalogue, sizes: dict[str, _Size], units: int) -> dict[str, object]:
    """`average` is null without answers; `ways` are alternatives, each a set of answers: column → labels."""
    needed = logic.needed(space, catalogue)
    return {
        "area": catalogue.area.id,
        "round": catalogue.round.id,
        "units": units,
        **{name: size.as_json() for name, size in sizes.items()},
        "unneeded": [cell.column for cell in catalogue.cells() if cell.column not in needed],
        "interchangeable": [
            {"column": one.column, "labels": list(one.labels)} for one in logic.interchangeable(space, catalogue)
        ],
        "settled": [_settled(one) for one in logic.settled_for_all(space, catalogue)],
        "settled_by_indicator": [_settled(one) for one in logic.settled_by_indicator(space, catalogue)],
    }


def _answers(test: Test) -> list[str]:
    """Labels, or intervals of numbers as `8–14`."""
    return [f"{low}–{high}" for low, high in test.ranges] if isinstance(test, Between) else list(test.labels)


def _settled(one: Settled) -> dict[str, object]:
    ways = [{test.cell: _answers(test) for test in way} for way in one.ways]
    return {"column": one.column, "indicators": list(one.indicators), "ways": ways}
