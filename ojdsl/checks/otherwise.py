"""`annars` hides no answer that says "does not apply" or "do not know"."""

from __future__ import annotations

from ojdsl.checks.found import counterexample
from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.logic.diagram import FALSE
from ojdsl.logic.space import Space
from ojdsl.model.nodes import AnswerKind, Catalogue, Condition, In, Indicator, children

_SILENT = (AnswerKind.NOT_APPLICABLE, AnswerKind.DO_NOT_KNOW)


def otherwise(indicator: Indicator, space: Space, catalogue: Catalogue) -> list[Diagnostic]:
    """OJ424: an asked answer of those kinds that falls into `annars` though no condition names it."""
    last = next((clause for clause in indicator.clauses if clause.condition is None), None)
    if last is None:
        return []
    named: set[tuple[str, str]] = set()
    for clause in indicator.clauses:
        if clause.condition is not None:
            named |= _named(clause.condition)
    rest = space.outcomes(indicator)[last.outcome]
    found = []
    for column in indicator.cells:
        question = catalogue.question(space.cells[space.number[column]].question)
        for alternative in () if question.multiple else question.alternatives:
            if alternative.kind not in _SILENT or (column, alternative.label) in named:
                continue
            hidden = space.pool.both(rest, space.holds(In(column, (alternative.label,))))
            if hidden != FALSE:
                facts = {"label": alternative.label, "question": question.id, "outcome": last.outcome}
                example = counterexample(space, hidden, indicator, catalogue)
                found.append(Diagnostic("OJ424", last.span, facts, (), example))
    return found


def _named(condition: Condition) -> set[tuple[str, str]]:
    """The (column, label) pairs that a condition mentions, also after "är inte"."""
    if isinstance(condition, In):
        return {(condition.cell, label) for label in (*condition.labels, *condition.excluded)}
    return {pair for child in children(condition) for pair in _named(child)}
