"""Which answers are still possible while a municipality's are chosen one by one."""

from __future__ import annotations

from ojdsl.logic.cofactor import cofactor
from ojdsl.logic.diagram import FALSE, TRUE
from ojdsl.logic.space import Space
from ojdsl.model.nodes import Cell


class LeftOpen:
    """What some condition leaves open: it holds however the labels that are offered are chosen among.

    `f` must be true of some answers.
    """

    def __init__(self, space: Space, f: int) -> None:
        self._space = space
        self._f = f

    def labels(self, cell: Cell) -> tuple[str, ...]:
        """The labels of a cell that can be completed; never none."""
        if self._f == TRUE:
            return cell.labels
        return tuple(label for label in cell.labels if self._after(cell, label) != FALSE)

    def answer(self, cell: Cell, answer: str) -> None:
        """That the cell has an answer; it stays open if that is ''."""
        self._f = self._after(cell, answer)

    def _after(self, cell: Cell, answer: str) -> int:
        return cofactor(self._space.pool, self._f, self._space.values({cell.column: answer}))
