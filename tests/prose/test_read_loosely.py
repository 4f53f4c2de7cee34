"""Sentences as a person writes them: what is understood, what it means, and that our own documents may not say so."""

from __future__ import annotations

import ast
import re
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lark import Lark
from lark.lexer import PatternRE

from ojdsl.logic.space import Space
from ojdsl.model.nodes import And, Catalogue, Condition, Count, In, Or
from ojdsl.prose.condition import Words, plain
from ojdsl.prose.read import DESCRIBED, STARTS, read_clause, read_denominator
from ojdsl.prose.read_loosely import START, Counted, Reported, Result, grammar, loose_parser, read_loosely
from ojdsl.prose.reading.loosely import names_of
from ojdsl.prose.reading.misread import Misread
from ojdsl.prose.rule import clause_text, denominator_sentence, sentence
from ojdsl.prose.to_municipality import clause_to_municipality, denominator_to_municipality
from ojdsl.testing.random_areas import area_of, areas
from ojdsl.testing.random_conditions import conditions
from tests.prose.small import QUESTIONS, _question

ROOT = Path(__file__).resolve().parent.parent.parent
SURVEY = area_of((*QUESTIONS, _question("H10.2", ("Ja", "Nej")), _question("H12", ("Ja", "Nej, aldrig", "Nej"))), ())
SPACE = Space(SURVEY.cells())
YES, NO, NA = ("Ja",), ("Nej",), ("Ej aktuellt",)
G1, G1A, G4, H10 = In("G1", YES), In("G1a", YES), In("G4", YES), In("H10.2", YES)
G2 = tuple(In(f"G2_{row}", YES) for row in "xyz")

