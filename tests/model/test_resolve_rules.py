"""A rule as written and the tree that it means."""

from __future__ import annotations

import pytest

from ojdsl.model.nodes import And, Asked, Condition, Count, In, Or
from tests.model.written import QUESTIONS, codes, written
from tests.model.written import check as checked

YES = ("Ja",)
ECONOMY, OLD, LSS = (f"G2_{row}" for row in ("ekonomiskt_bistand", "aldreomsorg", "lss_barn_och_vuxen"))
ALL = (ECONOMY, OLD, LSS)
NOT_YES = ("Nej, behövs inte", "Nej", "Ej aktuellt")


def tree(text: str, family: str = "") -> Condition:
    """The first member's condition for Ja; what the checks think of the rule does not matter here."""
    place = f"  Ja:\n{text}" if text.startswith(" ") else f"  Ja: {text}"
    found = checked(written(f"{place}\n  Nej: annars", family))
    catalogue = found.catalogues["specs/2017/missbruk"]
    condition = catalogue.indicators[0].clauses[0].condition
    assert condition is not None
    return condition


RULES: dict[str, Condition] = {
    "G2[Äldreomsorg] är Ja": In(OLD, YES),
    'G2[Äldreomsorg] är Nej eller Ja eller "Nej, behövs inte"': In(OLD, ("Ja", "Nej, behövs inte", "Nej")),
    "G2[Äldreomsorg] är inte Ja": In(OLD, NOT_YES),
    "G2[LSS (barn och vuxen)] är Ja": In(LSS, YES),
    "G6 är Ja": In("G6_missbruk", YES),
    "alla av G2 är Ja": And(tuple(In(row, YES) for row in ALL)),
    "alla av G2 är inte Ja": And(tuple(In(row, NOT_YES) for row in ALL)),
    "minst 1 av G2 är Ja": Count(1, 3, tuple(In(row, YES) for row in ALL)),
    "minst två av G2 är Ja": Count(2, 3, tuple(In(row, YES) for row in ALL)),
    "högst 1 av G2[Äldreomsorg, Ekonomiskt bistånd] är Ja": Count(0, 1, (In(OLD, YES), In(ECONOMY, YES))),
    "exakt 2 av G2 är Nej": Count(2, 2, tuple(In(row, ("Nej",)) for row in ALL)),
    "G2a[Äldreomsorg] ställs": Asked("G2a_aldreomsorg"),
    "G2b innehåller Nämnden": In("G2b_namnden", YES),
    "G2b innehåller Nämnden och Chefen": And((In("G2b_namnden", YES), In("G2b_chefen", YES))),
    "minst 1 av G2b är Ja": Count(1, 2, (In("G2b_namnden", YES), In("G2b_chefen", YES))),
    "alla av G2b är Nej": And((In("G2b_namnden", ("Nej",)), In("G2b_chefen", ("Nej",)))),
    "G6 är Ja, och G2[Äldreomsorg] är Ja": And((In("G6_missbruk", YES), In(OLD, YES))),
    "G6 är Ja, eller G2[Äldreomsorg] är Ja": Or((In("G6_missbruk", YES), In(OLD, YES))),
    "G6 är Ja, och (G2[Äldreomsorg] är Ja, eller G2b innehåller Chefen)": And(
        (In("G6_missbruk", YES), Or((In(OLD, YES), In("G2b_chefen", YES))))
    ),
    "    minst ett av:\n      - G6 är Ja\n      - G2[Äldreomsorg] är Ja": Or((In("G6_missbruk", YES), In(OLD, YES))),
    "    alla av:\n      - G6 är Ja\n      - minst 2 av:\n          - G2b innehåller Chefen\n          - G6 är Nej": And(
        (In("G6_missbruk", YES), Count(2, 2, (In("G2b_chefen", YES), In("G6_missbruk", ("Nej",)))))
    ),
    "    högst 1 av:\n      - G6 är Ja\n      - G2[Äldreomsorg] är Ja": Count(0, 1, (In("G6_missbruk", YES), In(OLD, YES))),
}


