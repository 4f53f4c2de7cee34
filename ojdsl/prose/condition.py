"""Conditions in Swedish: what a municipality has answered, written to follow "kommunen har".

Grouping is never left to the reader: a part that itself says "eller" between questions, or counts conditions, becomes a list.
How many parts a list has is said, and in flat text each part carries its whole path, so that it can be read back
(`ojdsl.prose.read`, which shares nothing with this).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ojdsl.model.nodes import And, Asked, Between, Catalogue, Cell, Condition, Count, In, Indicator, Or, Question, Test
from ojdsl.prose.facts import printed_id, swedish_list
from ojdsl.prose.number import numbers
from ojdsl.prose.phrase import Phrase

_NUMBERS = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")


class Words:
    """What conditions need to know of the survey to be said; a member's own row goes without saying."""

    def __init__(self, catalogue: Catalogue, indicator: Indicator | None = None) -> None:
        self.questions: Mapping[str, Question] = catalogue.question_of
        self.cells: Mapping[str, Cell] = catalogue.cell_of
        self.row = None if indicator is None else indicator.own_row

    def rows_of(self, question: str) -> tuple[str, ...]:
        """The rows that must be named; a question of one row has none."""
        rows = self.questions[question].rows
        return tuple(row.label for row in rows) if len(rows) > 1 else ()

    def named_row(self, cell: Cell) -> str | None:
        """The cell's row if it must be named."""
        return None if cell.row == self.row or not self.rows_of(cell.question) else cell.row


@dataclass(frozen=True, slots=True)
class _Part:
    """`svarat` + `”Ja”` + `på fråga` + G2: one sentence part, in pieces so that neighbours can be joined.

    `question` is None where the place is more than a question; then `rest` says it all. `mixed` parts have an "eller"
    of their own between questions, and `items` are a list under the part.
    """

    verb: str
    rest: str
    question: str | None = None
    mixed: bool = False
    items: tuple[Phrase, ...] = ()

    @property
    def after_verb(self) -> str:
        return self.rest if self.question is None else f"{self.rest} på fråga {printed_id(self.question)}"

    @property
    def phrase(self) -> Phrase:
        return Phrase(f"{self.verb} {self.after_verb}", self.items)


_ANYTHING = _Part("lämnat", "vilka svar som helst")
_IMPOSSIBLE = _Part("uppfyllt", "ett omöjligt villkor")


def phrase(condition: Condition, words: Words) -> Phrase:
    """The condition as one sentence part, with a list where it has parts of parts."""
    return _part(condition, words).phrase


def plain(condition: Condition, words: Words) -> str:
    """The condition on one line, lists written with a), b) …"""
    return flat(phrase(condition, words))


def flat(phrased: Phrase, path: str = "") -> str:
    """A phrase on one line: the parts of its list are a, b …, those of a part's own list a1, a2 …, and so on in turns."""
    said = phrased.text
    for number, item in enumerate(phrased.items):
        under = f"{path}{number + 1}" if path[-1:].isalpha() else path + _letters(number)
        said += f"{'; ' if number else ' '}{under}) {flat(item, under)}"
    return said


