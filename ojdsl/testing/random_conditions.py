"""Random conditions of every kind."""

from __future__ import annotations

from hypothesis import strategies as st

from ojdsl.model.nodes import And, Asked, Between, Cell, Condition, Count, In, Number, Or
from ojdsl.model.numbers import merged, outside


def opposite(condition: Condition) -> Condition:
    """Holds when the condition does not, asked or not."""
    return Count(0, 0, (condition,))


@st.composite
def tests_of(draw: st.DrawFn, cells: tuple[Cell, ...]) -> Condition:
    """A test of one cell."""
    cell = draw(st.sampled_from(cells))
    if draw(st.integers(0, 4)) == 0:
        return Asked(cell.column)
    if cell.number is not None:
        return draw(_ranges(cell.column, cell.number))
    chosen = draw(st.sets(st.sampled_from(cell.labels), min_size=1))
    labels = tuple(label for label in cell.labels if label in chosen)
    left = tuple(label for label in cell.labels if label not in chosen)
    excluded = draw(st.sampled_from(((), left)))
    return In(cell.column, labels, excluded)


@st.composite
def _ranges(draw: st.DrawFn, column: str, number: Number) -> Between:
    """One or two ranges of a number, or all outside them."""
    ends = st.integers(number.min, number.max)
    pairs: list[tuple[int, int]] = draw(st.lists(st.tuples(ends, ends), min_size=1, max_size=2))
    ranges = merged((min(one, other), max(one, other)) for one, other in pairs)
    rest = outside(ranges, number)
    return Between(column, rest, ranges) if len(rest) > 0 and draw(st.booleans()) else Between(column, ranges)


@st.composite
def _counts(draw: st.DrawFn, args: st.SearchStrategy[tuple[Condition, ...]]) -> Count:
    inside = draw(args)
    least = draw(st.integers(0, len(inside)))
    return Count(least, draw(st.integers(least, len(inside))), inside)


def conditions(cells: tuple[Cell, ...]) -> st.SearchStrategy[Condition]:
    """Conditions of every kind over cells that have labels."""

    def grown(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        args = st.lists(inner, min_size=1, max_size=3).map(tuple)
        return st.one_of(args.map(And), args.map(Or), _counts(args))

    return st.recursive(tests_of(cells), grown, max_leaves=5)
