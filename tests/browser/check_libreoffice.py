"""Bilaga 2 says the same after LibreOffice has opened and saved it. Run with the checks that need programs of their own."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from ojdsl.verify.read import read_document
from ojdsl.verify.verify import verify
from tests.browser.conftest import missing
from tests.real import catalogue
from tests.verify.docx import MAIN, W, mark, p, r, zipped
from tests.verify.test_found import built, differences

COMMENTS, _LINKS, _TYPES = "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


def saved(name: str, content: bytes, target: str, folder: Path, *arguments: str) -> Path:
    """The document after LibreOffice has opened it and saved it in another format, or in its own."""
    program = shutil.which("soffice")
    if program is None:
        missing("soffice (LibreOffice Writer)")
    (folder / name).write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    out = folder / "out"
    command = [program, profile, "--headless", *arguments, "--convert-to", target, "--outdir", str(out), str(folder / name)]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    return out / f"bilaga2.{target.partition(':')[0]}"


def test_a_page_that_was_made_a_word_file_still_has_every_part(tmp_path: Path) -> None:
    name, kind = "bilaga2.html", "docx:MS Word 2007 XML"
    path = saved(name, built()[name], kind, tmp_path, "--infilter=HTML (StarWriter)")
    assert differences(path.name, path.read_bytes()) == []


@pytest.mark.parametrize("target", ["docx", "txt:Text", "html"])
def test_nothing_has_changed_after_libreoffice(target: str, tmp_path: Path) -> None:
    path = saved("bilaga2.docx", built()["bilaga2.docx"], target, tmp_path)
    assert verify(catalogue(), [read_document(path.name, path.read_bytes())]).faults == ()


def test_tracked_changes_and_comments_still_name_their_authors(tmp_path: Path) -> None:
    path = saved("bilaga2.docx", reviewed(built()["bilaga2.docx"]), "docx", tmp_path)
    verified = verify(catalogue(), [read_document(path.name, path.read_bytes())])
    assert [(fault.code, dict(fault.facts)) for fault in verified.faults] == [
        ("OJ837", {"author": "Bo Li", "where": "vardkedja, Målvärde", "text": "Räcker det?"}),
        ("OJ835", {"where": "vardkedja, Målvärde", "by": " (Anna Ek, 2017-03-01)", "old": "erbjuds", "new": "erbjuds alla"}),
    ]


def reviewed(content: bytes) -> bytes:
    """Our Word file with a tracked change by one person and a comment by another."""
    with ZipFile(BytesIO(content)) as archive:
        parts = {one: archive.read(one).decode() for one in archive.namelist()}
    old = re.search(r"<w:r>(?:(?!</w:r>).)*>(Vårdkedja erbjuds )(hemlösa personer som [^<]*)</w:t></w:r>", parts[MAIN])
    assert old
    remark = '<w:commentRangeStart w:id="7"/>{}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
    new = r(old[1]) + mark("ins", r("alla ")) + remark.format(r(old[2]))
    date = 'w:date="2017-03-02T10:00:00Z"'
    return zipped(
        parts
        | {
            MAIN: parts[MAIN].replace(old[0], new),
            COMMENTS: f'<w:comments xmlns:w="{W}"><w:comment w:id="7" w:author="Bo Li" {date}>{p(r("Räcker det?"))}</w:comment>'
            "</w:comments>",
            _LINKS: parts[_LINKS].replace("</R", f'<Relationship Id="rId99" Type="{_KIND}" Target="/{COMMENTS}"/></R', 1),
            _TYPES: parts[_TYPES].replace("</T", f'<Override PartName="/{COMMENTS}" ContentType="{_TYPE}"/></T', 1),
        }
    )
