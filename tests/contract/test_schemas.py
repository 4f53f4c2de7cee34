"""The schemas under `docs/schema` say what the readers say: same keys, same verdict on every file and on every slip of a key."""

from __future__ import annotations

import json
import re
from typing import Any

import jsonschema
import pytest

from ojdsl.diagnostics.messages import MESSAGES
from ojdsl.diagnostics.render import as_json, as_text
from ojdsl.model.nodes import OUTCOMES
from ojdsl.model.resolve_indicators import TYPES
from ojdsl.model.resolve_round import COLOURS
from ojdsl.model.slots import slots
from ojdsl.source import Source
from ojdsl.syntax import read_common, read_indicator, read_questions, read_round, read_shared, read_texts
from ojdsl.syntax.fields import ACCEPT, Keys
from ojdsl.syntax.read_spec import read_spec
from ojdsl.syntax.yaml_tree import Mapping, Node, Scalar, read_yaml
from tests.diagnostics.cases import base_files, cases, faults
from tests.property.test_texts import SPECS
from tests.real import ROOT, files

READERS = (read_common, read_indicator, read_questions, read_round, read_shared, read_texts)
KEYS = {name: value for module in READERS for name, value in vars(module).items() if isinstance(value, Keys)}
DEFINED = {
    "ROUND": "omgång",
    "AREA": "område",
    "ASSUMPTION": "antagande",
    "INDICATOR": "indikator",
    "BACKGROUND": "bakgrundsmått",
    "DENOMINATOR": "nämnare",
    "EXAMPLE": "exempel",
    "DEVIATION": "avvikelse",
    "QUESTION": "fråga",
    "FOLLOW_UP": "följdfråga",
    "ITEM": "utskrivet alternativ",
    "NUMBER": "tal",
    "TERMS": "begreppen",
    "TERM": "begrepp",
    "DIMENSIONS": "dimensionerna",
    "DIMENSION": "dimension",
    "LAWS": "lagarna",
    "LAW": "lag",
    "LITERATURE": "litteratur",
    "OPERATIONS": "verksamheter",
}


def schema(name: str) -> Any:
    return json.loads((ROOT / f"docs/schema/{name}.schema.json").read_text(encoding="utf-8"))


SPEC, TEXTS = schema("spec"), schema("texts")
VALIDATOR = jsonschema.Draft7Validator(SPEC)
WRITTEN = {
    name: content.decode("utf-8")
    for name, content in {**files(), **{f"base/{name}": content for name, content in base_files().items()}}.items()
    if name.endswith(".yaml")
}


def plain(node: Node, typed: bool) -> Any:
    """The tree as JSON: scalars as text, or `typed` as an editor's YAML 1.2 reads them."""
    match node:
        case Scalar(value, _, _, style):
            return _typed(value) if typed and not style else value
        case Mapping(items):
            return {key.value: plain(value, typed) for key, value in items}
        case _:
            return [plain(item, typed) for item in node.items]


def _typed(value: str) -> Any:
    if value in ("", "~", "null"):
        return None
    if value in ("true", "false"):
        return value == "true"
    return float(value) if re.fullmatch(r"[-+]?\d+(\.\d*)?", value) else value


def accepted(text: str, typed: bool = False) -> bool:
    tree, _ = read_yaml(Source("a.yaml", text))
    return tree is not None and VALIDATOR.is_valid(plain(tree, typed))


def read(text: str) -> bool:
    spec, found, _ = read_spec(Source("a.yaml", text))
    return spec is not None and not found


# --- keys -------------------------------------------------------------------------------------------------------------


def test_every_table_of_keys_has_its_place_in_a_schema() -> None:
    assert KEYS.keys() - {"TEXTS"} == DEFINED.keys()


@pytest.mark.parametrize(("table", "name"), DEFINED.items())
def test_a_schema_has_exactly_the_keys_of_the_reader(table: str, name: str) -> None:
    keys, defined = KEYS[table], SPEC["definitions"][name]
    assert set(defined["properties"]) == {*keys.required, *keys.optional, ACCEPT}
    assert set(defined["required"]) == set(keys.required)
    assert defined["additionalProperties"] is False


def test_the_first_keys_are_offered() -> None:
    _, (fault,), _ = read_spec(Source("a.yaml", "x: y\n"))
    assert set(SPEC["properties"]) == set(fault.facts["known"])  # type: ignore[arg-type]  # a tuple of names


def test_closed_sets_of_words() -> None:
    of_question, of_item = SPEC["definitions"]["fråga"]["properties"], SPEC["definitions"]["utskrivet alternativ"]["properties"]
    assert tuple(of_item["art"]["enum"]) == read_questions.ANSWER_KINDS
    assert tuple(of_question["ordalydelse"]["enum"]) == read_questions.WORDINGS
    assert tuple(SPEC["definitions"]["indikator"]["properties"]["typ"]["enum"]) == TYPES
    assert tuple(SPEC["definitions"]["färg"]["enum"]) == COLOURS
    assert tuple(SPEC["definitions"]["utfall"]["enum"]) == OUTCOMES


@pytest.mark.parametrize("whole", [SPEC, TEXTS], ids=["spec", "texts"])
def test_every_key_has_a_hover_text(whole: Any) -> None:
    def undescribed(node: Any) -> list[str]:
        if not isinstance(node, dict):
            return [name for item in node for name in undescribed(item)] if isinstance(node, list) else []
        named = node.get("properties", {}) if "oneOf" not in node.get("properties", {}) else {}
        mine = [name for name, value in named.items() if "description" not in value and "minProperties" not in value]
        return mine + [name for value in node.values() for name in undescribed(value)]

    assert undescribed(whole) == []


