"""The terms that the area's questions define, in every sense that is used, with the questions that use it."""

from __future__ import annotations

from collections.abc import Iterator

from ojdsl.documents.nodes import Block, Field, FieldTable, Flow, Labelled, paragraph
from ojdsl.documents.questions import definition
from ojdsl.model.nodes import Catalogue, Sense
from ojdsl.prose.facts import printed_id, swedish_key, swedish_list

_SEVERAL = "flera betydelser"


def terms_table(catalogue: Catalogue) -> Iterator[Block]:
    """One row a term in Swedish order; a term with several senses is marked, and each sense says where it holds."""
    used: dict[str, dict[Sense, list[str]]] = {}
    for question in catalogue.questions:
        for sense in question.terms:
            used.setdefault(sense.term, {}).setdefault(sense, []).append(question.id)
    if not used:
        yield paragraph("Områdets frågor förklarar inga begrepp.")
        return
    several = sum(len(senses) > 1 for senses in used.values())
    amount = "ett" if len(used) == 1 else len(used)
    yield paragraph(f"Frågorna i området förklarar {amount} begrepp.{_marked(several, len(used))}")
    ordered = sorted(used.items(), key=lambda item: swedish_key(item[0]))
    yield FieldTable("Begrepp och var de används", "begreppslista", tuple(_field(term, senses) for term, senses in ordered))


def _marked(several: int, total: int) -> str:
    """How many terms are marked, in the number that goes with them."""
    if not several:
        return ""
    if several == 1:
        which = "Det" if total == 1 else "Ett av dem"
        return f" {which} är märkt med ”{_SEVERAL}”: det betyder olika saker i olika frågor."
    return f" {several} av dem är märkta med ”{_SEVERAL}”: de betyder olika saker i olika frågor."


def _field(term: str, senses: dict[Sense, list[str]]) -> Field:
    mark = f" ({_SEVERAL})" if len(senses) > 1 else ""
    return Field(f"{term}{mark}", tuple(_sense(sense, questions) for sense, questions in senses.items()))


def _sense(sense: Sense, questions: list[str]) -> Flow:
    where = f"{'Fråga' if len(questions) == 1 else 'Frågorna'} {swedish_list([printed_id(name) for name in questions])}"
    return Labelled(where, definition(sense))
