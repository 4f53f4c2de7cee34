"""Verdicts with what shows them, by hand; that they are right `tests/property/test_obligations.py` tests on random rules."""

from __future__ import annotations

from ojdsl.logic.decide import NotProven, Proven, Refuted, decide
from ojdsl.logic.diagram import FALSE
from ojdsl.logic.obligations import Apart, ComesOut, Kind, Never, NeverWorse, Obligation, Sometimes, Statement
from ojdsl.logic.space import Space
from ojdsl.model.nodes import And, Clause, In
from tests.data.small import NOWHERE, YES_NO, question

CELLS = (*question("G1", YES_NO).cells, *question("G1a", YES_NO, In("G1", ("Ja",))).cells)
YES, NO, AFTER = In("G1", ("Ja",)), In("G1", ("Nej",)), In("G1a", ("Ja",))
CLAUSES = (Clause("Ja", AFTER, NOWHERE), Clause("Nej", None, NOWHERE))


def obligation(statement: Statement) -> Obligation:
    return Obligation(Kind.TOTAL, "x", NOWHERE, statement, ())


def test_what_refutes_is_just_the_answers_that_do() -> None:
    space = Space(CELLS)
    assert decide(obligation(Never(YES)), space) == Refuted(space.holds(YES))
    assert decide(obligation(Never(YES)), space, AFTER) == Refuted(space.holds(AFTER))
    assert decide(obligation(Never(YES)), space, NO) == Proven()
    assert decide(obligation(ComesOut(CLAUSES, {"G1": "Ja"}, "Ja")), space) == Refuted(space.holds(YES))
    assert decide(obligation(ComesOut(CLAUSES, {"G1": "Ja"}, "Bortfall")), space) == Proven()
    opposed = (Clause("Ja", NO, NOWHERE), Clause("Nej", None, NOWHERE))
    worse = NeverWorse(opposed, {"G1": (("Nej", "Ja"),)})
    assert decide(obligation(worse), space) == Refuted(space.holds(YES))
    assert decide(obligation(worse), space, NO) == Proven()


def test_what_no_answers_show_is_refuted_by_none() -> None:
    space = Space(CELLS)
    assert decide(obligation(Sometimes(And((YES, NO)))), space) == Refuted(FALSE)
    assert decide(obligation(Apart(YES, And((YES, YES)))), space) == Refuted(FALSE)
    assert decide(obligation(Apart(AFTER, And((YES, AFTER)))), space) == Proven()  # it may be said for the reader's sake


def test_what_is_too_large_is_told_with_the_limit() -> None:
    space = Space(CELLS)
    space.pool.largest = 3
    assert decide(obligation(Never(AFTER)), space) == NotProven(3)
