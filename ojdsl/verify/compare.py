"""One document against the specs: every description with the one that it should be, and what stands outside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ojdsl.logic.decide import UNDECIDED
from ojdsl.model.dates import MONTHS
from ojdsl.source import Span
from ojdsl.verify.assumed import assumptions
from ojdsl.verify.described import SUM, Description, described
from ojdsl.verify.expected import Expected
from ojdsl.verify.found import Found, found
from ojdsl.verify.judge import Judge
from ojdsl.verify.lines import Line, Written, folded, present
from ojdsl.verify.paper import Paper
from ojdsl.verify.parts import ANSWERS, ASKED, CALCULATION, LEVELS, NAMES, WORDING, Key
from ojdsl.verify.pictures import pictures
from ojdsl.verify.published import levels, withholding
from ojdsl.verify.questions import answers, asked, question_of, renamed
from ojdsl.verify.report import NOTHING, Report, where
from ojdsl.verify.rules import rules
from ojdsl.verify.words import hunks, shown, words

_DATES = ("Mätdatum", "Mätperiod")
_GENERATED = ("Redovisas som", LEVELS, "Datatäckning")
_MONTHS = "|".join(MONTHS)
_DATE = re.compile(rf"\b\d{{1,2}} (?:{_MONTHS})\b|\b(?:19|20)\d\d\b|\b\d+ månader\b")
_OF_DATE = re.compile(rf"\d+\W*|.*\b(?:{_MONTHS}|månader|\d{{4}})\b.*")
_SHORT = 80
"""So short a fact is said whole."""
_TITLE = Key("", "rubrik")
_NO_TEXT = frozenset(("till innehållet", "innehåll"))
_EMPTY: tuple[Line, ...] = ()


def compare(written: Written, judge: Judge) -> Report:
    """Everything that a document says otherwise than the specs."""
    report = Report(Paper(written))
    read = described(written.lines, judge.whole.known)
    pairs = found(read.descriptions, judge.whole)
    seen = {pair.expected.id for pair in pairs if pair.expected is not None}
    for expected in judge.whole.descriptions:
        if expected.id not in seen:
            report.fault("OJ831", None, expected.family[0].span, name=expected.id)
    for pair in pairs:
        if pair.expected is None:
            _extra(pair.description, report)
        else:
            _description(pair.expected, pair, judge, report)
    _outside(read.outside, judge, report)
    pictures(judge.whole.pictures, written.pictures, report)
    _comments(written, pairs, report)
    return report


def _extra(description: Description, report: Report) -> None:
    names = (line for name, lines in description.rows.items() if NAMES.fullmatch(name) for line in present(lines))
    line = next(names, description.title) or next((one for lines in description.rows.values() for one in lines), None)
    report.fault("OJ832", line, name=line.text if line else NOTHING)


# --- one description --------------------------------------------------------------------------------------------------


def _description(expected: Expected, pair: Found, judge: Judge, report: Report) -> None:
    old = {_key(key): lines for key, lines in expected.parts.items()}
    other = renamed(_questions(expected.parts), _questions(pair.parts))
    new = {_key(replace(key, question=other.get(key.question, key.question))): lines for key, lines in pair.parts.items()}
    span = expected.family[0].span
    for now, right in other.items():
        report.fault("OJ827", _heading(pair, now), span, name=expected.id, spec=right, document=now)
    _title(expected, pair, report)
    gone, added = set(_questions(old)) - set(_questions(new)), set(_questions(new)) - set(_questions(old))
    for question in sorted(gone):
        report.fault("OJ827", pair.description.title, span, name=expected.id, spec=question, document=NOTHING)
    for question in sorted(added):
        report.fault("OJ827", _heading(pair, question), span, name=expected.id, spec=NOTHING, document=question)
    for key in dict.fromkeys((*old, *new)):
        if key.question not in gone | added or not key.question:
            _part(expected, key, old.get(key), new.get(key), pair, judge, report)


def _part(
    expected: Expected,
    key: Key,
    old: tuple[Line, ...] | None,
    new: tuple[Line, ...] | None,
    pair: Found,
    judge: Judge,
    report: Report,
) -> None:
    """One part, by what it is made from."""
    span, place = expected.family[0].span, where(expected.id, key)
    before, after = old or _EMPTY, new or _EMPTY
    if key.part == ASKED and key.question:
        if before and _same(before, after) and not _is_conditional(key, judge):
            return  # a wording that begins like a condition
        _asked(expected.id, key, before, after, judge, report, _heading(pair, key.question))
    elif old is not None and (new is None or (before and not present(after))):
        if before or key.part != WORDING:
            report.fault("OJ833", next(iter(after), pair.description.title), span, where=place)
    elif old is None:
        report.fault("OJ834", next(iter(present(after)), pair.description.title), where=place)
    elif key.part == CALCULATION:
        _rules(expected, key, before, after, judge, report)
    elif (key.part == LEVELS and not levels(expected.family[0], place, after, report)) or _same(before, after):
        return
    elif key.part == ANSWERS and key.question:
        answers(expected.id, key, before, after, judge, report)
    elif (code := _code(key)) is not None:
        _generated(code, place, before, after, span, report)
    else:
        _text(expected.id, key, before, after, report)


def _is_conditional(key: Key, judge: Judge) -> bool:
    question = question_of(key, judge)
    return question is not None and any(cell.asked_if is not None for cell in question.cells)


def _rules(expected: Expected, key: Key, old: Sequence[Line], new: Sequence[Line], judge: Judge, report: Report) -> None:
    try:
        rules(expected, key, old, new, judge, report)
    except UNDECIDED:  # equal words are read alike; what other words would say is not decided, but that they are other is said
        judge.start_again()
        _text(expected.id, key, old, new, report)


def _asked(
    name: str, key: Key, old: Sequence[Line], new: Sequence[Line], judge: Judge, report: Report, heading: Line | None
) -> None:
    try:
        asked(name, key, new, judge, report, heading)
    except UNDECIDED:
        judge.start_again()
        _text(name, key, old, new, report)


def _code(key: Key) -> str | None:
    """The fault of a part that is not written by a person."""
    if key.part in _DATES:
        return "OJ828"
    if key.part in _GENERATED:
        return "OJ829"
    return "OJ830" if NAMES.fullmatch(folded(key.row)) else None


def _generated(code: str, place: str, old: Sequence[Line], new: Sequence[Line], span: Span, report: Report) -> None:
    """A difference in what is not free text: what the specs have and what the document has, word by word where it is long."""
    before, after = words(old), words(new)
    whole = _values(shown(before), shown(after))
    if max(map(len, whole)) <= _SHORT and len(new) == 1:
        report.fault(code, new[0], span, where=place, spec=whole[0] or NOTHING, document=whole[1] or NOTHING)
        return
    for hunk in hunks(before, after):
        here, there = hunk.said
        report.at(code, report.words(hunk, new), span, where=place, spec=here, document=there)


def _values(one: str, other: str) -> tuple[str, str]:
    """What stands after a label that ends with a colon, where both have it."""
    (label, _, value), (same, _, changed) = one.partition(": "), other.partition(": ")
    return (value, changed) if folded(label) == folded(same) and value and changed else (one, other)


def _text(name: str, key: Key | None, old: Sequence[Line], new: Sequence[Line], report: Report) -> None:
    """OJ835 for every change of a text; OJ828 where the change is of a date, which the round gives."""
    before, after = words(old), words(new)
    dates = Counter(_DATE.findall(shown(before))) != Counter(_DATE.findall(shown(after)))
    for hunk in hunks(before, after):
        if dates and any(_OF_DATE.fullmatch(word.text) for word in (*hunk.old, *hunk.new)):
            here, there = hunk.said
            report.at("OJ828", report.words(hunk, new), where=where(name, key), spec=here, document=there)
        else:
            report.edited(name, key, before, hunk, new)


def _title(expected: Expected, pair: Found, report: Report) -> None:
    """OJ830: what stands above the description."""
    title = pair.description.title
    if title is None or folded(title.text) != folded(expected.title):
        said = title.text if title is not None and title.text else NOTHING
        report.fault(
            "OJ830", title, expected.family[0].span, where=where(expected.id, _TITLE), spec=expected.title, document=said
        )


# --- the rest of the document -----------------------------------------------------------------------------------------


def _outside(lines: Sequence[Line], judge: Judge, report: Report) -> None:
    """What stands before, between and after the descriptions; and what the document says that it was made from."""
    made = next((line for line in reversed(present(lines)) if judge.whole.known.ends(line)), None)
    sums = [found[0] for text in (made.text if made else "", judge.whole.provenance) if (found := SUM.search(text))]
    if made is not None and len(set(sums)) == 2:
        report.fault("OJ838", None)
    withheld = withholding(lines, judge, report)
    ours, kept = (_without_signposts(some) for some in (judge.whole.outside, [line for line in lines if line is not made]))
    ours, kept = assumptions(ours, kept, judge, report)
    before, after = words(ours, breaks=False), words(kept, breaks=False)
    for hunk in hunks(before, after) if withheld else ():
        report.edited("", None, before, hunk, kept)


def _without_signposts(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if folded(line.text).casefold() not in _NO_TEXT]


def _comments(written: Written, pairs: Sequence[Found], report: Report) -> None:
    """OJ837: remarks in the margin."""
    of = {
        id(line): where(pair.expected.id, key)
        for pair in pairs
        if pair.expected
        for key, some in pair.parts.items()
        for line in some
    }
    for line in written.lines:
        for comment in line.comments:
            author = comment.author or NOTHING
            report.fault("OJ837", line, author=author, where=of.get(id(line), where("", None)), text=comment.text)


# --- keys -------------------------------------------------------------------------------------------------------------


def _key(key: Key) -> Key:
    """The same whatever typography its heading has."""
    return Key(folded(key.row), key.part, key.question)


def _questions(keys: Mapping[Key, object] | Sequence[Key]) -> list[str]:
    return list(dict.fromkeys(key.question for key in keys if key.question))


def _heading(pair: Found, question: str) -> Line | None:
    """A line of a question, to point at."""
    lines = (line for key, some in pair.parts.items() if key.question == question for line in some)
    return next(lines, pair.description.title)


def _same(old: Sequence[Line], new: Sequence[Line]) -> bool:
    return folded(" ".join(line.text for line in old)) == folded(" ".join(line.text for line in present(new)))
