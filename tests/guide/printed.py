"""The printed guide taken apart: its descriptions, and the sentences of their calculations, each with its line.

The text itself is not ours and is not here: it is named on the command line, or by GUIDE, or lies beside the repository.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.real import ROOT

NAME = "guide-2017-missbruk.txt"
BESIDE = Path("..") / "shared" / "source"
_SHORT_NAME = re.compile(
    r"kort-?\s*namn\s*\(i\s*excelfi-?\s*len\)\s*(?P<name>.*?)\n\s*(?:indikator/mått|bakgrundsmått)\s", re.IGNORECASE | re.DOTALL
)
_CALCULATION = re.compile(r"^Beräkning:", re.MULTILINE)
_AFTER = re.compile(r"Redovisas som:|Redovisningsnivå|Mätdatum|Mätperiod|Datatäckning")
_ITEM = re.compile(r"\s*\b\d+[.)]\s+")
_END = re.compile(r"(?<!\bdvs)(?<!\bt\.ex)(?<!\bbl\.a)\.\)?\s+(?=[A-ZÅÄÖ”“\"])")


def path_of_guide(given: str | None = None) -> Path:
    """The file that is named, or a folder with it; by default beside the repository."""
    named = Path(given or os.environ.get("GUIDE") or ROOT / BESIDE)
    return named / NAME if named.is_dir() or not (given or os.environ.get("GUIDE")) else named


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence on one line; `lines` are where its characters stand in print."""

    text: str
    lines: tuple[int, ...]

    def word_at(self, position: int) -> str:
        """The word that begins there, or the end."""
        return self.text[position:].split(" ")[0] or "punkt"

    def line_at(self, position: int) -> int:
        return self.lines[min(position, len(self.lines) - 1)]


@dataclass(frozen=True, slots=True)
class Described:
    """One description: the short names of its indicators, and its calculation."""

    names: tuple[str, ...]
    line: int
    sentences: tuple[Sentence, ...]


def descriptions(text: str) -> list[Described]:
    """Every description with a calculation, in order."""
    named = list(_SHORT_NAME.finditer(text))
    heads = _running_heads(text)
    found = []
    for calculation in _CALCULATION.finditer(text):
        before = [one for one in named if one.end() <= calculation.start()]
        names = _names(before[-1]["name"]) if before else ()
        line = text.count("\n", 0, calculation.start()) + 1
        found.append(Described(names, line, tuple(_sentences(text[calculation.end() :].split("\n"), line, heads))))
    return found


def _names(printed: str) -> tuple[str, ...]:
    """A name, or one for each of a numbered list."""
    whole = re.sub(r"(?<=\w)-\n(?=[a-zåäö])", "", printed)
    head, *items = _ITEM.split(" ".join(whole.split()))
    return tuple(f"{head} {item}" for item in items) or (head,)


def _running_heads(text: str) -> set[str]:
    """What stands at the top of pages: lines that begin with a blank and stand there more than once."""
    lines = Counter(line.strip() for line in text.split("\n"))
    return {line.strip() for line in text.split("\n") if line.startswith(" ") and lines[line.strip()] > 1}


def _sentences(lines: list[str], first: int, heads: set[str]) -> Iterator[Sentence]:
    flat, places = "", list[int]()
    for number, line in enumerate(lines, first):
        if number > first and _AFTER.match(line):
            break
        part = "" if line.startswith(" ") and line.strip() in heads else " ".join(line.split())
        if not part:
            continue
        if re.search(r"\w-$", flat) and part[:1].islower():
            flat, places = flat[:-1], places[:-1]
        elif flat:
            flat, places = f"{flat} ", [*places, number]
        flat, places = flat + part, [*places, *[number] * len(part)]
    start = 0
    for end in [found.end() for found in _END.finditer(flat)] + [len(flat)]:
        whole = flat[start:end]
        if sentence := whole.strip():
            at = start + whole.index(sentence)
            yield Sentence(sentence, tuple(places[at : at + len(sentence)]))
        start = end
