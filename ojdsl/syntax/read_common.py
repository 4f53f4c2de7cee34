"""What several kinds of file have in common."""

from __future__ import annotations

from ojdsl.syntax.fields import Fields, Keys, Reader
from ojdsl.syntax.specs import DeviationSpec

DEVIATION = Keys(("rader", "tryckt", "här"))


def read_deviations(reader: Reader, fields: Fields) -> tuple[DeviationSpec, ...]:
    """The list `avvikelser`: where the spec departs from the printed guide."""
    node = fields.node_of("avvikelser")
    if node is None:
        return ()
    each = (reader.fields(item, DEVIATION) for item in reader.items(node))
    return tuple(DeviationSpec(one.text("rader"), one.text("tryckt"), one.text("här")) for one in each)
