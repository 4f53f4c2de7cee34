"""What our reader makes of the calculations of the printed guide: equal to the specs, different, or not understood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ojdsl.diagnostics.fact import Counterexample
from ojdsl.logic.diagram import FALSE
from ojdsl.logic.differ import different, of_denominator, said_outcomes
from ojdsl.model.nodes import Catalogue, Indicator, cells_of
from ojdsl.prose.read_loosely import Counted, Reported, Result, Statement, read_loosely
from ojdsl.prose.reading.misread import Misread
from ojdsl.verify.judge import Judge
from tests.guide.printed import Described, Sentence

Verdict = Literal["equal", "different", "not understood", "missing", "not said"]
"""`missing`: not said though some answers leave the denominator; `not said`: nor do any."""
TARGET = ("Ja",)


@dataclass(frozen=True, slots=True)
class Stopped:
    """Where reading a sentence stopped."""

    sentence: Sentence
    at: Misread


@dataclass(frozen=True, slots=True)
class Difference:
    """What the guide says otherwise, of an indicator; with a municipality for which they part, if answers show it."""

    indicator: str
    what: str
    example: Counterexample | None


@dataclass(frozen=True, slots=True)
class Part:
    """A rule, or a denominator: all sentences about it, for all members of a family."""

    verdict: Verdict
    stopped: tuple[Stopped, ...] = ()
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """A description of the guide beside the specs. `members` is empty where there are none of its name."""

    described: Described
    members: tuple[Indicator, ...]
    rule: Part
    denominator: Part
    without: tuple[str, ...]
    """Outcomes of the specs that no sentence gives, where the rule is understood."""

    @property
    def whole(self) -> Verdict:
        """Of the whole text: what is worst in it."""
        parts = self.rule.verdict, self.denominator.verdict
        order: tuple[Verdict, ...] = ("not understood", "different", "equal")
        return next((verdict for verdict in order if verdict in parts), self.rule.verdict)


def judged(guide: Iterable[Described], catalogue: Catalogue) -> list[Judged]:
    judge = Judge(catalogue)
    by_name = {folded(one.description.short_name): one for one in catalogue.indicators}
    return [_judged(one, tuple(by_name[folded(name)] for name in one.names if folded(name) in by_name), judge) for one in guide]


def folded(name: str) -> str:
    """Letters and digits alone: the print has many dashes, and breaks words."""
    return re.sub(r"[\W_]", "", name).casefold()


def _judged(described: Described, members: tuple[Indicator, ...], judge: Judge) -> Judged:
    if len(members) < len(described.names) or not members:
        nothing = Part("not said")
        return Judged(described, (), nothing, nothing, ())
    read = {member.id: [(one, _read(one, member, judge)) for one in described.sentences] for member in members}
    parts = []
    for about_denominator in (False, True):
        said = {name: [pair for pair in pairs if about(*pair) is about_denominator] for name, pairs in read.items()}
        stopped = dict.fromkeys(Stopped(one, at) for pairs in said.values() for one, at in pairs if isinstance(at, Misread))
        found = {member.id: [one for _, one in said[member.id] if not isinstance(one, Misread)] for member in members}
        compare = _denominators if about_denominator else _rules
        differences = tuple(one for member in members for one in compare(member, found[member.id], judge))
        empty = not any(found.values()) if about_denominator else not any(isinstance(one, Result) for one in found[members[0].id])
        verdict = _verdict(bool(stopped), bool(differences), empty)
        if verdict == "not said" and about_denominator and any(_leaves(member, judge) for member in members):
            verdict = "missing"
        parts.append(Part(verdict, tuple(stopped), differences))
    given = {one.outcome for pairs in read.values() for _, one in pairs if isinstance(one, Result)}
    understood = parts[0].verdict in ("equal", "different")
    without = tuple(outcome for outcome in members[0].outcomes if understood and outcome not in given)
    return Judged(described, members, parts[0], parts[1], without)


def _verdict(stopped: bool, differs: bool, empty: bool) -> Verdict:
    if stopped:
        return "not understood"
    return "different" if differs else "not said" if empty else "equal"


def _leaves(member: Indicator, judge: Judge) -> bool:
    """Whether some answers lead out of the denominator; a background measure has none."""
    return member.denominator is not None and of_denominator(member, None, judge.space) != FALSE


def _read(sentence: Sentence, member: Indicator, judge: Judge) -> Statement | Misread:
    return read_loosely(sentence.text, judge.catalogue, member.row.label if member.row else None)


def about(sentence: Sentence, read: Statement | Misread) -> bool:
    """Whether a sentence is about the denominator; one that is not understood is if it has the word."""
    return isinstance(read, Counted) or (isinstance(read, Misread) and "nämnaren" in sentence.text)


def _rules(member: Indicator, said: list[Statement], judge: Judge) -> Iterator[Difference]:
    """Outcome by outcome: one that the guide has no sentence for is not compared."""
    results = [(one.outcome, one.condition) for one in said if isinstance(one, Result)]
    says, does = said_outcomes(results, judge.space), judge.space.outcomes(member)
    tested = [column for _, condition in results if condition is not None for column in cells_of(condition)]
    for outcome, f in says.items():
        where = different(f, does.get(outcome, FALSE), judge.space)
        if where != FALSE:
            yield Difference(member.id, outcome, judge.example(judge.space, where, [*member.cells, *tested]))
    for one in said:
        if isinstance(one, Reported):
            ours = TARGET if one.share else member.outcomes
            if one.outcomes and set(one.outcomes) != set(ours):
                yield Difference(member.id, "/".join(one.outcomes), None)


def _denominators(member: Indicator, said: list[Statement], judge: Judge) -> Iterator[Difference]:
    """All that leaves the denominator is what leaves it by some sentence."""
    counted = [one for one in said if isinstance(one, Counted)]
    if not counted:
        return
    says = judge.space.pool.any_of(judge.space.holds(one.left_out) for one in counted if one.left_out is not None)
    where = different(of_denominator(member, None, judge.space), says, judge.space)
    if where != FALSE:
        tested = [column for one in counted if one.left_out is not None for column in cells_of(one.left_out)]
        yield Difference(member.id, "nämnaren", judge.example(judge.space, where, [*member.cells, *tested]))
