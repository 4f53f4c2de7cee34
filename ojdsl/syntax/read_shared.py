"""The files that all rounds share: terms, quality dimensions, laws, literature, operations."""

from __future__ import annotations

from ojdsl.syntax.fields import Reader
from ojdsl.syntax.specs import DimensionSpec, DimensionsSpec, LawsSpec, LiteratureSpec, OperationsSpec, TermSpec, TermsSpec
from ojdsl.syntax.yaml_tree import Mapping


def read_terms(reader: Reader, node: Mapping) -> TermsSpec:
    """`begrepp`: each term with one meaning or several senses."""
    fields = reader.fields(node, ("begrepp",))
    terms = []
    for term, value in fields.pairs("begrepp"):
        inner = reader.fields(value, (), ("betydelse", "betydelser"))
        senses = inner.text_pairs("betydelser")
        single = inner.optional_text("betydelse")
        if (single is None) == (not senses):
            reader.report_text("OJ213", term, term=term.value)
        terms.append(TermSpec(term, senses if single is None else ((None, single),)))
    return TermsSpec(tuple(terms))


def read_dimensions(reader: Reader, node: Mapping) -> DimensionsSpec:
    """`kvalitetsdimensioner`: each with a heading, a meaning and its quality areas."""
    fields = reader.fields(node, ("kvalitetsdimensioner",))
    dimensions = []
    for name, value in fields.pairs("kvalitetsdimensioner"):
        inner = reader.fields(value, ("rubrik", "betydelse"), ("kvalitetsområden",))
        areas = inner.text_pairs("kvalitetsområden")
        dimensions.append(DimensionSpec(name, inner.text("rubrik"), inner.text("betydelse"), areas))
    return DimensionsSpec(tuple(dimensions))


def read_laws(reader: Reader, node: Mapping) -> LawsSpec:
    """`lagar`: name and number of each."""
    fields = reader.fields(node, ("lagar",))
    laws = []
    for name, value in fields.pairs("lagar"):
        inner = reader.fields(value, ("namn", "nummer"))
        laws.append((name, inner.text("namn"), inner.text("nummer")))
    return LawsSpec(tuple(laws))


def read_literature(reader: Reader, node: Mapping) -> LiteratureSpec:
    """`litteratur`: references by id."""
    return LiteratureSpec(reader.fields(node, ("litteratur",)).text_pairs("litteratur"))


def read_operations(reader: Reader, node: Mapping) -> OperationsSpec:
    """`verksamheter`: the printed name of each operation by id."""
    return OperationsSpec(reader.fields(node, ("verksamheter",)).text_pairs("verksamheter"))
