"""The reader alone: that a sentence has one parse, that it owes nothing to the writer, and where it stops."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from lark import Lark
from lark.lexer import PatternRE

from ojdsl.logic.space import Space
from ojdsl.model.nodes import And, Asked, Condition, Count, In, Or, Withholding
from ojdsl.prose.read import (
    DESCRIBED,
    STARTS,
    parser,
    read_clause,
    read_condition,
    read_denominator,
    read_levels,
    read_withholding,
)
from ojdsl.prose.reading.lists import flattened
from ojdsl.prose.reading.misread import Misread
from ojdsl.testing.random_areas import area_of
from tests.prose.small import QUESTIONS

PROSE = Path(__file__).resolve().parent.parent.parent / "ojdsl" / "prose"
READER = (PROSE / "read.py", PROSE / "read_loosely.py", *sorted((PROSE / "reading").glob("*.py")))
SMALL = area_of(QUESTIONS, ())
SPACE = Space(SMALL.cells())
YES, NO = ("Ja",), ("Nej",)


def test_the_grammar_has_no_conflict_so_that_a_sentence_has_one_parse() -> None:
    grammar = (PROSE / "reading" / "sentence.lark").read_text(encoding="utf-8")
    Lark(grammar, parser="lalr", strict=True, start=STARTS)


@pytest.mark.parametrize("path", READER, ids=lambda path: path.name)
def test_the_reader_knows_the_trees_and_nothing_of_the_writer(path: Path) -> None:
    allowed = ("ojdsl.model.nodes", "ojdsl.prose.reading.", "ojdsl.prose.read")
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        for name in names:
            assert not name.startswith("ojdsl") or name.startswith(allowed), f"{path.name}: {name}"


READ: dict[str, Condition] = {
    "svarat ”Ja” på fråga (G)1 och ”Nej” på fråga (G)4": And((In("G1", YES), In("G4", NO))),
    "svarat ”Ja” på fråga (G)1 eller (G)4": Or((In("G1", YES), In("G4", YES))),
    "svarat något annat än ”Nej” på fråga (G)1": In("G1", ("Ja", "Ej aktuellt")),
    "inte svarat ”Ja” på fråga (G)1 a": Count(0, 0, (In("G1a", YES),)),
    "fått fråga (G)1 a": Asked("G1a"),
    "svarat ”Ja” på högst en av delarna ”X” och ”Z” i fråga (G)2": Count(0, 1, (In("G2_x", YES), In("G2_z", YES))),
    "lämnat ”A” och ”C” omarkerade i fråga (G)5": And((In("G5_a", NO), In("G5_c", NO))),
    "uppfyllt båda följande villkor: a) svarat ”Ja” på fråga (G)4; b) uppfyllt minst ett av följande två villkor: "
    "b1) svarat ”Ja” på fråga (G)1; b2) markerat ”A” i fråga (G)5.": And(
        (In("G4", YES), Or((In("G1", YES), In("G5_a", YES))))
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", READ)
def test_a_condition(text: str) -> None:
    read = read_condition(text, SMALL)
    assert not isinstance(read, Misread), read
    assert SPACE.holds(read) == SPACE.holds(READ[text])


@pytest.mark.parametrize(
    ("text", "stops_at", "kind"),
    [
        ("svarat ”ja” på fråga (G)1", "”ja”", "answer"),
        ("svarat ”Ja” på fråga (G)9", "(G)9", "question"),
        ("svarat ”Ja” på fråga (G)2", "(G)2", "part"),
        ("svarat ”Ja” på delen ”Å” i fråga (G)2", "”Å”", "part"),
        ("svarat ”Ja” på minst en av de två delarna i fråga (G)2", "två", "number"),
        ("svarat ”Ja” på minst ett av de tre delarna i fråga (G)2", "ett", "words"),
        ("svarat ”Ja” på fråga (G)5", "(G)5", "question"),
        ("markerat ”A” och ”A” i fråga (G)5", "”A” i", "answer"),
        ("lämnat ”A” omarkerade i fråga (G)5", "omarkerade", "words"),
        ("svarat ”Ja” på fråga (G)1 eller (G)1 a och ”Ja” på fråga (G)4", "svarat", "grouping"),
        ("markerat ”A” i fråga (G)5 och ”Ja” på fråga (G)4", "”Ja”", "words"),
        ("uppfyllt minst ett av följande tre villkor: a) svarat ”Ja” på fråga (G)1; b) fått fråga (G)4", "tre", "number"),
        ("uppfyllt båda följande villkor: a) svarat ”Ja” på fråga (G)1; c) svarat ”Ja” på fråga (G)4", "c)", "marker"),
        ("svarat ”Ja” på fråga (G)1 och", "", "words"),
    ],
)  # fmt: skip
def test_where_reading_stops(text: str, stops_at: str, kind: str) -> None:
    read = read_condition(text, SMALL)
    assert isinstance(read, Misread), read
    assert read.kind == kind
    assert text[read.position :].startswith(stops_at)
    assert stops_at or read.position == len(text)


def test_what_is_expected_is_told_in_words() -> None:
    read = read_condition("svarat ”Ja” på fråga (G)1 men", SMALL)
    assert isinstance(read, Misread)
    assert {"och", "eller", ","} <= set(read.expected)
    patterns = {one.name for one in parser().terminals if isinstance(one.pattern, PatternRE)} - set(parser().ignore_tokens)
    assert patterns <= set(DESCRIBED)


def test_both_registers_of_a_clause() -> None:
    for text in (
        "För att uppnå målvärdet (Ja) krävs att kommunen har svarat ”Ja” på fråga (G)1.",
        "Resultatet är Ja om kommunen har svarat ”Ja” på fråga (G)1.",
        "Ni får Ja om ni har svarat ”Ja” på fråga (G)1.",
    ):
        assert read_clause(text, SMALL) == ("Ja", In("G1", YES))
    assert read_clause("Alla andra svar ger resultatet Nej.", SMALL) == ("Nej", None)
    assert read_clause("Ni får Nej med alla andra svar.", SMALL) == ("Nej", None)
    assert isinstance(read_clause("Ni får Ja om kommunen har svarat ”Ja” på fråga (G)1.", SMALL), Misread)


def test_a_denominator() -> None:
    start = "I nämnaren för andelar ingår kommuner med resultatet Ja eller Nej."
    assert read_denominator(start, SMALL) == (("Ja", "Nej"), None)
    left_out = f"{start} Kommuner som har svarat ”Ej aktuellt” på fråga (G)1 ingår inte."
    assert read_denominator(left_out, SMALL) == (("Ja", "Nej"), In("G1", ("Ej aktuellt",)))
    assert isinstance(read_denominator(left_out.replace("ingår inte", "ingår"), SMALL), Misread)


def test_where_shares_are_withheld() -> None:
    text = "En andel visas inte för en grupp där mer än 5 procent av kommunerna har resultatet Bortfall, och inte heller "
    assert read_withholding(f"{text}där ingen kommun ingår i nämnaren.") == Withholding(5, ("Bortfall",))
    assert isinstance(read_withholding(text), Misread)
    assert isinstance(read_withholding(text.replace("mer än", "minst")), Misread)


def test_levels_and_their_shares_must_agree() -> None:
    text = "Län och riket. För län och riket redovisas andelen kommuner med resultatet Ja av dem som ingår i nämnaren."
    assert read_levels(text) == ("lan", "riket")
    other = read_levels(text.replace("För län och riket", "För riket"))
    assert isinstance(other, Misread)
    assert other.expected == ("lan", "riket")
    assert isinstance(read_levels(text.replace("Ja", "Nej")), Misread)


def test_a_members_own_row_goes_without_saying() -> None:
    assert read_condition("svarat ”Ja” på fråga (G)2", SMALL, "Y") == In("G2_y", YES)


def test_a_list_of_a_document_as_flat_text() -> None:
    item = ("uppfyllt båda följande villkor:", [("x", ()), ("y", ())])
    assert flattened(("ett av:", [item, ("z", ())])) == "ett av: a) uppfyllt båda följande villkor: a1) x; a2) y; b) z"
