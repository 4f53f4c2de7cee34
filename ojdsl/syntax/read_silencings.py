"""The key `godta`: warnings that an author accepts within a mapping, each with a reason."""

from __future__ import annotations

from dataclasses import dataclass

from ojdsl.diagnostics.messages import MESSAGES
from ojdsl.diagnostics.near import nearest
from ojdsl.source import Span, Text
from ojdsl.syntax.fields import Reader
from ojdsl.syntax.yaml_tree import Scalar

UNUSED = "OJ353"
SILENCEABLE = tuple(
    code for code, one in MESSAGES.items() if one.severity == "warning" and code < "OJ600" and code != UNUSED
)  # from OJ600 on they are of answers and products, which no spec is the place of


@dataclass(frozen=True, slots=True)
class Silencing:
    """A kind of warning, why it is accepted, and the part of the file within which it is."""

    code: Text
    reason: Text
    within: Span


def read_silencings(reader: Reader) -> tuple[Silencing, ...]:
    """What the mappings read so far accept; what cannot be accepted is reported, as is a reason that is missing."""
    found = []
    for node, within in reader.accepted:
        for code, value in reader.pairs(node):
            if code.value not in MESSAGES:
                reader.report_text("OJ350", code, name=code.value, near=nearest(code.value, SILENCEABLE))
            elif code.value not in SILENCEABLE:
                reader.report_text("OJ351", code, name=code.value)
            elif isinstance(value, Scalar) and not value.value.strip():
                reader.report_text("OJ352", code, name=code.value)
            else:
                found.append(Silencing(code, reader.as_text(value), within))
    return tuple(found)
