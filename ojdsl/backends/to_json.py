"""The catalogue as `katalog.json`: what other programs read."""

from __future__ import annotations

import json

from ojdsl import __version__
from ojdsl.logic.alternatives import condition_for
from ojdsl.logic.space import Space
from ojdsl.model.nodes import And, Asked, Between, Catalogue, Cell, Condition, Count, In, Indicator, Number, Or, Question
from ojdsl.prose.facts import coverage, legal, measurement
from ojdsl.prose.rule import assumption_text, clause_text, condition_text, denominator_sentence, sentence

SCHEMA_VERSION = 1
Json = dict[str, object]


def catalogue_json(catalogue: Catalogue) -> str:
    """The whole catalogue, keys in English, in the order of the published appendix."""
    content: Json = {
        "schema_version": SCHEMA_VERSION,
        "made_by": {"ojdsl": __version__, "specs_sha256": catalogue.fingerprint},
        "round": _round(catalogue),
        "area": {
            "id": catalogue.area.id,
            "name": catalogue.area.name,
            "section": catalogue.area.section,
            "respondents": catalogue.area.respondents,
            "gate": catalogue.area.gate,
        },
        "questions": [_question(question, catalogue) for question in catalogue.questions],
        "cells": [_cell(cell) for cell in catalogue.cells()],
        "indicators": [_indicator(indicator, catalogue) for indicator in catalogue.indicators],
        "assumptions": [
            {
                "id": one.id,
                "text": assumption_text(one, catalogue),
                "when": condition_json(one.when),
                "then": condition_json(one.then),
                "reason": one.reason,
            }
            for one in catalogue.assumptions
        ],
        "levels": _levels(catalogue),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def condition_json(condition: Condition) -> Json:
    """A condition as one of the closed set of trees."""
    match condition:
        case In(cell, labels):
            return {"op": "in", "cell": cell, "labels": list(labels)}
        case Between(cell, ranges):
            tests: list[Json] = [{"op": "between", "cell": cell, "min": low, "max": high} for low, high in ranges]
            return tests[0] if len(tests) == 1 else {"op": "or", "args": tests}
        case Asked(cell):
            return {"op": "asked", "cell": cell}
        case And(args):
            return {"op": "and", "args": [condition_json(arg) for arg in args]}
        case Or(args):
            return {"op": "or", "args": [condition_json(arg) for arg in args]}
        case Count(least, most, args):
            return {"op": "count", "min": least, "max": most, "args": [condition_json(arg) for arg in args]}


def _round(catalogue: Catalogue) -> Json:
    round_ = catalogue.round
    return {
        "id": round_.id,
        "name": round_.name,
        "section": round_.section,
        "reference_date": round_.reference_date.isoformat(),
        "periods": [
            {"id": one.id, "start": one.start.isoformat(), "end": one.end.isoformat(), "months": one.months}
            for one in round_.periods.values()
        ],
        "respondents": round_.respondents,
        "units": len(round_.register.units),
        "withholding": {"above_percent": round_.withholding.percent, "counted": list(round_.withholding.counted)},
    }


def _question(question: Question, catalogue: Catalogue) -> Json:
    condition = question.asked_if
    return {
        "id": question.id,
        "text": question.text,
        "wording": question.wording,
        "alternatives": [{"label": one.label, "code": one.code, "text": one.text} for one in question.alternatives],
        "rows": [{"label": row.label, "text": row.text, "slug": row.slug} for row in question.rows] or None,
        "multiple": question.multiple,
        "asked_if": None
        if condition is None
        else {"text": f"Kommunen har {condition_text(condition, catalogue)}", "tree": condition_json(condition)},
        "section": question.section,
        "parent": question.parent,
        "period": question.period.id if question.period else None,
        "instruction": question.instruction,
        "terms": [{"term": sense.term, "sense": sense.sense, "text": sense.text} for sense in question.terms],
        "blank_is_unmarked": question.blank_is_unmarked,
        "not_reported": question.not_reported,
        **({"number": {**_bounds(question.number), "unit": question.number.unit}} if question.number else {}),
    }


def _bounds(number: Number) -> Json:
    return {"min": number.min, "max": number.max}


def _cell(cell: Cell) -> Json:
    return {
        "column": cell.column,
        "question": cell.question,
        "row": cell.row,
        "alternative": cell.alternative,
        "kind": cell.kind,
        "labels": [] if cell.number else list(cell.labels),
        **(_bounds(cell.number) if cell.number else {}),
        "asked_if": None if cell.asked_if is None else condition_json(cell.asked_if),
    }


def _indicator(indicator: Indicator, catalogue: Catalogue) -> Json:
    texts = indicator.description
    space = Space(catalogue.cell(column) for column in indicator.cells)
    outcomes = space.outcomes(indicator)
    denominator = denominator_sentence(indicator, catalogue)
    return {
        "id": indicator.id,
        "family": indicator.family,
        "row": indicator.own_row,
        "kind": indicator.kind,
        "name": texts.name,
        "short_name": texts.short_name,
        "operations": list(texts.operations),
        "measure": texts.measure,
        "quality_dimensions": list(dict.fromkeys(area.dimension for area in indicator.quality_areas)),
        "quality_areas": [area.name for area in indicator.quality_areas],
        "indicator_area": texts.indicator_area,
        "purpose": texts.purpose,
        "legal": [legal(reference) for reference in indicator.legal],
        "literature": list(indicator.literature),
        "target": texts.target,
        "type": texts.type,
        "status": texts.status,
        "questions": list(indicator.questions),
        "cells": list(indicator.cells),
        "outcomes": list(indicator.outcomes),
        "unpublished": list(indicator.unpublished),
        "rule": [
            {
                "outcome": clause.outcome,
                "text": clause_text(clause, indicator, catalogue),
                "when": condition_json(clause.condition or condition_for(space, outcomes[clause.outcome])),
            }
            for clause in indicator.clauses
        ],
        "denominator": None
        if indicator.denominator is None or denominator is None
        else {
            "outcomes": [outcome for outcome in indicator.outcomes if outcome in indicator.denominator],
            "text": sentence(denominator),
        },
        "colours": dict(indicator.colours),
        "levels": list(indicator.levels),
        "measurement": list(measurement(indicator, catalogue)),
        "coverage": coverage(indicator, catalogue),
        "clarification": indicator.clarification,
        "data_source": catalogue.round.data_source,
        "error_sources": catalogue.round.error_sources,
        "source": catalogue.round.source,
    }


def _levels(catalogue: Catalogue) -> list[Json]:
    """The levels with their groups; `enhet` is the unit itself."""
    groups: dict[str, list[Json]] = {}
    for group in catalogue.round.register.groups:
        groups.setdefault(group.level, []).append({"id": group.code, "name": group.name})
    found: list[Json] = [{"id": "enhet", "groups": []}]
    found += [{"id": level, "groups": members} for level, members in groups.items()]
    return found
