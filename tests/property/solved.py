"""Obligations decided by z3: a number for each cell (where it is answered with one, just that), formulas from the nodes alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import z3

from ojdsl.logic.obligations import Apart, ComesOut, Never, NeverWorse, Sometimes, Statement
from ojdsl.model.nodes import NONRESPONSE, And, Asked, Between, Catalogue, Cell, Clause, Condition, Count, In, Or
from ojdsl.testing.random_answers import labelled

Formula = Any
"""z3 ships no types that mypy can use."""


class Survey:
    """The cells as numbers; with `all_asked`, whatever their conditions say. Another suffix, and the answers are others."""

    def __init__(self, catalogue: Catalogue, all_asked: bool = False, suffix: str = "") -> None:
        self.cells = {cell.column: cell for cell in labelled(catalogue)}
        self.number = {column: z3.Int(column + suffix) for column in self.cells}
        self.all_asked = all_asked
        self.bounds = [_within(one, self.cells[column]) for column, one in self.number.items()]

    def possible(self, formula: Formula) -> bool:
        """Whether some answers fulfil it."""
        solver = z3.Solver()
        solver.add(*self.bounds, formula)
        result = solver.check()
        assert result != z3.unknown
        return bool(result == z3.sat)

    def asked(self, column: str) -> Formula:
        condition = self.cells[column].asked_if
        return z3.BoolVal(True) if condition is None or self.all_asked else self.formula(condition)

    def answered(self, column: str, label: str) -> Formula:
        cell = self.cells[column]
        return self.number[column] == (int(label) if cell.number else cell.labels.index(label))

    def formula(self, condition: Condition) -> Formula:
        match condition:
            case In(cell, labels):
                return z3.And(self.asked(cell), z3.Or(*(self.answered(cell, label) for label in labels)))
            case Between(cell, ranges):
                number = self.number[cell]
                return z3.And(self.asked(cell), z3.Or(*(z3.And(low <= number, number <= high) for low, high in ranges)))
            case Asked(cell):
                return self.asked(cell)
            case And(args):
                return z3.And(*map(self.formula, args))
            case Or(args):
                return z3.Or(*map(self.formula, args))
            case Count(least, most, args):
                holding = z3.Sum(*(z3.If(self.formula(arg), 1, 0) for arg in args))
                return z3.And(holding >= least, holding <= most)

    def differ(self, one: Condition, other: Condition) -> bool:
        return self.possible(self.formula(one) != self.formula(other))


def _within(number: Formula, cell: Cell) -> Formula:
    low, high = (cell.number.min, cell.number.max) if cell.number else (0, len(cell.labels) - 1)
    return z3.And(number >= low, number <= high)


def holds_of(statement: Statement, catalogue: Catalogue) -> bool:
    """Whether a statement is true."""
    survey = Survey(catalogue)
    match statement:
        case Never(condition):
            return not survey.possible(z3.And(survey.formula(condition), _allowed(survey, catalogue)))
        case Sometimes(condition):
            return survey.possible(survey.formula(condition))
        case Apart(one, other):
            return survey.differ(one, other) or Survey(catalogue, all_asked=True).differ(one, other)
        case ComesOut(clauses, answers, outcome):
            found = [one for one in _outcomes(clauses) if survey.possible(_comes(one, clauses, answers, survey))]
            return (found[0] if len(found) == 1 else NONRESPONSE) == outcome
        case NeverWorse():
            second = Survey(catalogue, suffix="'")
            both = z3.And(*second.bounds, _allowed(survey, catalogue), _allowed(second, catalogue))
            return not survey.possible(z3.And(both, _nowhere_worse(statement, survey, second), _worse(statement, survey, second)))


def _allowed(survey: Survey, catalogue: Catalogue) -> Formula:
    return z3.And(*(z3.Implies(survey.formula(one.when), survey.formula(one.then)) for one in catalogue.assumptions))


def _nowhere_worse(claim: NeverWorse, one: Survey, other: Survey) -> Formula:
    """Where a cell is asked in both, it has the same answer in both or a better one in the second."""
    return z3.And(
        *(
            z3.Implies(
                z3.And(one.asked(column), other.asked(column)),
                z3.Or(
                    one.number[column] == other.number[column],
                    *(z3.And(one.answered(column, worse), other.answered(column, better)) for worse, better in pairs),
                ),
            )
            for column, pairs in claim.better.items()
        )
    )


def _worse(claim: NeverWorse, one: Survey, other: Survey) -> Formula:
    """The outcome of the second is Nej where that of the first is Ja or Delvis, or Delvis where it is Ja."""
    pairs = (("Ja", "Delvis"), ("Ja", "Nej"), ("Delvis", "Nej"))
    return z3.Or(*(z3.And(*map(_comes, pair, (claim.clauses,) * 2, ({}, {}), (one, other))) for pair in pairs))


def _outcomes(clauses: tuple[Clause, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*(clause.outcome for clause in clauses), NONRESPONSE)))


def _comes(outcome: str, clauses: tuple[Clause, ...], answers: Mapping[str, str], survey: Survey) -> Formula:
    """The answers, and the first clause that holds has the outcome."""
    given = z3.And(*(survey.answered(column, label) for column, label in answers.items()))
    rest: Formula = z3.BoolVal(outcome == NONRESPONSE)
    for clause in reversed(clauses):
        condition = z3.BoolVal(True) if clause.condition is None else survey.formula(clause.condition)
        rest = z3.If(condition, z3.BoolVal(clause.outcome == outcome), rest)
    return z3.And(given, rest)
