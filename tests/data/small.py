"""A small area, by hand: its catalogue, its register, its evaluator and answers to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ojdsl.data.answers import Answers, read_answers
from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.model.nodes import (
    Alternative,
    AnswerKind,
    Area,
    Catalogue,
    Cell,
    Condition,
    Description,
    In,
    Indicator,
    Question,
    Register,
    Round,
    Row,
    Withholding,
)
from ojdsl.model.register import read_register
from ojdsl.source import Source, Span

NOWHERE = Span(Source("hand.yaml", ""), 0, 0)

UNITS = """\
enhet,namn,slag,kommun,lan,befolkningsklass,kommungrupp,giltig_fran,giltig_till,eftertradare,kalla
2584,Kiruna,kommun,2584,25,1,C9,,,,scb
0114,Upplands Väsby,kommun,0114,01,3,A2,,,,scb
0115,Vallentuna,kommun,0115,01,3,A2,,,,scb
0180_farsta,Farsta,stadsdel,0180,01,5,A1,,,,scb
0180_bromma,Bromma,stadsdel,0180,01,5,A1,,,,scb
1984,Arboga,kommun,1984,19,1,C7,,,,scb
"""
GROUPS = """\
niva,grupp,namn,giltig_fran,giltig_till,kalla
riket,riket,Riket,,,scb
lan,25,Norrbottens län,,,scb
lan,01,Stockholms län,,,scb
lan,19,Västmanlands län,,,scb
storstad,0180,Stockholm,,,scb
befolkningsklass,1,Grupp 1,,,scb
befolkningsklass,3,Grupp 3,,,scb
befolkningsklass,5,Grupp 5,,,scb
kommungrupp,A1,Storstäder,,,scb
kommungrupp,A2,Pendlingskommun,,,scb
kommungrupp,C7,Pendlingskommun nära mindre tätort,,,scb
kommungrupp,C9,"Landsbygdskommun, med besöksnäring",,,scb
"""
SOURCES = "kalla,beskrivning,galler\nscb,Kommuner och län,allt\n"

ENGINE = """
INDICATORS = ("brukarrevision_anvand", "metod", "tid")
DENOMINATORS = {
    "brukarrevision_anvand": frozenset({"Ja", "Nej"}),
    "metod": frozenset({"Ja", "Delvis", "Nej"}),
    "tid": None,
}

def evaluate_row(row):
    closed = row["missbruk_besvaras"] == "Nej"
    m5, m1 = ("", "") if closed else (row["M5"], row["M1"])
    used = "Nej" if row["G15"] == "Nej" or row["G15a"] == "Nej" else "Ja" if row["G15"] and row["G15a"] else "Bortfall"
    outcomes = {"Ja, för alla": "Ja", "Ja, men inte för vissa": "Delvis", "": "Bortfall"}
    return {"brukarrevision_anvand": used, "metod": outcomes.get(m5, m5), "tid": m1 or "Bortfall"}

def nonresponse_reason(row, indicator):
    closed = row["missbruk_besvaras"] == "Nej" and indicator in ("metod", "tid")
    return "avbojt_omrade" if closed else "obesvarad"
