"""A package of texts changes texts and nothing else, whatever its words."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ojdsl.backends.to_json import catalogue_json
from ojdsl.backends.to_python import evaluator
from ojdsl.data.answers import Answers, read_answers
from ojdsl.data.engine import load_engine
from ojdsl.data.outcomes import Outcome, outcomes
from ojdsl.data.sample import sample
from ojdsl.model.nodes import Catalogue
from ojdsl.model.project import area_specs, read_project, round_register
from ojdsl.model.resolve import AreaSpecs, resolve
from ojdsl.model.slots import mapped, slots
from ojdsl.model.texts import Texts, read_package, resolve_with
from tests.diagnostics.cases import AREA, base_files
from tests.real import files

Path = tuple[str, ...]


def specs_of(content: dict[str, bytes]) -> AreaSpecs:
    project = read_project(content)
    register, _ = round_register(project, "specs/2017")
    found = area_specs(project, AREA, register)
    assert found is not None
    return found


SPECS = {"base": specs_of(base_files()), "real": specs_of(files())}
PATHS = {name: [slot.path for slot in slots(specs)] for name, specs in SPECS.items()}
WORDS = st.text(st.sampled_from("aåÅöZ 1.,:;-–’'\"\\<>&*_#|%”(=+?"), max_size=12)


def package(texts: dict[Path, str]) -> Texts:
    """The texts as a file; JSON is YAML."""
    content: dict[str, Any] = {"texter": "2017/missbruk"}
    for path, text in texts.items():
        at = content
        for key in path[:-1]:
            at = at.setdefault(key, {})
        at[path[-1]] = text
    return read_package({"missbruk.yaml": json.dumps(content, ensure_ascii=False).encode()})


@st.composite
def changed(draw: st.DrawFn) -> tuple[AreaSpecs, dict[Path, str]]:
    """Specs, and new texts for some of their slots: no two alike."""
    name = draw(st.sampled_from(["base", "base", "base", "real"]))
    chosen = draw(st.lists(st.sampled_from(PATHS[name]), unique=True, max_size=40))
    return SPECS[name], {path: f"{draw(WORDS)}§{number}" for number, path in enumerate(chosen)}


def resolved(specs: AreaSpecs, texts: dict[Path, str]) -> Catalogue:
    catalogue, faults = resolve_with(package(texts), specs)
    assert not [fault.code for fault in faults if fault.code != "OJ514"]
    assert catalogue is not None
    return catalogue


def meaning(catalogue: Catalogue) -> dict[str, Any]:
    """The catalogue without the texts that a person wrote."""
    made = json.loads(catalogue_json(catalogue))
    of_question = ("id", "multiple", "section", "parent", "period", "asked_if", "blank_is_unmarked")
    of_indicator = ("id", "family", "kind", "cells", "outcomes", "unpublished", "rule", "denominator", "colours", "coverage")
    return {
        "cells": made["cells"],
        "questions": [{key: one[key] for key in of_question} for one in made["questions"]],
        "indicators": [{key: one[key] for key in of_indicator} for one in made["indicators"]],
    }


def results(catalogue: Catalogue) -> tuple[str, tuple[Outcome, ...]]:
    made_up = sample(catalogue, 3)
    answers, _ = read_answers("svar.csv", made_up.encode(), catalogue, ())
    assert isinstance(answers, Answers)
    return made_up, tuple(outcomes(catalogue, answers, load_engine(evaluator(catalogue))))


def as_labels(catalogue: Catalogue) -> Catalogue:
    """The catalogue whose answers are printed as their labels: sentences quote an answer as the question prints it."""
    questions = tuple(
        replace(one, alternatives=tuple(replace(item, text=item.label) for item in one.alternatives))
        for one in catalogue.questions
    )
    return replace(catalogue, questions=questions)


@given(changed())
@settings(max_examples=40, deadline=None)
def test_cells_rules_and_denominators_are_the_same(made: tuple[AreaSpecs, dict[Path, str]]) -> None:
    specs, texts = made
    without, _ = resolve(specs)
    assert without is not None
    with_texts = resolved(specs, texts)
    assert meaning(as_labels(with_texts)) == meaning(as_labels(without))
    assert [one.claim for one in with_texts.indicators] == [one.claim for one in without.indicators]
    assert [one.examples for one in with_texts.indicators] == [one.examples for one in without.indicators]
    assert with_texts.fingerprint != without.fingerprint


@given(changed())
@settings(max_examples=10, deadline=None)
def test_the_same_answers_give_the_same_results(made: tuple[AreaSpecs, dict[Path, str]]) -> None:
    specs, texts = made
    without, _ = resolve(specs)
    assert without is not None
    assert results(resolved(specs, texts)) == results(without)


@given(st.dictionaries(st.sampled_from(PATHS["real"]), WORDS, max_size=40))
@settings(max_examples=25, deadline=None)
def test_sentences_are_the_same_but_for_the_answers_they_quote(extra: dict[Path, str]) -> None:
    """An answer's new text that begins as it is quoted leaves every sentence as it was, to the letter."""
    specs = SPECS["real"]
    without, _ = resolve(specs)
    assert without is not None
    quoted: dict[Path, str] = {
        ("frågor", question.id, "svar", one.label): one.label if one.text.startswith(one.label) else one.text
        for question in without.questions
        for one in question.alternatives
    }
    texts = {path: f"{quoted.get(path, '')}{words}§{number}" for number, (path, words) in enumerate(extra.items())}
    kept = {path: text for path, text in texts.items() if path not in quoted or quoted[path] == path[-1]}
    assert meaning(resolved(specs, kept)) == meaning(without)


def test_nothing_changes_when_every_text_stays() -> None:
    for specs in SPECS.values():
        assert mapped(specs, lambda slot: slot.text) == specs
