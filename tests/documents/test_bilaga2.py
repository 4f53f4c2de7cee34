"""The appendix as a document: order, families, what is printed once."""

from __future__ import annotations

from dataclasses import replace

from ojdsl.documents.bilaga2 import bilaga2
from ojdsl.documents.deviations import deviations
from ojdsl.documents.nodes import Block, DataTable, Field, FieldTable, Heading, Item, Labelled, Link, List, Paragraph
from ojdsl.documents.to_markdown import to_markdown
from ojdsl.documents.together import together
from ojdsl.model.nodes import Assumption, In
from ojdsl.prose.rule import assumption_text
from tests.documents.small import INDICATORS, catalogue

DOCUMENT = bilaga2(catalogue())
TABLES = [block for block in DOCUMENT.blocks if isinstance(block, FieldTable)]
FAMILY, HOSTILE, BACKGROUND = TABLES


def text_of(block: Block | Item | Field) -> str:
    match block:
        case Paragraph(runs=runs):
            return "".join(run.text for run in runs)
        case List(items=items):
            return "\n".join(text_of(item) for item in items)
        case Item(blocks=blocks) | Field(blocks=blocks):
            return "\n".join(map(text_of, blocks))
        case Labelled(label=label, blocks=blocks):
            return "\n".join([label, *map(text_of, blocks)])
        case _:
            raise AssertionError(block)


def field(table: FieldTable, header: str) -> str:
    return next(text_of(row) for row in table.rows if row.header == header)


def test_rows_stand_in_the_guides_order() -> None:
    assert [row.header.replace("\u00a0", " ") for row in FAMILY.rows] == [
        "Område, verksamhet", "Indikatornamn", "Indikatorns kortnamn (i Excelfilen)", "Indikator/Mått", "Kvalitetsdimension",
        "Kvalitetsområde", "Indikatorområde", "Syfte", "Målvärde", "Typ av indikator", "Status", "Teknisk beskrivning",
        "Datakällor", "Felkällor", "Källa",
    ]  # fmt: skip
    assert [row.header.replace("\u00a0", " ") for row in BACKGROUND.rows] == [
        "Kortnamn (i Excelfilen)", "Bakgrundsmått", "Syfte", "Status", "Teknisk beskrivning", "Datakällor", "Felkällor",
    ]  # fmt: skip


def test_headings() -> None:
    assert [(block.level, block.text) for block in DOCUMENT.blocks if isinstance(block, Heading)] == [
        (2, "Kvalitetsområden och dimensioner"),
        (2, "Indikatorbeskrivningar – Missbruks- och beroendevården"),
        (3, "Hel vård och omsorg"),
        (4, "Kvalitetsområde: Samordning"),
        (5, "Samordning"),
        (2, "Bakgrundsmått"),
    ]


def test_assumptions_are_printed_before_what_rests_on_them() -> None:
    when, then = (In(cell.column, cell.labels[:1]) for cell in catalogue().cells()[:2])
    assumed = Assumption("a", when, then, "Skälet med *tryck*.", catalogue().indicators[0].span)
    document = bilaga2(replace(catalogue(), assumptions=(assumed,)))
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert headings[:2] == ["Antaganden om svaren", "Kvalitetsområden och dimensioner"]
    (listed,) = (block for block in document.blocks if isinstance(block, List))
    assert text_of(listed) == f"{assumption_text(assumed, catalogue())}\nSkälet med tryck."
    assert document.contents is not None
    assert text_of(document.contents).startswith("Antaganden om svaren\nKvalitetsområden")


def test_a_family_shares_a_table() -> None:
    assert FAMILY.caption == "Rutin för …"
    assert field(FAMILY, "Indikatornamn") == "Rutin för LSS\nRutin för Äldre"
    assert field(FAMILY, "Målvärde") == "Rutinen finns."
    assert field(FAMILY, "Indikator/Mått") == (
        "Kommunen har en rutin för … och använder den.\nDär … står gäller, i samma ordning som indikatornamnen:\nLSS\nÄldre"
    )


