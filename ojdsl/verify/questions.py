"""A question as a document has it: its number, when it is asked, and its answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ojdsl.logic.diagram import FALSE, TRUE
from ojdsl.model.nodes import Catalogue, Condition, Question, cells_of
from ojdsl.prose.reading.misread import Misread
from ojdsl.verify.judge import Judge
from ojdsl.verify.lines import Line, folded, present
from ojdsl.verify.parts import Key
from ojdsl.verify.report import NOTHING, ReadAsked, Report, where
from ojdsl.verify.rules import misread
from ojdsl.verify.sentences import sentences

_ALWAYS: Mapping[str | None, Condition | None] = {}


def renamed(old: Sequence[str], new: Sequence[str]) -> dict[str, str]:
    """Questions of a document that stand where others should, by the number that they should have."""
    missing = [one for one in old if one not in new]
    added = [one for one in new if one not in old]
    return dict(zip(added, missing, strict=False))


def asked(name: str, key: Key, new: Sequence[Line], judge: Judge, report: Report, heading: Line | None) -> None:
    """OJ824, OJ825: the condition of a question, read and compared for each of its rows."""
    question = question_of(key, judge)
    if question is None:
        return
    said = sentences(new)
    read: Mapping[str | None, Condition | None] = _ALWAYS
    for one in said:
        found = judge.asked(one.text, question)
        if isinstance(found, Misread):
            misread(found, one, where(name, key), report)
            return
        read = found
    space = judge.space_of(read.values())
    pool = space.pool
    for cell in question.cells:
        condition = read.get(cell.row)
        here, there = (TRUE if one is None else space.holds(one) for one in (cell.asked_if, condition))
        fewer, more = pool.both(here, pool.opposite(there)), pool.both(there, pool.opposite(here))
        for code, f in (("OJ824", fewer), ("OJ825", more)):
            if f != FALSE:
                columns = {one for test in (condition, cell.asked_if) if test is not None for one in cells_of(test)}
                line = said[0].first if said else heading
                fault = report.fault(code, line, question.span, judge.example(space, f, columns), where=where(name, key))
                report.read.append(ReadAsked(fault, question, read))
                return


def answers(name: str, key: Key, old: Sequence[Line], new: Sequence[Line], judge: Judge, report: Report) -> None:
    """OJ826: alternatives that the question does not have, or has and the document lacks."""
    before, after = _alternatives(old), _alternatives(new)
    if list(map(folded, before)) == list(map(folded, after)):
        return
    question = question_of(key, judge)
    here = [one for one in before if folded(one) not in map(folded, after)]
    there = [one for one in after if folded(one) not in map(folded, before)]
    if not here and not there:  # another order, or one of them twice
        here, there = before, after
    line = next((one for one in present(new) if there and there[0] in one.text), next(iter(present(new)), None))
    span = question.span if question else None
    report.fault(
        "OJ826", line, span, where=where(name, key), spec=" / ".join(here) or NOTHING, document=" / ".join(there) or NOTHING
    )


def _alternatives(lines: Sequence[Line]) -> list[str]:
    """The answers after the colon, or below it; what stands before the colon comes first."""
    found: list[str] = []
    for number, line in enumerate(present(lines)):
        head, colon, rest = line.text.partition(":") if number == 0 else ("", "", line.text)
        found += [head] if colon else []
        found += [one.strip() for one in rest.split(" / ") if one.strip()]
    return found


def question_of(key: Key, judge: Judge) -> Question | None:
    """The question of a part, by its printed number."""
    return question_in(key, judge.catalogue)


def question_in(key: Key, catalogue: Catalogue) -> Question | None:
    return catalogue.question_of.get("".join(char for char in key.question if char.isalnum() or char == "."))