# --- files ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", [False, True])
def test_all_real_specs_are_accepted(typed: bool) -> None:
    assert len(WRITTEN) > 60
    assert [name for name, text in WRITTEN.items() if not accepted(text, typed)] == []


def slips(text: str) -> list[str]:
    """The text with one key misspelled, with one line too many, or with one value gone."""
    made = []
    lines = text.splitlines(keepends=True)
    known = {key for keys in KEYS.values() for key in (*keys.required, *keys.optional)}
    for number, line in enumerate(lines):
        found = re.match(r"( *(?:- )?)([a-zåäö_]+):(.*)\n", line)
        if found and found[2] in known:
            indent = " " * len(found[1])
            made.append("".join([*lines[:number], f"{found[1]}{found[2]}x:{found[3]}\n", *lines[number + 1 :]]))
            made.append("".join([*lines[:number], f"{found[1]}okänd: x\n", indent + line[len(indent) :], *lines[number + 1 :]]))
            if found[3].strip() not in ("", "|"):
                made.append("".join([*lines[:number], f"{found[1]}{found[2]}:\n", *lines[number + 1 :]]))
    return made


@pytest.mark.parametrize("name", [name for name in WRITTEN if name.startswith("base/")])
def test_reader_and_schema_agree_on_every_slip_of_a_key(name: str) -> None:
    tried = [text for text in slips(WRITTEN[name]) if read_yaml(Source("a.yaml", text))[0] is not None]
    assert [text for text in tried if read(text) != accepted(text)] == []
    assert sum(not read(text) for text in tried) > 0


def test_a_question_answered_with_a_number() -> None:
    start, more = "fråga: M8\nlyder: Hur många?\nsvar:\n", "följdfrågor:\n  a:\n    lyder: Hur få?\n    svar:\n      tal: 0-9\n"
    good = ("  tal: 0–365 dagar\n", "  tal: 0-9\n", "  tal: 0 – 9 hela år\n", f"  tal: 0–9\n{more}    vid: minst 3\n")
    wrong = (
        "dagar",
        "1",
        "-5–5",
        "0,5–9",
        "0–1234567890",
        "\n    - 1",
        "0–9\n  enhet: dagar",
        f"0–9\n{more.replace('0-9', '9')}",
    )
    bad = (*(f"  tal: {text}\n" for text in wrong), "  antal: 1–3\n")
    assert [text for text in good if not (read(start + text) and accepted(start + text))] == []
    assert [text for text in bad if read(start + text) or accepted(start + text)] == []


def test_what_is_accepted_has_a_code_and_a_reason() -> None:
    good = "godta:\n  OJ502: skäl\nlitteratur:\n  a: b\n"
    bad = (good.replace("OJ502", "OJ50"), good.replace(" skäl", ""), good.replace("OJ502: skäl", "- OJ502"))
    assert accepted(good)
    assert not any(map(accepted, bad))


# --- texts and diagnostics --------------------------------------------------------------------------------------------


def test_the_schema_of_texts_has_every_slot_of_the_specs() -> None:
    assert set(TEXTS["properties"]) == {*read_texts.TEXTS.required, *read_texts.TEXTS.optional, ACCEPT}
    validator = jsonschema.Draft7Validator(TEXTS)
    seen = set()
    for specs in SPECS.values():
        for slot in slots(specs):
            content: Any = "text"
            for key in reversed(slot.path):
                content = {key: content}
            assert validator.is_valid({"texter": "2017", **content}), slot.path
            seen.add(slot.path[:1] + slot.path[2:3])
    named = {"frågor": "lyder anvisning svar rader", "indikatorer": "namn kortnamn mått syfte målvärde förtydligande per_rad"}
    for kind, keys in named.items():
        assert set(TEXTS["properties"][kind]["additionalProperties"]["properties"]) == set(keys.split())
        assert {(kind, key) for key in keys.split()} - seen <= {("indikatorer", "förtydligande")}  # no spec has one now
    assert not validator.is_valid({"texter": "2017", "frågor": {"G2": {"lyda": "text"}}})


def test_what_check_prints_is_as_its_schema_says() -> None:
    validator = jsonschema.Draft202012Validator(schema("diagnostics"))
    seen = set()
    for case in cases():
        found = faults(case.files())
        for printed in (json.loads(as_json(found)), json.loads(as_json(found, "en"))):
            validator.validate(printed)
            seen |= {fault["code"] for fault in printed}
    assert {code for code in MESSAGES if code < "OJ600"} <= seen
    assert not validator.is_valid([{"code": "OJ101"}])


def test_the_settings_of_the_editor_page() -> None:
    """The snippets are JSON, the schemas are there, and the patterns find what check prints."""
    page = (ROOT / "docs/editor.md").read_text(encoding="utf-8")
    settings, tasks = (json.loads(body) for body in re.findall(r"```json vscode\n(.*?)```", page, re.DOTALL))
    assert all((ROOT / name).is_file() for name in settings["yaml.schemas"])
    first, second = tasks["tasks"][0]["problemMatcher"]["pattern"]
    for case in cases():
        for fault in faults(case.files()):
            for told in (as_text(fault).splitlines(), as_text(fault, "en").splitlines()):
                assert re.match(first["regexp"], told[0])
                assert re.match(second["regexp"], told[1])
