"""Who is asked: the units of the round's register, by kind, where they come from and when they are valid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ojdsl.documents.markup import cell
from ojdsl.documents.nodes import Block, DataTable, Heading, Paragraph, paragraph
from ojdsl.model.dates import swedish_iso
from ojdsl.model.nodes import Catalogue, Register, Unit
from ojdsl.prose.facts import swedish_list

_MANY = {"kommun": "kommuner", "stadsdel": "stadsdelar eller stadsområden"}
_UNKNOWN = "inte angivet"


def population(catalogue: Catalogue) -> Iterator[Block]:
    """How many units there are of each kind; cities that answer by district are named."""
    register = catalogue.round.register
    kinds = Counter(unit.kind for unit in register.units)
    said = swedish_list([f"{number} {_MANY.get(kind, kind) if number > 1 else kind}" for kind, number in sorted(kinds.items())])
    yield paragraph(f"Undersökningen omfattar {_units(len(register.units))}: {said}. Alla tillfrågas, och inget urval görs.")
    if cities := _divided(register):
        yield paragraph(f"{swedish_list(cities)} svarar genom sina delar. Kommunen som helhet är då ingen egen enhet.")
    counts = Counter((unit.kind, unit.source) for unit in register.units)
    yield DataTable(
        "Enheter i registret",
        ("Slag", "Antal", "Källa"),
        tuple(
            (cell(kind.capitalize()), cell(str(number)), cell(register.sources.get(source, ("", ""))[0]))
            for (kind, source), number in sorted(counts.items())
        ),
    )


def _units(number: int) -> str:
    return "1 enhet" if number == 1 else f"{number} enheter"


def _divided(register: Register) -> tuple[str, ...]:
    """The municipalities that are no units themselves, by name where the register has one."""
    units = {unit.code for unit in register.units}
    names = {group.code: group.name for group in register.groups if group.level == "storstad"}
    return tuple(
        dict.fromkeys(names.get(one.municipality, one.municipality) for one in register.units if one.municipality not in units)
    )


def validity(register: Register) -> Iterator[Block]:
    """When units are valid and what succeeds them, under a heading; nothing where the register says nothing of it."""
    known = [unit for unit in register.units if unit.valid_from or unit.valid_to]
    if not known:
        return
    names = {unit.code: unit.name for unit in register.units}
    names |= {group.code: group.name for group in register.groups if group.level == "storstad"}
    yield Heading(3, "Enheternas giltighetstid", "giltighetstid")
    yield paragraph(
        "Tabellen visar de enheter där det är känt från eller till vilken dag de gäller. Att inget slutdatum är angivet "
        "betyder inte att enheten finns kvar."
    )
    yield DataTable(
        "Enheter med känd giltighetstid",
        ("Enhet", "Namn", "Gäller från", "Gäller till", "Efterträds av"),
        tuple(_valid(unit, names) for unit in known),
    )


def _valid(unit: Unit, names: dict[str, str]) -> tuple[tuple[Paragraph, ...], ...]:
    successor = names.get(unit.successor, unit.successor) or "–"
    return (
        cell(unit.code),
        cell(unit.name),
        *(cell(swedish_iso(day) or _UNKNOWN) for day in (unit.valid_from, unit.valid_to)),
        cell(successor),
    )
