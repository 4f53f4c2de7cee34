"""Three deciders that share nothing but the obligations give the same verdicts, on random rules, sound or not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ojdsl.logic.decide import Proven, Refuted, decide
from ojdsl.logic.diagram import FALSE
from ojdsl.logic.forms import shortest_form, shortest_pair
from ojdsl.logic.interpret import holds, interpret
from ojdsl.logic.obligations import Kind, Never, NeverWorse, Obligation, allowed
from ojdsl.logic.space import Space
from ojdsl.logic.to_show import assumable, of_indicator, skip_logic
from ojdsl.model.nodes import OUTCOMES, Assumption, Catalogue, Clause, Condition, Example
from ojdsl.model.numbers import cut
from ojdsl.testing.random_answers import raw_patterns
from ojdsl.testing.random_areas import area_of, indicator
from ojdsl.testing.random_conditions import conditions
from ojdsl.testing.random_questions import NOWHERE, surveys
from tests.compared import compared
from tests.property import enumerated, solved
from tests.property.drawn import draw_until
from tests.property.engine import engine_of

some = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def unsound_areas(draw: st.DrawFn) -> Catalogue:
    """An area with a rule that may have gaps, overlaps, needless parts, false claims and false examples."""
    questions = draw(surveys())
    cells = tuple(cell for question in questions for cell in question.cells if cell.labels)
    outcomes = draw(st.lists(st.sampled_from(OUTCOMES), min_size=1, max_size=3, unique=True))
    clauses: list[tuple[str, Condition | None]] = [(outcome, draw(conditions(cells))) for outcome in outcomes if outcome != "Nej"]
    clauses += [("Nej", draw(st.one_of(st.none(), conditions(cells))))] if "Nej" in outcomes or not clauses else []
    made = indicator(1, tuple(clauses), questions)
    answered = draw(st.dictionaries(st.sampled_from(cells), st.integers(0, 9), max_size=3))
    answers = {cell.column: cell.labels[number % len(cell.labels)] for cell, number in answered.items()}
    example = Example(answers, draw(st.sampled_from((*made.outcomes, "Bortfall"))), NOWHERE)
    claim = Clause("", draw(conditions(cells)), NOWHERE)
    counted = frozenset(draw(st.sets(st.sampled_from(made.outcomes))))
    reported = draw(st.sampled_from((made.outcomes, made.outcomes[:1])))
    made = replace(made, claim=claim, examples=(example,), denominator=counted, outcomes=reported, never_worse=NOWHERE)
    pairs = draw(st.lists(st.tuples(conditions(cells), conditions(cells)), max_size=2))
    assumed = tuple(Assumption(f"a{number}", when, then, "Skäl.", NOWHERE) for number, (when, then) in enumerate(pairs))
    return cut(replace(area_of(questions, (made,)), assumptions=assumed))


def to_show(catalogue: Catalogue) -> tuple[Obligation, ...]:
    return (
        *assumable(catalogue.assumptions),
        *skip_logic(catalogue),
        *(one for made in catalogue.indicators for one in of_indicator(made, catalogue)),
    )


@some
@given(unsound_areas())
def test_diagrams_enumeration_and_z3_give_the_same_verdicts(catalogue: Catalogue) -> None:
    space = Space(catalogue.cells())
    for one in to_show(catalogue):
        verdict = decide(one, space, allowed(catalogue.assumptions))
        assert (
            isinstance(verdict, Proven)
            == enumerated.holds_of(one.statement, catalogue)
            == solved.holds_of(one.statement, catalogue)
        ), one
        compared["verdicts of diagrams, enumeration and z3, in random areas"] += 1


def test_every_kind_of_obligation_is_made_and_both_proven_and_refuted() -> None:
    """In random areas, a few at a time until all have been seen."""
    found: set[tuple[Kind, bool]] = set()
    wanted = {(kind, proven) for kind in Kind for proven in (True, False)}

    def all_made(catalogue: Catalogue) -> bool:
        space, assumed = Space(catalogue.cells()), allowed(catalogue.assumptions)
        missing = {kind for kind, _ in wanted - found}
        for one in to_show(catalogue):
            if one.kind in missing:
                found.add((one.kind, isinstance(decide(one, space, assumed), Proven)))
        return found >= wanted

    draw_until(unsound_areas(), all_made, most=500)
    assert found == wanted


@some
@given(unsound_areas())
def test_a_counterexample_shows_the_fault_and_none_is_asked_less(catalogue: Catalogue) -> None:
    space = Space(catalogue.cells())
    for one in to_show(catalogue):
        match decide(one, space, allowed(catalogue.assumptions)), one.statement:
            case Refuted(witness), Never(condition):
                assert witness != FALSE
                form = shortest_form(space, witness, one.cells)
                assert form is not None
                against = [values for values in enumerated.every(catalogue) if holds(condition, values)]
                against = [values for values in against if holds(allowed(catalogue.assumptions), values)]
                shown = [{column: values[column] for column in one.cells if values[column]} for values in against]
                assert dict(form) in shown
                assert len(form) == min(map(len, shown))
                compared["counterexamples that show their fault, in random areas"] += 1
            case _:
                pass


def test_two_forms_show_that_better_answers_worsen_and_none_differ_less_or_are_asked_less() -> None:
    """Of claims that are refuted, which few random rules make: areas are drawn until there are enough of them."""
    counted = "pairs of forms that show that better answers worsen, in random areas"
    wanted = compared[counted] + 10

    def enough(catalogue: Catalogue) -> bool:
        space = Space(catalogue.cells())
        for one in to_show(catalogue):
            if isinstance(one.statement, NeverWorse):
                against = [tuple(map(asked_of, both)) for both in enumerated.worsening(one.statement, catalogue)]
                proven = isinstance(decide(one, space, allowed(catalogue.assumptions)), Proven)
                assert proven == (not against) == solved.holds_of(one.statement, catalogue)
                pair = shortest_pair(
                    space, one.statement.clauses, one.statement.better, space.holds(allowed(catalogue.assumptions))
                )
                assert pair is None if proven else pair is not None and tuple(map(dict, pair)) in against
                if pair is not None:
                    assert size(*pair) == min(size(*both) for both in against)
                    compared[counted] += 1
        return compared[counted] >= wanted

    draw_until(unsound_areas(), enough, most=600)
    assert compared[counted] >= wanted


def asked_of(values: enumerated.Values) -> dict[str, str]:
    return {column: label for column, label in values.items() if label}


def size(one: Mapping[str, str], other: Mapping[str, str]) -> tuple[int, int]:
    """How many answers differ that are asked in both, and how many are asked."""
    return sum(one[column] != other[column] for column in one if column in other), len(one) + len(other)


@some
@given(unsound_areas())
def test_a_rule_that_only_assumptions_make_sound_is_evaluated_as_it_is_written(catalogue: Catalogue) -> None:
    """Where clauses overlap the first counts, where there is a gap it is Bortfall: what a unit answers is what counts."""
    engine = engine_of(catalogue)
    for pattern in raw_patterns(catalogue):
        row = {**pattern, catalogue.area.gate: ""}
        for made in catalogue.indicators:
            assert engine.evaluate_row(row)[made.id] == interpret(made, catalogue, row), (made.clauses, pattern)
            compared["outcomes of unsound rules, generated evaluator and interpreter"] += 1
