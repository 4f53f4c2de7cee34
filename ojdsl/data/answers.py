"""An answers file: one row a unit, read and checked against the catalogue and its register."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256

from ojdsl.data.columns import Column, Header, Numbers, clean, near, read_header, whole_number
from ojdsl.data.extras import MissingExtra
from ojdsl.data.faults import Faults
from ojdsl.data.from_csv import read_csv
from ojdsl.data.from_excel import read_excel
from ojdsl.data.from_parquet import read_parquet
from ojdsl.data.table import Record, Table
from ojdsl.diagnostics.fact import Diagnostic, Fact, Place, Related
from ojdsl.model.nodes import Catalogue, Register

_THREE_DIGITS = re.compile("[1-9][0-9]{2}")


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One unit's answers: column → label, '' where blank. Holds every cell, and the gate (blank if the file has none)."""

    unit: str
    values: Mapping[str, str]
    line: int
    places: Mapping[str, int] = field(compare=False, repr=False)
    record: Record = field(compare=False, repr=False)

    def place(self, column: str) -> Place:
        """Where the answer stands in the file; the whole row for a column that the file does not have."""
        return self.record.place(self.places[column]) if column in self.places else self.record.whole()


@dataclass(frozen=True, slots=True)
class Answers:
    """All rows in the order of the file; `fingerprint` is the sha256 of its bytes, in hexadecimal."""

    rows: tuple[AnswerRow, ...]
    fingerprint: str


def read_answers(
    name: str, data: bytes, catalogue: Catalogue, ignored: Sequence[str] = (), sheet: str | None = None
) -> tuple[Answers | MissingExtra | None, list[Diagnostic]]:
    """The answers in a file, and all faults and notes; no answers (None) where there is an error.

    `name` is the path as shown; its ending tells Excel (`.xlsx`, `.xlsm`) and Parquet (`.parquet`) from CSV.
    `ignored` are patterns of columns to skip, `sheet` the sheet of a workbook (its first unless given).
    """
    table = _table(name, data, sheet)
    if isinstance(table, MissingExtra):
        return table, []
    if isinstance(table, Diagnostic):
        return None, [table]
    faults = Faults()
    reader = _Reader(read_header(catalogue, table.header, ignored, faults), catalogue, faults)
    rows = [row for record in table.records if (row := reader.row(record)) is not None]
    found = faults.found()
    answers = None if found else Answers(tuple(rows), sha256(data).hexdigest())
    return answers, [*found, *reader.notes()]


def _table(name: str, data: bytes, sheet: str | None) -> Table | Diagnostic | MissingExtra:
    ending = name.lower().rpartition(".")[2]
    if ending in ("xlsx", "xlsm"):
        return read_excel(name, data, sheet)
    return read_parquet(name, data) if ending == "parquet" else read_csv(name, data)


# --- rows -------------------------------------------------------------------------------------------------------------


class _Reader:
    """Reads record after record; remembers which units it has seen and which codes it has padded."""

    def __init__(self, header: Header, catalogue: Catalogue, faults: Faults) -> None:
        self._header = header
        self._blank = {catalogue.area.gate: ""}
        self._places = {column.name: column.index for column in header.columns}
        self._units = {unit.code for unit in catalogue.round.register.units}
        self._districts = districts(catalogue.round.register)
        self._faults = faults
        self._seen: dict[str, Record] = {}
        self._padded: list[tuple[str, str, Place]] = []

    def row(self, record: Record) -> AnswerRow | None:
        """The answers in one record; None where it is empty or cannot be used."""
        if record.fault is not None:
            self._faults.add(partial(replace, record.fault))
            return None
        if not any(map(str.strip, record.values)):
            return None
        if len(record.values) != self._header.width:
            self._faults.add(partial(_ragged, record, self._header.width))
            return None
        unit = self._unit(record)
        values = self._blank | {column.name: self._value(record, column) for column in self._header.columns}
        return None if unit is None else AnswerRow(unit, values, record.line, self._places, record)

    def notes(self) -> list[Diagnostic]:
        """One note on all codes that were padded."""
        if not self._padded:
            return []
        written, unit, place = self._padded[0]
        return [Diagnostic("OJ630", place, {"count": len(self._padded), "written": written, "unit": unit})]

    def _value(self, record: Record, column: Column) -> str:
        raw = record.values[column.index]
        if column.labels is None:
            return clean(raw)
        label = column.labels.get(raw)
        if label is not None or not raw:
            return label or ""
        value = clean(raw)
        if value and value not in column.labels:
            self._faults.add(partial(_unknown_value, record, column, value))
        return column.labels.get(value, "")

    def _unit(self, record: Record) -> str | None:
        """The unit of a row, None where there is a fault in it."""
        index = self._header.unit
        if index is None:
            return None
        written = clean(record.values[index])
        code = self._pad(written, record.place(index)) if _THREE_DIGITS.fullmatch(written) else written
        if code not in self._units:
            self._faults.add(partial(_unknown_unit, record.place(index), code, self._units, self._districts))
            return None
        if code in self._seen:
            self._faults.add(partial(_doubled_unit, record, self._seen[code], index, code))
            return None
        self._seen[code] = record
        return code

    def _pad(self, written: str, place: Place) -> str:
        code = f"0{written}"
        if code in self._units:
            self._padded.append((written, code, place))
        return code if code in self._units or code in self._districts else written


def districts(register: Register) -> dict[str, str]:
    """Municipalities that do not answer themselves, each with the code of its first district."""
    codes = {unit.code for unit in register.units}
    return {unit.municipality: unit.code for unit in reversed(register.units) if unit.municipality not in codes}


# --- faults -----------------------------------------------------------------------------------------------------------


def _ragged(record: Record, width: int) -> Diagnostic:
    return Diagnostic("OJ614", record.whole(), {"found": len(record.values), "expected": width})


def _unknown_value(record: Record, column: Column, value: str) -> Diagnostic:
    if isinstance(column.labels, Numbers):
        number = column.labels.number
        facts: dict[str, Fact] = {"value": value, "column": column.name, "min": number.min, "max": number.max}
        return Diagnostic("OJ635" if whole_number(value) is None else "OJ636", record.place(column.index), facts)
    return Diagnostic(
        "OJ615",
        record.place(column.index),
        {"value": value, "column": column.name, "allowed": column.allowed, "near": near(value, column.allowed)},
    )


def _unknown_unit(place: Place, code: str, units: set[str], split: Mapping[str, str]) -> Diagnostic:
    if not code:
        return Diagnostic("OJ619", place)
    if code in split:
        return Diagnostic("OJ617", place, {"unit": code, "district": split[code]})
    return Diagnostic("OJ616", place, {"unit": code, "near": near(code, sorted(units))})


def _doubled_unit(record: Record, first: Record, index: int, code: str) -> Diagnostic:
    related = Related(first.place(index), "first")
    return Diagnostic("OJ618", record.place(index), {"unit": code, "first": first.line, "line": record.line}, (related,))
