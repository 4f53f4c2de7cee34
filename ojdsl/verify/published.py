"""Where results are published, and which shares are not: read, and compared with what the specs say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ojdsl.model.nodes import Indicator, Withholding
from ojdsl.prose.read import read_levels, read_withholding
from ojdsl.prose.reading.misread import Misread
from ojdsl.verify.judge import Judge
from ojdsl.verify.lines import Line, folded, present
from ojdsl.verify.report import NOTHING, Report, where
from ojdsl.verify.rules import misread
from ojdsl.verify.sentences import Sentence

_WITHHELD = re.compile(r"En andel visas inte\b")
WITHHELD = where("", None)


def levels(indicator: Indicator, place: str, new: Sequence[Line], report: Report) -> bool:
    """OJ829: whether the levels of a document are those of the specs; the order in which they are said does not count."""
    line = next(iter(present(new)), None)
    if line is None:
        return True
    label, colon, value = line.text.partition(": ")
    start = len(label + colon) if colon else 0
    read = read_levels(value if colon else label)
    if isinstance(read, Misread):
        shifted = Misread(read.position + start, read.kind, read.expected)
        misread(shifted, Sentence(line.text, ((0, line),)), place, report)
    elif set(read) != set(indicator.levels):
        spec, document = (", ".join(some) or NOTHING for some in (indicator.levels, read))
        report.fault("OJ829", line, indicator.span, where=place, spec=spec, document=document)
    else:
        return True
    return False


def withholding(lines: Sequence[Line], judge: Judge, report: Report) -> bool:
    """OJ829: whether the document says when shares are withheld as the round does; what it does not say is another fault."""
    ours, rule = {folded(line.text) for line in judge.whole.outside}, judge.catalogue.round.withholding
    said = [(line, at.start(), _read(line, at.start())) for line in present(lines) if (at := _WITHHELD.search(line.text))]
    wrong = [one for one in said if isinstance(one[2], Misread) or _rule(one[2]) != _rule(rule)]
    if len(wrong) < len(said):  # it is said rightly: what else looks like it may be a text of the specs
        wrong = [one for one in wrong if folded(one[0].text) not in ours]
    for line, start, read in wrong[:1]:
        if isinstance(read, Misread):
            shifted = Misread(read.position + start, read.kind, read.expected)
            misread(shifted, Sentence(line.text, ((0, line),)), WITHHELD, report)
        else:
            report.fault("OJ829", line, where=WITHHELD, spec=_said(rule), document=_said(read))
    return not wrong


def _read(line: Line, start: int) -> Withholding | Misread:
    return read_withholding(line.text[start:])


def _rule(rule: Withholding) -> tuple[int, frozenset[str]]:
    return rule.percent, frozenset(rule.counted)


def _said(rule: Withholding) -> str:
    return f"{rule.percent} %, {' + '.join(rule.counted)}"
