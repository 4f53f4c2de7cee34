"""Obligations decided by trying every set of complete answers: slow on purpose, from the nodes and the meaning alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ojdsl.logic.interpret import effective, holds
from ojdsl.logic.obligations import Apart, ComesOut, Never, NeverWorse, Sometimes, Statement
from ojdsl.model.nodes import NONRESPONSE, Catalogue, Clause, Condition
from ojdsl.testing.random_answers import complete_answers

Values = Mapping[str, str | None]


def holds_of(statement: Statement, catalogue: Catalogue) -> bool:
    """Whether a statement is true; of what never happens, among the answers that the area's assumptions allow."""
    match statement:
        case Never(condition):
            return not any(holds(condition, values) for values in every(catalogue) if _is_allowed(values, catalogue))
        case Sometimes(condition):
            return any(holds(condition, values) for values in every(catalogue))
        case Apart(one, other):
            return _differ(one, other, every(catalogue)) or _differ(one, other, complete_answers(catalogue))
        case ComesOut(clauses, answers, outcome):
            found = {
                first(clauses, effective(pattern, catalogue.cell_of))
                for pattern in complete_answers(catalogue)
                if answers.items() <= pattern.items()
            }
            return (found.pop() if len(found) == 1 else NONRESPONSE) == outcome
        case NeverWorse():
            return not any(worsening(statement, catalogue))


def worsening(claim: NeverWorse, catalogue: Catalogue) -> Iterator[tuple[Values, Values]]:
    """Each two sets of allowed answers to the compared cells, the second nowhere worse but with a worse outcome."""
    allowed = [values for values in every(catalogue) if _is_allowed(values, catalogue)]
    told = {(tuple((column, values[column]) for column in claim.better), first(claim.clauses, values)) for values in allowed}
    for one, outcome in told:
        for other, worse in told:
            if (outcome, worse) in _WORSE and nowhere_worse(dict(one), dict(other), claim):
                yield dict(one), dict(other)


_WORSE = (("Ja", "Delvis"), ("Ja", "Nej"), ("Delvis", "Nej"))


def nowhere_worse(one: Values, other: Values, claim: NeverWorse) -> bool:
    """Whether each cell that is asked in both has the same answer in both, or a better one in the second."""
    return all(
        one[column] is None or other[column] is None or one[column] == other[column] or (one[column], other[column]) in pairs
        for column, pairs in claim.better.items()
    )


def every(catalogue: Catalogue) -> Iterator[Values]:
    """What is answered where it is asked, for every set of complete answers."""
    for pattern in complete_answers(catalogue):
        yield effective(pattern, catalogue.cell_of)


def _is_allowed(values: Values, catalogue: Catalogue) -> bool:
    return all(holds(one.then, values) for one in catalogue.assumptions if holds(one.when, values))


def first(clauses: tuple[Clause, ...], values: Values) -> str:
    """The outcome of the first clause that holds."""
    return next(
        (clause.outcome for clause in clauses if clause.condition is None or holds(clause.condition, values)), NONRESPONSE
    )


def _differ(one: Condition, other: Condition, answers: Iterator[Values] | Iterator[dict[str, str]]) -> bool:
    return any(holds(one, values) != holds(other, values) for values in answers)
