"""The names that somebody may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_ALIKE = 0.7
"""How much of two names is the same, at least: regler and regel (0.73) are near, stodperson and stodprogram (0.67) are not."""
_SHORT, _ALIKE_IF_SHORT = 4, 0.65
"""One letter of three may differ, as in lan and län."""


def nearest(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """At most three known names that are spelled like `word`, the nearest first; case does not count."""
    by_folded = {name.casefold(): name for name in known}
    cutoff = _ALIKE_IF_SHORT if len(word) <= _SHORT else _ALIKE
    return tuple(by_folded[name] for name in get_close_matches(word.casefold(), by_folded, n=3, cutoff=cutoff))
