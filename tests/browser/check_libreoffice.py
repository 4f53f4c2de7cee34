"""Bilaga 2 is found whole after LibreOffice has opened and saved it. Run with the checks that need programs of their own."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.conftest import missing
from tests.verify.test_found import built, differences


@pytest.mark.parametrize(
    ("name", "target", "arguments"),
    [
        ("bilaga2.docx", "docx", []),
        ("bilaga2.docx", "txt:Text", []),
        ("bilaga2.html", "docx:MS Word 2007 XML", ["--infilter=HTML (StarWriter)"]),
    ],
)
def test_all_is_found_after_libreoffice(name: str, target: str, arguments: list[str], tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        missing("soffice (LibreOffice Writer)")
    (tmp_path / name).write_bytes(built()[name])
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    out = tmp_path / "out"
    command = [program, profile, "--headless", *arguments, "--convert-to", target, "--outdir", str(out), str(tmp_path / name)]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    (saved,) = out.iterdir()
    assert differences(saved.name, saved.read_bytes()) == []
