"""One file to one spec: the first key says what kind it is."""

from __future__ import annotations

from collections.abc import Callable

from ojdsl.diagnostics.fact import Diagnostic, Fact
from ojdsl.diagnostics.near import nearest
from ojdsl.source import Source, Span
from ojdsl.syntax.empty_texts import empty_told_together
from ojdsl.syntax.fields import Reader
from ojdsl.syntax.read_indicator import read_background, read_indicator
from ojdsl.syntax.read_questions import read_questions
from ojdsl.syntax.read_round import read_area, read_round
from ojdsl.syntax.read_shared import read_dimensions, read_laws, read_literature, read_operations, read_terms
from ojdsl.syntax.read_silencings import Silencing, read_silencings
from ojdsl.syntax.specs import Spec
from ojdsl.syntax.yaml_tree import Mapping, read_yaml

_KINDS: dict[str, Callable[[Reader, Mapping], Spec]] = {
    "indikator": read_indicator,
    "fråga": read_questions,
    "bakgrundsmått": read_background,
    "område": read_area,
    "omgång": read_round,
    "begrepp": read_terms,
    "kvalitetsdimensioner": read_dimensions,
    "lagar": read_laws,
    "litteratur": read_literature,
    "verksamheter": read_operations,
}


def read_spec(source: Source) -> tuple[Spec | None, list[Diagnostic], tuple[Silencing, ...]]:
    """The spec in a file, all that is wrong with its form, and the warnings that it accepts."""
    node, faults = read_yaml(source)
    if node is None:
        return None, faults, ()
    if not isinstance(node, Mapping) or not node.items:
        return None, [Diagnostic("OJ214", Span(source, node.start, node.end), {"known": tuple(_KINDS)})], ()
    first = node.items[0][0]
    read = _KINDS.get(first.value)
    if read is None:
        place = Span(source, first.start, first.end)
        facts: dict[str, Fact] = {"key": first.value, "known": tuple(_KINDS), "near": nearest(first.value, _KINDS)}
        return None, [Diagnostic("OJ215", place, facts)], ()
    reader = Reader(source)
    spec = read(reader, node)
    silencings = read_silencings(reader)
    return spec, empty_told_together(reader.faults, node), silencings
