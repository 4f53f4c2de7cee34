"""The survey questions behind an indicator, as the respondent met them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ojdsl.documents.markup import flow, runs
from ojdsl.documents.nodes import Emphasis, Flow, Item, Labelled, List, Paragraph, Plain, Strong, paragraph
from ojdsl.model.nodes import Catalogue, Question, Sense
from ojdsl.prose.asked import asked_when
from ojdsl.prose.condition import within
from ojdsl.prose.facts import printed_id
from ojdsl.prose.number import answers_text


def survey_questions(ids: Iterable[str], catalogue: Catalogue) -> tuple[Flow, ...]:
    """The questions in the survey's order. A definition that several of them share stands under the first."""
    wanted = frozenset(ids)
    defined: set[Sense] = set()
    parts: list[Flow] = []
    for question in catalogue.questions:
        if question.id in wanted:
            new = tuple(term for term in question.terms if term not in defined)
            defined.update(new)
            parts.append(Labelled(f"Fråga {printed_id(question.id)}", tuple(_question(question, new, catalogue))))
    return tuple(parts)


def _question(question: Question, terms: tuple[Sense, ...], catalogue: Catalogue) -> Iterator[Flow]:
    if condition := asked_when(question, catalogue):
        yield paragraph(Emphasis(condition))
    yield from flow(question.text)
    if question.rows:
        yield List(tuple(Item((Paragraph(runs(_shown(row.label, row.text))),)) for row in question.rows))
    if question.instruction:
        yield from flow(question.instruction)
    if terms:
        yield Labelled(definitions_label(terms), tuple(part for term in terms for part in definition(term)))
    yield _answers(question)


def _answers(question: Question) -> Paragraph:
    each = " för varje rad" if len(question.rows) > 1 else ""
    if not question.alternatives:
        return paragraph(Strong(f"Svar{each}:"), f" {answers_text(question)}")
    several = " (flera kan anges)" if question.multiple else ""
    return paragraph(Strong(f"Svarsalternativ{each}{several}:"), f" {answers_text(question)}")


def _shown(label: str, text: str) -> str:
    """The wording, with the short label that rules use where the wording does not hold it."""
    known = re.search(rf"\b{re.escape(label)}(?!\w)", text, re.IGNORECASE)
    return text if known else f"{text} (”{within(label)}”)"


def definitions_label(terms: tuple[Sense, ...]) -> str:
    """`Definition` or `Definitioner`."""
    return "Definition" if len(terms) == 1 else "Definitioner"


def definition(sense: Sense) -> tuple[Flow, ...]:
    """`Med rutin avses …`: a whole sentence, and what follows it."""
    begun = (Plain("Med "), Emphasis(sense.term), Plain(" avses "))
    match flow(sense.text if sense.text.rstrip().endswith((".", "?", "!")) else f"{sense.text.rstrip()}."):
        case (Paragraph(runs=words), *rest):
            return Paragraph((*begun, *words)), *rest
        case rest:
            return Paragraph(begun), *rest
