"""Better answers: which answers of a cell are better than others, and which answers a better one would worsen the outcome of.

One set of answers is *nowhere worse* than another when each cell that is asked in both has in it the same answer or a better
one. A follow-up that a better answer opens is asked in one of them only and may be answered anyhow: the comparison holds for
all its answers. What is asked or not follows from the answers above it, so that this is the same as comparing all cells as if
they were asked: the answer of a cell that is asked in one of them is no evidence against the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from ojdsl.logic.diagram import FALSE
from ojdsl.logic.given import outcomes_of
from ojdsl.logic.space import Space
from ojdsl.model.nodes import NO, PARTLY, YES, AnswerKind, Catalogue, Cell, Clause

SCALE = (YES, PARTLY, NO)
"""Outcomes from the best to the worst; Ej aktuellt and Bortfall stand outside, neither better nor worse than any."""
KINDS = (AnswerKind.YES, AnswerKind.PARTLY, AnswerKind.NO)
"""Kinds of answers from the best to the worst; the others stand outside."""
_MARK = {AnswerKind.YES: (("Nej", "Ja"),), AnswerKind.NO: (("Ja", "Nej"),)}

Better = Mapping[str, tuple[tuple[str, str], ...]]
"""The cells that are compared, each with the pairs (worse, better) of its labels; none where its labels have no order."""


def better_answers(columns: Sequence[str], catalogue: Catalogue) -> Better:
    """By the kinds of the alternatives: ja is better than delvis, delvis than nej. Two of one kind have no order, nor have ej
    aktuellt, vet ej and ingen, nor numbers: nobody has said whether more is better. To mark an alternative of kind ja is
    better than not to, of kind nej worse."""
    return {column: _pairs(column, catalogue) for column in columns}


def _pairs(column: str, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    cell = catalogue.cell(column)
    kinds = {one.label: one.kind for one in catalogue.question(cell.question).alternatives}
    if cell.kind == "mark":
        return _MARK.get(kinds[cell.alternative or ""], ())
    ranks = {label: KINDS.index(kind) for label, kind in kinds.items() if kind in KINDS}
    return tuple((worse, better) for worse in ranks for better in ranks if ranks[better] < ranks[worse])


def worse_than(outcome: str) -> tuple[str, ...]:
    """The outcomes that are worse than one; none where it stands outside the scale."""
    return SCALE[SCALE.index(outcome) + 1 :] if outcome in SCALE else ()


def worsened(space: Space, clauses: Sequence[Clause], better: Better, allowed: int) -> int:
    """The allowed answers that get a worse outcome than some allowed ones that they are nowhere worse than."""
    pool = space.pool
    outcomes = {outcome: pool.both(f, allowed) for outcome, f in outcomes_of(space, clauses).items()}
    found = FALSE
    for outcome in SCALE:
        worse = pool.any_of(outcomes.get(one, FALSE) for one in worse_than(outcome))
        if outcome in outcomes and worse != FALSE:
            found = pool.either(found, pool.both(worse, _nowhere_worse(space, outcomes[outcome], better)))
    return found


def values_below(cell: Cell, better: Better) -> tuple[tuple[int, ...], ...]:
    """For each value of a cell, those that it is not worse than; all of them where the cell is not compared."""
    if cell.column not in better:
        return (tuple(range(len(cell.labels))),) * len(cell.labels)
    below = {label: [label] for label in cell.labels}
    for worse, best in better[cell.column]:
        below[best].append(worse)
    return tuple(tuple(map(cell.labels.index, below[label])) for label in cell.labels)


def _nowhere_worse(space: Space, f: int, better: Better) -> int:
    """The answers that are nowhere worse than some of f."""
    pool = space.pool

    @cache
    def below(variable: int) -> tuple[tuple[int, ...], ...]:
        return values_below(space.cells[variable], better)

    @cache
    def of(g: int) -> int:
        variable, branches = pool.nodes[g]
        if not branches:
            return g
        reached = tuple(map(of, branches))
        return pool.node(variable, tuple(pool.any_of(reached[value] for value in values) for values in below(variable)))

    return of(f)
