"""The empty texts of a file, told together: a file that has just been begun has many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ojdsl.diagnostics.fact import Diagnostic, Related
from ojdsl.source import Span
from ojdsl.syntax.yaml_tree import Mapping, Node, Scalar, Sequence

EMPTY = "OJ205"


def empty_told_together(faults: Iterable[Diagnostic], tree: Node) -> list[Diagnostic]:
    """The faults of one file, with one OJ205 in place of all; it names the keys, and the other places are related to it."""
    told: dict[int, Span] = {}
    others: list[Diagnostic] = []
    for fault in faults:
        if fault.code == EMPTY and isinstance(fault.place, Span):
            told[fault.place.start] = fault.place
        else:
            others.append(fault)
    if not told:
        return others
    keys = {start: key for start, key in _empty(tree, "–") if start in told}
    first, *rest = (told[start] for start in sorted(told))
    related = tuple(Related(place, "also") for place in rest)
    return [*others, Diagnostic(EMPTY, first, {"names": tuple(dict.fromkeys(keys[start] for start in sorted(keys)))}, related)]


def _empty(node: Node, key: str) -> Iterator[tuple[int, str]]:
    """Where each empty text begins, with the key it stands below."""
    match node:
        case Scalar():
            if not node.value.strip():
                yield node.start, key
        case Mapping():
            for name, value in node.items:
                if not name.value.strip():
                    yield name.start, key
                yield from _empty(value, name.value)
        case Sequence():
            for item in node.items:
                yield from _empty(item, key)