@pytest.mark.parametrize("text", RULES)
def test_a_rule_is_this_tree(text: str) -> None:
    assert tree(text) == RULES[text]


def test_what_was_excluded_is_remembered_for_the_sentence() -> None:
    found = tree("G2[Äldreomsorg] är inte Ja eller Nej")
    assert isinstance(found, In)
    assert (found.labels, found.excluded) == (("Nej, behövs inte", "Ej aktuellt"), ("Ja", "Nej"))


def test_in_a_family_a_bare_question_means_the_members_row() -> None:
    project = written("  Ja: G2 är Ja, och G2a är Ja\n  Nej: annars", "G2")
    found = checked(project).catalogues["specs/2017/missbruk"].indicators
    assert [one.clauses[0].condition for one in found] == [And((In(row, YES), In(row.replace("G2", "G2a"), YES))) for row in ALL]
    assert [one.id for one in found] == ["prov_ekonomiskt_bistand", "prov_aldreomsorg", "prov_lss_barn_och_vuxen"]
    assert [one.cells for one in found] == [(row, row.replace("G2", "G2a")) for row in ALL]


@pytest.mark.parametrize("text", ["minst 1 av G2 är Ja", "alla av G2a är Ja", "G2 är Ja, och högst 2 av G2 är Nej"])
def test_in_a_family_an_amount_counts_all_rows_and_that_is_said(text: str) -> None:
    assert codes(written(f"  Ja: {text}\n  Nej: annars", "G2")).count("OJ229") == 1
    assert "OJ229" not in codes(written(f"  Ja: {text.partition(', ')[2] or text}\n  Nej: annars"))


def test_rows_that_are_named_are_counted_without_a_word() -> None:
    rows = "G2[Ekonomiskt bistånd, Äldreomsorg, LSS (barn och vuxen)]"
    assert tree(f"minst 2 av {rows} är Ja", "G2") == Count(2, 3, tuple(In(row, YES) for row in ALL))
    assert "OJ229" not in codes(written(f"  Ja: G2 är Ja, och minst 2 av {rows} är Ja\n  Nej: annars", "G2"))


def test_marks_are_counted_in_the_members_own_row() -> None:
    follow_up = QUESTIONS.replace("ställs_om: minst 1 av G2 är Ja", "vid: Ja")
    project = written("  Ja: minst 2 av G2b är Ja\n  Nej: annars", "G2", {"specs/2017/frågor/G2.yaml": follow_up})
    found = checked(project).catalogues["specs/2017/missbruk"].indicators
    marks = [[f"{row.replace('G2', 'G2b')}_{mark}" for mark in ("namnden", "chefen")] for row in ALL]
    assert [one.clauses[0].condition for one in found] == [Count(2, 2, tuple(In(mark, YES) for mark in own)) for own in marks]
    assert "OJ229" not in codes(project)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("G9 är Ja", "OJ301"),
        ("G6 är Kanske", "OJ404"),
        ('G6 är "Kanske"', "OJ302"),
        ("G2[Ungdom] är Ja", "OJ303"),
        ("G2 är Ja", "OJ304"),
        ("G2b är Ja", "OJ321"),
        ("G6 innehåller Ja", "OJ322"),
        ("G2b[Rad] innehåller Chefen", "OJ323"),
        ("G2c är Ja", "OJ325"),
        ("G2c ställs", "OJ325"),
        ("G6 är inte Ja eller Nej", "OJ410"),
        ("G2[Äldreomsorg, Ekonomiskt bistånd] är Ja", "OJ411"),
        ("minst 4 av G2 är Ja", "OJ412"),
        ("minst 0 av G2 är Ja", "OJ412"),
        ("högst 0 av G2 är Ja", "OJ412"),
        ("exakt 4 av G2 är Ja", "OJ412"),
        ("G6 är Ja, och G2[Äldreomsorg] är Ja, eller G2b innehåller Chefen", "OJ406"),
    ],
)
def test_a_rule_that_means_nothing(text: str, code: str) -> None:
    assert code in codes(written(f"  Ja: {text}\n  Nej: annars"))
