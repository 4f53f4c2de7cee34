"""CSV to records: UTF-8, RFC 4180, `;` or `,` as the header shows, LF or CRLF. Keeps the offset of every record."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ojdsl.data.table import LARGEST_WIDTH, Record, Table
from ojdsl.diagnostics.fact import Diagnostic, Position
from ojdsl.source import Source, Span

# The quantifiers are possessive (`*+`): nothing is ever tried twice, so that no text can make the reading slow.
_QUOTED = re.compile(r'"[^"]*+(?:""[^"]*+)*+"?+')
_BARE = {delimiter: re.compile(rf"[^{delimiter}\n]*+") for delimiter in ",;"}
_HEADER_MARK = re.compile(rf"{_QUOTED.pattern}|[;,\n]")
_WHOLE_QUOTED = re.compile(r'"[^"]*+(?:""[^"]*+)*+"')


@dataclass(frozen=True)
class CsvRecord:
    """A record of a CSV text, from offset `start` up to its line break at `end`; see `ojdsl.data.table.Record`."""

    source: Source
    delimiter: str
    start: int
    end: int
    values: tuple[str, ...]
    fault: Diagnostic | None = None

    @property
    def line(self) -> int:
        return self.source.position(self.start)[0]

    def whole(self) -> Span:
        return Span(self.source, self.start, self.end)

    def place(self, index: int) -> Span:
        return Span(self.source, *self._fields[index])

    @cached_property
    def _fields(self) -> list[tuple[int, int]]:
        return _fields(self.source.text, self.start, self.delimiter)


def read_csv(name: str, data: bytes) -> Table | Diagnostic:
    """The table in a CSV file, or why there is none. A fault in one row stands on its record."""
    text = _decoded(name, data)
    if isinstance(text, Diagnostic):
        return text
    source = Source(name, text)
    start = len(text) - len(text.lstrip())
    if start == len(text):
        return Diagnostic("OJ602", Position(name))
    delimiter = _delimiter(source, start)
    if isinstance(delimiter, Diagnostic):
        return delimiter
    records = _records(source, start, delimiter)
    header = next(records)
    return header.fault or Table(header, records)


def _decoded(name: str, data: bytes) -> str | Diagnostic:
    body = data.removeprefix(BOM_UTF8)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        before = body[: error.start].decode("utf-8")
        line, column = Source(name, before).position(len(before))
        return Diagnostic("OJ601", Position(name, line, column, line, column + 1))


def _delimiter(source: Source, start: int) -> str | Diagnostic:
    """The one of `;` and `,` that the header uses outside quotation marks."""
    found: Counter[str] = Counter()
    end = len(source.text)
    for match in _HEADER_MARK.finditer(source.text, start):
        if match[0] == "\n":
            end = match.start()
            break
        found[match[0]] += match[0] in (";", ",")
    used = [mark for mark in ";," if found[mark]]
    if len(used) == 1 and found[used[0]] < LARGEST_WIDTH:
        return used[0]
    if len(used) == 1:
        return Diagnostic("OJ607", Span(source, start, end), {"format": "CSV"})
    return Diagnostic("OJ603" if used else "OJ604", Span(source, start, end))


def _records(source: Source, start: int, delimiter: str) -> Iterator[Record]:
    """Every record from `start` on; a line of white space alone is a record of blank values."""
    text, at = source.text, start
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if text.find('"', at, end) < 0:
            stop = end - 1 if text.endswith("\r", at, end) else end
            yield CsvRecord(source, delimiter, at, stop, tuple(text[at:stop].split(delimiter)))
        else:
            record = _quoted_record(source, at, delimiter)
            yield record
            end = text.find("\n", record.end)
            end = len(text) if end < 0 else end
        at = end + 1


def _quoted_record(source: Source, start: int, delimiter: str) -> CsvRecord:
    spans = _fields(source.text, start, delimiter)
    end = spans[-1][1]
    values = [_value(source.text[first:last]) for first, last in spans]
    wrong = next((span for span, value in zip(spans, values, strict=True) if value is None), None)
    if wrong is None:
        return CsvRecord(source, delimiter, start, end, tuple(value or "" for value in values))
    place = Span(source, *wrong)
    unclosed = place.text.startswith('"') and _QUOTED.fullmatch(place.text) is not None
    return CsvRecord(source, delimiter, start, end, (), Diagnostic("OJ606" if unclosed else "OJ605", place))


def _fields(text: str, start: int, delimiter: str) -> list[tuple[int, int]]:
    """The offsets of each field of the record at `start`, quotation marks included, the line break not."""
    spans: list[tuple[int, int]] = []
    while True:
        quoted = _QUOTED.match(text, start)
        bare = _BARE[delimiter].match(text, quoted.end() if quoted else start)
        end = bare.end() if bare else start
        if text.startswith(delimiter, end):
            spans.append((start, end))
            start = end + 1
        else:
            return [*spans, (start, end - 1 if text.endswith("\r", start, end) else end)]


def _value(raw: str) -> str | None:
    """What a field says; None where its quotation marks are wrong."""
    if '"' not in raw:
        return raw
    return raw[1:-1].replace('""', '"') if _WHOLE_QUOTED.fullmatch(raw) else None
