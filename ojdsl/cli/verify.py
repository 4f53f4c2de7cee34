"""The command that compares documents with the specs that they describe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

from ojdsl import pipeline
from ojdsl.cli.errors import PathError
from ojdsl.cli.files import read_file, read_specs, shown
from ojdsl.cli.layout import paragraph
from ojdsl.cli.specs import one_area, report
from ojdsl.cli.words import say
from ojdsl.diagnostics.message import Language
from ojdsl.diagnostics.render import as_json, severity
from ojdsl.verify.lines import UnreadableError, Written
from ojdsl.verify.read import read_document
from ojdsl.verify.report import Edit, said_by
from ojdsl.verify.verify import verify


def verify_documents(
    area: Path,
    documents: Sequence[Path],
    form: str,
    language: Language,
    texts: Path | None,
    then: Literal["", "propose", "accept"] = "",
) -> int:
    """Prints what documents say otherwise: text on standard error, JSON on standard output. Of several documents, the edited
    texts are also printed side by side, on standard output. `then` shows the changes of the specs that would
    make them say the same, or writes edited texts into them."""
    checked = one_area(area, language, texts)
    if checked is None:
        return 1
    ((folder, catalogue),) = checked.catalogues.items()
    read = [_read(path) for path in documents]
    found = verify(catalogue, read)
    if then == "propose":
        from ojdsl.cli.accept import printed_specs
        from ojdsl.cli.propose import show_proposals

        specs = read_specs((area,), texts)
        printed = printed_specs(pipeline.read(specs.files, specs.shown, specs.texts), folder)
        if printed is not None:
            show_proposals(found, catalogue, printed, language)
    elif then == "accept":
        from ojdsl.cli.accept import write_accepted

        return write_accepted(found, read, checked, read_specs((area,), texts), texts, language)
    elif form == "json":
        sys.stdout.write(as_json(found.faults, language))
    else:
        report(found.faults, language)
        if len(documents) > 1:
            sys.stdout.write(_side_by_side(found.edits, [shown(path) for path in documents], language))
    return int(any(severity(fault) == "error" for fault in found.faults))


def _read(path: Path) -> Written:
    try:
        return read_document(shown(path), read_file(path))
    except UnreadableError as error:
        raise PathError(path, error.reason) from error


def _side_by_side(edits: Iterable[Edit], names: Sequence[str], language: Language) -> str:
    """Every edited place with what each document has there."""
    places: dict[tuple[str, int], list[Edit]] = {}
    for edit in edits:
        at = next((key for key, some in places.items() if key[0] == edit.where and _overlap(some[0], edit)), None)
        places.setdefault(at or (edit.where, edit.hunk.start), []).append(edit)
    return "".join(_place(some, names, language) for some in places.values())


def _overlap(one: Edit, other: Edit) -> bool:
    first, second = sorted((one.hunk, other.hunk), key=lambda hunk: hunk.start)
    return second.start < first.start + max(len(first.old), 1)


def _place(some: Sequence[Edit], names: Sequence[str], language: Language) -> str:
    lines = [f"\n{some[0].where}", paragraph(some[0].hunk.said[0], 2, f"{say('in_specs', language)}: ")]
    for name in names:
        own = [edit for edit in some if edit.document == name]
        label = f"{name}{said_by(own[0].by) if own else ''}: "
        lines.append(paragraph(" … ".join(edit.hunk.said[1] for edit in own) or say("unchanged", language), 2, label))
    return "\n".join(lines) + "\n"
