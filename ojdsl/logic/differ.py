"""Where what is said of a rule, clause by clause, and what the rule does part ways: as functions of all answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ojdsl.logic.diagram import FALSE
from ojdsl.logic.space import Space
from ojdsl.model.nodes import Assumption, Catalogue, Condition, Indicator
from ojdsl.model.numbers import cut

Said = Sequence[tuple[str, Condition | None]]
"""Outcomes and their conditions; None for what all other answers give."""


@dataclass(frozen=True, slots=True)
class Differs:
    """With the answers of the function `where` the rule gives one outcome and what is said another, None if it says none."""

    rule: str
    said: str | None
    where: int


def fitted(space: Space, said: Iterable[Condition | None], catalogue: Catalogue) -> Space:
    """A space where what is said can be asked: it may cut numbers where no rule does."""
    conditions = [one for one in said if one is not None]
    try:
        for one in conditions:
            space.holds(one)
    except ValueError:
        return Space(cut(catalogue, also=conditions).cells())
    return space


def said_outcomes(said: Said, space: Space) -> dict[str, int]:
    """The answers with which each outcome is said to come; "all other answers" are those of no other sentence.

    Nothing makes one sentence go before another: outcomes may overlap, and leave answers out.
    """
    pool = space.pool
    written = [(outcome, space.holds(condition)) for outcome, condition in said if condition is not None]
    rest = pool.opposite(pool.any_of(f for _, f in written))
    written += [(outcome, rest) for outcome, condition in said if condition is None]
    found: dict[str, int] = {}
    for outcome, f in written:
        found[outcome] = pool.either(found.get(outcome, FALSE), f)
    return found


def of_rule(indicator: Indicator, said: Said, space: Space) -> Iterator[Differs]:
    """Each pair of outcomes that rule and sentences give the same answers. The rule must be total and free of overlap."""
    pool = space.pool
    does, says = space.outcomes(indicator), said_outcomes(said, space)
    nothing = pool.opposite(pool.any_of(says.values()))
    for outcome, f in does.items():
        others: Iterable[tuple[str | None, int]] = [*says.items(), (None, nothing)]
        for other, g in others:
            where = pool.both(f, g)
            if other != outcome and where != FALSE:
                yield Differs(outcome, other, where)


def of_denominator(indicator: Indicator, left_out: Condition | None, space: Space) -> int:
    """The answers that lead out of the denominator but are not said to, or are said to but do not; None: nobody is left out."""
    counted = indicator.denominator or frozenset()
    does = space.pool.any_of(f for outcome, f in space.outcomes(indicator).items() if outcome not in counted)
    return different(does, FALSE if left_out is None else space.holds(left_out), space)


def of_assumption(one: Assumption, said: tuple[Condition, Condition], space: Space) -> int:
    """The answers that go against an assumption but not against what is said of it (who it is about, what they fulfil too),
    or the other way round."""
    pool = space.pool
    does, says = (pool.both(space.holds(a), pool.opposite(space.holds(b))) for a, b in ((one.when, one.then), said))
    return different(does, says, space)


def different(one: int, other: int, space: Space) -> int:
    """The answers with which one of two functions holds and the other does not."""
    pool = space.pool
    return pool.either(pool.both(one, pool.opposite(other)), pool.both(other, pool.opposite(one)))
