"""Made-up answers: they can be read, follow the skip logic and reach every outcome."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from ojdsl.data.answers import Answers, read_answers
from ojdsl.data.asked import is_asked, own_columns
from ojdsl.data.assumed import against
from ojdsl.data.engine import load_engine
from ojdsl.data.not_asked import not_asked
from ojdsl.data.outcomes import outcomes
from ojdsl.data.sample import sample
from ojdsl.model.nodes import Assumption, Catalogue, In
from tests.testing.assuming import assuming_areas

from .small import COLUMNS, ENGINE, NOWHERE, catalogue, catalogue_of

SPEC = catalogue_of(400)


def answers() -> Answers:
    found, faults = read_answers("sample.csv", sample(SPEC, 1).encode(), SPEC)
    assert isinstance(found, Answers)
    assert not faults
    return found


def test_the_columns() -> None:
    assert sample(catalogue(), 1).splitlines()[0].split(",") == ["enhet", "missbruk_besvaras", *COLUMNS]


def test_a_seed_gives_the_same_answers_everywhere() -> None:
    assert sample(SPEC, 1) == sample(SPEC, 1) != sample(SPEC, 2)
    assert sha256(sample(catalogue(), 7).encode()).hexdigest()[:12] == "b74cfec2082d"


def test_some_units_are_missing_decline_or_leave_blanks() -> None:
    rows = answers().rows
    assert 360 <= len(rows) <= 396
    declined = [row for row in rows if row.values["missbruk_besvaras"] == "Nej"]
    assert 1 <= len(declined) <= 25
    assert all(not row.values[column] for row in declined for column in own_columns(SPEC))
    cells = {cell.column: cell for cell in SPEC.cells()}
    open_rows = [row for row in rows if row not in declined]
    blank = [row for row in open_rows if any(not row.values[c] and is_asked(cells[c], cells, row.values) for c in cells)]
    assert 10 <= len(blank) <= len(open_rows) // 3


def test_the_answers_follow_the_skip_logic() -> None:
    assert not_asked(SPEC, answers()) == []


def test_every_outcome_occurs() -> None:
    found = {(item.indicator, item.outcome) for item in outcomes(SPEC, answers(), load_engine(ENGINE))}
    assert found == {(item.id, outcome) for item in SPEC.indicators for outcome in (*item.outcomes, "Bortfall")}


# --- what is assumed ------------------------------------------------------------------------------------------------------


def read(area: Catalogue, seed: int = 1) -> Answers:
    found, _ = read_answers("sample.csv", sample(area, seed).encode(), area)
    assert isinstance(found, Answers)
    return found


def test_an_assumption_decides_what_goes_with_an_answer() -> None:
    assumed = Assumption("metod", In("G15", ("Ja",)), In("M6", ("Ja",)), "Skäl.", NOWHERE)
    area = replace(SPEC, assumptions=(assumed,))
    assert against(SPEC, answers()) == []
    assert against(area, answers()) != []
    assert against(area, read(area)) == []
    others = {row.values["M6"] for row in read(area).rows if row.values["G15"] == "Nej"}
    assert len(others) > 2  # of those it says nothing of, nothing is decided


def of_forty(area: Catalogue) -> Catalogue:
    (unit,) = area.round.register.units
    units = tuple(replace(unit, code=f"{number:04}", municipality=f"{number:04}") for number in range(1, 41))
    return replace(area, round=replace(area.round, register=replace(area.round.register, units=units)))


@settings(
    max_examples=100, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate), suppress_health_check=list(HealthCheck)
)
@given(assuming_areas().map(of_forty), st.integers(0, 9))
def test_no_unit_answers_against_what_is_assumed(area: Catalogue, seed: int) -> None:
    found = read(area, seed)
    assert against(area, found) == []
    assert not_asked(area, found) == []
