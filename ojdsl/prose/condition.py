"""Conditions in Swedish: what a municipality has answered, written to follow "kommunen har"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ojdsl.model.nodes import And, Asked, Catalogue, Cell, Condition, Count, In, Indicator, Or, Question
from ojdsl.prose.facts import printed_id, swedish_list
from ojdsl.prose.phrase import Phrase


class Words:
    """What conditions need to know of the survey to be said; a member's own row goes without saying."""

    def __init__(self, catalogue: Catalogue, indicator: Indicator | None = None) -> None:
        self.questions: Mapping[str, Question] = catalogue.question_of
        self.cells: Mapping[str, Cell] = catalogue.cell_of
        self.row = indicator.row.label if indicator is not None and indicator.row is not None else None

    def rows_of(self, question: str) -> tuple[str, ...]:
        """The rows that must be named; a question of one row has none."""
        rows = self.questions[question].rows
        return tuple(row.label for row in rows) if len(rows) > 1 else ()


def phrase(condition: Condition, words: Words) -> Phrase:
    """The condition as one sentence part, with a list where it has parts of parts."""
    match condition:
        case In():
            return Phrase(_test((condition,), "", words))
        case Asked(column):
            return Phrase(f"fått fråga {printed_id(words.cells[column].question)}")
        case Count(least, most, args):
            return _counted(least, most, args, words)
        case And(args):
            parts = _together(args, words)
            if any(part.items for part in parts):
                return Phrase("uppfyllt allt detta:", parts)
            return Phrase(_sentence([part.text for part in parts], "och"))
        case Or(args):
            if len(args) > 1 and (tests := _alike_tests(args, words)):
                return Phrase(_test(tests, "minst en", words))
            parts = tuple(phrase(arg, words) for arg in args)
            simple = all(isinstance(arg, In) for arg in args)
            if simple and len(parts) < 3:
                return Phrase(_sentence([part.text for part in parts], "eller"))
            return Phrase("uppfyllt minst ett av detta:", parts)


def plain(condition: Condition, words: Words) -> str:
    """The condition on one line, lists written with a), b) …"""
    return flat(phrase(condition, words))


def flat(phrased: Phrase) -> str:
    """A phrase on one line."""
    if not phrased.items:
        return phrased.text
    inner = [f"({flat(item)})" if item.items else item.text for item in phrased.items]
    return f"{phrased.text} {'; '.join(f'{chr(97 + number)}) {text}' for number, text in enumerate(inner))}"


def _sentence(parts: Sequence[str], joiner: str) -> str:
    """`svarat A på fråga 1 och svarat B på fråga 2`; a comma keeps parts with their own "eller" apart."""
    return f", {joiner} ".join(parts) if len(parts) > 2 or any(" eller " in part for part in parts) else f" {joiner} ".join(parts)


def _together(args: Sequence[Condition], words: Words) -> tuple[Phrase, ...]:
    """Neighbouring tests of the same question for the same answers are said in one breath."""
    groups: list[list[Condition]] = []
    for arg in args:
        if groups and isinstance(arg, In) and isinstance(groups[-1][0], In) and _alike(groups[-1][0], arg, words):
            groups[-1].append(arg)
        else:
            groups.append([arg])
    said = []
    for group in groups:
        tests = tuple(arg for arg in group if isinstance(arg, In))
        said.append(Phrase(_test(tests, "", words)) if tests else phrase(group[0], words))
    return tuple(said)


def _alike_tests(args: Sequence[Condition], words: Words) -> tuple[In, ...]:
    """The arguments if all are tests of one question for the same answers, otherwise none."""
    tests = tuple(arg for arg in args if isinstance(arg, In))
    return tests if len(tests) == len(args) and all(_alike(tests[0], test, words) for test in tests) else ()


def _alike(one: In, other: In, words: Words) -> bool:
    first, second = words.cells[one.cell], words.cells[other.cell]
    same_marks = first.alternative is None or first.row == second.row
    return first.question == second.question and same_marks and (one.labels, one.excluded) == (other.labels, other.excluded)


def _counted(least: int, most: int, args: tuple[Condition, ...], words: Words) -> Phrase:
    amount = _amount(least, most, len(args))
    if tests := _alike_tests(args, words):
        return Phrase(_test(tests, amount, words))
    return Phrase(f"uppfyllt {amount} av detta:", tuple(phrase(arg, words) for arg in args))


def _amount(least: int, most: int, total: int) -> str:
    if most == total:
        return f"minst {_number(least)}"
    if least == 0:
        return f"högst {_number(most)}"
    return f"exakt {_number(least)}" if least == most else f"minst {_number(least)} och högst {_number(most)}"


def _number(number: int) -> str:
    return "en" if number == 1 else str(number)


def _test(tests: tuple[In, ...], amount: str, words: Words) -> str:
    """Tests of one question for the same answers: of one cell, of several rows, or of several marks."""
    cells = [words.cells[test.cell] for test in tests]
    question = cells[0].question
    if cells[0].alternative is not None:
        return _marked(tests, cells, amount)
    answer = answers(tests[0], words)
    named = words.rows_of(question)
    rows = [cell.row or "" for cell in cells]
    if not named or rows == [words.row]:
        return f"svarat {answer} på fråga {printed_id(question)}"
    if len(rows) == len(named):
        every = f"{amount} av de {len(rows)} delarna" if amount else "alla delar"
        return (
            f"svarat {answer} på {every} av fråga {printed_id(question)}"
            if not amount
            else (f"svarat {answer} på {every} i fråga {printed_id(question)}")
        )
    listed = swedish_list([f"”{row}”" for row in rows])
    if amount:
        return f"svarat {answer} för {amount} av {listed} i fråga {printed_id(question)}"
    return f"svarat {answer} för {listed} i fråga {printed_id(question)}"


def _marked(tests: tuple[In, ...], cells: Sequence[Cell], amount: str) -> str:
    question = printed_id(cells[0].question)
    names = swedish_list([f"”{cell.alternative}”" for cell in cells])
    verb = "markerat" if tests[0].labels == ("Ja",) else "inte markerat" if tests[0].labels == ("Nej",) else "besvarat"
    return f"{verb} {amount} av {names} i fråga {question}" if amount else f"{verb} {names} i fråga {question}"


def answers(test: In, words: Words) -> str:
    """The answers as the reader finds them in the question: by label, or whole where the whole wording has another start."""
    question = words.questions[words.cells[test.cell].question]
    printed = {one.label: one.label if one.text.startswith(one.label) else one.text for one in question.alternatives}
    named = swedish_list([f"”{printed[label]}”" for label in test.excluded or test.labels], "eller")
    return f"något annat än {named}" if test.excluded else named
