"""Answers against an assumption: OJ631 for the terminal, OJ632 for each unit; blank and declined answers are against nothing."""

from __future__ import annotations

from dataclasses import replace

from ojdsl.data.assumed import FIRST, against, summaries
from ojdsl.diagnostics.render import message, severity
from ojdsl.model.nodes import Assumption, Catalogue, In

from .small import NOWHERE, answers_of, catalogue, catalogue_of

GATE = "missbruk_besvaras"
METHOD = Assumption("metod", In("G15", ("Ja",)), In("M6", ("Ja",)), "Brukarna frågar efter metoden.", NOWHERE)
OTHER = Assumption("annat", In("G15", ("Nej",)), In("M6", ("Nej",)), "Ingen frågar.", NOWHERE)


def assuming(*assumptions: Assumption, to: Catalogue | None = None) -> Catalogue:
    return replace(to or catalogue(), assumptions=assumptions)


def units(*rows: dict[str, str]) -> list[str]:
    codes = ("0114", "0115", "1984", "2584")
    answers = answers_of([{"enhet": code} | row for code, row in zip(codes, rows, strict=False)])
    return [str(row.facts["unit"]) for one in against(assuming(METHOD), answers) for row in one.rows]


def test_who_answers_against_an_assumption() -> None:
    assert units({"G15": "Ja", "M6": "Nej"}, {"G15": "Ja", "M6": "Ja"}, {"G15": "Nej", "M6": "Nej"}) == ["0114"]


def test_what_is_blank_or_declined_is_against_nothing() -> None:
    assert units({"G15": "Ja"}, {"M6": "Nej"}, {GATE: "Nej", "G15": "Ja", "M6": "Nej"}, {}) == []


def test_what_is_not_asked_is_against_what_it_should_be() -> None:
    asked = Assumption("fraga", In("M6", ("Nej",)), In("M6b", ("Ja",)), "Skäl.", NOWHERE)
    (found,) = against(assuming(asked), answers_of([{"enhet": "0114", "M6": "Nej"}]))
    assert [row.facts["column"] for row in found.rows] == ["M6"]


def test_each_unit_is_told_with_its_answers() -> None:
    (found,) = against(assuming(METHOD, OTHER), answers_of([{"enhet": "0114", "G15": "Ja", "M6": "Nej"}]))
    (row,) = found.rows
    assert (row.code, severity(row)) == ("OJ632", "warning")
    assert {name: row.facts[name] for name in ("unit", "column", "answer", "name")} == {
        "unit": "0114", "column": "M6", "answer": "Nej", "name": "metod",
    }  # fmt: skip
    assert "”G15 = Ja” och ”M6 = Nej”" in message(row)


def test_the_terminal_gets_one_warning_for_each_assumption_with_the_first_units() -> None:
    many = assuming(METHOD, OTHER, to=catalogue_of(8))
    codes = [unit.code for unit in many.round.register.units]
    rows = [{"enhet": code, "G15": "Ja", "M6": "Nej"} for code in codes[:7]]
    answers = answers_of([*rows, {"enhet": codes[7], "G15": "Nej", "M6": "Ja"}], many)
    first, second = summaries(against(many, answers))
    assert [first.code, second.code] == ["OJ631", "OJ631"]
    assert (first.facts["count"], first.facts["units"], first.facts["name"]) == (7, tuple(codes[:FIRST]), "metod")
    assert (second.facts["count"], second.facts["units"]) == (1, (codes[7],))