RESULTS: dict[str, tuple[str, Condition]] = {
    # without a word of who has answered
    "För att uppnå målvärdet krävs ”Ja” på fråga (G)1.": ("Ja", G1),
    "För att få Delvis krävs ”Ja” på fråga (G)1 och ”Nej” på fråga (G)4.": ("Delvis", And((G1, In("G4", NO)))),
    "För att uppnå målvärdet krävs ”Ja” på fråga (G)1, ”Ja” på fråga (G)4 eller ”Nej” på fråga (G)1 a.": (
        "Ja", Or((G1, G4, In("G1a", NO)))
    ),
    # names without quotation marks
    "För att uppnå målvärdet krävs att kommunen har svarat Ja eller Ej aktuellt på fråga (G)1.": ("Ja", In("G1", YES + NA)),
    "För att uppnå målvärdet krävs att kommunen har svarat Ja, Nej eller ”Ej aktuellt” på fråga (G)1.": (
        "Ja", In("G1", YES + NO + NA)
    ),
    "För att uppnå målvärdet krävs att kommunen svarat något annat än ej aktuellt på fråga (G)1.": ("Ja", In("G1", YES + NO)),
    "För att uppnå målvärdet krävs att kommunen inte svarat Ja på fråga (G)1.": ("Ja", In("G1", NO + NA)),
    "För att uppnå målvärdet krävs att kommunen svarat Nej, aldrig, på fråga (H)12.": ("Ja", In("H12", ("Nej, aldrig",))),
    "För att uppnå målvärdet krävs att kommunen svarat Nej, aldrig – på fråga (H)12.": ("Ja", In("H12", ("Nej, aldrig",))),
    "För att uppnå målvärdet krävs Ja-svar på fråga (G)4.": ("Ja", G4),
    # numbers of questions
    "För att uppnå målvärdet krävs att kommunen svarat Ja på fråga( G) 1a.": ("Ja", G1A),
    "För att uppnå målvärdet krävs att kommunen svarat Ja på frågan H10 2.": ("Ja", H10),
    "För att uppnå målvärdet krävs att kommunen svarat Ja på frågan (H)10. 2.": ("Ja", H10),
    "För att uppnå målvärdet krävs att kommunen svarat Ja på enkätfrågan (G)1och Nej på följdfrågan (G)1 a.": (
        "Ja", And((G1, In("G1a", NO)))
    ),
    "För att uppnå målvärdet krävs att kommunen svarat Ja på fråga 4.": ("Ja", G4),
    # outcomes
    "För att uppnå målvärdet (dvs Ja) krävs Ja på fråga (G)4.": ("Ja", G4),
    "För att uppnå målvärdet ja krävs Ja på fråga (G)4.": ("Ja", G4),
    "För att få delvis krävs Ja på fråga (G)4.": ("Delvis", G4),
    # each by itself
    "För att få Ja krävs att kommunen för respektive indikator svarat: Ja på fråga (G)3.": ("Ja", In("G3_x", YES)),
    "För att uppnå målvärdet krävs att kommunen svarat Ja på fråga (G)3 (för varje del) och Ja på fråga (G)4.": (
        "Ja", And((In("G3_x", YES), G4))
    ),
    # many conditions, and groups of them
    "För att uppnå målvärdet krävs att kommunen svarat Ja på fråga (G)1 och Ja på fråga (G)1 a och Nej på fråga (G)4.": (
        "Ja", And((G1, G1A, In("G4", NO)))
    ),
    "För att uppnå målvärdet krävs att kommunen svarat Ja på fråga (G)1 eller Ja på fråga (G)1 a eller Nej på fråga (G)4.": (
        "Ja", Or((G1, G1A, In("G4", NO)))
    ),
    "För att uppnå målvärdet krävs att kommunen svarat Ja på fråga (G)1 och Ja på fråga (G)1 a; eller Ja på fråga (G)4.": (
        "Ja", Or((And((G1, G1A)), G4))
    ),
    "För att uppnå målvärdet krävs att kommunen svarat Ja på fråga (G)1 eller Ja på fråga (G)1 a; och Ja på fråga (G)4.": (
        "Ja", And((Or((G1, G1A)), G4))
    ),
    # parts
    "För att få Delvis krävs att kommunen svarat Ja på minst en av de tre insatserna i fråga (G)2.": ("Delvis", Or(G2)),
    "För att uppnå målvärdet krävs att kommunen svarat Ja på högst ett av de tre programmen, i fråga (G)2.": (
        "Ja", Count(0, 1, G2)
    ),
    "För att få Ja krävs att kommunen svarat Ja på minst två av de tre områdena X, Y och Z.": ("Ja", Count(2, 3, G2)),
    "För att uppnå målvärdet krävs att kommunen svarat Ja på exakt en av de tre delarna ”X”, Y och Z i fråga (G)2.": (
        "Ja", Count(1, 1, G2)
    ),
}  # fmt: skip
LEFT_OUT: dict[str, Condition] = {
    "I beräkningen av andelar på läns- och riksnivå ingår inte ”Ej aktuellt” som svar på fråga (G)1 i nämnaren.": In("G1", NA),
    "Vid beräkning av andelar på länsnivå ingår inte Nej eller Ej aktuellt som svar på fråga 1 i nämnaren.": In("G1", NO + NA),
    "Ej aktuellt som svar på fråga (G) 1 ingår inte i nämnaren.": In("G1", NA),
    "Svaret ”Ej aktuellt” på fråga G1 ingår inte i nämnaren.": In("G1", NA),
    "Svaret Ej aktuellt (fråga G1) ingår inte i nämnaren.": In("G1", NA),
}
OTHER: dict[str, Reported] = {
    "För länen och riket redovisas andelen svarande kommuner som uppnått målvärdet.": Reported((), share=True),
    "På storstads-, läns- och riksnivå redovisas andelen kommuner som uppnår målvärdet, dvs. Ja.": Reported(YES, share=True),
    "För riket redovisas andelen kommuner som har uppfyllt målvärdet (Nej).": Reported(NO, share=True),
    "Redovisas som Ja/Delvis/ej aktuellt.": Reported(("Ja", "Delvis", "Ej aktuellt"), share=False),
}
NOT_UNDERSTOOD = [
    # names
    ("För att uppnå målvärdet krävs Kanske på fråga (G)1.", "Kanske", "words"),
    ("För att uppnå målvärdet krävs Ja, ibland på fråga (G)1.", "ibland", "words"),
    ("För att uppnå målvärdet krävs Ej aktuellt på fråga (G)4.", "Ej", "answer"),
    ("För att uppnå målvärdet krävs ”ja” på fråga (G)4.", "”ja”", "answer"),
    # questions
    ("För att uppnå målvärdet krävs att kommunen svarat Ja på enkätfrågan.", "enkätfrågan", "words"),
    ("För att uppnå målvärdet krävs att kommunen svarat Ja på följdfråga 4.", "följdfråga", "words"),
    ("För att uppnå målvärdet krävs att kommunen svarat Ja på fråga 12 2.", "12", "question"),
    ("För att uppnå målvärdet krävs att kommunen svarat Ja på fråga (G)9.", "(G)9", "question"),
    ("För att uppnå målvärdet krävs att kommunen svarat Ja på fråga (G)2.", "(G)2", "part"),
    # och and eller
    ("För att uppnå målvärdet krävs Ja på fråga (G)1 och Ja på fråga (G)1 a eller Ja på fråga (G)4.", "eller", "words"),
    ("För att uppnå målvärdet krävs Ja på fråga (G)1 eller Ja på fråga (G)1 a och Ja på fråga (G)4.", "och", "words"),
    ("För att uppnå målvärdet krävs att kommunen svarat Ja på fråga (G)1; och Ja på fråga (G)4; eller Ja på fråga (G)1 a.",
     "eller", "words"),
    # parts
    ("För att få Ja krävs att kommunen svarat Ja på minst en av de fyra insatserna i fråga (G)2.", "fyra", "number"),
    ("För att få Ja krävs att kommunen svarat Ja på minst en av de två delarna X och Y.", "X", "part"),
    ("För att få Ja krävs att kommunen svarat Ja på minst en av de tre delarna X och Y i fråga (G)2.", "tre", "number"),
    # more than is understood
    ("För att uppnå målvärdet krävs Ja på fråga (G)1, har en rutin.", "har", "words"),
    ("För att uppnå målvärdet krävs att komunen svarat Ja på fråga (G)1.", "komunen", "words"),
    ("För att uppnå målvärdet krävs Ja på fråga (G)1. Resten får Nej.", "Resten", "words"),
    ("Ej aktuellt ingår inte i nämnaren.", "ingår", "words"),
]  # fmt: skip
WHOLE = re.compile(r"[A-Za-zÅÄÖåäö]+(?: aktuellt)?")


