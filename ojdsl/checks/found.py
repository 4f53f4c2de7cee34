"""What checks of rules have in common."""

from __future__ import annotations

from collections.abc import Mapping

from ojdsl.diagnostics.fact import Counterexample
from ojdsl.logic.space import Space
from ojdsl.model.nodes import Catalogue, Indicator


def counterexample(space: Space, f: int, indicator: Indicator, catalogue: Catalogue) -> Counterexample | None:
    """One municipality's answers to the indicator's questions with which f is true, as a form; None when there is none."""
    found = space.example(f, indicator.cells)
    return None if found is None else form(found, catalogue)


def form(answers: Mapping[str, str], catalogue: Catalogue) -> Counterexample:
    """Answers by column as the lines of a form: question, row and alternative, then the answer."""
    lines = []
    for cell in catalogue.cells():
        if cell.column in answers:
            several = cell.row is not None and len({one.row for one in catalogue.question(cell.question).cells}) > 1
            parts = (cell.question, cell.row if several else None, cell.alternative)
            lines.append((", ".join(part for part in parts if part), answers[cell.column] or "–"))
    return Counterexample(dict(answers), tuple(lines))
