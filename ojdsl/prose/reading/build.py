"""From the parse tree of a condition to the condition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal

from lark import Token

from ojdsl.model.nodes import And, Asked, Cell, Condition, Count, In, Or, Question, Test
from ojdsl.prose.reading.lists import marker
from ojdsl.prose.reading.misread import Stop
from ojdsl.prose.reading.names import Names, choice, place
from ojdsl.prose.reading.numbers import bounds, check_total
from ojdsl.prose.reading.ranges import numbers_of

Joins = Literal["och", "eller", ""]
Entry = tuple[Token, Any]
"""The marker of a part, and the tree of what it says."""


def said(node: Any, names: Names) -> Condition:
    """What follows "har": one sentence part, or a list."""
    (inside,) = node.children
    if inside.data == "simple" or inside.data in _SIMPLE:
        return simple(inside, names)
    head, *parts = inside.children
    entries: list[Entry] = [(part.children[0], part.children[1]) for part in parts]
    return headed(head, entries, "", names)[0]


def headed(head: Any, entries: Sequence[Entry], path: str, names: Names) -> tuple[Condition, Sequence[Entry]]:
    """The condition of a list and what is left after it: its parts are those whose markers carry on from its path."""
    args: list[Condition] = []
    while entries and entries[0][0] == f"{marker(path, len(args))})":
        (token, content), entries = entries[0], entries[1:]
        condition, entries = content_of(content, entries, token[:-1], names)
        args.append(condition)
    if entries and not path:
        raise Stop(place(entries[0][0]), "marker", (f"{marker('', len(args))})",))
    return _of_list(head, args, entries, path), entries


def content_of(content: Any, entries: Sequence[Entry], path: str, names: Names) -> tuple[Condition, Sequence[Entry]]:
    """What one part says, with the list under it."""
    return (simple(content, names), entries) if content.data in _SIMPLE else headed(content, entries, path, names)


def _of_list(head: Any, args: Sequence[Condition], rest: Sequence[Entry], path: str) -> Condition:
    if not args:
        raise Stop(place(rest[0][0]) if rest else head.meta.end_pos, "marker", (f"{marker(path, 0)})",))
    match head.data:
        case "some_of_list":
            amount, total = head.children
            check_total(total, len(args))
            return _some(amount, args)
        case "all_of_list":
            check_total(head.children[0], len(args))
            return And(tuple(args))
        case "both_of_list" if len(args) != 2:
            raise Stop(head.meta.start_pos, "number", (str(len(args)),))
        case "not_listed" if len(args) != 1:
            raise Stop(head.meta.start_pos, "number", (str(len(args)),))
        case "both_of_list":
            return And(tuple(args))
    return _none(args[0])


# --- parts of a sentence ------------------------------------------------------------------------------------------------

_SIMPLE = ("alone", "all_said", "one_said")
_JOINS: dict[str, Joins] = {"all_said": "och", "one_said": "eller", "alone": ""}


def simple(node: Any, names: Names) -> Condition:
    """Parts with "och" or "eller" between them, never both: which belongs together would be a guess."""
    join = _JOINS[node.data]
    conditions: list[Condition] = []
    answering = True
    for part in _parts(node):
        if part.data == "continued" and not answering:
            raise Stop(part.meta.start_pos, "words", ("svarat",))
        answering = part.data in ("answered", "continued")
        condition, inner = _part(part, names)
        if inner and join and inner != join:
            raise Stop(part.meta.start_pos, "grouping")
        conditions.append(condition)
    if len(conditions) == 1:
        return conditions[0]
    return And(tuple(conditions)) if join == "och" else Or(tuple(conditions))


def _parts(node: Any) -> Iterator[Any]:
    for child in node.children:
        if child.data == "firsts":
            yield from _parts(child)
        else:
            yield child


def _part(node: Any, names: Names) -> tuple[Condition, Joins]:
    match node.data:
        case "answered" | "continued":
            return _claim(node.children[0], names)
        case "not_answered":
            condition, inner = _claim(node.children[0], names)
            if inner:
                raise Stop(node.meta.start_pos, "grouping")
            return _none(condition), ""
        case "negated":
            return _none(_part(node.children[0], names)[0]), ""
        case "got":
            return Asked(_where(node.children[0], node.children[1:], names)[0].column), ""
        case "marked":
            return _marks(node.children[0], node.children[1:], "Ja", names), ""
        case "unmarked":
            chosen, ending, *where = node.children
            _check_ending(chosen, ending)
            return _marks(chosen, where, "Nej", names), ""
        case "anything":
            return And(()), ""
    return Or(()), ""


def _none(condition: Condition) -> Condition:
    return Count(0, 0, (condition,))


def _some(amount: Any, args: Sequence[Condition]) -> Condition:
    least, most = bounds(amount, len(args))
    return Or(tuple(args)) if (least, most) == (1, len(args)) else Count(least, most, tuple(args))


# --- answers to questions -----------------------------------------------------------------------------------------------


def _claim(node: Any, names: Names) -> tuple[Condition, Joins]:
    """Answers, and the question or the parts that they are given to."""
    answers, where = node.children
    children = where.children
    match where.data:
        case "question":
            return test(answers, choice(names.own(children[0]), children[0], answers), names), ""
        case "one_of_questions" | "all_questions":
            tokens = [*_tokens(children[0]), children[1]]
            tests = tuple(test(answers, choice(names.own(token), token, answers), names) for token in tokens)
            return (Or(tests), "eller") if where.data == "one_of_questions" else (And(tests), "och")
    question = names.question(children[-1])
    if where.data in ("every_part", "both_parts", "some_parts"):
        cells = names.parts(children[-1])
    else:
        named = [token for child in children[:-1] for token in _quoted(child)]
        cells = tuple(choice(names.part(token, question), token, answers) for token in named)
        if len(set(cells)) < len(cells):
            raise Stop(place(named[-1]), "part")
    tests = tuple(test(answers, choice((cell,), children[-1], answers), names) for cell in cells)
    if where.data == "some_parts":
        check_total(children[1], len(tests))
    if where.data == "both_parts" and len(tests) != 2:
        raise Stop(place(children[-1]), "number", (str(len(tests)),))
    if where.data in ("some_parts", "some_named_parts"):
        return _some(children[0], tests), ""
    return (tests[0] if len(tests) == 1 else And(tests)), ""


def test(answers: Any, cell: Cell, names: Names) -> Test:
    """The answers as a test of a cell."""
    if answers.data in ("one_of_numbers", "other_number_than"):
        return numbers_of(answers, cell)
    question = names.question_of(cell)
    tokens = list(_tokens(answers))
    given = names.answers(tokens, question)
    if len(set(given)) < len(given):
        raise Stop(place(tokens[-1]), "answer")
    among = tuple(label for label in cell.labels if label in given)
    if answers.data == "one_of":
        return In(cell.column, among)
    return In(cell.column, tuple(label for label in cell.labels if label not in given), among)


# --- marks --------------------------------------------------------------------------------------------------------------


def _marks(chosen: Any, where: Sequence[Any], label: str, names: Names) -> Condition:
    question: Question = names.question(where[-1])
    cells = _where(where[-1], where[:-1], names)
    tokens = [token for child in chosen.children for token in _quoted(child)]
    columns = [names.mark(token, question, cells).column for token in tokens]
    if len(set(columns)) < len(columns):
        raise Stop(place(tokens[-1]), "answer")
    tests = tuple(In(column, (label,)) for column in columns)
    if chosen.data == "some_marks":
        return _some(chosen.children[0], tests)
    return tests[0] if len(tests) == 1 else And(tests)


def _check_ending(chosen: Any, ending: Token) -> None:
    """One thing is "omarkerat", two are "omarkerade"; the number that is said decides."""
    if chosen.data == "some_marks":
        amount = chosen.children[0]
        words = amount.children[-1].children if amount.children else []
        one = not words or words[0] == "ett"
    else:
        one = chosen.data == "mark"
    if one != (ending.type == "ONE_UNMARKED"):
        raise Stop(place(ending), "words", ("omarkerat" if one else "omarkerade",))


def _where(token: Token, for_row: Sequence[Any], names: Names) -> tuple[Cell, ...]:
    """The cells of a question, or of the part of it that is named."""
    if not for_row:
        return names.own(token)
    return names.part(for_row[0].children[0], names.question(token))


def _tokens(node: Any) -> Iterator[Token]:
    """The tokens below a node, in order."""
    for child in node.children:
        if isinstance(child, Token):
            yield child
        else:
            yield from _tokens(child)


def _quoted(node: Any) -> Iterator[Token]:
    """The names in a token or below a node."""
    tokens = (node,) if isinstance(node, Token) else _tokens(node)
    return (token for token in tokens if token.type == "QUOTED")
