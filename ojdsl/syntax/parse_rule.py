"""One line of rule to a tree, with lark and the grammar in `rule.lark`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import is_normalized, normalize

from ojdsl.diagnostics.fact import Diagnostic, Fact
from ojdsl.diagnostics.near import nearest
from ojdsl.source import Source, Span, Text
from ojdsl.syntax.labels import BARE_ANSWERS, quoted
from ojdsl.syntax.rules import Amount, Answer, Contains, Expression, Interval, Is, IsAsked, Joined
from ojdsl.syntax.yaml_tree import Scalar

if TYPE_CHECKING:
    from lark import Lark, Token
    from lark.exceptions import UnexpectedInput

DEEPEST = 50
_PARENTHESES = re.compile(r'"[^"\n]*"|”[^”\n]*”|[()]')
_WORD = re.compile(r'"[^"\n]*"?|”[^”\n]*”?|\w+|\S')
_CLUSTER = re.compile("(?s).[\u0300-\u036f]*")
_DOUBLED_OR_CLUSTER = re.compile("(?s)''|.[\u0300-\u036f]*")
_MEANT = re.compile(r"[^\W\d]+(?: (?!eller\b|och\b)[^\W\d]+)?")
_ID = re.compile(r"[A-Z]{1,3}[0-9]+(\.[0-9]+)?([a-z]|[A-Z])?")
_ID_AS_SAID = re.compile(r"(?<!\w)\(?([A-Za-z]{1,3})\)? ?([0-9]+(?:\.[0-9]+)?)(?: ?\(?([A-Za-z])\)?)?(?!\w)")
_OTHER_MARKS = frozenset("“„«»‘’")
_FOR_IS = ("ar", "er", "=", "==", ":")
_KINDS = {
    "ALLA": ("AMOUNT", ("MINST", "HÖGST", "EXAKT", "LPAR")),
    "BARE_ANSWER": ("ANSWER", ("QUOTED", "MINST", "HÖGST")),
    "BARE_MARK": ("MARK", ("QUOTED",)),
    "ROW": ("ROW", ("QUOTED",)),
    "ÄR": ("ÄR", ("LSQB",)),
}
"""What is said in place of some names of the grammar, and names that then need not be said."""
_LIKELY = ("QUESTION", "AMOUNT", "ANSWER", "NUMBER", "ÄR", "INNEHÅLLER", "AND_THEN", "OR_ELSE")
_NUMBERS = {"ett": 1, "en": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6}


def parse_number(word: str) -> int:
    """`2` or `två`."""
    return _NUMBERS.get(word) or int(word.lstrip("0")[:10] or 0)


@cache
def _parser() -> Lark:
    from lark import Lark

    grammar = Path(__file__).with_name("rule.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", start=["start", "answers"], propagate_positions=True)


def parse_rule(scalar: Scalar, source: Source) -> tuple[Expression | None, list[Diagnostic]]:
    """The condition that a YAML scalar holds, or why it can't be read; places are those of the file."""
    builder, text = _begin(scalar, source)
    tree = builder.tree(text, "start")
    result = builder.condition(tree.children[0]) if tree else None
    return (None, builder.faults) if builder.faults else (result, [])


def parse_answers(scalar: Scalar, source: Source) -> tuple[tuple[Answer, ...], list[Diagnostic]]:
    """The answers in `vid: Ja eller Ej aktuellt`; in `vid: "Nej, behövs inte"` YAML's quotation marks are those of the label."""
    builder, text = _begin(scalar, source, marks=scalar.style == '"')
    tree = builder.tree(text, "answers")
    return (builder.answers(tree) if tree else ()), builder.faults


def _begin(scalar: Scalar, source: Source, marks: bool = False) -> tuple[_Builder, str]:
    """A builder for a scalar, and the scalar's raw text between its quotation marks, or with them (`marks`)."""
    in_marks = scalar.style in ("'", '"')
    start, end = scalar.start + bool(scalar.style), scalar.end - in_marks
    if scalar.style == "|":
        start = source.text.index("\n", scalar.start) + 1
    text, places = _composed(source.text[start:end], doubled=scalar.style == "'")
    builder = _Builder(source, start, places)
    if scalar.style == ">" or (in_marks and text != scalar.value):
        builder.faults.append(Diagnostic("OJ401", Span(source, scalar.start, scalar.end)))
    elif not text.strip():
        builder.faults.append(Diagnostic("OJ402", Span(source, scalar.start, scalar.end)))
    elif marks:
        text, builder.offset, builder.places = f'"{text}"', start - 1, [0, *(at + 1 for at in places), places[-1] + 2]
    return builder, text


