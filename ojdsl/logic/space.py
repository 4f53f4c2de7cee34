"""An area's answers as a space of functions: conditions and rules become decision diagrams over raw answers.

A variable is a cell, its values are the labels (of a number, the intervals that they stand for). Being asked is itself a
function of other cells, so no value stands for "not asked" and blanks need none: a partial answer is a product of sets of
values (see `ojdsl.logic.primes`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ojdsl.logic.diagram import FALSE, TRUE, Diagrams
from ojdsl.logic.primes import primes
from ojdsl.model.nodes import And, Asked, Between, Cell, Condition, Count, In, Indicator, Or, Test
from ojdsl.model.numbers import labels_in, position, test_of

ProductOfLabels = tuple[tuple[str, tuple[str, ...]], ...]
"""A prime implicant in the catalogue's words: (column, labels) in the survey's order."""


class Space:
    """Functions over the answers to some cells; cells of free text are not part of it."""

    def __init__(self, cells: Iterable[Cell]) -> None:
        self.cells = [cell for cell in cells if cell.labels]
        self.number = {cell.column: number for number, cell in enumerate(self.cells)}
        self.pool = Diagrams([len(cell.labels) for cell in self.cells])
        self._asked: dict[str, int] = {}
        self._outcomes: dict[str, dict[str, int]] = {}

    def asked(self, column: str) -> int:
        """The answers with which a cell is asked. Conditions are not circular: the model has seen to that."""
        if column not in self._asked:
            condition = self.cells[self.number[column]].asked_if
            self._asked[column] = TRUE if condition is None else self.holds(condition)
        return self._asked[column]

    def holds(self, condition: Condition) -> int:
        """The answers with which a condition holds."""
        match condition:
            case In(column) | Between(column):
                number = self.number[column]
                known = self.cells[number].labels
                answer = self.pool.test(number, (known.index(label) for label in self.labels(condition)))
                return self.pool.both(self.asked(column), answer)
            case Asked(column):
                return self.asked(column)
            case And(args):
                return self.pool.all_of(map(self.holds, args))
            case Or(args):
                return self.pool.any_of(map(self.holds, args))
            case Count(least, most, args):
                return self.pool.count(least, most, [self.holds(arg) for arg in args])

    def test(self, column: str, labels: tuple[str, ...]) -> Test:
        """The test that these labels of a cell pass; of a number, all that they stand for."""
        return test_of(self.cells[self.number[column]], labels)

    def all_pass(self, product: ProductOfLabels) -> And:
        """That every cell of a product is asked, and its answer among the labels."""
        return And(tuple(self.test(column, labels) for column, labels in product))

    def labels(self, test: Test) -> tuple[str, ...]:
        """The labels that pass a test."""
        return labels_in(self.cells[self.number[test.cell]], test)

    def values(self, answers: Mapping[str, str]) -> dict[int, int]:
        """Some answers (column → answer, '' where open) as numbers of cells and of their labels; free text is left out."""
        known = {self.number[column]: answer for column, answer in answers.items() if answer and column in self.number}
        return {number: position(self.cells[number], answer) for number, answer in known.items()}

    def outcomes(self, indicator: Indicator) -> dict[str, int]:
        """The answers with which each outcome comes; `annars` takes what no other clause does.

        Clauses overlap only where an assumption says that no answers do; of answers that do so all the same the first counts.
        """
        if indicator.id in self._outcomes:
            return self._outcomes[indicator.id]
        found = self._outcomes[indicator.id] = {}
        for clause in indicator.clauses:
            rest = self.pool.opposite(self.pool.any_of(found.values()))
            f = rest if clause.condition is None else self.pool.both(rest, self.holds(clause.condition))
            found[clause.outcome] = self.pool.either(found.get(clause.outcome, FALSE), f)
        return found

    def primes(self, f: int) -> tuple[ProductOfLabels, ...]:
        """The prime implicants of a function, as labels by column."""
        return tuple(
            tuple(
                (self.cells[variable].column, tuple(self.cells[variable].labels[value] for value in sorted(values)))
                for variable, values in product
            )
            for product in primes(self.pool, f)
        )

    def example(self, f: int, columns: Iterable[str]) -> Mapping[str, str] | None:
        """One municipality's answers to the asked ones of `columns`, with which f is true; None when there is none."""
        found = self.pool.witness(f)
        if found is None:
            return None
        return self.form({number: found.get(number, 0) for number in range(len(self.cells))}, columns)

    def form(self, values: Mapping[int, int], columns: Iterable[str]) -> Mapping[str, str]:
        """Complete answers (cell number → value number) as labels of the asked ones of `columns`."""
        answers = {column: self.cells[self.number[column]].labels[values[self.number[column]]] for column in columns}
        return {column: label for column, label in answers.items() if self.true_of(self.asked(column), values)}

    def true_of(self, f: int, values: Mapping[int, int]) -> bool:
        """Whether a function is true of complete answers (cell number → value number)."""
        while f not in (FALSE, TRUE):
            variable, branches = self.pool.nodes[f]
            f = branches[values[variable]]
        return f == TRUE
