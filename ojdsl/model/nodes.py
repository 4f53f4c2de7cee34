"""What the specs mean: names resolved, families unfolded, every node valid by construction.

The kinds of condition (`ojdsl.model.conditions`) are a closed set; so are the outcomes of an indicator. Blank answers are not
part of the model: see `ojdsl.logic.interpret` for what they do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Literal

from ojdsl.model.conditions import And as And  # the model is imported from here, conditions too
from ojdsl.model.conditions import Asked as Asked
from ojdsl.model.conditions import Between as Between
from ojdsl.model.conditions import Condition as Condition
from ojdsl.model.conditions import Count as Count
from ojdsl.model.conditions import In as In
from ojdsl.model.conditions import Or as Or
from ojdsl.model.conditions import Range as Range
from ojdsl.model.conditions import Test as Test
from ojdsl.model.conditions import cells_of as cells_of
from ojdsl.model.conditions import children as children
from ojdsl.source import Span

YES, PARTLY, NO, NOT_APPLICABLE = OUTCOMES = ("Ja", "Delvis", "Nej", "Ej aktuellt")
NONRESPONSE = "Bortfall"
NO_ROW, DECLINED, UNANSWERED = "ej_inkommen", "avbojt_omrade", "obesvarad"
"""Why a result is Bortfall, as files have it."""


# --- questions --------------------------------------------------------------------------------------------------------


class AnswerKind(Enum):
    """What an answer alternative stands for, whatever its words (`art` in a spec)."""

    YES = "ja"
    PARTLY = "delvis"
    NO = "nej"
    NOT_APPLICABLE = "ej aktuellt"
    DO_NOT_KNOW = "vet ej"
    OTHER = "ingen"


@dataclass(frozen=True, slots=True)
class Alternative:
    """One answer: its short label, its code and its whole wording (with placeholders filled in)."""

    label: str
    code: str
    text: str
    kind: AnswerKind
    free_text: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a matrix question."""

    label: str
    slug: str
    text: str
    free_text: bool = False
    not_reported: str | None = None
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Number:
    """What answers a question of how many: a whole number from `min` to `max`; `unit` is a noun in the plural, or ''."""

    min: int
    max: int
    unit: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One column of the answers file: a choice among labels, a mark (Ja/Nej), a whole number, or free text (no labels).

    The labels of a number are the least of each interval that no condition of the area cuts, and stand for all of it: what is
    proven of them is proven of every number (see `ojdsl.model.numbers`).
    """

    column: str
    question: str
    row: str | None
    alternative: str | None
    kind: Literal["choice", "mark", "text", "number"]
    labels: tuple[str, ...]
    asked_if: Condition | None
    number: Number | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A period with first and last day, both included, and its length in whole months."""

    id: str
    start: date
    end: date
    months: int


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a term, written to be read after "Med … avses"."""

    term: str
    sense: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Deviation:
    """A place where the specs depart from the printed guide."""

    lines: str
    printed: str
    here: str
    file: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question of one area's survey. `asked_if_text` is the condition as a methodologist wrote it.

    It is answered by one or several of `alternatives`, by a `number`, or by free text where it has neither.
    """

    id: str
    text: str
    alternatives: tuple[Alternative, ...]
    rows: tuple[Row, ...]
    multiple: bool
    blank_is_unmarked: bool
    section: str
    parent: str | None
    period: Period | None
    instruction: str | None
    terms: tuple[Sense, ...]
    wording: Literal["verbatim", "paraphrased"]
    not_reported: str | None
    asked_if: Condition | None
    asked_if_text: str | None
    cells: tuple[Cell, ...]
    span: Span = field(compare=False, repr=False)
    areas: tuple[Row, ...] = ()  # all rows of a question that has one for each area; `rows` is then the area's own
    number: Number | None = None
    text_span: Span | None = field(default=None, compare=False, repr=False)

    @property
    def column(self) -> str:
        """Its id as columns write it: `G10_1`."""
        return self.id.replace(".", "_")


# --- indicators -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Clause:
    """One outcome and the condition for it; `condition` is None for `annars`."""

    outcome: str
    condition: Condition | None
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Example:
    """Answers (column → label; columns left out are unanswered) and the outcome that the author expects.

    `review`: a person has yet to settle the outcome. `shown`: it is printed with the rule.
    """

    answers: Mapping[str, str]
    outcome: str
    span: Span = field(compare=False, repr=False)
    review: bool = False
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Law:
    id: str
    name: str
    number: str


@dataclass(frozen=True, slots=True)
class LegalReference:
    """A place in a law, e.g. chapter 3, section 6; both parts may be missing."""

    law: Law
    chapter: str | None
    section: str | None


@dataclass(frozen=True, slots=True)
class QualityArea:
    name: str
    text: str
    dimension: str


