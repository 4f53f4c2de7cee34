"""The command that explains results: why a unit got them, or what most often gives Nej."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ojdsl.backends.to_python import evaluator
from ojdsl.cli.input import Input, read_input
from ojdsl.cli.layout import paragraph
from ojdsl.cli.show import find, suggested
from ojdsl.cli.words import say
from ojdsl.data.answers import AnswerRow, Answers, districts
from ojdsl.data.engine import load_engine
from ojdsl.data.outcomes import Outcome, outcomes
from ojdsl.diagnostics.message import Language
from ojdsl.diagnostics.near import nearest
from ojdsl.logic.explain import Explanation, Tests, decisions, explain
from ojdsl.logic.interpret import prepared
from ojdsl.model.nodes import NO, NONRESPONSE, NOT_APPLICABLE, UNANSWERED, Between, Catalogue, Indicator
from ojdsl.prose.condition import Words
from ojdsl.prose.explain import Stated, explanation, tests_text, told
from ojdsl.prose.facts import percent


def explain_unit(given: Input, unit: str, name: str | None, form: str, language: Language) -> int:
    """Prints why a unit got its result on each indicator, or on those of `name`."""
    read = read_input(given, language)
    if isinstance(read, int):
        return read
    catalogue, answers = read
    wanted = find(catalogue, name, language) if name else catalogue.indicators
    known = {one.code: one.name for one in catalogue.round.register.units}
    if unit not in known:
        _no_unit(catalogue, unit, language)
    if not wanted or unit not in known:
        return 2
    row = next((row for row in answers.rows if row.unit == unit), None)
    only = Answers(() if row is None else (row,), answers.fingerprint)
    results = {one.indicator: one for one in outcomes(catalogue, only, load_engine(evaluator(catalogue))) if one.unit == unit}
    said = [_Said.of(indicator, catalogue, results[indicator.id], row) for indicator in wanted]
    if form == "json":
        print(json.dumps([one.as_json() for one in said], ensure_ascii=False, indent=2))
    else:
        print(f"{unit} {known[unit]}, {catalogue.area.name}, {catalogue.round.name}")
        print("".join(one.as_text() for one in said), end="")
    return 0


def summarise(given: Input, name: str | None, form: str, language: Language) -> int:
    """Prints for each indicator how many got Nej, and the answers that most often decided it."""
    read = read_input(given, language)
    if isinstance(read, int):
        return read
    catalogue, answers = read
    wanted = find(catalogue, name, language) if name else catalogue.indicators
    if not wanted:
        return 2
    rows = {row.unit: prepared(catalogue, row.values) for row in answers.rows}
    found = outcomes(catalogue, answers, load_engine(evaluator(catalogue)))
    made = [_Summary.of(one, catalogue, found, rows) for one in wanted if one.denominator is not None and NO in one.outcomes]
    if form == "json":
        print(json.dumps([one.as_json() for one in made], ensure_ascii=False, indent=2))
    else:
        print("\n".join(one.as_text() for one in made))
    return 0


def _no_unit(catalogue: Catalogue, unit: str, language: Language) -> None:
    register = catalogue.round.register
    split = districts(register)
    if unit in split:
        print(say("split_unit", language, name=unit, near=split[unit]), file=sys.stderr)
        return
    near = nearest(unit, (one.code for one in register.units))
    print(say("no_unit", language, name=unit) + (suggested(near, (), language) if near else ""), file=sys.stderr)


# --- one unit ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Said:
    """One result, explained; `made` is None where no answers came or the area was declined, for then no answer decided it."""

    indicator: Indicator
    result: Outcome
    made: Explanation | None
    conditions: tuple[Stated, ...]
    sentences: tuple[str, ...]

    @staticmethod
    def of(indicator: Indicator, catalogue: Catalogue, result: Outcome, row: AnswerRow | None) -> _Said:
        made = explain(decisions(indicator, catalogue), prepared(catalogue, row.values if row else {}))
        return _Said(
            indicator,
            result,
            made if result.reason in ("", UNANSWERED) else None,
            told(made, indicator, catalogue, result.reason).conditions,
            explanation(made, indicator, catalogue, result.reason),
        )

    def as_json(self) -> dict[str, object]:
        """As in docs/schema/explain.schema.json. `decided_by` and `conditions` are empty at Bortfall; `needed` is null where
        Ja is reached, cannot be, or the indicator does not apply."""
        aims = self.made and self.made.changes and self.result.outcome != NOT_APPLICABLE
        return {
            "unit": self.result.unit,
            "indicator": self.indicator.id,
            "outcome": self.result.outcome,
            "reason": self.result.reason,
            "decided_by": _labels(self.made.decided[0]) if self.made and self.made.decided else {},
            "conditions": [{"outcome": one.outcome, "met": one.met, "text": one.condition} for one in self.conditions],
            "needed": _labels(self.made.changes[0]) if self.made and aims else None,
            "text": " ".join(self.sentences),
        }

    def as_text(self) -> str:
        heading = paragraph(f"{self.indicator.description.name} ({self.indicator.id}): {self.result.outcome}")
        return "\n".join(("", heading, *(paragraph(sentence, 2) for sentence in self.sentences), ""))


def _labels(tests: Tests) -> dict[str, str]:
    """Each cell with the first of its labels, or the least of its numbers."""
    return {test.cell: str(test.ranges[0][0]) if isinstance(test, Between) else test.labels[0] for test in tests}


# --- all units --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Summary:
    """How many units of the denominator got Nej, and the answers that most of them have in common as a reason for it."""

    indicator: Indicator
    no: int
    denominator: int
    tests: Tests
    units: int
    text: str

    @staticmethod
    def of(indicator: Indicator, catalogue: Catalogue, found: Sequence[Outcome], rows: dict[str, dict[str, str]]) -> _Summary:
        own = [one for one in found if one.indicator == indicator.id and one.outcome != NONRESPONSE]
        made = decisions(indicator, catalogue)
        reasons = Counter(tests for one in own if one.outcome == NO for tests in explain(made, rows[one.unit]).told)
        tests, units = min(reasons.items(), key=_most_first, default=((), 0))
        text = tests_text(tests, Words(catalogue, indicator)) if tests else ""
        no, inside = sum(one.outcome == NO for one in own), sum(bool(one.in_denominator) for one in own)
        return _Summary(indicator, no, inside, tests, units, text)

    def as_json(self) -> dict[str, object]:
        """`share` is in whole per cent, null where nobody is in the denominator; `units` have the answers of `decided_by`."""
        return {
            "indicator": self.indicator.id,
            "no": self.no,
            "denominator": self.denominator,
            "share": percent(self.no, self.denominator) if self.denominator else None,
            "decided_by": _labels(self.tests),
            "units": self.units,
            "text": self._sentence(),
        }

    def as_text(self) -> str:
        return f"{paragraph(f'{self.indicator.description.name} ({self.indicator.id})')}\n{paragraph(self._sentence(), 2)}"

    def _sentence(self) -> str:
        if not self.no:
            return f"Ingen av {self.denominator} enheter i nämnaren får {NO}."
        share = f" ({percent(self.no, self.denominator)} procent)" if self.denominator else ""
        common = f"Vanligaste skälet, för {self.units} av dem: de har {self.text}."
        return f"{self.no} av {self.denominator} enheter i nämnaren får {NO}{share}. {common}"


def _most_first(reason: tuple[Tests, int]) -> tuple[int, int, tuple[str, ...]]:
    tests, units = reason
    return -units, len(tests), tuple(test.cell for test in tests)
