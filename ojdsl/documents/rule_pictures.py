"""The rules of more than one question, once more: as decision tables, as pictures, and what the pictures show in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ojdsl.documents.family import Family, anchor, families, member_name, title
from ojdsl.documents.flow_drawing import flow_drawing
from ojdsl.documents.indicator_table import OWN_ROW
from ojdsl.documents.nodes import Block, DataTable, Heading, Item, Labelled, Link, List, Paragraph, Picture, paragraph
from ojdsl.logic.diagram import TooLargeError
from ojdsl.logic.flow import Step, Way, steps
from ojdsl.model.nodes import Catalogue, Indicator
from ojdsl.prose.condition import Words, within
from ojdsl.prose.decision_table import DecisionTable, decision_table, heading
from ojdsl.prose.facts import capital, printed_id, swedish_list
from ojdsl.prose.number import labels_text

RULES = Heading(2, "Reglerna i tabell och bild", "regler")
_MOST_STEPS, _MOST_ROWS, _MOST_COLUMNS = 12, 40, 8
"""What can be taken in at a glance, and fits on a page."""
_INTRODUCTION = (
    "Här visas de regler som bygger på mer än en fråga. Varje rad i en beslutstabell säger vilka svar som ger vilket resultat. "
    "Ett streck betyder att svaret inte spelar någon roll eller att frågan inte ställs. En bild visar vägen från fråga till "
    "fråga och står också i ord. Båda gäller kommuner som har svarat på alla frågor de har fått."
)
_NO_PICTURE = f"Vägen genom frågorna har fler än {_MOST_STEPS} steg och visas inte som bild."
_NO_TABLE = f"Beslutstabellen har fler än {_MOST_ROWS} rader eller {_MOST_COLUMNS} frågor och visas inte."


def rule_pictures(catalogue: Catalogue) -> tuple[Block, ...]:
    """The chapter; nothing where every rule is of one question."""
    shown = [block for family in families(catalogue.indicators) for block in _family(family, catalogue)]
    return (RULES, paragraph(_INTRODUCTION), *shown) if shown else ()


def _family(family: Family, catalogue: Catalogue) -> Iterator[Block]:
    """One rule for the whole family where it is the same but for the member's own row, otherwise one for each member."""
    several = [one for one in family if len({catalogue.cell(column).question for column in one.cells}) > 1]
    found = [_rule(one, title(family), anchor(family), catalogue) for one in several]
    if not any(found):
        return
    yield Heading(3, title(family), f"regel-{anchor(family)}")
    alike = len(several) == len(family) and len(set(found)) == 1
    if alike:
        yield from found[0]
    for one in () if alike else (one for one, blocks in zip(several, found, strict=True) if blocks):
        name = member_name(one)
        yield Heading(4, name, f"regel-{one.id}")
        yield from _rule(one, f"{title(family)} {name}", one.id, catalogue)
    # last, so that a heading and the table under it stay on one page
    own = f" {OWN_ROW}" if alike and len(family) > 1 else ""
    yield paragraph("Regeln i ord står i ", Link("beskrivningen", anchor(family)), f".{own}")


def _rule(indicator: Indicator, name: str, own: str, catalogue: Catalogue) -> tuple[Block, ...]:
    """Table, picture and words; nothing where one question is enough to know the result."""
    words = Words(catalogue, indicator)
    try:
        flow = steps(indicator, catalogue, _MOST_STEPS)
    except TooLargeError:
        return (*_table(indicator, name, words, catalogue), paragraph(_NO_PICTURE))
    if len({words.cells[step.column].question for step in flow}) < 2:
        return ()
    flow = tuple(_printed(step, words) for step in flow)
    names = [_name(step, words) for step in flow]
    said = [
        _said(" ".join(parts), step, "{}" if words.cells[step.column].number else "”{}”")
        for parts, step in zip(names, flow, strict=True)
    ]
    numbered = [(f"{number}. {first}", *rest) for number, (first, *rest) in enumerate(names, start=1)]
    description = " ".join(f"{number}. {text}" for number, text in enumerate(said, start=1))
    return (
        *_table(indicator, name, words, catalogue),
        Picture(f"Vägen genom frågorna: {name}", description, f"bild-{own}", flow_drawing(flow, numbered)),
        Labelled("Vägen genom frågorna, i ord", (List(tuple(Item((paragraph(text),)) for text in said), ordered=True),)),
    )


def _name(step: Step, words: Words) -> tuple[str, ...]:
    """`Fråga (G)3`, and on a line of its own `Mål`: the question and the part of it."""
    cell = words.cells[step.column]
    part = " ".join(one for one in (words.named_row(cell), cell.alternative) if one)
    return (f"Fråga {printed_id(cell.question)}", *((part,) if part else ()))


def _printed(step: Step, words: Words) -> Step:
    """The step with its answers as they are read: a number's label stands for an interval."""
    cell = words.cells[step.column]
    if cell.number is None:
        return step
    return replace(step, ways=tuple(replace(way, labels=(labels_text(way.labels, cell),)) for way in step.ways))


def _said(name: str, step: Step, quote: str) -> str:
    return f"{name}: {' '.join(_way(way, quote) for way in step.ways)}"


def _way(way: Way, quote: str) -> str:
    answers = capital(swedish_list([quote.format(within(label)) for label in way.labels], "eller"))
    return f"{answers} ger resultatet {way.to}." if isinstance(way.to, str) else f"{answers} leder till steg {way.to + 1}."


# --- the table --------------------------------------------------------------------------------------------------------


def _table(indicator: Indicator, name: str, words: Words, catalogue: Catalogue) -> tuple[Block, ...]:
    try:
        table = decision_table(indicator, catalogue)
    except TooLargeError:
        return (paragraph(_NO_TABLE),)
    if len(table.rows) > _MOST_ROWS or len(table.columns) > _MOST_COLUMNS:
        return (paragraph(_NO_TABLE),)
    header = ("Rad", *(heading(column, words) for column in table.columns), "Resultat")
    return (DataTable(f"Beslutstabell: {name}", header, tuple(_rows(table))),)


def _rows(table: DecisionTable) -> Iterator[tuple[tuple[Paragraph, ...], ...]]:
    """With a number each, since a row is known by all its cells and by none of them alone."""
    for number, row in enumerate(table.rows, start=1):
        yield tuple(map(_cell, (str(number), *row.cells, row.outcome)))


def _cell(text: str) -> tuple[Paragraph, ...]:
    return (paragraph(text),)
