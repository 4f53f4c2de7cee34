"""The preview's pages in HTML. Every text of the specs is escaped by the template; what is marked up already is the form's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from jinja2 import Environment, Template
from markupsafe import Markup

from ojdsl.backends.to_json import Json
from ojdsl.diagnostics.render import in_parts, summary
from ojdsl.documents.form_fields import entries_html
from ojdsl.documents.form_parts import trial_form
from ojdsl.documents.to_form_html import form_data, script_json
from ojdsl.logic.diagram import TooLargeError
from ojdsl.model.nodes import Catalogue, Indicator
from ojdsl.prose.condition import Words, flat
from ojdsl.prose.decision_table import decision_table, heading
from ojdsl.prose.example import example_sentence
from ojdsl.prose.facts import reported_as
from ojdsl.prose.phrase import Phrase
from ojdsl.prose.rule import calculation, otherwise_sentence
from ojdsl.studio.files import own
from ojdsl.studio.view import View

MOST_FAULTS = 25
"""Faults that are shown; the rest are counted."""
_HEADING = 3  # of a question: the indicator and the form stand above it


@dataclass(frozen=True, slots=True)
class Table:
    """A decision table in words: each row as its cells and its outcome."""

    header: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], str], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """An indicator as a page shows it."""

    indicator: Indicator
    kind: str
    reported_as: str
    rule: tuple[Phrase, ...]
    otherwise: Phrase | None
    table: Table | None
    examples: tuple[str, ...]
    form: Markup
    data: Markup


@dataclass(frozen=True, slots=True)
class Listed:
    """An indicator in the list of all; `rule` is its first sentence on one line."""

    id: str
    name: str
    rule: str
    changed: bool


def indicator_page(view: View, name: str) -> str | None:
    """The page of an indicator; None where the shown catalogue has none of that name."""
    catalogue = view.good.catalogue if view.good else None
    found = next((one for one in catalogue.indicators if one.id == name), None) if catalogue else None
    return None if catalogue is None or found is None else _page(view, shown=_shown(found, catalogue))


def overview_page(view: View) -> str:
    """All indicators with their rules; only faults while there has been no catalogue without them."""
    return _page(view)


def missing_page(view: View) -> str:
    """For an address where there is nothing now: an indicator may come back with the next saved change."""
    return _page(view, missing=True)


@cache
def _template() -> Template:
    shell = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    return shell.from_string(own("page.html"))


def _page(view: View, shown: Shown | None = None, missing: bool = False) -> str:
    catalogue = view.good.catalogue if view.good else None
    faults = view.now.faults
    return _template().render(
        area=f"{catalogue.area.name}, {catalogue.round.name}" if catalogue else "Förhandsvisning",
        view=view,
        time=_clock(view.now.time),
        good_time=_clock(view.good.time) if view.good else None,
        summary=summary(faults),
        faults=tuple(map(in_parts, faults[:MOST_FAULTS])),
        unshown=max(0, len(faults) - MOST_FAULTS),
        indicators=tuple(_listed(catalogue, view)) if catalogue else (),
        shown=shown,
        missing=missing,
    )


def _clock(time: datetime) -> str:
    return time.strftime("%H:%M:%S")


def _listed(catalogue: Catalogue, view: View) -> Iterator[Listed]:
    for one in catalogue.indicators:
        yield Listed(one.id, one.description.short_name, flat(calculation(one, catalogue)[0]), one.id in view.changed)


def _shown(indicator: Indicator, catalogue: Catalogue) -> Shown:
    asked = trial_form(indicator.cells, catalogue)
    data: Json = {"form": form_data(asked, catalogue), "examples": [dict(one.answers) for one in indicator.examples]}
    kind = "Bakgrundsmått" if indicator.kind == "background" else "Indikator"
    return Shown(
        indicator=indicator,
        kind=kind,
        reported_as=reported_as(indicator),
        rule=calculation(indicator, catalogue),
        otherwise=otherwise_sentence(indicator, catalogue),
        table=_table(indicator, catalogue),
        examples=tuple(example_sentence(one, indicator, catalogue) for one in indicator.examples),
        # escaped text by text where they are made
        form=Markup(entries_html(asked.entries, _HEADING)),  # noqa: S704
        data=Markup(script_json(data)),  # noqa: S704
    )


def _table(indicator: Indicator, catalogue: Catalogue) -> Table | None:
    """None where the rule is too large for one."""
    words = Words(catalogue, indicator)
    try:
        found = decision_table(indicator, catalogue)
    except TooLargeError:
        return None
    rows = tuple((row.cells, row.outcome) for row in found.rows)
    return Table(tuple(heading(column, words) for column in found.columns), rows)
