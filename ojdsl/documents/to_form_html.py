"""The questionnaire as one HTML file that works without a network: it follows the skip logic and saves a row of answers."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from html import escape
from importlib.resources import files

from jinja2 import Environment
from markupsafe import Markup

from ojdsl.backends.to_json import Json, condition_json
from ojdsl.data.columns import UNIT
from ojdsl.documents import form_words as words
from ojdsl.documents.form_fields import part_html
from ojdsl.documents.form_parts import Entry, Form, form
from ojdsl.documents.provenance import provenance
from ojdsl.model.nodes import Catalogue, Unit
from ojdsl.prose.facts import printed_id, swedish_key

_UNSAFE = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"})


def to_form_html(catalogue: Catalogue) -> str:
    """The whole page; the same catalogue always gives the same bytes."""
    asked = form(catalogue)
    style, script = form_style(), own("survey.js") + own("form.js")
    shell = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    # What is marked up here has been escaped text by text, or is a file of ours.
    return shell.from_string(own("form.html")).render(
        title=words.title(catalogue),
        description=words.description(catalogue),
        policy=policy(style, script),
        style=Markup(style),  # noqa: S704
        script=Markup(script),  # noqa: S704
        instruction=words.instruction(catalogue),
        units=Markup(_units(catalogue)),  # noqa: S704
        gate=asked.gate,
        gate_question=asked.gate_question,
        gate_skip=next((words.gate_skip(part.heading) for part in asked.parts if part.own), None),
        parts=[Markup(part_html(part)) for part in asked.parts],  # noqa: S704
        links=[(part.anchor, part.heading) for part in asked.parts],
        data=Markup(script_json(form_data(asked, catalogue))),  # noqa: S704
        provenance=provenance(catalogue),
    )


def policy(style: str, script: str) -> str:
    """Nothing may be fetched, sent or run but this very style sheet and this very script."""
    return f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'"


def script_json(data: Json) -> str:
    """JSON that can stand in a `script` element: nothing in it can end the element or open a comment."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def form_style() -> str:
    """The style sheet of the form, that of all pages included."""
    return own("page.css") + own("form.css")


def own(name: str) -> str:
    """A file of this folder."""
    return (files("ojdsl.documents") / name).read_text(encoding="utf-8")


# --- units ------------------------------------------------------------------------------------------------------------


def _units(catalogue: Catalogue) -> str:
    """Municipalities by name, then the districts city by city."""
    register = catalogue.round.register
    cities = {group.code: group.name for group in register.groups if group.level == "storstad"}
    by_city: dict[str, list[Unit]] = {"Kommuner": []}
    for unit in register.units:
        by_city.setdefault("Kommuner" if unit.code == unit.municipality else _districts(unit, cities), []).append(unit)
    return "\n".join(_options(label, units) for label, units in by_city.items() if units)


def _districts(unit: Unit, cities: dict[str, str]) -> str:
    return f"Stadsdelar och stadsområden i {cities.get(unit.municipality, unit.municipality)}"


def _options(label: str, units: Iterable[Unit]) -> str:
    options = "\n".join(
        f'<option value="{escape(unit.code)}">{escape(f"{unit.name} ({unit.code})")}</option>'
        for unit in sorted(units, key=lambda unit: (swedish_key(unit.name), unit.code))
    )
    return f'<optgroup label="{escape(label)}">\n{options}\n</optgroup>'


# --- what the script needs to know ------------------------------------------------------------------------------------


def form_data(asked: Form, catalogue: Catalogue) -> Json:
    """The questions of a form, whole or a part of the survey, for `survey.js`."""
    own = {entry.question.id for part in asked.parts if part.own for entry in part.entries}
    fields = {column for entry in asked.entries for line in entry.lines for column in line.columns}
    return {
        "unit": UNIT,
        "gate": asked.gate,
        "columns": list(asked.columns),
        "cells": {
            cell.column: {
                "labels": [] if cell.number else list(cell.labels),
                "asked_if": None if cell.asked_if is None else condition_json(cell.asked_if),
                "own": cell.question in own,
            }
            for cell in catalogue.cells()
            if cell.column in fields
        },
        "questions": [_question(entry) for entry in asked.entries],
    }


def _question(entry: Entry) -> Json:
    return {
        "id": f"fraga-{entry.name}",
        "name": f"fråga {printed_id(entry.question.id)}",
        "comment": entry.comment,
        "lines": [
            {"id": line.name, "kind": line.kind, "columns": list(line.columns), "texts": list(line.texts)} for line in entry.lines
        ],
    }
