"""A file of texts that take the place of those in the specs: `texter: 2017/missbruk`, then texts by what they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.source import Source, Text
from ojdsl.syntax.empty_texts import empty_told_together
from ojdsl.syntax.fields import Keys, Reader
from ojdsl.syntax.read_silencings import Silencing, read_silencings
from ojdsl.syntax.yaml_tree import Mapping, Node, read_yaml

TEXTS = Keys(("texter",), ("omgång", "kvalitetsdimensioner", "begrepp", "frågor", "indikatorer"))
_LABELS = ("svar", "rader", "per_rad")
"""Keys below which texts go by the labels of what they are for."""

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NewText:
    """A text and what it replaces: the keys above it, such as frågor, G2, svar, Ja."""

    keys: tuple[Text, ...]
    text: Text

    @property
    def path(self) -> Path:
        return tuple(key.value for key in self.keys)


@dataclass(frozen=True, slots=True)
class TextsSpec:
    """The texts of one file. `scope` is a round (`2017`) or one of its areas (`2017/missbruk`)."""

    scope: Text
    texts: tuple[NewText, ...]
    silencings: tuple[Silencing, ...]


def read_texts(source: Source) -> tuple[TextsSpec | None, list[Diagnostic]]:
    """The texts in a file and all that is wrong with its form."""
    node, faults = read_yaml(source)
    if node is None:
        return None, faults
    reader = Reader(source)
    fields = reader.fields(node, TEXTS)
    if not isinstance(node, Mapping):
        return None, reader.faults
    texts = [text for key, value in reader.pairs(node) if key.value in TEXTS.optional for text in _texts(reader, (key,), value)]
    spec = TextsSpec(fields.text("texter"), tuple(texts), read_silencings(reader))
    return spec, empty_told_together(reader.faults, node)


def _texts(reader: Reader, keys: tuple[Text, ...], node: Node) -> Iterator[NewText]:
    if isinstance(node, Mapping):
        labels = keys[-1].value in _LABELS
        for key, value in reader.pairs(node):
            yield from _texts(reader, (*keys, key.on_one_line() if labels else key), value)
    else:
        yield NewText(keys, reader.as_text(node))