@dataclass(frozen=True, slots=True)
class Dimension:
    name: str
    heading: str
    text: str
    areas: tuple[QualityArea, ...]


@dataclass(frozen=True, slots=True)
class Description:
    """The texts of an indicator that a person wrote, with placeholders filled in."""

    name: str
    short_name: str
    measure: str
    purpose: str
    target: str
    operations: tuple[str, ...]
    indicator_area: str
    type: str
    status: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """One published indicator or background measure.

    `cells` are the columns on which the outcome depends, parents of follow-ups included, in the survey's order.
    `denominator` is the set of outcomes that count; None for a background measure, which has no share.
    """

    id: str
    family: str | None
    row: Row | None
    kind: Literal["indicator", "background"]
    description: Description
    quality_areas: tuple[QualityArea, ...]
    legal: tuple[LegalReference, ...]
    literature: tuple[str, ...]
    outcomes: tuple[str, ...]
    unpublished: tuple[str, ...]
    clauses: tuple[Clause, ...]
    denominator: frozenset[str] | None
    claim: Clause | None
    questions: tuple[str, ...]
    cells: tuple[str, ...]
    colours: Mapping[str, str]
    levels: tuple[str, ...]
    clarification: str | None
    examples: tuple[Example, ...]
    span: Span = field(compare=False, repr=False)
    never_worse: Span | None = field(default=None, compare=False, repr=False)  # where it is claimed: `bättre_svar`

    @property
    def own_row(self) -> str | None:
        """The label of a family member's row, which goes without saying in its rule."""
        return self.row.label if self.row else None


# --- the round and its register ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Unit:
    """A municipality or district that answers the survey; `groups` maps a level to the unit's group there."""

    code: str
    name: str
    kind: str
    municipality: str
    groups: Mapping[str, str]
    valid_from: str
    valid_to: str
    successor: str
    source: str


@dataclass(frozen=True, slots=True)
class Group:
    level: str
    code: str
    name: str
    valid_from: str
    valid_to: str
    source: str


@dataclass(frozen=True, slots=True)
class Register:
    """The units of a round in order of code, the groups in order of publication, and the sources by key."""

    units: tuple[Unit, ...]
    groups: tuple[Group, ...]
    sources: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Withholding:
    """A share is withheld where the counted outcomes exceed `percent` per cent of the units in the group."""

    percent: int
    counted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Round:
    id: str
    name: str
    section: str
    reference_date: date
    periods: Mapping[str, Period]
    respondents: int
    withholding: Withholding
    data_source: str
    error_sources: str
    source: str
    register: Register
    collected: tuple[date, date] | None = None  # first and last day
    others: tuple[tuple[str, int], ...] = ()  # areas of the survey that have no specs, with how many answered


@dataclass(frozen=True, slots=True)
class Assumption:
    """What is taken for granted of answers to an area: whoever fulfils `when` also fulfils `then`. `reason` is for readers."""

    id: str
    when: Condition
    then: Condition
    reason: str
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Area:
    """One area of one round; `gate` is the column that says whether the unit can answer the area at all."""

    id: str
    name: str
    section: str
    respondents: int
    gate: str
    row: str | None = None  # its label in questions that have a row for each area


@dataclass(frozen=True, slots=True)
class Verbatim:
    """What a package of texts gives whole: the names of `frågor`, `indikatorer` …, and how many of that kind there are."""

    kind: str
    names: tuple[str, ...]
    total: int


@dataclass(frozen=True)  # no slots: the look-up tables are kept in the instance
class Catalogue:
    """One area, complete: what every product is made from. Indicators stand in the published order, background last."""

    round: Round
    area: Area
    dimensions: tuple[Dimension, ...]
    questions: tuple[Question, ...]
    indicators: tuple[Indicator, ...]
    deviations: tuple[Deviation, ...]
    paraphrased: bool
    fingerprint: str
    assumptions: tuple[Assumption, ...] = ()
    verbatim: tuple[Verbatim, ...] = ()
    neighbours: tuple[Catalogue, ...] = field(default=(), compare=False, repr=False)  # the round's other areas

    @cached_property
    def question_of(self) -> Mapping[str, Question]:
        """The questions by id, in the survey's order."""
        return {question.id: question for question in self.questions}

    @cached_property
    def cell_of(self) -> Mapping[str, Cell]:
        """Every column of the answers file, in the survey's order."""
        return {cell.column: cell for question in self.questions for cell in question.cells}

    def cells(self) -> tuple[Cell, ...]:
        """The cells in the survey's order."""
        return tuple(self.cell_of.values())

    def question(self, name: str) -> Question:
        return self.question_of[name]

    def cell(self, column: str) -> Cell:
        return self.cell_of[column]
