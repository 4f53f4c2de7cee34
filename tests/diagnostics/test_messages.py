"""Every message: both languages say the same of the same facts, and all of it can be rendered."""

from __future__ import annotations

import json
import re
import string

import pytest

from ojdsl.diagnostics.fact import Counterexample, Diagnostic, Fact, Related, in_order
from ojdsl.diagnostics.messages import MESSAGES
from ojdsl.diagnostics.render import as_json, as_text, form, hint, message, summary
from ojdsl.diagnostics.to_sarif import as_sarif
from ojdsl.model.faults import Faults
from ojdsl.source import Source, Span, Text

SOURCE = Source("specs/f.yaml", "å: 😀 ja\nb: nej\n")
PLACE = Span(SOURCE, 5, 7)


def fields(text: str) -> dict[str, str]:
    """The facts that a text is filled with, and how each is written."""
    return {name: spec or "" for _, name, spec, _ in string.Formatter().parse(text) if name}


def facts(code: str) -> dict[str, Fact]:
    texts = MESSAGES[code]
    found = fields(texts.sv) | fields(texts.hint_sv)
    return {name: ("ett", "två") if spec else "ett" for name, spec in found.items()}


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_both_languages_use_the_same_facts(code: str) -> None:
    texts = MESSAGES[code]
    assert fields(texts.sv) == fields(texts.en)
    assert fields(texts.hint_sv) == fields(texts.hint_en)
    assert bool(texts.hint_sv) == bool(texts.hint_en)


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_every_message_renders_in_both_languages(code: str) -> None:
    fault = Diagnostic(code, PLACE, facts(code))
    swedish, english = as_text(fault, "sv"), as_text(fault, "en")
    assert swedish != english
    assert "{" not in message(fault) or "{{" in MESSAGES[code].sv
    assert message(fault).endswith((".", "?", ":", "”", "ett"))


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_codes_are_well_formed(code: str) -> None:
    assert re.fullmatch(r"OJ[1-8]\d\d", code)


def test_the_excerpt_underlines_the_place() -> None:
    lines = as_text(Diagnostic("OJ117", PLACE)).splitlines()
    assert lines[1:5] == ["  --> specs/f.yaml:1:6", "    |", "  1 | å: 😀 ja", "    |       ^^"]  # the emoji is two wide


def test_a_long_line_is_cut_around_the_place() -> None:
    source = Source("f.yaml", "x" * 500 + "fel" + "y" * 500)
    lines = as_text(Diagnostic("OJ117", Span(source, 500, 503))).splitlines()
    at = lines[4].index("^")
    assert lines[3][at : at + 3] == "fel"
    assert max(map(len, lines)) < 160


def test_what_a_terminal_would_obey_is_never_printed() -> None:
    source = Source("f.csv", "a\x1b[2Jb\u202ec\n")
    text = as_text(Diagnostic("OJ611", Span(source, 0, 5), {"column": "a\x1b[2J\u202e", "near": ("\x07",)}))
    assert not set("\x1b\u202e\x07") & set(text)


def test_near_names_come_first_in_the_hint() -> None:
    fault = Diagnostic("OJ301", PLACE, {"name": "G22", "near": ("G2", "G21")})
    assert hint(fault).startswith("Menade du ”G2” eller ”G21”? ")
    assert hint(fault, "en").startswith("Did you mean “G2” or “G21”? ")


@pytest.mark.parametrize(
    ("known", "end"),
    [((), "Kända är inga."), (("SoL", "LSS"), "Kända är ”SoL” och ”LSS”."), (tuple("abcdefghijklmnop"), "”n”, ”o” och ”p”.")],
)
def test_known_names_are_listed_however_many_where_none_is_near(known: tuple[str, ...], end: str) -> None:
    faults = Faults()
    faults.unknown("OJ309", Text("Zzzzz 3:6", PLACE), known)
    assert hint(faults.found[0]).endswith(end)


def test_many_known_names_are_not_listed_beside_a_near_one() -> None:
    faults = Faults()
    faults.unknown("OJ309", Text("SolL", PLACE), ("SoL", *"abcdefghijklmnop"))
    assert hint(faults.found[0]) == "Menade du ”SoL”?"


def test_a_long_fact_is_cut() -> None:
    assert len(message(Diagnostic("OJ301", PLACE, {"name": "x" * 10_000}))) < 300


def test_related_places_and_a_counterexample() -> None:
    fault = Diagnostic(
        *("OJ421", PLACE, {"first": "Ja", "second": "Nej", "first_part": "G2 är Ja", "second_part": "G2a är Nej"}),
        related=(Related(Span(SOURCE, 8, 9), "first"),),
        counterexample=Counterexample({"G2": "Ja", "G2a": "Nej"}, (("G2", "Ja"), ("G2a", "Nej"))),
    )
    text = as_text(fault)
    assert "  --> specs/f.yaml:2:1: det första står här" in text
    assert "  till exempel en kommun som svarar:\n      G2   Ja\n      G2a  Nej\n" in text
    (found,) = json.loads(as_json([fault]))
    assert found["counterexample"] == {"columns": {"G2": "Ja", "G2a": "Nej"}, "text": "G2   Ja\nG2a  Nej"}


def test_a_form_says_what_is_not_asked_and_two_forms_stand_side_by_side() -> None:
    better = Counterexample({"G2": "Ja", "G2a": "Nej"}, (("G2", "Ja"), ("G2a", "Nej"), ("G3", "Ja")), "Nej")
    worse = Counterexample({"G2": "Nej"}, (("G2", "Nej"), ("G2a", None), ("G3", "Ja")), "Delvis", better)
    assert form(worse) == (
        "G2        Nej           → Ja\nG2a       (ställs inte) → Nej\nG3        Ja\nresultat  Delvis        → Nej"
    )
    assert form(worse, "en").splitlines()[1] == "G2a     (not asked) → Nej"
    fault = Diagnostic("OJ446", PLACE, {"name": "metod"}, (), worse)
    assert "  till exempel en kommun vars svar blir bättre:\n      G2        Nej           → Ja\n" in as_text(fault)
    (found,) = json.loads(as_json([fault]))
    assert found["counterexample"] == {
        "columns": {"G2": "Nej"},
        "text": form(worse),
        "outcome": "Delvis",
        "other": {"columns": {"G2": "Ja", "G2a": "Nej"}, "outcome": "Nej"},
    }
    (result,) = json.loads(as_sarif([fault]))["runs"][0]["results"]
    assert result["properties"]["counterexample"] == found["counterexample"]


def test_faults_come_in_order_of_file_line_column_and_code() -> None:
    other = Source("a.yaml", "x\n")
    mixed = [
        Diagnostic("OJ104", Span(SOURCE, 9, 9)),
        Diagnostic("OJ105", PLACE),
        Diagnostic("OJ104", PLACE),
        Diagnostic("OJ105", Span(other, 0, 1)),
    ]
    assert in_order(mixed) == [mixed[3], mixed[2], mixed[1], mixed[0]]


@pytest.mark.parametrize(
    ("codes", "swedish", "english"),
    [
        ([], "", ""),
        (["OJ104"], "1 fel", "1 error"),
        (["OJ104", "OJ502", "OJ502", "OJ630"], "1 fel, 2 varningar, 1 upplysning", "1 error, 2 warnings, 1 note"),
    ],
)
def test_summary(codes: list[str], swedish: str, english: str) -> None:
    found = [Diagnostic(code, PLACE) for code in codes]
    assert (summary(found), summary(found, "en")) == (swedish, english)
