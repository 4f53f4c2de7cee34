"""What all rounds share, by name: terms, laws, literature, operations, quality dimensions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ojdsl.model.faults import Faults
from ojdsl.model.nodes import Dimension, Law, LegalReference, QualityArea
from ojdsl.source import Text
from ojdsl.syntax.specs import DimensionsSpec, LawsSpec, LiteratureSpec, OperationsSpec, Spec, TermsSpec

_REFERENCE = re.compile(r"(?:(?P<chapter>\d+)(?: kap\.|:(?P<section>\d+ ?[a-z]?))|(?P<only>\d+ ?[a-z]?))")


@dataclass(frozen=True, slots=True)
class Shared:
    """Lookup tables by name; `terms` maps a term to its senses, a term of one meaning to the sense None."""

    terms: dict[str, dict[str | None, Text]]
    laws: dict[str, Law]
    literature: dict[str, str]
    operations: dict[str, str]
    dimensions: dict[str, Dimension]
    quality_areas: dict[str, QualityArea]


def resolve_shared(specs: Iterable[Spec], faults: Faults) -> Shared:
    """Gathers the shared files; a name defined twice in files of the same kind is a fault."""
    shared = Shared({}, {}, {}, {}, {}, {})
    seen: dict[tuple[type, str], Text] = {}
    for spec in specs:
        for name in _names(spec):
            first = seen.setdefault((type(spec), name.value), name)
            if first is not name:
                faults.doubled("OJ314", first, name)
        _add(spec, shared)
    return shared


def _names(spec: Spec) -> tuple[Text, ...]:
    """The names that a shared file defines."""
    match spec:
        case TermsSpec(terms):
            return tuple(entry.term for entry in terms)
        case LawsSpec(laws):
            return tuple(name for name, _, _ in laws)
        case LiteratureSpec(entries) | OperationsSpec(entries):
            return tuple(name for name, _ in entries)
        case DimensionsSpec(dimensions):
            return tuple(one.name for one in dimensions)
        case _:
            return ()


def _add(spec: Spec, shared: Shared) -> None:
    match spec:
        case TermsSpec(terms):
            for entry in terms:
                shared.terms[entry.term.value] = {sense.value if sense else None: text for sense, text in entry.senses}
        case LawsSpec(laws):
            shared.laws.update({name.value: Law(name.value, title.value, number.value) for name, title, number in laws})
        case LiteratureSpec(entries):
            shared.literature.update({name.value: text.value for name, text in entries})
        case OperationsSpec(entries):
            shared.operations.update({name.value: text.value for name, text in entries})
        case DimensionsSpec(dimensions):
            for one in dimensions:
                areas = tuple(QualityArea(name.value, text.value, one.name.value) for name, text in one.areas)
                shared.dimensions[one.name.value] = Dimension(one.name.value, one.heading.value, one.text.value, areas)
                shared.quality_areas.update({area.name: area for area in areas})
        case _:
            pass


def resolve_law(reference: Text, shared: Shared, faults: Faults) -> LegalReference | None:
    """`SoL 3:6`, `LSS 10`, `SOSFS 2014:4 3 kap.` or a law alone."""
    known = sorted((name for name in shared.laws if reference.value == name or reference.value.startswith(name + " ")), key=len)
    if not known:
        faults.unknown("OJ309", reference, shared.laws, spelled=reference.value.rpartition(" ")[0])
        return None
    law = shared.laws[known[-1]]
    rest = reference.value[len(law.id) :].strip()
    if not rest:
        return LegalReference(law, None, None)
    found = _REFERENCE.fullmatch(rest)
    if found is None:
        faults.report("OJ328", reference, reference=reference.value, rest=rest)
        return None
    return LegalReference(law, found["chapter"], found["section"] or found["only"])
