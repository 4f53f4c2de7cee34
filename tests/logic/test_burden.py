"""The burden of a survey, against brute force over every complete answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import islice

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ojdsl.logic import burden
from ojdsl.logic.burden import Bounds, Interchangeable
from ojdsl.logic.interpret import effective, holds, outcome_of
from ojdsl.model.nodes import And, Catalogue, Cell, Condition, In, cells_of
from ojdsl.testing.random_answers import complete_answers, raw_patterns
from ojdsl.testing.random_areas import areas
from tests.data.small import YES_NO, question
from tests.data.small import catalogue as small
from tests.real import catalogue

some = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


# --- the real catalogue -----------------------------------------------------------------------------------------------


def test_what_is_asked_in_2017() -> None:
    area = catalogue()
    space = burden.space_of(area)
    questions = burden.load_of_questions(space, area)
    assert burden.bounds(space, questions, {}) == Bounds(20, 37)
    assert burden.bounds(space, burden.load_of_cells(space, area), {}) == Bounds(34, 63)
    assert burden.bounds(space, questions, {"G1": "Nej", "M6": "Ja"}) == Bounds(24, 37)


def test_what_no_result_of_2017_needs() -> None:
    area = catalogue()
    space = burden.space_of(area)
    needed = burden.needed(space, area)
    assert [cell.column for cell in area.cells() if cell.column not in needed] == [
        "G1a", "G1b", "G1c_socionom", "G1c_socialchef", "G1c_annan", "G6a_missbruk_c", "G6a_missbruk_d", "G8a", "M4_annat",
    ]  # fmt: skip
    alike = burden.interchangeable(space, area)
    assert {one.labels for one in alike} == {("Ja", "Ej aktuellt")}
    assert Interchangeable("M7a", ("Ja", "Ej aktuellt")) in alike


def test_when_a_follow_up_of_2017_can_change_nothing() -> None:
    area = catalogue()
    space = burden.space_of(area)
    found = {one.column: one.ways for one in burden.settled_for_all(space, area)}
    assert list(found) == ["G3a", "G6b_missbruk", "M6c"]
    assert found["G6b_missbruk"] == ((In("G6a_missbruk_a", ("Nej",)),), (In("G6a_missbruk_b", ("Nej",)),))
    by_indicator = {one.indicators: one.ways for one in burden.settled_by_indicator(space, area) if one.column == "M6c"}
    assert by_indicator[("kon_resultat",)] == ((In("M6a", ("Nej", "Ej aktuellt")),),)
    assert len(by_indicator) == 5


# --- by hand ----------------------------------------------------------------------------------------------------------


def test_conditions_that_share_cells_by_way_of_another_are_counted_together() -> None:
    """G3 to G5 hang together although G3 and G5 share no cell: no unit is asked all three."""
    first, second = In("G1", ("Ja",)), In("G2", ("Ja",))
    conditions: dict[str, Condition] = {"G3": first, "G4": And((first, second)), "G5": In("G2", ("Nej",))}
    asked = tuple(question(name, YES_NO, conditions.get(name)) for name in ("G1", "G2", "G3", "G4", "G5"))
    area = replace(small(), questions=asked)
    space = burden.space_of(area)
    assert burden.bounds(space, burden.load_of_questions(space, area), {}) == Bounds(2, 4)
    assert burden.bounds(space, burden.load_of_questions(space, area), {"G2": "Ja"}) == Bounds(2, 4)
    assert burden.bounds(space, burden.load_of_questions(space, area), {"G1": "Nej"}) == Bounds(2, 3)


# --- random areas -----------------------------------------------------------------------------------------------------

Values = dict[str, str | None]


def values_of(area: Catalogue) -> list[tuple[dict[str, str], Values]]:
    """Every complete answer, raw and effective."""
    return [(answers, effective(answers, dict(area.cell_of))) for answers in complete_answers(area)]


def is_asked(cell: Cell, values: Values) -> bool:
    return cell.asked_if is None or holds(cell.asked_if, values)


def fits(answers: Mapping[str, str], partial: Mapping[str, str]) -> bool:
    return all(not label or answers[column] == label for column, label in partial.items())


@some
@given(areas(), st.integers(0, 99))
def test_the_bounds_are_those_of_all_consistent_answers(area: Catalogue, number: int) -> None:
    space, every = burden.space_of(area), values_of(area)
    partial = next(islice(raw_patterns(area), number, None), {})
    for given_ in ({}, partial):
        fitting = [values for answers, values in every if fits(answers, given_)]
        cells = [sum(is_asked(cell, values) for cell in area.cells()) for values in fitting]
        questions = [sum(any(is_asked(cell, values) for cell in one.cells) for one in area.questions) for values in fitting]
        assert burden.bounds(space, burden.load_of_cells(space, area), given_) == Bounds(min(cells), max(cells))
        assert burden.bounds(space, burden.load_of_questions(space, area), given_) == Bounds(min(questions), max(questions))


def outcomes_by_answers(area: Catalogue) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {
        tuple(answers.values()): tuple(outcome_of(one, values) for one in area.indicators) for answers, values in values_of(area)
    }


@some
@given(areas())
def test_needed_and_interchangeable_are_what_they_say(area: Catalogue) -> None:
    space = burden.space_of(area)
    outcomes = outcomes_by_answers(area)
    asked = {
        tuple(answers.values()): tuple(is_asked(cell, values) for cell in area.cells()) for answers, values in values_of(area)
    }
    needed, alike = burden.needed(space, area), burden.interchangeable(space, area)
    together = {(one.column, label, other) for one in alike for label in one.labels for other in one.labels}
    for place, cell in enumerate(space.cells):
        changed = {
            (label, other): [(key, (*key[:place], other, *key[place + 1 :])) for key in outcomes if key[place] == label]
            for label in cell.labels
            for other in cell.labels
        }
        differs = any(outcomes[one] != outcomes[two] for pairs in changed.values() for one, two in pairs)
        assert (cell.column in needed) == differs
        for (label, other), pairs in changed.items() if differs and cell.number is None else ():
            same = all(outcomes[one] == outcomes[two] and asked[one] == asked[two] for one, two in pairs)
            assert label == other or same == ((cell.column, label, other) in together)


def above(cell: Cell, area: Catalogue) -> set[str]:
    """The cells that decide whether a cell is asked."""
    parents = cells_of(cell.asked_if) if cell.asked_if else frozenset()
    return set(parents).union(*(above(area.cell(parent), area) for parent in parents))


@some
@given(areas())
def test_a_settled_follow_up_changes_nothing_and_no_other_way_settles_it(area: Catalogue) -> None:
    space, every, outcomes = burden.space_of(area), values_of(area), outcomes_by_answers(area)
    for number, indicator in enumerate(area.indicators):
        for cell in (one for one in area.cells() if one.asked_if is not None and one.column in indicator.cells):
            found = burden.settled(space, area, cell, [indicator])
            ids = [one.id for one in area.questions]
            before = {one.column for one in area.cells() if ids.index(one.question) < ids.index(cell.question)}
            known = before | above(cell, area)
            place = [one.column for one in space.cells].index(cell.column)
            changes: dict[tuple[str, ...], bool] = {}
            for answers, _ in every:
                key = tuple(answers.values())
                others = {outcomes[(*key[:place], label, *key[place + 1 :])][number] for label in cell.labels}
                part = tuple(label for column, label in answers.items() if column in known)
                changes[part] = changes.get(part, False) or len(others) > 1
            for answers, values in every:
                if is_asked(cell, values) and any(changes.values()):
                    part = tuple(label for column, label in answers.items() if column in known)
                    done = found is not None and any(holds(And(way), values) for way in found.ways)
                    assert done == (not changes[part])
            assert found is None or any(changes.values())
