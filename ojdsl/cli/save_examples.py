"""Counterexamples written into the specs that they speak of, as examples that a person has yet to settle."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping

from ojdsl import pipeline
from ojdsl.backends.to_spec import example_lines
from ojdsl.cli.files import Specs
from ojdsl.cli.specs import count_errors
from ojdsl.cli.words import say
from ojdsl.cli.write_examples import Lines, add_examples
from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.diagnostics.message import Language
from ojdsl.logic.given import outcome_within, outcomes_of, product_of
from ojdsl.logic.space import Space
from ojdsl.model.nodes import Catalogue, Example, Indicator
from ojdsl.source import Span

_IS_EXAMPLE = "OJ428"
"""The one fault whose form is an example already."""


def save_examples(checked: pipeline.Checked, specs: Specs, language: Language) -> None:
    """Adds the form of every fault of a rule to its spec, with what the rule gives today; those that are there are not doubled.

    What was written is told. A file is written only if nothing is wrong after that which was not before.
    """
    extra: dict[str, list[Lines]] = {}
    for fault in checked.faults:
        for file, lines in _examples(fault, checked.catalogues.values()):
            if lines not in extra.setdefault(file, []):
                extra[file].append(lines)
    if not extra:
        print(say("no_counterexample", language), file=sys.stderr)
        return
    add_examples(extra, specs, lambda files: _adds_no_fault(files, specs, checked), language)


def _examples(fault: Diagnostic, catalogues: Iterable[Catalogue]) -> Iterator[tuple[str, Lines]]:
    """The file and the lines of the examples that a fault's forms are, one or two; not those that its spec has."""
    if fault.counterexample is None or fault.code == _IS_EXAMPLE or not isinstance(fault.place, Span):
        return
    for form in (fault.counterexample, fault.counterexample.other):
        found = None if form is None else _example(fault.place.source.name, form.columns, catalogues)
        if found is not None:
            yield fault.place.source.name, found


def _example(file: str, answers: Mapping[str, str], catalogues: Iterable[Catalogue]) -> Lines | None:
    """The answers as an example of the indicator in a file; None where it is no rule's, or has the example."""
    for catalogue in catalogues:
        for indicator in catalogue.indicators:
            if indicator.span.source.name == file and any(column in indicator.cells for column in answers):
                if any(dict(one.answers) == dict(answers) for one in indicator.examples):
                    return None
                made = Example(answers, _given(indicator, answers, catalogue), indicator.span, review=True)
                return example_lines(made, indicator, catalogue)
    return None


def _given(indicator: Indicator, answers: Mapping[str, str], catalogue: Catalogue) -> str:
    space = Space(catalogue.cells())
    return outcome_within(space, outcomes_of(space, indicator.clauses), product_of(space, answers))


def _adds_no_fault(files: Mapping[str, bytes], specs: Specs, before: pipeline.Checked) -> bool:
    checked = pipeline.check(pipeline.read(files, specs.shown, specs.texts), before.catalogues)
    return not count_errors(checked) - count_errors(before)
