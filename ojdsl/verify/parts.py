"""The rows of a description taken apart: a question's wording, its answers, the calculation, the dates …

The same is done to what a document should say and to what it says, so that like is compared with like.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ojdsl.verify.lines import Line, folded

TECHNICAL, PURPOSE = "Teknisk beskrivning", "Syfte"
BASED_ON, CALCULATION, CLARIFICATION = "Bygger på", "Beräkning", "Förtydligande"
LEVELS = "Redovisningsnivåer"
ASKED, WORDING, TERMS, ANSWERS = "villkor", "lydelse", "definition", "svarsalternativ"
NAMES = re.compile(r"indikatornamn|(?:indikatorns )?kortnamn\b.*", re.IGNORECASE)
"""The rows that name an indicator."""

_QUESTION = re.compile(r"fråga (\(?[A-ZÅÄÖ]+\)?) ?(\d+(?:\.\d+)*) ?([a-zåäö]?)[.:]?", re.IGNORECASE)
_BASED = re.compile(r"(?:indikatorn|indikatorerna|bakgrundsmåttet) bygger på\b.*", re.IGNORECASE)
_LABELS = (
    (CALCULATION, re.compile(r"beräkning:?", re.IGNORECASE)),
    (CLARIFICATION, re.compile(r"förtydligande\b.{0,40}", re.IGNORECASE)),
    ("Redovisas som", re.compile(r"redovisas som(?::.*)?", re.IGNORECASE)),
    (LEVELS, re.compile(r"redovisningsnivåer:.*", re.IGNORECASE)),
    ("Mätdatum", re.compile(r"mätdatum:.*", re.IGNORECASE)),
    ("Mätperiod", re.compile(r"mätperiod:.*", re.IGNORECASE)),
    ("Datatäckning", re.compile(r"datatäckning:.*", re.IGNORECASE)),
)
_SET_OFF = (CALCULATION, CLARIFICATION)
_LISTED = re.compile(r"(lagstöd|underlag):?", re.IGNORECASE)
_ASKED = re.compile(r"ställs (?:om|för|rad)\b.*", re.IGNORECASE)
_ANSWERS = re.compile(r"svar(?:salternativ)?\b[^:]{0,60}:.*", re.IGNORECASE)
_TERMS = re.compile(r"definition(?:er)?:?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Key:
    """Which part: the row, and within it the part; for a question also its number as it is printed."""

    row: str
    part: str = ""
    question: str = ""

    @property
    def shown(self) -> str:
        """`Syfte`, `Beräkning`, `fråga (G)2 a, lydelse`."""
        if self.question:
            return f"fråga {self.question}, {self.part}"
        return self.part or self.row


Parts = Mapping[Key, tuple[Line, ...]]
"""The lines of each part."""


def parts_of(rows: Mapping[str, tuple[Line, ...]], names: Mapping[str, str], marked: bool) -> Parts:
    """Every line of the rows in its part; rows are in the order that they have. `marked`: labels stand out from the text, so that
    words alone make none."""
    found: dict[Key, list[Line]] = {}
    for name, lines in rows.items():
        shown = names.get(name, name)
        for key, line in _of_row(name, shown, lines, marked):
            part = found.setdefault(key, [])
            if line is not None:
                part.append(line)
    return {key: tuple(lines) for key, lines in found.items()}


def _of_row(name: str, shown: str, lines: Iterable[Line], marked: bool) -> Iterator[tuple[Key, Line | None]]:
    yield Key(shown), None
    if name == folded(TECHNICAL):
        yield from _technical(shown, lines, marked)
        return
    part = ""
    for line in lines:
        labels = line.role != "item" and name == folded(PURPOSE) and (line.role == "label" or not marked)
        label = _LISTED.fullmatch(folded(line.original)) if labels else None
        part = label[1].capitalize() if label else part
        yield Key(shown, part), None if label else line


def _technical(row: str, lines: Iterable[Line], marked: bool) -> Iterator[tuple[Key, Line | None]]:
    key, begun, lines = Key(row), False, tuple(lines)
    begins = _begins(lines, marked)
    calculated = min((number for number, name in begins.items() if name == CALCULATION and marked), default=len(lines))
    for number, line in enumerate(lines):
        text = folded(line.original) if line.role != "item" else ""
        label = text if line.role == "label" or not marked else ""
        of_question = label if number < calculated else ""  # below, it is the name of a member
        first, begun = begun, False
        if found := _QUESTION.fullmatch(of_question):
            begun = True
            key = Key(row, WORDING, _printed(found))
            yield key, None
        elif _BASED.fullmatch(of_question):
            key = Key(row, BASED_ON)
            yield key, None
        elif number in begins and not (marked and key.question and key.part != ANSWERS):  # a question's answers come last
            name = begins[number]
            key = Key(row, name)
            yield key, None if name in _SET_OFF else line
        elif key.question:
            key, own = _in_question(key, text, label, first)
            yield key, line if own else None
        else:
            yield key, line


def _begins(lines: Sequence[Line], marked: bool) -> dict[int, str]:
    """The parts outside the questions by the lines that they begin with. What people write comes before the facts and may look
    like them, so that the last such line counts; but the names of members stand below the first label of a calculation."""
    found: dict[str, int] = {}
    for number, line in enumerate(lines):
        for name, pattern in _LABELS if line.role != "item" else ():
            is_label = line.role == "label" or not marked or name not in _SET_OFF
            if is_label and pattern.fullmatch(folded(line.original)) and not (marked and name == CALCULATION and name in found):
                found[name] = number
    return {number: name for name, number in found.items()}


def _in_question(key: Key, text: str, label: str, first: bool) -> tuple[Key, bool]:
    """The part of the question that a line belongs to, and whether the line is more than its label. A condition comes first."""
    if _TERMS.fullmatch(label):
        return Key(key.row, TERMS, key.question), False
    if _ANSWERS.fullmatch(text):
        return Key(key.row, ANSWERS, key.question), True
    if first and _ASKED.fullmatch(text):
        return Key(key.row, ASKED, key.question), True
    return (Key(key.row, WORDING, key.question) if key.part == ASKED else key), True


def _printed(found: re.Match[str]) -> str:
    section = found[1].strip("()").upper()
    return f"({section}){found[2]} {found[3].lower()}".rstrip()
