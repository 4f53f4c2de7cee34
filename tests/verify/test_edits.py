"""Whatever word, number, date or label of a description somebody changes, in whatever format, it is told, and nothing else is.

Places are chosen at random among all that a document says of its indicators; none by hand.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from html import escape

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from ojdsl.documents.bilaga2 import bilaga2
from ojdsl.documents.to_docx import to_docx
from ojdsl.documents.to_html import to_html
from ojdsl.documents.to_markdown import to_markdown
from ojdsl.verify.compare import compare
from ojdsl.verify.described import described
from ojdsl.verify.found import found
from ojdsl.verify.judge import Judge
from ojdsl.verify.lines import Line, Written, tidy
from ojdsl.verify.parts import Key
from ojdsl.verify.read import read_document
from tests import real
from tests.verify.docx import edited
from tests.verify.plain import plain_text

FORMATS = ("docx", "html", "md", "txt")
WANTED = ("socialjour", "samordning", "kompetensplan", "insatser", "uppfoljning_metod", "kon_resultat", "tid_forsta_besok")
FEW = replace(real.catalogue(), indicators=tuple(one for one in real.catalogue().indicators if (one.family or one.id) in WANTED))
_WORD = re.compile(r"[^\W\d_]{2,}|\d+")
_MONTHS = ("januari", "februari", "mars", "oktober", "november")
_ANSWERS = ("Ja", "Nej", "Delvis")
_PARAGRAPH = re.compile(r"<w:p>(?:(?!<w:p>|<w:p ).)*?</w:p>|<w:p [^>]*>(?:(?!<w:p>|<w:p ).)*?</w:p>", re.DOTALL)
_CONTENTS = re.compile(r'<w:pStyle w:val="TOC')
_TEXT = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*)(</w:t>)")

Place = tuple[str, Key, Line]


@cache
def documents() -> dict[str, bytes]:
    made = bilaga2(FEW)
    html = to_html(made).encode()
    return {"docx": to_docx(made), "html": html, "md": to_markdown(made).encode(), "txt": plain_text(html).encode()}


@cache
def judge() -> Judge:
    return Judge(FEW)


def read(form: str, content: bytes) -> Written:
    return read_document(f"bilaga2.{form}", content)


@cache
def places(form: str) -> tuple[Place, ...]:
    """Every line of every part of every description, as it stands in a document."""
    lines = read(form, documents()[form]).lines
    pairs = found(described(lines, judge().whole.known).descriptions, judge().whole)
    return tuple(
        (pair.expected.id, key, line)
        for pair in pairs
        if pair.expected is not None
        for key, some in pair.parts.items()
        for line in some
        if _WORD.search(line.text)
    )


def other(word: str) -> str:
    """Another word of the same kind."""
    if word.isdecimal():
        return str(int(word) + 1)
    if word in _MONTHS:
        return _MONTHS[_MONTHS.index(word) - 1]
    if word in _ANSWERS:
        return _ANSWERS[_ANSWERS.index(word) - 1]
    return "okänt" if word == "annat" else "annat" if word.islower() else "Annat"


def in_lines(content: bytes, line: Line, text: str) -> bytes:
    """A line of plain text with a text in place of what it says."""
    lines = content.decode().split("\n")
    assert line.text in lines[line.number - 1]
    lines[line.number - 1] = lines[line.number - 1].replace(line.text, text, 1)
    return "\n".join(lines).encode()


def in_word(content: bytes, line: Line, word: re.Match[str], new: str) -> bytes:
    """The paragraph of a Word file with one of its words changed, whichever of its runs has it."""
    number = [one for one in read("docx", content).lines if one.text == line.text].index(line)

    def change(xml: str) -> str:
        said = [one for one in _PARAGRAPH.finditer(xml) if _shown(one[0]) == line.text and not _CONTENTS.search(one[0])]
        paragraph = said[number]
        count = len(re.findall(rf"(?<!\w){word[0]}(?!\w)", line.text[: word.start()]))
        seen = iter(range(1000))
        changed = _TEXT.sub(
            lambda run: (
                run[1] + re.sub(rf"(?<!\w){word[0]}(?!\w)", lambda one: new if next(seen) == count else one[0], run[2]) + run[3]
            ),
            paragraph[0],
        )
        return xml[: paragraph.start()] + changed + xml[paragraph.end() :]

    return edited(content, change)


def _shown(paragraph: str) -> str:
    text = "".join(one[2] for one in _TEXT.finditer(paragraph))
    return tidy(text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&"))


@pytest.mark.parametrize("form", FORMATS)
def test_an_unchanged_document_says_the_same(form: str) -> None:
    assert compare(read(form, documents()[form]), judge()).faults == []


@pytest.mark.parametrize("form", FORMATS)
@settings(
    max_examples=20, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate), suppress_health_check=list(HealthCheck)
)
@given(st.data())
def test_a_changed_word_is_told_of_its_indicator_and_of_no_other(form: str, data: st.DataObject) -> None:
    name, key, line = data.draw(st.sampled_from(places(form)))
    word = data.draw(st.sampled_from(list(_WORD.finditer(line.text))))
    new = other(word[0])
    text = line.text[: word.start()] + new + line.text[word.end() :]
    content = documents()[form]
    if form == "docx":
        after = in_word(content, line, word, new)
    elif form == "txt":
        after = in_lines(content, line, text)
    else:
        after = marked_up(form, content, line, word, new)
    said = compare(read(form, after), judge()).faults
    about = [str(one.facts.get("where") or one.facts.get("name")) for one in said]
    assert about, (name, key.shown, word[0], new, line.text)
    assert {one.partition(", ")[0] for one in about} == {name}, (name, key.shown, word[0], new, line.text, said)


def marked_up(form: str, content: bytes, line: Line, word: re.Match[str], new: str) -> bytes:
    """A line of a page or of Markdown with a word changed, whatever signs of markup stand between its words."""
    count = len(re.findall(rf"(?<!\w){word[0]}(?!\w)", line.text[: word.start()]))
    lines = content.decode().split("\n")
    start = lines[line.number - 1]
    hits = list(re.finditer(rf"(?<!\w){re.escape(escape(word[0], quote=False))}(?!\w)(?![^<]*>)", start))
    first = _begins(form, start, line)
    hits = [one for one in hits if one.start() >= first]
    hit = hits[count]
    lines[line.number - 1] = start[: hit.start()] + new + start[hit.end() :]
    return "\n".join(lines).encode()


def _begins(form: str, start: str, line: Line) -> int:
    """Where in its line of the file a line begins: several cells or items of a page may share one."""
    opening = re.split(r"\W", line.text.strip())[0] or line.text[:1]
    at = start.find(opening)
    return max(at, 0) if form == "html" else 0
