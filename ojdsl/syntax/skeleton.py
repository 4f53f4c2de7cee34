"""New spec files: every required key, with comments that say what to write. What is empty is a fault until it is written."""

from __future__ import annotations

from ojdsl.syntax.fields import Keys
from ojdsl.syntax.read_indicator import INDICATOR
from ojdsl.syntax.read_questions import QUESTION

_INDICATOR = """\
# Fyll i det som är tomt. Raderna med # är råd och kan tas bort.
indikator: {name}
namn:  # hela namnet, som rubrik i bilagan
kortnamn:  # namnet i tabeller
verksamhet:
  -  # ett namn ur gemensamt/verksamheter.yaml, ett per rad
mått:  # vad indikatorn visar, i en mening
kvalitetsområde:  # ett namn ur gemensamt/kvalitet.yaml
indikatorområde:  # rubriken som indikatorn står under
syfte:  # varför det är viktigt, för den enskilde
målvärde:  # vad som är bra
typ:  # Struktur, Process eller Resultat
regel:
  Ja:  # ett villkor, till exempel: G2 är Ja, och G2a är Ja eller Ej aktuellt
  Nej: annars
redovisas_som: Ja/Nej
# Får också stå: {optional}
"""

_QUESTION = """\
# Fyll i det som är tomt. Raderna med # är råd och kan tas bort.
fråga: {name}
lyder:  # frågan; omgångens datum och perioder skrivs med platshållare, till exempel {{mätdatum}}
svar:
  - Ja
  - Nej
# Ett svar som behöver förklaras skrivs ”Ej aktuellt: området finns inte i kommunen”.
# Får också stå: {optional}
"""


def indicator_skeleton(name: str) -> str:
    """The file of a new indicator."""
    return _INDICATOR.format(name=name, optional=_listed(INDICATOR))


def question_skeleton(name: str) -> str:
    """The file of a new question."""
    return _QUESTION.format(name=name, optional=_listed(QUESTION))


def _listed(keys: Keys) -> str:
    return ", ".join(keys.optional)
