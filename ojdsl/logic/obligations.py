"""What has to be shown of an area: obligations as data, of which rule and where it stands, apart from how they are decided.

A statement speaks of all complete answers to the area's questions. `ojdsl.logic.decide` settles it on decision diagrams; the
tests settle it by plain enumeration and with z3, and share nothing with that but these nodes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from ojdsl.diagnostics.fact import Fact
from ojdsl.model.nodes import And, Assumption, Clause, Condition, Count, Or
from ojdsl.source import Span

# --- statements -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Never:
    """No answers fulfil the condition, among those that the area's assumptions allow."""

    condition: Condition


@dataclass(frozen=True, slots=True)
class Sometimes:
    """Some answers fulfil the condition."""

    condition: Condition


@dataclass(frozen=True, slots=True)
class Apart:
    """Some answers fulfil one of the conditions and not the other, with the skip conditions or with every question asked.

    What follows from the skip conditions alone may be said for the reader's sake: `G2 är Ja, och G2a är Ja`.
    """

    one: Condition
    other: Condition


@dataclass(frozen=True, slots=True)
class ComesOut:
    """All completions of the answers get the outcome, or not all of them the same where it is Bortfall."""

    clauses: tuple[Clause, ...]
    answers: Mapping[str, str]
    outcome: str


@dataclass(frozen=True, slots=True)
class NeverWorse:
    """Of two sets of answers that the assumptions allow, the second nowhere worse than the first, the second does not get a worse
    outcome: Delvis or Nej instead of Ja, Nej instead of Delvis.

    `better` has each cell that is compared with the pairs (worse, better) of its labels. A cell asked in both has the same answer
    in both, or such a pair. One that is asked in one of them only, or not compared, may have any.
    """

    clauses: tuple[Clause, ...]
    better: Mapping[str, tuple[tuple[str, str], ...]]


Statement = Never | Sometimes | Apart | ComesOut | NeverWorse


# --- obligations ------------------------------------------------------------------------------------------------------


class Kind(Enum):
    """What is to be shown."""

    TOTAL = "all answers get an outcome"
    EXCLUSIVE = "no answers get two"
    OUTCOME_REACHED = "some answers get the outcome of a clause"
    REPORTED = "an outcome that is not reported never comes"
    PART_REACHED = "a part of a rule can hold"
    PART_NEEDED = "a part of a rule changes something"
    NAMED = "`annars` hides no answer that says that something does not apply"
    NUMERATOR_COUNTED = "the numerator lies in the denominator"
    CLAIMED = "what is counted is claimed to be"
    COUNTED = "what is claimed to be counted is"
    NEVER_WORSE = "a better answer never worsens the outcome, where that is claimed"
    EXAMPLE = "an example comes out as it is written"
    ASKABLE = "a question can be asked"
    FOLLOWS = "a question is asked only where one that its condition names is"
    ASSUMABLE = "some answers fulfil the condition of an assumption, and all assumptions"


@dataclass(frozen=True, slots=True)
class Obligation:
    """What is to be shown of a rule or a question (`of`), and where that stands.

    `facts` are what a message about it tells, `other` another place that its reader needs to see, `cells` the columns that a
    form against it shows.
    """

    kind: Kind
    of: str
    place: Span
    statement: Statement
    cells: tuple[str, ...]
    facts: Mapping[str, Fact] = field(default_factory=dict)
    other: Span | None = None


# --- conditions that obligations are made of ---------------------------------------------------------------------------


def opposite(condition: Condition) -> Condition:
    """Holds where the condition does not."""
    return Count(0, 0, (condition,))


def follows(when: Condition, then: Condition) -> Condition:
    """Holds where the first condition does not, or both do."""
    return Or((opposite(when), then))


def allowed(assumptions: Iterable[Assumption]) -> Condition:
    """Holds of the answers that all of the assumptions allow; of all answers where there are none."""
    return And(tuple(follows(one.when, one.then) for one in assumptions))


def comes(clauses: tuple[Clause, ...], outcome: str) -> Condition:
    """Holds where an outcome comes, of a rule whose clauses do not overlap."""
    return Or(tuple(condition_of(clause, clauses) for clause in clauses if clause.outcome == outcome))


def condition_of(clause: Clause, clauses: tuple[Clause, ...]) -> Condition:
    """The condition of a clause; that of `annars` is that none of the others holds."""
    if clause.condition is not None:
        return clause.condition
    return opposite(Or(tuple(one.condition for one in clauses if one.condition is not None)))
