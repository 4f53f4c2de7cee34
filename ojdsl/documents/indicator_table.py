"""The table that describes one indicator or one family, with the guide's rows in the guide's order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ojdsl.documents.family import Family, anchor, member_anchor, member_name, title
from ojdsl.documents.markup import cell, flow
from ojdsl.documents.nodes import Field, FieldTable, Flow, Item, Labelled, List, Strong, paragraph
from ojdsl.documents.questions import survey_questions
from ojdsl.documents.together import numbered, together
from ojdsl.model.nodes import Catalogue, Description, Indicator, LegalReference
from ojdsl.prose.condition import within
from ojdsl.prose.example import example_sentence
from ojdsl.prose.facts import coverage, legal, legal_in_full, levels, measurement, published, reported_as, swedish_list
from ojdsl.prose.phrase import Phrase
from ojdsl.prose.rule import calculation

OWN_ROW = "Regeln gäller för varje indikator för sig. Där ingen rad nämns avses svaret på indikatorns egen rad."


def indicator_table(family: Family, catalogue: Catalogue) -> FieldTable:
    """An indicator; or a family, where a text that all members share is printed once."""
    first = family[0]
    areas = first.quality_areas
    return FieldTable(
        title(family),
        anchor(family),
        (
            Field("Område, verksamhet", cell(", ".join(first.description.operations))),
            Field("Indikatornamn", _names(family)),
            Field("Indikatorns kortnamn (i\u00a0Excelfilen)", _short_names(family)),
            Field("Indikator/Mått", _each(family, lambda texts: texts.measure)),
            Field("Kvalitetsdimension", cell(", ".join(dict.fromkeys(area.dimension for area in areas)))),
            Field("Kvalitetsområde", cell(", ".join(area.name for area in areas))),
            Field("Indikatorområde", cell(first.description.indicator_area)),
            Field("Syfte", _purpose(family)),
            Field("Målvärde", _each(family, lambda texts: texts.target)),
            Field("Typ av indikator", _each(family, lambda texts: texts.type)),
            Field("Status", _each(family, lambda texts: texts.status)),
            Field("Teknisk beskrivning", tuple(_technical(family, catalogue))),
            Field("Datakällor", flow(catalogue.round.data_source)),
            Field("Felkällor", flow(catalogue.round.error_sources)),
            Field("Källa", flow(catalogue.round.source)),
        ),
    )


def background_table(indicator: Indicator, catalogue: Catalogue) -> FieldTable:
    """A background measure: it has no target value, no share and no quality area."""
    family = (indicator,)
    return FieldTable(
        title(family),
        anchor(family),
        (
            Field("Kortnamn (i\u00a0Excelfilen)", cell(indicator.description.short_name)),
            Field("Bakgrundsmått", flow(indicator.description.measure)),
            Field("Syfte", _purpose(family)),
            Field("Status", cell(indicator.description.status)),
            Field("Teknisk beskrivning", tuple(_technical(family, catalogue))),
            Field("Datakällor", flow(catalogue.round.data_source)),
            Field("Felkällor", flow(catalogue.round.error_sources)),
        ),
    )


# --- texts ------------------------------------------------------------------------------------------------------------


def _names(family: Family) -> tuple[Flow, ...]:
    if len(family) == 1:
        return cell(family[0].description.name)
    return (List(tuple(Item(cell(one.description.name), member_anchor(one)) for one in family), ordered=True),)


def _short_names(family: Family) -> tuple[Flow, ...]:
    """In full, since they are looked up in the published workbook."""
    names = [cell(one.description.short_name) for one in family]
    return names[0] if len(names) == 1 else (numbered(names),)


def _each(family: Family, text: Callable[[Description], str]) -> tuple[Flow, ...]:
    return together([text(one.description) for one in family])


def _purpose(family: Family) -> tuple[Flow, ...]:
    first = family[0]
    law = _listed("Lagstöd", _laws(first.legal))
    literature = _listed("Underlag", first.literature)
    return *_each(family, lambda texts: texts.purpose), *law, *literature


def _listed(label: str, texts: Iterable[str]) -> tuple[Flow, ...]:
    items = tuple(Item(cell(text)) for text in texts)
    return (Labelled(label, (List(items),)),) if items else ()


def _laws(references: Iterable[LegalReference]) -> Iterator[str]:
    """The law's whole name where it is first referred to."""
    named: set[str] = set()
    for reference in references:
        yield legal(reference) if reference.law.id in named else legal_in_full(reference)
        named.add(reference.law.id)


