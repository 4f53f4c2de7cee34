"""Obligations decided on decision diagrams (`ojdsl.logic.diagram`): proven, refuted with the answers that do, or too large."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ojdsl.logic.better import worsened
from ojdsl.logic.diagram import FALSE, TooLargeError
from ojdsl.logic.given import outcome_within, outcomes_of, product_of
from ojdsl.logic.obligations import Apart, ComesOut, Never, NeverWorse, Obligation, Sometimes
from ojdsl.logic.space import Space
from ojdsl.model.nodes import And, Condition, cells_of

UNDECIDED = (TooLargeError, RecursionError)
"""Too many nodes, or more variables in a row than Python nests calls."""
NOTHING = And(())
"""What is assumed where nothing is."""


@dataclass(frozen=True, slots=True)
class Proven:
    """It holds of all answers."""


@dataclass(frozen=True, slots=True)
class Refuted:
    """It does not: the function `witness` holds with exactly the answers that show it, FALSE where there are none to show."""

    witness: int


@dataclass(frozen=True, slots=True)
class NotProven:
    """Nobody knows: more than `largest` nodes were needed."""

    largest: int


Verdict = Proven | Refuted | NotProven


def decide(obligation: Obligation, space: Space, assumed: Condition = NOTHING) -> Verdict:
    """The verdict. `assumed` holds of the answers that the area's assumptions allow.

    Assumptions can prove that something never happens, but an outcome or a part that answers against them reach is reached:
    what a unit answers is what counts.
    """
    try:
        return _decided(obligation, space, assumed)
    except UNDECIDED:
        return NotProven(space.pool.largest)


def _decided(obligation: Obligation, space: Space, assumed: Condition) -> Proven | Refuted:
    match obligation.statement:
        case Never(condition):
            found = space.pool.both(space.holds(condition), space.holds(assumed))
            return Proven() if found == FALSE else Refuted(found)
        case Sometimes(condition):
            return Refuted(FALSE) if space.holds(condition) == FALSE else Proven()
        case Apart(one, other):
            same = space.holds(one) == space.holds(other)
            return Refuted(FALSE) if same and _same_where_all_is_asked(one, other, space) else Proven()
        case ComesOut(clauses, answers, outcome):
            known = product_of(space, answers)
            got = outcome_within(space, outcomes_of(space, clauses), known)
            return Proven() if got == outcome else Refuted(known)
        case NeverWorse(clauses, better):
            found = worsened(space, clauses, better, space.holds(assumed))
            return Proven() if found == FALSE else Refuted(found)


def _same_where_all_is_asked(one: Condition, other: Condition, space: Space) -> bool:
    named = cells_of(one) | cells_of(other)
    plain = Space(replace(cell, asked_if=None) for cell in space.cells if cell.column in named)
    return plain.holds(one) == plain.holds(other)
