"""Why answers give an outcome: the reasons force it and are minimal, the smallest change is the smallest, by brute force."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations, islice, product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ojdsl.logic.explain import Explanation, decisions, explain
from ojdsl.logic.interpret import effective, interpret, outcome_of, prepared
from ojdsl.model.nodes import NONRESPONSE, YES, Between, Catalogue, In, Indicator, Test
from ojdsl.testing.random_answers import raw_patterns
from ojdsl.testing.random_areas import areas
from tests.real import catalogue

some = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def explained(indicator: str, **answers: str) -> Explanation:
    area = catalogue()
    (wanted,) = (one for one in area.indicators if one.id == indicator)
    return explain(decisions(wanted, area), prepared(area, answers))


# --- the real catalogue -----------------------------------------------------------------------------------------------


def test_the_fewest_answers_that_decide() -> None:
    made = explained("overenskommelse", G3_mal="Ja", G3_ansvar="Nej", G3_rutiner="Nej", G3a="Ja")
    assert made.outcome == "Nej"
    assert made.decided == ((In("G3_ansvar", ("Nej",)),), (In("G3_rutiner", ("Nej",)),))
    assert made.changes == ((In("G3_ansvar", ("Ja",)), In("G3_rutiner", ("Ja",))),)


def test_a_reason_of_more_answers_gives_way_to_one_of_fewer() -> None:
    made = explained("kon_resultat", M6="Ja", M6a="Nej", M6c="Nej")
    assert made.decided == ((In("M6", ("Ja",)), In("M6a", ("Nej",))),)


def test_a_follow_up_tells_its_parents_answer() -> None:
    made = explained("rutin_vald", G7_missbruk="Ja", G7a_missbruk="Nej")
    assert made.decided == ((In("G7_missbruk", ("Ja",)), In("G7a_missbruk", ("Nej",))),)
    assert made.told == ((In("G7a_missbruk", ("Nej",)),),)
    assert made.changes == ((In("G7a_missbruk", ("Ja", "Ej aktuellt")),),)


def test_the_smallest_change_comes_first() -> None:
    made = explained("samordning_lss_missbruk", G2_lss_missbruk="Nej")
    assert made.changes == (
        (In("G2_lss_missbruk", ("Nej, behövs inte",)),),
        (In("G2_lss_missbruk", ("Ja",)), In("G2a_lss_missbruk", ("Ja", "Ej aktuellt"))),
    )


def test_what_leaves_an_outcome_open() -> None:
    made = explained("kon_resultat", M6a="Ja")
    assert (made.outcome, made.decided) == (NONRESPONSE, ())
    assert made.open == ("M6", "M6c")
    assert made.unsure == {"M6c"}
    assert made.possible == ("Ja", "Delvis", "Nej", "Ej aktuellt")


def test_an_answer_to_a_question_that_was_not_asked_is_no_reason_and_no_help() -> None:
    made = explained("stodperson", M7="Nej", M7a="Ja")
    assert made.decided == ((In("M7", ("Nej",)),),)
    assert [test.cell for test in made.changes[0]] == ["M7", "M7a"]


def test_nothing_changes_where_the_target_is_reached_or_there_is_none() -> None:
    assert explained("socialjour", G1="Ja").changes == ()
    assert explained("tid_forsta_besok", M1="Inom 3 dagar").changes == ()


def test_answers_that_only_an_assumption_rules_out_get_what_the_rule_says_of_them() -> None:
    """A gap is Bortfall with nothing left open, also where a blank may turn out to be in it; an overlap is the first outcome."""
    (whole,) = (one for one in catalogue().indicators if one.id == "brukarrevision_anvand")
    yes, no = In("G15a", ("Ja",)), In("G15", ("Nej",))
    gap = replace(whole, clauses=(replace(whole.clauses[0], condition=yes), replace(whole.clauses[1], condition=no)))
    both = replace(gap, clauses=(gap.clauses[0], replace(gap.clauses[1], condition=In("G15", ("Ja", "Nej")))))
    for rule, answers, outcome, blank in (
        (gap, {"G15": "Ja", "G15a": "Nej"}, NONRESPONSE, ()),
        (gap, {"G15": "Ja"}, NONRESPONSE, ("G15a",)),
        (both, {"G15": "Ja", "G15a": "Ja"}, "Ja", ()),
    ):
        made = explain(decisions(rule, catalogue()), prepared(catalogue(), answers))
        assert (made.outcome, made.open) == (outcome, blank)
        assert made.outcome == interpret(rule, catalogue(), answers)


# --- random areas -----------------------------------------------------------------------------------------------------


def marked_by_hand(area: Catalogue) -> Catalogue:
    """The area where a blank mark is unanswered, so that to leave an answer out leaves it out."""
    return replace(area, questions=tuple(replace(one, blank_is_unmarked=False) for one in area.questions))


def completions(indicator: Indicator, area: Catalogue, answers: Mapping[str, str]) -> Iterator[dict[str, str]]:
    choices = [(answers[column],) if answers[column] else area.cell(column).labels for column in indicator.cells]
    return (dict(zip(indicator.cells, values, strict=True)) for values in product(*choices))


def counted(indicator: Indicator, area: Catalogue, answers: Mapping[str, str]) -> dict[str, str]:
    """The answers to cells that some completion asks."""
    every = [effective(one, dict(area.cell_of)) for one in completions(indicator, area, answers)]
    return {column: answers[column] if any(one[column] is not None for one in every) else "" for column in indicator.cells}


def possible(test: Test) -> tuple[str, ...]:
    """The answers that pass a test; of a range of numbers its ends."""
    return tuple(str(end) for one in test.ranges for end in one) if isinstance(test, Between) else test.labels


def labels(tests: tuple[Test, ...]) -> dict[str, str]:
    return {test.cell: possible(test)[0] for test in tests}


patterns = st.integers(0, 599)


@some
@given(areas().map(marked_by_hand))
def test_the_outcome_is_that_of_the_meaning_and_the_reasons_are_minimal(area: Catalogue) -> None:
    for indicator in area.indicators:
        made = decisions(indicator, area)
        for answers in islice(raw_patterns(area), 0, None, 7):
            found = explain(made, answers)
            assert found.outcome == interpret(indicator, area, answers)
            assert bool(found.decided) == (found.outcome != NONRESPONSE)
            assert len({len(tests) for tests in found.decided}) <= 1
            for tests in found.decided:
                given_ = labels(tests)
                assert all(answers[column] == label for column, label in given_.items())
                assert interpret(indicator, area, given_) == found.outcome
                for column in given_:
                    fewer = {name: label for name, label in given_.items() if name != column}
                    assert interpret(indicator, area, fewer) != found.outcome


@some
@given(areas().map(marked_by_hand), patterns)
def test_no_fewer_answers_decide(area: Catalogue, number: int) -> None:
    every = list(raw_patterns(area))
    for indicator in area.indicators:
        made = decisions(indicator, area)
        for answers in islice(every, number % len(every), None, 11):
            found = explain(made, answers)
            given_ = {column: label for column, label in counted(indicator, area, answers).items() if label}
            for tests in found.decided:
                for columns in combinations(given_, len(tests) - 1) if tests else ():
                    assert interpret(indicator, area, {column: given_[column] for column in columns}) == NONRESPONSE


@some
@given(areas().map(marked_by_hand), patterns)
def test_open_cells_and_possible_outcomes(area: Catalogue, number: int) -> None:
    every = list(raw_patterns(area))
    answers = every[number % len(every)]
    cells = dict(area.cell_of)
    for indicator in area.indicators:
        found = explain(decisions(indicator, area), answers)
        by_completion = {
            tuple(one.items()): outcome_of(indicator, effective(one, cells)) for one in completions(indicator, area, answers)
        }
        assert set(found.possible) == set(by_completion.values())
        differ = {
            column
            for values, outcome in by_completion.items()
            for column in indicator.cells
            if not answers[column]
            for label in cells[column].labels
            if by_completion[tuple({**dict(values), column: label}.items())] != outcome
        }
        assert set(found.open) == differ


@some
@given(areas().map(marked_by_hand), patterns)
def test_the_smallest_change_gives_yes_and_none_of_fewer_cells_does(area: Catalogue, number: int) -> None:
    every = list(raw_patterns(area))
    answers = every[number % len(every)]
    for indicator in area.indicators:
        found = explain(decisions(indicator, area), answers)
        base = counted(indicator, area, answers)
        if found.outcome == YES:
            assert found.changes == ()
            continue
        for change in found.changes:
            for values in product(*(possible(test) for test in change)):
                changed = base | dict(zip((test.cell for test in change), values, strict=True))
                assert interpret(indicator, area, changed) == YES
        fewest = len(found.changes[0]) if found.changes else len(indicator.cells) + 1
        for size in range(fewest):
            for columns in combinations(indicator.cells, size):
                for values in product(*(area.cell(column).labels for column in columns)):
                    assert interpret(indicator, area, base | dict(zip(columns, values, strict=True))) != YES
