"""Table 2: how many have answered for each area. Each figure says whether it was counted or taken from the round."""

from __future__ import annotations

from collections.abc import Iterator

from ojdsl.data.response import Response
from ojdsl.documents.markup import cell
from ojdsl.documents.nodes import Block, DataTable, paragraph
from ojdsl.model.nodes import Catalogue
from ojdsl.prose.facts import percent, swedish_key

_COUNTED, _PRINTED = "räknat ur svarsfilen", "omgångens tryckta uppgift"


def response_table(catalogue: Catalogue, response: Response | None) -> Iterator[Block]:
    """The share that has answered, and the table; with answers, what they say of this area and of the survey as a whole."""
    round_, area = catalogue.round, catalogue.area
    units = len(round_.register.units)
    survey = response.survey if response else round_.respondents
    yield paragraph(f"Av {units} enheter har {survey} besvarat enkäten{_share(survey, units)}. {_missing(survey, units)}")
    yield paragraph(
        "Enkäten frågar först om enheten kan svara för ett område. Därför har olika många svarat för olika områden. Som svarande "
        "för ett område räknas den som inte har avböjt det och har besvarat någon av områdets egna frågor."
        if response else
        "Enkäten frågar först om enheten kan svara för ett område. Därför har olika många svarat för olika områden."
    )  # fmt: skip
    own = (area.name, response.area if response else area.respondents, _COUNTED if response else _PRINTED)
    others = [(one.area.name, one.area.respondents, _PRINTED) for one in catalogue.neighbours]
    known = {own[0], *(name for name, _, _ in others)}
    others += [(name, number, _PRINTED) for name, number in round_.others if name not in known]
    rows = [*sorted([own, *others], key=lambda row: swedish_key(row[0])), ("Hela enkäten", survey, own[2])]
    yield DataTable(
        "Tabell 2. Antal och andel svarande per område",
        ("Område", "Antal svarande", "Andel svarande (procent)", "Uppgiften är"),
        tuple(
            (cell(name), cell(str(count)), cell(str(percent(count, units)) if units else "–"), cell(how))
            for name, count, how in rows
        ),
    )
    if response and (response.survey, response.area) != (round_.respondents, area.respondents):
        yield paragraph(
            f"Omgångens tryckta uppgifter är andra: {round_.respondents} svarande på hela enkäten och {area.respondents} för "
            "området. De gäller inte den svarsfil som resultaten här är räknade ur."
        )


def _share(part: int, units: int) -> str:
    return f", vilket är {percent(part, units)} procent" if units else ""


def _missing(survey: int, units: int) -> str:
    left = units - survey
    if not left:
        return "Alla har alltså svarat."
    return f"{left} enheter har inte svarat." if left != 1 else "1 enhet har inte svarat."
