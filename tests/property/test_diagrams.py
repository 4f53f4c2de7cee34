"""Decision diagrams and prime implicants against truth tables and brute force."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain, combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from ojdsl.logic.diagram import Diagrams
from ojdsl.logic.primes import Product, primes

Point = tuple[int, ...]
Table = frozenset[Point]
SIZES = st.lists(st.integers(2, 4), min_size=1, max_size=3).map(tuple)


def points(sizes: tuple[int, ...]) -> list[Point]:
    return list(product(*map(range, sizes)))


@st.composite
def tables(draw: st.DrawFn, number: int = 1) -> tuple[tuple[int, ...], list[Table]]:
    """Sizes of some variables, and sets of points where functions of them are true."""
    sizes = draw(SIZES)
    every = points(sizes)
    return sizes, [frozenset(draw(st.sets(st.sampled_from(every)))) for _ in range(number)]


def function(pool: Diagrams, table: Table) -> int:
    return pool.any_of(pool.all_of(pool.test(v, (value,)) for v, value in enumerate(point)) for point in sorted(table))


def table_of(pool: Diagrams, f: int) -> Table:
    def true(point: Point) -> bool:
        g = f
        while g > 1:
            variable, branches = pool.nodes[g]
            g = branches[point[variable]]
        return g == 1

    return frozenset(filter(true, points(tuple(pool.sizes))))


def boxes(sizes: tuple[int, ...]) -> list[tuple[frozenset[int], ...]]:
    def subsets(size: int) -> list[frozenset[int]]:
        return [frozenset(chosen) for n in range(1, size + 1) for chosen in combinations(range(size), n)]

    return list(product(*map(subsets, sizes)))


def as_box(found: Product, sizes: tuple[int, ...]) -> tuple[frozenset[int], ...]:
    allowed = dict(found)
    return tuple(allowed.get(variable, frozenset(range(size))) for variable, size in enumerate(sizes))


@settings(max_examples=150, deadline=None)
@given(tables())
def test_primes_are_exactly_the_boxes_that_cannot_grow(drawn: tuple[tuple[int, ...], list[Table]]) -> None:
    sizes, (table,) = drawn
    inside = [box for box in boxes(sizes) if table.issuperset(product(*box))]
    largest = {box for box in inside if not any(box != other and all(map(frozenset.issubset, box, other)) for other in inside)}
    pool = Diagrams(sizes)
    found = [as_box(one, sizes) for one in primes(pool, function(pool, table))]
    assert len(found) == len(set(found))
    assert set(found) == largest


OPERATIONS: dict[str, tuple[Callable[[Diagrams, int, int], int], Callable[[bool, bool], bool]]] = {
    "both": (Diagrams.both, lambda a, b: a and b),
    "either": (Diagrams.either, lambda a, b: a or b),
    "opposite": (lambda pool, f, _: pool.opposite(f), lambda a, _: not a),
}


@settings(max_examples=150, deadline=None)
@given(tables(2), st.sampled_from(sorted(OPERATIONS)))
def test_operations_are_those_of_truth_tables(drawn: tuple[tuple[int, ...], list[Table]], name: str) -> None:
    sizes, (one, other) = drawn
    pool = Diagrams(sizes)
    operation, expected = OPERATIONS[name]
    f = operation(pool, function(pool, one), function(pool, other))
    assert table_of(pool, f) == {point for point in points(sizes) if expected(point in one, point in other)}
    assert pool.implies(function(pool, one), function(pool, other)) == (one <= other)


@settings(max_examples=150, deadline=None)
@given(tables(3), st.integers(0, 3), st.integers(0, 3))
def test_counts_are_counted(drawn: tuple[tuple[int, ...], list[Table]], least: int, most: int) -> None:
    sizes, found = drawn
    pool = Diagrams(sizes)
    f = pool.count(least, most, [function(pool, table) for table in found])
    assert table_of(pool, f) == {point for point in points(sizes) if least <= sum(point in table for table in found) <= most}


@settings(max_examples=150, deadline=None)
@given(tables(2))
def test_equal_functions_are_the_same_node(drawn: tuple[tuple[int, ...], list[Table]]) -> None:
    sizes, (one, other) = drawn
    pool = Diagrams(sizes)
    assert (function(pool, one) == function(pool, other)) == (one == other)


@settings(max_examples=150, deadline=None)
@given(tables())
def test_a_witness_is_inside_and_no_prime_is_shorter(drawn: tuple[tuple[int, ...], list[Table]]) -> None:
    sizes, (table,) = drawn
    pool = Diagrams(sizes)
    f = function(pool, table)
    found = pool.witness(f)
    assert (found is None) == (not table)
    if found is not None:
        box = [(found[v],) if v in found else range(size) for v, size in enumerate(sizes)]
        assert table.issuperset(product(*box))
        assert len(found) >= min(map(len, primes(pool, f)))


def test_the_whole_and_the_empty_function() -> None:
    pool = Diagrams((2, 3))
    assert primes(pool, 0) == ()
    assert primes(pool, 1) == ((),)
    assert list(chain(primes(pool, pool.test(1, (0, 2))))) == [((1, frozenset({0, 2})),)]