"""

_KINDS = {
    "Ja": AnswerKind.YES,
    "Nej": AnswerKind.NO,
    "Ej aktuellt": AnswerKind.NOT_APPLICABLE,
    "Kan inte svara": AnswerKind.DO_NOT_KNOW,
}


def alternative(label: str, text: str = "", code: str = "", free_text: bool = False) -> Alternative:
    kind = _KINDS.get(label.split(",")[0], AnswerKind.OTHER)
    return Alternative(label, code or label.lower().replace(",", "").replace(" ", "_"), text or label, kind, free_text)


def question(
    id_: str,
    alternatives: Sequence[Alternative],
    asked_if: Condition | None = None,
    rows: Sequence[Row] = (),
    multiple: bool = False,
    text_only: bool = False,
) -> Question:
    labels = tuple(item.label for item in alternatives)
    base = id_.replace(".", "_")
    if text_only:
        cells = [Cell(base, id_, None, None, "text", (), asked_if)]
    elif multiple:
        cells = [Cell(f"{base}_{a.code}", id_, None, a.label, "mark", ("Ja", "Nej"), asked_if) for a in alternatives]
    elif rows:
        cells = [Cell(f"{base}_{row.slug}", id_, row.label, None, "choice", labels, asked_if) for row in rows]
    else:
        cells = [Cell(base, id_, None, None, "choice", labels, asked_if)]
    return Question(
        id=id_,
        text=f"{id_}?",
        alternatives=tuple(alternatives),
        rows=tuple(rows),
        multiple=multiple,
        blank_is_unmarked=multiple,
        section=id_[0],
        parent=None,
        period=None,
        instruction=None,
        terms=(),
        wording="paraphrased",
        not_reported=None,
        asked_if=asked_if,
        asked_if_text=None,
        cells=tuple(cells),
        span=NOWHERE,
    )


YES_NO = (alternative("Ja"), alternative("Nej"))
QUESTIONS = (
    question("G15", YES_NO),
    question("G15a", YES_NO, In("G15", ("Ja",))),
    question("G6", (*YES_NO, alternative("Ej aktuellt"))),
    question("G6a", (alternative("A"), alternative("B", free_text=True)), In("G6", ("Ja",)), multiple=True),
    question("G8.1", (alternative("Ja, annan", free_text=True), alternative("Nej"))),
    question("G8a", (), In("G8_1", ("Ja, annan",)), text_only=True),
    question("M4", YES_NO, rows=(Row("AL-ANON", "al_anon", "AL-ANON"), Row("Annat", "annat", "Annat, ange vad", free_text=True))),
    question(
        "M5",
        (
            alternative("Ja, för alla", code="ja_alla"),
            alternative("Ja, men inte för vissa"),
            alternative("Nej"),
            alternative("Ej aktuellt", "Ej aktuellt, inget ärende fanns"),
        ),
    ),
    question("M6", YES_NO),
    question("M6b", YES_NO, In("M6", ("Ja",))),
    question("M6c", YES_NO, In("M6b", ("Ja",))),
    question("M1", (alternative("Inom 3 dagar"), alternative("Efter 15 dagar eller mer"), alternative("Kan inte svara"))),
)
COLUMNS = tuple(cell.column for item in QUESTIONS for cell in item.cells)


def indicator(id_: str, kind: str, outcomes: Sequence[str], short_name: str = "") -> Indicator:
    share = kind == "indicator"
    return Indicator(
        id=id_,
        family=None,
        row=None,
        kind="indicator" if share else "background",
        description=Description(f"Namn på {id_}", short_name or id_.capitalize(), "Mått", "Syfte", "Mål", (), "", "", ""),
        quality_areas=(),
        legal=(),
        literature=(),
        outcomes=tuple(outcomes),
        unpublished=() if share else ("Kan inte svara",),
        clauses=(),
        denominator=frozenset(outcomes) - {"Ej aktuellt"} if share else None,
        claim=None,
        questions=(),
        cells=(),
        colours={"Ja": "grön", "Delvis": "gul", "Nej": "röd"} if share else {},
        levels=("enhet", "storstad", "lan", "riket") if share else ("enhet",),
        clarification=None,
        examples=(),
        span=NOWHERE,
    )


INDICATORS = (
    indicator("brukarrevision_anvand", "indicator", ("Ja", "Nej"), "=1+1"),
    indicator("metod", "indicator", ("Ja", "Delvis", "Nej", "Ej aktuellt")),
    indicator("tid", "background", ("Inom 3 dagar", "Efter 15 dagar eller mer", "Kan inte svara")),
)


def register(units: str = UNITS, groups: str = GROUPS, sources: str = SOURCES) -> Register:
    found, faults = read_register(Source("enheter.csv", units), Source("grupper.csv", groups), Source("kallor.csv", sources))
    assert found is not None, faults
    return found


def catalogue(units: str = UNITS) -> Catalogue:
    return Catalogue(
        round=Round(
            id="2017",
            name="Öppna jämförelser 2017",
            section="G",
            reference_date=date(2017, 2, 1),
            periods={},
            respondents=301,
            withholding=Withholding(20, ("Ej aktuellt", "Bortfall")),
            data_source="",
            error_sources="",
            source="@källa",
            register=register(units),
        ),
        area=Area("missbruk", "Missbruks- och beroendevården", "M", 296, "missbruk_besvaras"),
        dimensions=(),
        questions=QUESTIONS,
        indicators=INDICATORS,
        deviations=(),
        paraphrased=True,
        fingerprint="f" * 64,
    )


def catalogue_of(count: int) -> Catalogue:
    """The same area with `count` units, all in the same groups."""
    header = UNITS.splitlines(keepends=True)[0]
    return catalogue(header + "".join(f"{2000 + n},N{n},kommun,{2000 + n},25,1,C9,,,,scb\n" for n in range(count)))


def unmarked(found: Catalogue, blank_is_unmarked: bool) -> Catalogue:
    questions = tuple(replace(item, blank_is_unmarked=blank_is_unmarked) for item in found.questions)
    return replace(found, questions=questions)


def csv_of(rows: Sequence[dict[str, str]], columns: Sequence[str] = ("enhet", "missbruk_besvaras", *COLUMNS)) -> str:
    """The text of an answers file; answers left out are blank."""
    lines = [columns, *([row.get(column, "") for column in columns] for row in rows)]
    return "".join(";".join(line) + "\n" for line in lines)


def read(text: str, ignored: Sequence[str] = ()) -> tuple[Answers | None, list[Diagnostic]]:
    answers, found = read_answers("svar.csv", text.encode(), catalogue(), ignored)
    assert answers is None or isinstance(answers, Answers)
    return answers, found


def answers_of(rows: Sequence[dict[str, str]], to: Catalogue | None = None) -> Answers:
    answers, found = read_answers("svar.csv", csv_of(rows).encode(), to or catalogue())
    assert isinstance(answers, Answers), found
    return answers


def codes(found: Sequence[Diagnostic]) -> list[str]:
    return [item.code for item in found]
