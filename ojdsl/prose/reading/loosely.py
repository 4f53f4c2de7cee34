"""From the trees of sentences that a person wrote to those of `sentence.lark`: names get their quotation marks, questions their
ids, parts their question. Nothing is guessed: what can be taken in two ways is not understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from lark import Token, Tree

from ojdsl.model.nodes import And, Catalogue, Condition, Or
from ojdsl.prose.reading.build import said, simple, test
from ojdsl.prose.reading.misread import Kind, Stop
from ojdsl.prose.reading.names import Names, choice, place, unquoted
from ojdsl.prose.reading.numbers import check_total
from ojdsl.prose.reading.sentences import TARGET

_WANTED = {"alone_wanted": "alone", "all_wanted": "all_said", "one_wanted": "one_said"}
_BETWEEN = re.compile(r"\s*(?:,\s*)?(?:(?<=,)|och\b|eller\b)\s*")
_QUOTED = re.compile(r"[”“\"]([^”“\"]*)[”“\"]")


def pattern(names: Iterable[str]) -> str:
    """A pattern of the names that may stand without quotation marks: those that begin with a letter or digit; longest first."""
    plain = sorted({name for name in names if name[:1].isalnum()}, key=lambda name: (-len(name), name))
    return f"(?i:{'|'.join(map(_spaced, plain))})(?!\\w)" if plain else r"[^\s\S]"


def names_of(survey: Catalogue) -> tuple[str, ...]:
    """Every answer and part of a survey, by label and by whole wording."""
    found = [(one.label, one.text) for question in survey.questions for one in question.alternatives]
    found += [(row.label, row.text) for question in survey.questions for row in question.rows]
    return tuple(dict.fromkeys(name for names in found for name in names))


def clause(tree: Any, names: Names) -> tuple[str, Condition | None]:
    """An outcome and the condition for it; the tree is one that `settled` has been through."""
    named = [child for child in tree.children if child.data in ("outcome", "goal")]
    result = outcome(named[0].children[0] if named[0].data == "goal" else named[0]) if named else TARGET
    return result, None if tree.data == "otherwise" else _condition(tree.children[-1], names)


def outcome(node: Any) -> str:
    """An outcome; without quotation marks the case does not count."""
    (token,) = node.children
    return unquoted(token) if token.type == "QUOTED" else " ".join(token.split()).capitalize()


def left_out(tree: Any, names: Names) -> Condition:
    """The answer that is said to leave the denominator."""
    labels, token = tree.children[0].children
    answers = Tree("one_of", [labels], tree.meta)
    return test(answers, choice(names.own(token), token, answers), names)


def _condition(node: Any, names: Names) -> Condition:
    if node.data in _WANTED:
        return simple(Tree(_WANTED[node.data], node.children, node.meta), names)
    if node.data in ("any_group", "every_group"):
        groups = tuple(simple(child, names) for child in node.children)
        return Or(groups) if node.data == "any_group" else And(groups)
    return said(node, names)


# --- names --------------------------------------------------------------------------------------------------------------


def settled(tree: Any, survey: Catalogue, text: str) -> Any:
    """The tree with every name as the strict grammar has it."""
    for node in list(tree.iter_subtrees()):
        node.children = [_question_id(one, survey) if _is(one, "QID") else one for one in node.children]
    for node in list(tree.iter_subtrees()):
        if node.data == "some_by_name":
            _name_question(node, survey, text)
    for node in list(tree.iter_subtrees()):
        if node.data == "claim":
            answers, where = node.children
            _quote(answers, _last_id(where), survey, text)
        elif node.data == "answer":
            _quote(node.children[0], node.children[1], survey, text)
    return tree


def _question_id(token: Token, survey: Catalogue) -> Token:
    """`G10 1` is G10.1 if that is a question; a number without its letter is the only question that has it."""
    bare = re.sub(r"[\s()]", "", token)
    dotted = re.sub(r"[\s()]", "", re.sub(r"(?<=\d)\s+(?=\d)", ".", token))
    numbers = [one for one in survey.question_of if one.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ") == dotted]
    for found in ([bare], [dotted], numbers):
        if len(found) == 1 and found[0] in survey.question_of:
            return Token.new_borrow_pos("QID", found[0], token)
    raise Stop(place(token), "question", tuple(numbers or survey.question_of))


def _name_question(node: Any, survey: Catalogue, text: str) -> None:
    """Parts by their names: of the question that is said, or of the only one that has them all."""
    amount, number, *rest = node.children
    tokens = [token for child in rest for token in _tokens(child)]
    named = [token for token in tokens if token.type != "QID"]
    check_total(number, len(named))
    asked = [str(token) for token in tokens if token.type == "QID"] or list(survey.question_of)
    rows = {one: tuple(row.label for row in survey.question(one).rows) for one in asked}
    has_all = [one for one in asked if all(_found(token, rows[one]) for token in named)]
    if len(has_all) != 1:
        raise Stop(place(named[0]), "part")
    (question,) = has_all
    _check_division(named, rows[question], text)
    *quoted, last = [_named(token, rows[question], "part") for token in named]
    node.data = "some_named_parts"
    node.children = [amount, Tree("names", [*quoted], node.meta), last, Token.new_borrow_pos("QID", question, named[-1])]


def _quote(answers: Any, question: Token, survey: Catalogue, text: str) -> None:
    """Answers without quotation marks as the question has them."""
    labels = tuple(dict.fromkeys(name for one in survey.question(question).alternatives for name in (one.label, one.text)))
    _check_division([token for token in _tokens(answers) if token.type in ("NAME", "QUOTED")], labels, text)
    for node in answers.iter_subtrees():
        node.children = [_named(one, labels, "answer") if _is(one, "NAME") else one for one in node.children]


def _check_division(tokens: Sequence[Token], names: Sequence[str], text: str) -> None:
    """A list with names without quotation marks that can be divided into names otherwise is not understood."""
    if any(token.type == "NAME" for token in tokens):
        listed = text[place(tokens[0]) : tokens[-1].end_pos]
        if len(list(islice(_divisions(listed, names), 2))) > 1:
            raise Stop(place(tokens[0]), "grouping")


def _named(token: Token, names: Sequence[str], kind: Kind) -> Token:
    found = _found(token, names)
    if len(found) != 1:
        raise Stop(place(token), kind, tuple(names))
    return Token.new_borrow_pos("QUOTED", f"”{found[0]}”", token)


def _found(token: Token, names: Sequence[str]) -> list[str]:
    """The names that a token can be: those spelled like it, or else those that differ in case alone if it is without marks."""
    if token.type == "QUOTED":
        return [name for name in names if name == unquoted(token)]
    said = " ".join(token.split())
    return [name for name in names if name == said] or [name for name in names if name.casefold() == said.casefold()]


def _divisions(text: str, names: Sequence[str]) -> Iterator[int]:
    """Each way to take a text as names with a comma, "och" or "eller" between them."""
    ends = [found.end() for name in names if (found := re.match(f"{_spaced(name)}(?!\\w)", text, re.IGNORECASE))]
    if quoted := _QUOTED.match(text):
        ends.append(quoted.end())
    for end in set(ends):
        if not text[end:].strip():
            yield end
        elif between := _BETWEEN.match(text, end):
            yield from _divisions(text[between.end() :], names)


def _spaced(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))


def _is(one: Any, type_: str) -> bool:
    return isinstance(one, Token) and one.type == type_


def _last_id(where: Any) -> Token:
    return next(token for token in reversed(list(_tokens(where))) if token.type == "QID")


def _tokens(node: Any) -> Iterator[Token]:
    if isinstance(node, Token):
        yield node
        return
    for child in node.children:
        yield from _tokens(child)
