"""Warnings that their authors accept, taken away from the rest; and acceptances that nothing needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ojdsl.diagnostics.fact import Diagnostic, Place
from ojdsl.source import Span
from ojdsl.syntax.read_silencings import UNUSED, Silencing


def silence(
    faults: Iterable[Diagnostic], silencings: Sequence[Silencing], certain: tuple[str, ...]
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """The faults that are left, and the warnings that are silenced, with the reason from the innermost mapping around each.

    OJ353: a silencing of nothing, in a file whose name begins with one of `certain`: there, every check has run.
    """
    left: list[Diagnostic] = []
    silenced: list[Diagnostic] = []
    used: set[int] = set()
    for fault in faults:
        around = [n for n, one in enumerate(silencings) if one.code.value == fault.code and _is_in(fault.place, one.within)]
        if around:
            inner = min(around, key=lambda number: silencings[number].within.end - silencings[number].within.start)
            used.add(inner)
            silenced.append(replace(fault, silenced=silencings[inner].reason.value))
        else:
            left.append(fault)
    for number, one in enumerate(silencings):
        if number not in used and one.code.span.source.name.startswith(certain):
            left.append(Diagnostic(UNUSED, one.code.span, {"name": one.code.value}))
    return left, silenced


def _is_in(place: Place, within: Span) -> bool:
    return isinstance(place, Span) and place.source is within.source and within.start <= place.start < within.end
