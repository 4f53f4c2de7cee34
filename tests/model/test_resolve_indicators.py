"""Families, words by row, denominators, laws and the rest of an indicator."""

from __future__ import annotations

from datetime import date

import pytest

from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.model.dates import swedish_date, swedish_period
from ojdsl.model.faults import Faults
from ojdsl.model.nodes import Law, Period
from ojdsl.model.placeholders import fill, period_words
from ojdsl.model.resolve_shared import Shared, resolve_law
from ojdsl.source import Source, Span, Text
from tests.model.written import catalogue, check, codes, written

FILE = "specs/2017/missbruk/prov.yaml"
FAMILY = "  Ja: G2 är Ja\n  Ej aktuellt: G2 är Ej aktuellt\n  Nej: annars"
ROWS = """\
per_rad:
  Ekonomiskt bistånd:
    ord: pengar
  Äldreomsorg:
    ord: äldre
  LSS (barn och vuxen):
    ord: stöd
"""


def family(old: str = "", new: str = "") -> dict[str, str]:
    project = written(FAMILY, "G2", outcomes="Ja/Nej/Ej aktuellt")
    text = project[FILE].replace("namn: Prov\n", f"{ROWS}namn: Prov om {{ord}} för {{rad}}\n", 1)
    assert old in text
    return {**project, FILE: text.replace(old, new) if old else text}


def test_each_row_has_its_own_words() -> None:
    found = catalogue(family()).indicators
    assert [one.description.name for one in found] == [
        "Prov om pengar för Ekonomiskt bistånd",
        "Prov om äldre för Äldreomsorg",
        "Prov om stöd för LSS (barn och vuxen)",
    ]
    assert {one.family for one in found} == {"prov"}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("    ord: äldre\n", "    orden: äldre\n", "OJ320"),
        ("  Äldreomsorg:\n    ord: äldre\n", "", "OJ320"),
        ("  Äldreomsorg:", "  Äldre:", "OJ303"),
        ("familj: G2", "familj: G9", "OJ301"),
        ("familj: G2", "familj: G2c", "OJ319"),
        ("indikator: prov", "indikator: Prov", "OJ318"),
        ("{ord}", "{orden}", "OJ501"),
        ("redovisas_som: Ja/Nej/Ej aktuellt", "redovisas_som: Ja/Nej/Kanske", "OJ313"),
        ("redovisas_som: Ja/Nej/Ej aktuellt", "redovisas_som: Ja/Ja/Nej/Ej aktuellt", "OJ330"),
        ("Självbestämmande och integritet", "Självbestämmanden", "OJ308"),
        ("regel:\n  Ja: G2 är Ja\n", "regel:\n  Ja: annars\n", "OJ416"),
        ("  Ej aktuellt: G2 är Ej aktuellt\n  Nej: annars", "  Nej: annars\n  Ej aktuellt: G2 är Ej aktuellt", "OJ417"),
    ],
)
def test_families_with_faults(old: str, new: str, code: str) -> None:
    assert code in codes(family(old, new))


def test_a_fault_of_a_family_shows_once() -> None:
    assert codes(family("Självbestämmande och integritet", "Självbestämmanden")).count("OJ308") == 1


def test_the_denominator_leaves_out_not_applicable() -> None:
    assert catalogue(family()).indicators[0].denominator == frozenset({"Ja", "Nej"})


def test_a_written_denominator() -> None:
    text = family()[FILE] + "nämnare:\n  utfall: Ja/Nej/Ej aktuellt\n"
    assert catalogue({**family(), FILE: text}).indicators[0].denominator == frozenset({"Ja", "Nej", "Ej aktuellt"})


def test_levels_and_colours_come_from_the_kind_and_the_round() -> None:
    found = catalogue(family()).indicators[0]
    assert found.levels == ("enhet", "storstad", "lan", "riket")
    assert (found.colours["Ja"], found.colours["Nej"]) == ("grön", "röd")


def test_cells_hold_the_parents_of_follow_ups() -> None:
    found = catalogue(written("  Ja: G2b innehåller Chefen\n  Nej: annars")).indicators[0]
    assert found.cells == ("G2_ekonomiskt_bistand", "G2_aldreomsorg", "G2_lss_barn_och_vuxen", "G2b_chefen")
    assert found.questions[:2] == ("G2", "G2b")


def test_an_indicator_that_the_area_does_not_list() -> None:
    project = written("  Ja: G6 är Ja\n  Nej: annars")
    extra = project[FILE].replace("indikator: prov", "indikator: extra")
    assert "OJ312" in [fault.code for fault in check({**project, "specs/2017/missbruk/extra.yaml": extra}).faults]


# --- laws -------------------------------------------------------------------------------------------------------------

LAWS = {name: Law(name, name, "1") for name in ("SoL", "SOSFS 2014:4", "LSS")}


def law(reference: str) -> tuple[object, list[Diagnostic]]:
    faults = Faults()
    text = Text(reference, Span(Source("prov.yaml", reference), 0, len(reference)))
    found = resolve_law(text, Shared({}, LAWS, {}, {}, {}, {}), faults)
    return found and (found.law.id, found.chapter, found.section), faults.found


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("SoL 3:6", ("SoL", "3", "6")),
        ("SoL 3:6 a", ("SoL", "3", "6 a")),
        ("SoL", ("SoL", None, None)),
        ("LSS 10", ("LSS", None, "10")),
        ("SOSFS 2014:4 3 kap.", ("SOSFS 2014:4", "3", None)),
        ("SOSFS 2014:4", ("SOSFS 2014:4", None, None)),
    ],
)
def test_a_place_in_a_law(reference: str, expected: tuple[str, str | None, str | None]) -> None:
    assert law(reference) == (expected, [])


@pytest.mark.parametrize(("reference", "code"), [("SoLen 3:6", "OJ309"), ("SoL tre", "OJ328"), ("SoL 3:", "OJ328")])
def test_a_place_that_is_none(reference: str, code: str) -> None:
    found, faults = law(reference)
    assert found is None
    assert [fault.code for fault in faults] == [code]


# --- dates and placeholders -------------------------------------------------------------------------------------------


def test_dates_and_periods_in_swedish() -> None:
    assert swedish_date(date(2017, 2, 1)) == "1 februari 2017"
    one = Period("p", date(2017, 5, 1), date(2017, 5, 31), 1)
    assert swedish_period(one) == "1 maj 2017–31 maj 2017 (1 månad)"
    assert period_words("p", one) == {"p": swedish_period(one), "p.början": "1 maj 2017", "p.slut": "31 maj 2017"}


def test_an_unknown_placeholder_is_left_standing_and_pointed_at() -> None:
    raw = "före {känd} och {okänd}"
    faults = Faults()
    assert fill(Text(raw, Span(Source("f", raw), 0, len(raw))), {"känd": "x"}, faults) == "före x och {okänd}"
    (fault,) = faults.found
    place = fault.place
    assert isinstance(place, Span)
    assert (fault.code, place.text) == ("OJ501", "{okänd}")
