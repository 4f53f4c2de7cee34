"""The tame part of YAML that specs are written in, as a tree with places.

libyaml reports events; the tree is built from them without recursion, so that neither depth nor an alias bomb can hurt.
Every scalar is text: `0114`, `Nej` and `2017-02-01` are what they look like.
"""

from __future__ import annotations

from typing import Any, NamedTuple
from unicodedata import is_normalized, normalize

import yaml

from ojdsl.diagnostics.fact import Diagnostic, Fact, Related
from ojdsl.source import Source, Span
from ojdsl.syntax.decode import FORBIDDEN

DEEPEST = 50


class Scalar(NamedTuple):
    """A text; `style` is YAML's: '' plain, ' or \" quoted, | literal, > folded."""

    value: str
    start: int
    end: int
    style: str


class Mapping(NamedTuple):
    items: tuple[tuple[Scalar, Node], ...]
    start: int
    end: int


class Sequence(NamedTuple):
    items: tuple[Node, ...]
    start: int
    end: int
    block: bool


Node = Scalar | Mapping | Sequence

try:
    _Loader: type = yaml.CSafeLoader
except AttributeError:  # PyYAML built without libyaml: slower, same events
    _Loader = yaml.SafeLoader

_PROBLEMS = {
    "mapping values are not allowed": "OJ111",
    "could not find expected ':'": "OJ112",
    "did not find expected key": "OJ113",
    "did not find expected '-' indicator": "OJ113",
    "did not find expected <document start>": "OJ113",
    "found unexpected end of stream": "OJ114",
    "found unexpected document indicator": "OJ114",
    "found character that cannot start any token": "OJ115",
    "did not find expected ',' or ']'": "OJ116",
    "did not find expected ',' or '}'": "OJ116",
    "did not find expected node content": "OJ116",
    "block sequence entries are not allowed": "OJ123",
    "found unknown escape character": "OJ124",
    "exceeded maximum nesting depth": "OJ120",  # from libyaml itself, which in a line of brackets reads far ahead of its events
}
_BEGINS_EARLIER = ("OJ112", "OJ114", "OJ116")
"""Faults whose cause is where the thing began (libyaml's context), not where reading stopped."""


class _RefusedError(Exception):
    def __init__(self, code: str, start: int, end: int, first: Scalar | None = None, **facts: str | int) -> None:
        self.code, self.start, self.end, self.first, self.facts = code, start, end, first, facts


def read_yaml(source: Source) -> tuple[Node | None, list[Diagnostic]]:
    """The tree of a file's one document, or the first thing that is wrong with it as YAML."""
    try:
        return _build(source), []
    except _RefusedError as refused:
        place = Span(source, refused.start, refused.end)
        related = (Related(Span(source, refused.first.start, refused.first.end), "first"),) if refused.first else ()
        return None, [Diagnostic(refused.code, place, refused.facts, related)]
    except yaml.MarkedYAMLError as error:
        return None, [_unreadable(error, source)]
    except yaml.YAMLError as error:
        return None, [Diagnostic("OJ110", Span(source, 0, 0), {"problem": str(error)})]


def _unreadable(error: yaml.MarkedYAMLError, source: Source) -> Diagnostic:
    """libyaml's complaint as a fault, where its cause is."""
    stopped, began = (
        min(mark.index, len(source.text)) if mark else 0
        for mark in (error.problem_mark or error.context_mark, error.context_mark or error.problem_mark)
    )
    problem = error.problem or "?"
    if error.context == "while scanning a directive":
        return Diagnostic("OJ115", Span(source, began, began + 1))
    code = next((code for text, code in _PROBLEMS.items() if problem.startswith(text)), "OJ110")
    before = source.text[:stopped].rstrip(" ")
    if code == "OJ113" and before.endswith(("'", '"')):
        return _more_after_quotes(source, len(before), stopped)
    if code == "OJ113" and before.endswith(("]", "}")):
        code, began = "OJ116", before.rfind("[" if before.endswith("]") else "{")
    if code == "OJ111" and _is_a_step_too_far_in(source, stopped):
        line, column = source.position(stopped)
        indent = len(source.line(line)) - len(source.line(line).lstrip(" "))
        return Diagnostic("OJ113", Span(source, stopped - column + 1 + indent, stopped))
    if code in _BEGINS_EARLIER:
        whole = code in ("OJ112", "OJ114")
        return Diagnostic(code, Span(source, began, _line_end(source, began) if whole else began + 1))
    known: dict[str, dict[str, Fact]] = {"OJ110": {"problem": problem}, "OJ120": {"deepest": DEEPEST}}
    return Diagnostic(code, Span(source, stopped, stopped), known.get(code, {}))


