"""The real catalogue of 2017, compiled once for all tests that need it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ojdsl import pipeline
from ojdsl.backends.to_python import evaluator
from ojdsl.data.engine import Engine, load_engine
from ojdsl.model.nodes import Catalogue

ROOT = Path(__file__).resolve().parent.parent
AREA = "specs/2017/missbruk"


@cache
def files() -> dict[str, bytes]:
    """Every file below `specs`, by its path from the root."""
    found = sorted(path for path in (ROOT / "specs").rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in found}


@cache
def checked() -> pipeline.Checked:
    return pipeline.check(pipeline.read(files()), [AREA])


def catalogue() -> Catalogue:
    return checked().catalogues[AREA]


@cache
def engine() -> Engine:
    return load_engine(evaluator(catalogue()))
