"""Random conditions of every kind."""

from __future__ import annotations

from hypothesis import strategies as st

from ojdsl.model.nodes import And, Asked, Between, Cell, Condition, Count, In, Number, Or
from ojdsl.model.numbers import merged, outside


@st.composite
def conditions(draw: st.DrawFn, cells: tuple[Cell, ...]) -> Condition:
    """Conditions of every kind over cells that have labels.

    Drawn part by part, since strategies that are put together anew for every draw cost more than what they draw.
    """
    return _condition(draw, cells, _MOST_TESTS)


_MOST_TESTS = 6
_KINDS = st.sampled_from(("test", "and", "or", "count"))
_SIZES = {most: st.integers(1, most) for most in (1, 2, 3)}


def _condition(draw: st.DrawFn, cells: tuple[Cell, ...], most: int) -> Condition:
    """A condition of fewer than `most` tests, or of one."""
    kind = draw(_KINDS) if most > 1 else "test"
    if kind == "test":
        return _test(draw, cells)
    size = draw(_SIZES[min(3, most)])
    each = (most - 1) // size
    args = tuple(_condition(draw, cells, max(1, each)) for _ in range(size))
    match kind:
        case "and":
            return And(args)
        case "or":
            return Or(args)
    least = draw(st.integers(0, size))
    return Count(least, draw(st.integers(least, size)), args)


def _test(draw: st.DrawFn, cells: tuple[Cell, ...]) -> Condition:
    """A test of one cell."""
    cell = cells[draw(st.integers(0, len(cells) - 1))]
    if draw(_FIFTH) == 0:
        return Asked(cell.column)
    if cell.number is not None:
        return draw(_ranges(cell.column, cell.number))
    chosen = draw(st.integers(1, 2 ** len(cell.labels) - 1))  # a bit for each label
    labels = tuple(label for number, label in enumerate(cell.labels) if chosen >> number & 1)
    left = tuple(label for label in cell.labels if label not in labels)
    return In(cell.column, labels, left if draw(st.booleans()) else ())


_FIFTH = st.integers(0, 4)
_ENDS = st.sampled_from((2, 4))


@st.composite
def _ranges(draw: st.DrawFn, column: str, number: Number) -> Between:
    """One or two ranges of a number, or all outside them."""
    one_end = st.integers(number.min, number.max)
    ends = sorted(draw(one_end) for _ in range(draw(_ENDS)))
    ranges = merged(zip(ends[::2], ends[1::2], strict=True))
    rest = outside(ranges, number)
    return Between(column, rest, ranges) if len(rest) > 0 and draw(st.booleans()) else Between(column, ranges)
