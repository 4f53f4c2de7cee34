"""An example in Swedish: what a municipality answers, and the result it gets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ojdsl.model.nodes import Catalogue, Cell, Example, Indicator
from ojdsl.model.numbers import exactly
from ojdsl.prose.condition import Words, answers, within
from ojdsl.prose.facts import printed_id, swedish_list


def example_sentence(example: Example, indicator: Indicator, catalogue: Catalogue) -> str:
    """`En kommun som svarar ”Ja” på fråga (G)2, och ”Nej” på fråga (G)2 a, får Nej.`"""
    words = Words(catalogue, indicator)
    parts = [part for name in catalogue.question_of for part in _of_question(name, example.answers, words)]
    if not parts:
        return f"En kommun som inte svarar får {example.outcome}."
    if len(parts) == 1:
        return f"En kommun som svarar {parts[0]} får {example.outcome}."
    return f"En kommun som svarar {', '.join(parts[:-1])}, och {parts[-1]}, får {example.outcome}."


def _of_question(name: str, given: Mapping[str, str], words: Words) -> Iterator[str]:
    """What is answered to one question: an answer, the marks that are made, or rows together that are answered alike."""
    cells = [cell for cell in words.questions[name].cells if cell.column in given and cell.labels]
    if any(cell.alternative is not None for cell in cells):
        marked = [f"”{within(cell.alternative or '')}”" for cell in cells if given[cell.column] == "Ja"]
        kind = "alternativet" if len(marked) == 1 else "alternativen"
        yield f"{f'{kind} {swedish_list(marked)}' if marked else 'inget alternativ'} på fråga {printed_id(name)}"
        return
    rows: dict[str, list[Cell]] = {}
    for cell in cells:
        rows.setdefault(answers(exactly(cell, given[cell.column]), words), []).append(cell)
    for answer, alike in rows.items():
        yield f"{answer} på {_place(name, [words.named_row(cell) for cell in alike], words)}"


def _place(name: str, rows: Sequence[str | None], words: Words) -> str:
    named = [row for row in rows if row is not None]
    if not named:
        return f"fråga {printed_id(name)}"
    if len(named) > 1 and set(named) == set(words.rows_of(name)):
        return f"alla delar av fråga {printed_id(name)}"
    said = swedish_list([f"”{within(row)}”" for row in named])
    return f"{'delen' if len(named) == 1 else 'delarna'} {said} i fråga {printed_id(name)}"
