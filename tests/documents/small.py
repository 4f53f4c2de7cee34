"""A small area, by hand: a family over rows, an indicator with hostile texts, and a background measure."""

from __future__ import annotations

from datetime import date

from ojdsl.model.nodes import (
    Alternative,
    AnswerKind,
    Area,
    Catalogue,
    Cell,
    Clause,
    Condition,
    Description,
    Deviation,
    Dimension,
    In,
    Indicator,
    Law,
    LegalReference,
    Or,
    Period,
    QualityArea,
    Question,
    Register,
    Round,
    Row,
    Sense,
    Unit,
    Withholding,
)
from ojdsl.source import Source, Span

NOWHERE = Span(Source("hand.yaml", ""), 0, 0)
HOSTILE = "<script>alert('x')</script> | *stjärna* `kod` {{ 7 * 7 }} _under_ [länk](http://x) & &amp; # rubrik"
TWELVE = Period("tolv_månader", date(2016, 2, 1), date(2017, 1, 31), 12)
SOL = Law("SoL", "socialtjänstlagen", "2001:453")
SOSFS = Law("SOSFS 2011:9", "ledningssystem för systematiskt kvalitetsarbete", "SOSFS 2011:9")
ROWS = (Row("LSS", "lss", "LSS (barn och vuxen)"), Row("Äldre", "aldre", "Äldreomsorg"))
_KINDS = {"Ja": AnswerKind.YES, "Nej": AnswerKind.NO, "Ej aktuellt": AnswerKind.NOT_APPLICABLE}


def question(
    name: str,
    text: str,
    labels: tuple[str, ...],
    rows: tuple[Row, ...] = (),
    parent: str | None = None,
    asked_if: dict[str | None, Condition] | None = None,
    period: Period | None = None,
    terms: tuple[Sense, ...] = (),
    asked_if_text: str | None = None,
) -> Question:
    conditions = asked_if or {}
    cells = tuple(
        Cell(f"{name}_{row.slug}" if row else name, name, row.label if row else None, None, "choice", labels,
             conditions.get(row.label if row else None))
        for row in rows or (None,)
    )  # fmt: skip
    return Question(
        id=name,
        text=text,
        alternatives=tuple(Alternative(label, label.lower(), label, _KINDS.get(label, AnswerKind.OTHER)) for label in labels),
        rows=rows,
        multiple=False,
        blank_is_unmarked=False,
        section=name[0],
        parent=parent,
        period=period,
        instruction=None,
        terms=terms,
        wording="paraphrased",
        not_reported=None,
        asked_if=None,
        asked_if_text=asked_if_text,
        cells=cells,
        span=NOWHERE,
    )


ROUTINE = Sense("rutin", None, "ett bestämt sätt att arbeta")
QUESTIONS = (
    question("G2", "Finns en rutin?", ("Ja", "Nej", "Ej aktuellt"), ROWS, terms=(ROUTINE,)),
    question(
        "G2a", "Har den följts upp?", ("Ja", "Nej"), ROWS, "G2",
        {"LSS": In("G2_lss", ("Ja",)), "Äldre": In("G2_aldre", ("Ja",))}, TWELVE, (ROUTINE,),
    ),
    question(
        "G3a", "Någon rad?", ("Ja", "Nej"), (), "G2", {None: Or((In("G2_lss", ("Ja",)), In("G2_aldre", ("Ja",))))},
    ),
    question("M1", HOSTILE, ("Inom 3 dagar", "Senare", "Kan inte svara"), period=TWELVE),
    question("M1a", "Varför?", ("Ja", "Nej"), (), "M1", {None: In("M1", ("Senare",))}),
)  # fmt: skip


def indicator(
    name: str,
    questions: tuple[str, ...],
    row: Row | None = None,
    purpose: str = "Alla ska ha det *bra*.",
    background: bool = False,
) -> Indicator:
    labels = next(one for one in QUESTIONS if one.id == questions[0]).cells[0].labels
    column = f"{questions[0]}_{row.slug}" if row else questions[0]
    return Indicator(
        id=f"{name}_{row.slug}" if row else name,
        family=name if row else None,
        row=row,
        kind="background" if background else "indicator",
        description=Description(
            name=f"Rutin för {row.label}" if row else HOSTILE,
            short_name=f"Rutin {row.label}" if row else "Kort",
            measure=f"Kommunen har en rutin för {row.label} och använder den." if row else "Ett mått.",
            purpose=purpose,
            target="Rutinen finns.",
            operations=("Socialtjänst", "missbruksvård"),
            indicator_area="Samordning",
            type="Struktur",
            status="Indikator med befintlig data",
        ),
        quality_areas=() if background else (AREAS[0],),
        legal=() if background else (LegalReference(SOL, "3", "6"), LegalReference(SOL, "3", "5")),
        literature=() if background else ("En bok. 2015",),
        outcomes=labels if background else ("Ja", "Nej"),
        unpublished=("Kan inte svara",) if background else (),
        clauses=tuple(Clause(label, In(column, (label,)), NOWHERE) for label in labels)
        if background
        else (Clause("Ja", In(column, labels[:1]), NOWHERE), Clause("Nej", None, NOWHERE)),
        denominator=None if background else frozenset(("Ja", "Nej")),
        claim=None,
        questions=questions,
        cells=(column,),
        colours={},
        levels=("enhet",) if background else ("enhet", "storstad", "lan", "riket"),
        clarification="Läs mer i guiden." if row and row.label == "LSS" else None,
        examples=(),
        span=NOWHERE,
    )


AREAS = (QualityArea("Samordning", "Allt hänger ihop.", "Hel"), QualityArea("Delaktighet", "Den enskilde är med.", "Hel"))
INDICATORS = (
    *(indicator("rutin", ("G2", "G2a"), row) for row in ROWS),
    indicator("farlig", ("M1", "M1a"), purpose=HOSTILE),
    indicator("tid", ("M1",), background=True),
)


def catalogue(*indicators: Indicator) -> Catalogue:
    units = tuple(Unit(f"{code:04}", "", "kommun", f"{code:04}", {}, "", "", "", "") for code in range(316))
    return Catalogue(
        round=Round(
            id="2017",
            name="Öppna jämförelser 2017",
            section="G",
            reference_date=date(2017, 2, 1),
            periods={"tolv_månader": TWELVE},
            respondents=301,
            withholding=Withholding(20, ("Ej aktuellt", "Bortfall")),
            data_source="Enkät.",
            error_sources="Fel kan uppstå.",
            source="Webbplatsen",
            register=Register(units, (), {}),
        ),
        area=Area("missbruk", "Missbruks- och beroendevården", "M", 296, "missbruk_besvaras"),
        dimensions=(
            Dimension("Hel", "Hel vård och omsorg", "Helheten räknas.", AREAS),
            Dimension("Jämlik", "Jämlik", "Lika.", ()),
        ),
        questions=QUESTIONS,
        indicators=indicators or INDICATORS,
        deviations=(Deviation("12", "Tryckt | så", "Här *så*", "specs/b.yaml"), Deviation("7", "A", "B", "specs/a.yaml")),
        paraphrased=True,
        fingerprint="0123abcd",
    )