def _composed(raw: str, doubled: bool) -> tuple[str, Sequence[int]]:
    """The text in NFC, and for each of its characters and its end the place in the raw text. `doubled`: two ' stand for one."""
    doubled = doubled and "''" in raw
    if is_normalized("NFC", raw) and not doubled:
        return raw, range(len(raw) + 1)
    text, places = "", []
    for match in (_DOUBLED_OR_CLUSTER if doubled else _CLUSTER).finditer(raw):
        cluster = "'" if match.group() == "''" else normalize("NFC", match.group())
        text += cluster
        places += [match.start()] * len(cluster)
    return text, [*places, len(raw)]


def _in_short(names: set[str]) -> tuple[str, ...]:
    """What may stand in a place, the likeliest first; what an author seldom means is left out where there is something else."""
    for name, (said, unsaid) in _KINDS.items():
        if name in names:
            names = names.difference([name], unsaid) | {said}
    return tuple(sorted(names, key=lambda name: (_LIKELY.index(name) if name in _LIKELY else len(_LIKELY), name)))


def _tips(found: str, expected: tuple[str, ...], before: str) -> tuple[str, ...]:
    """What authors forget at such a place: a comma between conditions, or the quotation marks and which they are."""
    if found in _OTHER_MARKS:
        return ("marks",)
    if found == "och" or ("ANSWER" in expected and _ID.fullmatch(found)):
        return ("comma",)
    if found == ",":  # Nej, behövs inte
        return ("answer",)
    if found == "." and "AND_THEN" in expected:
        return ("stop",)
    if "RSQB" in expected or before.endswith("]"):  # M4[Grupp [6]] är Ja
        return ("row",)
    if "AND_THEN" in expected and not before.endswith((")", "ställs")):  # Nej (ännu)
        return ("answer",)
    return tuple(name.lower() for name in ("ANSWER", "MARK", "ROW") if name in expected)


def _meant_question(text: str, at: int, expected: tuple[str, ...]) -> tuple[int, str, tuple[str, ...]] | None:
    """Where a question's number is written in another way, as `m7`, `M7 a` or `(M)7 a`: its place, the words, and the number."""
    if not {"QUESTION", "ÄR"}.intersection(expected):
        return None
    written = next((one for one in _ID_AS_SAID.finditer(text) if one.start() <= at < one.end()), None)
    if written is not None:
        number = f"{written[1].upper()}{written[2]}{(written[3] or '').lower()}"
        return written.start(), written[0], (number,)
    word = _WORD.match(text, at)
    near = nearest(word.group(), ("annars",)) if word and "QUESTION" in expected else ()
    return (at, word.group(), near) if word and near else None


