"""katalog.json: keys and their order, the closed set of trees, and the schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from ojdsl.backends.to_json import catalogue_json
from tests.real import ROOT, catalogue

OPERATIONS = {
    "in": ["op", "cell", "labels"],
    "asked": ["op", "cell"],
    "between": ["op", "cell", "min", "max"],
    "and": ["op", "args"],
    "or": ["op", "args"],
    "count": ["op", "min", "max", "args"],
}


@cache
def written() -> dict[str, Any]:
    return dict(json.loads(catalogue_json(catalogue())))


@cache
def schema() -> dict[str, Any]:
    return dict(json.loads((ROOT / "docs" / "katalog.schema.json").read_text(encoding="utf-8")))


def trees() -> Iterator[dict[str, Any]]:
    """Every node of every condition."""
    waiting = [clause["when"] for indicator in written()["indicators"] for clause in indicator["rule"]]
    waiting += [cell["asked_if"] for cell in written()["cells"] if cell["asked_if"]]
    waiting += [question["asked_if"]["tree"] for question in written()["questions"] if question["asked_if"]]
    while waiting:
        tree = waiting.pop()
        yield tree
        waiting += tree.get("args", [])


def test_keys_in_order() -> None:
    found = written()
    assert list(found) == [
        "schema_version",
        "made_by",
        "round",
        "area",
        "questions",
        "cells",
        "indicators",
        "assumptions",
        "levels",
    ]
    assert list(found["questions"][0])[:8] == [
        "id", "text", "wording", "alternatives", "rows", "multiple", "asked_if", "section",
    ]  # fmt: skip
    assert list(found["cells"][0])[:6] == ["column", "question", "row", "alternative", "kind", "labels"]
    for indicator in found["indicators"]:
        assert list(indicator) == list(schema()["$defs"]["indicator"]["required"])
        assert [list(clause) for clause in indicator["rule"]] == [["outcome", "text", "when"]] * len(indicator["rule"])
        assert indicator["denominator"] is None or list(indicator["denominator"]) == ["outcomes", "text"]
    assert list(found["levels"][0]) == ["id", "groups"]


def test_the_counts_of_2017() -> None:
    assert {name: len(written()[name]) for name in ("questions", "cells", "indicators")} == {
        "questions": 37,
        "cells": 63,
        "indicators": 30,
    }


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


def test_the_catalogue_follows_the_schema() -> None:
    problem = best_match(Draft202012Validator(schema()).iter_errors(written()))
    assert problem is None, problem


def test_the_schema_refuses_what_the_contract_does() -> None:
    validator = Draft202012Validator(schema())
    for change in (
        {"schema_version": 2},
        {"more": 1},
        {"made_by": {"ojdsl": "1", "specs_sha256": "x"}},
        {"cells": [{**written()["cells"][0], "kind": "date"}]},
        {"cells": [{**written()["cells"][0], "asked_if": {"op": "not", "args": []}}]},
        {"cells": [{**written()["cells"][0], "asked_if": {"op": "or", "args": []}}]},
        {"indicators": [{key: value for key, value in written()["indicators"][0].items() if key != "rule"}]},
    ):
        assert not validator.is_valid({**written(), **change}), change


def test_every_object_of_the_schema_is_closed() -> None:
    waiting: list[Any] = [schema()]
    objects = 0
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            if node.get("type") == "object" and isinstance(node.get("properties"), dict):
                objects += 1
                assert node["additionalProperties"] is False, node
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node
    assert objects > 15


def test_trees_are_a_closed_set() -> None:
    columns = {cell["column"]: cell["labels"] for cell in written()["cells"]}
    seen = set()
    for tree in trees():
        seen.add(tree["op"])
        assert list(tree) == OPERATIONS[tree["op"]]
        if "cell" in tree:
            declared = columns[tree["cell"]]
            places = [declared.index(label) for label in tree.get("labels", [])]
            assert all(one < other for one, other in pairwise(places)), "labels in declared order"
        if tree["op"] == "count":
            assert 0 <= tree["min"] <= tree["max"] <= len(tree["args"])
    assert {"in", "and", "or", "count"} <= seen


def test_otherwise_is_written_out() -> None:
    by_id = {indicator.id: indicator for indicator in catalogue().indicators}
    expanded = 0
    for indicator in written()["indicators"]:
        for clause, meant in zip(indicator["rule"], by_id[indicator["id"]].clauses, strict=True):
            assert clause["when"]["op"] in OPERATIONS
            expanded += meant.condition is None
    assert expanded == 29
    assert "annars" not in {clause["when"]["op"] for indicator in written()["indicators"] for clause in indicator["rule"]}


def test_levels_and_their_groups() -> None:
    assert [level["id"] for level in written()["levels"]] == [
        "enhet", "riket", "lan", "storstad", "befolkningsklass", "kommungrupp",
    ]  # fmt: skip
    assert [len(level["groups"]) for level in written()["levels"]] == [0, 1, 21, 3, 5, 9]
    assert {"id": "0180", "name": "Stockholm"} in written()["levels"][3]["groups"]


def test_background_measures_have_no_denominator() -> None:
    without = [indicator["id"] for indicator in written()["indicators"] if indicator["denominator"] is None]
    assert without == ["tid_forsta_besok"]
    assert written()["indicators"][-1]["unpublished"] == ["Kan inte svara"]


def test_the_same_indicator_of_a_family_differs_in_its_row_only() -> None:
    members = [indicator for indicator in written()["indicators"] if indicator["family"] == "samordning"]
    assert len(members) == 5
    shapes = {json.dumps(member["rule"]).replace(member["id"].removeprefix("samordning_"), "RAD") for member in members}
    assert len(shapes) == 1
