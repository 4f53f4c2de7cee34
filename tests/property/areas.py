"""Random small areas, made directly as model nodes, with random rules over them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from math import prod

from hypothesis import strategies as st

from ojdsl.model.nodes import (
    Alternative,
    And,
    AnswerKind,
    Area,
    Asked,
    Catalogue,
    Cell,
    Clause,
    Condition,
    Count,
    Description,
    Group,
    In,
    Indicator,
    Or,
    Question,
    Register,
    Round,
    Row,
    Unit,
    Withholding,
    cells_of,
)
from ojdsl.source import Source, Span

NOWHERE = Span(Source("slump.yaml", ""), 0, 0)
GATE = "omr_besvaras"
CELLS, PATTERNS = 6, 600
_LABELS = ("Ja", "Nej", "Nej, behövs inte", "Ej aktuellt", "Vet ej")
_KINDS = (AnswerKind.YES, AnswerKind.NO, AnswerKind.NO, AnswerKind.NOT_APPLICABLE, AnswerKind.DO_NOT_KNOW)
_UNIT = Unit("0114", "Upplands Väsby", "kommun", "0114", {"riket": "riket"}, "", "", "", "scb")
_REGISTER = Register((_UNIT,), (Group("riket", "riket", "Riket", "", "", "scb"),), {"scb": ("Koder", "allt")})
ROUND = Round(
    "2017", "Omgången", "G", date(2017, 2, 1), {}, 1, Withholding(20, ("Bortfall",)), "Enkät", "Inga", "Källan", _REGISTER
)


def opposite(condition: Condition) -> Condition:
    """Holds when the condition does not, asked or not."""
    return Count(0, 0, (condition,))


# --- conditions -------------------------------------------------------------------------------------------------------


@st.composite
def tests_of(draw: st.DrawFn, cells: tuple[Cell, ...]) -> Condition:
    """A test of one cell."""
    cell = draw(st.sampled_from(cells))
    if draw(st.integers(0, 4)) == 0:
        return Asked(cell.column)
    chosen = draw(st.sets(st.sampled_from(cell.labels), min_size=1))
    labels = tuple(label for label in cell.labels if label in chosen)
    left = tuple(label for label in cell.labels if label not in chosen)
    excluded = draw(st.sampled_from(((), left)))
    return In(cell.column, labels, excluded)


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


# --- questions --------------------------------------------------------------------------------------------------------


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
    st.sampled_from(("choice", "choice", "choice", "mark", "text")),
    st.sampled_from((2, 2, 2, 3, 3, 4, 5)),
    st.sampled_from((0, 0, 0, 0, 1, 2)),
    st.sampled_from(("G", "M")),
    st.booleans(),
)


def _cells(name: str, draft: _Draft, alternatives: tuple[Alternative, ...], rows: tuple[Row, ...]) -> tuple[Cell, ...]:
    found = []
    for row in rows or (None,):
        column, label = (f"{name}_{row.slug}", row.label) if row else (name, None)
        if draft.kind == "mark":
            found += [Cell(f"{column}_{one.code}", name, label, one.label, "mark", ("Ja", "Nej"), None) for one in alternatives]
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
    if draft.kind == "text":
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
    )


@st.composite
def _asked(draw: st.DrawFn, question: Question, before: tuple[Question, ...]) -> Question:
    """The question, asked always, or on a condition for all its rows, or row by row as another question was answered."""
    testable = tuple(cell for one in before for cell in one.cells if cell.labels)
    if not testable or draw(st.integers(0, 3)) == 0:
        return question
    pairs = [one for one in before if one.rows == question.rows and one.rows and not one.multiple and one.alternatives]
    parent = draw(st.sampled_from([None, *pairs]))
    if parent is not None:
        by_row: dict[str | None, Condition] = {cell.row: In(cell.column, cell.labels[:1]) for cell in parent.cells}
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
        more = [len(cell.labels) + 1 for cell in question.cells if cell.labels]
        if len(sizes) + len(more) <= CELLS and prod(sizes) * prod(more) <= PATTERNS:
            questions += (draw(_asked(question, questions)),)
            sizes += more
    return questions


# --- indicators -------------------------------------------------------------------------------------------------------


def with_parents(columns: frozenset[str], cells: dict[str, Cell]) -> frozenset[str]:
    """The columns and all above them."""
    above: frozenset[str] = frozenset()
    for column in columns:
        condition = cells[column].asked_if
        above |= cells_of(condition) if condition is not None else frozenset()
    return columns if above <= columns else with_parents(columns | above, cells)


def indicator(number: int, clauses: tuple[tuple[str, Condition | None], ...], questions: tuple[Question, ...]) -> Indicator:
    """An indicator of these clauses, its other fields filled in."""
    cells = {cell.column: cell for question in questions for cell in question.cells}
    tested = frozenset().union(*(cells_of(condition) for _, condition in clauses if condition is not None))
    columns = with_parents(tested, cells)
    outcomes = tuple(outcome for outcome, _ in clauses)
    return Indicator(
        id=f"ind_{number}",
        family=None,
        row=None,
        kind="indicator",
        description=Description(f"Namn {number}", "Kort", "Mått", "Syfte", "Mål", ("IFO",), "Område", "Struktur", "Klar"),
        quality_areas=(),
        legal=(),
        literature=(),
        outcomes=outcomes,
        unpublished=(),
        clauses=tuple(Clause(outcome, condition, NOWHERE) for outcome, condition in clauses),
        denominator=frozenset(outcomes) - {"Ej aktuellt"},
        claim=None,
        questions=tuple(dict.fromkeys(cells[column].question for column in cells if column in columns)),
        cells=tuple(column for column in cells if column in columns),
        colours={},
        levels=("enhet",),
        clarification=None,
        examples=(),
        span=NOWHERE,
    )


@st.composite
def rules(draw: st.DrawFn, cells: tuple[Cell, ...]) -> tuple[tuple[str, Condition | None], ...]:
    """Clauses that do not overlap: with `annars`, or with the rest written out."""
    first, second = draw(conditions(cells)), draw(conditions(cells))
    clauses: list[tuple[str, Condition | None]] = [("Ja", first)]
    written: list[Condition] = [first]
    if draw(st.booleans()):
        clauses.append((draw(st.sampled_from(("Delvis", "Ej aktuellt"))), And((opposite(first), second))))
        written.append(second)
    rest = And(tuple(map(opposite, written))) if draw(st.booleans()) else None
    return (*clauses, ("Nej", rest))


def area_of(questions: tuple[Question, ...], indicators: tuple[Indicator, ...]) -> Catalogue:
    area = Area("omr", "Området", "M", 1, GATE)
    return Catalogue(ROUND, area, (), questions, indicators, (), False, "0" * 64)


@st.composite
def areas(draw: st.DrawFn) -> Catalogue:
    """A small area with one or two indicators."""
    questions = draw(surveys())
    cells = tuple(cell for question in questions for cell in question.cells if cell.labels)
    written = draw(st.lists(rules(cells), min_size=1, max_size=2))
    return area_of(questions, tuple(indicator(number, clauses, questions) for number, clauses in enumerate(written, start=1)))
