"""The files that all rounds share: terms, quality dimensions, laws, literature, operations."""

from __future__ import annotations

from ojdsl.syntax.fields import Keys, Reader
from ojdsl.syntax.specs import DimensionSpec, DimensionsSpec, LawsSpec, LiteratureSpec, OperationsSpec, TermSpec, TermsSpec
from ojdsl.syntax.yaml_tree import Mapping

TERMS, TERM = Keys(("begrepp",)), Keys((), ("betydelse", "betydelser"))
DIMENSIONS, DIMENSION = Keys(("kvalitetsdimensioner",)), Keys(("rubrik", "betydelse"), ("kvalitetsområden",))
LAWS, LAW = Keys(("lagar",)), Keys(("namn", "nummer"))
LITERATURE, OPERATIONS = Keys(("litteratur",)), Keys(("verksamheter",))


def read_terms(reader: Reader, node: Mapping) -> TermsSpec:
    """`begrepp`: each term with one meaning or several senses."""
    fields = reader.fields(node, TERMS)
    terms = []
    for term, value in fields.pairs("begrepp"):
        inner = reader.fields(value, TERM)
        senses = inner.text_pairs("betydelser")
        single = inner.optional_text("betydelse")
        if (single is None) == (not senses):
            reader.report_text("OJ213", term, term=term.value)
        terms.append(TermSpec(term, senses if single is None else ((None, single),)))
    return TermsSpec(tuple(terms))


def read_dimensions(reader: Reader, node: Mapping) -> DimensionsSpec:
    """`kvalitetsdimensioner`: each with a heading, a meaning and its quality areas."""
    fields = reader.fields(node, DIMENSIONS)
    dimensions = []
    for name, value in fields.pairs("kvalitetsdimensioner"):
        inner = reader.fields(value, DIMENSION)
        areas = inner.text_pairs("kvalitetsområden")
        dimensions.append(DimensionSpec(name, inner.text("rubrik"), inner.text("betydelse"), areas))
    return DimensionsSpec(tuple(dimensions))


def read_laws(reader: Reader, node: Mapping) -> LawsSpec:
    """`lagar`: name and number of each."""
    fields = reader.fields(node, LAWS)
    laws = []
    for name, value in fields.pairs("lagar"):
        inner = reader.fields(value, LAW)
        laws.append((name, inner.text("namn"), inner.text("nummer")))
    return LawsSpec(tuple(laws))


def read_literature(reader: Reader, node: Mapping) -> LiteratureSpec:
    """`litteratur`: references by id."""
    return LiteratureSpec(reader.fields(node, LITERATURE).text_pairs("litteratur"))


def read_operations(reader: Reader, node: Mapping) -> OperationsSpec:
    """`verksamheter`: the printed name of each operation by id."""
    return OperationsSpec(reader.fields(node, OPERATIONS).text_pairs("verksamheter"))
