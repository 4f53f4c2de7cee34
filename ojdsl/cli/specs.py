"""The commands on specs: check and build."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from ojdsl import pipeline
from ojdsl.cli.errors import PathError
from ojdsl.cli.files import Specs, read_file, read_specs, shown, write_files
from ojdsl.cli.words import say
from ojdsl.diagnostics.fact import Diagnostic, Position, distinct_in_order, in_order
from ojdsl.diagnostics.message import Language
from ojdsl.diagnostics.render import as_json, as_text, severity, summary
from ojdsl.diagnostics.to_sarif import as_sarif
from ojdsl.model.nodes import Catalogue
from ojdsl.model.project import Project


def check_specs(
    paths: tuple[Path, ...], form: str, notes: bool, language: Language, texts: Path | None = None, save: bool = False
) -> int:
    """Prints the faults, and with `notes` what is worth knowing: text on standard error, JSON on standard output.

    With `save`, counterexamples are written into the specs.
    """
    specs = read_specs(paths, texts)
    checked = _checked(specs, notes)
    if form == "json":
        sys.stdout.write(as_json(checked.faults, language))
    elif form == "sarif":
        # a log says what was silenced too; whoever reads it may hide that
        sys.stdout.write(as_sarif(checked.faults if notes else in_order([*checked.faults, *checked.silenced]), language))
    else:
        report(checked.faults, language)
    if save:
        from ojdsl.cli.save_examples import save_examples

        save_examples(checked, specs, language)
    return int(checked.has_errors)


def build_specs(
    paths: tuple[Path, ...], output: Path | None, compare: bool, language: Language, texts: Path | None = None, pdf: bool = False
) -> int:
    """Writes the products of each area, or compares them with those that are there; nothing is written on errors, or when
    the texts, read back by themselves and from every document, do not say what the rules do."""
    # imported here: a check, which runs at every save, needs none of it
    from ojdsl.checks.read_back import read_back
    from ojdsl.cli.pdf import pdf_files

    specs = read_specs(paths, texts)
    checked = _checked(specs)
    report(checked.faults, language)
    if checked.has_errors:
        return 1
    if unsaid := [fault for made in checked.catalogues.values() for fault in read_back(made)]:
        report(distinct_in_order(unsaid), language)
        return 1
    base = output or specs.root.parent / "generated"
    built = {name: pipeline.build(made) for name, made in checked.catalogues.items()}
    if compare:
        stale = [one for name, made in checked.catalogues.items() for one in _differences(base / name, built[name], made)]
        report(stale, language)
        return int(bool(stale))
    for name, made in checked.catalogues.items() if pdf else ():
        more = pdf_files(made, language)
        if isinstance(more, int):
            return more
        built[name] |= more
    if unlike := [one for name, made in checked.catalogues.items() for one in _unlike(base / name, built[name], made)]:
        report(unlike, language)
        return 1
    for name, files in built.items():
        write_files(base / name, files)
        print(say("built", language, count=len(files), folder=shown(base / name)), file=sys.stderr)
    return 0


def _unlike(folder: Path, files: Mapping[str, bytes], catalogue: Catalogue) -> Iterable[Diagnostic]:
    """What the documents about to be written say otherwise than the specs."""
    from ojdsl.verify.verify import of_built

    return of_built(catalogue, files, lambda name: shown(folder / name))


def one_area(path: Path, language: Language, texts: Path | None = None) -> pipeline.Checked | None:
    """The one area in a folder; None when its specs have errors, which have been printed."""
    specs = read_specs((path,), texts)
    checked = _checked(specs)
    report([fault for fault in checked.faults if severity(fault) == "error"], language)
    if checked.has_errors:
        return None
    if len(checked.catalogues) != 1:
        raise PathError(path, "many_areas")
    return checked


def report(faults: Iterable[Diagnostic], language: Language) -> None:
    """Faults on standard error with a line that counts them; nothing when there are none."""
    faults = tuple(faults)
    for fault in faults:
        print(as_text(fault, language), file=sys.stderr, end="\n\n")
    if faults:
        print(summary(faults, language), file=sys.stderr)


def _checked(specs: Specs, notes: bool = False) -> pipeline.Checked:
    return check_project(pipeline.read(specs.files, specs.shown, specs.texts), specs, notes)


def count_errors(checked: pipeline.Checked) -> Counter[str]:
    """How many errors there are of each code; what one check has less another are the new ones."""
    return Counter(fault.code for fault in checked.faults if severity(fault) == "error")


def check_project(project: Project, specs: Specs, notes: bool = False) -> pipeline.Checked:
    """Checks the areas that were asked for. PathError if there are none."""
    wanted = [area for area in project.areas if specs.covers(area)]
    if not wanted and not project.faults:
        raise PathError(Path(specs.shown(specs.chosen[0])), "no_area")
    return pipeline.check(project, wanted, notes, specs.complete)


def _differences(folder: Path, files: Mapping[str, bytes], catalogue: Catalogue) -> Iterable[Diagnostic]:
    """Where what is built and what lies in a folder are not the same."""
    from ojdsl.documents.on_demand import ON_DEMAND, is_made_from

    for name, content in files.items():
        path = folder / name
        if not path.is_file():
            yield Diagnostic("OJ702", Position(shown(path)), {"file": name})
        elif read_file(path) != content:
            yield Diagnostic("OJ701", Position(shown(path)), {"file": name, "option": ""})
    for path in sorted(folder.glob("*")) if folder.is_dir() else ():
        if path.name in ON_DEMAND:
            if not is_made_from(read_file(path), catalogue):
                yield Diagnostic("OJ701", Position(shown(path)), {"file": path.name, "option": " --pdf"})
        elif path.name not in files:
            yield Diagnostic("OJ703", Position(shown(path)), {"file": path.name})
