"""Which forms the sentences of the calculations have: found by patterns of their own, apart from the grammar that reads them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from tests.guide.printed import Sentence

_QUESTION = r"fråga(?:n)?\s*\(?"


Forms = Mapping[str, Callable[[str], bool]]
"""Names of forms, and whether a sentence has one."""


def _has(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern, re.IGNORECASE)
    return lambda text: compiled.search(text) is not None


SAYS: Forms = {
    "vad som krävs för Ja": _has(r"målvärdet\b.*\bkrävs"),
    "vad som krävs för Delvis": _has(r"delvis\b.*\bkrävs"),
    "vilket svar som inte ingår i nämnaren": _has("nämnaren"),
    "vilken andel som redovisas": _has("redovisas andelen"),
    "vilka utfall som redovisas": _has("^redovisas som"),
    "annat": lambda _: True,
}
"""What a sentence is about; the first that fits."""
FORMS: Forms = {
    "svar utan citattecken": _has(r"(?:svarat:?|krävs|och|eller) (?:ja|nej|ej aktuellt)\b"),
    "”krävs Ja”, utan att det står vem som svarat": _has(r"krävs (?:ja|nej|svar)\b"),
    "”dvs.” före utfallet": _has(r"\(dvs\b"),
    "utfall med liten bokstav": lambda text: bool(re.search(r"målvärdet ja\b|få delvis\b", text)),
    "kolon efter ”svarat”": _has("svarat:"),
    "”för respektive …”": _has("för respektive"),
    "mellanslag i frågans nummer": _has(r"\( ?[GM] ?\) \d|\( [GM]\)|\d\. \d|\d \d\b"),
    "frågans bokstav utan parentes": _has(rf"{_QUESTION}[GM]\d"),
    "frågans nummer utan bokstav": _has(r"fråga \d"),
    "”enkätfrågan” eller ”följdfrågan”": _has(r"(?:enkät|följd)fråg"),
    "fråga utan nummer": _has(r"(?:enkätfrågan|följdfrågorna)(?! ?\(?[GM])"),
    "”minst en av de sex …”": _has(r"minst e(?:n|tt) av de"),
    "delar utan fråga": _has(r"minst e(?:n|tt) av de(?!.*fråga)"),
    "flera ”och” i rad": _has(r"\bfråga\b.* och (?:ja|nej)\b.* och (?:ja|nej)\b"),
    "semikolon mellan villkor": _has("; (?:och|eller)"),
    "två frågor efter samma svar": _has(rf"{_QUESTION}[GM]\)?\d+ ?[a-d]? och \([GM]\)"),
    "komma eller streck före ”på”": _has("[,–-] på (?:fråga|frågan)"),
}
"""How it is said; a sentence may have several forms, or none."""


def counted(sentences: Iterable[tuple[Sentence, bool]], forms: Forms) -> dict[str, tuple[int, int]]:
    """How many sentences have each form, and how many of those are understood."""
    found = dict.fromkeys(forms, (0, 0))
    for sentence, understood in sentences:
        for name in [one for one, has in forms.items() if has(sentence.text)][: 1 if forms is SAYS else None]:
            number, good = found[name]
            found[name] = number + 1, good + understood
    return {name: pair for name, pair in found.items() if pair[0]}
