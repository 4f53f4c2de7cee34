"""What a survey asks in vain, in Swedish: questions, alternatives and follow-ups that change no published result."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from ojdsl.logic.burden import Interchangeable
from ojdsl.logic.explain import Tests
from ojdsl.model.nodes import And, Catalogue, Cell, Condition, Or, Question
from ojdsl.prose.condition import Words, plain, within
from ojdsl.prose.facts import printed_id, swedish_list


def unneeded(catalogue: Catalogue, needed: Collection[str]) -> tuple[tuple[str, str], ...]:
    """Each question, or part of one, without a needed cell: what it is, and why it is asked ('' if the specs do not say)."""
    found = []
    for question in catalogue.questions:
        cells = [cell for cell in question.cells if cell.column not in needed]
        if len(cells) == len(question.cells):
            found.append((printed_id(question.id), question.not_reported or ""))
        elif cells:
            reasons = {row.label: row.not_reported for row in question.rows}
            reason = next((reasons[cell.row] for cell in cells if cell.row and reasons[cell.row]), None)
            found.append((_places(question, cells), reason or ""))
    return tuple(found)


def alike(catalogue: Catalogue, found: Iterable[Interchangeable]) -> tuple[tuple[str, str], ...]:
    """The answers that no result tells apart: the question, or its parts, and the labels."""
    groups: dict[tuple[str, tuple[str, ...]], list[Cell]] = {}
    for one in found:
        cell = catalogue.cell(one.column)
        groups.setdefault((cell.question, one.labels), []).append(cell)
    return tuple(
        (_places(catalogue.question(question), cells), swedish_list([f"”{within(label)}”" for label in labels]))
        for (question, labels), cells in groups.items()
    )


def settled_text(ways: Sequence[Tests], words: Words) -> str:
    """The answers after which a follow-up changes nothing, on one line."""
    conditions: list[Condition] = [way[0] if len(way) == 1 else And(way) for way in ways]
    return f"om kommunen har {plain(conditions[0] if len(conditions) == 1 else Or(tuple(conditions)), words)}"


def _places(question: Question, cells: Sequence[Cell]) -> str:
    """`(G)6 a: ”C” och ”D”`; the question alone where all its cells are meant."""
    if len(cells) == len(question.cells):
        return printed_id(question.id)
    names = [
        " ".join(part for part in (cell.row if len(question.rows) > 1 else None, cell.alternative) if part) for cell in cells
    ]
    return f"{printed_id(question.id)}: {swedish_list([f'”{within(name)}”' for name in names])}"
