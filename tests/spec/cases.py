"""The manual's cases: Markdown with questions and a rule in fenced blocks, and tables of answers with the expected result.

A section (`##`) has one ```yaml fråga block for each question, one ```yaml regel block, and a table whose columns are
columns of the answers file, `utfall`, and perhaps `orsak`. An empty cell is unanswered; where `missbruk_besvaras` is not a
column of the table it is not one of the file either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ojdsl import pipeline
from ojdsl.model.nodes import Catalogue
from tests.real import files

HERE = Path(__file__).resolve().parent
_BLOCK = re.compile(r"^```yaml (fråga|regel)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SHARED = ("specs/gemensamt/", "specs/2017/omgång.yaml", "specs/2017/register/")
_AREA = "område: missbruk\nnamn: Området\nsektion: M\nrad: Missbruk\nsvarande: 1\n{listed}:\n  - prov\n"
_INDICATOR = """\
indikator: prov
namn: Prov
kortnamn: Prov
verksamhet:
  - Socialtjänst
mått: Prov.
kvalitetsområde: Självbestämmande och integritet
indikatorområde: Prov
syfte: Prov.
målvärde: Prov.
typ: Struktur
"""
_BACKGROUND = "bakgrundsmått: prov\nnamn: Prov\nkortnamn: Prov\nmått: Prov.\nsyfte: Prov.\n"


@dataclass(frozen=True)
class Section:
    """One section of the manual."""

    name: str
    questions: tuple[str, ...]
    rule: str
    rows: tuple[dict[str, str], ...]

    def catalogue(self) -> Catalogue:
        """The section as an area of 2017; the compiler has no objection to it."""
        return compiled(self.questions, self.rule)


@cache
def compiled(questions: tuple[str, ...], rule: str) -> Catalogue:
    background = rule.startswith("redovisas:")
    made = {name: content for name, content in files().items() if name.startswith(_SHARED)}
    for number, question in enumerate(questions):
        folder = "specs/2017/missbruk/frågor" if question.startswith("fråga: M") else "specs/2017/frågor"
        made[f"{folder}/{number}.yaml"] = question.encode()
    listed = "indikatorer: []\nbakgrundsmått" if background else "indikatorer"
    made["specs/2017/missbruk/område.yaml"] = _AREA.format(listed=listed).encode()
    made["specs/2017/missbruk/prov.yaml"] = ((_BACKGROUND if background else _INDICATOR) + rule).encode()
    checked = pipeline.check(pipeline.read(made), ["specs/2017/missbruk"])
    about_case = [fault for fault in checked.faults if fault.code not in ("OJ340", "OJ341", "OJ342", "OJ343", "OJ346", "OJ348")]
    assert not about_case, about_case
    return checked.catalogues["specs/2017/missbruk"]


def sections() -> Iterator[Section]:
    """Every section of every chapter that has a rule."""
    for path in sorted(HERE.glob("*.md")):
        for part in path.read_text(encoding="utf-8").split("\n## ")[1:]:
            blocks = _BLOCK.findall(part)
            rules = [text for kind, text in blocks if kind == "regel"]
            if rules:
                questions = tuple(text for kind, text in blocks if kind == "fråga")
                yield Section(f"{path.stem}: {part.splitlines()[0]}", questions, rules[0], tuple(_table(part)))


def _table(text: str) -> Iterator[dict[str, str]]:
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")]
    for line in lines[2:]:
        yield dict(zip(lines[0], line, strict=True))
