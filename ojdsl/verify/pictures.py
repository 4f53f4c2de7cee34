"""The words of a document's pictures, in order, against those that the specs give; lines and arrows are not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ojdsl.documents.nodes import Picture
from ojdsl.verify.lines import Drawn, folded
from ojdsl.verify.report import NOTHING, Report


def pictures(expected: Sequence[Picture], found: Sequence[Drawn], report: Report) -> None:
    """OJ841: a picture of a rule, or what stands for it, says something else. A picture of ours may be left out."""
    for one in found:
        ours = _ours(one, expected)
        if ours is None:
            continue
        said, given = _words(one.line.text), _words_of(ours)
        if said != given:
            spec, document = (" ".join(words.elements()) for words in (_less(given, said), _less(said, given)))
            moved = not spec and not document  # to other places, so that only the whole shows it
            spec, document = (" ".join(given), " ".join(said)) if moved else (spec or NOTHING, document or NOTHING)
            report.fault("OJ841", one.line, where=ours.title, spec=spec, document=document)
        if one.description and folded(one.description) != folded(ours.description):
            report.fault("OJ841", one.line, where=ours.title, spec=ours.description, document=one.description)


def _ours(one: Drawn, expected: Sequence[Picture]) -> Picture | None:
    """The picture of that title; of one without, the most alike, for a word processor may have lost it."""
    if one.title:
        return next((ours for ours in expected if folded(ours.title) == folded(one.title)), None)
    said = Counter(_words(one.line.text))
    return max(expected, key=lambda ours: (said & Counter(_words_of(ours))).total(), default=None)


def _words_of(picture: Picture) -> list[str]:
    return _words(" ".join(line for box in picture.drawing.boxes for line in box.lines))


def _words(text: str) -> list[str]:
    return folded(text).split(" ")


def _less(words: Sequence[str], others: Sequence[str]) -> Counter[str]:
    return Counter(words) - Counter(others)
