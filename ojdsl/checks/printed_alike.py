"""No two answers of a question, and no two rows, are the same words in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.model.nodes import Catalogue
from ojdsl.prose.condition import printed_names, within


def printed_alike(catalogue: Catalogue) -> list[Diagnostic]:
    """OJ881: an answer or a row that sentences print with the words of another of the same question.

    Quotation marks within a name are printed as single ones, whichever they are, and a whole wording that does not begin with
    its label is printed in place of it.
    """
    found = []
    for question in catalogue.questions:
        rows = [(row.label, row.label) for row in question.rows]
        for first, second in (*_alike(list(printed_names(question).items())), *_alike(rows)):
            facts = {"question": question.id, "first": first, "second": second}
            found.append(Diagnostic("OJ881", question.text_span or question.span, facts))
    return found


def _alike(names: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The labels of those whose printed name is that of another, or is another's label."""
    for (first, said), (second, other) in combinations(names, 2):
        if _same(other) in (_same(said), _same(first)) or _same(said) == _same(second):
            yield first, second


def _same(name: str) -> str:
    return " ".join(within(name).split())
