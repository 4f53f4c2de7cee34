"""A question file: the question and its follow-ups."""

from __future__ import annotations

import re

from ojdsl.source import Text
from ojdsl.syntax.fields import Fields, Keys, Reader
from ojdsl.syntax.parse_rule import parse_answers, parse_rule
from ojdsl.syntax.read_common import read_deviations
from ojdsl.syntax.rules import Answer, Expression
from ojdsl.syntax.specs import ItemSpec, NumberSpec, QuestionSpec, QuestionsSpec
from ojdsl.syntax.yaml_tree import Mapping, Node, Scalar

_OPTIONAL = (
    "rader", "rad_per", "flera_svar", "tomt", "period", "anvisning", "begrepp", "ordalydelse", "redovisas_inte",
    "följdfrågor", "avvikelser", "ställs_om",
)  # fmt: skip
QUESTION = Keys(("fråga", "lyder", "svar"), _OPTIONAL)
FOLLOW_UP = Keys(("lyder", "svar"), (*_OPTIONAL, "vid"))
ITEM = Keys(("etikett",), ("lydelse", "kod", "art", "fritext", "redovisas_inte"))
NUMBER = Keys(("tal",))
WORDINGS = ("omskriven", "ordagrann")
ANSWER_KINDS = ("ja", "delvis", "nej", "ej aktuellt", "vet ej", "ingen")
_NUMBER = re.compile(r"([0-9]{1,9}) ?[–-] ?([0-9]{1,9})(?: ([^\W\d_][\w -]{0,39}))?")
_JOINS = re.compile(r"(?:^| )(och|eller|på|är)\b")
"""What goes on after a number in a sentence, and can therefore be no part of its unit."""


def read_questions(reader: Reader, node: Mapping) -> QuestionsSpec:
    """The question that a file holds and its follow-ups, the parent first."""
    fields = reader.fields(node, QUESTION)
    top = _question(reader, fields, fields.text("fråga"), None)
    questions = [top]
    for letter, child in fields.pairs("följdfrågor"):
        if len(letter.value) != 1 or not "a" <= letter.value <= "z":
            reader.report_text("OJ210", letter, letter=letter.value)
            continue
        inner = reader.fields(child, FOLLOW_UP)
        questions.append(_question(reader, inner, Text(top.id.value + letter.value, letter.span), top.id.value))
    return QuestionsSpec(tuple(questions))


def _question(reader: Reader, fields: Fields, name: Text, parent: str | None) -> QuestionSpec:
    before = len(reader.faults)
    condition, answer, written = fields.node_of("ställs_om"), fields.node_of("vid"), fields.node_of("svar")
    asked_if = _condition(reader, condition)
    given = _given(reader, answer)
    if parent is not None and condition is None and answer is None:
        reader.report_text("OJ211", name, question=name.value)
    if condition is not None and answer is not None:
        reader.report("OJ212", condition, question=name.value)
    number = _number(reader, written)
    answers = () if _is_number(written) else _answers(reader, written)
    rows = _items(reader, fields.node_of("rader"))
    row_per_area, multiple = fields.choice("rad_per", ("område",)) is not None, fields.flag("flera_svar")
    if number is not None and (multiple or "tomt" in fields.found):
        reader.report("OJ220", fields.found["flera_svar" if multiple else "tomt"], question=name.value)
    failed = written is None or len(reader.faults) > before
    fields.choice("ordalydelse", WORDINGS)
    return QuestionSpec(
        id=name,
        text=fields.text("lyder"),
        answers=answers,
        rows=rows,
        row_per_area=row_per_area,
        multiple=multiple,
        blank_is_unmarked=fields.choice("tomt", ("omarkerat", "obesvarat")) == "omarkerat",
        period=fields.optional_text("period"),
        instruction=fields.optional_text("anvisning"),
        terms=fields.texts("begrepp"),
        wording=fields.optional_text("ordalydelse"),
        not_reported=fields.optional_text("redovisas_inte"),
        parent=parent,
        given=given,
        asked_if=asked_if,
        failed=failed,
        deviations=read_deviations(reader, fields),
        span=name.span,
        number=number,
    )


def _condition(reader: Reader, node: Node | None) -> Expression | None:
    if node is None:
        return None
    if not isinstance(node, Scalar):
        reader.report("OJ204", node)
        return None
    condition, faults = parse_rule(node, reader.source)
    reader.faults.extend(faults)
    return condition


def _given(reader: Reader, node: Node | None) -> tuple[Answer, ...]:
    """The parent's answers in `vid`, written as in a rule."""
    if node is None:
        return ()
    if not isinstance(node, Scalar):
        reader.report("OJ204", node)
        return ()
    answers, faults = parse_answers(node, reader.source)
    reader.faults.extend(faults)
    return answers


def _is_number(node: Node | None) -> bool:
    return isinstance(node, Mapping) and any(key.value == "tal" for key, _ in node.items)


def _number(reader: Reader, node: Node | None) -> NumberSpec | None:
    """`tal: 0–365 dagar`."""
    if node is None or not _is_number(node):
        return None
    fields = reader.fields(node, NUMBER)
    written = fields.text("tal")
    found = _NUMBER.fullmatch(" ".join(written.value.split()))
    if written.value and (found is None or int(found[1]) >= int(found[2])):
        reader.report_text("OJ219", written, found=written.value)
    elif found is not None and found[3] and (joins := _JOINS.search(found[3])):
        reader.report_text("OJ880", written, unit=found[3], word=joins[1])
    return None if found is None else NumberSpec(int(found[1]), int(found[2]), found[3] or "")


def _answers(reader: Reader, node: Node | None) -> tuple[ItemSpec, ...] | None:
    if isinstance(node, Scalar) and node.value.strip() == "fritext":
        return None
    return _items(reader, node)


def _items(reader: Reader, node: Node | None) -> tuple[ItemSpec, ...]:
    if node is None:
        return ()
    items = (_item(reader, item) for item in reader.items(node, block_only=True))
    return tuple(item for item in items if item is not None)


def _item(reader: Reader, node: Node) -> ItemSpec | None:
    match node:
        case Scalar():
            return ItemSpec(reader.as_text(node).on_one_line(), None, None, None, None, False, None)
        case Mapping() if any(key.value == "etikett" for key, _ in node.items):
            fields = reader.fields(node, ITEM)
            fields.choice("art", ANSWER_KINDS)
            return ItemSpec(
                label=fields.text("etikett").on_one_line(),
                explanation=None,
                wording=fields.optional_text("lydelse"),
                code=fields.optional_text("kod"),
                kind=fields.optional_text("art"),
                free_text=fields.flag("fritext"),
                not_reported=fields.optional_text("redovisas_inte"),
            )
        case Mapping(items=((key, value),)):
            return ItemSpec(reader.text(key).on_one_line(), reader.as_text(value), None, None, None, False, None)
        case _:
            reader.report("OJ209", node)
            return None
