"""Columns, codes, kinds, texts and conditions of questions."""

from __future__ import annotations

import pytest

from ojdsl.model.nodes import AnswerKind, Count, In, Or
from tests.model.written import AREA_FILE, QUESTIONS, catalogue, codes, written

RULE = "  Ja: G6 är Ja, och G2[Äldreomsorg] är Ja, och G2a[Äldreomsorg] är Ja, och G2b innehåller Chefen\n  Nej: annars"
FILE = "specs/2017/frågor/G2.yaml"
AREA = "specs/2017/missbruk/område.yaml"
ROWS = ("ekonomiskt_bistand", "aldreomsorg", "lss_barn_och_vuxen")


def changed(old: str, new: str) -> list[str]:
    assert QUESTIONS.count(old) >= 1
    return codes(written(RULE, more={FILE: QUESTIONS.replace(old, new, 1)}))


def test_columns() -> None:
    columns = [cell.column for cell in catalogue(written(RULE)).cells()]
    assert columns == [
        *(f"G2_{row}" for row in ROWS),
        *(f"G2a_{row}" for row in ROWS),
        "G2b_namnden",
        "G2b_chefen",
        "G2c",
        "G6_missbruk",
    ]


def test_kinds_of_cells() -> None:
    found = {cell.column: (cell.kind, cell.labels) for cell in catalogue(written(RULE)).cells()}
    assert found["G2_aldreomsorg"] == ("choice", ("Ja", "Nej, behövs inte", "Nej", "Ej aktuellt"))
    assert found["G2b_chefen"] == ("mark", ("Ja", "Nej"))
    assert found["G2c"] == ("text", ())


def test_alternatives() -> None:
    found = catalogue(written(RULE)).question("G2").alternatives
    assert [(one.code, one.kind) for one in found] == [
        ("ja", AnswerKind.YES),
        ("nej_behovs_inte", AnswerKind.NO),
        ("nej", AnswerKind.NO),
        ("ej_aktuellt", AnswerKind.NOT_APPLICABLE),
    ]
    assert found[1].text == "Nej, behövs inte, samma chef"


def test_placeholders_are_filled_in_with_swedish_dates() -> None:
    found = catalogue(written(RULE))
    assert found.question("G2").text == "Finns en rutin den 1 februari 2017?"
    assert found.question("G2a").text == "Är den uppföljd under 1 februari 2016–31 januari 2017 (12 månader)?"
    assert found.indicators[0].description.short_name == "Prov den 1 februari 2017"


def test_a_follow_up_takes_rows_and_conditions_from_its_parent() -> None:
    found = catalogue(written(RULE)).question("G2a")
    assert [row.slug for row in found.rows] == list(ROWS)
    conditions = tuple(In(f"G2_{row}", ("Ja", "Nej")) for row in ROWS)
    assert tuple(cell.asked_if for cell in found.cells) == conditions
    assert found.asked_if == Or(conditions)
    assert (found.parent, found.asked_if_text) == ("G2", "G2 är Ja eller Nej")


def test_a_condition_of_its_own_holds_for_all_cells() -> None:
    found = catalogue(written(RULE)).question("G2b")
    assert {cell.asked_if for cell in found.cells} == {Count(1, 3, tuple(In(f"G2_{row}", ("Ja",)) for row in ROWS))}
    assert found.asked_if_text == "minst 1 av G2 är Ja"


def test_an_area_has_its_own_row_of_a_shared_question() -> None:
    assert [row.label for row in catalogue(written(RULE)).question("G6").rows] == ["Missbruk"]
    assert "OJ326" in codes(written(RULE, more={AREA: AREA_FILE.replace("rad: Missbruk\n", "")}))
    assert "OJ303" in codes(written(RULE, more={AREA: AREA_FILE.replace("rad: Missbruk", "rad: Ungdom")}))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("fråga: G2", "fråga: Två", "OJ332"),
        ("fråga: G2", "fråga: X2", "OJ333"),
        ("      - Chefen", "      - nämnden!", "OJ338"),
        ("  - Äldreomsorg", "  - ekonomiskt bistånd!", "OJ338"),
        ("  - Äldreomsorg", "  - Äldreomsorg och annat som är långt", "OJ316"),
        ("  - Nej\n", "  - JA\n", "OJ338"),
        ("  - Nej\n", "  - Ja\n", "OJ329"),
        ("      - Chefen", "      - 'ˇ'", "OJ317"),
        ("  - Nej\n", "  - '=1+1'\n", "OJ324"),
        ("      - Chefen", "      - etikett: Chefen\n        kod: Chef en", "OJ335"),
        ("{mätdatum}", "{mätdag}", "OJ501"),
        ("tolv_månader", "tretton_månader", "OJ307"),
        ("vid: Ja eller Nej", "vid: Ja eller Kanske", "OJ404"),
        ("ställs_om: minst 1 av G2 är Ja", "ställs_om: G2c är Ja", "OJ325"),
        ("ställs_om: minst 1 av G2 är Ja", "ställs_om: G2c ställs", "OJ325"),
        ("ställs_om: minst 1 av G2 är Ja", "ställs_om: G2b innehåller Chefen", "OJ415"),
        ("    ställs_om: G2[Äldreomsorg] är Ja", "    vid: Ja", ""),
    ],
)
def test_questions_with_faults(old: str, new: str, code: str) -> None:
    found = changed(old, new)
    assert code in found if code else "OJ414" not in found


def test_a_circle_of_conditions() -> None:
    longer = QUESTIONS.replace("vid: Ja eller Nej", "ställs_om: G2b innehåller Chefen").replace(
        "ställs_om: minst 1 av G2 är Ja", "ställs_om: G2a är Ja"
    )
    assert codes(written(RULE, more={FILE: longer})).count("OJ415") == 1


def test_two_files_with_the_same_question() -> None:
    assert "OJ314" in codes(written(RULE, more={"specs/2017/frågor/igen.yaml": QUESTIONS}))


def test_a_period_that_the_question_does_not_give() -> None:
    assert "OJ506" in changed("    period: tolv_månader\n", "")
