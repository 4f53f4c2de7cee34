"""Faults found while a file is read: all are counted, the first thousand are told."""

from __future__ import annotations

from collections.abc import Callable

from ojdsl.diagnostics.fact import Diagnostic

SHOWN = 1000


class Faults:
    """Collects diagnostics. Past `limit` they are only counted, so that garbage costs little more than reading it."""

    def __init__(self, limit: int = SHOWN) -> None:
        self._limit = limit
        self._count = 0
        self._found: list[Diagnostic] = []

    def add(self, make: Callable[[], Diagnostic]) -> None:
        """Count one fault; `make` is called only where it will be shown."""
        self._count += 1
        if self._count <= self._limit + 1:
            self._found.append(make())

    def found(self) -> list[Diagnostic]:
        """The faults in the order they were found; one too many says how many more there are, where they begin."""
        if self._count <= self._limit:
            return list(self._found)
        more = Diagnostic("OJ609", self._found[-1].place, {"more": self._count - self._limit})
        return [*self._found[:-1], more]
