"""The tables of docs/guiden-2017-berakningar.md, of what `calculations` finds; no sentence of the guide is repeated."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ojdsl.diagnostics.render import form
from tests.guide.calculations import Difference, Judged, Part, Stopped, Verdict
from tests.guide.forms import FORMS, SAYS, Forms, counted
from tests.guide.printed import Sentence
from tests.real import ROOT

PAGE = ROOT / "docs" / "guiden-2017-berakningar.md"
END = "<!-- slut -->"
SWEDISH: dict[Verdict, str] = {
    "equal": "förstås och är lika",
    "different": "**förstås och är olika**",
    "not understood": "förstås inte",
    "missing": "står inte, fast svar lämnar nämnaren",
    "not said": "står inte",
}
WHY = {
    "words": "orden",
    "question": "frågan finns inte eller kan inte få svaret",
    "answer": "frågan har inget sådant svar",
    "part": "det står inte vilken del av frågan",
    "number": "antalet stämmer inte",
    "marker": "listan",
    "grouping": "kan läsas på flera sätt",
}
"""Why reading stopped, by the kind of a misreading."""


def page(found: Sequence[Judged], guide: bytes, before: str) -> str:
    """The page with its tables as they are now."""
    for name, made in tables(found, guide).items():
        head, start, rest = before.partition(f"<!-- {name} -->\n")
        if not start:
            raise ValueError(name)
        before = head + start + made + END + rest.partition(END)[2]
    return before


def tables(found: Sequence[Judged], guide: bytes) -> dict[str, str]:
    """Every table by its name in the page."""
    made = {"totals": totals(found, guide), "calculations": calculations(found)}
    return {**made, "says": forms(found, SAYS), "forms": forms(found, FORMS)}


def totals(found: Sequence[Judged], guide: bytes) -> str:
    """The counts: of texts, rules and denominators."""
    known = [one for one in found if one.members]
    lines = ["| | " + " | ".join(one.strip("*") for one in SWEDISH.values()) + " |", "|---|---|---|---|---|---|"]
    rows = {
        f"beräkningar ({len(known)})": Counter(one.whole for one in known),
        "regler": Counter(one.rule.verdict for one in known),
        "nämnare": Counter(one.denominator.verdict for one in known),
        f"regler, per indikator och bakgrundsmått ({sum(len(one.members) for one in known)})": Counter(
            one.rule.verdict for one in known for _ in one.members
        ),
    }
    lines += [f"| {name} | " + " | ".join(str(row[verdict]) for verdict in SWEDISH) + " |" for name, row in rows.items()]
    unknown = len(found) - len(known)
    lines += ["", f"Beräkningar vars indikator inte finns i `specs/`: {unknown}.", ""]
    lines.append(f"Den lästa texten har {len(guide.splitlines())} rader och SHA-256 `{hashlib.sha256(guide).hexdigest()}`.")
    return "\n".join(lines) + "\n"


def calculations(found: Sequence[Judged]) -> str:
    """A row for each calculation, in the order of print."""
    lines = ["| rad | beräkning | regeln | nämnaren | utfall utan mening |", "|---|---|---|---|---|"]
    for one in found:
        if not one.members:
            lines.append(
                f"| {one.described.line} | {one.described.names[0] if one.described.names else '–'} | finns inte i specs | | |"
            )
            continue
        name = one.members[0].family or one.members[0].id
        several = f" ({len(one.members)} indikatorer)" if len(one.members) > 1 else ""
        without = ", ".join(one.without) or "–"
        lines.append(f"| {one.described.line} | {name}{several} | {_part(one.rule)} | {_part(one.denominator)} | {without} |")
    return "\n".join(lines) + "\n"


def forms(found: Sequence[Judged], which: Forms) -> str:
    """How many sentences have each form, and how many of those are understood."""
    lines = ["| form | meningar | varav förstås |", "|---|---|---|"]
    table = counted(sentences(found), which)
    lines += [f"| {name} | {number} | {good} |" for name, (number, good) in table.items()]
    return "\n".join(lines) + "\n"


def sentences(found: Sequence[Judged]) -> Iterator[tuple[Sentence, bool]]:
    """Every sentence of the calculations, and whether it is understood."""
    for one in found:
        stopped = {stop.sentence for part in (one.rule, one.denominator) for stop in part.stopped}
        yield from ((sentence, sentence not in stopped) for sentence in one.described.sentences if one.members)


def _part(part: Part) -> str:
    told = [SWEDISH[part.verdict], *map(_stop, part.stopped), *map(_difference, part.differences)]
    return "<br>".join(told)


def _stop(stop: Stopped) -> str:
    word = re.sub(r"[^\w()/-]", "", stop.sentence.word_at(stop.at.position)) or "–"
    return f"rad {stop.sentence.line_at(stop.at.position)}, vid ”{word}”: {WHY[stop.at.kind]}"


def _difference(one: Difference) -> str:
    example = re.sub(" {2,}", ": ", form(one.example).replace("\n", "; ")) if one.example else ""
    return f"{one.what}, till exempel för {example}" if example else one.what
