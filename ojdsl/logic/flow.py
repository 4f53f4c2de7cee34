"""The way through the questions of a rule: which answer leads to which next question, and which gives a result at once.

The reduced decision diagram of the rule with its outcomes as ends, in the order that questions are asked. A question stands in it
only where its answer still matters, and is then asked: what it depends on stands before it.
"""

from __future__ import annotations

from dataclasses import dataclass

from ojdsl.logic.diagram import TRUE, TooLargeError
from ojdsl.logic.space import Space
from ojdsl.model.nodes import NONRESPONSE, Catalogue, Indicator


@dataclass(frozen=True, slots=True)
class Way:
    """Answers that lead to the same place: the number of a step, or an outcome."""

    labels: tuple[str, ...]
    to: int | str


@dataclass(frozen=True, slots=True)
class Step:
    """One cell is looked at. Its ways have all its labels, each once; they lead to later steps or to outcomes."""

    column: str
    ways: tuple[Way, ...]


def steps(indicator: Indicator, catalogue: Catalogue, largest: int) -> tuple[Step, ...]:
    """The steps, the first one first; none where every answer has the same outcome.

    Raises TooLargeError where there are more than `largest`, or where the rule itself is too large.
    """
    space = Space(catalogue.cell(column) for column in indicator.cells)
    outcomes = space.outcomes(indicator)
    first = tuple(outcomes.values())
    found: dict[tuple[int, ...], dict[tuple[int, ...], list[int]]] = {}
    waiting = [first]
    while waiting:
        here = waiting.pop()
        if here in found or _ends(here):
            continue
        if len(found) == largest:
            raise TooLargeError
        found[here] = {}
        variable = _variable(space, here)
        for value in range(space.pool.sizes[variable]):
            there = tuple(branches[value] if v == variable else f for f in here for v, branches in (space.pool.nodes[f],))
            found[here].setdefault(there, []).append(value)
        waiting += reversed(found[here])
    # the sort is stable: steps of the same cell are in the order in which the first answers lead to them
    order = sorted(found, key=lambda one: _variable(space, one))
    number = {one: at for at, one in enumerate(order)}
    names = tuple(outcomes)

    def step(here: tuple[int, ...]) -> Step:
        cell = space.cells[_variable(space, here)]
        ways = (
            Way(tuple(cell.labels[value] for value in values), number[there] if there in number else _outcome(names, there))
            for there, values in found[here].items()
        )
        return Step(cell.column, tuple(ways))

    return tuple(map(step, order))


def _variable(space: Space, functions: tuple[int, ...]) -> int:
    return min(space.pool.nodes[f][0] for f in functions)


def _ends(functions: tuple[int, ...]) -> bool:
    """Whether nothing is left to ask: every function is true or false."""
    return max(functions) <= TRUE


def _outcome(names: tuple[str, ...], functions: tuple[int, ...]) -> str:
    """The outcome of the first clause that holds, as everywhere."""
    return next((name for name, f in zip(names, functions, strict=True) if f == TRUE), NONRESPONSE)
