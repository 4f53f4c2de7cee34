"""Bytes to text: what is refused, and where."""

from __future__ import annotations

import pytest

from ojdsl.diagnostics.fact import position_of
from ojdsl.syntax.decode import LARGEST, decode


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"a: b\n", "a: b\n"),
        (b"\xef\xbb\xbfa: b\n", "a: b\n"),
        (b"a: b\r\nc: d\r\n", "a: b\r\nc: d\r\n"),
        ("å: 😀\n".encode(), "å: 😀\n"),
        (b"a" * LARGEST, "a" * LARGEST),
    ],
)
def test_good_text(content: bytes, text: str) -> None:
    source, faults = decode("f.yaml", content)
    assert faults == []
    assert source is not None
    assert (source.name, source.text) == ("f.yaml", text)


@pytest.mark.parametrize(
    ("content", "code", "line", "column"),
    [
        ("a: b\nå: ö\n".encode("latin-1"), "OJ101", 2, 1),
        ("å: ö".encode() + b"\xff", "OJ101", 1, 5),
        ("a: b\n".encode("utf-16"), "OJ101", 1, 1),
        (b"a" * (LARGEST + 1), "OJ102", 1, 1),
        (b"", "OJ103", 1, 1),
        (b"\xef\xbb\xbf", "OJ103", 1, 1),
        (b" \n\r\n", "OJ103", 1, 1),
        (b"a:\n\t- b\n", "OJ104", 2, 1),
        (b"a: b\x00\n", "OJ105", 1, 5),
        (b"a: \x1b[2J\n", "OJ105", 1, 4),
        (b"a: b\rc: d\n", "OJ105", 1, 5),
        ("å: a\u202eb\n".encode(), "OJ105", 1, 5),
        ("a: b\u200bc\n".encode(), "OJ105", 1, 5),
        ("a: b\u2028c\n".encode(), "OJ105", 1, 5),
        ("a: b\u0085c\n".encode(), "OJ105", 1, 5),
        ("a: b\ufeffc\n".encode(), "OJ105", 1, 5),
    ],
)
def test_a_refused_file(content: bytes, code: str, line: int, column: int) -> None:
    source, faults = decode("f.yaml", content)
    assert source is None
    assert [(fault.code, position_of(fault.place).line, position_of(fault.place).column) for fault in faults] == [
        (code, line, column)
    ]
