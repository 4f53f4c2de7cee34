"""Word: read back by other programs, it says what the tree says, in the look of the template."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import ZIP_STORED, ZipFile

import pytest

from ojdsl.documents.bilaga2 import bilaga2
from ojdsl.documents.column_widths import fitted
from ojdsl.documents.deviations import deviations
from ojdsl.documents.docx_outline import bookmarks
from ojdsl.documents.docx_template import STYLES, TemplateError, read_template
from ojdsl.documents.docx_xml import WORD
from ojdsl.documents.nodes import (
    Block,
    DataTable,
    Document,
    Field,
    FieldTable,
    Flow,
    Heading,
    Item,
    Labelled,
    Link,
    List,
    Paragraph,
    Strong,
    paragraph,
)
from ojdsl.documents.to_docx import to_docx
from tests import real
from tests.documents.small import HOSTILE, catalogue

W = f"{{{WORD}}}"
MAIN, NUMBERING, STYLESHEET = "word/document.xml", "word/numbering.xml", "word/styles.xml"
TEMPLATE = (files("ojdsl.documents") / "mall.docx").read_bytes()
SMALL, REAL = bilaga2(catalogue()), bilaga2(real.catalogue())
DOCUMENTS = pytest.mark.parametrize("document", [SMALL, REAL, deviations(catalogue())], ids=["small", "real", "deviations"])


def unzipped(docx: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(docx)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target.getvalue()


def parsed(part: bytes) -> Element:
    return ElementTree.fromstring(part)  # noqa: S314 - made by ourselves


def root(docx: bytes, name: str = MAIN) -> Element:
    return parsed(unzipped(docx)[name])


def val(element: Element, path: str, name: str = "val") -> str | None:
    found = element.find("/".join(W + tag for tag in path.split("/")))
    return None if found is None else found.get(W + name)


def shown(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(W + "t"))


def paragraphs(element: Element) -> list[tuple[str | None, str]]:
    return [(val(one, "pPr/pStyle"), shown(one)) for one in element.iter(W + "p")]


def texts(block: Flow) -> Iterator[str]:
    """The paragraphs that a part of a cell is printed as."""
    match block:
        case Paragraph(runs=runs):
            yield "".join(one.text for one in runs)
        case List(items=items):
            yield from (text for item in items for inner in item.blocks for text in texts(inner))
        case Labelled(label=label, blocks=blocks):
            yield label
            yield from (text for inner in blocks for text in texts(inner))


def cells(table: Block) -> list[list[str]]:
    """What a table should hold, cell by cell; the first row is the header that is repeated."""
    match table:
        case FieldTable(caption=caption, rows=rows):
            each = [[field.header, "\n".join(text for block in field.blocks for text in texts(block))] for field in rows]
            return [["Uppgift", caption], *each]
        case DataTable(header=header, rows=data):
            return [list(header), *([["\n".join(text for one in cell for text in texts(one)) for cell in row] for row in data])]
        case _:
            raise AssertionError(table)


def tables(document: Document) -> list[FieldTable | DataTable]:
    return [block for block in document.blocks if isinstance(block, FieldTable | DataTable)]


# --- what the document says -------------------------------------------------------------------------------------------


@DOCUMENTS
def test_another_library_reads_the_same_headings_and_tables(document: Document) -> None:
    docx = pytest.importorskip("docx").Document(BytesIO(to_docx(document)))
    read = [(one.style.name, one.text) for one in docx.paragraphs if one.style.name.startswith("Heading ")]
    assert read == [(f"Heading {one.level - 1}", one.text) for one in document.blocks if isinstance(one, Heading)]
    found = [[[cell.text for cell in row.cells] for row in table.rows] for table in docx.tables]
    assert found == [cells(table) for table in tables(document)]
    assert (docx.core_properties.title, docx.core_properties.language) == (document.title, "sv-SE")
    assert docx.core_properties.author == "ojdsl"


@DOCUMENTS
def test_every_table_has_a_caption_and_a_header_that_is_repeated(document: Document) -> None:
    body = next(iter(root(to_docx(document))))
    for before, table in pairwise(body):
        if table.tag != W + "tbl":
            continue
        assert (val(before, "pPr/pStyle"), shown(before)) == ("Caption", val(table, "tblPr/tblCaption"))
        headers = [row.find(f"{W}trPr/{W}tblHeader") for row in table.iter(W + "tr")]
        assert headers[0] is not None
        assert not headers[0].attrib
        assert headers[1:] == [None] * (len(headers) - 1)
        (header,) = {style for style, _ in paragraphs(next(table.iter(W + "tr")))}
        firsts = [next(row.iter(W + "tc")) for row in table.iter(W + "tr")][1:]
        expected = {"OJKolumnrubrik": "OJRadrubrik", "OJTtkolumnrubrik": "OJTtradrubrik"}[header or ""]
        assert {style for first in firsts for style, _ in paragraphs(first)} <= {expected}
        assert sum(int(one.get(W + "w", "")) for one in table.iter(W + "gridCol")) == read_template(TEMPLATE).text_width


def test_the_contents_show_every_heading_before_word_has_updated_them() -> None:
    entries = [(style, text) for style, text in paragraphs(root(to_docx(REAL))) if style and style.startswith("TOC")]
    level, expected = 0, [("TOCHeading", "Innehåll")]
    for block in REAL.blocks:
        match block:
            case Heading(text=text):
                level = block.level - 1
                expected.append((f"TOC{level}", text))
            case FieldTable(caption=text):
                expected.append((f"TOC{level + 1}", text))
            case _:
                continue
    assert entries == expected
    body = root(to_docx(REAL))
    code = [one.text for one in body.iter(W + "instrText")]
    assert code == [r' TOC \o "1-5" \h \z \u ']
    levels = [val(one, "pPr/outlineLvl") for one in body.iter(W + "p") if val(one, "pPr/pStyle") == "Caption"]
    captions = [block for block in REAL.blocks if isinstance(block, FieldTable | DataTable)]
    described = ["4" if isinstance(block, FieldTable) else None for block in captions]
    last = max(number for number, level in enumerate(described) if level)
    assert levels == [*described[:last], "1", *described[last + 1 :]]
    assert b"updateFields" not in unzipped(to_docx(REAL))["word/settings.xml"]


def test_a_short_document_has_no_contents() -> None:
    assert not list(root(to_docx(deviations(catalogue()))).iter(W + "sdt"))


@DOCUMENTS
def test_links_lead_to_bookmarks(document: Document) -> None:
    body = root(to_docx(document))
    marks = [one.get(W + "name", "") for one in body.iter(W + "bookmarkStart")]
    ids = [one.get(W + "id") for one in body.iter(W + "bookmarkStart")]
    assert ids == [one.get(W + "id") for one in body.iter(W + "bookmarkEnd")]
    assert len(set(ids)) == len({mark.casefold() for mark in marks}) == len(marks)
    assert all(re.fullmatch(r"[^\W\d_]\w{0,39}", mark) for mark in marks)
    assert {one.get(W + "anchor") for one in body.iter(W + "hyperlink")} <= set(marks)
    assert len(marks) == len(bookmarks(document.blocks))


def test_bookmarks_are_named_as_word_allows() -> None:
    long = "indikator-" + "x" * 40
    found = bookmarks([Heading(2, "", anchor) for anchor in ("a-b", "A_b", "1", long + "y", long + "z", "å")])
    names = [one.name for one in found.values()]
    assert names == ["a_b", "A_b_2", "a_1", f"indikator_{'x' * 30}", f"indikator_{'x' * 28}_2", "å"]


def test_a_link_inside_a_text_leads_to_its_anchor_or_is_plain() -> None:
    blocks = (Heading(2, "R", "r"), paragraph("se ", Link("hit", "r"), Link("ut", "finns-inte")))
    links = list(root(to_docx(Document("t", "sv", "d", "p", blocks))).iter(W + "hyperlink"))
    assert [(shown(one), one.get(W + "anchor")) for one in links] == [("hit", "r")]


# --- lists and labels -------------------------------------------------------------------------------------------------


def ordered(*texts: str) -> List:
    return List(tuple(Item((paragraph(text),)) for text in texts), ordered=True)


def test_every_ordered_list_begins_at_one() -> None:
    nested = List((Item((paragraph("yttre"), ordered("a", "b"), ordered("c"))),), ordered=True)
    docx = to_docx(Document("t", "sv", "d", "p", (ordered("x", "y"), nested, ordered("x", "y"))))
    numbered = [
        (shown(one), val(one, "pPr/numPr/ilvl"), val(one, "pPr/numPr/numId"))
        for one in root(docx).iter(W + "p")
        if one.find(f"{W}pPr/{W}numPr") is not None
    ]
    first = read_template(TEMPLATE).free_number
    one, two, three, four, five = (str(first + number) for number in range(5))
    assert numbered == [
        ("x", "0", one), ("y", "0", one), ("yttre", "0", two), ("a", "1", three), ("b", "1", three), ("c", "1", four),
        ("x", "0", five), ("y", "0", five),
    ]  # fmt: skip
    added = {one.get(W + "numId"): one for one in root(docx, NUMBERING).iter(W + "num")}
    for _, level, number in numbered:
        override = added[number].find(f"{W}lvlOverride")
        assert override is not None
        assert (override.get(W + "ilvl"), val(override, "startOverride")) == (level, "1")


def test_a_list_says_its_depth_by_style_and_stops_at_the_deepest() -> None:
    block = List((Item((paragraph("6"),)),))
    for depth in range(5, 0, -1):
        block = List((Item((paragraph(str(depth)), paragraph("mer"), block)),))
    found = paragraphs(root(to_docx(Document("t", "sv", "d", "p", (block,)))))[1:-1]
    each = [(f"{depth}" if depth > 1 else "", str(depth)) for depth in range(1, 6)]
    expected = [pair for end, text in each for pair in ((f"ListBullet{end}", text), (f"ListContinue{end}", "mer"))]
    assert found == [*expected, ("ListBullet5", "6")]


def test_an_item_that_begins_with_something_else_still_has_its_mark() -> None:
    block = List((Item((ordered("inre"),), "här"), Item(())))
    found = paragraphs(root(to_docx(Document("t", "sv", "d", "p", (block,)))))
    assert found[1:-1] == [("ListBullet", ""), ("ListNumber2", "inre"), ("ListBullet", "")]


def test_labels_in_cells() -> None:
    inner = Labelled("b", (Labelled("c", (Labelled("d", (paragraph("text"),)),)), paragraph("efter c")))
    field = Field("Fält", (Labelled("a", (inner,)), paragraph(Strong("efter"), " a")))
    docx = to_docx(Document("t", "sv", "d", "p", (FieldTable("tabell", "x", (field, Field("Tomt", ()))),)))
    table = next(root(docx).iter(W + "tbl"))
    assert paragraphs(table)[2:] == [
        ("OJRadrubrik", "Fält"), ("OJEtikett", "a"), ("OJEtikett2", "b"), ("OJEtikett3", "c"), ("OJEtikett3", "d"),
        ("OJTabelltext", "text"), ("OJTabelltext", "efter c"), ("OJEfteretikett", "efter a"),
        ("OJRadrubrik", "Tomt"), ("OJTabelltext", ""),
    ]  # fmt: skip
    strong = next(one for one in table.iter(W + "r") if val(one, "rPr/rStyle"))
    assert (val(strong, "rPr/rStyle"), shown(strong)) == ("Strong", "efter")


# --- texts ------------------------------------------------------------------------------------------------------------


def everywhere(text: str) -> Document:
    inside = (paragraph(text), Labelled(text, (List((Item((paragraph(text),)),), ordered=True),)))
    blocks = (
        Heading(2, text, text),
        paragraph(Strong(text), Link(text, text)),
        FieldTable(text, f"{text}2", (Field(text, inside),)),
        DataTable(text, (text, text), (((paragraph(text),), (paragraph(text), paragraph(text))),)),
    )
    return Document(text, "sv", text, text, blocks, List((Item((paragraph(text),)),)))


@pytest.mark.parametrize("text", [HOSTILE, '"><w:p/>', "]]></w:t>", " a  b ", "a\u00a0b – ”c” 🙂", "TOC \\o"])
def test_every_text_is_shown_as_it_is(text: str) -> None:
    docx = to_docx(everywhere(text))
    # Title, contents twice, heading, paragraph twice, six in the fields (the caption twice), six in the data, provenance.
    assert [found.text for found in root(docx).iter(W + "t")].count(text) == 1 + 2 + 1 + 2 + 6 + 6 + 1
    assert [one.get(W + "val") for one in root(docx).iter(W + "tblCaption")] == [text, text]
    assert shown(root(docx, "word/footer1.xml")) == f"{text}Sida 1 av 1"


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_a_character_that_xml_forbids_does_not_break_the_file(character: str) -> None:
    docx = to_docx(everywhere(f"a{character}b"))
    for name, part in unzipped(docx).items():
        assert name.endswith((".xml", ".rels"))
        parsed(part)
    assert "a\ufffdb" in [found.text for found in root(docx).iter(W + "t")]


# --- the file ---------------------------------------------------------------------------------------------------------


@DOCUMENTS
def test_bytes_are_stable_and_hold_nothing_of_the_machine(document: Document) -> None:
    docx = to_docx(document)
    assert docx == to_docx(document)
    with ZipFile(BytesIO(docx)) as package:
        for info in package.infolist():
            assert (info.date_time, info.compress_type, info.create_system) == ((1980, 1, 1, 0, 0, 0), ZIP_STORED, 0)
        assert package.namelist()[0] == "[Content_Types].xml"


@DOCUMENTS
def test_the_language_is_swedish_throughout(document: Document) -> None:
    parts = unzipped(to_docx(document))
    found = re.findall(rb'<w:(?:lang|themeFontLang)\b[^>]*?w:val="([^"]*)"', b"".join(parts.values()))
    assert len(found) >= 3
    assert set(found) == {b"sv-SE"}
    assert b"<dc:language>sv-SE</dc:language>" in parts["docProps/core.xml"]


@DOCUMENTS
def test_an_auditor_of_word_files_finds_nothing(document: Document, tmp_path: Path) -> None:
    validator = pytest.importorskip("openxml_audit").OpenXmlValidator()
    path = tmp_path / "bilaga2.docx"
    path.write_bytes(to_docx(document))
    assert [str(error) for error in validator.validate(path).errors] == []


@DOCUMENTS
def test_every_part_is_declared_and_every_relation_leads_somewhere(document: Document) -> None:
    parts = unzipped(to_docx(document))
    declared = set(re.findall(r'PartName="/([^"]+)"', parts["[Content_Types].xml"].decode()))
    assert declared == {name for name in parts if not name.endswith(".rels")} - {"[Content_Types].xml"}
    targets = re.findall(r'Target="/([^"]+)"', (parts["_rels/.rels"] + parts["word/_rels/document.xml.rels"]).decode())
    assert set(targets) == declared


# --- the template -----------------------------------------------------------------------------------------------------


def edited(part: str, before: str, after: str, template: bytes = TEMPLATE) -> bytes:
    parts = unzipped(template)
    assert before in parts[part].decode()
    return zipped({**parts, part: parts[part].decode().replace(before, after).encode()})


def test_the_template_is_a_sound_document_with_every_style(tmp_path: Path) -> None:
    assert set(read_template(TEMPLATE).styles) == set(STYLES)
    path = tmp_path / "mall.docx"
    path.write_bytes(TEMPLATE)
    assert not pytest.importorskip("openxml_audit").OpenXmlValidator().validate(path).errors


def test_a_restyled_template_restyles_the_document_and_leaves_its_text() -> None:
    red = to_docx(SMALL, edited(STYLESHEET, "17486B", "A02020"))
    assert b"A02020" in unzipped(red)[STYLESHEET]
    assert b"17486B" not in unzipped(red)[STYLESHEET]
    assert unzipped(red)[MAIN] == unzipped(to_docx(SMALL))[MAIN]


def test_margins_are_those_of_the_template() -> None:
    before = root(to_docx(SMALL))
    after = root(to_docx(SMALL, edited(MAIN, 'w:left="1134"', 'w:left="2134"')))
    assert [val(one.find(f"{W}body") or one, "sectPr/pgMar", "left") for one in (before, after)] == ["1134", "2134"]
    widths = [sum(int(one.get(W + "w", "")) for one in next(body.iter(W + "tblGrid"))) for body in (before, after)]
    assert widths[0] - widths[1] == 1000


def test_a_template_saved_by_a_swedish_word_is_understood() -> None:
    """Ids are Swedish there, the names in the file are not; parts may be named otherwise, and some are of no use."""
    parts = unzipped(TEMPLATE)
    swedish = {"Heading1": "Rubrik1", "Caption": "Beskrivning", "ListNumber": "Numreradlista", "OJTabell": "OJTabell1"}
    for name in (STYLESHEET, NUMBERING, MAIN):
        text = parts[name].decode()
        for english, id_ in swedish.items():
            text = text.replace(f'"{english}"', f'"{id_}"')
        parts[name] = text.encode()
    header = b'<w:hdr xmlns:w="%s"><w:p/></w:hdr>' % WORD.encode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    more = "".join(
        f'<Relationship Id="{id_}" Type="{kind}/{type_}" Target="{target}"/>'
        for id_, type_, target in (("rId90", "header", "header1.xml"), ("rId91", "comments", "comments.xml"))
    )
    relations = "word/_rels/document.xml.rels"
    parts[relations] = parts[relations].replace(b"</Rel", more.encode() + b"</Rel")
    image = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
Type="{kind}/image" Target="media/logo.png"/></Relationships>'
    parts |= {
        "word/header1.xml": header,
        "word/_rels/header1.xml.rels": image.encode(),
        "word/media/logo.png": b"logo",
        "word/comments.xml": b"<x/>",
        "word/settings.xml": parts["word/settings.xml"].replace(b"<w:compat>", b'<w:attachedTemplate r:id="rId1"/><w:compat>'),
        "word/_rels/settings.xml.rels": b"<x/>",
    }
    parts[MAIN] = parts[MAIN].replace(b"<w:pgSz", b'<w:headerReference w:type="default" r:id="rId90"/><w:pgSz')
    docx = to_docx(SMALL, zipped(parts))
    styles = {style for style, _ in paragraphs(root(docx))}
    assert {"Rubrik1", "Beskrivning", "Numreradlista"} <= styles
    assert not {"Heading1", "Caption", "ListNumber"} & styles
    found = unzipped(docx)
    assert b'r:id="rId90"' in found[MAIN]
    assert found["word/media/logo.png"] == b"logo"
    assert b"attachedTemplate" not in found["word/settings.xml"]
    assert not {"word/comments.xml", "word/_rels/settings.xml.rels"} & set(found)


@pytest.mark.parametrize(
    ("template", "message"),
    [
        (b"no", "Mallen är inte en Word-fil"),
        (edited(STYLESHEET, '"OJ Etikett 2"', '"Min etikett"'), "formatmallarna OJ Etikett 2"),
        (edited(MAIN, "w:sectPr", "w:sect"), "sidinställningar"),
        (zipped({"x": b""}), "officeDocument"),
    ],
    ids=("text", "style", "page", "parts"),  # a zip file holds the time it was made, and names must be the same in all workers
)
def test_a_template_that_lacks_something_says_what(template: bytes, message: str) -> None:
    with pytest.raises(TemplateError, match=message):
        to_docx(SMALL, template)


def of_table(table: Block) -> Element:
    return next(root(to_docx(replace(SMALL, blocks=(table,)))).iter(W + "tbl"))


def wide(columns: int) -> DataTable:
    word = "Återfallsprevention"
    cells = tuple((paragraph(text),) for text in ("Ja", *(["–"] * (columns - 1))))
    return DataTable("Beslut", (word,) * columns, (cells,))


@pytest.mark.parametrize(("columns", "small"), [(2, False), (3, True), (9, True)])
def test_a_table_whose_words_do_not_fit_is_printed_small_and_hyphenated(columns: int, small: bool) -> None:
    found = {style for style, _ in paragraphs(of_table(wide(columns)))}
    usual, crowded = {"OJKolumnrubrik", "OJRadrubrik", "OJTabelltext"}, {"OJTtkolumnrubrik", "OJTtradrubrik", "OJTttabelltext"}
    assert found == (crowded if small else usual)
    assert val(of_table(wide(columns)), "tblPr/tblStyle") == ("OJTttabell" if small else "OJTabell")
    widths = [int(one.get(W + "w", "")) for one in of_table(wide(columns)).iter(W + "gridCol")]
    assert sum(widths) == read_template(TEMPLATE).text_width
    assert max(widths) - min(widths) <= columns  # equal words have equal room


def test_a_long_word_has_room_where_the_page_has() -> None:
    """Beside it stand short answers; what is short gives what it does not need."""
    header = ("Rad", "Läkemedelsassisterad behandling", *("(M)2 a",) * 7, "Resultat")
    rows = tuple(tuple((paragraph(text),) for text in (str(number), *("Ja",) * 8, "Ej aktuellt")) for number in range(1, 9))
    table = of_table(DataTable("Beslut", header, rows))
    widths = [int(one.get(W + "w", "")) for one in table.iter(W + "gridCol")]
    assert sum(widths) == read_template(TEMPLATE).text_width
    letters = (width / 122 - 2 for width in widths)  # of small bold print, without the edges of a cell
    assert all(room >= max(map(len, name.split())) for room, name in zip(letters, header, strict=True))


# --- pages ------------------------------------------------------------------------------------------------------------


def keeps(element: Element) -> list[tuple[str, bool]]:
    return [(shown(one), one.find(f"{W}pPr/{W}keepNext") is not None) for one in element.iter(W + "p")]


@pytest.mark.parametrize(("rows", "kept"), [(2, 1), (10, 9), (11, 0)])
def test_a_short_table_stays_on_one_page(rows: int, kept: int) -> None:
    """Every row but the last keeps to the next; a long table may go on overleaf."""
    cells = ((paragraph("1"),), (paragraph("Ja"),))
    table = of_table(DataTable("Beslut", ("Rad", "Resultat"), (cells,) * rows))
    _, *data = table.iter(W + "tr")
    found = [{one.find(f"{W}pPr/{W}keepNext") is not None for one in row.iter(W + "p")} for row in data]
    assert found == [{True}] * kept + [{False}] * (rows - kept)


def test_a_row_is_not_parted_but_a_table_of_long_texts_is() -> None:
    cells = ((paragraph("x" * 200),), (paragraph("Ja"),))
    table = of_table(DataTable("Beslut", ("Rad", "Svar"), (cells,) * 3))
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.iter(W + "tr"))
    assert not any(kept for text, kept in keeps(table) if text not in ("Rad", "Svar"))


def test_a_short_field_is_not_parted() -> None:
    blocks = (Labelled("b", (paragraph("x" * 599),)), List((Item((paragraph("x" * 600),)),)), paragraph("x" * 601))
    table = of_table(FieldTable("tabell", "x", tuple(Field("Fält", (block,)) for block in blocks)))
    whole = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.iter(W + "tr")]
    assert whole == [True, True, True, False]


def test_what_says_little_alone_stays_with_what_comes_next() -> None:
    answers = Labelled("Svar", (paragraph("☐ Ja"), paragraph("☐ Nej")))
    blocks = (Heading(2, "Fråga", "f"), paragraph("Besvaras om"), paragraph("Finns det?"), answers, paragraph("Kommentar"))
    found = dict(keeps(root(to_docx(replace(SMALL, blocks=blocks, contents=None)))))
    assert [text for text, kept in found.items() if kept] == ["Besvaras om", "☐ Ja", "☐ Nej"]


def test_only_small_print_is_hyphenated() -> None:
    """The document allows it, the style that all others are based on forbids it, and those of crowded tables take that back."""
    parts = unzipped(TEMPLATE)
    assert b"<w:autoHyphenation/>" in parts["word/settings.xml"]
    named = {val(one, "name"): one.find(f"{W}pPr/{W}suppressAutoHyphens") for one in parsed(parts[STYLESHEET]).iter(W + "style")}
    says = {name: one.get(W + "val", "1") for name, one in named.items() if one is not None}
    assert says == {"Normal": "1", "OJ Tät tabelltext": "0", "OJ Tät kolumnrubrik": "0", "OJ Tät radrubrik": "0"}


def test_the_widest_columns_are_cut_where_not_all_words_fit() -> None:
    assert fitted([28, 8, 11, 25], 60) == [20, 8, 11, 20]
    assert fitted([28, 8], 36) == [28, 8]
    assert fitted([9, 9], 1) == [1, 1]
