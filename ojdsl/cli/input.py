"""The answers that a command is given, and the area that they are answers to."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ojdsl.cli.files import read_file, shown
from ojdsl.cli.specs import one_area, report
from ojdsl.cli.words import say_missing
from ojdsl.data.answers import Answers, read_answers
from ojdsl.data.extras import MissingExtra
from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.diagnostics.message import Language
from ojdsl.model.nodes import Catalogue


@dataclass(frozen=True, slots=True)
class Input:
    """An area's folder, a file of answers, the sheet if it is a workbook, columns to ignore, and a package of texts."""

    area: Path
    answers: Path
    sheet: str | None
    ignored: Sequence[str]
    texts: Path | None


def open_input(given: Input, language: Language) -> tuple[Catalogue, Answers | None, list[Diagnostic]] | int:
    """The catalogue, the answers (None if there is an error in them) and what is to be said of them.

    Where there are errors in the specs, or something is not installed: the exit status, after saying so.
    """
    content = read_file(given.answers)
    checked = one_area(given.area, language, given.texts)
    if checked is None:
        return 1
    (catalogue,) = checked.catalogues.values()
    answers, faults = read_answers(shown(given.answers), content, catalogue, given.ignored, given.sheet)
    if isinstance(answers, MissingExtra):
        return missing(answers, language)
    return catalogue, answers, faults


def read_input(given: Input, language: Language) -> tuple[Catalogue, Answers] | int:
    """The catalogue and the answers; the exit status after saying what is wrong with either."""
    opened = open_input(given, language)
    if isinstance(opened, int):
        return opened
    catalogue, answers, faults = opened
    report(faults, language)
    return 1 if answers is None else (catalogue, answers)


def missing(extra: MissingExtra, language: Language) -> int:
    """The exit status where something is not installed, after saying what."""
    print(say_missing(extra.requirement, language), file=sys.stderr)
    return 2
