"""What all rounds share, by name: terms, laws, literature, quality dimensions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ojdsl.model.faults import Faults
from ojdsl.model.nodes import Dimension, Law, LegalReference, QualityArea
from ojdsl.source import Text
from ojdsl.syntax.specs import DimensionsSpec, LawsSpec, LiteratureSpec, Spec, TermsSpec

_REFERENCE = re.compile(r"(?:(?P<chapter>\d+)(?: kap\.|:(?P<section>\d+ ?[a-z]?))|(?P<only>\d+ ?[a-z]?))")


@dataclass(frozen=True, slots=True)
class Shared:
    """Lookup tables; `terms` maps a term to its senses, a term of one meaning to the sense None."""

    terms: dict[str, dict[str | None, Text]]
    term_names: dict[str, Text]
    laws: dict[str, tuple[Law, Text]]
    literature: dict[str, Text]
    dimensions: tuple[Dimension, ...]
    quality_areas: dict[str, QualityArea]


def resolve_shared(specs: Iterable[Spec], faults: Faults) -> Shared:
    """Gathers the shared files; a name defined twice is a fault."""
    shared = Shared({}, {}, {}, {}, (), {})
    dimensions: dict[str, tuple[Text, Dimension]] = {}
    for spec in specs:
        match spec:
            case TermsSpec():
                _add_terms(spec, shared, faults)
            case LawsSpec():
                for name, title, number in spec.laws:
                    if name.value in shared.laws:
                        faults.doubled("OJ314", shared.laws[name.value][1], name)
                    shared.laws[name.value] = (Law(name.value, title.value, number.value), name)
            case LiteratureSpec():
                shared.literature.update({name.value: Text(text.value, name.span) for name, text in spec.entries})
            case DimensionsSpec():
                _add_dimensions(spec, dimensions, shared, faults)
            case _:
                pass
    return Shared(
        shared.terms,
        shared.term_names,
        shared.laws,
        shared.literature,
        tuple(dimension for _, dimension in dimensions.values()),
        shared.quality_areas,
    )


def _add_terms(spec: TermsSpec, shared: Shared, faults: Faults) -> None:
    for entry in spec.terms:
        if entry.term.value in shared.terms:
            faults.doubled("OJ314", shared.term_names[entry.term.value], entry.term)
        shared.term_names[entry.term.value] = entry.term
        senses = {None if sense is None else sense.value: text for sense, text in entry.senses}
        shared.terms[entry.term.value] = senses


def _add_dimensions(spec: DimensionsSpec, dimensions: dict[str, tuple[Text, Dimension]], shared: Shared, faults: Faults) -> None:
    for one in spec.dimensions:
        if one.name.value in dimensions:
            faults.doubled("OJ314", dimensions[one.name.value][0], one.name)
        areas = tuple(QualityArea(name.value, text.value, one.name.value) for name, text in one.areas)
        shared.quality_areas.update({area.name: area for area in areas})
        dimensions[one.name.value] = one.name, Dimension(one.name.value, one.heading.value, one.text.value, areas)


def resolve_law(reference: Text, shared: Shared, faults: Faults) -> LegalReference | None:
    """`SoL 3:6`, `LSS 10`, `SOSFS 2014:4 3 kap.` or a law alone."""
    known = sorted((name for name in shared.laws if reference.value == name or reference.value.startswith(name + " ")), key=len)
    if not known:
        faults.unknown("OJ309", reference, shared.laws)
        return None
    law, _ = shared.laws[known[-1]]
    rest = reference.value[len(law.id) :].strip()
    if not rest:
        return LegalReference(law, None, None)
    found = _REFERENCE.fullmatch(rest)
    if found is None:
        faults.report("OJ328", reference, reference=reference.value, rest=rest)
        return None
    return LegalReference(law, found["chapter"], found["section"] or found["only"])
