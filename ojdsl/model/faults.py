"""Faults collected while specs become a model."""

from __future__ import annotations

from collections.abc import Iterable

from ojdsl.diagnostics.fact import Diagnostic, Fact, Related
from ojdsl.diagnostics.near import nearest
from ojdsl.source import Span, Text


class Faults:
    """A list to report to."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []

    def report(self, code: str, place: Span | Text, **facts: Fact) -> None:
        self.found.append(Diagnostic(code, place.span if isinstance(place, Text) else place, facts))

    def unknown(self, code: str, name: Text, known: Iterable[str], spelled: str = "", **facts: Fact) -> None:
        """A name that is not among the known ones; the near ones are proposed, all are listed if they are few.

        `spelled`: the part of it that is looked up, if that is not the whole.
        """
        names = tuple(known)
        listed = names if len(names) <= 12 else ()
        self.report(code, name, name=name.value, known=listed, near=nearest(spelled or name.value, names), **facts)

    def doubled(self, code: str, first: Text, second: Text, **facts: Fact) -> None:
        """A name that is given twice; both places are shown."""
        related = (Related(first.span, "first"),)
        self.found.append(Diagnostic(code, second.span, {"name": second.value, **facts}, related))
