"""Generated Swedish, before it gets a layout."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence, and the list under it if there is one."""

    text: str
    items: tuple[Phrase, ...] = ()
