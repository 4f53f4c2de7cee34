"""Boolean functions over variables of several values, as hash-consed decision diagrams.

Two functions are equal exactly when they are the same node, so that every question about a rule (is it total, do two
clauses overlap, are two conditions equal) is a comparison. Method: Bryant 1986, with many-valued branches (Srinivasan 1990).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

FALSE, TRUE = 0, 1
LARGEST = 200_000
"""Nodes that a pool may hold before it gives up."""


class TooLargeError(Exception):
    """The pool is full: the question is not decided, which must be reported as such."""


class Diagrams:
    """A pool of functions over variables 0, 1, …; `sizes[v]` is the number of values of variable v.

    A function is an int. Its node is (variable, one function for each value); variables grow along every path.
    """

    def __init__(self, sizes: Sequence[int], largest: int = LARGEST) -> None:
        self.sizes = sizes
        self.largest = largest
        self.nodes: list[tuple[int, tuple[int, ...]]] = [(len(sizes), ()), (len(sizes), ())]
        self._unique: dict[tuple[int, tuple[int, ...]], int] = {}
        self._both: dict[tuple[int, int], int] = {}
        self._opposite: dict[int, int] = {FALSE: TRUE, TRUE: FALSE}

    def node(self, variable: int, branches: tuple[int, ...]) -> int:
        """The function that continues with `branches[value]`."""
        if branches.count(branches[0]) == len(branches):
            return branches[0]
        key = variable, branches
        found = self._unique.get(key)
        if found is None:
            if len(self.nodes) >= self.largest:
                raise TooLargeError
            found = self._unique[key] = len(self.nodes)
            self.nodes.append(key)
        return found

    def test(self, variable: int, values: Iterable[int]) -> int:
        """True when the variable has one of the values."""
        wanted = frozenset(values)
        return self.node(variable, tuple(TRUE if value in wanted else FALSE for value in range(self.sizes[variable])))

    def opposite(self, f: int) -> int:
        found = self._opposite.get(f)
        if found is None:
            variable, branches = self.nodes[f]
            found = self.node(variable, tuple(map(self.opposite, branches)))
            self._opposite[f], self._opposite[found] = found, f
        return found

    def both(self, f: int, g: int) -> int:
        """f and g."""
        if f == g or g == TRUE:
            return f
        if f == TRUE:
            return g
        if f == FALSE or g == FALSE:
            return FALSE
        key = (f, g) if f < g else (g, f)
        found = self._both.get(key)
        if found is None:
            (v, fs), (w, gs) = self.nodes[f], self.nodes[g]
            if v == w:
                branches = tuple(map(self.both, fs, gs))
            elif v < w:
                branches = tuple(self.both(one, g) for one in fs)
            else:
                branches = tuple(self.both(f, one) for one in gs)
            found = self._both[key] = self.node(min(v, w), branches)
        return found

    def either(self, f: int, g: int) -> int:
        """f or g."""
        return self.opposite(self.both(self.opposite(f), self.opposite(g)))

    def all_of(self, functions: Iterable[int]) -> int:
        # last first: a test of an earlier variable goes on top of what is there, and nothing is built twice
        result = TRUE
        for f in reversed(tuple(functions)):
            result = self.both(f, result)
        return result

    def any_of(self, functions: Iterable[int]) -> int:
        return self.opposite(self.all_of(map(self.opposite, functions)))

    def count(self, least: int, most: int, functions: Sequence[int]) -> int:
        """True when at least `least` and at most `most` of the functions are."""
        enough = least if most >= len(functions) else most + 1
        exactly = [TRUE] + [FALSE] * enough  # the last stands for so many or more
        for f in reversed(functions):
            off = self.opposite(f)
            more = self.both(f, exactly[-1])
            below = [FALSE, *exactly[:-1]]
            exactly = [self.either(self.both(off, n), self.both(f, m)) for n, m in zip(exactly, below, strict=True)]
            exactly[-1] = self.either(exactly[-1], more)
        return self.any_of(exactly[least : most + 1])

    def implies(self, f: int, g: int) -> bool:
        return self.both(f, self.opposite(g)) == FALSE

    def witness(self, f: int) -> Mapping[int, int] | None:
        """Values that make f true, as few as possible, the first ones first; None when there are none."""
        best: dict[int, dict[int, int] | None] = {FALSE: None, TRUE: {}}

        def search(g: int) -> dict[int, int] | None:
            if g not in best:
                variable, branches = self.nodes[g]
                found = [({variable: value} | path) for value, one in enumerate(branches) if (path := search(one)) is not None]
                best[g] = min(found, key=len) if found else None
            return best[g]

        return search(f)
