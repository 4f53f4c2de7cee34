"""From the parse trees of whole sentences to what they say."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile
from typing import Any

from lark import Token

from ojdsl.model.nodes import And, Condition, Question
from ojdsl.prose.reading.build import Entry, content_of, said, test
from ojdsl.prose.reading.lists import marker
from ojdsl.prose.reading.misread import Stop
from ojdsl.prose.reading.names import Names, choice, place, unquoted

TARGET = "Ja"
"""The outcome of those who reach the target, where a sentence says only that."""


def clause(tree: Any, names: Names) -> tuple[str, Condition | None]:
    """An outcome and the condition for it."""
    named = [child for child in tree.children if child.data in ("outcome", "goal")]
    outcome = _outcome(named[0].children[0] if named[0].data == "goal" else named[0]) if named else TARGET
    return outcome, None if tree.data == "otherwise" else said(tree.children[-1], names)


def denominator(tree: Any, names: Names) -> tuple[tuple[str, ...], Condition | None]:
    """The outcomes that are counted, and who is left out."""
    if tree.data == "nobody":
        return (), And(())
    counted, *rest = tree.children
    outcomes = tuple(_outcome(node) for node in counted.iter_subtrees_topdown() if node.data == "outcome")
    if not rest:
        return outcomes, None
    return outcomes, said(rest[0].children[0] if rest[0].children[0].data == "said" else rest[0], names)


def assumption(tree: Any, names: Names) -> tuple[Condition, Condition]:
    """Who it is about, and what is assumed of them."""
    when, then = (said(node, names) for node in tree.children)
    return when, then


def asked(tree: Any, names: Names, question: Question) -> Mapping[str | None, Condition | None]:
    """When each row is asked."""
    rows = tuple(dict.fromkeys(cell.row for cell in question.cells))
    match tree.data:
        case "asked_all":
            condition = said(tree.children[0], names)
            return dict.fromkeys(rows, condition)
        case "asked_same_row":
            return _same_row(tree, names, rows)
    return _row_by_row(tree, names, question)


def _same_row(tree: Any, names: Names, rows: tuple[str | None, ...]) -> dict[str | None, Condition | None]:
    answers = next(child for child in tree.children if not isinstance(child, Token))
    token = next(child for child in tree.children if child is not answers)
    cells = names.question(token).cells
    found: dict[str | None, Condition | None] = {}
    for row in rows:
        found[row] = test(answers, choice([cell for cell in cells if cell.row == row], token, answers), names)
    return found


def _row_by_row(tree: Any, names: Names, question: Question) -> dict[str | None, Condition | None]:
    rows = tuple(dict.fromkeys(cell.row for cell in question.cells))
    found: dict[str | None, Condition | None] = {}
    left = list(tree.children)
    while left:
        node, left = left[0], left[1:]
        expected = f"{marker('', len(found))})"
        if node.data not in ("row", "row_head") or node.children[0] != expected:
            raise Stop(place(node.children[0]), "marker", (expected,))
        token, name, *content = node.children
        row = names.part(name, question)[0].row
        if row in found:
            raise Stop(place(name), "part", tuple(one for one in rows if one and one not in found))
        parts = takewhile(lambda one: one.data in ("branch", "leaf"), left)
        under: list[Entry] = [(one.children[0], one.children[1]) for one in parts]
        condition, rest = content_of(content[0], under, token[:-1], names) if content else (None, under)
        if rest:
            raise Stop(place(rest[0][0]), "marker")
        found[row], left = condition, left[len(under) :]
    if missing := tuple(row for row in rows if row is not None and row not in found):
        raise Stop(tree.meta.end_pos, "part", missing)
    return found


def _outcome(node: Any) -> str:
    token = node.children[0]
    return unquoted(token) if token.type == "QUOTED" else " ".join(token.split())
