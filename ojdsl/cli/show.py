"""The command that prints one indicator as a person reads it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from ojdsl.cli.layout import WIDTH, blocks, columns, paragraph, phrased, section
from ojdsl.cli.specs import one_area
from ojdsl.cli.words import say
from ojdsl.diagnostics.message import Language
from ojdsl.diagnostics.near import nearest
from ojdsl.model.nodes import Catalogue, Indicator, Question
from ojdsl.prose.asked import asked_when
from ojdsl.prose.better import order_of_answers
from ojdsl.prose.condition import Words
from ojdsl.prose.decision_table import DecisionTable, decision_table, heading
from ojdsl.prose.facts import printed_id, reported_as
from ojdsl.prose.number import answers_text
from ojdsl.prose.rule import calculation, denominator_sentence, otherwise_sentence


def show_indicator(area: Path, name: str, language: Language, texts: Path | None = None) -> int:
    """Prints an indicator, or the first member of a family and the names of all members."""
    checked = one_area(area, language, texts)
    if checked is None:
        return 1
    (catalogue,) = checked.catalogues.values()
    members = find(catalogue, name, language)
    if not members:
        return 2
    sys.stdout.write(indicator_text(members, catalogue))
    return 0


def find(catalogue: Catalogue, name: str, language: Language) -> tuple[Indicator, ...]:
    """The indicator, or the members of the family, of a name; none after saying which names are near."""
    alone = tuple(one for one in catalogue.indicators if name == one.id)
    found = alone or tuple(one for one in catalogue.indicators if name == one.family)
    if not found:
        short = tuple(dict.fromkeys(one.family or one.id for one in catalogue.indicators))
        near = nearest(name, (*short, *(one.id for one in catalogue.indicators)))
        print(say("no_indicator", language, name=name) + suggested(near, short, language), file=sys.stderr)
    return found


def suggested(near: tuple[str, ...], known: tuple[str, ...], language: Language) -> str:
    """` Menade du a, b?`, or all names there are when none is near."""
    return say("near" if near else "known", language, names=", ".join(near or known))


def indicator_text(members: tuple[Indicator, ...], catalogue: Catalogue) -> str:
    """The first of some members of a family, or an indicator alone, in lines of a hundred characters."""
    return "".join(_parts(members, catalogue))


def _parts(members: tuple[Indicator, ...], catalogue: Catalogue) -> Iterator[str]:
    indicator = members[0]
    words = Words(catalogue, indicator)
    name = f"{indicator.description.name} ({indicator.id})"
    yield f"{paragraph(name)}\n\n{columns(_facts(indicator), 2)}\n"
    if len(members) > 1:
        yield section(f"Familjen {indicator.family} har {len(members)} indikatorer; den första visas", *_members(members))
    yield section("Frågor", *_questions(indicator, catalogue, words))
    rule = calculation(indicator, catalogue)
    denominator = denominator_sentence(indicator, catalogue)
    yield section("Beräkning", *(phrased(one, 2) for one in rule if one != denominator))
    others = otherwise_sentence(indicator, catalogue)
    yield section("Andra svar", phrased(others, 2) if others else "")
    yield section("Nämnare", phrased(denominator, 2) if denominator else "")
    if indicator.never_worse is not None:
        lead = "Ett bättre svar ger aldrig ett sämre resultat. Det är bevisat, med svaren i den här ordningen:"
        yield section("Bättre svar", paragraph(lead, 2), columns(_orders(indicator, catalogue), 2))
    yield section(
        "Beslutstabell (– betyder att svaret inte spelar någon roll eller att frågan inte ställs)",
        _table(decision_table(indicator, catalogue), words),
        *(f"  {outcome} publiceras inte." for outcome in indicator.unpublished),
    )


def _facts(indicator: Indicator) -> Iterator[tuple[str, str]]:
    kind = "Bakgrundsmått" if indicator.kind == "background" else "Indikator"
    yield "Kortnamn", indicator.description.short_name
    yield "Slag", f"{kind}, {indicator.description.type}" if indicator.description.type else kind
    yield "Redovisas som", reported_as(indicator)


def _orders(indicator: Indicator, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for name in dict.fromkeys(catalogue.cell(column).question for column in indicator.cells):
        yield printed_id(name), order_of_answers(catalogue.question(name))


def _members(members: tuple[Indicator, ...]) -> Iterator[str]:
    yield columns(((one.id, one.row.label if one.row else one.description.short_name) for one in members), 2)


def _questions(indicator: Indicator, catalogue: Catalogue, words: Words) -> Iterator[str]:
    for name in indicator.questions:
        question = catalogue.question(name)
        yield f"  Fråga {printed_id(name)}"
        if condition := asked_when(question, catalogue):
            yield paragraph(condition, 4)
        yield blocks(question.text, 4)
        used = {words.cells[column].row for column in indicator.cells}
        for row in question.rows:
            if row.label in used:
                yield paragraph(row.text if row.label in row.text else f"{row.text} (”{row.label}”)", 4, "Rad: ")
        yield paragraph(_alternatives(question), 4, "Svar: ")


def _alternatives(question: Question) -> str:
    several = " (flera kan anges)" if question.multiple else ""
    return answers_text(question) + several


def _table(table: DecisionTable, words: Words) -> str:
    """Aligned columns; where there are too many of them, a sentence for each row."""
    headings = [heading(column, words) for column in table.columns]
    rows = [[*row.cells, row.outcome] for row in table.rows]
    if 7 * len(headings) > WIDTH:
        pairs = ((row[-1], zip(headings, row[:-1], strict=True)) for row in rows)
        return "\n".join(
            paragraph("; ".join(f"{h} {c}" for h, c in cells if c != "–"), 2, f"{outcome}: ") for outcome, cells in pairs
        )
    return columns([[*headings, "Resultat"], *rows], 2)
