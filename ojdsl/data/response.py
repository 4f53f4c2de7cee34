"""How many units have answered, counted from the answers."""

from __future__ import annotations

from dataclasses import dataclass

from ojdsl.data.answers import Answers
from ojdsl.data.asked import own_columns
from ojdsl.model.nodes import Catalogue


@dataclass(frozen=True, slots=True)
class Response:
    """Units that sent in answers, and those of them that answered for the area; `fingerprint` is that of the answers."""

    survey: int
    area: int
    fingerprint: str


def response(catalogue: Catalogue, answers: Answers) -> Response:
    """A unit has answered for an area if it has not declined it and has answered some question of the area's own.

    An area without questions of its own is answered by whoever has not declined it.
    """
    own, gate = own_columns(catalogue), catalogue.area.gate
    for_area = [row for row in answers.rows if row.values[gate] != "Nej" and (not own or any(map(row.values.get, own)))]
    return Response(len(answers.rows), len(for_area), answers.fingerprint)
