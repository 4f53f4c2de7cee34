"""The calculation of a document, read and compared with the rule of the specs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ojdsl.diagnostics.near import nearest
from ojdsl.logic.diagram import FALSE
from ojdsl.logic.differ import of_denominator, of_rule
from ojdsl.model.nodes import Condition, Indicator, cells_of
from ojdsl.prose.reading.misread import Misread
from ojdsl.verify.expected import Expected
from ojdsl.verify.judge import Counted, Judge, Read
from ojdsl.verify.lines import Line, folded
from ojdsl.verify.parts import Key
from ojdsl.verify.report import NOTHING, ReadRule, Report, where
from ojdsl.verify.sentences import Sentence, by_member, member_of, sentences
from ojdsl.verify.words import hunks, words

_DENOMINATOR = re.compile(r"\bnämnaren\b")
_NAMED = re.compile('[”“"][^”“"]*[”“"]')
_EXAMPLE = "exempel"


@dataclass(frozen=True, slots=True)
class _Said:
    """The sentences of one indicator that were understood, each with where it stands."""

    clauses: tuple[tuple[Sentence, Read], ...]
    counted: tuple[tuple[Sentence, Counted], ...]
    other: tuple[tuple[Sentence, Misread], ...]


def rules(expected: Expected, key: Key, old: Sequence[Line], new: Sequence[Line], judge: Judge, report: Report) -> None:
    """OJ820–OJ823, OJ836: what the document says of the results of an indicator, or of each member of a family."""
    members = expected.members
    shared_before, own_before = by_member(old, members, labels=True)
    stand_out = any(line.role == "label" and member_of(line, members) is not None for line in new)
    shared, own = by_member(new, members, labels=stand_out or not own_before)
    told: set[tuple[str, Line]] = set()
    for number, indicator in enumerate(expected.family):
        before = _read(sentences((*shared_before, *own_before.get(number, ()))), indicator.own_row, judge)
        after = _read(sentences((*shared, *own.get(number, ()))), indicator.own_row, judge)
        _Comparison(expected.id, key, indicator, before, after, judge, report, told).all()


def misread(fault: Misread, sentence: Sentence, place: str, report: Report) -> None:
    """OJ821: a sentence that is not understood, at the words where reading stops."""
    line, at = sentence.line_at(fault.position)
    rest = line.text[at:].split(" ")
    word = rest[0] if at < len(line.text) else ""
    span = report.paper.span(line, min(at, max(len(line.text) - 1, 0)), at + len(word) if word else None)
    near = nearest(word.strip('”“"()., '), fault.expected)
    report.at("OJ821", span, where=place, words=" ".join(rest[:4]) or line.text, near=near)


def _read(said: Sequence[Sentence], row: str | None, judge: Judge) -> _Said:
    clauses: list[tuple[Sentence, Read]] = []
    counted: list[tuple[Sentence, Counted]] = []
    other: list[tuple[Sentence, Misread]] = []
    for one in said:
        if _of_denominator(one):
            denominator = judge.denominator(one.text, row)
            if isinstance(denominator, Misread):
                other.append((one, denominator))
            else:
                counted.append((one, denominator))
            continue
        clause = judge.clause(one.text, row)
        if isinstance(clause, Misread):
            other.append((one, clause))
        else:
            clauses.append((one, clause))
    return _Said(tuple(clauses), tuple(counted), tuple(other))


@dataclass(slots=True)
class _Comparison:
    """One indicator: `before` is how we write it, `after` how the document does. `told` is what was said of members before."""

    name: str
    key: Key
    indicator: Indicator
    before: _Said
    after: _Said
    judge: Judge
    report: Report
    told: set[tuple[str, Line]]

    def all(self) -> None:
        self.others()
        unread = {_of_denominator(one) for one, _ in self.after.other if one.key not in {o.key for o, _ in self.before.other}}
        good = not unread
        if (self.after.clauses or self.after.counted) and False not in unread:
            good &= self.rule()
        if (self.after.clauses or self.after.counted) and True not in unread:
            good &= self.denominator()
        if good:
            self.wording()

    def once(self, code: str, line: Line) -> bool:
        """Whether a fault is new: members that share a sentence share its faults."""
        new = (code, line) not in self.told
        self.told.add((code, line))
        return new

    def others(self) -> None:
        """Sentences that are no rule, such as examples, must be ours to the word; all else that is not understood is a fault."""
        ours = {one.key: one for one, _ in self.before.other}
        theirs = {one.key for one, _ in self.after.other}
        left = [one for name, one in ours.items() if name not in theirs]
        for one, fault in self.after.other:
            if one.key in ours:
                continue
            pair = next((mine for mine in left if _alike(mine, one)), None)
            if pair is not None:
                left.remove(pair)
                self.edits(_lines(pair), _lines(one))
            elif self.once("OJ821", one.first):
                misread(fault, one, where(self.name, self.key), self.report)
        for one in left:
            self.edits(_lines(one), ())

    def edits(self, before: Sequence[Line], after: Sequence[Line]) -> None:
        old, new = words(before), words(after)
        for hunk in hunks(old, new):
            if self.once("OJ835" + hunk.said[0] + hunk.said[1], (*after, *before)[0]):
                self.report.edited(self.name, self.key, old, hunk, after)

    def rule(self) -> bool:
        """OJ820: whether the sentences give every municipality the result that the specs give."""
        said = [clause for _, clause in self.after.clauses]
        space = self.judge.space_of(condition for _, condition in said)
        differs = sorted(of_rule(self.indicator, said, space), key=lambda one: one.said is None)
        for one in differs[:1]:  # another outcome rather than none: it is easier to see
            ours = {sentence.key for sentence, _ in self.before.clauses}
            line = next((sentence.first for sentence, _ in self.after.clauses if sentence.key not in ours), self.first)
            if self.once("OJ820", line):
                columns = [
                    *self.indicator.cells,
                    *(cell for _, tested in said if tested is not None for cell in cells_of(tested)),
                ]
                example, document = self.judge.example(space, one.where, columns), one.said or NOTHING
                fault = self.report.fault(
                    "OJ820", line, self.indicator.span, example, name=self.name, spec=one.rule, document=document
                )  # fmt: skip
                self.report.read.append(ReadRule(fault, self.indicator, tuple(said)))
        return not differs

    @property
    def first(self) -> Line:
        return (*self.after.clauses, *self.after.counted, *self.after.other)[0][0].first

    def denominator(self) -> bool:
        """OJ822, OJ823: whether every sentence about the denominator counts those that the specs count."""
        if self.indicator.denominator is None or not (self.after.counted or self.before.counted):
            return True
        if not self.after.counted:
            self.counts(self.first, ())
            return False
        same = [self.counted(one, *said) for one, said in self.after.counted]  # each is told, not the first only
        return all(same)

    def counted(self, one: Sentence, outcomes: Sequence[str], others: Condition | None) -> bool:
        """One sentence: the outcomes that it counts, and who is left out."""
        if frozenset(outcomes) != self.indicator.denominator:
            self.counts(one.first, outcomes)
            return False
        space = self.judge.space_of([others])
        difference = of_denominator(self.indicator, others, space)
        if difference != FALSE and self.once("OJ823", one.first):
            columns = [*self.indicator.cells, *(cells_of(others) if others is not None else ())]
            example = self.judge.example(space, difference, columns)
            self.report.fault("OJ823", one.first, self.indicator.span, example, name=self.name)
        return difference == FALSE

    def counts(self, line: Line, outcomes: Sequence[str]) -> None:
        """OJ822."""
        spec = "/".join(one for one in self.indicator.outcomes if one in (self.indicator.denominator or ()))
        if self.once("OJ822", line):
            document = "/".join(outcomes) or NOTHING
            self.report.fault("OJ822", line, self.indicator.span, name=self.name, spec=spec or NOTHING, document=document)

    def wording(self) -> None:
        """OJ836: sentences that say the same in other words; they are not kept, for these are written by the compiler."""
        ours = {one.key for one, _ in (*self.before.clauses, *self.before.counted)}
        for one, _ in (*self.after.clauses, *self.after.counted):
            if one.key not in ours and self.once("OJ836", one.first):
                self.report.fault("OJ836", one.first, where=where(self.name, self.key))


def _of_denominator(one: Sentence) -> bool:
    """Whether a sentence is about the denominator, whatever the answers are called that it names."""
    return _DENOMINATOR.search(_NAMED.sub("", one.text)) is not None


def _alike(one: Sentence, other: Sentence) -> bool:
    """Whether one is probably the other, edited."""
    mine, theirs = (folded(text).casefold() for text in (one.text, other.text))
    if mine.startswith(_EXAMPLE) or theirs.startswith(_EXAMPLE):
        return mine.startswith(_EXAMPLE) == theirs.startswith(_EXAMPLE)
    shared = set(mine.split()) & set(theirs.split())
    return len(shared) * 2 > max(len(set(mine.split())), len(set(theirs.split())))


def _lines(sentence: Sentence) -> tuple[Line, ...]:
    return tuple(line for _, line in sentence.places)
