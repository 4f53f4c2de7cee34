"""Ranges of whole numbers, and the labels that stand for those which no condition cuts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ojdsl.model import numbers
from ojdsl.model.nodes import Between, Cell, Number, Range
from ojdsl.model.numbers import cut, exactly, label_of, labels_in, merged, outside, position
from tests.numbers import area

NUMBER = Number(3, 30, "dagar")
ranges = st.lists(st.tuples(st.integers(3, 30), st.integers(3, 30)).map(lambda pair: (min(pair), max(pair))), max_size=4)
starts = st.sets(st.integers(4, 30)).map(lambda found: tuple(map(str, sorted(found | {3}))))


def numbers_in(given: tuple[Range, ...] | list[Range]) -> set[int]:
    return {one for low, high in given for one in range(low, high + 1)}


def cell(labels: tuple[str, ...]) -> Cell:
    return Cell("M1", "M1", None, None, "number", labels, None, NUMBER)


@given(ranges)
def test_ranges_are_sets_of_numbers(drawn: list[Range]) -> None:
    whole, rest = merged(drawn), outside(drawn, NUMBER)
    assert numbers_in(whole) == numbers_in(drawn)
    assert numbers_in(rest) == set(range(3, 31)) - numbers_in(drawn)
    for found in (whole, rest):
        assert all(low <= high for low, high in found)
        assert all(one[1] + 1 < other[0] for one, other in pairwise(found))


@given(starts, st.data())
def test_labels_and_the_test_of_them(labels: tuple[str, ...], data: st.DataObject) -> None:
    made = cell(labels)
    chosen = tuple(label for label in labels if data.draw(st.booleans()))
    test = numbers.test_of(made, chosen)
    assert isinstance(test, Between)
    assert numbers_in(test.ranges) == {one for one in range(3, 31) if label_of(made, str(one)) in chosen}
    assert labels_in(made, test) == chosen


@given(starts, st.integers(3, 30))
def test_the_label_of_a_number_is_the_greatest_that_is_not_above_it(labels: tuple[str, ...], number: int) -> None:
    made = cell(labels)
    assert int(label_of(made, str(number))) == max(int(label) for label in labels if int(label) <= number)
    assert labels[position(made, str(number))] == label_of(made, str(number))
    assert exactly(made, str(number)) == Between("M1", ((number, number),))


def test_a_test_that_cuts_an_interval_has_no_labels() -> None:
    with pytest.raises(ValueError, match="are not cut at"):
        labels_in(cell(("3", "10")), Between("M1", ((4, 9),)))


def test_an_area_is_cut_at_the_limits_of_its_conditions() -> None:
    """Those of rules, of skip conditions and of claims; all rows of a question alike, and beside the limits where asked for."""
    assert {cell.column: cell.labels for cell in area().cells() if cell.number} == {
        "M8": ("0", "8", "15"),
        "M9_oppenvard": ("0", "1", "3"),
        "M9_slutenvard": ("0", "1", "3"),
        "M9_boende": ("0", "1", "3"),
    }
    assert cut(area()) == area()
    assert cut(area(), slack=1).cell_of["M8"].labels == ("0", "1", "7", "8", "9", "14", "15", "16", "365")
