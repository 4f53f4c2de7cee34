"""The files of a round and of an area."""

from __future__ import annotations

from ojdsl.syntax.fields import Fields, Keys, Reader
from ojdsl.syntax.read_common import read_deviations
from ojdsl.syntax.read_condition import read_condition
from ojdsl.syntax.specs import AreaSpec, AssumptionSpec, RoundSpec
from ojdsl.syntax.yaml_tree import Mapping, Node

ROUND = Keys(
    (
        "omgång", "namn", "ordalydelse", "sektion", "mätdatum", "perioder", "svarande", "register", "döljs_över",
        "döljs_räknas", "färger", "status", "datakällor", "felkällor", "källa",
    ),
    ("insamling", "övriga_områden", "antaganden", "avvikelser"),
)  # fmt: skip
AREA = Keys(("område", "namn", "sektion", "svarande", "indikatorer"), ("rad", "bakgrundsmått", "antaganden", "avvikelser"))
ASSUMPTION = Keys(("id", "när", "så", "skäl"))


def read_round(reader: Reader, node: Mapping) -> RoundSpec:
    """`omgång.yaml`."""
    fields = reader.fields(node, ROUND)
    return RoundSpec(
        id=fields.text("omgång"),
        name=fields.text("namn"),
        wording=fields.text("ordalydelse"),
        section=fields.text("sektion"),
        reference_date=fields.text("mätdatum"),
        periods=fields.text_pairs("perioder"),
        respondents=fields.text("svarande"),
        register=fields.text("register"),
        withheld_above=fields.text("döljs_över"),
        withheld_counts=fields.text("döljs_räknas"),
        colours=fields.text_pairs("färger"),
        status=fields.text("status"),
        data_source=fields.text("datakällor"),
        error_sources=fields.text("felkällor"),
        source=fields.text("källa"),
        deviations=read_deviations(reader, fields),
        collected=fields.optional_text("insamling"),
        others=fields.text_pairs("övriga_områden"),
        assumptions=_assumptions(reader, fields),
        failed=any(fields.node_of(key) is None for key in ("sektion", "mätdatum", "perioder")),
        span=reader.span(node.items[0][0]),
    )


def read_area(reader: Reader, node: Mapping) -> AreaSpec:
    """`område.yaml`."""
    fields = reader.fields(node, AREA)
    row = fields.optional_text("rad")
    return AreaSpec(
        id=fields.text("område"),
        name=fields.text("namn"),
        section=fields.text("sektion"),
        row=None if row is None else row.on_one_line(),
        respondents=fields.text("svarande"),
        indicators=None if fields.node_of("indikatorer") is None else fields.texts("indikatorer"),
        background=fields.texts("bakgrundsmått"),
        assumptions=_assumptions(reader, fields),
        deviations=read_deviations(reader, fields),
        span=reader.span(node.items[0][0]),
    )


def _assumptions(reader: Reader, fields: Fields) -> tuple[AssumptionSpec, ...]:
    node = fields.node_of("antaganden")
    return () if node is None else tuple(_assumption(reader, item) for item in reader.items(node))


def _assumption(reader: Reader, item: Node) -> AssumptionSpec:
    fields = reader.fields(item, ASSUMPTION)
    name = fields.text("id")
    when, then = (None if value is None else read_condition(reader, value) for value in map(fields.node_of, ("när", "så")))
    return AssumptionSpec(name, when, then, fields.text("skäl"), name.span)
