"""What is written is read back, and means the same: over random surveys and rules, and for the catalogue of 2017."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations, combinations_with_replacement, product
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lark import Lark, Token
from lark.lexer import Lexer

from ojdsl.logic.given import outcomes_of
from ojdsl.logic.mutants import mutants
from ojdsl.logic.space import Space
from ojdsl.model.nodes import NONRESPONSE, OUTCOMES, And, Asked, Assumption, Catalogue, Condition, Count, In, Or, Withholding
from ojdsl.model.numbers import cut
from ojdsl.model.register import LEVELS
from ojdsl.prose import read as reader
from ojdsl.prose.asked import asked_when
from ojdsl.prose.condition import Words, plain
from ojdsl.prose.facts import levels, withheld
from ojdsl.prose.read import (
    read_asked,
    read_assumption,
    read_clause,
    read_condition,
    read_denominator,
    read_levels,
    read_withholding,
)
from ojdsl.prose.reading.misread import Misread
from ojdsl.prose.rule import assumption_text, clause_text, denominator_sentence, sentence
from ojdsl.testing.random_areas import area_of, areas
from ojdsl.testing.random_conditions import conditions
from ojdsl.testing.random_questions import NOWHERE
from tests.prose.small import QUESTIONS
from tests.real import catalogue

some = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
SMALL = area_of(QUESTIONS, ())
SPACE = Space(SMALL.cells())
YES, NO = ("Ja",), ("Nej",)
G1, G1A, G4 = In("G1", YES), In("G1a", YES), In("G4", YES)


def assert_own_sentences_are_read_back(area: Catalogue) -> None:
    space = Space(area.cells())
    for indicator in area.indicators:
        row = indicator.row.label if indicator.row else None
        for clause in indicator.clauses:
            text = clause_text(clause, indicator, area)
            read = read_clause(text, area, row)
            assert not isinstance(read, Misread), (text, read, text[read.position :])
            assert read[0] == clause.outcome
            assert (read[1] is None) == (clause.condition is None)
            if clause.condition is not None and read[1] is not None:
                assert space.holds(read[1]) == space.holds(clause.condition), text
        said = denominator_sentence(indicator, area)
        if said is not None and indicator.denominator is not None:
            counted = read_denominator(sentence(said), area, row)
            assert not isinstance(counted, Misread), (sentence(said), counted)
            assert set(counted[0]) == set(indicator.denominator)
            outcomes = space.outcomes(indicator)
            left_out = space.pool.any_of(f for outcome, f in outcomes.items() if outcome not in indicator.denominator)
            assert (space.holds(counted[1]) if counted[1] else 0) == left_out, sentence(said)
    for question in area.questions:
        when = asked_when(question, area)
        if when is None:
            continue
        asked = read_asked(when, area, question)
        assert not isinstance(asked, Misread), (when, asked, when[asked.position :])
        for cell in question.cells:
            condition = asked[cell.row]
            assert (condition is None) == (cell.asked_if is None), when
            if condition is not None and cell.asked_if is not None:
                assert space.holds(condition) == space.holds(cell.asked_if), when


def test_the_sentences_of_2017_are_read_back() -> None:
    assert_own_sentences_are_read_back(catalogue())


@some
@given(areas())
def test_the_sentences_of_any_area_are_read_back(area: Catalogue) -> None:
    assert_own_sentences_are_read_back(area)


@some
@given(st.integers(0, 100), st.lists(st.sampled_from((*OUTCOMES, NONRESPONSE)), unique=True, min_size=1).map(tuple))
def test_any_withholding_rule_is_read_back(percent: int, counted: tuple[str, ...]) -> None:
    assert read_withholding(withheld(Withholding(percent, counted))) == Withholding(percent, counted)


def test_a_rule_that_counts_nothing_withholds_empty_denominators_only() -> None:
    assert read_withholding(withheld(Withholding(20, ()))) == Withholding(100, ())


@some
@given(st.lists(st.sampled_from(LEVELS), unique=True).map(tuple), st.booleans())
def test_any_levels_are_read_back(groups: tuple[str, ...], units: bool) -> None:
    named = ("enhet", *groups) if units else groups
    assert read_levels(levels(replace(catalogue().indicators[0], levels=named))) == named


@some
@given(st.data())
def test_any_assumption_is_read_back(data: st.DataObject) -> None:
    when, then = (data.draw(conditions(SMALL.cells())) for _ in range(2))
    read = read_assumption(assumption_text(Assumption("a", when, then, "", NOWHERE), SMALL), SMALL)
    assert not isinstance(read, Misread)
    assert tuple(map(SPACE.holds, read)) == (SPACE.holds(when), SPACE.holds(then))


def test_no_two_rules_of_different_meaning_are_said_alike() -> None:
    """Of all conditions with two tests, joined and denied in every way: whatever has the same text is the same function."""
    tests: list[Condition] = [In("G1", YES), In("G1", ("Nej", "Ej aktuellt"), YES), In("G1a", YES), Asked("G1a"), In("G4", NO)]
    tests += [
        In("G2_x", YES),
        In("G2_y", YES),
        In("G2_z", YES),
        In("G3_x", YES),
        In("G5_a", YES),
        In("G5_b", YES),
        In("G5_b", NO),
    ]
    either = [*tests, *(Count(0, 0, (one,)) for one in tests)]
    pairs = [(one, other) for one in either for other in either]
    made: list[Condition] = [*either, *map(And, pairs), *map(Or, pairs)]
    made += [Count(least, most, pair) for pair in pairs for least, most in ((0, 0), (0, 1), (1, 1), (2, 2))]
    said: dict[str, int] = {}
    for condition in made:
        f = SPACE.holds(condition)
        assert said.setdefault(plain(condition, Words(SMALL)), f) == f, condition


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(areas())
def test_a_rule_with_a_small_fault_is_said_otherwise(area: Catalogue) -> None:
    """The text of a rule and that of the same rule with one thing changed differ where their outcomes do."""
    space = Space(cut(area, slack=1).cells())
    for indicator in area.indicators:
        texts = {clause_text(clause, indicator, area) for clause in indicator.clauses}
        for mutant in mutants(indicator, area, space)[:20]:
            changed = mutant.indicator
            if outcomes_of(space, changed.clauses) != outcomes_of(space, indicator.clauses):
                assert {clause_text(clause, changed, area) for clause in changed.clauses} != texts, mutant.change


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_sentence_has_one_parse_for_a_parser_that_looks_for_more(data: st.DataObject) -> None:
    """Earley gives every parse there is of the words of a sentence; LALR without conflicts (`test_read.py`) can give but one."""
    text = plain(data.draw(conditions(SMALL.cells())), Words(SMALL))
    tree = every_parse().parse(text, start="condition")
    assert not list(tree.find_data("_ambig")), text


class SameWords(Lexer):
    """The words as the reader itself takes them."""

    def __init__(self, conf: object) -> None:
        """There is nothing to set up: lark gives what it gives every lexer."""

    def lex(self, text: object) -> Iterator[Token]:  # type: ignore[override]
        """The words of a condition."""
        yield from reader.parser().parse_interactive(str(text), start="condition").exhaust_lexer()


def test_every_number_of_some_parts_is_read_back() -> None:
    """Of rows and of marks, with any answers, of one and of all: every least and greatest number that can be asked for."""
    for question in QUESTIONS:
        labels = question.cells[0].labels
        answers_ = [chosen for size in range(1, len(labels)) for chosen in combinations(labels, size)]
        for size in range(1, len(question.cells) + 1):
            for cells, chosen in product(combinations(question.cells, size), answers_):
                tests = tuple(In(cell.column, chosen) for cell in cells)
                for least, most in combinations_with_replacement(range(size + 1), 2):
                    assert_read_back(Count(least, most, tests), None)


@cache
def every_parse() -> Lark:
    grammar = Path(reader.__file__).parent / "reading" / "sentence.lark"
    return Lark(grammar.read_text(encoding="utf-8"), parser="earley", lexer=SameWords, ambiguity="explicit", start=reader.STARTS)


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(conditions(SMALL.cells()), st.sampled_from((None, "X")))
@example(Count(0, 0, (Or((G1, And((G1A, G4)))),)), None)
@example(And((Asked("G1a"), Count(1, 1, (And((G1, In("G4", ("Nej",)))),)))), None)
@example(And((Asked("G1a"), Count(0, 0, (Count(0, 0, (And((G1, In("G4", ("Nej",)))),)),)))), None)
@example(And(()), None)
@example(Or(()), None)
def test_any_condition_is_read_back(condition: Condition, row: str | None) -> None:
    assert_read_back(condition, row)


def assert_read_back(condition: Condition, row: str | None) -> None:
    words = Words(SMALL)
    words.row = row
    text = plain(condition, words)
    read = read_condition(text, SMALL, row)
    assert not isinstance(read, Misread), (text, read, text[read.position :])
    assert SPACE.holds(read) == SPACE.holds(condition), text