def test_the_grammar_has_no_conflict_so_that_a_sentence_has_one_parse() -> None:
    Lark(grammar(), parser="lalr", strict=True, start=[*STARTS, START])


def test_every_word_is_told_as_a_word() -> None:
    sentences = loose_parser(names_of(SURVEY))
    patterns = {one.name for one in sentences.terminals if isinstance(one.pattern, PatternRE)} - set(sentences.ignore_tokens)
    assert patterns <= set(DESCRIBED)


@pytest.mark.parametrize("text", RESULTS)
def test_a_result(text: str) -> None:
    read = read_loosely(text, SURVEY)
    assert isinstance(read, Result), read
    outcome, condition = RESULTS[text]
    assert read.outcome == outcome
    assert read.condition is not None
    assert SPACE.holds(read.condition) == SPACE.holds(condition)


@pytest.mark.parametrize("text", LEFT_OUT)
def test_a_denominator(text: str) -> None:
    read = read_loosely(text, SURVEY)
    assert isinstance(read, Counted), read
    assert read.outcomes is None
    assert read.left_out is not None
    assert SPACE.holds(read.left_out) == SPACE.holds(LEFT_OUT[text])


@pytest.mark.parametrize("text", OTHER)
def test_what_is_published(text: str) -> None:
    assert read_loosely(text, SURVEY) == OTHER[text]


@pytest.mark.parametrize(("text", "stops_at", "kind"), NOT_UNDERSTOOD)
def test_where_reading_stops(text: str, stops_at: str, kind: str) -> None:
    read = read_loosely(text, SURVEY)
    assert isinstance(read, Misread), read
    assert (read.kind, text[read.position :][: len(stops_at)]) == (kind, stops_at)


def test_names_that_can_be_divided_otherwise_are_not_understood() -> None:
    """Whether "A eller B" is one answer or two is not to be guessed; between quotation marks it is said."""
    survey = area_of((_question("G1", ("A", "B", "A eller B", "C")), _question("G2", YES, ("X", "Y", "X och Y", "Z"))), ())
    for text in ("A eller B på fråga G1", "C eller A eller B på fråga G1"):
        read = read_loosely(f"För att uppnå målvärdet krävs {text}.", survey)
        assert isinstance(read, Misread)
        assert read.kind == "grouping"
    for said in ("Ja på minst en av de två delarna X och Y och Z", "Ja på minst en av de två delarna X och Y och Z i fråga G2"):
        assert isinstance(read_loosely(f"För att uppnå målvärdet krävs {said}.", survey), Misread)
    for text, labels in {
        "”A eller B”": ("A eller B",),
        "”A” eller ”B”": ("A", "B"),
        "C": ("C",),
        "A eller C": ("A", "C"),
    }.items():
        assert read_loosely(f"För att uppnå målvärdet krävs {text} på fråga G1.", survey) == Result("Ja", In("G1", labels))


