"""Labels that a condition leaves open, worked out by hand: G1 Ja, or G2 Nej."""

from __future__ import annotations

from ojdsl.logic.diagram import TRUE
from ojdsl.logic.left_open import LeftOpen
from ojdsl.logic.space import Space
from ojdsl.model.nodes import Cell, In, Or

ONE, TWO = (Cell(name, name, None, None, "choice", ("Ja", "Nej"), None) for name in ("G1", "G2"))
COMMENT = Cell("G2_text", "G2", None, None, "text", (), None)
CELLS = (ONE, TWO, COMMENT)
SPACE = Space(CELLS)


def left() -> LeftOpen:
    return LeftOpen(SPACE, SPACE.holds(Or((In("G1", ("Ja",)), In("G2", ("Nej",))))))


def test_both_answers_are_open_until_the_other_question_has_its_answer() -> None:
    for answered, answer, other, labels in (
        (ONE, "Ja", TWO, ("Ja", "Nej")),
        (ONE, "Nej", TWO, ("Nej",)),
        (TWO, "Ja", ONE, ("Ja",)),
        (TWO, "Nej", ONE, ("Ja", "Nej")),
    ):
        one = left()
        assert one.labels(answered) == ("Ja", "Nej")
        one.answer(answered, answer)
        assert one.labels(other) == labels


def test_a_blank_answer_and_free_text_leave_open_what_was_open() -> None:
    one = left()
    one.answer(ONE, "")
    one.answer(COMMENT, "Ja")
    assert (one.labels(ONE), one.labels(TWO)) == (("Ja", "Nej"), ("Ja", "Nej"))
    one.answer(ONE, "Nej")
    assert one.labels(TWO) == ("Nej",)


def test_where_nothing_is_asked_for_all_labels_are_open_also_none() -> None:
    one = LeftOpen(SPACE, TRUE)
    assert [one.labels(cell) for cell in CELLS] == [("Ja", "Nej"), ("Ja", "Nej"), ()]
