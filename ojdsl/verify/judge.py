"""What the specs say, ready to be compared with: one space of answers, and everything read so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ojdsl.checks.found import counterexample_in_full
from ojdsl.diagnostics.fact import Counterexample
from ojdsl.logic.differ import fitted
from ojdsl.logic.space import Space
from ojdsl.model.nodes import Catalogue, Condition, Question
from ojdsl.prose.read import read_asked, read_clause, read_denominator
from ojdsl.prose.reading.misread import Misread
from ojdsl.verify.expected import whole

Read = tuple[str, Condition | None]
Counted = tuple[tuple[str, ...], Condition | None]
Asked = Mapping[str | None, Condition | None]


class Judge:
    """Compares rules as functions of answers. Sentences are read once, however many documents hold them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.whole = whole(catalogue)
        self.space = Space(catalogue.cells())
        self._clauses: dict[tuple[str, str | None], Read | Misread] = {}
        self._counted: dict[tuple[str, str | None], Counted | Misread] = {}
        self._asked: dict[tuple[str, str], Asked | Misread] = {}

    def clause(self, text: str, row: str | None) -> Read | Misread:
        key = text, row
        if key not in self._clauses:
            self._clauses[key] = read_clause(text, self.catalogue, row)
        return self._clauses[key]

    def denominator(self, text: str, row: str | None) -> Counted | Misread:
        key = text, row
        if key not in self._counted:
            self._counted[key] = read_denominator(text, self.catalogue, row)
        return self._counted[key]

    def asked(self, text: str, question: Question) -> Asked | Misread:
        key = text, question.id
        if key not in self._asked:
            self._asked[key] = read_asked(text, self.catalogue, question)
        return self._asked[key]

    def space_of(self, said: Iterable[Condition | None]) -> Space:
        """A space where what a document says can be asked."""
        return fitted(self.space, said, self.catalogue)

    def example(self, space: Space, f: int, columns: Iterable[str]) -> Counterexample | None:
        """One municipality's form with which f is true: some questions, and those that decide whether they are asked."""
        return counterexample_in_full(space, f, columns, self.catalogue)

    def start_again(self) -> None:
        """After what could not be decided: its space is full."""
        self.space = Space(self.catalogue.cells())
