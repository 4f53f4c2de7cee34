"""Documents are read as people change them, and hostile ones are refused."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from ojdsl.verify.lines import Change, Comment, Line, UnreadableError, folded
from ojdsl.verify.read import read_document
from tests.verify.docx import MAIN, W, mark, p, r, small, zipped


def lines(name: str, content: bytes | str) -> tuple[Line, ...]:
    return read_document(name, content.encode() if isinstance(content, str) else content).lines


def texts(name: str, content: bytes | str) -> list[tuple[str, str]]:
    return [(line.role, line.text) for line in lines(name, content)]


def test_runs_may_be_split_anywhere() -> None:
    assert [line.text for line in lines("a.docx", small(p(r("sva") + r("rat ") + r("”J") + r("a”"))))] == ["svarat ”Ja”"]


def test_a_tracked_change_leaves_both_texts_and_who_made_it() -> None:
    (line,) = lines("a.docx", small(p(r("Minst ") + mark("del", r("två", "delText")) + mark("ins", r("tre")) + r(" svar"))))
    assert (line.text, line.original) == ("Minst tre svar", "Minst två svar")
    assert line.changes == (
        Change("out", "två", "Anna Ek", "2017-03-01T10:00:00Z"),
        Change("in", "tre", "Anna Ek", "2017-03-01T10:00:00Z"),
    )


def test_what_one_puts_in_and_another_takes_out_is_in_neither_text() -> None:
    (line,) = lines("a.docx", small(p(r("Ja") + mark("ins", mark("del", r(" och Nej", "delText"), "Bo")))))
    assert (line.text, line.before, line.changes) == ("Ja", None, ())


def test_a_paragraph_whose_end_is_taken_out_goes_on_in_the_next() -> None:
    first, second = lines("a.docx", small(p(r("Ja "), mark("del")) + p(r("eller Nej"))))
    assert (first.text, first.original) == ("", "Ja")
    assert (second.text, second.original) == ("Ja eller Nej", "eller Nej")


def test_a_row_that_is_taken_out_is_there_no_more() -> None:
    cells = "".join(f"<w:tc>{p(r(text))}</w:tc>" for text in ("Syfte", "Att hjälpa"))
    found = lines("a.docx", small(f"<w:tbl><w:tr><w:trPr>{mark('del')}</w:trPr>{cells}</w:tr></w:tbl>"))
    assert [(line.text, line.original, line.role) for line in found] == [("", "Syfte", "header"), ("", "Att hjälpa", "text")]


def test_a_comment_belongs_to_its_paragraph() -> None:
    remark = (
        f'<w:comments xmlns:w="{W}"><w:comment w:id="7" w:author="Bo Li" w:date="d">{p(r("Varför?"))}</w:comment></w:comments>'
    )
    body = p('<w:commentRangeStart w:id="7"/>' + r("Ja") + '<w:r><w:commentReference w:id="7"/></w:r>')
    (line,) = lines("a.docx", small(body, comments=remark))
    assert line.comments == (Comment("Varför?", "Bo Li", "d"),)


def test_what_is_hidden_is_not_read_and_what_stands_in_a_box_is() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r>"
    box = f"<w:r><w:pict><w:txbxContent>{p(r('i rutan'))}</w:txbxContent></w:pict></w:r>"
    assert [line.text for line in lines("a.docx", small(p(r("Ja") + hidden + box)))] == ["Ja", "i rutan"]


def test_what_is_struck_through_is_not_read() -> None:
    struck = "<w:r><w:rPr><w:strike/></w:rPr><w:t>bort</w:t></w:r><w:r><w:rPr><w:dstrike/></w:rPr><w:t>bort</w:t></w:r>"
    kept = '<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>Ja</w:t></w:r>'
    assert [line.text for line in lines("a.docx", small(p(struck + kept)))] == ["Ja"]
    page = '<p>Ja<s>bort</s><del>bort</del><span style="text-decoration: line-through">bort</span></p><p hidden>bort</p>'
    assert texts("a.html", page + '<p style="display:none">bort</p>') == [("text", "Ja")]


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.txt"])
def test_how_a_letter_is_typed_and_hyphens_that_are_not_shown_make_no_difference(name: str) -> None:
    assert texts(name, normalize("NFD", "mål\u00advärde")) == [("text", "målvärde")]


def test_html_says_what_a_browser_shows() -> None:
    page = (
        '<title>T</title><nav><p>bort</p></nav><h2 id="a">R</h2><table><tr><th>Syfte<td>Ja &amp;&nbsp;nej<ul><li>ett</ul></table>'
    )
    assert texts("a.html", page) == [("heading", "R"), ("header", "Syfte"), ("text", "Ja & nej"), ("item", "ett")]


def test_an_item_of_markdown_may_begin_with_a_list() -> None:
    found = lines("a.md", "1. - ett\n   - två\n2. tre\n3. 4\\. fyra\n")
    assert [(line.text, line.depth) for line in found] == [("ett", 2), ("två", 2), ("tre", 1), ("4. fyra", 1)]


def test_a_paragraph_that_is_broken_before_a_number_goes_on() -> None:
    found = lines("a.md", "den 1 februari\n2017. Sedan\n- ett\n\n2. två\n3. tre\n")
    assert [line.text for line in found] == ["den 1 februari 2017. Sedan", "ett", "två", "tre"]


def test_markdown_loses_its_signs_and_keeps_escaped_ones() -> None:
    page = "## R\n\n**Syfte**\n\nMed *jour* avses\nsnart\n\n- ett\n- två\n\n" + (
        "***Lagstöd***\n\n1\\. a\\*b\n\n| x | y |\n| --- | --- |\n"
    )
    assert texts("a.md", page) == [
        ("heading", "R"), ("header", "Syfte"), ("text", "Med jour avses snart"), ("item", "ett"), ("item", "två"),
        ("label", "Lagstöd"), ("text", "1. a*b"), ("text", "x"), ("text", "y"),
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_plain_text_is_read_in_the_encodings_that_windows_writes(encoding: str) -> None:
    assert texts("a.txt", "Syfte\tÅ ä ö\r\n    • ett\r\n2. två".encode(encoding)) == [
        ("text", "Syfte"), ("text", "Å ä ö"), ("item", "ett"), ("item", "två"),
    ]  # fmt: skip


def test_typography_does_not_count() -> None:
    assert folded("“Ja” –\u00a0nej... \u00adx") == folded('"Ja" - nej… x')


_BOMB = '<!DOCTYPE a [<!ENTITY b "cccc">]>'


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.odt", b"x", "format"),
        ("a.docx", b"x", "no_word"),
        ("a.docx", zipped({"x": ""}), "no_word"),
        ("a.docx", zipped({MAIN: "<a>"}), "no_word"),
        ("a.docx", zipped({MAIN: f"<?xml version='1.0'?>{_BOMB}<a>&b;</a>"}), "entities"),
        ("a.docx", zipped({MAIN: f"<a>{'<b>' * 300}{'</b>' * 300}</a>"}), "too_large"),
        ("a.docx", zipped({MAIN: " " * 50_000_001}), "too_large"),
        ("a.txt", b"a\0b", "no_text"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_or_would_do_harm_says_why(name: str, content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_document(name, content)
    assert refused.value.reason == reason


def test_xml_in_an_encoding_that_hides_its_signs_is_refused() -> None:
    with pytest.raises(UnreadableError):
        read_document("a.docx", zipped_bytes(f"<?xml version='1.0' encoding='cp500'?>{_BOMB}<a/>".encode("cp500")))


def zipped_bytes(content: bytes) -> bytes:
    from io import BytesIO
    from zipfile import ZipFile

    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        archive.writestr(MAIN, content)
    return buffer.getvalue()


def test_what_is_placed_freely_or_repeated_on_every_page_of_a_web_page_is_not_its_text() -> None:
    box = '<span style="position: absolute; top: 1in"><p>Ja</p><span>och</span> mer</span><img style="position:absolute">'
    page = f'<body><p>först {box} sist</p><div title="footer"><div>Sida</div> 2</div><p>efter'
    assert [text for _, text in texts("a.html", page)] == ["först sist", "efter"]


def test_lists_of_plain_text_are_as_deep_as_they_are_indented() -> None:
    page = "Ett:\n  • a\n\n      1. b\n      2. c\n  • d\nTvå:\n• e\n"
    assert [(line.text, line.depth) for line in lines("a.txt", page)] == [
        ("Ett:", 0), ("a", 1), ("b", 2), ("c", 2), ("d", 1), ("Två:", 0), ("e", 1),
    ]  # fmt: skip
