"""The printed guide's own questions and rules with its faults, one Markdown file each, and what the compiler says of them.

`rules/` has every description of the print once, its rule as it stands there; `others/` has one fault each, the rest read
as the specs read it. A file says which lines of the print it is about and what stands there, in our words. Its
```yaml fil=PATH blocks are specs; texts that an indicator must have and the case is not about are filled in. ```text is
exactly what the compiler says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ojdsl import pipeline
from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.diagnostics.render import as_text, form, message
from tests.real import AREA, files

HERE = Path(__file__).resolve().parent
_SHARED = ("specs/gemensamt/", "specs/2017/omgång.yaml", "specs/2017/register/")
_UNUSED_HERE = {"OJ342", "OJ343", "OJ346", "OJ348"}
"""Shared names that the few specs of a case leave unused."""
_BLOCK = re.compile(r"^```yaml fil=(\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEAD = re.compile(r"# (?P<title>.+)\n\nrader: (?P<lines>.+)\n\n(?P<says>.+)\n")
_FILLED = {
    "indikator": {
        "namn": "Namn",
        "kortnamn": "Namn",
        "verksamhet": "\n  - missbruk",
        "mått": "Mått.",
        "kvalitetsområde": "Kunskapsbaserad verksamhet",
        "indikatorområde": "Område",
        "syfte": "Syfte.",
        "målvärde": "Mål.",
        "typ": "Struktur",
    },
    "bakgrundsmått": {"namn": "Namn", "kortnamn": "Namn", "mått": "Mått.", "syfte": "Syfte."},
}


@dataclass(frozen=True)
class Case:
    """One file."""

    path: Path

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    def head(self, name: str) -> str:
        """The title, the lines of the print, or what the print says."""
        found = _HEAD.match(self.text)
        assert found, self.path
        return found[name]

    @cached_property
    def faults(self) -> list[Diagnostic]:
        """What the compiler says of the case's specs."""
        written = {name: _filled(body) for name, body in _BLOCK.findall(self.text)}
        listed: dict[str, list[str]] = {"indikator": [], "bakgrundsmått": []}
        for body in written.values():
            kind, _, name = body.splitlines()[0].partition(": ")
            listed.get(kind, []).append(name)
        area = "område: missbruk\nnamn: Området\nsektion: M\nrad: Missbruk\nsvarande: 296\n"
        area += _list("indikatorer", listed["indikator"]) + _list("bakgrundsmått", listed["bakgrundsmått"])
        shared = {name: content for name, content in files().items() if name.startswith(_SHARED)}
        made = {name: body.encode() for name, body in written.items()}
        project = pipeline.read({**shared, f"{AREA}/område.yaml": area.encode(), **made})
        return [fault for fault in pipeline.check(project, [AREA]).faults if fault.code not in _UNUSED_HERE]

    def told(self) -> str:
        """The faults as a terminal shows them."""
        return "\n\n".join(map(as_text, self.faults)) + "\n"

    def expected(self) -> str:
        return self.text.partition("```text\n")[2].removesuffix("```\n")

    def accept(self) -> None:
        """Writes what the compiler says now as what it should say."""
        kept = self.text.partition("```text\n")[0].rstrip()
        self.path.write_text(f"{kept}\n\n```text\n{self.told()}```\n", encoding="utf-8")


def cases(folder: str) -> list[Case]:
    """The cases of a folder in the order of the print."""
    found = [Case(path) for path in (HERE / folder).glob("*.md")]
    return sorted(found, key=lambda case: (int(re.split(r"\D", case.head("lines"))[0]), case.path.name))


def table(folder: str) -> str:
    """The cases of a folder as a Markdown table."""
    lines = ["| rad | trycket | ojdsl |", "|---|---|---|"]
    for case in cases(folder):
        link = f"[{case.head('title')}](../tests/guide/{folder}/{case.path.name})"
        told = "<br>".join(dict.fromkeys(map(_in_short, case.faults)))
        lines.append(f"| {case.head('lines')} | {link}. {case.head('says')} | {told} |")
    return "\n".join(lines) + "\n"


def totals() -> str:
    """How many faults the compiler tells of, and of how many kinds."""
    parts = []
    for folder, what in (("rules", "beskrivningarnas beräkningar"), ("others", "de enskilda felen")):
        found = [fault for case in cases(folder) for fault in case.faults]
        parts.append(f"{len(found)} meddelanden om {what} ({len(cases(folder))} fall, {len({one.code for one in found})} slag)")
    return f"Tillsammans: {' och '.join(parts)}.\n"


def _in_short(fault: Diagnostic) -> str:
    example = fault.counterexample
    shown = "; ".join(re.sub(" {2,}", ": ", line) for line in form(example).splitlines()) if example else ""
    return f"[{fault.code}](fel/{fault.code}.md) {message(fault)}" + (f" Till exempel {shown}." if shown else "")


def _filled(body: str) -> str:
    """A spec with the texts that it lacks, at its end: the lines of what is written stay what they are."""
    texts = _FILLED.get(body.partition(":")[0], {})
    more = [f"{key}: {text}\n" for key, text in texts.items() if not re.search(rf"^{key}:", body, re.MULTILINE)]
    return body + "".join(more)


def _list(key: str, names: list[str]) -> str:
    return f"{key}: []\n" if not names else f"{key}:\n" + "".join(f"  - {name}\n" for name in names)
