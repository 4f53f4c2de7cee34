"""Rules to trees: meaning, and the exact place of every word in the file."""

from __future__ import annotations

import pytest

from ojdsl.diagnostics.fact import position_of
from ojdsl.source import Source, Text
from ojdsl.syntax.parse_rule import DEEPEST, parse_answers, parse_rule
from ojdsl.syntax.rules import Amount, Answer, Contains, Expression, Is, IsAsked, Joined
from ojdsl.syntax.yaml_tree import Mapping, Scalar, read_yaml


def scalar(text: str) -> tuple[Scalar, Source]:
    """The value of the last key of a YAML text."""
    source = Source("f.yaml", text)
    node, faults = read_yaml(source)
    assert faults == []
    assert isinstance(node, Mapping)
    found = node.items[-1][1]
    assert isinstance(found, Scalar)
    return found, source


def rule(text: str) -> Expression:
    found, faults = parse_rule(*scalar(text))
    assert faults == []
    assert found is not None
    return found


def is_test(text: str) -> Is:
    found = rule(text)
    assert isinstance(found, Is)
    return found


def words(texts: tuple[Answer, ...]) -> list[str]:
    return [text.value for text in texts]


@pytest.mark.parametrize(
    ("written", "question", "rows", "negated", "answers", "amount"),
    [
        ("G2 är Ja", "G2", [], False, ["Ja"], None),
        ("G10.1 är Ja eller Ej aktuellt", "G10.1", [], False, ["Ja", "Ej aktuellt"], None),
        ('M5 är "Ja, för alla"', "M5", [], False, ["Ja, för alla"], None),
        ('M5 är "Ja, ""helt"" klart"', "M5", [], False, ['Ja, "helt" klart'], None),
        ('M5 är ”Ja, ””helt”” "klart"”', "M5", [], False, ['Ja, ”helt” "klart"'], None),
        ('M4["Annat, ange vad", ”[x]”, CST (x)] är ""', "M4", ["Annat, ange vad", "[x]", "CST (x)"], False, [""], None),
        ("M5 är ”Ja, för alla” eller Nej", "M5", [], False, ["Ja, för alla", "Nej"], None),
        ("G2 är inte Ej  aktuellt", "G2", [], True, ["Ej aktuellt"], None),
        ("G2[Äldreomsorg och Missbruk] är Ja", "G2", ["Äldreomsorg och Missbruk"], False, ["Ja"], None),
        ("alla av G3 är Ja", "G3", [], False, ["Ja"], Amount(True, 0, None)),
        ("minst ett av M4[AL-ANON, CST] är Ja", "M4", ["AL-ANON", "CST"], False, ["Ja"], Amount(False, 1, None)),
        ("högst två av M4 är Ja", "M4", [], False, ["Ja"], Amount(False, 0, 2)),
        ("exakt 3 av M4 är inte Nej", "M4", [], True, ["Nej"], Amount(False, 3, 3)),
    ],
)
def test_a_test_of_an_answer(
    written: str, question: str, rows: list[str], negated: bool, answers: list[str], amount: Amount | None
) -> None:
    found = is_test(f"Ja: {written}\n")
    assert (found.question.value, words(found.rows), found.negated, words(found.answers)) == (question, rows, negated, answers)
    assert found.amount == amount


def test_asked_and_contains() -> None:
    asked, contains = rule("a: G2a ställs\n"), rule('a: G6a innehåller A och "B, C"\n')
    assert isinstance(asked, IsAsked)
    assert isinstance(contains, Contains)
    assert asked.question.value == "G2a"
    assert words(contains.marks) == ["A", "B, C"]


def test_a_comma_joins_conditions_and_none_joins_answers() -> None:
    found = rule("a: G2 är Ja eller Nej, och (G3 är Ja, eller G4 är Ja)\n")
    assert isinstance(found, Joined)
    assert found.by == "och"
    first, second = found.args
    assert isinstance(first, Is)
    assert isinstance(second, Joined)
    assert (words(first.answers), second.by, len(second.args)) == (["Ja", "Nej"], "eller", 2)


STYLES = {
    "plain": "x: å\nJa: {rule}\n",
    "single": "x: å\nJa: '{rule}'\n",
    "literal": "x: å\nJa: |\n  {rule}\n",
    "kept": "x: å\nJa: |-\n    {rule}\n",
    "crlf": "x: å\r\nJa: |\r\n  {rule}\r\n",
}


@pytest.mark.parametrize("style", STYLES)
def test_the_place_of_a_word_is_its_place_in_the_file(style: str) -> None:
    found = is_test(STYLES[style].replace("{rule}", 'G2[Äldre] är "Ja, för alla"'))
    for text, raw in ((found.question, "G2"), (found.rows[0], "Äldre"), (found.answers[0], "Ja, för alla")):
        assert text.span.text == raw
    assert found.span.text == 'G2[Äldre] är "Ja, för alla"'


@pytest.mark.parametrize("head", ["Ja: G2 är Ja,\n  ", "Ja: |\n  G2 är Ja,\n  ", "Ja: |\r\n  G2 är Ja,\r\n  "])
def test_the_place_on_a_later_line(head: str) -> None:
    found = rule(f"{head}och G3 är Nej\n")
    assert isinstance(found, Joined)
    second = found.args[1]
    assert isinstance(second, Is)
    assert second.question.span.text == "G3"
    at = position_of(second.answers[0].span)
    assert (at.line, at.column, at.end_column) == (head.count("\n") + 1, 13, 16)


