"""The header of an answers file: which column holds what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import partial
from unicodedata import normalize

from ojdsl.data.faults import Faults
from ojdsl.data.table import Record
from ojdsl.diagnostics.fact import Diagnostic, Related
from ojdsl.diagnostics.near import nearest
from ojdsl.model.nodes import Catalogue, Cell, Number, Question

UNIT = "enhet"
_LONGEST_WORD = 80
_NUMBER = re.compile(r"0*([0-9]{1,18})(?:\.0)?")


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is read: its number from 0 and, unless it takes any text, what each accepted value stands for."""

    name: str
    index: int
    allowed: tuple[str, ...]
    labels: Mapping[str, str] | None


@dataclass(frozen=True, slots=True)
class Header:
    """`width` columns, of which `unit` (a number from 0, None if missing) and `columns` are read."""

    width: int
    unit: int | None
    columns: tuple[Column, ...]


class Numbers(Mapping[str, str]):
    """Every way to write a whole number within bounds → the number: `12`, `012` and, as typed tables export it, `12.0`."""

    def __init__(self, number: Number) -> None:
        self.number = number

    def __getitem__(self, text: str) -> str:
        value = whole_number(text)
        if value is None or not self.number.min <= value <= self.number.max:
            raise KeyError(text)
        return str(value)

    def __iter__(self) -> Iterator[str]:
        return map(str, range(self.number.min, self.number.max + 1))

    def __len__(self) -> int:
        return self.number.max - self.number.min + 1


def whole_number(text: str) -> int | None:
    """The number that a text is; None where it is no whole number."""
    found = _NUMBER.fullmatch(text)
    return None if found is None else int(found[1])


def clean(value: str) -> str:
    """NFC, no-break spaces as spaces, without outer white space."""
    return normalize("NFC", value).replace("\N{NO-BREAK SPACE}", " ").strip()


def near(word: str, known: Sequence[str]) -> tuple[str, ...]:
    """The known names nearest to `word`; none for what is too long to be a slip of the pen, and slow to compare."""
    return nearest(word, known) if len(word) <= _LONGEST_WORD else ()


def read_header(catalogue: Catalogue, header: Record, ignored: Sequence[str], faults: Faults) -> Header:
    """What the columns hold. Missing, unknown, doubled and nameless columns are added to `faults`."""
    names = [clean(name) for name in header.values]
    needed = (UNIT, *(cell.column for cell in catalogue.cells()))
    known = sorted({*needed, catalogue.area.gate, *_optional(catalogue)})
    first: dict[str, int] = {}
    for index, name in enumerate(names):
        if name not in known and any(fnmatchcase(name, pattern) for pattern in ignored):
            continue
        if not name:
            faults.add(partial(_nameless, header, index))
        elif name not in known:
            faults.add(partial(_unknown, header, index, name, known))
        elif name in first:
            faults.add(partial(_doubled, header, index, name, first[name]))
        first.setdefault(name, index)
    missing = tuple(name for name in needed if name not in first)
    if missing:
        faults.add(partial(Diagnostic, "OJ610", header.whole(), {"missing": missing}))
    columns = (_column(name, first[name], labels) for name, labels in _accepted(catalogue).items() if name in first)
    return Header(len(names), first.get(UNIT), tuple(columns))


def _nameless(header: Record, index: int) -> Diagnostic:
    return Diagnostic("OJ613", header.place(index), {"number": index + 1})


def _unknown(header: Record, index: int, name: str, known: Sequence[str]) -> Diagnostic:
    return Diagnostic("OJ611", header.place(index), {"column": name, "near": near(name, known)})


def _doubled(header: Record, index: int, name: str, first: int) -> Diagnostic:
    return Diagnostic("OJ612", header.place(index), {"column": name}, (Related(header.place(first), "first"),))


def _column(name: str, index: int, accepted: tuple[tuple[str, ...], Mapping[str, str]] | None) -> Column:
    return Column(name, index, (), None) if accepted is None else Column(name, index, *accepted)


# --- values -----------------------------------------------------------------------------------------------------------


def _accepted(catalogue: Catalogue) -> dict[str, tuple[tuple[str, ...], Mapping[str, str]] | None]:
    """For the gate and every cell: its labels, and what each accepted value stands for; None takes any text."""
    cells = {cell.column: _cell_values(question, cell) for question in catalogue.questions for cell in question.cells}
    return {catalogue.area.gate: (("Ja", "Nej"), _marks(("Ja", "Nej"))), **cells}


def _cell_values(question: Question, cell: Cell) -> tuple[tuple[str, ...], Mapping[str, str]] | None:
    if cell.number is not None:
        return (), Numbers(cell.number)
    if cell.kind == "text":
        return None
    if cell.kind == "mark":
        return cell.labels, _marks(cell.labels)
    alternatives = [item for item in question.alternatives if item.label in cell.labels]
    codes = {clean(item.code): item.label for item in alternatives}
    texts = {clean(item.text): item.label for item in alternatives}
    labels = {clean(label): label for label in cell.labels}
    return cell.labels, codes | texts | labels


def _marks(labels: tuple[str, ...]) -> dict[str, str]:
    return {label.lower(): label for label in labels} | {label: label for label in labels}


# --- columns that may be there and are not read -----------------------------------------------------------------------


def _optional(catalogue: Catalogue) -> set[str]:
    """Free text beside an alternative or a row, and comments to a question or a cell."""
    names: set[str] = set()
    for question in catalogue.questions:
        names.add(f"{question.column}_kommentar")
        for cell in question.cells:
            names |= {f"{cell.column}_kommentar", *_free_texts(question, cell)}
    return names


def _free_texts(question: Question, cell: Cell) -> set[str]:
    free = [item for item in question.alternatives if item.free_text]
    beside_row = any(row.free_text for row in question.rows if row.label == cell.row)
    beside_mark = any(item.label == cell.alternative for item in free)
    beside_choice = {f"{cell.column}_{item.code}_text" for item in free} if cell.kind == "choice" else set()
    return beside_choice | ({f"{cell.column}_text"} if beside_row or beside_mark or beside_choice else set())
