"""Texts that reviewers have edited, written into the specs: all that can be, or none."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from ojdsl import pipeline
from ojdsl.cli.errors import PathError
from ojdsl.cli.files import Specs, encoded_like, read_file, read_texts, write_file
from ojdsl.cli.specs import count_errors
from ojdsl.cli.words import say
from ojdsl.diagnostics.fact import position_of
from ojdsl.diagnostics.message import Language
from ojdsl.diagnostics.render import severity
from ojdsl.model.nodes import Catalogue
from ojdsl.model.project import Project, area_specs, parent, round_register
from ojdsl.model.resolve import AreaSpecs
from ojdsl.model.slots import Slot, slots
from ojdsl.model.texts import with_new_texts
from ojdsl.verify.accept import Accepted, Kept, accept, files
from ojdsl.verify.lines import Written
from ojdsl.verify.report import Edit
from ojdsl.verify.verify import Verified, verify

_FEW = 3
_RULES = ("OJ820", "OJ821", "OJ822", "OJ823", "OJ824", "OJ825", "OJ836", "OJ840")
_SAID_APART = ("OJ835", "OJ837", "OJ838", "OJ839")


def write_accepted(
    found: Verified,
    documents: Sequence[Written],
    checked: pipeline.Checked,
    specs: Specs,
    texts: Path | None,
    language: Language,
) -> int:
    """Writes what can be accepted, and says what was written and what was not; status 1 where anything is left."""
    project = pipeline.read(specs.files, specs.shown, specs.texts)
    ((folder, catalogue),) = checked.catalogues.items()
    accepted = accept(found.edits, catalogue, texts_of(project, folder))
    new = files(accepted.rewrites)
    contents = {name: encoded_like(read_file(Path(name)), after) for name, (_, after) in new.items()}
    if new and not _is_good(contents, accepted, documents, checked, specs, texts):
        print(say("nothing_written", language), file=sys.stderr)
        return 1
    _write(contents)
    for taken in accepted.taken:
        at = position_of(taken.wording.slot.text.span)
        print(say("text_written", language, file=at.file, line=at.line, where=taken.edit.where, said=_said(taken.edit)))
    for kept in accepted.kept:
        print(say("not_written", language, where=kept.edit.where, said=_said(kept.edit), reason=_reason(kept, language)))
    others = [fault for fault in found.faults if fault.code not in _SAID_APART and severity(fault) != "note"]
    for fault in others:
        where = fault.facts.get("where") or fault.facts.get("name")
        why = say("is_rule" if fault.code in _RULES else "is_fact", language)
        print(say("fault_not_written", language, code=fault.code, where=where, reason=why))
    return int(bool(accepted.kept or others))


def texts_of(project: Project, folder: str) -> tuple[Slot, ...]:
    """The texts of an area, each where it comes from: the specs or the package of texts."""
    specs = printed_specs(project, folder)
    return () if specs is None else slots(specs)


def printed_specs(project: Project, folder: str) -> AreaSpecs | None:
    """The specs of an area with the texts that are printed of it."""
    register, _ = round_register(project, parent(folder))
    specs = area_specs(project, folder, register)
    return specs if specs is None or project.texts is None else with_new_texts(project.texts, specs)


def _reason(kept: Kept, language: Language) -> str:
    """Why an edit is not written, with the first places where its text stands too."""
    few = ", ".join(kept.places[:_FEW]) + (" …" if len(kept.places) > _FEW else "")
    return say(kept.reason, language, count=len(kept.places), places=few)


def _said(edit: Edit) -> str:
    old, new = edit.hunk.said
    return f"”{old}” → ”{new}”"


def _write(contents: Mapping[str, bytes]) -> None:
    """All files or none: where one cannot be written, those before it become what they were."""
    before = {Path(name): read_file(Path(name)) for name in contents}
    written: list[Path] = []
    try:
        for path in before:
            write_file(path, contents[path.as_posix()])
            written.append(path)
    except PathError:
        for path in written:
            write_file(path, before[path])
        raise


def _is_good(
    contents: Mapping[str, bytes],
    accepted: Accepted,
    documents: Sequence[Written],
    before: pipeline.Checked,
    specs: Specs,
    texts: Path | None,
) -> bool:
    """Whether the specs, read again, have the very texts and the same rules, no new error, and say what the documents do."""
    inside = {name: contents.get(specs.shown(name), content) for name, content in specs.files.items()}
    project = pipeline.read(inside, specs.shown, None if texts is None else read_texts(texts, contents))
    after = pipeline.check(project, before.catalogues)
    if count_errors(after) - count_errors(before) or after.catalogues.keys() != before.catalogues.keys():
        return False
    ((folder, catalogue),) = after.catalogues.items()
    values = {slot.path: slot.text.value for slot in texts_of(project, folder)}
    written = {one.wording.slot.path: made.value for one, made in accepted.by_text()}
    (old,) = before.catalogues.values()
    if any(values.get(path) != value for path, value in written.items()) or _rules(old) != _rules(catalogue):
        return False
    left = {(edit.document, edit.where) for edit in verify(catalogue, documents).edits}
    kept = {(one.edit.document, one.edit.where) for one in accepted.kept}
    taken = {(one.edit.document, one.edit.where) for one in accepted.taken}
    return taken.isdisjoint(left - kept)


def _rules(catalogue: Catalogue) -> object:
    """What texts may not change."""
    indicators = [(one.id, one.clauses, one.outcomes, one.denominator, one.cells) for one in catalogue.indicators]
    return indicators, catalogue.cells()