def _letters(number: int) -> str:
    """a, b … z, aa, ab …"""
    return (_letters(number // 26 - 1) if number >= 26 else "") + chr(97 + number % 26)


def answers(test: Test, words: Words) -> str:
    """The answers as the reader finds them in the question: by label, or whole where the whole wording has another start."""
    if isinstance(test, Between):
        said = numbers(test.excluded or test.ranges, words.cells[test.cell])
        return f"något annat än {said}" if test.excluded else said
    printed = printed_names(words.questions[words.cells[test.cell].question])
    named = swedish_list([f"”{within(printed[label])}”" for label in test.excluded or test.labels], "eller")
    return f"något annat än {named}" if test.excluded else named


def printed_names(question: Question) -> dict[str, str]:
    """What the answers of a question are called in a sentence, by label."""
    return {one.label: one.label if one.text.startswith(one.label) else one.text for one in question.alternatives}


def within(name: str) -> str:
    """A name between quotation marks has single ones inside it."""
    return re.sub('[”“"]', "’", name)


# --- conditions of conditions -----------------------------------------------------------------------------------------


def _part(condition: Condition, words: Words) -> _Part:
    match condition:
        case In() | Between():
            return _tests((condition,), 1, 1, words) if _possible(condition) else _IMPOSSIBLE
        case Asked(column):
            return _asked(words.cells[column], words)
        case Count(least, most, args):
            return _counted(least, most, args, words)
        case And():
            return _all_of(_flattened(condition), words)
        case Or():
            return _any_of(_flattened(condition), words)


def _possible(test: Test) -> bool:
    return bool(test.labels if isinstance(test, In) else test.ranges)


def _flattened(condition: And | Or) -> tuple[Condition, ...]:
    """The arguments, with those of arguments of the same kind, or of one argument only, in their place."""
    found: list[Condition] = []
    for arg in map(_unwrapped, condition.args):
        found.extend(_flattened(arg) if isinstance(arg, And | Or) and type(arg) is type(condition) else (arg,))
    return tuple(dict.fromkeys(found))


def _unwrapped(condition: Condition) -> Condition:
    """What stands alone in an "och", an "eller" or a number of one is the whole of it; so is a denial that is denied."""
    match condition:
        case And((only,)) | Or((only,)) | Count(1, _, (only,)) | Count(0, 0, (Count(0, 0, (only,)),)):
            return _unwrapped(only)
    return condition


def _all_of(args: Sequence[Condition], words: Words) -> _Part:
    parts = _distinct(_neighbours(args, words))
    if not parts:
        return _ANYTHING
    if len(parts) > 1 and any(part.items or part.mixed for part in parts):
        return _listed(len(parts), len(parts), parts)
    return _joined(parts, "och")


def _any_of(args: Sequence[Condition], words: Words) -> _Part:
    if len(args) > 1 and (tests := _alike_tests(args, words)):
        return _tests(tests, 1, len(tests), words)
    parts = _distinct([_part(arg, words) for arg in args])
    if not parts:
        return _IMPOSSIBLE
    if len(parts) == 1:
        return parts[0]
    if len(parts) > 3 or not all(isinstance(arg, In | Between | Asked) for arg in args):
        return _listed(1, len(parts), parts)
    return _joined(parts, "eller")


def _counted(least: int, most: int, args: tuple[Condition, ...], words: Words) -> _Part:
    if least == 0 and most == len(args):
        return _ANYTHING
    if len(args) > 1 and (tests := _alike_tests(args, words)):
        return _tests(tests, least, most, words)
    parts = [_part(arg, words) for arg in args]
    if len(parts) > 1:
        return _listed(least, most, parts)
    return parts[0] if most else _not(args[0], parts[0], words)


def _not(condition: Condition, part: _Part, words: Words) -> _Part:
    """The verb is denied where it is clear what goes with it; a denial that is denied is none."""
    match condition:
        case Count(0, 0, (denied,)):
            return _part(denied, words)
        case In() | Between() | Asked() if part is not _IMPOSSIBLE:
            return _Part(f"inte {part.verb}", part.rest, part.question)
    return _Part("inte", "uppfyllt följande villkor:", items=(part.phrase,))


def _listed(least: int, most: int, parts: Sequence[_Part]) -> _Part:
    """A list, and how many of its parts are to hold."""
    total, amount = len(parts), _amount(least, most, len(parts), "ett")
    if amount == "alla":
        said = "båda följande villkor:" if total == 2 else f"alla följande {number_word(total)} villkor:"
    else:
        said = f"{amount} av följande {number_word(total)} villkor:"
    return _Part("uppfyllt", said, items=tuple(part.phrase for part in parts))


def _distinct(parts: Sequence[_Part]) -> list[_Part]:
    return list(dict.fromkeys(parts))


def _joined(parts: Sequence[_Part], joiner: str) -> _Part:
    """`svarat ”Ja” på fråga 1, och ”Nej” på fråga 2`: the verb is said once, and questions with the same answers together."""
    together: list[str] = []
    verb = ""
    for (_, rest, _), same in groupby(parts, key=lambda part: (part.verb, part.rest, part.question is None)):
        group = list(same)
        names = [printed_id(part.question) for part in group if part.question is not None and part.verb == "svarat"]
        places = "frågorna" if len(names) > 1 and joiner == "och" else "fråga"
        said = [f"{rest} på {places} {swedish_list(names, joiner)}"] if names else [part.after_verb for part in group]
        for text in said:
            together.append(text if group[0].verb == verb == "svarat" else f"{group[0].verb} {text}")
            verb = group[0].verb
    mixed = len(parts) > 1 and joiner == "eller"
    first, text = parts[0].verb, _sentence(together, joiner)
    return parts[0] if len(parts) == 1 else _Part(first, text[len(first) + 1 :], mixed=mixed)


def _sentence(parts: Sequence[str], joiner: str) -> str:
    """A comma keeps parts with their own "och" or "eller" apart."""
    compound = len(parts) > 2 or any(f" {word} " in part for part in parts for word in ("och", "eller"))
    if len(parts) < 2 or not compound:
        return swedish_list(parts, joiner)
    return f"{', '.join(parts[:-1])}, {joiner} {parts[-1]}"


# --- tests of one question --------------------------------------------------------------------------------------------


def _neighbours(args: Sequence[Condition], words: Words) -> list[_Part]:
    """Neighbouring tests of the same question for the same answers are said in one breath."""
    groups: list[list[Condition]] = []
    for arg in args:
        if groups and _alike_tests((groups[-1][0], arg), words):
            groups[-1].append(arg)
        else:
            groups.append([arg])
    said = []
    for group in groups:
        tests = tuple(arg for arg in group if isinstance(arg, In | Between))
        said.append(_tests(tests, len(tests), len(tests), words) if tests else _part(group[0], words))
    return said


def _alike_tests(args: Sequence[Condition], words: Words) -> tuple[Test, ...]:
    """The arguments if all test different cells of one question for the same answers, otherwise none."""
    tests = tuple(arg for arg in args if isinstance(arg, In | Between))
    different = len({test.cell for test in tests}) == len(args)
    return tests if different and all(_alike(tests[0], test, words) for test in tests) else ()


def _alike(one: Test, other: Test, words: Words) -> bool:
    first, second = words.cells[one.cell], words.cells[other.cell]
    labels = one.labels if isinstance(one, In) else ()
    same_marks = first.alternative is None or (first.row == second.row and len(labels) == 1)
    same_answers = replace(one, cell=other.cell) == other and one.excluded == other.excluded
    return first.question == second.question and same_marks and same_answers


def _asked(cell: Cell, words: Words) -> _Part:
    row = words.named_row(cell)
    return _Part("fått", f"fråga {printed_id(cell.question)}" + (f" för ”{within(row)}”" if row else ""))


def _tests(tests: tuple[Test, ...], least: int, most: int, words: Words) -> _Part:
    """So and so many of some tests of one question for the same answers: of one cell, of several rows, or of several marks."""
    cells = [words.cells[test.cell] for test in tests]
    first = tests[0]
    if isinstance(first, In) and cells[0].alternative is not None:
        return _marked(first, cells, least, most, words)
    question, answer = cells[0].question, answers(first, words)
    every, rows = words.rows_of(question), [cell.row or "" for cell in cells]
    if not every or rows == [words.row]:
        return _Part("svarat", answer, question)
    amount = _amount(least, most, len(rows), "en")
    if set(rows) == set(every):
        parts = "alla delar av" if amount == "alla" else f"{amount} av de {number_word(len(rows))} delarna i"
        return _Part("svarat", f"{answer} på {parts} fråga {printed_id(question)}")
    named = f"{'delen' if len(rows) == 1 else 'delarna'} {swedish_list([f'”{within(row)}”' for row in rows])}"
    chosen = named if amount == "alla" else f"{amount} av {named}"
    return _Part("svarat", f"{answer} på {chosen} i fråga {printed_id(question)}")


def _marked(test: In, cells: Sequence[Cell], least: int, most: int, words: Words) -> _Part:
    if len(test.labels) > 1:
        return _asked(cells[0], words)
    row = words.named_row(cells[0])
    place = (f"för ”{within(row)}” " if row else "") + f"i fråga {printed_id(cells[0].question)}"
    names = swedish_list([f"”{within(cell.alternative or '')}”" for cell in cells])
    amount = _amount(least, most, len(cells), "ett")
    chosen = names if amount == "alla" else f"{amount} av {names}"
    if test.labels == ("Ja",):
        return _Part("markerat", f"{chosen} {place}")
    singular = len(cells) == 1 or amount.endswith(("ett", "inget"))
    return _Part("lämnat", f"{chosen} {'omarkerat' if singular else 'omarkerade'} {place}")


def _amount(least: int, most: int, total: int, one: str) -> str:
    """How many of `total`; `one` is the numeral that goes with the noun, "en" or "ett"."""
    if least == total:
        return "alla"
    if most == 0:
        return "ingen" if one == "en" else "inget"
    if most == total:
        return f"minst {number_word(least, one)}"
    if least == 0:
        return f"högst {number_word(most, one)}"
    exact = f"exakt {number_word(least, one)}"
    return exact if least == most else f"minst {number_word(least, one)} och högst {number_word(most, one)}"


def number_word(number: int, one: str = "en") -> str:
    """A number as it is written in running text."""
    return one if number == 1 else _NUMBERS[number] if number < len(_NUMBERS) else str(number)
