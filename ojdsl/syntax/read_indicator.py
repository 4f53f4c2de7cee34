"""A file with an indicator, a family of them, or a background measure."""

from __future__ import annotations

from ojdsl.source import Text
from ojdsl.syntax.fields import Fields, Keys, Reader
from ojdsl.syntax.read_common import read_deviations
from ojdsl.syntax.read_condition import read_condition
from ojdsl.syntax.rules import Expression
from ojdsl.syntax.specs import AnswerSpec, ClauseSpec, ExampleSpec, IndicatorSpec
from ojdsl.syntax.yaml_tree import Mapping, Node, Scalar, Sequence

_TEXTS = ("namn", "kortnamn", "mått", "syfte")
INDICATOR = Keys(
    (
        "indikator", *_TEXTS, "verksamhet", "kvalitetsområde", "indikatorområde", "målvärde", "typ", "regel", "redovisas_som",
    ),
    (
        "familj", "per_rad", "lagrum", "underlag", "status", "nämnare", "bättre_svar", "färger", "förtydligande", "exempel",
        "avvikelser",
    ),
)  # fmt: skip
BACKGROUND = Keys(
    ("bakgrundsmått", *_TEXTS, "redovisas"), ("utom", "lagrum", "underlag", "status", "förtydligande", "exempel", "avvikelser")
)
DENOMINATOR = Keys((), ("utfall", "påstås"))
EXAMPLE = Keys(("svar", "ger"), ("granska", "visa"))
_BETTER = ("försämrar aldrig",)
"""What can be claimed of better answers."""


def read_indicator(reader: Reader, node: Mapping) -> IndicatorSpec:
    """An indicator or a family of indicators."""
    fields = reader.fields(node, INDICATOR)
    clauses, failed = _clauses(reader, fields.node_of("regel"))
    outcomes, claim = _denominator(reader, fields)
    return _indicator(reader, fields, fields.text("indikator"), clauses, failed, outcomes, claim)


def read_background(reader: Reader, node: Mapping) -> IndicatorSpec:
    """A background measure: the answers to one question."""
    fields = reader.fields(node, BACKGROUND)
    return _indicator(reader, fields, fields.text("bakgrundsmått"), (), False, None, None)


def _indicator(
    reader: Reader,
    fields: Fields,
    name: Text,
    clauses: tuple[ClauseSpec, ...],
    rule_failed: bool,
    denominator: Text | None,
    claim: Expression | None,
) -> IndicatorSpec:
    background = "bakgrundsmått" in fields.found
    return IndicatorSpec(
        id=name,
        background=background,
        family=fields.optional_text("familj"),
        per_row=tuple(
            (row.on_one_line(), tuple((key, reader.as_text(value)) for key, value in reader.pairs(texts)))
            for row, texts in fields.pairs("per_rad")
        ),
        name=fields.text("namn"),
        short_name=fields.text("kortnamn"),
        operations=fields.texts("verksamhet"),
        measure=fields.text("mått"),
        quality_areas=fields.text_or_texts("kvalitetsområde"),
        indicator_area=fields.text("indikatorområde"),
        purpose=fields.text("syfte"),
        legal=fields.texts("lagrum"),
        literature=fields.texts("underlag"),
        target=fields.text("målvärde"),
        type=fields.text("typ"),
        status=fields.optional_text("status"),
        clauses=clauses,
        rule_failed=rule_failed,
        reported_as=fields.text("redovisas_som"),
        denominator=denominator,
        claim=claim,
        never_worse=fields.optional_text("bättre_svar") if fields.choice("bättre_svar", _BETTER) else None,
        colours=fields.text_pairs("färger"),
        clarification=fields.optional_text("förtydligande"),
        shows=fields.optional_text("redovisas"),
        except_labels=tuple(label.on_one_line() for label in fields.text_or_texts("utom")),
        examples=_examples(reader, fields),
        deviations=read_deviations(reader, fields),
        span=name.span,
    )


def _denominator(reader: Reader, fields: Fields) -> tuple[Text | None, Expression | None]:
    node = fields.node_of("nämnare")
    if node is None:
        return None, None
    inner = reader.fields(node, DENOMINATOR)
    claim = inner.node_of("påstås")
    return inner.optional_text("utfall"), None if claim is None else read_condition(reader, claim)


def _clauses(reader: Reader, node: Node | None) -> tuple[tuple[ClauseSpec, ...], bool]:
    if node is None:
        return (), True
    clauses, failed = [], False
    for outcome, value in reader.pairs(node):
        if isinstance(value, Scalar) and value.value.strip() == "annars":
            clauses.append(ClauseSpec(outcome, None, reader.span(value)))
            continue
        condition = read_condition(reader, value)
        failed = failed or condition is None
        if condition is not None:
            clauses.append(ClauseSpec(outcome, condition, condition.span))
    return tuple(clauses), failed or not clauses


def _examples(reader: Reader, fields: Fields) -> tuple[ExampleSpec, ...]:
    node = fields.node_of("exempel")
    if node is None:
        return ()
    examples = []
    for item in reader.items(node):
        inner = reader.fields(item, EXAMPLE)
        given = tuple(_answer(reader, question, value) for question, value in inner.pairs("svar"))
        flags = inner.flag("granska"), inner.flag("visa")
        examples.append(ExampleSpec(given, inner.text("ger"), *flags, reader.span(item)))
    return tuple(examples)


def _answer(reader: Reader, question: Text, node: Node) -> AnswerSpec:
    match node:
        case Scalar():
            return AnswerSpec(question, reader.as_text(node).on_one_line(), (), None)
        case Sequence():
            return AnswerSpec(question, None, (), tuple(reader.as_text(item).on_one_line() for item in node.items))
        case Mapping():
            by_row = ((row.on_one_line(), reader.as_text(value).on_one_line()) for row, value in reader.pairs(node))
            return AnswerSpec(question, None, tuple(by_row), None)
