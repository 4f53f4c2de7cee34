"""Questions that are not there, told once each: a question that is deleted or renamed is missed in many places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ojdsl.diagnostics.fact import Diagnostic, Related, in_order, position_of

MISSING = "OJ301"


def missing_told_together(faults: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The faults with one OJ301 for each missing question and its missing follow-ups; the other places are related to it."""
    of_names: dict[str, list[Diagnostic]] = {}
    others: list[Diagnostic] = []
    for fault in in_order(faults):
        if fault.code == MISSING:
            of_names.setdefault(str(fault.facts["name"]), []).append(fault)
        else:
            others.append(fault)
    of_roots: dict[str, list[Diagnostic]] = {}
    for name, found in of_names.items():
        parent = name[:-1] if name[-1:].islower() else name
        of_roots.setdefault(parent if parent in of_names else name, []).extend(found)
    return others + [_together(root, found) for root, found in of_roots.items()]


def _together(root: str, found: list[Diagnostic]) -> Diagnostic:
    """One fault about the question itself, in the file and line where something of it is missed first."""
    first = next(fault for fault in found if fault.facts["name"] == root)
    places = {position_of(fault.place): fault.place for fault in in_order(found)}
    del places[position_of(first.place)]
    return replace(first, related=tuple(Related(place, "also") for place in places.values()))
