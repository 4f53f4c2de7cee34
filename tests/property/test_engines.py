"""All engines give the same outcome, for random areas and on every raw pattern."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, get_args

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from ojdsl.backends.to_json import catalogue_json
from ojdsl.logic.alternatives import condition_for, ways_to
from ojdsl.logic.cofactor import cofactor
from ojdsl.logic.diagram import TRUE
from ojdsl.logic.interpret import effective, holds, interpret, outcome_of, prepared
from ojdsl.logic.space import Space
from ojdsl.model.nodes import Between, Catalogue, Cell, Condition, Count, Number, Question, children
from ojdsl.model.numbers import label_of
from ojdsl.testing import areas
from ojdsl.testing.random_answers import answers as random_answers
from ojdsl.testing.random_answers import complete_answers, labelled, numbers, raw_patterns
from ojdsl.testing.random_areas import GATE, area_of, rules
from ojdsl.testing.random_areas import indicator as of_clauses
from ojdsl.testing.random_conditions import conditions
from ojdsl.testing.random_questions import surveys
from ojdsl.testing.random_questions import ways as every_answer
from tests.compared import compared
from tests.property.drawn import draw_until
from tests.property.engine import engine_of

some = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def everywhere(condition: Condition) -> set[type]:
    """The kinds of node in a condition."""
    return {type(condition)}.union(*map(everywhere, children(condition)))


def conditions_of(catalogue: Catalogue) -> list[Condition]:
    rules = [clause.condition for indicator in catalogue.indicators for clause in indicator.clauses]
    asked = [cell.asked_if for cell in catalogue.cells()]
    return [one for one in (*rules, *asked) if one is not None]


def numeric_tests(conditions: Sequence[Condition]) -> list[Between]:
    inside = [test for one in conditions for test in numeric_tests(children(one))]
    return [*inside, *(one for one in conditions if isinstance(one, Between))]


def in_catalogue(catalogue: Catalogue) -> set[type]:
    return set().union(*map(everywhere, conditions_of(catalogue)))


KINDS: set[object] = {
    *(*get_args(Condition), *(f"depth {n}" for n in range(4)), "6 cells", "0 rows", "1 rows", "2 rows"),
    *(*(f"{n} alternatives" for n in (0, 2, 3, 4, 5)), ("marks", True), ("marks", False), "one answer", "number"),
    *("choice", "mark", "text", "1 ranges", "2 ranges", "in ranges", "not in ranges"),
    *(f"{n} intervals" for n in range(1, 5)),
}
"""What the random areas must hold."""


def test_the_generator_makes_every_kind_of_condition_and_question() -> None:
    kinds: set[object] = set()

    def all_made(made: Catalogue) -> bool:
        kinds.update(in_catalogue(made), (f"depth {depth(made)}", f"{len(made.cells())} cells"))
        for one in made.questions:
            kinds.update((f"{len(one.rows)} rows", f"{len(one.alternatives)} alternatives"))
            kinds.add(("marks", one.blank_is_unmarked) if one.multiple else "number" if one.number else "one answer")
        for test in numeric_tests(conditions_of(made)):
            kinds.update((f"{len(test.ranges)} ranges", "not in ranges" if test.excluded else "in ranges"))
        for cell in made.cells():
            kinds.add(f"{len(cell.labels)} intervals" if cell.number else cell.kind)
        return kinds >= KINDS

    draw_until(areas(), all_made, most=600)
    assert not KINDS - kinds


def depth(catalogue: Catalogue) -> int:
    """How many follow-ups stand below each other."""
    cells = {cell.column: cell for cell in catalogue.cells()}

    def below(column: str) -> int:
        condition = cells[column].asked_if
        return 0 if condition is None else 1 + max(map(below, columns_in(condition)))

    return max(map(below, cells), default=0)


def columns_in(condition: Condition) -> set[str]:
    inside = children(condition)
    return set().union(*map(columns_in, inside)) if inside else {str(getattr(condition, "cell", ""))}


def test_counts_are_made_with_every_kind_of_bounds() -> None:
    found: set[tuple[bool, bool]] = set()
    cells = tuple(Cell(name, name, None, None, "choice", ("Ja", "Nej"), None) for name in ("G1", "G2"))

    def collect(condition: Condition) -> None:
        if isinstance(condition, Count):
            found.add((condition.min == 0, condition.max == len(condition.args)))
        for child in children(condition):
            collect(child)

    settings(max_examples=200, database=None)(seed(1)(given(conditions(cells))(collect)))()
    assert len(found) == 4


@some
@given(areas())
def test_the_generated_evaluator_agrees_with_the_meaning_on_every_raw_pattern(catalogue: Catalogue) -> None:
    engine = engine_of(catalogue)
    for pattern in raw_patterns(catalogue):
        for gate in ({}, {GATE: "Ja"}, {GATE: "Nej"}):
            row = {**pattern, **gate}
            found = engine.evaluate_row(row)
            assert list(found) == [indicator.id for indicator in catalogue.indicators]
            if gate.get(GATE) == "Ja":
                assert found == engine.evaluate_row(pattern)
                continue
            for indicator in catalogue.indicators:
                assert found[indicator.id] == interpret(indicator, catalogue, row), row
                compared["outcomes of the evaluator and the meaning, in random areas"] += 1


@some
@given(areas())
def test_functions_agree_with_the_meaning_on_complete_answers(catalogue: Catalogue) -> None:
    space, cells = Space(catalogue.cells()), {cell.column: cell for cell in catalogue.cells()}
    functions = [(indicator, space.outcomes(indicator)) for indicator in catalogue.indicators]
    for answers in complete_answers(catalogue):
        values, as_numbers = effective(answers, cells), numbers(catalogue, answers)
        for indicator, by_outcome in functions:
            true = [outcome for outcome, f in by_outcome.items() if space.true_of(f, as_numbers)]
            assert true == [outcome_of(indicator, values)]
            compared["outcomes of the logic and the meaning, in random areas"] += 1


@some
@given(areas())
def test_ways_and_the_condition_without_negation_hold_exactly_when_the_outcome_comes(catalogue: Catalogue) -> None:
    space, cells = Space(catalogue.cells()), {cell.column: cell for cell in catalogue.cells()}
    made = [
        (f, ways_to(space, f), condition_for(space, f))
        for indicator in catalogue.indicators
        for f in space.outcomes(indicator).values()
    ]
    for answers in complete_answers(catalogue):
        values, as_numbers = effective(answers, cells), numbers(catalogue, answers)
        for f, ways, condition in made:
            true = space.true_of(f, as_numbers)
            assert any(holds(way, values) for way in ways) == true
            assert holds(condition, values) == true


@some
@given(areas())
def test_no_way_can_be_left_out_or_shortened(catalogue: Catalogue) -> None:
    space = Space(catalogue.cells())
    pool = space.pool
    for indicator in catalogue.indicators:
        for f in space.outcomes(indicator).values():
            ways = ways_to(space, f)
            for way in ways:
                others = [space.holds(other) for other in ways if other is not way]
                assert not any(pool.implies(space.holds(way), other) for other in others)
                for test in way.args if len(way.args) > 1 else ():
                    shorter = type(way)(tuple(one for one in way.args if one is not test))
                    assert not pool.implies(space.holds(shorter), f)


@some
@given(areas())
def test_an_example_of_an_outcome_has_that_outcome(catalogue: Catalogue) -> None:
    space = Space(catalogue.cells())
    for indicator in catalogue.indicators:
        for outcome, f in space.outcomes(indicator).items():
            example = space.example(f, indicator.cells)
            possible = any(space.true_of(f, numbers(catalogue, answers)) for answers in complete_answers(catalogue))
            assert (example is not None) == possible
            if example is not None:
                assert interpret(indicator, catalogue, example) == outcome


@some
@given(areas())
def test_an_answer_more_never_changes_a_known_outcome(catalogue: Catalogue) -> None:
    engine = engine_of(catalogue)
    for pattern in raw_patterns(catalogue):
        known = {name: outcome for name, outcome in engine.evaluate_row(pattern).items() if outcome != "Bortfall"}
        blank = [cell for cell in labelled(catalogue) if not prepared(catalogue, pattern)[cell.column]]
        for cell in blank if known else ():
            for label in every_answer(cell):
                more = engine.evaluate_row({**pattern, cell.column: label})
                assert known.items() <= more.items(), (pattern, cell.column, label)


# --- the catalogue as JSON, read by somebody who has only the contract --------------------------------------------------


def json_holds(tree: Mapping[str, Any], values: Mapping[str, str | None]) -> bool:
    match tree["op"]:
        case "in":
            return values[tree["cell"]] in list(tree["labels"])
        case "between":
            answer = values[tree["cell"]]
            return answer is not None and int(tree["min"]) <= int(answer) <= int(tree["max"])
        case "asked":
            return values[tree["cell"]] is not None
        case "and":
            return all(json_holds(arg, values) for arg in tree["args"])
        case "or":
            return any(json_holds(arg, values) for arg in tree["args"])
    assert tree["op"] == "count"
    true = [json_holds(arg, values) for arg in tree["args"]].count(True)
    return bool(tree["min"] <= true <= tree["max"])


def json_values(cells: list[dict[str, Any]], answers: Mapping[str, str]) -> dict[str, str | None]:
    """Effective values; cells stand after those that their conditions name, which the test areas see to."""
    values: dict[str, str | None] = {}
    for cell in cells:
        asked = cell["asked_if"] is None or json_holds(cell["asked_if"], values)
        values[cell["column"]] = answers.get(cell["column"], "") if asked else None
    return values


@settings(some, max_examples=50)
@given(areas())
def test_the_trees_of_the_catalogue_give_the_same_outcomes(catalogue: Catalogue) -> None:
    written = json.loads(catalogue_json(catalogue))
    engine = engine_of(catalogue)
    for answers in complete_answers(catalogue):
        values = json_values(written["cells"], answers)
        found = {
            indicator["id"]: [clause["outcome"] for clause in indicator["rule"] if json_holds(clause["when"], values)]
            for indicator in written["indicators"]
        }
        assert found == {name: [outcome] for name, outcome in engine.evaluate_row(answers).items()}
        compared["outcomes of the evaluator and the trees in katalog.json, in random areas"] += len(found)


@settings(some, max_examples=200)
@given(st.data())
def test_a_condition_as_a_function_is_the_condition(data: st.DataObject) -> None:
    questions = data.draw(surveys())
    condition = data.draw(conditions(tuple(cell for question in questions for cell in question.cells if cell.labels)))
    area = area_of(questions, (of_clauses(1, (("Ja", condition), ("Nej", None)), questions),))
    space, cells = Space(area.cells()), {cell.column: cell for cell in labelled(area)}
    f = space.holds(condition)
    answers = {column: data.draw(st.sampled_from(every_answer(cell))) for column, cell in cells.items()}
    assert space.true_of(f, numbers(area, answers)) == holds(condition, effective(answers, cells))


@some
@given(areas())
def test_a_blank_number_is_any_number(catalogue: Catalogue) -> None:
    """The meaning completes a blank number with one of each interval; here with every number there is."""
    every = list(complete_answers(catalogue))
    for answers in every[:20]:
        for cell in [one for one in labelled(catalogue) if one.number]:
            blank = {**answers, cell.column: ""}
            for made in catalogue.indicators:
                outcomes = {interpret(made, catalogue, {**answers, cell.column: one}) for one in every_answer(cell)}
                assert interpret(made, catalogue, blank) == (outcomes.pop() if len(outcomes) == 1 else "Bortfall")


WIDE = Number(0, 999_999_999, "kronor")


def widened(question: Question) -> Question:
    """The question, with all numbers there are if it is answered with one."""
    if question.number is None:
        return question
    return replace(question, number=WIDE, cells=tuple(replace(cell, labels=("0",), number=WIDE) for cell in question.cells))


@st.composite
def wide_areas(draw: st.DrawFn) -> Catalogue:
    """An area with numbers that nobody could count through, one at least, and a rule that cuts them anywhere."""
    first, *others = draw(surveys())
    cell = Cell("M99", "M99", None, None, "number", ("0",), None, WIDE)
    always = replace(first, id="M99", rows=(), alternatives=(), cells=(cell,), number=WIDE)
    questions = (first, *map(widened, others), always)
    cells = tuple(cell for question in questions for cell in question.cells if cell.labels)
    return area_of(questions, (of_clauses(1, draw(rules(cells)), questions),))


@settings(some, max_examples=30)
@given(wide_areas(), st.data())
def test_every_number_of_an_interval_gives_the_same_outcome_in_every_engine(catalogue: Catalogue, data: st.DataObject) -> None:
    """The intervals are exact: a number, its label, and the ends of its interval; and the functions say so too."""
    (made,), space, engine = catalogue.indicators, Space(catalogue.cells()), engine_of(catalogue)
    row = data.draw(random_answers(catalogue))
    outcome = interpret(made, catalogue, row)
    labels = {cell.column: label_of(cell, row[cell.column]) if row[cell.column] else "" for cell in labelled(catalogue)}
    lasts = {cell.column: last_of(cell, labels[cell.column]) for cell in labelled(catalogue)}
    for one in (row, labels, lasts):
        assert interpret(made, catalogue, one) == outcome
        assert engine.evaluate_row(one)[made.id] == outcome
        assert {name for name, f in space.outcomes(made).items() if covers(space, f, one)} == {outcome} - {"Bortfall"}


def covers(space: Space, f: int, row: Mapping[str, str]) -> bool:
    """Whether a function is true of all completions of a row."""
    return cofactor(space.pool, f, space.values(row)) == TRUE


def last_of(cell: Cell, label: str) -> str:
    """The greatest number that a label stands for."""
    if cell.number is None or not label:
        return label
    above = [int(one) for one in cell.labels if int(one) > int(label)]
    return str(min(above) - 1 if above else cell.number.max)
