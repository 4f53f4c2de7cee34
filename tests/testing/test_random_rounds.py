"""Random rounds are as a reader would have them, and what is withheld follows the rule of each."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import ojdsl.testing
from ojdsl.data.outcomes import Outcome
from ojdsl.data.shares import shares
from ojdsl.logic.interpret import interpret
from ojdsl.model.nodes import Round
from ojdsl.model.register import LEVELS
from ojdsl.testing import answers, areas, rounds
from tests.property.drawn import draw_until

some = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def test_rounds_of_every_kind_are_made() -> None:
    found: set[object] = set()
    wanted: set[object] = {
        *(*LEVELS, "no period", "some periods", "open", "closed", "others", "alone", "one unit", "some units"),
        *(("Bortfall",), ("Ej aktuellt", "Bortfall"), ("Ej aktuellt",), "nobody", "somebody", "29 February"),
    }

    def all_made(made: Round) -> bool:
        found.update(group.level for group in made.register.groups)
        found.add("some periods" if made.periods else "no period")
        found.add("closed" if made.collected else "open")
        found.add("others" if made.others else "alone")
        found.add("some units" if len(made.register.units) > 1 else "one unit")
        found.add(made.withholding.counted)
        found.add("somebody" if made.respondents else "nobody")
        found.update("29 February" for one in made.periods.values() if (one.end.month, one.end.day) == (2, 29))
        return found >= wanted

    draw_until(rounds(), all_made, most=3000)
    assert not wanted - found


@some
@given(rounds())
def test_a_round_is_as_a_reader_would_have_it(made: Round) -> None:
    codes = [unit.code for unit in made.register.units]
    assert codes == sorted(set(codes))
    known = {(group.level, group.code) for group in made.register.groups}
    assert known == {pair for unit in made.register.units for pair in unit.groups.items()}
    order = [LEVELS.index(group.level) for group in made.register.groups]
    assert all(one <= other for one, other in pairwise(order))
    for period in made.periods.values():
        assert period.start <= period.end < made.reference_date
    assert made.collected is None or made.collected[0] <= made.collected[1]


@some
@given(st.data())
def test_what_is_withheld_follows_the_rule_of_the_round(data: st.DataObject) -> None:
    made = replace(data.draw(areas()), round=data.draw(rounds()))
    row = answers(made, "partial")
    told = {unit.code: data.draw(row) for unit in made.round.register.units}
    outcomes = []
    for unit, given_row in told.items():
        for one in made.indicators:
            outcome = interpret(one, made, given_row)
            outcomes.append(Outcome(unit, one.id, outcome, outcome in (one.denominator or ()), ""))
    for share in shares(made, outcomes):
        group = [unit.code for unit in made.round.register.units if unit.groups.get(share.level) == share.group]
        came = Counter(one.outcome for one in outcomes if one.unit in group and one.indicator == share.indicator)
        assert share.units == len(group) == share.yes + share.partly + share.no + share.not_applicable + share.nonresponse
        missing = sum(came[outcome] for outcome in made.round.withholding.counted)
        too_many = 100 * missing > made.round.withholding.percent * len(group)
        assert share.shown is not (too_many or share.denominator == 0)


@pytest.mark.parametrize("name", ojdsl.testing.__all__)
def test_what_is_offered_can_be_had(name: str) -> None:
    assert callable(getattr(ojdsl.testing, name))
