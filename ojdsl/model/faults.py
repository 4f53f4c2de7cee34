"""Faults collected while specs become a model."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ojdsl.diagnostics.fact import Diagnostic, Fact, Related
from ojdsl.diagnostics.near import nearest
from ojdsl.source import Span, Text

_DELIMITED = re.compile(r'[,\[\]"”]| (?:och|eller) ')
"""What would take a label apart if it stood in a rule without quotation marks."""


class Faults:
    """A list to report to."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []

    def report(self, code: str, place: Span | Text, **facts: Fact) -> None:
        self.found.append(Diagnostic(code, place.span if isinstance(place, Text) else place, facts))

    def unknown(self, code: str, name: Text, known: Iterable[str], spelled: str = "", **facts: Fact) -> None:
        """A name that is not among the known ones; the near ones are proposed.

        `spelled`: the part of it that is looked up, if that is not the whole.
        """
        names = tuple(known)
        self.report(code, name, name=name.value, known=names, near=nearest(spelled or name.value, names), **facts)

    def unknown_label(self, code: str, name: Text, known: Iterable[str], question: str) -> None:
        """An answer or row that a question does not have; maybe a piece of one that lacks its quotation marks."""
        labels = tuple(known)
        cut = any(name.value in label and _DELIMITED.search(label) for label in labels)
        self.unknown(code, name, labels, question=question, tips=("whole",) if cut else ())

    def doubled(self, code: str, first: Text, second: Text, **facts: Fact) -> None:
        """A name that is given twice; both places are shown."""
        related = (Related(first.span, "first"),)
        self.found.append(Diagnostic(code, second.span, {"name": second.value, **facts}, related))
