"""What is built of any area is read back without a finding, whatever its texts look like."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from ojdsl.checks.read_back import read_back
from ojdsl.diagnostics.fact import position_of
from ojdsl.documents.bilaga2 import bilaga2
from ojdsl.documents.nodes import Picture
from ojdsl.documents.to_docx import to_docx
from ojdsl.documents.to_html import to_html
from ojdsl.documents.to_markdown import to_markdown
from ojdsl.model.nodes import Assumption, Catalogue, Dimension, QualityArea, Sense
from ojdsl.model.numbers import cut
from ojdsl.testing.random_areas import areas
from ojdsl.testing.random_conditions import conditions
from ojdsl.testing.random_questions import NOWHERE
from ojdsl.verify.verify import of_built, verify
from tests.verify.plain import as_plain

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # a document is too large to be shrunk in a test's time
some = settings(max_examples=15, deadline=None, phases=PHASES, suppress_health_check=list(HealthCheck))
LIKE = (
    "Syfte", "Beräkning", "Definition", "Definitioner:", "Fråga (G)1", "Svarsalternativ: Ja / Nej", "Ställs om", "Lagstöd",
    "Underlag", "Exempel: nej", "I nämnaren för andelar ingår", "Alla andra svar ger resultatet Nej.", "Mätdatum: 1 mars",
    "Bakgrundsmått", "Redovisas som: Ja", "a) ett; b) två", "- ett\n- två", "1. ett\n2. två", "**fet**", "*kursiv*", "# rubrik",
    "| a | b |", "---", "<b>fet</b>", "&amp;", "<!-- Bo: nej -->", "\\*", "”citat”", '"', "'", "1\u00a0000", "–", "_a_", "[a](b)",
    "x\n\ny", "`kod`", "$x$", "Indikatornamn", "Status", "Tabell 4.", "Här beskrivs", "o ring", "• punkt", "2017", "Uppgift",
    "Innehåll", "Framställd av ojdsl",
)  # fmt: skip
pieces = st.one_of(st.sampled_from(LIKE), st.sampled_from(("ord", " ", "\n\n", "\n")))
texts = st.lists(pieces, min_size=1, max_size=5).map("".join).filter(lambda text: bool(text.strip()))
lines = st.lists(st.sampled_from([one for one in LIKE if "\n" not in one] + ["ord"]), min_size=1, max_size=3).map(" ".join)


def findings(area: Catalogue, plain: bool = False) -> list[str]:
    """What is found in the area's own documents; with `plain`, also in the page saved as plain text."""
    assume(not read_back(area))  # a sentence that is not understood by itself stops the build before its documents are read
    made = bilaga2(area)
    html, markdown = to_html(made).encode(), to_markdown(made).encode()
    found = of_built(area, {"bilaga2.docx": to_docx(made), "bilaga2.html": html, "bilaga2.md": markdown}, str)
    found += verify(area, [as_plain(html)]).faults if plain else ()
    return [f"{fault.code} {position_of(fault.place).file} {dict(fault.facts)}" for fault in found]


@st.composite
def assuming(draw: st.DrawFn) -> Catalogue:
    """An area, with what is assumed of the answers to it."""
    area = draw(areas())
    some = conditions(tuple(cell for cell in area.cells() if cell.labels))
    stated = tuple(
        Assumption(f"antagande_{number}", draw(some), draw(some), f"Skäl {number}.", NOWHERE)
        for number in range(draw(st.integers(0, 2)))
    )
    return cut(replace(area, assumptions=stated))


@some
@given(assuming())
def test_any_area_is_read_back(area: Catalogue) -> None:
    assert findings(with_texts(area, ["Text."] * 6, ["Namn"] * 3), plain=True) == []


def test_the_areas_above_have_assumptions_pictures_and_numbers() -> None:
    wanted = {"assumption", "picture", "number"}

    @settings(max_examples=60, deadline=None, database=None, phases=(Phase.generate,), suppress_health_check=list(HealthCheck))
    @given(assuming())
    def look(area: Catalogue) -> None:
        if not wanted:
            return
        named = with_texts(area, ["Text."] * 6, ["Namn"] * 3)
        wanted.difference_update({"assumption"} if area.assumptions else ())
        wanted.difference_update({"number"} if any(one.number for one in area.questions) else ())
        wanted.difference_update({"picture"} if any(isinstance(one, Picture) for one in bilaga2(named).blocks) else ())

    look()
    assert not wanted


@some
@given(areas(), st.lists(texts, min_size=6, max_size=6), st.lists(lines, min_size=3, max_size=3))
def test_texts_that_look_like_parts_of_the_document_are_texts(area: Catalogue, long: list[str], short: list[str]) -> None:
    assert findings(with_texts(area, long, short)) == []


def with_texts(area: Catalogue, long: list[str], short: list[str]) -> Catalogue:
    """The area with texts in every place that a person writes."""
    questions = tuple(
        replace(one, text=long[0], instruction=long[1], terms=(Sense(short[0], None, long[2]),)) for one in area.questions
    )
    quality = (QualityArea("Samordning", long[3], "Helhet"),)
    indicators = tuple(
        replace(
            one,
            description=replace(one.description, purpose=long[3], measure=long[4], target=long[0], type=short[2]),
            clarification=long[5],
            literature=(short[0], short[1]),
            quality_areas=quality,
        )
        for one in area.indicators
    )
    dimensions = (Dimension("Helhet", "Hel vård", long[1], quality),)
    return replace(area, questions=questions, indicators=indicators, dimensions=dimensions)
