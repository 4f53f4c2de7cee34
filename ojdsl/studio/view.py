"""What the preview shows: the last catalogue without errors, and what is said of the files as they are now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from ojdsl.backends.to_python import evaluator
from ojdsl.data.engine import Engine, load_engine
from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.model.nodes import Catalogue, Indicator, Question
from ojdsl.pipeline import Checked


@dataclass(frozen=True)  # no slots: the evaluator is kept in the instance
class Good:
    """A catalogue without errors, and when its files were read."""

    catalogue: Catalogue
    time: datetime

    @cached_property
    def engine(self) -> Engine:
        """The evaluator that `build` would write; made when answers are tried, for a page need not wait for it."""
        return load_engine(evaluator(self.catalogue))


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of the files: a catalogue if there is no error, and every fault; or in words why there was nothing to read."""

    time: datetime
    good: Good | None
    faults: tuple[Diagnostic, ...] = ()
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class View:
    """`number` tells a view from all others, those of an earlier preview too, for a page may outlive it.

    `good` may be older than `now`; `changed` are the indicators that it made anew.
    """

    number: int
    now: Reading
    good: Good | None
    changed: frozenset[str] = frozenset()

    @property
    def stale(self) -> bool:
        """Whether what is shown is older than the files."""
        return self.good is not None and self.now.good is None


def reading(checked: Checked, time: datetime) -> Reading:
    """What a check of one area gave."""
    if checked.has_errors or len(checked.catalogues) != 1:
        return Reading(time, None, checked.faults)
    (catalogue,) = checked.catalogues.values()
    return Reading(time, Good(catalogue, time), checked.faults)


def first_view(now: Reading) -> View:
    return View(_number(now), now, now.good)


def next_view(before: View, now: Reading) -> View:
    """What is shown after another reading."""
    number = max(before.number + 1, _number(now))
    if now.good is None:
        return View(number, now, before.good, before.changed)
    return View(number, now, now.good, _changed(before.good, now.good) or before.changed)


def _number(now: Reading) -> int:
    """Milliseconds since 1970."""
    return int(now.time.timestamp() * 1000)


def _changed(old: Good | None, new: Good) -> frozenset[str]:
    """The indicators that are not as they were, their questions included."""
    if old is None:
        return frozenset()
    known = {one.id: one for one in old.catalogue.indicators}
    return frozenset(
        one.id
        for one in new.catalogue.indicators
        if one.id not in known or _whole(one, new.catalogue) != _whole(known[one.id], old.catalogue)
    )


def _whole(indicator: Indicator, catalogue: Catalogue) -> tuple[object, ...]:
    return indicator, *(_asked(catalogue.question(name)) for name in indicator.questions)


def _asked(question: Question) -> Question:
    """The question apart from how numbers are cut: that follows from the limits in every rule, and this one may be as it was."""
    if question.number is None:
        return question
    return replace(question, cells=tuple(replace(cell, labels=()) for cell in question.cells))
