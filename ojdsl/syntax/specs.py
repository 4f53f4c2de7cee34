"""What one spec file says, with every text and its place; names are not looked up yet.

A required text that is missing has been reported and is empty here, so that the rest of the file can still be checked.
"""

from __future__ import annotations

from dataclasses import dataclass

from ojdsl.source import Span, Text
from ojdsl.syntax.rules import Answer, Expression


@dataclass(frozen=True, slots=True)
class DeviationSpec:
    lines: Text
    printed: Text
    here: Text


@dataclass(frozen=True, slots=True)
class TermSpec:
    """A term with its senses; a term of one meaning has one sense whose name is None."""

    term: Text
    senses: tuple[tuple[Text | None, Text], ...]


@dataclass(frozen=True, slots=True)
class TermsSpec:
    terms: tuple[TermSpec, ...]


@dataclass(frozen=True, slots=True)
class DimensionSpec:
    name: Text
    heading: Text
    text: Text
    areas: tuple[tuple[Text, Text], ...]


@dataclass(frozen=True, slots=True)
class DimensionsSpec:
    dimensions: tuple[DimensionSpec, ...]


@dataclass(frozen=True, slots=True)
class LawsSpec:
    """Laws as (id, name, number)."""

    laws: tuple[tuple[Text, Text, Text], ...]


@dataclass(frozen=True, slots=True)
class LiteratureSpec:
    """References as (id, text)."""

    entries: tuple[tuple[Text, Text], ...]


@dataclass(frozen=True, slots=True)
class OperationsSpec:
    """The operations of social services as (id, printed name)."""

    entries: tuple[tuple[Text, Text], ...]


@dataclass(frozen=True, slots=True)
class RoundSpec:
    id: Text
    name: Text
    wording: Text
    section: Text
    reference_date: Text
    periods: tuple[tuple[Text, Text], ...]
    respondents: Text
    register: Text
    withheld_above: Text
    withheld_counts: Text
    colours: tuple[tuple[Text, Text], ...]
    status: Text
    data_source: Text
    error_sources: Text
    source: Text
    deviations: tuple[DeviationSpec, ...]
    collected: Text | None
    others: tuple[tuple[Text, Text], ...]
    assumptions: tuple[AssumptionSpec, ...]
    failed: bool
    span: Span


@dataclass(frozen=True, slots=True)
class AssumptionSpec:
    """Whoever fulfils `when` also fulfils `then`; a condition that could not be read is None."""

    id: Text
    when: Expression | None
    then: Expression | None
    reason: Text
    span: Span


@dataclass(frozen=True, slots=True)
class AreaSpec:
    id: Text
    name: Text
    section: Text
    row: Text | None
    respondents: Text
    indicators: tuple[Text, ...] | None
    background: tuple[Text, ...]
    assumptions: tuple[AssumptionSpec, ...]
    deviations: tuple[DeviationSpec, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ItemSpec:
    """One item under `svar` or `rader`: a label, what explains it or the whole wording, and its settings."""

    label: Text
    explanation: Text | None
    wording: Text | None
    code: Text | None
    kind: Text | None
    free_text: bool
    not_reported: Text | None


@dataclass(frozen=True, slots=True)
class NumberSpec:
    """`tal: 0–365 dagar`: the least and greatest number, and what they are numbers of ('' if that goes without saying)."""

    min: int
    max: int
    unit: str


@dataclass(frozen=True, slots=True)
class QuestionSpec:
    """One question. `answers` is None for free text; none stand beside a `number`. A follow-up has its parent's id and
    either `given` or `asked_if`.

    `failed`: its answers, rows or condition could not be read, so that nothing can be said of rules that name it.
    """

    id: Text
    text: Text
    answers: tuple[ItemSpec, ...] | None
    rows: tuple[ItemSpec, ...]
    row_per_area: bool
    multiple: bool
    blank_is_unmarked: bool
    period: Text | None
    instruction: Text | None
    terms: tuple[Text, ...]
    wording: Text | None
    not_reported: Text | None
    parent: str | None
    given: tuple[Answer, ...]
    asked_if: Expression | None
    failed: bool
    deviations: tuple[DeviationSpec, ...]
    span: Span
    number: NumberSpec | None = None


@dataclass(frozen=True, slots=True)
class QuestionsSpec:
    """A file's question followed by its follow-ups."""

    questions: tuple[QuestionSpec, ...]


@dataclass(frozen=True, slots=True)
class ClauseSpec:
    """An outcome and its condition; None is `annars`."""

    outcome: Text
    condition: Expression | None
    span: Span


@dataclass(frozen=True, slots=True)
class AnswerSpec:
    """An answer in an example: one label, or several under rows (row, label), or marked labels."""

    question: Text
    label: Text | None
    by_row: tuple[tuple[Text, Text], ...]
    marks: tuple[Text, ...] | None


@dataclass(frozen=True, slots=True)
class ExampleSpec:
    answers: tuple[AnswerSpec, ...]
    outcome: Text
    review: bool
    shown: bool
    span: Span


@dataclass(frozen=True, slots=True)
class IndicatorSpec:
    """An indicator, a family of them, or a background measure (`shows` is then its question)."""

    id: Text
    background: bool
    family: Text | None
    per_row: tuple[tuple[Text, tuple[tuple[Text, Text], ...]], ...]
    name: Text
    short_name: Text
    operations: tuple[Text, ...]
    measure: Text
    quality_areas: tuple[Text, ...]
    indicator_area: Text
    purpose: Text
    legal: tuple[Text, ...]
    literature: tuple[Text, ...]
    target: Text
    type: Text
    status: Text | None
    clauses: tuple[ClauseSpec, ...]
    rule_failed: bool
    reported_as: Text
    denominator: Text | None
    claim: Expression | None
    never_worse: Text | None
    colours: tuple[tuple[Text, Text], ...]
    clarification: Text | None
    shows: Text | None
    except_labels: tuple[Text, ...]
    examples: tuple[ExampleSpec, ...]
    deviations: tuple[DeviationSpec, ...]
    span: Span


SharedSpec = TermsSpec | DimensionsSpec | LawsSpec | LiteratureSpec | OperationsSpec
Spec = SharedSpec | RoundSpec | AreaSpec | QuestionsSpec | IndicatorSpec