def _is_a_step_too_far_in(source: Source, colon: int) -> bool:
    """Whether the line of a colon is indented by one more than the line above: a key that slipped, not a text that goes on."""
    line, _ = source.position(colon)
    here, above = (source.line(number) for number in (line, max(1, line - 1)))
    return len(here) - len(here.lstrip(" ")) == len(above) - len(above.lstrip(" ")) + 1


def _more_after_quotes(source: Source, closed: int, stopped: int) -> Diagnostic:
    """More stands after a closing mark; if the text began on an earlier line, its own closing mark is what is missing."""
    began = _last_quoted(source, closed)
    if source.position(began)[0] == source.position(stopped)[0]:
        return Diagnostic("OJ122", Span(source, stopped, _line_end(source, stopped)))
    closing = Related(Span(source, closed - 1, closed), "closing")
    return Diagnostic("OJ114", Span(source, began, _line_end(source, began)), {}, (closing,))


def _last_quoted(source: Source, closed: int) -> int:
    """Where the quoted text that is closed at a place begins."""
    tokens = yaml.scan(source.text, _Loader)  # as far as the parser has come, they can be read
    ends = (token for token in tokens if isinstance(token, yaml.ScalarToken) and token.end_mark.index == closed)
    return next((int(token.start_mark.index) for token in ends), closed - 1)


def _line_end(source: Source, start: int) -> int:
    line, column = source.position(start)
    return start + len(source.line(line)) - column + 1


class _Open:
    """A mapping or sequence that is being read."""

    __slots__ = ("block", "first", "is_mapping", "keys", "nodes", "start")

    def __init__(self, is_mapping: bool, start: int, block: bool) -> None:
        self.is_mapping, self.start, self.block = is_mapping, start, block
        self.nodes: list[Node] = []
        self.keys: dict[str, Scalar] = {}

    def expects_key(self) -> bool:
        return self.is_mapping and len(self.nodes) % 2 == 0

    def add(self, node: Node) -> None:
        if self.expects_key():
            if not isinstance(node, Scalar):
                raise _RefusedError("OJ117", node.start, node.end)
            if node.value in self.keys:
                raise _RefusedError("OJ118", node.start, node.end, self.keys[node.value], key=node.value)
            self.keys[node.value] = node
        self.nodes.append(node)

    def close(self, end: int) -> Node:
        if self.is_mapping:
            pairs = zip(self.nodes[::2], self.nodes[1::2], strict=True)
            return Mapping(tuple(pairs), self.start, end)  # type: ignore[arg-type]  # add() admits scalars only as keys
        return Sequence(tuple(self.nodes), self.start, end, self.block)


def _build(source: Source) -> Node:
    stack: list[_Open] = []
    root: Node | None = None
    event: Any
    parser = _Loader(source.text)
    while (kind := type(event := parser.get_event())) is not yaml.StreamEndEvent:
        if kind is yaml.ScalarEvent:
            start, end = event.start_mark.index, event.end_mark.index
            if event.anchor is not None or event.tag is not None:
                raise _RefusedError("OJ119", start, end)
            value = event.value
            hidden = FORBIDDEN.search(value) if event.style == '"' else None  # written as an escape
            if hidden is not None:
                raise _RefusedError("OJ105", start, end, character=f"U+{ord(hidden[0]):04X}")
            if not value.isascii() and not is_normalized("NFC", value):
                value = normalize("NFC", value)
            node: Node = Scalar(value, start, end, event.style or "")
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            start = event.start_mark.index
            if event.anchor is not None or event.tag is not None:
                raise _RefusedError("OJ119", start, event.end_mark.index)
            if len(stack) >= DEEPEST:
                raise _RefusedError("OJ120", start, start, deepest=DEEPEST)
            opened = _Open(kind is yaml.MappingStartEvent, start, not event.flow_style)
            if opened.is_mapping and stack and stack[-1].expects_key():
                raise _RefusedError("OJ117", start, start)
            stack.append(opened)
            continue
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            node = stack.pop().close(event.end_mark.index)
        elif kind is yaml.AliasEvent:
            raise _RefusedError("OJ119", event.start_mark.index, event.end_mark.index)
        elif kind is yaml.DocumentStartEvent:
            if root is not None:
                raise _RefusedError("OJ121", event.start_mark.index, event.end_mark.index)
            continue
        else:
            continue
        if stack:
            stack[-1].add(node)
        else:
            root = node
    if root is None:
        raise _RefusedError("OJ103", 0, 0)
    return root
