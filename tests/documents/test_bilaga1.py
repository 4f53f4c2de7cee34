"""The description of method: each figure with its origin, the limit from both sides, terms by sense, comparable areas."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ojdsl import pipeline
from ojdsl.data.answers import Answers, read_answers
from ojdsl.data.response import Response, response
from ojdsl.data.shares import percent
from ojdsl.documents.bilaga1 import bilaga1, withholding
from ojdsl.documents.nodes import DataTable, Document, FieldTable, Paragraph
from ojdsl.documents.to_docx import to_docx
from ojdsl.documents.to_html import to_html
from ojdsl.documents.to_markdown import to_markdown
from ojdsl.logic.comparable import comparisons
from ojdsl.model.nodes import Catalogue, Withholding
from ojdsl.prose.facts import withheld
from tests import real
from tests.documents.small import catalogue

BESIDE = "specs/2017/bistand"


def table(document: Document, caption: str) -> list[list[str]]:
    (found,) = [one for one in document.blocks if isinstance(one, DataTable) and one.caption.startswith(caption)]
    return [[" ".join(run.text for one in cell for run in one.runs) for cell in row] for row in found.rows]


def beside(**changes: str) -> dict[str, bytes]:
    """The real specs and a second area that publishes its own row of question G21 from a copy of the same spec."""
    spec = real.files()[f"{real.AREA}/sip.yaml"].decode()
    for old, new in changes.items():
        spec = spec.replace(old, new)
    area = (
        "område: bistand\nnamn: Ekonomiskt bistånd\nsektion: E\nrad: Ekonomiskt bistånd\nsvarande: 290\nindikatorer:\n  - sip\n"
    )
    return {**real.files(), f"{BESIDE}/område.yaml": area.encode(), f"{BESIDE}/sip.yaml": spec.encode()}


def both(files: dict[str, bytes]) -> dict[str, Catalogue]:
    return dict(pipeline.check(pipeline.read(files), [real.AREA, BESIDE]).catalogues)


# --- response ---------------------------------------------------------------------------------------------------------


def test_without_answers_the_figures_are_the_printed_ones_and_say_so() -> None:
    rows = table(bilaga1(real.catalogue()), "Tabell 2")
    assert len(rows) == 9
    assert ["Missbruks- och beroendevården", "296", "94", "omgångens tryckta uppgift"] in rows
    assert ["Våld i nära relationer", "295", "93", "omgångens tryckta uppgift"] in rows
    assert rows[-1] == ["Hela enkäten", "301", "95", "omgångens tryckta uppgift"]
    assert {row[3] for row in rows} == {"omgångens tryckta uppgift"}


def test_answers_are_counted_for_the_area_and_the_whole_and_nothing_else() -> None:
    document = bilaga1(real.catalogue(), Response(300, 158, "abc"))
    counted = [row for row in table(document, "Tabell 2") if row[3] == "räknat ur svarsfilen"]
    assert counted == [
        ["Missbruks- och beroendevården", "158", "50", "räknat ur svarsfilen"],
        ["Hela enkäten", "300", "95", "räknat ur svarsfilen"],
    ]
    assert "Omgångens tryckta uppgifter är andra: 301 svarande" in to_markdown(document)
    assert document.provenance.endswith("Svarsfilens innehållssumma är abc.")


def test_who_has_answered_for_an_area() -> None:
    made = real.catalogue()
    gate = made.area.gate
    given = ({"M3": "Ja"}, {gate: "Ja", "M3": "Ja"}, {gate: "Nej", "M3": "Ja"}, {"G1": "Ja"}, {gate: "Ja"})
    columns = (gate, *made.cell_of)
    units = [unit.code for unit in made.round.register.units]
    rows = [",".join([unit, *(one.get(column, "") for column in columns)]) for unit, one in zip(units, given, strict=False)]
    answers, _ = read_answers("svar.csv", "\n".join([",".join(("enhet", *columns)), *rows, ""]).encode(), made)
    assert isinstance(answers, Answers)
    assert response(made, answers) == Response(5, 2, answers.fingerprint)


# --- withholding ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("limit", range(100))
def test_the_example_stands_on_each_side_of_the_limit(limit: int) -> None:
    """Whatever the limit: the first number is exactly at it, which is shown, and one more is above it."""
    _, example, _ = withholding(Withholding(limit, ("Ej aktuellt", "Bortfall")))
    assert isinstance(example, Paragraph)
    units, shown, hidden = [int(word) for word in example.runs[0].text.replace(",", "").split() if word.isdigit()]
    assert 100 * shown == limit * units
    assert hidden == shown + 1
    assert units >= 10
    assert percent(shown, units) == limit


def test_exactly_twenty_per_cent_is_shown() -> None:
    said = to_markdown(bilaga1(real.catalogue()))
    assert "Vid precis 20 procent visas andelen." in said
    assert (
        "I en grupp med 10 enheter visas alltså andelen när 2 av dem har något av dessa resultat, men inte när 3 har det." in said
    )


def test_the_rule_is_said_as_it_is_read_back() -> None:
    """In the words of Bilaga 2, which every build reads back; also where nothing is counted."""
    rule = real.catalogue().round.withholding
    assert withheld(rule) in to_markdown(bilaga1(real.catalogue()))
    first, last = withholding(Withholding(20, ()))
    assert isinstance(first, Paragraph)
    assert first.runs[0].text.startswith("En andel visas inte för en grupp där ingen kommun ingår i nämnaren. Som kommuner")
    assert isinstance(last, Paragraph)


# --- terms and groups -------------------------------------------------------------------------------------------------


def test_every_sense_that_is_used_stands_there_with_its_questions() -> None:
    made = real.catalogue()
    (terms,) = [one for one in bilaga1(made).blocks if isinstance(one, FieldTable)]
    senses = {sense for question in made.questions for sense in question.terms}
    assert sum(len(row.blocks) for row in terms.rows) == len(senses)
    marked = {row.header.removesuffix(" (flera betydelser)") for row in terms.rows if row.header.endswith("(flera betydelser)")}
    assert marked == {one.term for one in senses if sum(other.term == one.term for other in senses) > 1}
    assert {"ledningsnivå", "rutin", "följt upp"} <= marked


def test_every_unit_is_counted_once_in_each_level_and_a_later_classification_is_told() -> None:
    document = bilaga1(real.catalogue())
    for level in ("Riket", "Län", "Kommungrupper efter antal invånare", "Kommungrupper efter SKR:s indelning"):
        assert sum(int(row[2]) for row in table(document, f"{level}:")) == 316
    assert sum(int(row[2]) for row in table(document, "Storstäder:")) == 29
    assert to_markdown(document).count("Indelningen gällde inte på mätdatum.") == 1


# --- comparability ----------------------------------------------------------------------------------------------------


def test_an_area_without_specs_is_never_said_to_be_comparable() -> None:
    found = comparisons(real.catalogue())
    assert [one.indicator.id for one in found] == ["kompetensplan", "rutin_vald", "freda", "sip", "skyddade_uppgifter"]
    assert not any(one.published for one in found)
    assert found[2].asked == ("Ekonomiskt bistånd", "Socialpsykiatri", "Barn och unga", "LSS – vuxen", "Äldre")


def test_an_area_that_publishes_another_row_of_the_same_family_is_comparable() -> None:
    made = both(beside())
    sip = next(one for one in comparisons(made[real.AREA]) if one.indicator.id == "sip")
    assert sip.published == ("Ekonomiskt bistånd",)
    assert "Ekonomiskt bistånd" not in sip.asked
    (other,) = comparisons(made[BESIDE])
    assert other.published == ("Missbruks- och beroendevården",)
    rows = table(bilaga1(made[real.AREA]), "Tabell 2")
    assert [row for row in rows if row[0] == "Ekonomiskt bistånd"] == [
        ["Ekonomiskt bistånd", "290", "92", "omgångens tryckta uppgift"]
    ]
    assert made[BESIDE].fingerprint in bilaga1(made[real.AREA]).provenance


def test_another_rule_is_not_comparable() -> None:
    changed = {"G21a är Ja eller Ej aktuellt": "G21a är Ja"}
    assert beside(**changed) != beside()
    found = {one.indicator.id: one for one in comparisons(both(beside(**changed))[real.AREA])}
    assert found["sip"].published == ()


# --- as for every product ---------------------------------------------------------------------------------------------


def test_the_same_catalogue_gives_the_same_bytes_and_no_text_becomes_markup() -> None:
    small = catalogue()
    hostile = replace(small, round=replace(small.round, others=(("<script>x</script>", 1),), data_source="<b>&"))
    assert to_docx(bilaga1(hostile)) == to_docx(bilaga1(hostile))
    assert "<script>x" not in to_html(bilaga1(hostile))
    assert "<b>" not in to_html(bilaga1(hostile))


def test_what_is_said_of_a_small_area_is_in_the_singular_and_of_what_is_there() -> None:
    area = catalogue()
    register = replace(area.round.register, units=area.round.register.units[:1])
    questions = tuple(replace(one, period=None) for one in area.questions)
    small = replace(area, round=replace(area.round, register=register), questions=questions)
    said = to_markdown(bilaga1(small))
    assert "Undersökningen omfattar 1 enhet: 1 kommun. " in said
    assert "Frågorna gäller förhållandena på mätdatum, den 1 februari 2017.\n" in said
    assert "stadsdelarna" not in said
    assert "stadsdelarna" in to_markdown(bilaga1(real.catalogue()))


def test_terms_of_two_senses_are_counted_in_words_that_agree() -> None:
    sense = real.catalogue().questions[0].terms[0]
    one, other = (replace(sense, text=text) for text in ("det ena", "det andra"))
    for terms, expected in (
        (((sense,),), "förklarar ett begrepp.\n"),
        (
            ((one,), (other,)),
            "förklarar ett begrepp. Det är märkt med ”flera betydelser”: det betyder olika saker i olika frågor.\n",
        ),
        (
            ((one,), (other, replace(one, term="x"))),
            "förklarar 2 begrepp. Ett av dem är märkt med ”flera betydelser”: det betyder ",
        ),
        (((one, replace(one, term="x")), (other, replace(other, term="x"))), "2 begrepp. 2 av dem är märkta med ”flera "),
    ):
        questions = tuple(replace(real.catalogue().questions[at], terms=each) for at, each in enumerate(terms))
        assert expected in to_markdown(bilaga1(replace(catalogue(), questions=questions, indicators=())))


def test_where_all_have_answered_nobody_is_counted_as_missing() -> None:
    area = catalogue()
    said = to_markdown(bilaga1(replace(area, round=replace(area.round, respondents=len(area.round.register.units)))))
    assert "vilket är 100 procent. Alla har alltså svarat.\n" in said