# --- the technical description ----------------------------------------------------------------------------------------


def _technical(family: Family, catalogue: Catalogue) -> Iterator[Flow]:
    first = family[0]
    questions = survey_questions((name for one in family for name in one.questions), catalogue)
    yield Labelled(_based_on(family, len(questions)), questions)
    yield from _calculation(family, catalogue) if first.kind == "indicator" else ()
    if clarification := _per_member(family, lambda one: flow(one.clarification or "")):
        yield Labelled("Förtydligande (ingår inte i regeln)", clarification)
    yield from _classes(first) if first.kind == "background" else _fact(f"Redovisas som: {reported_as(first)}")
    yield from _fact(f"Redovisningsnivåer: {levels(first)}")
    for line in measurement(first, catalogue):
        yield from _fact(line)
    yield from _fact(f"Datatäckning: {coverage(first, catalogue)}")


def _based_on(family: Family, questions: int) -> str:
    ours = "Indikatorn" if len(family) == 1 else "Indikatorerna"
    what = "Bakgrundsmåttet" if family[0].kind == "background" else ours
    return f"{what} bygger på följande {'enkätfråga' if questions == 1 else 'enkätfrågor'}"


def _calculation(family: Family, catalogue: Catalogue) -> Iterator[Flow]:
    rows = (paragraph(OWN_ROW),) if len(family) > 1 else ()
    yield Labelled("Beräkning", (*rows, *_per_member(family, lambda one: _rule(one, catalogue))))


def _rule(indicator: Indicator, catalogue: Catalogue) -> tuple[Flow, ...]:
    """The rule and the examples that are to be seen with it, once a person has settled them."""
    shown = (one for one in indicator.examples if one.shown and not one.review)
    sentences = (block for one in shown for block in _fact(f"Exempel: {example_sentence(one, indicator, catalogue)}"))
    return (*_phrased(calculation(indicator, catalogue)), *sentences)


def _per_member(family: Family, content: Callable[[Indicator], tuple[Flow, ...]]) -> tuple[Flow, ...]:
    """Once if equal for all members, otherwise under the name of each that has any."""
    contents = [content(one) for one in family]
    if len(set(contents)) == 1:
        return contents[0]
    return tuple(Labelled(member_name(one), blocks) for one, blocks in zip(family, contents, strict=True) if blocks)


def _phrased(phrases: Iterable[Phrase]) -> tuple[Flow, ...]:
    return tuple(block for phrase in phrases for block in _phrase(phrase))


def _phrase(phrase: Phrase) -> Iterator[Flow]:
    yield paragraph(phrase.text)
    if phrase.items:
        yield List(tuple(Item(tuple(_phrase(item))) for item in phrase.items))


def _fact(line: str) -> tuple[Flow, ...]:
    """`Mätdatum: 1 februari 2017` with its first word set off."""
    label, colon, text = line.partition(":")
    return (paragraph(Strong(label + colon), text),)


def _classes(indicator: Indicator) -> tuple[Flow, ...]:
    """The values of a background measure; what is kept out of print is said, so that nobody looks for it."""
    classes = List(tuple(Item((paragraph(outcome),)) for outcome in published(indicator)))
    if not indicator.unpublished:
        return (Labelled("Redovisas som", (classes,)),)
    hidden = swedish_list([f"”{within(outcome)}”" for outcome in indicator.unpublished])
    return (Labelled("Redovisas som", (classes, paragraph(f"{hidden} publiceras inte."))),)
