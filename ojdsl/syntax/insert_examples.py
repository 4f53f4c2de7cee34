"""Examples put into the text of a spec, which is otherwise left as it is, to the byte."""

from __future__ import annotations

from collections.abc import Sequence

from ojdsl.source import Source
from ojdsl.syntax.yaml_tree import Mapping, Node, Scalar, read_yaml
from ojdsl.syntax.yaml_tree import Sequence as List

_INDENT = "  "


def insert_examples(source: Source, examples: Sequence[Sequence[str]]) -> str | None:
    """The spec's text with examples, each some lines, after those it has; without any, before `avvikelser` or last.

    None where that cannot be done without changing what is there: its list is written within brackets.
    """
    tree, _ = read_yaml(source)
    if not isinstance(tree, Mapping):
        return None
    values = {key.value: value for key, value in tree.items}
    keys = {key.value: key for key, _ in tree.items}
    written = values.get("exempel")
    if written is None:
        at = _before(source.text, keys["avvikelser"].start) if "avvikelser" in keys else len(source.text)
        return _inserted(source, at, ["exempel:", *_listed(examples, _INDENT)])
    if not isinstance(written, List) or not written.block or not written.items:
        return None
    _, column = source.position(written.start)
    return _inserted(source, _after(source.text, _last(written)), _listed(examples, " " * (column - 1)))


def _listed(examples: Sequence[Sequence[str]], indent: str) -> list[str]:
    return [f"{indent}{'- ' if number == 0 else '  '}{line}" for lines in examples for number, line in enumerate(lines)]


def _inserted(source: Source, at: int, lines: Sequence[str]) -> str:
    text, newline = source.text, source.newline
    before = text[:at] if not at or text[at - 1] == "\n" else text[:at] + newline
    return before + "".join(line + newline for line in lines) + text[at:]


def _last(node: Node) -> int:
    """Where the last text inside a node ends; the ends of YAML's lists and mappings are those of the space after them."""
    match node:
        case Mapping(items=((key, value), *others)):
            last, inside = others[-1] if others else (key, value)
            return max(last.end, _last(inside))
        case List(items=(first, *others)):
            return _last(others[-1] if others else first)
        case Scalar():
            return node.end
        case _:
            return node.start


def _after(text: str, at: int) -> int:
    """The start of the next line, or the end of the text."""
    if at and text[at - 1] == "\n":
        return at
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _before(text: str, at: int) -> int:
    """The start of the comments right above a line, which belong to it."""
    start = at
    while start and text[text.rfind("\n", 0, start - 1) + 1 : start].startswith("#"):
        start = text.rfind("\n", 0, start - 1) + 1
    return start
