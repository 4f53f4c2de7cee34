"""Assumptions do not contradict each other, and each is needed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ojdsl.checks.found import faults
from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.logic.decide import Proven, Refuted, decide
from ojdsl.logic.obligations import Never, NeverWorse, Obligation, allowed
from ojdsl.logic.space import Space
from ojdsl.logic.to_show import assumable, of_indicator, skip_logic
from ojdsl.model.nodes import Assumption, Catalogue
from ojdsl.syntax.specs import RoundSpec, Spec

NEEDLESS = "OJ445"


def assumptions(space: Space, catalogue: Catalogue) -> list[Diagnostic]:
    """OJ444: an assumption that speaks of no answers, since it contradicts itself, another or the skip conditions."""
    return faults(assumable(catalogue.assumptions), space, catalogue)


def needless_assumptions(catalogues: Sequence[Catalogue], specs: Iterable[Spec]) -> list[Diagnostic]:
    """OJ445: an assumption without which everything is proven all the same, the round's in every area."""
    of_round = [one for spec in specs if isinstance(spec, RoundSpec) for one in spec.assumptions]
    needed = {one.span for made in catalogues for one in _needed(made)}
    written = {one.span: one.id for made in catalogues for one in made.assumptions}
    written |= {one.span: one.id.value for one in of_round}  # no area may ask all that it names
    return [Diagnostic(NEEDLESS, span, {"name": name}) for span, name in written.items() if span not in needed]


def _needed(catalogue: Catalogue) -> list[Assumption]:
    if not catalogue.assumptions:
        return []
    space = Space(catalogue.cells())
    every = (*skip_logic(catalogue), *(one for made in catalogue.indicators for one in of_indicator(made, catalogue)))
    doubtful = [one for one in every if isinstance(one.statement, Never | NeverWorse) and isinstance(decide(one, space), Refuted)]
    return [one for one in catalogue.assumptions if not _proves_without(one, doubtful, space, catalogue)]


def _proves_without(one: Assumption, doubtful: Sequence[Obligation], space: Space, catalogue: Catalogue) -> bool:
    rest = allowed(other for other in catalogue.assumptions if other is not one)
    return all(isinstance(decide(obligation, space, rest), Proven) for obligation in doubtful)
