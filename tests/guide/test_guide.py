"""The faults of the guide that was printed in 2017: the compiler tells of each, in these words, and docs/ shows it."""

from __future__ import annotations

import os

import pytest

from tests.guide.cases import Case, cases, table, totals
from tests.real import ROOT, catalogue

ACCEPT = "OJDSL_ACCEPT" in os.environ
"""Set to rewrite the messages and the page; the difference is then yours to read."""
END = "<!-- slut -->"
PAGE = ROOT / "docs" / "guiden-2017.md"
EVERY = [*cases("rules"), *cases("others")]


@pytest.mark.parametrize("case", EVERY, ids=lambda case: case.path.stem)
def test_a_fault_of_the_print_is_told(case: Case) -> None:
    assert case.faults
    if ACCEPT:
        case.accept()
    else:
        assert case.told() == case.expected()


def test_every_description_of_the_print_has_its_rule_here() -> None:
    """But the background measure, which has no rule."""
    described = {one.family or one.id for one in catalogue().indicators if one.kind == "indicator"}
    assert {case.path.stem for case in cases("rules")} == described


@pytest.mark.parametrize(
    ("name", "code", "place"),
    [
        ("kon_uppfoljning", "OJ302", "Ej aktuellt"),
        ("m6a_tva_ganger", "OJ314", "M6a"),
        ("m6b_tva_ganger", "OJ314", "M6b"),
        ("m6b_fyra_rader", "OJ304", "M6b"),
        ("overenskommelse", "OJ304", "G3"),
        ("overenskommelse_namnare", "OJ302", "Ej aktuellt"),
        ("uppfoljning_metod", "OJ302", "Ja, men inte för alla"),
        ("metod_ej_aktuellt", "OJ424", "annars"),
        ("resultat_namnare", "OJ424", "annars"),
        ("g6a_ett_svar", "OJ422", "G6 är Ja"),
        ("m2_datum", "OJ502", "1 februari 2016"),
        ("sip_datum", "OJ502", "1 februari 2016"),
        ("lag_utan_ar", "OJ505", "182:763"),
        ("g23_rad", "OJ303", "Missbruk"),
    ],
)
def test_the_worst_faults_are_found_where_they_stand(name: str, code: str, place: str) -> None:
    """Said once more, apart from the messages: the code, and the text that is marked."""
    (case,) = [one for one in EVERY if one.path.stem == name]
    marked = [str(getattr(fault.place, "text", "")) for fault in case.faults if fault.code == code]
    assert any(text.startswith(place) for text in marked), marked


def test_the_page_shows_them() -> None:
    page = PAGE.read_text(encoding="utf-8")
    now = page
    for name, made in {"rules": table("rules"), "others": table("others"), "totals": totals()}.items():
        before, start, rest = now.partition(f"<!-- {name} -->\n")
        assert start, name
        now = before + start + made + END + rest.partition(END)[2]
    if ACCEPT:
        PAGE.write_text(now, encoding="utf-8")
    assert now == page or ACCEPT