def test_doubled_apostrophes_keep_their_places() -> None:
    found = is_test("Ja: 'G2[A''s] är \"x: ''y''\"'\n")
    assert (found.rows[0].value, found.rows[0].span.text) == ("A's", "A''s")
    assert isinstance(found.answers[0], Text)
    assert (found.answers[0].value, found.answers[0].span.text) == ("x: 'y'", "x: ''y''")


@pytest.mark.parametrize(
    ("written", "values", "raw"),
    [
        ('"Nej, behövs inte"', ["Nej, behövs inte"], "Nej, behövs inte"),
        ('"Ja eller Nej"', ["Ja eller Nej"], "Ja eller Nej"),
        ("'\"Nej, behövs inte\" eller Ja'", ["Nej, behövs inte", "Ja"], "Nej, behövs inte"),
        ("Ja eller Nej", ["Ja", "Nej"], "Ja"),
        ('"Vet a\u030ar inte"', ["Vet år inte"], "Vet a\u030ar inte"),
    ],
)
def test_an_answer_in_yaml_quotation_marks_is_a_label(written: str, values: list[str], raw: str) -> None:
    found, faults = parse_answers(*scalar(f"vid: {written}\n"))
    assert faults == []
    assert (words(found), found[0].span.text) == (values, raw)


def test_double_quotation_marks() -> None:
    found = is_test('Ja: "G2 är Ja"\n')
    assert found.answers[0].span.text == "Ja"


@pytest.mark.parametrize(
    ("text", "code", "place", "under"),
    [
        ("Ja: >\n  G2 är Ja\n", "OJ401", (1, 5), None),
        ('Ja: "G2 är \\"x\\""\n', "OJ401", (1, 5), '"G2 är \\"x\\""'),
        ("Ja: 'G2 är ''x'''\n", "OJ404", (1, 12), "''"),
        ("Ja: M4[A [x]] är Ja\n", "OJ404", (1, 10), "["),
        ('Ja: G2 är "x" "\n', "OJ404", (1, 15), '"'),
        ('Ja: G2 är "x #2"\n', "OJ404", (1, 11), '"x'),
        ('Ja: "G2\n  är Ja"\n', "OJ401", (1, 5), None),
        ("Ja:\n", "OJ402", (1, 4), ""),
        ("Ja: ''\n", "OJ402", (1, 5), "''"),
        ("Ja: G2 = Ja\n", "OJ404", (1, 8), "="),
        ("Ja: G2 är Kanske\n", "OJ404", (1, 11), "Kanske"),
        ("Ja: G2 är Japp\n", "OJ404", (1, 11), "Japp"),
        ("Ja: 'G2 är Ja och G3 är Ja'\n", "OJ404", (1, 15), "och"),
        ("Ja: |\n  G2 är Ja,\n  men G3 är Ja\n", "OJ404", (2, 11), ","),
        ("Ja: G2 är\n", "OJ405", (1, 10), None),
        ("Ja: (G2 är Ja\n", "OJ405", (1, 14), None),
        ("Ja: G1 är Ja, och G2 är Ja, eller G3 är Ja\n", "OJ406", (1, 27), ", eller"),
    ],
)
def test_a_fault_and_its_place(text: str, code: str, place: tuple[int, int], under: str | None) -> None:
    node, source = scalar(text)
    found, (fault,) = parse_rule(node, source)
    assert found is None
    at = position_of(fault.place)
    assert (fault.code, at.line, at.column) == (code, *place)
    if under is not None:
        assert (at.end_line, at.end_column) == (at.line, at.column + len(under))


def test_mixed_joins_show_both_readings() -> None:
    _, (fault,) = parse_rule(*scalar("a: G1 är Ja, och G2 är Ja, eller G3 är Ja\n"))
    assert dict(fault.facts) == {
        "one": "(G1 är Ja, och G2 är Ja), eller G3 är Ja",
        "other": "G1 är Ja, och (G2 är Ja, eller G3 är Ja)",
    }


def test_parentheses_say_which_reading_is_meant() -> None:
    found = rule("a: G1 är Ja, och (G2 är Ja, eller G3 är Ja)\n")
    assert isinstance(found, Joined)
    assert found.by == "och"


def test_depth() -> None:
    assert isinstance(rule(f"a: {'(' * DEEPEST}G1 är Ja{')' * DEEPEST}\n"), Is)
    _, (fault,) = parse_rule(*scalar(f"a: {'(' * 10_000}G1 är Ja{')' * 10_000}\n"))
    assert fault.code == "OJ403"


def test_a_parenthesis_inside_a_label_is_no_depth() -> None:
    label = "(" * 60
    assert words(is_test(f'a: G1 är "{label}"\n').answers) == [label]


def test_a_decomposed_label_is_the_composed_one() -> None:
    for quote in ("", "'"):
        found = is_test(f'x: å\na: {quote}M5 a\u0308r "fo\u0308r alla" eller Nej{quote}\n')
        assert words(found.answers) == ["för alla", "Nej"]
        assert [text.span.text for text in found.answers] == ["fo\u0308r alla", "Nej"]


def test_answers_of_vid() -> None:
    found, faults = parse_answers(*scalar('vid: Ja eller "Nej, behövs inte"\n'))
    assert faults == []
    assert [(text.value, text.span.text) for text in found] == [("Ja", "Ja"), ("Nej, behövs inte", "Nej, behövs inte")]
