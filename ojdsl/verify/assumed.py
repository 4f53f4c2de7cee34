"""What a document says is assumed of answers, read and compared with what the specs assume."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ojdsl.logic.decide import UNDECIDED
from ojdsl.logic.diagram import FALSE
from ojdsl.logic.differ import of_assumption
from ojdsl.model.nodes import Assumption, cells_of
from ojdsl.prose.read import read_assumption
from ojdsl.prose.reading.misread import Misread
from ojdsl.prose.rule import assumption_text
from ojdsl.verify.judge import Judge
from ojdsl.verify.lines import Line, folded, present
from ojdsl.verify.report import Report
from ojdsl.verify.rules import misread
from ojdsl.verify.sentences import Sentence

_ASSUMED = re.compile(r"En kommun som har\b.*\bantas\b", re.IGNORECASE)


def assumptions(old: Sequence[Line], new: Sequence[Line], judge: Judge, report: Report) -> tuple[list[Line], list[Line]]:
    """OJ840, OJ821, OJ836: every assumption that a document has in other words, in their order. Gives the lines that are left to
    be compared as texts: one that came or went is a text that did."""
    ours = {folded(assumption_text(one, judge.catalogue)): one for one in judge.catalogue.assumptions}
    there = {folded(line.text) for line in present(new)}
    gone = [text for text in ours if text not in there]
    edited = [line for line in present(new) if _ASSUMED.match(line.text) and folded(line.text) not in ours]
    told = [(text, line) for text, line in zip(gone, edited, strict=False) if _compared(ours[text], line, judge, report)]
    texts, lines = {text for text, _ in told}, [line for _, line in told]
    return [line for line in old if folded(line.text) not in texts], [line for line in new if line not in lines]


def _compared(one: Assumption, line: Line, judge: Judge, report: Report) -> bool:
    """Whether it could be: what cannot be decided is compared as a text."""
    where = f"antagandet {one.id}"
    read = read_assumption(line.text, judge.catalogue)
    if isinstance(read, Misread):
        misread(read, Sentence(line.text, ((0, line),)), where, report)
        return True
    try:
        space = judge.space_of(read)
        difference = of_assumption(one, read, space)
    except UNDECIDED:
        judge.start_again()
        return False
    if difference == FALSE:
        report.fault("OJ836", line, where=where)
    else:
        tested = [column for condition in (one.when, one.then, *read) for column in cells_of(condition)]
        report.fault("OJ840", line, one.span, judge.example(space, difference, tested), name=one.id)
    return True
