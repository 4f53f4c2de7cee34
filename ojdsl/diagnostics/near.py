"""The names that somebody may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """At most three known names that are spelled like `word`, the nearest first; case does not count."""
    by_folded = {name.casefold(): name for name in known}
    found = get_close_matches(word.casefold(), by_folded, n=3, cutoff=0.6)
    return tuple(by_folded[name] for name in found)
