"""A condition as a spec writes it: one line of rule, or a list under `minst ett av:` and the like.

Read again it says the same of all answers. What the rule language has no words for (that something does not hold, unless it is
an answer; a mark that is not made) gives None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ojdsl.model.nodes import And, Asked, Between, Condition, Count, In, Or
from ojdsl.prose.condition import Words
from ojdsl.prose.number import range_text
from ojdsl.syntax import labels as rule_labels

_NOT_PLAIN = re.compile(r": | #|:$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of rule. `joined`: it has parts with "och" or "eller" between them; `marked`: the question whose marks it names."""

    text: str
    joined: bool = False
    marked: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """`minst 2 av`, with its parts."""

    amount: str
    parts: tuple[Written, ...]


Written = Line | Listed


class _NoWordsError(Exception):
    """The rule language cannot say it."""


def as_rule(condition: Condition, words: Words) -> Written | None:
    """The condition in the rule language; a member's own row goes without saying."""
    try:
        return _written(condition, words)
    except _NoWordsError:
        return None


def rule_lines(key: str, written: Written, indent: str = "") -> list[str]:
    """`Ja: G6 är Ja`, or a list below."""
    return _lines(f"{indent}{key}:", written, indent)


def _lines(start: str, written: Written, indent: str) -> list[str]:
    if isinstance(written, Line):
        return [f"{start} {_scalar(written.text)}"]
    deeper = indent + "  "
    head = [start, f"{deeper}{written.amount}:"] if not start.endswith("-") else [f"{start} {written.amount}:"]
    return head + [line for part in written.parts for line in _lines(f"{deeper}  -", part, f"{deeper}  ")]


def _scalar(text: str) -> str:
    return "'" + text.replace("'", "''") + "'" if _NOT_PLAIN.search(text) else text


def _written(condition: Condition, words: Words) -> Written:
    match condition:
        case In(column, labels, excluded):
            return _in(column, labels, excluded, words)
        case Between(column, ranges, excluded):
            number = words.cells[column].number
            said = " eller ".join(range_text(one, number) for one in excluded or ranges if number is not None)
            return Line(f"{_place(column, words)} är {'inte ' if excluded else ''}{said}")
        case Asked(column):
            return _asked(column, words)
        case And(args):
            return _all(args, words)
        case Or(args):
            return _joined([_written(one, words) for one in args], "eller", "minst ett av")
        case Count(least, most, args):
            return _count(least, most, args, words)


def _asked(column: str, words: Words) -> Line:
    if words.cells[column].kind == "text":
        raise _NoWordsError
    return Line(f"{_place(column, words)} ställs")


def _in(column: str, labels: Sequence[str], excluded: Sequence[str], words: Words) -> Line:
    cell = words.cells[column]
    if cell.alternative is None:
        said = " eller ".join(map(rule_labels.answer, excluded or labels))
        return Line(f"{_place(column, words)} är {'inte ' if excluded else ''}{said}")
    if tuple(labels) == ("Nej",):
        raise _NoWordsError
    if "Nej" in labels:
        return _asked(column, words)
    place = _place(column, words)
    return Line(f"{place} innehåller {rule_labels.mark(cell.alternative)}", marked=place)


def _all(args: Sequence[Condition], words: Words) -> Written:
    """`och`; marks of one question that follow each other are named together."""
    found: list[Written] = []
    for one in args:
        written = _written(one, words)
        last = found[-1] if found else None
        if isinstance(written, Line) and isinstance(last, Line) and written.marked and written.marked == last.marked:
            found[-1] = replace(last, text=f"{last.text} och {written.text.removeprefix(f'{written.marked} innehåller ')}")
        else:
            found.append(written)
    return _joined(found, "och", "alla av")


def _joined(parts: list[Written], joiner: str, amount: str) -> Written:
    if not parts:
        raise _NoWordsError
    if len(parts) == 1:
        return parts[0]
    if all(isinstance(part, Line) and not part.joined for part in parts):
        return Line(f", {joiner} ".join(part.text for part in parts if isinstance(part, Line)), joined=True)
    return Listed(amount, tuple(parts))


def _count(least: int, most: int, args: Sequence[Condition], words: Words) -> Written:
    total = len(args)
    if most == 0 or (least == 0 and most == total):
        raise _NoWordsError
    if least == total:
        return _all(args, words)
    parts = tuple(_written(one, words) for one in args)
    at_least = Listed("minst ett av" if least == 1 else f"minst {least} av", parts)
    if most == total:
        return at_least
    if least == most:
        return Listed(f"exakt {least} av", parts)
    at_most = Listed(f"högst {most} av", parts)
    return at_most if least == 0 else Listed("alla av", (at_least, at_most))


def _place(column: str, words: Words) -> str:
    cell = words.cells[column]
    row = words.named_row(cell)
    return cell.question if row is None else f"{cell.question}[{rule_labels.row(row)}]"