class _Builder:
    def __init__(self, source: Source, offset: int, places: Sequence[int]) -> None:
        self.source, self.offset, self.places = source, offset, places
        self.faults: list[Diagnostic] = []

    def tree(self, text: str, start: str) -> Any:
        """Lark's tree, or None when the text can't be read or is refused."""
        from lark.exceptions import UnexpectedInput

        if self.faults or self.too_deep(text):
            return None
        try:
            return _parser().parse(text, start=start)
        except UnexpectedInput as error:
            self.faults.append(self.unexpected(error, text))
            return None

    def too_deep(self, text: str) -> bool:
        depth = deepest = 0
        for match in _PARENTHESES.finditer(text):
            depth += {"(": 1, ")": -1}.get(match.group(), 0)
            deepest = max(depth, deepest)
        if deepest > DEEPEST:
            self.faults.append(Diagnostic("OJ403", self.span(0, len(text)), {"deepest": DEEPEST}))
        return deepest > DEEPEST

    def unexpected(self, error: UnexpectedInput, text: str) -> Diagnostic:
        """What stands where something else should, in words and as far as the next word."""
        wanted: Iterable[str] = getattr(error, "allowed", None) or getattr(error, "expected", None) or ()
        impossible = {"$END"} if "(" in text else {"$END", "RPAR"}
        expected = _in_short(set(wanted) - impossible)
        token = getattr(error, "token", None)
        if token is not None and token.type == "$END":
            end = len(text.rstrip())
            return Diagnostic("OJ405", self.span(end, end + 1), {"expected": expected, "tips": self.comment(text)})
        at = error.pos_in_stream or 0
        word = _WORD.match(text, at)
        found = word.group() if word else text[at : at + 1]
        near: tuple[str, ...] = ()
        tips: tuple[str, ...] | None = None
        if found.startswith(('"', "”")) and not found.endswith(found[0], 1):
            expected = ("CLOSED",)
            tips = self.comment(text)
        elif "ANSWER" in expected and (answer := _MEANT.match(text, at)):
            near = nearest(answer.group(), BARE_ANSWERS)
            found = answer.group() if near else found
        elif "ÄR" in expected and found in _FOR_IS:
            near = ("är",)
        elif meant := _meant_question(text, at, expected):
            at, found, near = meant
        facts: dict[str, Fact] = {
            "found": found,
            "expected": expected,
            "near": near,
            "tips": tips if tips is not None else () if near else _tips(found, expected, text[:at].rstrip()),
        }
        return Diagnostic("OJ404", self.span(at, at + len(found)), facts)

    def comment(self, text: str) -> tuple[str, ...]:
        """Whether YAML has taken the end of the rule for a comment: `M5 är "Metod #2"`."""
        after = self.source.text[self.span(0, len(text)).end :]
        return ("comment",) if after.lstrip(" ").startswith("#") else ()

    def span(self, start: int, end: int) -> Span:
        beyond = max(0, end - len(self.places) + 1)
        return Span(self.source, self.offset + self.places[start], self.offset + self.places[end - beyond] + beyond)

    def text(self, token: Token) -> Text:
        start, end = token.start_pos or 0, token.end_pos or 0
        value = str(token)
        if token.type == "QUOTED":
            start, end, value = start + 1, end - 1, quoted(value)
        return Text(" ".join(value.split()), self.span(start, end))

    def condition(self, node: Any) -> Expression:
        if node.data == "condition":
            args = tuple(self.condition(child) for child in node.children[::2])
            joins = node.children[1::2]
            if not joins:
                return args[0]
            span = Span(self.source, args[0].span.start, args[-1].span.end)
            words = [join.data for join in joins]
            odd = next((join for join in joins if join.data != words[0]), None)
            if odd is not None:
                self.faults.append(self.mixed(args, words, odd, span))
            return Joined("och" if words[0] == "and_then" else "eller", args, span)
        return self.term(node)

    def mixed(self, args: tuple[Expression, ...], words: list[str], odd: Any, span: Span) -> Diagnostic:
        """The fault of mixing `och` and `eller`, with both ways to read it."""
        texts = [" ".join(arg.span.text.split()) for arg in args]
        readings = {"and_then": "", "or_else": ""}
        for tighter in readings:
            groups: list[list[str]] = [[texts[0]]]
            for word, text in zip(words, texts[1:], strict=True):
                if word == tighter:
                    groups[-1].append(text)
                else:
                    groups.append([text])
            inner, outer = (", och ", ", eller ") if tighter == "and_then" else (", eller ", ", och ")
            readings[tighter] = outer.join(f"({inner.join(group)})" if len(group) > 1 else group[0] for group in groups)
        token = odd.children[0]
        place = self.span(token.start_pos, token.end_pos)
        return Diagnostic("OJ406", place, {"one": readings["and_then"], "other": readings["or_else"]})

    def term(self, node: Any) -> Expression:
        parts = list(node.children)
        amount = None
        if node.data.startswith("amount"):
            amount = self.amount(parts.pop(0))
        question = self.text(parts.pop(0))
        rows: tuple[Text, ...] = ()
        if parts and getattr(parts[0], "data", None) == "rows":
            rows = tuple(self.text(token) for token in parts.pop(0).children)
        span = self.span(node.meta.start_pos, node.meta.end_pos)
        if node.data == "is_asked":
            return IsAsked(question, rows, span)
        if node.data == "contains":
            return Contains(question, rows, tuple(self.text(mark.children[0]) for mark in parts), span)
        return Is(question, rows, "not" in node.data, self.answers(parts[0]), amount, span)

    def answers(self, node: Any) -> tuple[Answer, ...]:
        return tuple(map(self.answer, node.children))

    def answer(self, node: Any) -> Answer:
        if node.data == "answer":
            return self.text(node.children[0])
        low, high = parse_number(str(node.children[0])), parse_number(str(node.children[-1]))
        place = self.span(node.meta.start_pos, node.meta.end_pos)
        text = " ".join(place.text.split())
        return Interval(None if node.data == "at_most" else low, None if node.data == "at_least" else high, text, place)

    def amount(self, node: Any) -> Amount:
        if node.data == "all_of":
            return Amount(True, 0, None)
        number = parse_number(str(node.children[0]))
        if node.data == "at_least":
            return Amount(False, number, None)
        return Amount(False, 0 if node.data == "at_most" else number, number)
