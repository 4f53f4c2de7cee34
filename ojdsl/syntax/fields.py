"""Reading the keys of a YAML mapping: what is missing, unknown or of the wrong shape is reported, the rest is returned."""

from __future__ import annotations

from dataclasses import dataclass

from ojdsl.diagnostics.fact import Diagnostic, Fact
from ojdsl.diagnostics.near import nearest
from ojdsl.source import Source, Span, Text
from ojdsl.syntax.yaml_tree import Mapping, Node, Scalar, Sequence

ACCEPT = "godta"
"""A key that every mapping may have, for warnings that are accepted in it; see `read_silencings`."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of a mapping: those it must have, and those it may have."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()


class Reader:
    """One file being read: makes texts with places and collects faults."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.faults: list[Diagnostic] = []
        self.accepted: list[tuple[Node, Span]] = []
        self._named: dict[int, int] = {}  # where a value begins, and the name before it

    def span(self, node: Node) -> Span:
        return Span(self.source, node.start, node.end)

    def report(self, code: str, node: Node, **facts: Fact) -> None:
        self.faults.append(Diagnostic(code, self.span(node), facts))

    def report_text(self, code: str, text: Text, **facts: Fact) -> None:
        self.faults.append(Diagnostic(code, text.span, facts))

    def text(self, scalar: Scalar) -> Text:
        return Text(scalar.value.strip(), self.span(scalar))

    def fields(self, node: Node, keys: Keys) -> Fields:
        """The known keys of a mapping."""
        known = (*keys.required, *keys.optional, ACCEPT)
        if not isinstance(node, Mapping):
            self.report("OJ201", node)
            return Fields(self, node, {})
        found = {key.value: value for key, value in node.items}
        meant: set[str] = set()
        for key, _ in node.items:
            if key.value not in known:
                near = nearest(key.value, known)
                meant.update(near)
                if near and near[0] not in found:  # read as what was meant, so that what it would give is not missed too
                    found[near[0]] = found[key.value]
                self.report("OJ202", key, key=key.value, known=known, near=near)
        if ACCEPT in found:
            self.accepted.append((found[ACCEPT], Span(self.source, self._named.get(node.start, node.start), node.end)))
        first = node.items[0][0] if node.items else node
        for name in keys.required:
            if name not in found and name not in meant:
                self.report("OJ203", first, key=name)
        return Fields(self, node, found)

    def pairs(self, node: Node) -> list[tuple[Text, Node]]:
        """The keys of a mapping whose keys are names of the author's own."""
        if not isinstance(node, Mapping):
            self.report("OJ201", node)
            return []
        self._named.update((value.start, key.start) for key, value in node.items)
        return [(self.text(key), value) for key, value in node.items]

    def as_text(self, node: Node) -> Text:
        """A scalar that may not be empty."""
        if not isinstance(node, Scalar):
            self.report("OJ204", node)
            return self.empty(node)
        if not node.value.strip():
            self.report("OJ205", node)
        return self.text(node)

    def empty(self, node: Node) -> Text:
        return Text("", Span(self.source, node.start, node.start))

    def items(self, node: Node, block_only: bool = False) -> tuple[Node, ...]:
        """The items of a list."""
        if not isinstance(node, Sequence):
            self.report("OJ206", node)
            return ()
        if block_only and not node.block:
            self.report("OJ207", node)
            return ()
        return node.items


class Fields:
    """A mapping's values by key."""

    def __init__(self, reader: Reader, node: Node, found: dict[str, Node]) -> None:
        self.reader, self.node, self.found = reader, node, found

    def node_of(self, key: str) -> Node | None:
        return self.found.get(key)

    def text(self, key: str) -> Text:
        """A required text; empty where it is missing, which has been reported."""
        node = self.found.get(key)
        return self.reader.empty(self.node) if node is None else self.reader.as_text(node)

    def optional_text(self, key: str) -> Text | None:
        node = self.found.get(key)
        return None if node is None else self.reader.as_text(node)

    def texts(self, key: str) -> tuple[Text, ...]:
        """A list of texts."""
        node = self.found.get(key)
        return () if node is None else tuple(self.reader.as_text(item) for item in self.reader.items(node))

    def text_or_texts(self, key: str) -> tuple[Text, ...]:
        """One text or a list of texts."""
        node = self.found.get(key)
        if isinstance(node, Scalar):
            return (self.reader.as_text(node),)
        return self.texts(key)

    def pairs(self, key: str) -> list[tuple[Text, Node]]:
        """A mapping whose keys are names of the author's own; empty where it is missing."""
        node = self.found.get(key)
        return [] if node is None else self.reader.pairs(node)

    def text_pairs(self, key: str) -> tuple[tuple[Text, Text], ...]:
        """A mapping from names to texts."""
        return tuple((name, self.reader.as_text(value)) for name, value in self.pairs(key))

    def flag(self, key: str) -> bool:
        """`ja` or `nej`; nej when it is not written."""
        return self.choice(key, ("ja", "nej")) == "ja"

    def choice(self, key: str, allowed: tuple[str, ...]) -> str | None:
        """One of some words."""
        text = self.optional_text(key)
        if text is None:
            return None
        if text.value not in allowed:
            node = self.found[key]
            self.reader.report("OJ208", node, value=text.value, known=allowed, near=nearest(text.value, allowed))
            return None
        return text.value
