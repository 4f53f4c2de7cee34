"""Where sentences and a rule part ways, by hand."""

from __future__ import annotations

import pytest

from ojdsl.logic.differ import Said, of_denominator, of_rule
from ojdsl.logic.space import Space
from ojdsl.model.nodes import In, Or
from ojdsl.testing.random_areas import area_of, indicator
from tests.prose.small import QUESTIONS

YES, NO, OUT = (In("G1", (label,)) for label in ("Ja", "Nej", "Ej aktuellt"))
RULE = indicator(1, (("Ja", YES), ("Ej aktuellt", OUT), ("Nej", None)), QUESTIONS)
SPACE = Space(area_of(QUESTIONS, (RULE,)).cells())


@pytest.mark.parametrize(
    ("said", "differs"),
    [
        ((("Ja", YES), ("Ej aktuellt", OUT), ("Nej", None)), []),
        ((("Nej", None), ("Ej aktuellt", OUT), ("Ja", YES)), []),
        ((("Ja", YES), ("Ej aktuellt", OUT), ("Nej", NO)), []),
        ((("Ja", YES), ("Nej", None)), [("Ej aktuellt", "Nej", "Ej aktuellt")]),
        ((("Ja", YES), ("Ej aktuellt", OUT)), [("Nej", None, "Nej")]),
        ((("Ja", Or((YES, NO))), ("Ej aktuellt", OUT), ("Nej", NO)), [("Nej", "Ja", "Nej")]),
        ((("Nej", OUT), ("Ja", YES), ("Nej", NO)), [("Ej aktuellt", "Nej", "Ej aktuellt")]),  # Nej is said twice
        ((("Ja", NO), ("Ej aktuellt", OUT), ("Nej", None)), [("Ja", "Nej", "Ja"), ("Nej", "Ja", "Nej")]),
    ],
)
def test_what_is_said_of_a_rule(said: Said, differs: list[tuple[str, str | None, str]]) -> None:
    found = [(one.rule, one.said, SPACE.example(one.where, ("G1",))) for one in of_rule(RULE, said, SPACE)]
    assert found == [(rule, other, {"G1": answer}) for rule, other, answer in differs]


def test_what_is_said_of_a_denominator() -> None:
    assert of_denominator(RULE, OUT, SPACE) == 0
    assert SPACE.example(of_denominator(RULE, None, SPACE), ("G1",)) == {"G1": "Ej aktuellt"}
    assert of_denominator(RULE, Or((OUT, NO)), SPACE) == SPACE.holds(NO)
