"""Ways to an outcome in the cases that random areas seldom reach."""

from __future__ import annotations

from ojdsl.logic.alternatives import condition_for, fewest, ways_to
from ojdsl.logic.space import Space
from ojdsl.model.nodes import And, Cell, In, Or

YES, NO = ("Ja",), ("Nej",)


def cell(name: str, asked_if: And | None = None) -> Cell:
    return Cell(name, name, None, None, "choice", ("Ja", "Nej"), asked_if)


def three(name: str) -> Cell:
    return Cell(name, name, None, None, "choice", ("Ja", "Nej", "Vet inte"), None)


def test_two_primes_that_shorten_to_the_same_way_are_said_once() -> None:
    """G3 is asked after two Ja. Both `G1 and G3` and `G2 and G3` are primes over raw answers; asked, each is G3 alone."""
    space = Space((cell("G1"), cell("G2"), cell("G3", And((In("G1", YES), In("G2", YES))))))
    one, other = And((In("G1", YES), In("G2", NO))), And((In("G1", NO), In("G2", YES)))
    f = space.holds(Or((In("G3", YES), one, other)))
    found = ways_to(space, f)
    assert set(found) == {And((In("G3", YES),)), one, other}
    assert len(found) == 3
    assert space.holds(condition_for(space, f)) == f


def test_always_and_never() -> None:
    space = Space((cell("G1"),))
    assert ways_to(space, space.holds(In("G1", ("Ja", "Nej")))) == (And(()),)
    assert ways_to(space, space.holds(And((In("G1", YES), In("G1", NO))))) == ()


def test_a_way_gives_up_the_labels_that_a_shorter_one_has() -> None:
    """`Nej to G1` and, over raw answers, `Ja or Nej to G1 with Nej to G2` are primes; a person says Ja in the second."""
    space = Space((three("G1"), cell("G2")))
    f = space.holds(Or((In("G1", NO), And((In("G1", YES), In("G2", NO))))))
    assert (("G1", ("Ja", "Nej")), ("G2", NO)) in space.primes(f)
    assert ways_to(space, f) == (And((In("G1", NO),)), And((In("G1", YES), In("G2", NO))))


def test_a_way_gives_up_labels_of_its_last_question_too() -> None:
    space = Space((cell("G1"), three("G2")))
    f = space.holds(Or((In("G2", NO), And((In("G1", NO), In("G2", YES))))))
    assert (("G1", NO), ("G2", ("Ja", "Nej"))) in space.primes(f)
    assert set(ways_to(space, f)) == {And((In("G2", NO),)), And((In("G1", NO), In("G2", YES)))}


def test_a_long_way_gives_way_to_a_short_one() -> None:
    """`G1, or G2, or not G1 and G2`: the second could be left out as well as the third. They stay as they were ordered."""
    space = Space((cell("G1"), cell("G2")))
    first, second, long = (("G1", YES),), (("G2", YES),), (("G1", NO), ("G2", YES))
    assert fewest(space, (first, second, long)) == (first, second)
    assert fewest(space, (long, second, first)) == (second, first)


def test_a_way_that_two_others_cover_together_is_not_said() -> None:
    """Of `a and b`, `not a and c`, and `b and c` the last says nothing of its own."""
    space = Space((cell("G1"), cell("G2"), cell("G3")))
    first, second = And((In("G1", YES), In("G2", YES))), And((In("G1", NO), In("G3", YES)))
    f = space.holds(Or((first, second)))
    assert len(space.primes(f)) == 3
    assert ways_to(space, f) == (first, second)
