"""Whatever is written in a spec, it stays text in the generated Python."""

from __future__ import annotations

import ast
from dataclasses import replace
from unicodedata import normalize

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ojdsl.backends.to_python import evaluator
from ojdsl.model.nodes import Alternative, AnswerKind, Catalogue, Cell, Clause, In, Indicator, Or, Question, Register
from ojdsl.testing.random_areas import ROUND, area_of, indicator
from ojdsl.testing.random_questions import NOWHERE

HOSTILE = (
    '"""', "'''", '\\"""', "\\", "\\\\", '"', "'", "\n", "\r\n", "\\N{BULLET}", "\\x41\\u0041", "{}", "{0}", "{calls}", "%s",
    '"""\nimport os\nos.abort()\n"""', "'); import os; ('", "# --- below", "\x0c", "\x1b[31m", "\u2028", "\x85", "åäö", " ",
    "''' + exit() + '''", "f'{exit()}'", "]})", "$", "\u202e",
)  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))))
hostile = texts.map("".join)


def catalogue(title: str, name: str, labels: tuple[str, str], wording: str, unit: str) -> Catalogue:
    """An area whose every text is given from outside."""
    first, second = labels
    alternatives = (
        Alternative(first, "kod_1", wording, AnswerKind.YES),
        Alternative(second, "kod_2", first + second, AnswerKind.NO),
    )
    cells = (Cell("G1", "G1", None, None, "choice", labels, None),)
    question = Question(
        "G1", wording, alternatives, (), False, False, "G", None, None, name, (), "verbatim", title, None, None, cells, NOWHERE
    )
    made = indicator(1, (("Ja", Or((In("G1", (first,)), In("G1", (second,), (first,))))), ("Nej", None)), (question,))
    described = replace(made.description, name=name, short_name=title, measure=wording)
    made = replace(made, description=described, clarification=title, outcomes=("Ja", "Nej"))
    register = Register((replace(ROUND.register.units[0], code=unit),), ROUND.register.groups, {})
    area = area_of((question,), (made, as_background(made, labels)))
    return replace(area, area=replace(area.area, name=title), round=replace(area.round, name=name, register=register))


def as_background(made: Indicator, labels: tuple[str, str]) -> Indicator:
    """The measure whose outcomes are the labels themselves."""
    clauses = tuple(Clause(label, In("G1", (label,)), NOWHERE) for label in labels)
    return replace(made, id="matt", kind="background", clauses=clauses, outcomes=labels, denominator=None)


def skeleton(source: str) -> str:
    """The code with every string emptied."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
    return ast.dump(tree)


def constant(source: str, name: str) -> object:
    """The value of a table at the top of the module."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == name:
            return ast.literal_eval(node.value)
    raise AssertionError(name)


def docstrings(source: str) -> dict[str, str]:
    """The docstring of the module (by the name '') and of every function."""
    tree = ast.parse(source)
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    found = {node.name: ast.get_docstring(node, clean=False) or "" for node in functions}
    return {"": ast.get_docstring(tree, clean=False) or "", **found}


def cleaned(text: str) -> str:
    """A spelling as an answer is looked up."""
    return normalize("NFC", text.replace("\xa0", " ")).strip()


def in_one_line(text: str) -> str:
    return text.replace("\r", " ").replace("\n", " ")


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(hostile, hostile, st.lists(hostile.filter(bool), min_size=2, max_size=2, unique=True), hostile, hostile)
@example('"""', "\\", ["'", '"'], "\\'", "\n")
@example('x"', "\\N{BULLET}", ["\n", "'''"], '\\"""', "{calls}")
def test_hostile_texts_stay_texts(title: str, name: str, written: list[str], wording: str, unit: str) -> None:
    labels = (written[0], written[1])
    made = evaluator(catalogue(title, name, labels, wording, unit))
    spellings = [cleaned(one) for one in ("kod_1", "kod_2", wording, labels[0] + labels[1], *labels)]
    if len(set(spellings)) == len(spellings):  # otherwise a table has fewer entries
        assert skeleton(made) == skeleton(evaluator(catalogue("t", "n", ("a", "b"), "c", "d")))
    namespace: dict[str, object] = {"__name__": "prov"}
    exec(compile(made, "evaluator.py", "exec"), namespace)  # noqa: S102 (that it is safe is what the test says)
    assert constant(made, "UNITS") == (unit,) == namespace["UNITS"]
    assert namespace["INDICATORS"] == ("ind_1", "matt")
    written_out = docstrings(made)
    assert written_out[""].startswith(in_one_line(f"Utfall för {title}, {name}."))
    assert written_out["utfall_ind_1"].startswith(in_one_line(name))


@settings(deadline=None)
@given(hostile.filter(cleaned))
def test_a_label_is_found_by_its_label_its_text_and_its_code(label: str) -> None:
    other = label + "x"
    table = constant(evaluator(catalogue("t", "n", (label, other), label + "y", "0114")), "SVAR_G1")
    assert isinstance(table, dict)
    assert table["kod_1"] == table[cleaned(label + "y")] == table[cleaned(label)] == label
    assert table[cleaned(other)] == other
