"""The register of a round: units, groups and sources, read from three CSV texts (`,`, a header, RFC 4180 quoting)."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from ojdsl.diagnostics.fact import Diagnostic, Related
from ojdsl.diagnostics.near import nearest
from ojdsl.model.nodes import Group, Register, Unit
from ojdsl.source import Source, Span

LEVELS = ("riket", "lan", "storstad", "befolkningsklass", "kommungrupp")
NATION = "riket"

_UNIT_COLUMNS = (
    *("enhet", "namn", "slag", "kommun", "lan", "befolkningsklass", "kommungrupp"),
    *("giltig_fran", "giltig_till", "eftertradare", "kalla"),
)
_GROUP_COLUMNS = ("niva", "grupp", "namn", "giltig_fran", "giltig_till", "kalla")
_SOURCE_COLUMNS = ("kalla", "beskrivning", "galler")


def read_register(units: Source, groups: Source, sources: Source) -> tuple[Register | None, list[Diagnostic]]:
    """The register written in `enheter.csv`, `grupper.csv` and `kallor.csv`, and all faults in them.

    Units come in order of code; groups in the order of `LEVELS`, then of code. None where there is a fault.
    """
    source_rows, source_faults = _read(sources, _SOURCE_COLUMNS, ("kalla",))
    group_rows, group_faults = _read(groups, _GROUP_COLUMNS, ("niva", "grupp"))
    unit_rows, unit_faults = _read(units, _UNIT_COLUMNS, ("enhet",))
    found = [*source_faults, *group_faults, *unit_faults]

    known_sources = {row.values["kalla"] for row in source_rows}
    codes = {level: [row.values["grupp"] for row in group_rows if row.values["niva"] == level] for level in LEVELS}
    if not source_faults:
        found += chain.from_iterable(_unknown_source(row, known_sources, sources) for row in (*group_rows, *unit_rows))
    found += chain.from_iterable(map(_unknown_level, group_rows))
    if not group_faults:
        found += chain.from_iterable(_unknown_groups(row, codes, groups) for row in unit_rows)
    if found:
        return None, found
    return Register(
        units=tuple(sorted((_unit(row.values, codes) for row in unit_rows), key=lambda unit: unit.code)),
        groups=tuple(sorted(map(_group, group_rows), key=lambda group: (LEVELS.index(group.level), group.code))),
        sources={row.values["kalla"]: (row.values["beskrivning"], row.values["galler"]) for row in source_rows},
    ), []


# --- nodes ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Row:
    values: Mapping[str, str]
    span: Span


def _unit(row: Mapping[str, str], codes: Mapping[str, list[str]]) -> Unit:
    return Unit(
        code=row["enhet"],
        name=row["namn"],
        kind=row["slag"],
        municipality=row["kommun"],
        groups=_groups_of(row, codes),
        valid_from=row["giltig_fran"],
        valid_to=row["giltig_till"],
        successor=row["eftertradare"],
        source=row["kalla"],
    )


def _groups_of(row: Mapping[str, str], codes: Mapping[str, list[str]]) -> dict[str, str]:
    city = {"storstad": row["kommun"]} if row["kommun"] in codes["storstad"] else {}
    written = {level: row[level] for level in ("befolkningsklass", "kommungrupp")}
    return {NATION: NATION, "lan": row["lan"], **city, **written}


def _group(row: _Row) -> Group:
    values = row.values
    return Group(values["niva"], values["grupp"], values["namn"], values["giltig_fran"], values["giltig_till"], values["kalla"])


# --- faults -----------------------------------------------------------------------------------------------------------


def _unknown_source(row: _Row, known: set[str], sources: Source) -> Iterator[Diagnostic]:
    key = row.values["kalla"]
    if key not in known:
        yield Diagnostic("OJ623", row.span, {"key": key, "file": sources.name, "near": nearest(key, known)})


def _unknown_level(row: _Row) -> Iterator[Diagnostic]:
    level = row.values["niva"]
    if level not in LEVELS:
        yield Diagnostic("OJ626", row.span, {"level": level, "levels": LEVELS, "near": nearest(level, LEVELS)})


def _unknown_groups(row: _Row, codes: Mapping[str, list[str]], groups: Source) -> Iterator[Diagnostic]:
    for level, code in _groups_of(row.values, codes).items():
        if code not in codes[level]:
            facts = {"unit": row.values["enhet"], "group": code, "level": level, "file": groups.name}
            yield Diagnostic("OJ622", row.span, facts)


# --- CSV --------------------------------------------------------------------------------------------------------------


def _read(source: Source, columns: tuple[str, ...], key: tuple[str, ...]) -> tuple[list[_Row], list[Diagnostic]]:
    """The rows of one file that can be read, and its faults; `key` are the columns that identify a row."""
    records, found = _records(source)
    header, span = records[0] if records else ([], Span(source, 0, 0))
    missing = tuple(column for column in columns if column not in header)
    if missing:
        return [], [*found, Diagnostic("OJ620", span, {"missing": missing, "header": ",".join(columns)})]
    for index, column in enumerate(header):
        if column not in columns or column in header[:index]:
            found.append(Diagnostic("OJ627", span, {"column": column, "header": ",".join(columns)}))

    rows: list[_Row] = []
    first: dict[tuple[str, ...], Span] = {}
    for values, span in records[1:]:
        if len(values) != len(header):
            found.append(Diagnostic("OJ624", span, {"found": len(values), "expected": len(header)}))
            continue
        row = _Row(dict(zip(header, values, strict=True)), span)
        found += [Diagnostic("OJ628", span, {"column": column}) for column in key if not row.values[column]]
        name = tuple(row.values[column] for column in key)
        if name in first:
            found.append(Diagnostic("OJ621", span, {"key": " ".join(name)}, (Related(first[name], "first"),)))
        first.setdefault(name, span)
        rows.append(row)
    return rows, found


def _records(source: Source) -> tuple[list[tuple[list[str], Span]], list[Diagnostic]]:
    """The records that are not empty, each with the span of its lines; a fault in the quoting ends the reading."""
    taken = 0

    def lines() -> Iterator[str]:
        nonlocal taken
        for line in source.text.split("\n"):
            taken = min(taken + len(line) + 1, len(source.text))
            yield line + "\n"

    reader = csv.reader(lines(), strict=True)
    records: list[tuple[list[str], Span]] = []
    start = 0
    try:
        for values in reader:
            if any(values):
                end = start + len(source.text[start:taken].rstrip("\r\n"))
                records.append((values, Span(source, start, end)))
            start = taken
    except csv.Error:
        return records, [Diagnostic("OJ625", Span(source, start, taken))]
    return records, []