def test_names_alike_but_for_case_are_not_taken_for_each_other() -> None:
    survey = area_of((_question("G1", ("Ja", "JA", "Nej")), _question("G2", YES, ("x", "X", "y"))), ())
    for text, labels in {"Ja": ("Ja",), "JA": ("JA",), "nej": ("Nej",)}.items():
        assert read_loosely(f"För att uppnå målvärdet krävs {text} på fråga G1.", survey) == Result("Ja", In("G1", labels))
    assert isinstance(read_loosely("För att uppnå målvärdet krävs jA på fråga G1.", survey), Misread)


# --- what is ours stays as it is -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [*RESULTS, *LEFT_OUT, *OTHER])
def test_our_own_documents_may_not_say_so(text: str) -> None:
    """But for what is said of who is required, every form here is one that the strict reader refuses."""
    assert isinstance(read_clause(text, SURVEY), Misread)
    assert isinstance(read_denominator(text, SURVEY), Misread)


def test_nothing_that_builds_or_verifies_reads_loosely() -> None:
    users = []
    for path in sorted((ROOT / "ojdsl").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            modules += [one.name for one in node.names] if isinstance(node, ast.Import) else []
            if any("loosely" in module for module in modules):
                users.append(path.relative_to(ROOT / "ojdsl").as_posix())
    assert set(users) == {"prose/read_loosely.py"}


def assert_means_the_same(text: str, survey: Catalogue, row: str | None, space: Space) -> None:
    strict, loose = read_clause(text, survey, row), read_loosely(text, survey, row)
    if isinstance(strict, Misread):
        return
    assert isinstance(loose, Result), (text, loose)
    assert loose.outcome == strict[0]
    assert (loose.condition is None) == (strict[1] is None)
    if loose.condition is not None and strict[1] is not None:
        assert space.holds(loose.condition) == space.holds(strict[1]), text


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(conditions(SURVEY.cells()), st.sampled_from(["Ja", "Delvis", "Nej", "Ej aktuellt"]))
def test_tolerance_never_changes_what_a_strict_sentence_means(condition: Condition, outcome: str) -> None:
    said = plain(condition, Words(SURVEY))
    for text in (f"För att få {outcome} krävs att kommunen har {said}.", f"Ni får {outcome} om ni har {said}."):
        assert not isinstance(read_clause(text, SURVEY), Misread), text
        assert_means_the_same(text, SURVEY, None, SPACE)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(areas())
def test_nor_in_any_area(area: Catalogue) -> None:
    space = Space(area.cells())
    for indicator in area.indicators:
        row = indicator.row.label if indicator.row else None
        for clause in indicator.clauses:
            assert_means_the_same(clause_text(clause, indicator, area), area, row, space)
            assert_means_the_same(sentence(clause_to_municipality(clause, indicator, area)), area, row, space)
        for phrase in (denominator_sentence(indicator, area), denominator_to_municipality(indicator, area)):
            if phrase is None:
                continue
            strict, loose = read_denominator(sentence(phrase), area, row), read_loosely(sentence(phrase), area, row)
            assert not isinstance(strict, Misread)
            assert isinstance(loose, Counted), (sentence(phrase), loose)
            assert (loose.outcomes, loose.left_out is None) == (strict[0], strict[1] is None)
            if loose.left_out is not None and strict[1] is not None:
                assert space.holds(loose.left_out) == space.holds(strict[1])


# --- never another meaning ------------------------------------------------------------------------------------------------------

TRICKY = area_of(
    (
        _question("G1", ("Ja", "Nej", "Ja eller Nej", "Ja, delvis", "Delvis")),
        _question("G2", ("Ja", "Nej", "minst en", "inte", "På fråga G1"), ("X", "Y", "X och Y", "G1")),
        _question("G10.2", ("Ja", "ja", "något annat", "A, B", "B")),
        _question("G10", ("Ja", "Nej och Ja", "Nej")),
        _question("G5", ("A", "B", "A och B", "Ja"), multiple=True),
        _question("M1", ("Ja", "Nej")),
        _question("M7", ("Ja", "Nej", "3", "3 dagar")),
    ),
    (),
)
TRICKY_SPACE = Space(TRICKY.cells())
REWRITES: tuple[tuple[str, str], ...] = (
    (r"”([^”]*)”", r"\1"),
    (r"\(([A-Z])\)(\d)", r"\1\2"),
    (r"\(([A-Z])\)(\d)", r"( \1) \2"),
    (r"\(([A-Z])\)(\d)", r"\2"),
    (r"(\d)\.(\d)", r"\1 \2"),
    (r"\bfråga ", "enkätfrågan "),
    (r"\bfråga ", "följdfråga "),
    (r" på (fråga|enkätfrågan|frågan)\b", r", på \1"),
    (r"\bfråga ", "frågan "),
)
"""What a person may do to a sentence without changing what it says."""


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(conditions(TRICKY.cells()), st.data())
def test_a_sentence_that_is_written_loosely_is_never_taken_for_another(condition: Condition, data: st.DataObject) -> None:
    """Without marks, letters or points it means the same, or is not understood: never another thing."""
    text = f"För att få Ja krävs att kommunen har {plain(condition, Words(TRICKY))}."
    for pattern, new in data.draw(st.lists(st.sampled_from(REWRITES), max_size=3)):
        places = [match.span() for match in re.finditer(pattern, text)]
        for start, end in reversed([place for place in places if data.draw(st.booleans())]):
            text = text[:start] + re.sub(pattern, new, text[start:end]) + text[end:]
    read = read_loosely(text, TRICKY)
    if isinstance(read, Result) and read.condition is not None:
        assert TRICKY_SPACE.holds(read.condition) == TRICKY_SPACE.holds(condition), text


# --- what carries the meaning is told apart -----------------------------------------------------------------------------------

PHRASES = (
    "minst",
    "högst",
    "exakt",
    "och",
    "eller",
    "en",
    "ett",
    "två",
    "tre",
    "Ja",
    "Nej",
    "Ej aktuellt",
    "Delvis",
    "inte",
    "krävs",
)
ALIKE = {("en", "ett")}
LISTED = re.compile(r"(?:”?(?:Ja|Nej|Ej aktuellt)”?(?:, | eller )?){2,}")


def ordered(text: str) -> str:
    """The same answers in another order are the same answers."""
    return LISTED.sub(lambda match: " ".join(sorted(re.findall("Ja|Nej|Ej aktuellt", match[0]))), text)


def meaning(text: str) -> object:
    """What a sentence says, as something to compare; None if it is not understood."""
    match read_loosely(text, SURVEY):
        case Result(outcome, condition):
            return outcome, None if condition is None else SPACE.holds(condition)
        case Counted(left_out, outcomes):
            return outcomes, None if left_out is None else SPACE.holds(left_out)
        case Reported() as reported:
            return reported
    return None


def test_two_phrases_that_are_swapped_are_noticed(capsys: pytest.CaptureFixture[str]) -> None:
    """In each sentence that has one of the two: it is not understood, or means another thing."""
    swaps, missed = 0, []
    for text in (*RESULTS, *LEFT_OUT, *OTHER):
        for one, other in combinations(PHRASES, 2):
            pairs = {one: other, other: one}
            changed = WHOLE.sub(lambda match, pairs=pairs: pairs.get(match[0], match[0]), text)  # type: ignore[misc]
            if ordered(changed) == ordered(text) or (one, other) in ALIKE:
                continue
            swaps += 1
            if meaning(changed) == meaning(text):
                missed.append(changed)
    with capsys.disabled():
        print(f" {swaps} swaps of two phrases in what is read with tolerance, {swaps - len(missed)} noticed", end="")
    assert missed == []


def test_a_phrase_that_is_left_out_is_noticed() -> None:
    for text in (*RESULTS, *LEFT_OUT):
        for phrase in PHRASES:
            changed = re.sub(rf"(?<!\w){phrase}(?!\w) ?", "", text)
            assert changed == text or meaning(changed) != meaning(text), changed
