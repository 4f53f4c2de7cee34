"""Products are the same bytes on every run, in every place, and those in the repository are up to date."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ojdsl import pipeline
from ojdsl.documents.on_demand import ON_DEMAND
from tests.real import AREA, ROOT, checked, files

BUILT = ROOT / "generated" / "2017" / "missbruk"


def built(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name not in ON_DEMAND}


def build(output: Path, specs: str, cwd: Path, **environment: str) -> dict[str, bytes]:
    """What a process of its own builds."""
    command = [sys.executable, "-m", "ojdsl", "build", specs, "-o", str(output)]
    place = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    subprocess.run(command, cwd=cwd, env=place, capture_output=True, check=True)
    return built(output / "2017" / "missbruk")


def test_twice_in_one_process() -> None:
    again = pipeline.check(pipeline.read(dict(reversed(files().items()))), [AREA]).catalogues[AREA]
    assert pipeline.build(again) == pipeline.build(checked().catalogues[AREA])


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_with_another_hash_seed(tmp_path: Path, seed: str) -> None:
    assert build(tmp_path, AREA, ROOT, PYTHONHASHSEED=seed) == pipeline.build(checked().catalogues[AREA])


def test_from_another_folder_and_with_another_time_zone_and_locale(tmp_path: Path) -> None:
    made = build(tmp_path / "ut", str(ROOT / AREA), tmp_path, TZ="Pacific/Auckland", LC_ALL="C")
    assert made == pipeline.build(checked().catalogues[AREA])


def test_what_is_in_the_repository_is_what_is_built() -> None:
    assert built(BUILT) == pipeline.build(checked().catalogues[AREA]), "run: python -m ojdsl build specs"


def test_texts_are_utf_8_with_plain_line_ends() -> None:
    for name, content in pipeline.build(checked().catalogues[AREA]).items():
        if name.endswith((".md", ".html", ".py", ".sql", ".json")):
            assert not content.startswith(b"\xef\xbb\xbf"), name
            assert b"\r" not in content, name
            assert content.endswith(b"\n"), name
            assert not content.endswith(b"\n\n"), name
            content.decode("utf-8")
