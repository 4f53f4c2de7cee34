"""Every two words of the writer are swapped, and every two of the reader: each swap must be noticed.

The writer's words are found in its compiled functions, so that a new word is mutated too. A swap in the writer is caught by
reading back what it then writes. Swapping two words of the reader is the same as swapping them in what it reads, outside
quotation marks: that is caught by the corpus, whose meanings were written by hand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import combinations
from types import CodeType, FunctionType, ModuleType

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
from tests.prose.small import QUESTIONS
from tests.prose.test_condition import SAID

SURVEY = area_of(QUESTIONS, ())
SPACE = Space(SURVEY.cells())
WORD = re.compile(r"[A-Za-zÅÄÖåäö]+")
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


def _functions(module: ModuleType) -> Iterator[FunctionType]:
    """The functions and methods of a module."""
    for one in vars(module).values():
        if getattr(one, "__module__", "") != module.__name__:
            continue
        members = vars(one).values() if isinstance(one, type) else (one,)
        for member in members:
            if getattr(member, "__name__", "").startswith("__"):
                continue  # made by dataclasses
            function = member.fget if isinstance(member, property) else member
            if isinstance(function, FunctionType):
                yield function


def _strings(code: CodeType, docstring: str | None) -> Iterator[str]:
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield from _strings(one, None)
        elif isinstance(one, tuple):
            yield from (part for part in one if isinstance(part, str))
        elif isinstance(one, str) and one != docstring:
            yield one


def _swapped(value: object, swap: Callable[[str], str]) -> object:
    match value:
        case str():
            return swap(value)
        case tuple():
            return tuple(_swapped(part, swap) for part in value)
        case CodeType():
            return value.replace(co_consts=tuple(_swapped(part, swap) for part in value.co_consts))
    return value


FUNCTIONS = (*_functions(writer), *(one for one in _functions(facts) if one.__name__ == "swedish_list"))
NUMBERS = writer._NUMBERS


def words() -> tuple[str, ...]:
    """Every word that the writer of conditions has in its strings."""
    found = {word for one in FUNCTIONS for text in _strings(one.__code__, one.__doc__) for word in WORD.findall(text)}
    return tuple(sorted(found | set(NUMBERS)))


def swap_of(one: str, other: str) -> Callable[[str], str]:
    pairs = {one: other, other: one}
    return lambda text: WORD.sub(lambda match: pairs.get(match[0], match[0]), text)


@contextmanager
def mutated(swap: Callable[[str], str]) -> Iterator[None]:
    """The writer with its strings changed."""
    kept = [one.__code__ for one in FUNCTIONS]
    try:
        for one in FUNCTIONS:
            changed = _swapped(one.__code__, swap)
            assert isinstance(changed, CodeType)
            one.__code__ = changed
        writer._NUMBERS = tuple(map(swap, NUMBERS))  # type: ignore[assignment]
        yield
    finally:
        for one, code in zip(FUNCTIONS, kept, strict=True):
            one.__code__ = code
        writer._NUMBERS = NUMBERS


CONDITIONS = (*SAID.values(), *MANY)
WRITTEN = [(plain(one, Words(SURVEY)), one) for one in CONDITIONS]
SPOKEN = {word for text, _ in WRITTEN for word in WORD.findall(re.sub("”[^”]*”", "", text))}


def noticed(swap: Callable[[str], str]) -> bool:
    """Whether some sentence of the writer with this change cannot be read, or is read as another condition."""
    with mutated(swap):
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
    assert set(words()) - SPOKEN - NOT_SAID == set()


def test_every_two_words_of_the_writer_are_told_apart(capsys: pytest.CaptureFixture[str]) -> None:
    pairs = list(combinations(sorted(set(words()) & SPOKEN), 2))
    missed = [pair for pair in pairs if not noticed(swap_of(*pair))]
    with capsys.disabled():
        print(f" {len(pairs)} swaps of two words of the writer, {len(pairs) - len(missed)} noticed", end="")
    assert missed == []


def test_a_word_that_is_left_out_is_noticed() -> None:
    def without(word: str) -> Callable[[str], str]:
        return lambda text: WORD.sub(lambda match: "" if match[0] == word else match[0], text)

    assert [word for word in sorted(set(words()) & SPOKEN) if not noticed(without(word))] == []


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
