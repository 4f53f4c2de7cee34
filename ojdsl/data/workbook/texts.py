"""The texts of specs as they stand in a cell, and sentences that several sheets share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ojdsl.model.nodes import Catalogue, Indicator
from ojdsl.prose.facts import swedish_list
from ojdsl.prose.phrase import Phrase

WITHHELD = ".."
MEANING = {"grön": "önskvärt resultat", "gul": "delvis önskvärt resultat", "röd": "utvecklingsområde"}
"""What the colours say, in the guide's words."""

_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]*[^\s*])\*(?![\w*])")
_BACKGROUND = "Bakgrundsmått"


def title(catalogue: Catalogue) -> str:
    """The round and the area."""
    return f"{catalogue.round.name}: {catalogue.area.name}"


def quality_area(indicator: Indicator) -> str:
    """The words over the indicator's column; a background measure belongs to no area."""
    if indicator.kind == "background":
        return _BACKGROUND
    return swedish_list([area.name for area in indicator.quality_areas]) or "Utan kvalitetsområde"


def indicator_area(indicator: Indicator) -> str:
    """The words under the quality area."""
    if indicator.kind == "background":
        return _BACKGROUND
    return indicator.description.indicator_area or "Utan indikatorområde"


def municipal_groups(catalogue: Catalogue) -> str:
    """`Kommungrupp (SKR 2023)`: the year is that of the grouping, which need not be that of the round."""
    years = {group.valid_from[:4] for group in catalogue.round.register.groups if group.level == "kommungrupp"}
    return f"Kommungrupp (SKR {max(years, default='')}".rstrip() + ")"


def several_lines(text: str) -> str:
    """A long text with its paragraphs and list items on a line each, without the line breaks of the file and the emphasis."""
    return "\n".join(" ".join(part.split()) for part in _parts(_EMPHASIS.sub(r"\1", text)))


def _parts(text: str) -> Iterator[str]:
    part = ""
    for line in text.splitlines():
        if line.startswith("- ") or not line.strip():
            if part:
                yield part
            part = f"• {line[2:]}" if line.strip() else ""
        else:
            part = f"{part} {line}"
    if part:
        yield part


def phrase_lines(phrases: Iterable[Phrase]) -> str:
    """Generated sentences on a line each, with their lists."""
    return "\n".join(line for phrase in phrases for line in _lines(phrase, ""))


def _lines(phrase: Phrase, indent: str) -> Iterator[str]:
    yield indent + phrase.text
    for item in phrase.items:
        yield from _lines(item, f"{indent[:-2]}    • " if indent else "• ")
