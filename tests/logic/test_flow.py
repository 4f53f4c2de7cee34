"""The flow of a rule's questions: written by hand for real ones, and walked with every complete answer of random areas."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from ojdsl.logic.diagram import TooLargeError
from ojdsl.logic.flow import Step, Way, steps
from ojdsl.logic.interpret import effective, outcome_of
from ojdsl.model.nodes import NONRESPONSE, Catalogue, In
from ojdsl.model.numbers import label_of
from ojdsl.testing.random_answers import complete_answers
from ojdsl.testing.random_areas import area_of, areas, indicator
from tests.prose.small import QUESTIONS
from tests.real import catalogue

some = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


def real(name: str, largest: int = 12) -> tuple[Step, ...]:
    return steps(next(one for one in catalogue().indicators if one.id == name), catalogue(), largest)


def test_a_question_and_its_follow_up() -> None:
    assert real("samordning_lss_missbruk") == (
        Step(
            "G2_lss_missbruk",
            (Way(("Ja",), 1), Way(("Nej",), "Nej"), Way(("Nej, behövs inte",), "Ja"), Way(("Ej aktuellt",), "Ej aktuellt")),
        ),
        Step("G2a_lss_missbruk", (Way(("Ja", "Ej aktuellt"), "Ja"), Way(("Nej",), "Nej"))),
    )


def test_marks_of_one_question_are_steps() -> None:
    assert [(step.column, [way.to for way in step.ways]) for step in real("kompetensplan")] == [
        ("G6_missbruk", [1, "Nej", "Ej aktuellt"]),
        ("G6a_missbruk_a", [2, "Nej"]),
        ("G6a_missbruk_b", [3, "Nej"]),
        ("G6b_missbruk", ["Ja", "Nej"]),
    ]


def test_too_many_steps_are_not_given() -> None:
    with pytest.raises(TooLargeError):
        real("kompetensplan", largest=3)
    assert len(real("kompetensplan", largest=4)) == 4


def test_answers_that_no_clause_takes_lead_to_bortfall() -> None:
    """As they can where an assumption says that nobody gives them."""
    one = indicator(1, (("Ja", In("G1", ("Ja",))), ("Nej", In("G1", ("Nej",)))), QUESTIONS)
    ways = (Way(("Ja",), "Ja"), Way(("Nej",), "Nej"), Way(("Ej aktuellt",), NONRESPONSE))
    assert steps(one, area_of(QUESTIONS, (one,)), 12) == (Step("G1", ways),)


@some
@given(areas())
def test_every_complete_answer_is_led_to_its_outcome_over_questions_that_are_asked(area: Catalogue) -> None:
    for one in area.indicators:
        flow = steps(one, area, 10_000)
        walked: set[tuple[int, tuple[str, ...]]] = set()
        for answers in complete_answers(area):
            values = effective(answers, dict(area.cell_of))
            at: int | str = 0 if flow else outcome_of(one, values)
            while isinstance(at, int):
                answer = values[flow[at].column]
                assert answer is not None, "whoever is led to a question is asked it"
                (way,) = (way for way in flow[at].ways if label_of(area.cell(flow[at].column), answer) in way.labels)
                walked.add((at, way.labels))
                assert isinstance(way.to, str) or way.to > at
                at = way.to
            assert at == outcome_of(one, values)
        assert walked == {(number, way.labels) for number, step in enumerate(flow) for way in step.ways}, "every way is taken"
        assert len(set(flow)) == len(flow)
        for step in flow:
            labels = [label for way in step.ways for label in way.labels]
            assert sorted(labels) == sorted(area.cell(step.column).labels)
            assert len({way.to for way in step.ways}) == len(step.ways) > 1, "no step could be left out"
