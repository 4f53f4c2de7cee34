"""All checks, in one list each: of an indicator's rule, of an area, of a round's areas together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ojdsl.checks.claims import claims
from ojdsl.checks.dates_by_hand import dates_by_hand
from ojdsl.checks.examples import examples
from ojdsl.checks.gaps import gaps
from ojdsl.checks.otherwise import otherwise
from ojdsl.checks.outcomes import outcomes
from ojdsl.checks.overlaps import overlaps
from ojdsl.checks.skip_conditions import skip_conditions
from ojdsl.checks.unused_names import unused_names
from ojdsl.checks.unused_questions import unused_questions
from ojdsl.diagnostics.fact import Diagnostic, Fact
from ojdsl.logic.diagram import TooLargeError
from ojdsl.logic.space import Space
from ojdsl.model.nodes import Catalogue, Indicator
from ojdsl.syntax.specs import Spec

_OF_RULES = (gaps, overlaps, outcomes, otherwise, claims, examples)
_FEW = 6
"""Cells that a rule may have without any danger of too many products."""


def check_area(catalogue: Catalogue) -> list[Diagnostic]:
    """The faults of an area's rules and skip conditions; a rule too large to decide is one."""
    space = Space(catalogue.cells())
    found = skip_conditions(space, catalogue)
    for indicator in catalogue.indicators:
        try:
            for check in _OF_RULES:
                found += check(indicator, space, catalogue)
            if len(indicator.cells) > _FEW:
                _writable(indicator, space)
        except TooLargeError:
            facts: dict[str, Fact] = {"name": indicator.family or indicator.id, "largest": space.pool.largest}
            found.append(Diagnostic("OJ427", indicator.span, facts))
            space = Space(catalogue.cells())
    return found


def _writable(indicator: Indicator, space: Space) -> None:
    """Raises TooLargeError if a back end would need too many products to write the rule."""
    for f in space.outcomes(indicator).values():
        space.primes(f)


def check_round(catalogues: Sequence[Catalogue], specs: Iterable[Spec], whole: bool) -> list[Diagnostic]:
    """The faults that only show when all areas of a round, and what they share, are seen together.

    Unless the round is `whole`, without errors, nobody knows what is unused.
    """
    specs = tuple(specs)
    unused = [*unused_questions(catalogues), *unused_names(specs)] if whole else []
    return [*unused, *dates_by_hand(specs)]
