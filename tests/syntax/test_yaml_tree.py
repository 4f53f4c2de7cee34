"""YAML to a tree with places: everything is text, and what is not tame is refused at its place."""

from __future__ import annotations

import time

import pytest

from ojdsl.diagnostics.fact import position_of
from ojdsl.source import Source
from ojdsl.syntax.yaml_tree import DEEPEST, Mapping, Scalar, Sequence, read_yaml


def good(text: str) -> Mapping:
    node, faults = read_yaml(Source("f.yaml", text))
    assert faults == []
    assert isinstance(node, Mapping)
    return node


def value(text: str) -> Scalar:
    """The value of the one key of a text."""
    ((_, node),) = good(text).items
    assert isinstance(node, Scalar)
    return node


def fault(text: str) -> tuple[str, int, int]:
    """The code and place of the one fault in a text."""
    node, faults = read_yaml(Source("f.yaml", text))
    assert node is None
    (found,) = faults
    at = position_of(found.place)
    return found.code, at.line, at.column


@pytest.mark.parametrize("word", ["0114", "Nej", "no", "on", "1_0", "2017-02-01", "null", "~", "1e3", "0x10", "Ja, för alla"])
def test_every_scalar_is_text(word: str) -> None:
    assert value(f"a: {word}\n").value == word


@pytest.mark.parametrize("written", ["Ja, för alla", "'Ja, för alla'", '"Ja, för alla"'])
def test_the_place_of_a_scalar_is_its_raw_text(written: str) -> None:
    text = f"å: {written}\nb: c\n"
    node = good(text).items[0][1]
    assert text[node.start : node.end] == written


def test_a_decomposed_text_equals_a_composed_one() -> None:
    assert value("a: fo\u0308r\n").value == value("a: för\n").value == "för"


def test_a_decomposed_key_doubles_a_composed_one() -> None:
    assert fault("för: 1\nfo\u0308r: 2\n") == ("OJ118", 2, 1)


def test_block_and_flow_lists() -> None:
    (_, block), (_, flow) = good("a:\n  - b\n  - c\nd: [e, f]\n").items
    assert isinstance(block, Sequence)
    assert isinstance(flow, Sequence)
    assert (block.block, flow.block) == (True, False)
    assert [item.value for item in (*block.items, *flow.items) if isinstance(item, Scalar)] == ["b", "c", "e", "f"]


def test_places_with_crlf() -> None:
    text = "a: b\r\nc:\r\n  - d\r\n"
    (_, (_, items)) = good(text).items
    assert isinstance(items, Sequence)
    assert text[items.items[0].start : items.items[0].end] == "d"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: |x\n  b\n", ("OJ110", 1, 5)),
        ("a: b: c\n", ("OJ111", 1, 5)),
        ("a\nb: c\n", ("OJ111", 2, 2)),
        ("a: b\nc\n", ("OJ112", 2, 1)),
        ("a: 1\n  b: 2\n", ("OJ111", 2, 4)),
        ("a:\n  - b\n  c: d\n", ("OJ113", 3, 3)),
        ("a: 'b\nc: d\n", ("OJ114", 1, 4)),
        ("a: @b\n", ("OJ115", 1, 4)),
        ("a: `b`\n", ("OJ115", 1, 4)),
        ("%a: b\n", ("OJ115", 1, 1)),
        ("a: [b\nc: d\n", ("OJ116", 1, 4)),
        ("a: {b} c\n", ("OJ116", 1, 4)),
        ("[a]: b\n", ("OJ117", 1, 1)),
        ("{a: b}: c\n", ("OJ117", 1, 1)),
        ("a: 1\nb: 2\na: 3\n", ("OJ118", 3, 1)),
        ("a: &b c\n", ("OJ119", 1, 4)),
        ("a: *b\n", ("OJ119", 1, 4)),
        ("a: !!str b\n", ("OJ119", 1, 4)),
        ("a: &b [c]\n", ("OJ119", 1, 4)),
        ("<<: *b\n", ("OJ119", 1, 5)),
        ("a: b\n---\nc: d\n", ("OJ121", 2, 1)),
        ('a: "b" c\n', ("OJ122", 1, 8)),
        ("a: - b\n", ("OJ123", 1, 4)),
        ('a: "b\\cd"\n', ("OJ124", 1, 6)),
        ('a: "b\\u202e"\n', ("OJ105", 1, 4)),
        ("# bara en kommentar\n", ("OJ103", 1, 1)),
    ],
)
def test_what_is_refused_and_where(text: str, place: tuple[str, int, int]) -> None:
    assert fault(text) == place


def test_as_deep_as_allowed() -> None:
    inner = DEEPEST - 1
    assert good(f"a: {'[' * inner}{']' * inner}\n").items


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 10_000 + "]" * 10_000,
        "a: " + "{b: " * 10_000 + "}" * 10_000,
        "a:\n  " + "- " * 10_000 + "b",
        "\n".join(" " * depth + "a:" for depth in range(1_000)),
    ],
)
def test_depth_is_bounded_and_fast(text: str) -> None:
    start = time.perf_counter()
    assert fault(text)[0] == "OJ120"
    assert time.perf_counter() - start < 1


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x]\n" + "".join(f"{chr(n + 1)}: &{chr(n + 1)} [{','.join([f'*{chr(n)}'] * 9)}]\n" for n in range(97, 120))
    assert fault(bomb) == ("OJ119", 1, 4)