def test_purpose_ends_with_laws_and_literature_and_a_law_is_named_once() -> None:
    assert field(FAMILY, "Syfte") == (
        "Alla ska ha det bra.\nLagstöd\n3 kap. 6 § socialtjänstlagen (2001:453), SoL\n3 kap. 5 § SoL\nUnderlag\nEn bok. 2015"
    )


def test_technical_description() -> None:
    said = field(FAMILY, "Teknisk beskrivning")
    assert said.startswith("Indikatorerna bygger på följande enkätfrågor\nFråga (G)2\nFinns en rutin?")
    assert said.count("Med rutin avses ett bestämt sätt att arbeta.") == 1  # both questions use the term
    assert "Ställs för varje rad där svaret på fråga (G)2 är ”Ja”." in said
    assert "Svarsalternativ för varje rad: Ja / Nej / Ej aktuellt" in said
    assert "Förtydligande (ingår inte i regeln)\nLSS\nLäs mer i guiden." in said
    assert said.endswith("Datatäckning: Svarsfrekvens: 95 procent (301 av 316)")
    assert said.index("Beräkning") < said.index("Förtydligande") < said.index("Redovisas som: Ja/Nej")


def test_a_background_measure_shows_its_published_classes() -> None:
    said = field(BACKGROUND, "Teknisk beskrivning")
    assert "Redovisas som\nInom 3 dagar\nSenare\n”Kan inte svara” publiceras inte." in said
    assert "Beräkning" not in said


def test_contents_lead_to_every_description_and_every_member() -> None:
    def targets(items: tuple[Item, ...]) -> list[str]:
        found = []
        for item in items:
            for block in item.blocks:
                if isinstance(block, List):
                    found += targets(block.items)
                if isinstance(block, Paragraph):
                    found += [run.target for run in block.runs if isinstance(run, Link)]
        return found

    assert DOCUMENT.contents is not None
    assert targets(DOCUMENT.contents.items) == [
        "dimensioner", "avsnitt-1", "familj-rutin", "indikator-rutin_lss", "indikator-rutin_aldre", "indikator-farlig",
        "bakgrundsmatt", "indikator-tid",
    ]  # fmt: skip


def test_the_introduction_says_what_is_paraphrased() -> None:
    verbatim = bilaga2(replace(catalogue(), paraphrased=False))
    assert any("omskrivna" in text_of(block) for block in DOCUMENT.blocks if isinstance(block, Paragraph))
    assert not any("omskrivna" in text_of(block) for block in verbatim.blocks if isinstance(block, Paragraph))


def test_without_background_measures_there_is_no_chapter_for_them() -> None:
    document = bilaga2(catalogue(*INDICATORS[:1]))
    assert not any(isinstance(block, Heading) and block.text == "Bakgrundsmått" for block in document.blocks)


def test_deviations_are_grouped_by_file() -> None:
    document = deviations(catalogue())
    assert [block.caption for block in document.blocks if isinstance(block, DataTable)] == [
        "Avvikelser i specs/a.yaml",
        "Avvikelser i specs/b.yaml",
    ]
    assert "| 12 | Tryckt \\| så | Här *så* |" in to_markdown(document)


def test_texts_with_little_in_common_are_printed_in_full() -> None:
    (listed,) = together(["Ett eget mått.", "Någonting helt annat."])
    assert isinstance(listed, List)
    assert text_of(listed) == "Ett eget mått.\nNågonting helt annat."
    # A text without words of its own cannot be printed as a gap.
    assert text_of(together(["Kommunen har en rutin", "Kommunen har en ny rutin"])[0]) == (
        "Kommunen har en rutin\nKommunen har en ny rutin"
    )


def test_punctuation_is_not_part_of_what_fills_the_gap() -> None:
    texts = ["Det gäller för gruppen barn, och det används.", "Det gäller för gruppen unga vuxna, och det används."]
    assert [text_of(block) for block in together(texts)] == [
        "Det gäller för gruppen …, och det används.",
        "Där … står gäller, i samma ordning som indikatornamnen:",
        "barn\nunga vuxna",
    ]
