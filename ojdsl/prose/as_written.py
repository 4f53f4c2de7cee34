"""Conditions as a spec writes them, for authors: `G2 är Ja, och G2a är Ja eller Ej aktuellt`.

What the rule language has no words for (a mark that is not made) is said so that an author understands it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ojdsl.model.nodes import And, Asked, Between, Condition, Count, In, Or, Test
from ojdsl.prose.condition import Words
from ojdsl.prose.number import range_text
from ojdsl.syntax import labels as written


def as_written(condition: Condition, words: Words) -> str:
    """The condition on one line; parts of parts stand in parentheses."""
    match condition:
        case In() | Between():
            return _test(condition, words)
        case Asked(column):
            return f"{_place([column], words)} ställs"
        case And(args):
            return _list("alla", args, words) or _joined(args, "och", words)
        case Or(args):
            return _list("minst 1", args, words) or _joined(args, "eller", words)
        case Count(least, most, args):
            amount = _amount(least, most, len(args))
            return _list(amount, args, words) or f"{amount} av ({'; '.join(as_written(arg, words) for arg in args)})"


def _joined(args: Sequence[Condition], joiner: str, words: Words) -> str:
    said = [(as_written(arg, words), isinstance(arg, And | Or) and len(arg.args) > 1) for arg in args]
    several = len(said) > 1
    return f", {joiner} ".join(dict.fromkeys(f"({text})" if compound and several else text for text, compound in said))


def _amount(least: int, most: int, total: int) -> str:
    if least == most:
        return "alla" if least == total else f"exakt {least}"
    if most == total:
        return f"minst {least}"
    return f"högst {most}" if least == 0 else f"{least}–{most}"


def _test(test: Test, words: Words) -> str:
    cell = words.cells[test.cell]
    place = _place([test.cell], words)
    if cell.alternative is None or isinstance(test, Between):
        return f"{place} är {_answers(test, words)}"
    if len(test.labels) == len(cell.labels):
        return f"{place} ställs"
    return f"{place} innehåller {'' if test.labels == ('Ja',) else 'inte '}{written.mark(cell.alternative)}"


def _answers(test: Test, words: Words) -> str:
    number = words.cells[test.cell].number
    if isinstance(test, Between):
        said = " eller ".join(range_text(one, number) for one in test.excluded or test.ranges if number)
        return f"inte {said}" if test.excluded else said
    labels = " eller ".join(map(written.answer, test.excluded or test.labels))
    return f"inte {labels}" if test.excluded else labels


def _list(amount: str, args: Sequence[Condition], words: Words) -> str:
    """`alla av G3 är Ja`, `G6a innehåller A och B`; nothing unless all are the same test of cells of one question."""
    tests = [arg for arg in args if isinstance(arg, In | Between)]
    cells = [words.cells[test.cell] for test in tests]
    alike = {
        (cell.question, replace(test, cell=""), test.excluded, cell.alternative is None)
        for test, cell in zip(tests, cells, strict=True)
    }
    if not len(args) == len(tests) == len(set(tests)) > 1 or len(alike) > 1:
        return ""
    place = _place([cell.column for cell in cells], words)
    if cells[0].alternative is None:
        return f"{amount} av {place} är {_answers(tests[0], words)}"
    joiner = {"alla": " och ", "minst 1": " eller "}.get(amount)
    if replace(tests[0], cell="") != In("", ("Ja",)) or joiner is None:
        return ""
    return f"{place} innehåller {joiner.join(written.mark(cell.alternative or '') for cell in cells)}"


def _place(columns: Sequence[str], words: Words) -> str:
    """`G3[Mål, Ansvar]`; the rows are left out where they are all there are, or the indicator's own."""
    cells = [words.cells[column] for column in columns]
    question = cells[0].question
    rows = [row for row in dict.fromkeys(words.named_row(cell) for cell in cells) if row is not None]
    every = len(rows) > 1 and set(rows) == set(words.rows_of(question))
    return question if not rows or every else f"{question}[{', '.join(map(written.row, rows))}]"
