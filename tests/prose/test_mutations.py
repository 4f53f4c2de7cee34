"""Every two words of the writer of conditions are swapped, and every two of the reader: each swap must be noticed.

The writer's words are found in its compiled functions, so that a new word is mutated too. A swap in the writer is caught by
reading back what it then writes. Swapping two words of the reader is the same as swapping them in what it reads, outside
quotation marks: that is caught by the corpus, whose meanings were written by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from itertools import combinations

import pytest

from ojdsl.logic.space import Space
from ojdsl.model.nodes import And, Condition, Count, In, Or
from ojdsl.prose import condition as writer
from ojdsl.prose import facts
from ojdsl.prose.condition import Words, plain
from ojdsl.prose.read import read_condition
from ojdsl.prose.reading.misread import Misread
from ojdsl.testing.random_areas import area_of
from tests.prose.corpus import Sentence, corpus
from tests.prose.mutating import WORD, Swap, functions_of, mutated, swap_of, without, words_in
from tests.prose.small import QUESTIONS
from tests.prose.test_condition import SAID

SURVEY = area_of(QUESTIONS, ())
SPACE = Space(SURVEY.cells())
NOT_SAID = {"Ja", "cell", "items", "key", "mixed", "n", "noll", "z"}
"""Strings of the writer that are no words of its sentences: names of fields, and what is compared with."""
YES = ("Ja",)
TESTS = tuple(In(cell.column, YES) for cell in SURVEY.cells() if cell.column != "G1a")
"""Of different cells, so that every number of them can hold."""
MANY: tuple[Condition, ...] = (
    *(Count(number, number, TESTS[:13]) for number in range(1, 13)),
    Count(0, 0, (In("G1a", YES),)),
    Count(0, 0, (Or((In("G1", YES), In("G5_a", YES))),)),
    Count(0, 0, tuple(In(f"G5_{mark}", YES) for mark in "abc")),
    And(()),
    Or(()),
)


FUNCTIONS = (*functions_of(writer), *functions_of(facts, "swedish_list"))
NUMBERS = ((writer, "_NUMBERS"),)


WORDS = words_in(FUNCTIONS, NUMBERS)
CONDITIONS = (*SAID.values(), *MANY)
WRITTEN = [(plain(one, Words(SURVEY)), one) for one in CONDITIONS]
SPOKEN = {word for text, _ in WRITTEN for word in WORD.findall(re.sub("”[^”]*”", "", text))}


def noticed(swap: Swap) -> bool:
    """Whether some sentence of the writer with this change cannot be read, or is read as another condition."""
    with mutated(swap, FUNCTIONS, NUMBERS):
        for before, condition in WRITTEN:
            if swap(before) == before:
                continue
            text = ""
            with suppress(Exception):  # a writer that breaks down is noticed as well
                text = plain(condition, Words(SURVEY))
            if text == before:
                continue
            read = read_condition(text, SURVEY)
            if isinstance(read, Misread) or SPACE.holds(read) != SPACE.holds(condition):
                return True
    return False


def test_every_word_of_the_writer_is_said_in_some_sentence() -> None:
    assert set(WORDS) - SPOKEN - NOT_SAID == set()


def test_every_two_words_of_the_writer_are_told_apart(capsys: pytest.CaptureFixture[str]) -> None:
    pairs = list(combinations(sorted(set(WORDS) & SPOKEN), 2))
    missed = [pair for pair in pairs if not noticed(swap_of(*pair))]
    with capsys.disabled():
        print(f" {len(pairs)} swaps of two words of the writer, {len(pairs) - len(missed)} noticed", end="")
    assert missed == []


def test_a_word_that_is_left_out_is_noticed() -> None:
    assert [word for word in sorted(set(WORDS) & SPOKEN) if not noticed(without(word))] == []


# --- the reader ---------------------------------------------------------------------------------------------------------

IN_CORPUS = re.compile(r"(”[^”]*”|\"[^\"]*\")|(?<![(\w])[A-Za-zÅÄÖåäö]{2,}(?!\w)|\bi\b")
"""A quoted name, to be left alone, or a word."""
ALIKE = {("fråga", "frågan")}
"""Words of one meaning, which the reader takes for each other."""


def of_kind(kind: str) -> list[Sentence]:
    return [one for one in corpus() if one.kind == kind]


def changed(text: str, pairs: dict[str, str]) -> str:
    return IN_CORPUS.sub(lambda match: match[0] if match[1] else pairs.get(match[0], match[0]), text)


def misunderstood(sentences: Iterable[Sentence], pairs: dict[str, str]) -> bool:
    """Whether some sentence means another thing to a reader that takes some words for others."""
    return any(text != one.text and not one.is_read_as_it_should(text) for one in sentences if (text := changed(one.text, pairs)))


@pytest.mark.parametrize("kind", sorted({one.kind for one in corpus()}))
def test_every_two_words_of_the_reader_are_told_apart(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    sentences = of_kind(kind)
    found = {match[0] for one in sentences for match in IN_CORPUS.finditer(one.text) if not match[1]}
    pairs = [pair for pair in combinations(sorted(found), 2) if pair not in ALIKE and pair[0].lower() != pair[1].lower()]
    missed = [(one, other) for one, other in pairs if not misunderstood(sentences, {one: other, other: one})]
    with capsys.disabled():
        print(f" {len(pairs)} swaps of two words read of {kind}, {len(pairs) - len(missed)} noticed", end="")
    assert missed == []
