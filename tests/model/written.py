"""A small project as its author writes it, to be changed by a test; and what the compiler makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ojdsl import pipeline
from ojdsl.model.nodes import Catalogue
from tests.real import AREA, files

SHARED = ("specs/gemensamt/", "specs/2017/omgång.yaml", "specs/2017/register/")
UNUSED = ("OJ340", "OJ341", "OJ342", "OJ343", "OJ346", "OJ348")
QUESTIONS = """\
fråga: G2
lyder: Finns en rutin {mätdatum}?
rader:
  - Ekonomiskt bistånd
  - Äldreomsorg
  - LSS (barn och vuxen)
svar:
  - Ja
  - Nej, behövs inte: samma chef
  - Nej
  - Ej aktuellt
följdfrågor:
  a:
    vid: Ja eller Nej
    period: tolv_månader
    lyder: Är den uppföljd under {period}?
    svar:
      - Ja
      - Nej
  b:
    ställs_om: minst 1 av G2 är Ja
    lyder: Vilka har beslutat?
    flera_svar: ja
    svar:
      - Nämnden
      - Chefen
  c:
    ställs_om: G2[Äldreomsorg] är Ja
    lyder: Varför?
    svar: fritext
"""
SHARED_ROW = """\
fråga: G6
lyder: Finns en plan?
rad_per: område
rader:
  - Ekonomiskt bistånd
  - Missbruk
svar:
  - Ja
  - Nej
"""
AREA_FILE = "område: missbruk\nnamn: Området\nsektion: M\nrad: Missbruk\nsvarande: 1\nindikatorer:\n  - prov\n"
INDICATOR = """\
indikator: prov
{family}namn: Prov
kortnamn: Prov {{mätdatum}}
verksamhet:
  - Socialtjänst
mått: Prov.
kvalitetsområde: Självbestämmande och integritet
indikatorområde: Prov
syfte: Prov.
målvärde: Prov.
typ: Struktur
regel:
{rule}
redovisas_som: {outcomes}
"""


def written(rule: str, family: str = "", more: Mapping[str, str] | None = None, outcomes: str = "Ja/Nej") -> dict[str, str]:
    """The project with a rule; `more` replaces or adds files."""
    return {
        "specs/2017/frågor/G2.yaml": QUESTIONS,
        "specs/2017/frågor/G6.yaml": SHARED_ROW,
        f"{AREA}/område.yaml": AREA_FILE,
        f"{AREA}/prov.yaml": INDICATOR.format(rule=rule, family=f"familj: {family}\n" if family else "", outcomes=outcomes),
        **(more or {}),
    }


@cache
def _base() -> dict[str, bytes]:
    return {name: content for name, content in files().items() if name.startswith(SHARED)}


def check(project: Mapping[str, str]) -> pipeline.Checked:
    return pipeline.check(pipeline.read({**_base(), **{name: text.encode() for name, text in project.items()}}), [AREA])


def codes(project: Mapping[str, str]) -> list[str]:
    """The codes of the faults, those of names that nobody uses left out."""
    return [fault.code for fault in check(project).faults if fault.code not in UNUSED]


def catalogue(project: Mapping[str, str]) -> Catalogue:
    """The area; what the checks think of its rule does not matter here."""
    return check(project).catalogues[AREA]
