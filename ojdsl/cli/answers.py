"""The commands on answers: evaluate and sample."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from ojdsl.backends.to_python import evaluator
from ojdsl.cli.errors import PathError
from ojdsl.cli.files import read_file, remove_file, shown, write_file, write_files
from ojdsl.cli.input import Input, missing, open_input
from ojdsl.cli.specs import one_area, report
from ojdsl.cli.words import say
from ojdsl.data.answers import Answers
from ojdsl.data.assumed import against, summaries
from ojdsl.data.engine import load_engine
from ojdsl.data.extras import MissingExtra
from ojdsl.data.not_asked import not_asked
from ojdsl.data.outcomes import outcomes
from ojdsl.data.response import response
from ojdsl.data.sample import sample
from ojdsl.data.shares import shares
from ojdsl.data.to_csv import about, result_files
from ojdsl.data.to_internal import to_internal
from ojdsl.data.to_workbook import to_workbook
from ojdsl.diagnostics.message import Language
from ojdsl.documents.bilaga1 import bilaga1
from ojdsl.documents.to_docx import to_docx
from ojdsl.documents.to_html import to_html
from ojdsl.documents.to_markdown import to_markdown
from ojdsl.model.nodes import Catalogue

BOOKS = ("resultat.xlsx", "internt.xlsx")
"""The workbooks that can be had."""
ABOUT = "om_resultatet.json"


def evaluate_answers(given: Input, output: Path, books: Sequence[str], language: Language) -> int:
    """Answers → outcomes → shares → files. Any error in the answers: all are printed and nothing is written.

    `books`: the workbooks that are wanted, `resultat.xlsx` and `internt.xlsx`.
    """
    opened = open_input(given, language)
    if isinstance(opened, int):
        return opened
    catalogue, answers, faults = opened
    if answers is None:
        report(faults, language)
        print(say("nothing_written", language), file=sys.stderr)
        return 1
    warnings = not_asked(catalogue, answers)
    contrary = against(catalogue, answers)
    found = outcomes(catalogue, answers, load_engine(evaluator(catalogue)))
    groups = shares(catalogue, found)
    files = result_files(found, groups, [*warnings, *(fault for one in contrary for fault in one.rows)])
    for name in books:
        internal = name == "internt.xlsx"
        book = to_internal(catalogue, answers, found) if internal else to_workbook(catalogue, answers, found, groups)
        if isinstance(book, MissingExtra):
            return missing(book, language)
        files[name] = book
    files |= {f"publicering/{name}": content for name, content in method(catalogue, answers).items()}
    files[ABOUT] = about(catalogue, answers, files)
    written = _written_before(output)
    write_files(output, files)
    _remove_stale(output, files, written, language)
    report([*faults, *warnings, *summaries(contrary)], language)
    units = len(catalogue.round.register.units)
    print(say("evaluated", language, answered=len(answers.rows), units=units, folder=shown(output)), file=sys.stderr)
    return 0


def _remove_stale(output: Path, files: Mapping[str, bytes], written: Mapping[str, str], language: Language) -> None:
    """Removes the workbooks of an earlier run that this one has not replaced; one that somebody has changed is only named.

    `written`: the sha256 of the files of that run.
    """
    for name in BOOKS:
        path = output / name
        if name in files or not path.exists():
            continue
        ours = sha256(read_file(path)).hexdigest() == written.get(name)
        if ours:
            remove_file(path)
        print(say("stale_removed" if ours else "stale_left", language, file=shown(path)), file=sys.stderr)


def _written_before(output: Path) -> Mapping[str, str]:
    """What the `om_resultatet.json` of an earlier run says that it wrote; nothing where there is none that can be read."""
    try:
        files = json.loads(read_file(output / ABOUT))["files"]
    except (PathError, ValueError, LookupError, TypeError):
        return {}
    return files if isinstance(files, dict) else {}


def method(catalogue: Catalogue, answers: Answers) -> dict[str, bytes]:
    """Bilaga 1 with the response that the answers show: counts of units, which may be published."""
    document = bilaga1(catalogue, response(catalogue, answers))
    return {
        "bilaga1.docx": to_docx(document),
        "bilaga1.html": to_html(document).encode(),
        "bilaga1.md": to_markdown(document).encode(),
    }


def sample_answers(area: Path, output: Path, seed: int, language: Language, texts: Path | None = None) -> int:
    """Writes an answers file with made-up answers for all units."""
    checked = one_area(area, language, texts)
    if checked is None:
        return 1
    (catalogue,) = checked.catalogues.values()
    write_file(output, sample(catalogue, seed).encode())
    print(say("sampled", language, file=shown(output)), file=sys.stderr)
    return 0
