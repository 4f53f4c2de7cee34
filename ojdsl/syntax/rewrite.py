"""One text of a YAML file written anew; every other character of the file stays as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from ojdsl.source import Source, Span

_PLAIN = re.compile(r"\w(?:[^:#\n\[\]{},]|,(?= )|:(?=\w))*[^:#\s\[\]{},]|\w")
"""Texts that no reader of YAML takes for anything else, wherever they stand."""
_HEADER = re.compile(r"[|>][^\n]*\n")


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A scalar's place, and the value that it is to have."""

    span: Span
    value: str


def rewritten(source: Source, rewrites: Iterable[Rewrite]) -> str:
    """The whole text of a file with some scalars of new value. What was written as a block stays one."""
    text = source.text
    for one in sorted(rewrites, key=lambda one: one.span.start, reverse=True):
        text = text[: one.span.start] + scalar(one.span, one.value) + text[one.span.end :]
    return text


def scalar(span: Span, value: str) -> str:
    """A value as it is written in the place of another, in the way that the other was if that can be."""
    raw = span.text
    header = _HEADER.match(raw)
    if header:
        return _block(raw, header[0], value, span.source.newline)
    if "\n" in value or raw.startswith('"'):
        return json.dumps(value, ensure_ascii=False)  # a text in JSON's quotes is one in YAML's
    if raw.startswith("'") or not _PLAIN.fullmatch(value):
        return "'" + value.replace("'", "''") + "'"
    return value


def _block(raw: str, header: str, value: str, newline: str) -> str:
    """Lines below `|`, indented as those before; what was folded is written line by line."""
    lines = raw[len(header) :].splitlines()
    first = next((line for line in lines if line.strip()), "")
    indent = first[: len(first) - len(first.lstrip(" "))]
    after = raw[len(raw.rstrip()) :]
    body = newline.join(f"{indent}{line}" if line else "" for line in value.split("\n"))
    return f"{header.replace('>', '|', 1)}{body}{after}"
