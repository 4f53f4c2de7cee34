"""Rules read back: text → tree → text → the same tree, and conditions written as YAML lists mean themselves."""

from __future__ import annotations

import re
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ojdsl.model.nodes import And, Asked, Between, Condition, Count, In, Number, Or, Range
from ojdsl.model.numbers import merged, outside
from ojdsl.model.slug import slug
from ojdsl.prose.as_written import as_written
from ojdsl.prose.condition import Words
from ojdsl.source import Source, Text
from ojdsl.syntax.parse_rule import parse_rule
from ojdsl.syntax.rules import Amount, Answer, Contains, Expression, Interval, Is, IsAsked, Joined
from ojdsl.syntax.yaml_tree import Scalar
from tests.model.written import check, written
from tests.real import AREA

some = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))


# --- one line ---------------------------------------------------------------------------------------------------------

questions = st.from_regex(re.compile(r"[A-Z]{1,3}[1-9][0-9]?(\.[1-9])?[a-z]?", re.ASCII), fullmatch=True)
words = st.text("abcåäöABC ,.()0123-", min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(bool)
row_names = st.from_regex(re.compile(r"[a-zåäöA-Z(][a-zåäö() ]{0,8}[a-zåäö)]"), fullmatch=True)
rows = row_names.map(lambda text: " ".join(text.split()))
answers = st.one_of(st.sampled_from(("Ja", "Nej", "Delvis", "Ej aktuellt")), words)
intervals = st.one_of(
    st.from_regex(re.compile(r"(minst |högst |[0-9]{1,3}[–-])?[0-9]{1,3}", re.ASCII), fullmatch=True), st.just("minst två")
)
marks = st.one_of(st.sampled_from(("A", "B", "Socionom", "Öppenvård")), words)
amounts = st.one_of(
    st.just(Amount(True, 0, None)),
    st.integers(1, 9).map(lambda n: Amount(False, n, None)),
    st.integers(1, 9).map(lambda n: Amount(False, 0, n)),
    st.integers(1, 9).map(lambda n: Amount(False, n, n)),
)


def few(parts: st.SearchStrategy[str], least: int) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(parts, min_size=least, max_size=3).map(tuple)


@st.composite
def terms(draw: st.DrawFn) -> str:
    """One test, as text."""
    start = draw(questions)
    picked = draw(few(rows, 0))
    start += f"[{', '.join(picked)}]" if picked else ""
    kind = draw(st.sampled_from(("is", "not", "asked", "contains", "amount")))
    if kind == "asked":
        return f"{start} ställs"
    if kind == "contains":
        return f"{start} innehåller {' och '.join(map(quoted_mark, draw(few(marks, 1))))}"
    said = " eller ".join(draw(few(st.one_of(answers.map(quoted), intervals), 1)))
    negated = "inte " if kind == "not" or (kind == "amount" and draw(st.booleans())) else ""
    before = f"{amount_text(draw(amounts))} av " if kind == "amount" else ""
    return f"{before}{start} är {negated}{said}"


def joined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    grouped = inner.map(lambda text: f"({text})" if ", och " in text or ", eller " in text else text)
    parts = st.lists(grouped, min_size=2, max_size=3)
    return st.tuples(st.sampled_from((", och ", ", eller ")), parts).map(lambda drawn: drawn[0].join(drawn[1]))


lines = st.recursive(terms(), joined, max_leaves=6)


def quoted(answer: str) -> str:
    return answer if answer in ("Ja", "Nej", "Delvis", "Ej aktuellt") else f'"{answer}"'


def answer_text(answer: Answer) -> str:
    return quoted(answer.value) if isinstance(answer, Text) else answer.value


def quoted_mark(mark: str) -> str:
    return mark if re.fullmatch(r"[A-ZÅÄÖ]\w*", mark) else f'"{mark}"'


def amount_text(amount: Amount) -> str:
    if amount.all:
        return "alla"
    if amount.max is None:
        return f"minst {amount.min}"
    return f"exakt {amount.max}" if amount.min == amount.max else f"högst {amount.max}"


def printed(expression: Expression) -> str:
    """A tree as text."""
    match expression:
        case Joined(by, args):
            parts = [f"({printed(arg)})" if isinstance(arg, Joined) else printed(arg) for arg in args]
            return f", {by} ".join(parts)
        case IsAsked(question, picked):
            return f"{question}{_rows(picked)} ställs"
        case Contains(question, picked, said):
            return f"{question}{_rows(picked)} innehåller {' och '.join(quoted_mark(one.value) for one in said)}"
        case Is(question, picked, negated, said, amount):
            before = f"{amount_text(amount)} av " if amount else ""
            verb = "är inte" if negated else "är"
            return f"{before}{question}{_rows(picked)} {verb} {' eller '.join(map(answer_text, said))}"
    raise AssertionError(expression)


def _rows(picked: tuple[Text, ...]) -> str:
    return f"[{', '.join(row.value for row in picked)}]" if picked else ""


def read(text: str) -> Expression:
    found, faults = parse_rule(Scalar(text, 0, len(text), ""), Source("prov", text))
    assert not faults, (text, faults)
    assert found is not None
    return found


@some
@given(lines)
def test_a_line_reads_back(text: str) -> None:
    tree = read(text)
    again = printed(tree)
    assert again == text
    assert printed(read(again)) == again


@some
@given(lines)
def test_every_place_is_that_of_its_text(text: str) -> None:
    waiting: list[Expression] = [read(text)]
    while waiting:
        tree = waiting.pop()
        assert 0 <= tree.span.start < tree.span.end <= len(text)
        if isinstance(tree, Joined):
            waiting += tree.args
        elif isinstance(tree, Is | IsAsked | Contains):
            assert tree.question.span.text == tree.question.value
            named: list[Answer] = [*tree.rows]
            named += [one for one in tree.answers if isinstance(one, Interval)] if isinstance(tree, Is) else []
            assert all(" ".join(one.span.text.split()) == one.value for one in named)


@some
@given(lines, st.sampled_from(("  ", "\n", " \n  ")))
def test_white_space_does_not_matter(text: str, space: str) -> None:
    outside = re.split(r'("[^"]*"|\[[^\]]*\])', text)
    wide = "".join(part if number % 2 else part.replace(" ", space) for number, part in enumerate(outside))
    assert printed(read(wide)) == printed(read(text))


# --- lists ------------------------------------------------------------------------------------------------------------

ROWS = ("Ekonomiskt bistånd", "Äldreomsorg", "LSS (barn och vuxen)")
LABELS = ("Ja", "Nej, behövs inte", "Nej", "Ej aktuellt")
NUMBER = Number(0, 40, "dagar")
DAYS = {"specs/2017/frågor/G7.yaml": "fråga: G7\nlyder: Hur länge?\nsvar:\n  tal: 0–40 dagar\n"}
ranges = st.sets(st.integers(0, 40), min_size=1, max_size=6).map(lambda drawn: merged((one, one) for one in drawn))
leaves: st.SearchStrategy[Condition] = st.one_of(
    st.tuples(st.sampled_from(ROWS), st.sets(st.sampled_from(LABELS), min_size=1)).map(
        lambda drawn: In(f"G2_{slug(drawn[0])}", tuple(label for label in LABELS if label in drawn[1]))
    ),
    st.sampled_from(ROWS).map(lambda row: Asked(f"G2a_{slug(row)}")),
    st.sampled_from(("namnden", "chefen")).map(lambda mark: In(f"G2b_{mark}", ("Ja",))),
    ranges.map(lambda drawn: Between("G7", drawn)),
)


def lists(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    args = st.lists(inner, min_size=2, max_size=3).map(tuple)
    exact = st.tuples(args, st.integers(1, 2)).map(lambda drawn: Count(drawn[1], drawn[1], drawn[0]))
    least = args.map(lambda found: Count(2, len(found), found))
    most = args.map(lambda found: Count(0, 1, found))
    return st.one_of(args.map(And), args.map(Or), exact, least, most)


def as_yaml(condition: Condition, indent: int) -> str:
    """What stands after `Ja:` or `-`."""
    match condition:
        case In(cell, labels):
            name = cell.removeprefix("G2_")
            row = next((one for one in ROWS if slug(one) == name), None)
            if row is None:
                return f" G2b innehåller {'Chefen' if cell.endswith('chefen') else 'Nämnden'}"
            return f" G2[{row}] är {' eller '.join(map(quoted, labels))}"
        case Between(_, numbers):
            return f" G7 är {' eller '.join(f'{low}–{high}' for low, high in numbers)}"
        case Asked(cell):
            return f" G2a[{next(one for one in ROWS if f'G2a_{slug(one)}' == cell)}] ställs"
        case And(args):
            head = "alla av"
        case Or(args):
            head = "minst ett av"
        case Count(least, most, args):
            head = f"exakt {least} av" if least == most else f"högst {most} av" if least == 0 else f"minst {least} av"
    below = "".join(f"\n{' ' * (indent + 2)}-{as_yaml(arg, indent + 6)}" for arg in args)
    return f"\n{' ' * indent}{head}:{below}"


@settings(some, max_examples=60)
@given(st.recursive(leaves, lists, max_leaves=6))
def test_a_condition_written_as_a_list_means_itself(condition: Condition) -> None:
    checked = check(written(f"  Ja:{as_yaml(condition, 4)}\n  Nej: annars", more=DAYS))
    found = checked.catalogues[AREA].indicators[0].clauses[0].condition
    assert found == condition


@cache
def words_of_days() -> Words:
    return Words(check(written("  Ja: G7 är 0\n  Nej: annars", more=DAYS)).catalogues[AREA])


@settings(some, max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=3), st.booleans())
def test_numbers_as_we_write_them_mean_themselves(drawn: list[Range], negated: bool) -> None:
    """Also where one limit is that of the question: `minst 15`, `högst 3`."""
    named = merged((min(pair), max(pair)) for pair in drawn)
    rest = outside(named, NUMBER)
    condition = Between("G7", rest, named) if negated and rest else Between("G7", named)
    again = check(written(f"  Ja: {as_written(condition, words_of_days())}\n  Nej: annars", more=DAYS)).catalogues[AREA]
    found = again.indicators[0].clauses[0].condition
    assert isinstance(found, Between)
    assert (found, found.excluded) == (condition, condition.excluded)


# --- codes ------------------------------------------------------------------------------------------------------------


@given(st.text())
def test_a_code_is_safe_and_a_code_of_itself(label: str) -> None:
    code = slug(label)
    assert re.fullmatch("(?:[a-z0-9]+(?:_[a-z0-9]+)*)?", code)
    assert slug(code) == code
    assert slug(f"  {label}!") == code


@given(st.text("abcåäöÅÄÖéÉ ABC-0129/()"))
def test_a_code_ignores_case_and_accents(label: str) -> None:
    assert slug(label.upper()) == slug(label.lower()) == slug(label)
    assert slug(label.translate(str.maketrans("åäöéÅÄÖÉ", "aaoeAAOE"))) == slug(label)
