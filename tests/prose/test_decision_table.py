"""The decision table: rows written by hand, and that it covers every complete answer with the right outcome."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from ojdsl.logic.interpret import effective, holds, interpret, outcome_of
from ojdsl.model.nodes import Catalogue
from ojdsl.prose.condition import Words
from ojdsl.prose.decision_table import DecisionTable, Row, decision_table, heading
from ojdsl.testing.random_answers import complete_answers, raw_patterns
from ojdsl.testing.random_areas import areas
from tests.real import catalogue

some = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def table(name: str) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    (indicator,) = (one for one in catalogue().indicators if one.id == name)
    made = decision_table(indicator, catalogue())
    return tuple(heading(column, Words(catalogue(), indicator)) for column in made.columns), made.rows


def test_a_family_with_a_follow_up() -> None:
    assert table("samordning_lss_missbruk") == (
        ("(G)2", "(G)2 a"),
        (
            Row((("Nej, behövs inte",), ()), "Ja"),
            Row((("Ja",), ("Ja", "Ej aktuellt")), "Ja"),
            Row((("Nej",), ()), "Nej"),
            Row((("Ja",), ("Nej",)), "Nej"),
            Row((("Ej aktuellt",), ()), "Ej aktuellt"),
        ),
    )


def test_rows_and_marks_are_named_in_the_headings() -> None:
    assert table("overenskommelse")[0] == ("(G)3 Mål", "(G)3 Ansvar", "(G)3 Rutiner", "(G)3 a")
    assert table("kompetensplan")[0] == ("(G)6", "(G)6 a A", "(G)6 a B", "(G)6 b")


def test_a_background_measure_is_its_answers() -> None:
    assert table("tid_forsta_besok")[1][-1] == Row((("Kan inte svara",),), "Kan inte svara")


def covering(made: DecisionTable, values: dict[str, str | None]) -> list[int]:
    """The rows that some answers are in."""
    return [
        number
        for number, row in enumerate(made.rows)
        if all(holds(test, {test.cell: values[test.cell] or None}) for test in row.tests)
    ]


@some
@given(areas())
def test_every_complete_answer_is_in_some_row_and_only_in_rows_of_its_outcome(area: Catalogue) -> None:
    for indicator in area.indicators:
        made = decision_table(indicator, area)
        alone: set[int] = set()
        for answers in complete_answers(area):
            values = effective(answers, dict(area.cell_of))
            rows = covering(made, values)
            assert {made.rows[number].outcome for number in rows} == {outcome_of(indicator, values)}
            alone |= set(rows) if len(rows) == 1 else set()
        assert alone == set(range(len(made.rows))), "no row can be left out"


@some
@given(areas())
def test_a_partial_answer_that_is_in_a_row_has_its_outcome(area: Catalogue) -> None:
    for indicator in area.indicators:
        made = decision_table(indicator, area)
        for answers in raw_patterns(area):
            for number in covering(made, {**answers}):
                assert interpret(indicator, area, answers) == made.rows[number].outcome


def test_the_tables_of_2017_have_no_row_twice() -> None:
    for indicator in catalogue().indicators:
        made = decision_table(indicator, catalogue())
        assert len(set(made.rows)) == len(made.rows)
        assert set(made.columns) <= set(indicator.cells)
