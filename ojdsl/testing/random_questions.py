"""Random small surveys: questions of every form, asked always or on random conditions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import prod

from hypothesis import strategies as st

from ojdsl.model.nodes import Alternative, AnswerKind, Cell, Condition, Number, Or, Question, Row
from ojdsl.model.numbers import exactly
from ojdsl.source import Source, Span
from ojdsl.testing.random_conditions import conditions

NOWHERE = Span(Source("slump.yaml", ""), 0, 0)
CELLS, PATTERNS = 6, 600
"""What a survey may have at most: cells, and ways to fill them in."""
_LABELS = ("Ja", "Nej", "Nej, behövs inte", "Ej aktuellt", "Vet ej")
_KINDS = (AnswerKind.YES, AnswerKind.NO, AnswerKind.NO, AnswerKind.NOT_APPLICABLE, AnswerKind.DO_NOT_KNOW)


@dataclass(frozen=True)
class _Draft:
    """A question's form, before it is known when it is asked."""

    kind: str
    labels: int
    rows: int
    section: str
    blank_is_unmarked: bool


_DRAFTS = st.builds(
    _Draft,
    st.sampled_from(("choice", "choice", "choice", "mark", "number", "text")),
    st.sampled_from((2, 2, 2, 3, 3, 4, 5)),
    st.sampled_from((0, 0, 0, 0, 1, 2)),
    st.sampled_from(("G", "M")),
    st.booleans(),
)


def number_of(draft: _Draft) -> Number:
    """From 0 or 9, so that texts would sort in another order than numbers; three to six numbers."""
    least = 9 * (draft.labels % 2)
    return Number(least, least + draft.labels, "dagar")


def _cells(name: str, draft: _Draft, alternatives: tuple[Alternative, ...], rows: tuple[Row, ...]) -> tuple[Cell, ...]:
    found = []
    for row in rows or (None,):
        column, label = (f"{name}_{row.slug}", row.label) if row else (name, None)
        if draft.kind == "mark":
            found += [Cell(f"{column}_{one.code}", name, label, one.label, "mark", ("Ja", "Nej"), None) for one in alternatives]
        elif draft.kind == "number":
            found.append(Cell(column, name, label, None, "number", (str(number_of(draft).min),), None, number_of(draft)))
        elif draft.kind == "text":
            found.append(Cell(column, name, label, None, "text", (), None))
        else:
            found.append(Cell(column, name, label, None, "choice", tuple(one.label for one in alternatives), None))
    return tuple(found)


def _question(number: int, draft: _Draft) -> Question:
    name = f"{draft.section}{number}"
    rows = tuple(Row(f"Rad {n}", f"rad_{n}", f"Rad {n}") for n in range(1, draft.rows + 1))
    alternatives = tuple(
        Alternative(_LABELS[n], f"kod_{n}", f"{_LABELS[n]}, det vill säga", _KINDS[n]) for n in range(draft.labels)
    )
    if draft.kind == "mark":
        alternatives = tuple(Alternative("ABC"[n], "abc"[n], "ABC"[n], AnswerKind.OTHER) for n in range(min(draft.labels, 3)))
    if draft.kind in ("text", "number"):
        alternatives = ()
    return Question(
        id=name,
        text=f"Fråga {name}?",
        alternatives=alternatives,
        rows=rows,
        multiple=draft.kind == "mark",
        blank_is_unmarked=draft.kind == "mark" and draft.blank_is_unmarked,
        section=draft.section,
        parent=None,
        period=None,
        instruction=None,
        terms=(),
        wording="paraphrased",
        not_reported=None,
        asked_if=None,
        asked_if_text=None,
        cells=_cells(name, draft, alternatives, rows),
        span=NOWHERE,
        number=number_of(draft) if draft.kind == "number" else None,
    )


def ways(cell: Cell) -> tuple[str, ...]:
    """Every way to answer a cell, each number by itself."""
    return tuple(map(str, range(cell.number.min, cell.number.max + 1))) if cell.number else cell.labels


@st.composite
def _asked(draw: st.DrawFn, question: Question, before: tuple[Question, ...]) -> Question:
    """The question, asked always, or on a condition for all its rows, or row by row as another question was answered."""
    testable = tuple(cell for one in before for cell in one.cells if cell.labels)
    if not testable or draw(st.integers(0, 3)) == 0:
        return question
    choices = [one for one in before if one.number or (one.alternatives and not one.multiple)]
    pairs = [one for one in choices if one.rows and one.rows == question.rows]
    parent = draw(st.sampled_from([None, *pairs]))
    if parent is not None:
        by_row: dict[str | None, Condition] = {cell.row: exactly(cell, cell.labels[0]) for cell in parent.cells}
        cells = tuple(replace(cell, asked_if=by_row[cell.row]) for cell in question.cells)
        return replace(question, cells=cells, asked_if=Or(tuple(by_row.values())), asked_if_text="rad för rad")
    nearest = tuple(cell for cell in before[-1].cells if cell.labels) or testable
    condition = draw(conditions(draw(st.sampled_from((testable, nearest)))))
    cells = tuple(replace(cell, asked_if=condition) for cell in question.cells)
    return replace(question, cells=cells, asked_if=condition, asked_if_text="på ett villkor")


@st.composite
def surveys(draw: st.DrawFn) -> tuple[Question, ...]:
    """Questions of at most CELLS testable cells and PATTERNS raw patterns, follow-ups to depth 3."""
    questions: tuple[Question, ...] = ()
    sizes: list[int] = []
    for number, draft in enumerate(draw(st.integers(2, 6).flatmap(lambda n: st.lists(_DRAFTS, min_size=n, max_size=n))), start=1):
        question = _question(number, draft if questions else replace(draft, kind="choice"))
        more = [len(ways(cell)) + 1 for cell in question.cells if cell.labels]
        if len(sizes) + len(more) <= CELLS and prod(sizes) * prod(more) <= PATTERNS:
            questions += (draw(_asked(question, questions)),)
            sizes += more
    return questions
