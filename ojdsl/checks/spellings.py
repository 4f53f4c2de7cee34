"""A name is spelled in one way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ojdsl.diagnostics.fact import Diagnostic, Related
from ojdsl.source import Span, Text
from ojdsl.syntax.specs import IndicatorSpec, OperationsSpec, Spec

_PAIR = re.compile(r"\b[^\W\d_]+[-‐‑–] (?:och|eller) [^\W\d_]+")  # missbruks- och beroendevård
_LINK = re.compile(r"s(?=[-‐‑–])")


def spellings(specs: Iterable[Spec]) -> list[Diagnostic]:
    """OJ504: a name that differs from another of its kind, or a compound that does from one elsewhere, only in capitals,
    spaces, hyphens or the s before a hyphen. What a spec's own deviations quote from the print is known to be so."""
    found = []
    first: dict[tuple[str, str], Text] = {}
    shared_first = sorted(specs, key=lambda spec: not isinstance(spec, OperationsSpec))
    pairs = [(_is_new(text, spec), kind, text) for spec in shared_first for kind, text in _names(spec)]
    for _, kind, text in sorted(pairs, key=lambda pair: pair[0]):
        other = first.setdefault((kind, _skeleton(text.value)), text)
        if _spelled(other.value, kind) != _spelled(text.value, kind):
            facts = {"name": text.value, "other": other.value}
            found.append(Diagnostic("OJ504", text.span, facts, (Related(other.span, "first"),)))
    return found


def _is_new(text: Text, spec: Spec) -> bool:
    """A text of a package, which should agree with those of the specs, not they with it."""
    return isinstance(spec, IndicatorSpec) and text.span.source is not spec.span.source


def _names(spec: Spec) -> Iterator[tuple[str, Text]]:
    """Names by kind; the compounds within them are one kind wherever they stand."""
    names: list[tuple[str, Text]] = []
    known: tuple[str, ...] = ()
    if isinstance(spec, IndicatorSpec):
        known = tuple(one.printed.value for one in spec.deviations)
        names = [("name", spec.name), ("short", spec.short_name), ("area", spec.indicator_area)]
    elif isinstance(spec, OperationsSpec):
        names = [("operation", name) for _, name in spec.entries]
    for kind, text in names:
        if text.value and not any(text.value in printed for printed in known):
            yield kind, text
        for match in _PAIR.finditer(text.span.text):
            place = Span(text.span.source, text.span.start + match.start(), text.span.start + match.end())
            if not any(match.group() in printed for printed in known):
                yield "compound", Text(match.group(), place)


def _skeleton(text: str) -> str:
    return re.sub(r"[\W_]", "", _LINK.sub("", text.casefold()))


def _spelled(text: str, kind: str) -> str:
    """What must be equal; a compound may begin a sentence."""
    return text.casefold() if kind == "compound" else text
