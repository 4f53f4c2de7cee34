"""A small area with numbers among its answers, as its author writes it: days that one waits, and staff in three rows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ojdsl.model.nodes import Catalogue
from tests.model.written import AREA_FILE, INDICATOR, check
from tests.real import AREA

WAIT = """\
fråga: M8
lyder: Hur många dagar dröjde ett första besök i genomsnitt?
svar:
  tal: 0–365 dagar
följdfrågor:
  a:
    ställs_om: M8 är minst 15
    lyder: Finns en plan för att korta väntan?
    svar:
      - Ja
      - Nej
"""
STAFF = """\
fråga: M9
lyder: Hur många årsarbetare fanns {mätdatum}?
rader:
  - Öppenvård
  - Slutenvård
  - Boende
svar:
  tal: 0–999 årsarbetare
följdfrågor:
  a:
    vid: minst 1
    lyder: Har de handledning?
    svar:
      - Ja
      - Nej
    redovisas_inte: den läses för hand
"""
WAIT_RULE = """\
  Ja: M8 är högst 7
  Delvis:
    minst ett av:
      - M8 är 8–14
      - M8 är minst 15, och M8a är Ja
  Nej: M8a är Nej"""
STAFF_RULE = """\
  Ja: minst 2 av M9[Öppenvård, Slutenvård, Boende] är minst 3
  Ej aktuellt: alla av M9 är 0
  Nej: annars"""
WAIT_EXAMPLE = "exempel:\n  - svar:\n      M8: 012\n    ger: Delvis\n    visa: ja\n"
STAFF_CLAIM = "nämnare:\n  påstås: minst 1 av M9 är inte 0\n"


def project(rule: str = WAIT_RULE, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The files; `rule` is that of the days, `more` replaces files."""

    def spec(name: str, rule: str, outcomes: str) -> str:
        return INDICATOR.format(rule=rule, family="", outcomes=outcomes).replace("indikator: prov", f"indikator: {name}")

    return {
        f"{AREA}/område.yaml": AREA_FILE.replace("  - prov\n", "  - vantan\n  - bemanning\n").replace("rad: Missbruk\n", ""),
        f"{AREA}/frågor/M8.yaml": WAIT,
        f"{AREA}/frågor/M9.yaml": STAFF,
        f"{AREA}/vantan.yaml": spec("vantan", rule, "Ja/Delvis/Nej") + WAIT_EXAMPLE,
        f"{AREA}/bemanning.yaml": spec("bemanning", STAFF_RULE, "Ja/Nej/Ej aktuellt") + STAFF_CLAIM,
        **(more or {}),
    }


@cache
def area() -> Catalogue:
    return check(project()).catalogues[AREA]
