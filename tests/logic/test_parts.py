"""The parts of conditions, and what is left without each, by hand."""

from __future__ import annotations

import pytest

from ojdsl.logic.parts import Part, parts
from ojdsl.model.nodes import And, Asked, Between, Condition, Count, In, Or

FIRST, SECOND, THIRD = (In(name, ("Ja",)) for name in ("G1", "G2", "G3"))
INNER = And((FIRST, SECOND))


def days(*ranges: tuple[int, int], but: tuple[tuple[int, int], ...] = ()) -> Between:
    return Between("G1", ranges, but)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (FIRST, []),  # without its answer nothing is left
        (In("G1", ("Nej",), ("Ja",)), []),
        (Asked("G1"), []),
        (
            In("G1", ("Ja", "Nej")),
            [Part(In("G1", ("Ja",)), In("G1", ("Nej",)), False), Part(In("G1", ("Nej",)), In("G1", ("Ja",)), False)],
        ),
        (
            In("G1", ("Vet ej",), ("Ja", "Nej")),  # är inte Ja eller Nej
            [
                Part(In("G1", ("Ja",)), In("G1", ("Vet ej", "Ja"), ("Nej",)), False),
                Part(In("G1", ("Nej",)), In("G1", ("Vet ej", "Nej"), ("Ja",)), False),
            ],
        ),
        (days((0, 3)), []),
        (days((0, 3), (8, 30), but=((4, 7),)), []),
        (days((0, 3), (8, 14)), [Part(days((0, 3)), days((8, 14)), False), Part(days((8, 14)), days((0, 3)), False)]),
        (
            days((4, 7), (15, 30), but=((0, 3), (8, 14))),  # är inte högst 3, eller 8 till 14
            [
                Part(days((0, 3)), days((0, 7), (15, 30), but=((8, 14),)), False),
                Part(days((8, 14)), days((4, 30), but=((0, 3),)), False),
            ],
        ),
        (And((FIRST,)), []),
        (And((FIRST, SECOND)), [Part(SECOND, And((FIRST,)), False), Part(FIRST, And((SECOND,)), False)]),
        (Or((FIRST, SECOND)), [Part(SECOND, Or((FIRST,)), True), Part(FIRST, Or((SECOND,)), True)]),
        (
            Count(1, 1, (FIRST, SECOND)),
            [Part(SECOND, Count(1, 1, (FIRST,)), True), Part(FIRST, Count(1, 1, (SECOND,)), True)],
        ),
        (
            Count(1, 1, (FIRST, SECOND, THIRD)),
            [
                Part(THIRD, Count(1, 1, (FIRST, SECOND)), True),
                Part(SECOND, Count(1, 1, (FIRST, THIRD)), True),
                Part(FIRST, Count(1, 1, (SECOND, THIRD)), True),
            ],
        ),
        (Count(2, 2, (FIRST, SECOND)), []),  # of one, no two can hold
        (
            Or((INNER, THIRD)),
            [
                Part(THIRD, Or((INNER,)), True),
                Part(INNER, Or((THIRD,)), True),
                Part(SECOND, Or((And((FIRST,)), THIRD)), False),
                Part(FIRST, Or((And((SECOND,)), THIRD)), False),
            ],
        ),
    ],
)  # fmt: skip
def test_parts(condition: Condition, expected: list[Part]) -> None:
    """Also in what is left of the answers after "är inte", which equality does not look at."""
    assert [repr(one) for one in parts(condition)] == [repr(one) for one in expected]
