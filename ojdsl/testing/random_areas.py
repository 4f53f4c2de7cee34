"""Random small areas, made directly as model nodes, with random rules over them."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from ojdsl.logic.obligations import opposite
from ojdsl.model.nodes import (
    And,
    Area,
    Catalogue,
    Cell,
    Clause,
    Condition,
    Description,
    Group,
    Indicator,
    Question,
    Register,
    Round,
    Unit,
    Withholding,
    cells_of,
)
from ojdsl.model.numbers import cut
from ojdsl.model.resolve_conditions import with_parents
from ojdsl.testing.random_conditions import conditions
from ojdsl.testing.random_questions import NOWHERE, surveys

GATE = "omr_besvaras"
_UNIT = Unit("0114", "Upplands Väsby", "kommun", "0114", {"riket": "riket"}, "", "", "", "scb")
_REGISTER = Register((_UNIT,), (Group("riket", "riket", "Riket", "", "", "scb"),), {"scb": ("Koder", "allt")})
ROUND = Round(
    "2017", "Omgången", "G", date(2017, 2, 1), {}, 1, Withholding(20, ("Bortfall",)), "Enkät", "Inga", "Källan", _REGISTER
)


def indicator(number: int, clauses: tuple[tuple[str, Condition | None], ...], questions: tuple[Question, ...]) -> Indicator:
    """An indicator of these clauses, its other fields filled in."""
    cells = {cell.column: cell for question in questions for cell in question.cells}
    tested = frozenset().union(*(cells_of(condition) for _, condition in clauses if condition is not None))
    columns = with_parents(tested, cells)
    outcomes = tuple(outcome for outcome, _ in clauses)
    return Indicator(
        id=f"ind_{number}",
        family=None,
        row=None,
        kind="indicator",
        description=Description(f"Namn {number}", "Kort", "Mått", "Syfte", "Mål", ("IFO",), "Område", "Struktur", "Klar"),
        quality_areas=(),
        legal=(),
        literature=(),
        outcomes=outcomes,
        unpublished=(),
        clauses=tuple(Clause(outcome, condition, NOWHERE) for outcome, condition in clauses),
        denominator=frozenset(outcomes) - {"Ej aktuellt"},
        claim=None,
        questions=tuple(dict.fromkeys(cells[column].question for column in cells if column in columns)),
        cells=tuple(column for column in cells if column in columns),
        colours={},
        levels=("enhet",),
        clarification=None,
        examples=(),
        span=NOWHERE,
    )


@st.composite
def rules(draw: st.DrawFn, cells: tuple[Cell, ...]) -> tuple[tuple[str, Condition | None], ...]:
    """Clauses that do not overlap: with `annars`, or with the rest written out."""
    first, second = draw(conditions(cells)), draw(conditions(cells))
    clauses: list[tuple[str, Condition | None]] = [("Ja", first)]
    written: list[Condition] = [first]
    if draw(st.booleans()):
        clauses.append((draw(st.sampled_from(("Delvis", "Ej aktuellt"))), And((opposite(first), second))))
        written.append(second)
    rest = And(tuple(map(opposite, written))) if draw(st.booleans()) else None
    return (*clauses, ("Nej", rest))


def area_of(questions: tuple[Question, ...], indicators: tuple[Indicator, ...]) -> Catalogue:
    area = Area("omr", "Området", "M", 1, GATE)
    return cut(Catalogue(ROUND, area, (), questions, indicators, (), False, "0" * 64))


@st.composite
def areas(draw: st.DrawFn) -> Catalogue:
    """A small area with one or two indicators, of one and the same round; `replace(area, round=…)` gives it another."""
    questions = draw(surveys())
    cells = tuple(cell for question in questions for cell in question.cells if cell.labels)
    written = draw(st.lists(rules(cells), min_size=1, max_size=2))
    return area_of(questions, tuple(indicator(number, clauses, questions) for number, clauses in enumerate(written, start=1)))
