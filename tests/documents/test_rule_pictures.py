"""Pictures of rules: table, picture and words say the same, in every format, whatever the texts are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import combinations
from xml.etree import ElementTree
from zipfile import ZipFile

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings

from ojdsl.documents import rule_pictures as module
from ojdsl.documents.bilaga2 import bilaga2
from ojdsl.documents.docx_xml import WORD
from ojdsl.documents.drawing import Box, Drawing, Line, Point, wrapped
from ojdsl.documents.flow_drawing import flow_drawing
from ojdsl.documents.nodes import Block, DataTable, Document, Heading, Labelled, List, Paragraph, Picture
from ojdsl.documents.rule_pictures import rule_pictures
from ojdsl.documents.to_docx import to_docx
from ojdsl.documents.to_html import to_html
from ojdsl.documents.to_pdf import to_pdf
from ojdsl.documents.to_svg import head, to_svg
from ojdsl.logic.flow import Step, Way, steps
from ojdsl.model.nodes import Catalogue
from ojdsl.testing.random_areas import areas
from tests.documents.small import HOSTILE
from tests.numbers import area as days
from tests.real import catalogue

some = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
BLOCKS = rule_pictures(catalogue())
PICTURES = [block for block in BLOCKS if isinstance(block, Picture)]
CHAPTER = Document("Titel", "sv", "om", "av", BLOCKS)
SVG = "{http://www.w3.org/2000/svg}"
WAY = re.compile(r"(”.+?”) (?:ger resultatet (.+?)|leder till steg (\d+))\.(?: |$)")


def texts(block: Block) -> list[str]:
    """The items of the words beside a picture."""
    assert isinstance(block, Labelled)
    (listed,) = block.blocks
    assert isinstance(listed, List)
    assert listed.ordered
    paragraphs = [one for item in listed.items for one in item.blocks if isinstance(one, Paragraph)]
    return ["".join(run.text for run in one.runs) for one in paragraphs]


# --- which rules, and what is said ------------------------------------------------------------------------------------


def test_rules_of_more_than_one_question_are_shown_once_each() -> None:
    assert [block.anchor.removeprefix("regel-") for block in BLOCKS if isinstance(block, Heading)][1:] == [
        "familj-samordning", "indikator-overenskommelse", "indikator-kompetensplan", "indikator-rutin_vald",
        "familj-resultat", "indikator-kon_uppfoljning", "indikator-kon_resultat", "indikator-stodperson",
        "indikator-brukarrevision_anvand", "indikator-brukarsynpunkter", "indikator-sip", "indikator-skyddade_uppgifter",
    ]  # fmt: skip
    assert len(PICTURES) == sum(isinstance(block, DataTable) for block in BLOCKS) == 12


def test_the_words_of_a_family() -> None:
    first = next(block for block in BLOCKS if isinstance(block, Labelled))
    assert texts(first) == [
        "Fråga (G)2: ”Ja” leder till steg 2. ”Nej” ger resultatet Nej. ”Nej, behövs inte” ger resultatet Ja. "
        "”Ej aktuellt” ger resultatet Ej aktuellt.",
        "Fråga (G)2 a: ”Ja” eller ”Ej aktuellt” ger resultatet Ja. ”Nej” ger resultatet Nej.",
    ]
    assert PICTURES[0].description == " ".join(f"{number}. {text}" for number, text in enumerate(texts(first), start=1))


def test_a_number_is_shown_as_the_interval_that_its_answer_stands_for() -> None:
    found = rule_pictures(days())
    picture = next(block for block in found if isinstance(block, Picture))
    assert texts(next(block for block in found if isinstance(block, Labelled))) == [
        "Fråga (M)8: Högst 7 dagar ger resultatet Ja. 8–14 dagar ger resultatet Delvis. Minst 15 dagar leder till steg 2.",
        "Fråga (M)8 a: ”Ja” ger resultatet Delvis. ”Nej” ger resultatet Nej.",
    ]
    answers = {" ".join(box.lines) for box in picture.drawing.boxes if box.kind == "answer"}
    assert answers == {"högst 7 dagar", "8–14 dagar", "minst 15 dagar", "Ja", "Nej"}


def test_the_table_of_a_rule_with_parts_of_a_question() -> None:
    table = [block for block in BLOCKS if isinstance(block, DataTable)][1]
    assert table.header == ("Rad", "(G)3 Mål", "(G)3 Ansvar", "(G)3 Rutiner", "(G)3 a", "Resultat")
    assert ["".join(run.text for one in cell for run in one.runs) for cell in table.rows[0]] == [
        "1", "Ja", "Ja", "Ja", "Ja / Ej aktuellt", "Ja",
    ]  # fmt: skip


def test_what_is_too_large_to_take_in_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_STEPS", 2)
    monkeypatch.setattr(module, "_MOST_ROWS", 4)
    found = rule_pictures(catalogue())
    said = ["".join(run.text for run in block.runs) for block in found if isinstance(block, Paragraph)]
    assert said.count(module._NO_PICTURE) == 4  # overenskommelse, kompetensplan, resultat and kon_resultat
    assert said.count(module._NO_TABLE) == 6  # they, samordning and kon_uppfoljning have more than four rows
    assert sum(isinstance(block, Picture) for block in found) == 8


def test_an_area_of_simple_rules_has_no_chapter() -> None:
    from tests.documents.small import catalogue as small

    assert rule_pictures(small()) == ()
    assert "Reglerna i tabell och bild" not in to_html(bilaga2(small()))


# --- the drawing ------------------------------------------------------------------------------------------------------


def touches(box: Box, point: Point) -> bool:
    """Whether a line that begins or ends at a point does so at the edge of a box, give or take a px of rounding."""
    x, y = point[0] - box.x, point[1] - box.y
    across, down = -1 <= x <= box.width + 1, -1 <= y <= box.height + 1
    return across and down and (min(abs(x), abs(x - box.width)) <= 1 or min(abs(y), abs(y - box.height)) <= 1)


def ways(drawing: Drawing) -> Iterator[tuple[str, str, str]]:
    """Question, answer and where it leads, as somebody sees who follows the lines with a finger."""
    ends: list[tuple[Line, Box, Box]] = []
    for line in drawing.lines:
        (start,) = (box for box in drawing.boxes if touches(box, line.points[0]))
        (end,) = (box for box in drawing.boxes if touches(box, line.points[-1]))
        ends.append((line, start, end))
    for line, start, end in ends:
        if start.kind == "question":
            assert (end.kind, line.arrives) == ("answer", False)
            ((after, _, to),) = (one for one in ends if one[1] is end)
            assert after.arrives
            yield " ".join(start.lines), " ".join(end.lines), " ".join(to.lines)


def expected(flow: tuple[Step, ...]) -> list[tuple[str, str, str]]:
    def to(way: Way) -> str:
        return f"Resultat: {way.to}" if isinstance(way.to, str) else f"{way.to + 1}. {flow[way.to].column}"

    return [(f"{at}. {step.column}", " / ".join(way.labels), to(way)) for at, step in enumerate(flow, 1) for way in step.ways]


def sound(drawing: Drawing) -> None:
    """No two boxes share a place, and everything is inside."""
    for one, other in combinations(drawing.boxes, 2):
        apart = one.x + one.width <= other.x or other.x + other.width <= one.x
        assert apart or one.y + one.height <= other.y or other.y + other.height <= one.y
    for box in drawing.boxes:
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.width <= drawing.width
        assert box.y + box.height <= drawing.height
    assert all(0 <= x <= drawing.width and 0 <= y <= drawing.height for line in drawing.lines for x, y in line.points)


@some
@given(areas())
def test_whoever_follows_the_lines_comes_where_the_rule_says(area: Catalogue) -> None:
    for indicator in area.indicators:
        flow = steps(indicator, area, 10_000)
        if 0 < len(flow) <= 12:
            drawing = flow_drawing(flow, [(f"{number}. {step.column}",) for number, step in enumerate(flow, 1)])
            assert sorted(ways(drawing)) == sorted(expected(flow))
            sound(drawing)
            assert drawing == flow_drawing(flow, [(f"{number}. {step.column}",) for number, step in enumerate(flow, 1)])


def test_pictures_and_words_of_2017_say_the_same() -> None:
    words = [texts(block) for block in BLOCKS if isinstance(block, Labelled)]
    for picture, said in zip(PICTURES, words, strict=True):
        sound(picture.drawing)
        names = [f"{number}. {text.split(':')[0]}" for number, text in enumerate(said, start=1)]
        found = [
            (name, answers.replace("” eller ”", " / ").strip("”"), f"Resultat: {outcome}" if outcome else names[int(step) - 1])
            for name, text in zip(names, said, strict=True)
            for answers, outcome, step in WAY.findall(text.partition(": ")[2])
        ]
        assert sorted(found) == sorted(ways(picture.drawing))
        assert picture.drawing.width <= 600, "fits between the margins of a page"


def test_lines_bend_at_right_angles_and_heads_point_where_they_go() -> None:
    assert head(Line(((5, 0), (5, 20)), True)) == ((5, 20), (10, 11), (0, 11))
    for picture in PICTURES:
        for line in picture.drawing.lines:
            assert all(a[0] == b[0] or a[1] == b[1] for a, b in zip(line.points, line.points[1:], strict=False))


def test_long_texts_are_broken_between_words() -> None:
    assert wrapped("Ja, men inte för vissa grupper av dem", 100) == ("Ja, men inte för", "vissa grupper", "av dem")
    assert wrapped("x" * 40, 100) == ("x" * 40,)


# --- as it is printed -------------------------------------------------------------------------------------------------


def hostile() -> Picture:
    flow = (
        Step("a", (Way((HOSTILE, "]]>", "a\x07b"), 1), Way(('"',), HOSTILE))),
        Step("b", (Way(("x",), "Ja"), Way(("y",), HOSTILE))),
    )
    return Picture(HOSTILE, HOSTILE, 'bild-"x', flow_drawing(flow, ((HOSTILE,), ("<b>", HOSTILE))))


def seen(box: Box) -> str:
    """What is written in a box; a character without a look is marked."""
    return " ".join(box.lines).replace("\x07", "\ufffd")


@pytest.mark.parametrize("picture", [*PICTURES[:3], hostile()])
def test_svg_has_a_name_a_description_and_nothing_but_shapes_and_texts(picture: Picture) -> None:
    svg = ElementTree.fromstring(to_svg(picture.drawing, picture.title, picture.description, picture.anchor))  # noqa: S314
    assert svg.get("role") == "img"
    named = {one.get("id"): one.text for one in svg if one.tag in (f"{SVG}title", f"{SVG}desc")}
    assert [named[id_] for id_ in (svg.get("aria-labelledby") or "").split(" ")] == [picture.title, picture.description]
    tags = {one.tag.removeprefix(SVG) for one in svg.iter()}
    assert tags == {"svg", "title", "desc", "rect", "polyline", "polygon", "text", "tspan"}
    shown = [" ".join(line.text or "" for line in one) for one in svg.iter(f"{SVG}text")]
    assert shown == [seen(box) for box in picture.drawing.boxes]


def test_word_shows_the_same_boxes_and_reads_out_the_same_words() -> None:
    for document in (CHAPTER, Document("t", "sv", "d", "p", (hostile(),))):
        pictures = [block for block in document.blocks if isinstance(block, Picture)]
        with ZipFile(BytesIO(to_docx(document))) as package:
            root = ElementTree.fromstring(package.read("word/document.xml"))  # noqa: S314
        named = [one for one in root.iter() if one.tag.endswith("}docPr")]
        assert [(one.get("title"), one.get("descr")) for one in named] == [(one.title, one.description) for one in pictures]
        assert len({one.get("id") for one in named}) == len(named)
        boxes = [" ".join(t.text or "" for t in one.iter(f"{{{WORD}}}t")) for one in root.iter(f"{{{WORD}}}txbxContent")]
        assert boxes == [seen(box) for one in pictures for box in one.drawing.boxes]


def test_pdf_has_a_figure_with_the_same_words() -> None:
    file = to_pdf(Document("t", "sv", "d", "p", (*BLOCKS, hostile())))
    assert isinstance(file, bytes)
    opened = pikepdf.open(BytesIO(file))
    waiting, found = [opened.Root.StructTreeRoot.K], []
    while waiting:
        node = waiting.pop()
        if isinstance(node, pikepdf.Array):
            waiting += reversed(list(node))
        elif isinstance(node, pikepdf.Dictionary):
            found += [str(node.Alt)] if node.get("/S") == "/Figure" else []
            waiting += [node.K] if "/K" in node else []
    assert found == [f"{one.title}. {one.description}" for one in (*PICTURES, hostile())]
