"""Every two words are swapped in what surrounds conditions: outcomes, denominators, when questions are asked, assumptions, levels
and withholding, to the public and to the municipality. Each swap, and each word left out, must be noticed by reading back."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations

import pytest

from ojdsl.logic.space import Space
from ojdsl.model.nodes import And, Assumption, Catalogue, Cell, Condition, Count, In, Indicator, Number, Or, Question, Withholding
from ojdsl.prose import asked, facts, rule, to_municipality
from ojdsl.prose.asked import answered_when, asked_when
from ojdsl.prose.facts import levels, withheld
from ojdsl.prose.phrase import Phrase
from ojdsl.prose.read import read_asked, read_assumption, read_clause, read_denominator, read_levels, read_withholding
from ojdsl.prose.reading.misread import Misread
from ojdsl.prose.rule import assumption_text, clause_text, denominator_sentence, otherwise_sentence, sentence
from ojdsl.prose.to_municipality import clause_to_municipality, denominator_to_municipality
from ojdsl.testing.random_areas import area_of, indicator
from ojdsl.testing.random_questions import NOWHERE
from tests.prose.mutating import WORD, Swap, functions_of, mutated, swap_of, without, words_in
from tests.prose.small import QUESTIONS, number_question

NOT_READ = ("calculation",)
"""Says how a background measure is published, which is no rule."""
FUNCTIONS = (
    *(one for module in (rule, asked, to_municipality) for one in functions_of(module) if one.__name__ not in NOT_READ),
    *functions_of(facts, "levels", "withheld", "swedish_list"),
)  # fmt: skip
CONSTANTS = ((asked, "_OF_IT"), (asked, "_TO_IT"), (facts, "_LEVELS"), (facts, "_DISTRICTS"))
WORDS = words_in(FUNCTIONS, CONSTANTS)

NOT_SAID = {"background", "key", "möjliga"}
"""Strings that are no words of sentences; nothing else is "inga möjliga svar" than a rule that `check` refuses."""
YES, NO = ("Ja",), ("Nej",)
G1, G4, EITHER = In("G1", YES), In("G4", YES), Or((In("G1", YES), And((In("G4", YES), In("G3_x", YES)))))
NOT_APPLICABLE = In("G1", ("Ej aktuellt",))


def _rows(question: Question, *conditions: Condition | None) -> Question:
    """The question with a condition for each row."""
    cells: list[Cell] = [replace(cell, asked_if=one) for cell, one in zip(question.cells, conditions, strict=True)]
    return replace(question, cells=tuple(cells))


G2 = QUESTIONS[2]
SURVEY = area_of(
    (
        *QUESTIONS,
        _rows(replace(G2, id="G7"), *(In(f"G2_{row}", YES) for row in "xyz")),
        _rows(replace(G2, id="G8"), G1, None, EITHER),
        number_question("M8", Number(0, 365, "dagar")),
    ),
    (),
)
SPACE = Space(SURVEY.cells())


def _indicators() -> Iterator[Indicator]:
    """Rules of all outcomes, with denominators of every form."""
    three = (("Ja", G4), ("Delvis", And((In("G4", NO), G1))), ("Nej", None))
    yield indicator(1, three, SURVEY.questions)
    yield indicator(
        2, (("Ja", And((G4, In("G1", ("Ja", "Nej"))))), ("Ej aktuellt", NOT_APPLICABLE), ("Nej", None)), SURVEY.questions
    )
    yield replace(indicator(3, (("Ja", EITHER), ("Nej", None)), SURVEY.questions), denominator=frozenset(NO))
    yield replace(indicator(4, three, SURVEY.questions), denominator=frozenset())
    days = (("Inom 3 dagar", G1), ("Senare", In("G1", ("Nej", "Ej aktuellt"))))
    yield replace(indicator(5, days, SURVEY.questions), kind="background", denominator=None)


@dataclass(frozen=True)
class Written:
    """A text, and what a reader takes a text to mean: `Misread`, or something that is equal where the meaning is."""

    write: Callable[[], str]
    understand: Callable[[str], Hashable]


def _meaning(condition: Condition | None) -> int | None:
    return None if condition is None else SPACE.holds(condition)


def _clause(text: str) -> Hashable:
    read = read_clause(text, SURVEY)
    return "?" if isinstance(read, Misread) else (read[0], _meaning(read[1]))


def _denominator(text: str) -> Hashable:
    read = read_denominator(text, SURVEY)
    return "?" if isinstance(read, Misread) else (frozenset(read[0]), _meaning(read[1]))


def _assumption(text: str) -> Hashable:
    read = read_assumption(text, SURVEY)
    return "?" if isinstance(read, Misread) else SPACE.holds(And((read[0], Count(0, 0, read[1:]))))


def _asked(question: Question) -> Callable[[str], Hashable]:
    def understand(text: str) -> Hashable:
        read = read_asked(text, SURVEY, question)
        return "?" if isinstance(read, Misread) else tuple((row, _meaning(one)) for row, one in read.items())

    return understand


def _levels(text: str) -> Hashable:
    read = read_levels(text)
    return "?" if isinstance(read, Misread) else read


def _withheld(text: str) -> Hashable:
    read = read_withholding(text)
    return "?" if isinstance(read, Misread) else read


def _phrased(made: Callable[[], Phrase | None]) -> Callable[[], str]:
    def write() -> str:
        phrase = made()
        return "" if phrase is None else sentence(phrase)

    return write


def _when(said: Callable[[Question, Catalogue], str | None], question: Question) -> str:
    return said(question, SURVEY) or ""


def _texts() -> Iterator[Written]:
    for one in _indicators():
        for clause in one.clauses:
            yield Written(partial(clause_text, clause, one, SURVEY), _clause)
            yield Written(_phrased(partial(clause_to_municipality, clause, one, SURVEY)), _clause)
        if one.kind == "indicator":
            yield Written(_phrased(partial(otherwise_sentence, one, SURVEY)), _clause)
        for denominator in (denominator_sentence, denominator_to_municipality):
            yield Written(_phrased(partial(denominator, one, SURVEY)), _denominator)
    for question in SURVEY.questions:
        if any(cell.asked_if for cell in question.cells):
            yield Written(partial(_when, asked_when, question), _asked(question))
            yield Written(partial(_when, answered_when, question), _asked(question))
    for assumed in (Assumption("a", G1, G4, "", NOWHERE), Assumption("b", EITHER, And((G1, EITHER)), "", NOWHERE)):
        yield Written(partial(assumption_text, assumed, SURVEY), _assumption)
    for counted in ((), ("Ej aktuellt", "Bortfall")):
        yield Written(partial(withheld, Withholding(20, counted)), _withheld)
    groups = ("storstad", "lan", "riket", "befolkningsklass", "kommungrupp")
    for named in (("enhet", *groups), ("enhet",), groups, ("lan", "riket"), ()):
        yield Written(partial(levels, replace(next(_indicators()), levels=named)), _levels)


def _understood(text: Written) -> tuple[Written, str, Hashable]:
    said = text.write()
    return text, said, text.understand(said)


TEXTS = [one for one in map(_understood, _texts()) if one[1]]
SPOKEN = {word for _, said, _ in TEXTS for word in WORD.findall(f"{said} {said.lower()}")}


def noticed(swap: Swap) -> bool:
    """Whether some text of the writer with this change cannot be read, or is read as another meaning."""
    with mutated(swap, FUNCTIONS, CONSTANTS):
        for text, before, meaning in TEXTS:
            if swap(before) == before and swap(before.lower()) == before.lower():
                continue
            said = ""
            with suppress(Exception):  # a writer that breaks down is noticed as well
                said = text.write()
            if said != before and text.understand(said) != meaning:
                return True
    return False


def test_every_text_is_understood() -> None:
    assert [said for _, said, meaning in TEXTS if meaning == "?"] == []


def test_every_word_is_said_in_some_text() -> None:
    assert set(WORDS) - SPOKEN == NOT_SAID


def test_every_two_words_are_told_apart(capsys: pytest.CaptureFixture[str]) -> None:
    pairs = list(combinations(sorted(set(WORDS) & SPOKEN), 2))
    missed = [pair for pair in pairs if not noticed(swap_of(*pair))]
    with capsys.disabled():
        print(f" {len(pairs)} swaps of two words around conditions, {len(pairs) - len(missed)} noticed", end="")
    assert missed == []


def test_a_word_that_is_left_out_is_noticed() -> None:
    assert [word for word in sorted(set(WORDS) & SPOKEN) if not noticed(without(word))] == []
