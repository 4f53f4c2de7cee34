"""What is shown after a reading: the last good catalogue, what changed in it, and the faults of now."""

from __future__ import annotations

from datetime import timedelta

from ojdsl.studio.view import Reading, first_view, next_view, reading
from tests.diagnostics.cases import base_files
from tests.model.written import check
from tests.numbers import STAFF_RULE, project
from tests.real import AREA
from tests.studio.conftest import METHOD, QUESTION, TIME, broken, good, question_text, read, with_change


def test_the_last_good_catalogue_stays_while_the_specs_are_broken() -> None:
    view = next_view(first_view(good()), broken())
    assert view.number > first_view(good()).number
    assert view.good is good().good
    assert view.stale
    assert [fault.code for fault in view.now.faults] == ["OJ301"]


def test_every_view_has_a_number_of_its_own_after_a_restart_too() -> None:
    first = first_view(good())
    again = next_view(first, good())
    assert again.number == first.number + 1
    later = first_view(Reading(TIME + timedelta(seconds=1), good().good))
    assert later.number > again.number


def test_there_is_nothing_to_show_when_the_first_reading_is_broken() -> None:
    view = first_view(broken())
    assert view.good is None
    assert not view.stale
    assert next_view(view, good()).good is good().good


def test_a_problem_with_the_files_keeps_the_catalogue_too() -> None:
    view = next_view(first_view(good()), Reading(TIME, None, problem="specs: finns inte."))
    assert view.stale
    assert view.now.problem == "specs: finns inte."


def test_the_indicators_that_a_change_touched() -> None:
    assert next_view(first_view(good()), read(base_files())).changed == frozenset()
    rule = read(with_change(METHOD, "Metoden används för alla.", "Alla använder metoden."))
    assert next_view(first_view(good()), rule).changed == {"metod"}


def test_a_question_touches_the_indicators_that_use_it() -> None:
    line = question_text()
    view = next_view(first_view(good()), read(with_change(QUESTION, line, f"{line} Svara för alla.")))
    assert view.changed == {"metod"}
    assert next_view(view, broken()).changed == {"metod"}


def test_a_new_limit_in_one_rule_touches_no_other_rule_of_the_same_number() -> None:
    file = f"{AREA}/bemanning.yaml"
    whole = project()[file].partition("exempel:")[0].partition("nämnare:")[0]
    rules = [
        project(more={file: whole.replace(STAFF_RULE, f"  Ja: M8 är minst {limit}\n  Ej aktuellt: M8 är 0\n  Nej: annars")})
        for limit in (190, 200)
    ]
    before, after = (reading(check(files), TIME) for files in rules)
    assert before.good is not None
    assert after.good is not None
    assert before.good.catalogue.question("M8") != after.good.catalogue.question("M8")
    assert next_view(first_view(before), after).changed == {"bemanning"}


def test_warnings_do_not_keep_a_catalogue_away() -> None:
    warned = read(with_change(METHOD, "Metoden används för alla.", "Metoden används 2017-02-01."))
    assert warned.good is not None
