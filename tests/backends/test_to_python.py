"""What the generated functions look like: code that a colleague can read beside the rule."""

from __future__ import annotations

import ast

from ojdsl.backends.to_python import evaluator
from ojdsl.model.nodes import And, Condition, Count, In, Indicator
from ojdsl.testing.random_areas import area_of, indicator
from tests.prose.small import QUESTIONS
from tests.real import catalogue

YES = ("Ja",)


def function(source: str, name: str) -> str:
    """The body of a function, without its docstring."""
    tree = ast.parse(source)
    (found,) = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == name]
    lines = source.splitlines()[found.body[1].lineno - 1 : found.end_lineno]
    return "\n".join(line.removeprefix("    ") for line in lines)


def made(condition: Condition) -> str:
    member: Indicator = indicator(1, (("Ja", condition), ("Nej", None)), QUESTIONS)
    return function(evaluator(area_of(QUESTIONS, (member,))), "utfall_ind_1")


def test_a_follow_up() -> None:
    assert made(And((In("G1", YES), In("G1a", YES)))) == (
        "if svar['G1'] == 'Ja' and svar['G1a'] == 'Ja':\n"
        "    return 'Ja'\n"
        "if svar['G1'] in ('Nej', 'Ej aktuellt') or svar['G1a'] == 'Nej':\n"
        "    return 'Nej'\n"
        "return 'Bortfall'"
    )


def test_what_cannot_come_is_never_returned() -> None:
    assert "if False:\n    return 'Ja'" in made(And((In("G4", YES), In("G4", ("Nej",)))))
    assert made(Count(0, 1, (In("G4", YES),))).startswith("if True:\n    return 'Ja'")


def test_many_ways_are_broken_over_lines() -> None:
    body = made(Count(2, 3, tuple(In(f"G2_{row}", YES) for row in "xyz")))
    assert body.startswith("if (\n    (svar['G2_x'] == 'Ja' and svar['G2_y'] == 'Ja')\n    or (svar['G2_x']")


def test_no_line_of_code_is_long() -> None:
    for number, line in enumerate(evaluator(catalogue()).splitlines(), start=1):
        if line.lstrip().startswith(("if ", "or ", "and ", "return ", "svar[", "'")) and "': '" not in line:
            assert len(line) <= 130, f"{number}: {line}"


def test_questions_with_the_same_answers_share_a_table() -> None:
    tables = [line for line in evaluator(catalogue()).splitlines() if line.startswith("SVAR_")]
    assert len(tables) < len(catalogue().questions) / 2
    assert "    'G1': MARK," in evaluator(catalogue())
