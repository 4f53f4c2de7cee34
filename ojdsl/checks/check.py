"""All checks, in one list each: of an indicator's rule, of an area, of a round's areas together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ojdsl.checks.assumptions import assumptions, needless_assumptions
from ojdsl.checks.better_answers import better_answers
from ojdsl.checks.claims import claims
from ojdsl.checks.dates_by_hand import dates_by_hand
from ojdsl.checks.examples import examples
from ojdsl.checks.found import CODES, NOT_PROVEN, not_proven
from ojdsl.checks.gaps import gaps
from ojdsl.checks.implied import implied
from ojdsl.checks.law_numbers import law_numbers
from ojdsl.checks.otherwise import otherwise
from ojdsl.checks.outcomes import outcomes
from ojdsl.checks.overlaps import overlaps
from ojdsl.checks.parts import parts
from ojdsl.checks.printed_alike import printed_alike
from ojdsl.checks.same_rule import same_rule
from ojdsl.checks.same_wording import same_wording, two_wordings
from ojdsl.checks.skip_conditions import skip_conditions
from ojdsl.checks.spellings import spellings
from ojdsl.checks.unused_names import unused_names
from ojdsl.checks.unused_questions import unused_questions
from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.logic.alternatives import ways_to
from ojdsl.logic.decide import UNDECIDED
from ojdsl.logic.obligations import Kind
from ojdsl.logic.space import Space
from ojdsl.model.nodes import Catalogue, Indicator
from ojdsl.syntax.specs import Spec

_SOUND = (gaps, overlaps)
_ALWAYS = (outcomes, parts, otherwise)
_WHERE_SOUND = (claims, better_answers, examples)
"""What these say of a rule with a gap or an overlap would only puzzle."""
_UNSOUND = {CODES[Kind.TOTAL], CODES[Kind.EXCLUSIVE]}
_FEW = 6
"""Cells that a rule may have without any danger of too many products."""


def check_area(catalogue: Catalogue, notes: bool = False, faulty: bool = False) -> list[Diagnostic]:
    """The faults of an area's rules and skip conditions; a rule too large to decide is one. With `notes`, also what is worth
    knowing. `faulty`: the specs have errors, a package's answers that are alike among them."""
    space = Space(catalogue.cells())
    found = assumptions(space, catalogue)
    if found:  # what contradicts itself proves anything
        catalogue = replace(catalogue, assumptions=())
    found += [] if faulty else printed_alike(catalogue)
    found += skip_conditions(space, catalogue)
    if _undecided(found):
        return found
    decided = []
    for indicator in catalogue.indicators:
        told = _check_rule(indicator, space, catalogue)
        found += told
        if _undecided(told):
            space = Space(catalogue.cells())
        else:
            decided.append(indicator)
    return found + _together(decided, space, notes)


def _check_rule(indicator: Indicator, space: Space, catalogue: Catalogue) -> list[Diagnostic]:
    """The faults of one rule; where something cannot be decided, nothing else is told of it."""
    try:
        if len(indicator.cells) > _FEW:
            _writable(indicator, catalogue)
    except UNDECIDED:
        return [not_proven(indicator.id, space.pool.largest, catalogue)]
    found: list[Diagnostic] = []
    for checks in (_SOUND, _ALWAYS, _WHERE_SOUND):
        if checks is _WHERE_SOUND and {fault.code for fault in found} & _UNSOUND:
            continue
        for check in checks:
            told = check(indicator, space, catalogue)
            if _undecided(told):
                return told
            found += told
    return found


def _undecided(faults: Iterable[Diagnostic]) -> bool:
    return any(fault.code == NOT_PROVEN for fault in faults)


def _together(indicators: Sequence[Indicator], space: Space, notes: bool) -> list[Diagnostic]:
    """What shows when indicators are compared. Where that is too much nothing is said: it is advice, no proof."""
    found: list[Diagnostic] = []
    try:
        found += same_rule(indicators, space)
        found += implied(indicators, space) if notes else []
    except UNDECIDED:
        return found
    return found


def _writable(indicator: Indicator, catalogue: Catalogue) -> None:
    """Raises TooLargeError if a back end would need too many products to write the rule."""
    space = Space(catalogue.cell(column) for column in indicator.cells)
    for f in space.outcomes(indicator).values():
        ways_to(space, f)


def check_round(catalogues: Sequence[Catalogue], specs: Iterable[Spec], whole: bool) -> list[Diagnostic]:
    """The faults that only show when all areas of a round, and what they share, are seen together.

    Unless the round is `whole`, without errors, nobody knows what is unused.
    """
    specs = tuple(specs)
    unused = [*unused_questions(catalogues), *unused_names(specs), *needless_assumptions(catalogues, specs)] if whole else []
    return [
        *unused,
        *same_wording(catalogues),
        *two_wordings(catalogues),
        *dates_by_hand(specs),
        *spellings(specs),
        *law_numbers(specs),
    ]
