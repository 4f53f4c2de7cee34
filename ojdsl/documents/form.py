"""The questionnaire of an area as a document: to read, to print, and to fill in on paper or in Word."""

from __future__ import annotations

from collections.abc import Iterator

from ojdsl.documents import form_words as words
from ojdsl.documents.form_parts import Entry, Form, Line, Part, form
from ojdsl.documents.markup import cell, flow, runs
from ojdsl.documents.nodes import (
    Block,
    DataTable,
    Document,
    Emphasis,
    Flow,
    Heading,
    Item,
    Labelled,
    List,
    Paragraph,
    Plain,
    Strong,
    paragraph,
)
from ojdsl.documents.provenance import provenance
from ojdsl.documents.questions import definitions_label
from ojdsl.model.nodes import Catalogue, Sense
from ojdsl.prose.facts import printed_id

_BOX = "☐"
_LINE = "…" * 30


def enkat(catalogue: Catalogue) -> Document:
    """The questionnaire as the municipalities get it."""
    asked = form(catalogue)
    return Document(
        title=words.title(catalogue),
        language="sv",
        description=words.description(catalogue),
        provenance=provenance(catalogue),
        blocks=(*_opening(asked, catalogue), *(block for part in asked.parts for block in _part(part))),
    )


def _opening(asked: Form, catalogue: Catalogue) -> Iterator[Block]:
    yield from (paragraph(text) for text in words.instruction(catalogue))
    yield paragraph("Står det ”Besvaras …” under en fråga hoppar ni över den när villkoret inte stämmer.")
    yield Heading(2, "Vem som svarar", "enhet")
    yield _to_write("Kommun, stadsdel eller stadsområde")
    own = next((part.heading for part in asked.parts if part.own), None)
    if own:
        yield paragraph(Strong(asked.gate_question))
        yield from _boxes(("Ja", "Nej"))
        yield paragraph(Emphasis(words.gate_skip(own)))


def _part(part: Part) -> Iterator[Block]:
    yield Heading(2, part.heading, part.anchor)
    for entry in part.entries:
        yield Heading(3, f"Fråga {printed_id(entry.question.id)}", f"fraga-{entry.name}")
        yield from _question(entry)


def _question(entry: Entry) -> Iterator[Block]:
    if entry.when:
        yield paragraph(Emphasis(entry.when))
    yield from flow(entry.question.text)
    if entry.question.instruction:
        yield from flow(entry.question.instruction)
    if entry.question.terms:
        yield _definitions(entry.question.terms)
    if entry.question.multiple:
        yield paragraph(Emphasis(words.SEVERAL))
    yield from _answers(entry)
    if entry.comment:
        yield _to_write("Kommentar")


def _definitions(terms: tuple[Sense, ...]) -> Labelled:
    return Labelled(definitions_label(terms), (List(tuple(Item(_definition(term)) for term in terms)),))


def _definition(sense: Sense) -> tuple[Flow, ...]:
    begun = (Strong(f"{sense.term}:"), Plain(" "))
    match flow(sense.text):
        case (Paragraph(runs=said), *rest):
            return Paragraph((*begun, *said)), *rest
        case rest:
            return Paragraph(begun), *rest


# --- answers ----------------------------------------------------------------------------------------------------------


def _answers(entry: Entry) -> Iterator[Block]:
    first, *others = entry.lines
    if first.kind == "text":
        yield from (_to_write(line.row or "Svar") for line in entry.lines)
    elif first.number is not None:
        yield paragraph(Emphasis(words.number_hint(first.number)))
        yield from (_to_write(line.row or "Svar", first.number.unit) for line in entry.lines)
    elif others:
        yield DataTable(f"Svar på fråga {printed_id(entry.question.id)}", ("Rad", *choices(first)), tuple(map(_row, entry.lines)))
    else:
        yield Labelled(first.row or "Svar", tuple(_boxes(choices(first))))
    yield from (_to_write(f"Beskriv ”{text}”") for line in entry.lines for text in _described(line))


def choices(line: Line) -> tuple[str, ...]:
    """What can be marked in a line; that none of several is right is an answer like any other."""
    none = (words.NONE_OF_THEM,) if line.kind == "mark" else ()
    return (*(one.text for one in line.options), *none)


def _row(line: Line) -> tuple[tuple[Paragraph, ...], ...]:
    return (cell(line.row or ""), *((paragraph(_BOX),) for _ in choices(line)))


def _described(line: Line) -> tuple[str, ...]:
    row = (line.row,) if line.free_text and line.row else ()
    return (*row, *(one.text for one in line.options if one.free_text))


def _boxes(texts: tuple[str, ...]) -> Iterator[Paragraph]:
    return (Paragraph((Plain(f"{_BOX} "), *runs(text))) for text in texts)


def _to_write(label: str, unit: str = "") -> Paragraph:
    return paragraph(Strong(f"{label}:"), f" {_LINE} {unit}".rstrip())
