"""Made-up answers: they can be read, follow the skip logic and reach every outcome."""

from __future__ import annotations

from hashlib import sha256

from ojdsl.data.answers import Answers, read_answers
from ojdsl.data.asked import is_asked, own_columns
from ojdsl.data.engine import load_engine
from ojdsl.data.not_asked import not_asked
from ojdsl.data.outcomes import outcomes
from ojdsl.data.sample import sample

from .small import COLUMNS, ENGINE, catalogue, catalogue_of

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
