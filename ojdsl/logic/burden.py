"""What a survey asks of a unit: how much at least and at most, what no result needs, and what can no longer change a result.

Everything is decided over all consistent answers, on the diagrams; nothing is sampled. How many of some cells are asked is
the sum of their conditions. Conditions that share no cell vary independently, so that the sum is bounded part by part.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from ojdsl.logic.alternatives import ways_to
from ojdsl.logic.cofactor import cofactor, exists, support
from ojdsl.logic.diagram import FALSE, TRUE
from ojdsl.logic.explain import Tests, possible_labels, without_implied
from ojdsl.logic.space import Space
from ojdsl.model.nodes import And, Between, Catalogue, Cell, In, Indicator, Question


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many are asked: at least and at most."""

    least: int
    most: int


Load = tuple[tuple[int, ...], ...]
"""For each independent part of a survey, functions: number k holds when exactly k of its cells (or questions) are asked."""


def space_of(catalogue: Catalogue) -> Space:
    """All answers to a survey."""
    return Space(catalogue.cells())


def load_of_cells(space: Space, catalogue: Catalogue) -> Load:
    """How many cells are asked, those of free text too. Raises TooLargeError."""
    return _load(space, [_asked(space, cell) for cell in catalogue.cells()])


def load_of_questions(space: Space, catalogue: Catalogue) -> Load:
    """How many questions are asked in some part. Raises TooLargeError."""
    return _load(space, [asked_in_part(space, question) for question in catalogue.questions])


def bounds(space: Space, load: Load, answers: Mapping[str, str]) -> Bounds:
    """The load on units that give some answers (column → label, '' or left out where open): none for all units."""
    known = space.values(answers)
    parts = [[count for count, f in enumerate(part) if cofactor(space.pool, f, known) != FALSE] for part in load]
    return Bounds(sum(min(counts) for counts in parts), sum(max(counts) for counts in parts))


def asked_in_part(space: Space, question: Question) -> int:
    """The answers with which some cell of a question is asked."""
    return space.pool.any_of(_asked(space, cell) for cell in question.cells)


def _asked(space: Space, cell: Cell) -> int:
    return TRUE if cell.asked_if is None else space.holds(cell.asked_if)


def _load(space: Space, functions: Sequence[int]) -> Load:
    parts: list[tuple[frozenset[int], list[int]]] = []
    for f in functions:
        cells, together = support(space.pool, f), [f]
        for part in [part for part in parts if part[0] & cells]:
            parts.remove(part)
            cells, together = cells | part[0], part[1] + together
        parts.append((cells, together))
    return tuple(tuple(space.pool.count(count, count, together) for count in range(len(together) + 1)) for _, together in parts)


# --- what no result needs ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Interchangeable:
    """Labels of one cell that give every indicator the same outcome and every question the same respondents."""

    column: str
    labels: tuple[str, ...]


def needed(space: Space, catalogue: Catalogue) -> frozenset[str]:
    """The columns on which the outcome of some indicator or background measure depends."""
    functions = [f for indicator in catalogue.indicators for f in space.outcomes(indicator).values()]
    return frozenset(space.cells[number].column for f in functions for number in support(space.pool, f))


def interchangeable(space: Space, catalogue: Catalogue) -> tuple[Interchangeable, ...]:
    """The alternatives that could be one as far as results go, of cells that are needed; in the survey's order."""
    functions = {f for indicator in catalogue.indicators for f in space.outcomes(indicator).values()}
    functions |= {_asked(space, cell) for cell in catalogue.cells()}
    used = needed(space, catalogue)
    found = []
    for number, cell in enumerate(space.cells):
        alike: dict[tuple[int, ...], list[str]] = {}
        for value, label in enumerate(cell.labels) if cell.column in used and cell.number is None else ():
            effect = tuple(cofactor(space.pool, f, {number: value}) for f in sorted(functions))
            alike.setdefault(effect, []).append(label)
        found += [Interchangeable(cell.column, tuple(labels)) for labels in alike.values() if len(labels) > 1]
    return tuple(found)


# --- what can no longer change a result -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Settled:
    """A follow-up that, though asked, can change no outcome of some indicators after some answers to earlier questions.

    Each of `ways` suffices, whatever the other earlier and all later answers are; what the follow-up's being asked tells
    anyway is left out.
    """

    column: str
    indicators: tuple[str, ...]
    ways: tuple[Tests, ...]


def settled_by_indicator(space: Space, catalogue: Catalogue) -> tuple[Settled, ...]:
    """For each indicator by itself its follow-ups that can become settled. Raises TooLargeError."""
    pairs = ((cell, (one,)) for one in catalogue.indicators for cell in catalogue.cells() if cell.column in one.cells)
    return tuple(found for cell, one in pairs if (found := settled(space, catalogue, cell, one)) is not None)


def settled_for_all(space: Space, catalogue: Catalogue) -> tuple[Settled, ...]:
    """The follow-ups that can become settled for all the area's indicators at once: they need not be asked then."""
    found = (settled(space, catalogue, cell, catalogue.indicators) for cell in catalogue.cells())
    return tuple(one for one in found if one is not None)


def settled(space: Space, catalogue: Catalogue, cell: Cell, indicators: Sequence[Indicator]) -> Settled | None:
    """None where the cell is no follow-up, where it can always change something, and where it never can."""
    if cell.asked_if is None or not cell.labels:
        return None
    pool, number, asked = space.pool, space.number[cell.column], _asked(space, cell)
    own = [one for one in indicators if cell.column in one.cells]
    outcomes = [f for indicator in own for f in space.outcomes(indicator).values()]
    matters = pool.any_of(pool.both(exists(pool, f, (number,)), exists(pool, pool.opposite(f), (number,))) for f in outcomes)
    later = support(pool, matters) - _earlier(space, catalogue, cell) - support(pool, asked)
    matters = exists(pool, matters, sorted(later))
    if matters == FALSE:
        return None
    done = pool.opposite(matters)
    ways = (way.args for way in ways_to(space, done) if pool.both(space.holds(way), asked) != FALSE)
    # where it is not asked it changes nothing: what its being asked tells is not needed for `done`
    tests = (without_implied(space, done, tuple(one for one in way if isinstance(one, In | Between))) for way in ways)
    possible = tuple(dict.fromkeys(_possible(space, one, asked) for one in tests))
    return Settled(cell.column, tuple(one.id for one in own), possible) if possible else None


def _earlier(space: Space, catalogue: Catalogue, cell: Cell) -> frozenset[int]:
    """The cells of the questions before a cell's own."""
    before = takewhile(lambda question: question.id != cell.question, catalogue.questions)
    return frozenset(space.number[one.column] for question in before for one in question.cells if one.labels)


def _possible(space: Space, tests: Tests, asked: int) -> Tests:
    """The tests without labels that cannot be where the follow-up is asked."""
    whole = space.pool.both(asked, space.holds(And(tests)))
    return tuple(space.test(test.cell, possible_labels(space, whole, test.cell, space.labels(test))) for test in tests)
