"""The whole way on one page: files in, catalogues and faults out, products by name. Nothing here reads or writes a disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from ojdsl.checks.check import check_area, check_round
from ojdsl.diagnostics.fact import Diagnostic, distinct_in_order, in_order, position_of
from ojdsl.diagnostics.render import severity
from ojdsl.model.missing_questions import missing_told_together
from ojdsl.model.nodes import Catalogue, Register
from ojdsl.model.project import Files, Project, area_specs, judged, parent, read_project, round_register, round_specs, with_texts
from ojdsl.model.resolve import resolve
from ojdsl.model.silenced import silence
from ojdsl.model.texts import Texts, resolve_with


@dataclass(frozen=True, slots=True)
class Checked:
    """What is known of some areas: the catalogues by folder, every fault in order, and the warnings that authors accept."""

    catalogues: Mapping[str, Catalogue]
    faults: tuple[Diagnostic, ...]
    silenced: tuple[Diagnostic, ...] = ()

    @property
    def has_errors(self) -> bool:
        return _has_errors(self.faults)


def read(files: Files, shown: Callable[[str], str] = str, texts: Texts | None = None) -> Project:
    """Text → tree, perhaps with a package of texts. `shown` makes of a file's name what the user sees."""
    project = read_project(files, shown)
    return project if texts is None else with_texts(project, texts)


def check(project: Project, folders: Iterable[str], notes: bool = False, complete: bool = True) -> Checked:
    """Tree → meaning → logic → checks, for the areas in the named folders; with `notes`, what is no fault but worth knowing.

    `complete`: the project has every round there is, so that it shows what nobody needs of what they share.
    """
    wanted = set(folders)
    catalogues: dict[str, Catalogue] = {}
    found = list(project.faults)
    certain: list[str] = []  # beginnings of files about which everything has been said
    for round_folder in sorted({parent(folder) for folder in wanted}):
        register, faults = round_register(project, round_folder)
        found += faults
        areas = [folder for folder in project.areas if parent(folder) == round_folder]
        made: dict[str, Catalogue] = {}
        of_areas: list[Diagnostic] = []
        for folder in areas:
            catalogue, faults = _check_area(project, folder, register, notes)
            of_areas += faults
            if catalogue is not None:
                made[folder] = catalogue
            found += faults if folder in wanted else ()
        catalogues |= {folder: _among(made, folder) for folder in made if folder in wanted}
        whole = len(made) == len(areas) and not _has_errors((*project.faults, *of_areas))
        faults = check_round(list(made.values()), round_specs(project, round_folder, register), whole)
        others = tuple(f"{project.shown(folder)}/" for folder in areas if folder not in wanted)
        found += [fault for fault in faults if not position_of(fault.place).file.startswith(others)]
        if whole:
            seen = [folder for folder in areas if folder in wanted] if others else [round_folder]
            certain += [f"{project.shown(folder)}/" for folder in seen]
    if complete and wanted.issuperset(project.areas) and not _has_errors(found):
        certain = [""]
    left, silenced = silence(distinct_in_order(found), project.silencings, judged(project, certain))
    return Checked(catalogues, tuple(in_order([*left, *silenced] if notes else left)), tuple(silenced))


def build(catalogue: Catalogue) -> dict[str, bytes]:
    """Meaning → products, by file name; byte-identical on every machine."""
    # imported here: a check, which runs at every save, needs none of it
    from ojdsl.backends.to_json import catalogue_json
    from ojdsl.backends.to_python import evaluator
    from ojdsl.documents.bilaga1 import bilaga1
    from ojdsl.documents.bilaga2 import bilaga2
    from ojdsl.documents.deviations import deviations
    from ojdsl.documents.form import enkat
    from ojdsl.documents.to_docx import to_docx
    from ojdsl.documents.to_form_html import to_form_html
    from ojdsl.documents.to_html import to_html
    from ojdsl.documents.to_markdown import to_markdown

    method, document = bilaga1(catalogue), bilaga2(catalogue)
    return {
        "avvikelser.md": to_markdown(deviations(catalogue)).encode(),
        "bilaga1.docx": to_docx(method),
        "bilaga1.html": to_html(method).encode(),
        "bilaga1.md": to_markdown(method).encode(),
        "bilaga2.docx": to_docx(document),
        "bilaga2.html": to_html(document).encode(),
        "bilaga2.md": to_markdown(document).encode(),
        "enkat.docx": to_docx(enkat(catalogue)),
        "enkat.html": to_form_html(catalogue).encode(),
        "evaluator.py": evaluator(catalogue).encode(),
        "katalog.json": catalogue_json(catalogue).encode(),
    }


def _check_area(
    project: Project, folder: str, register: Register | None, notes: bool
) -> tuple[Catalogue | None, list[Diagnostic]]:
    specs = area_specs(project, folder, register)
    if specs is None:
        return None, []
    catalogue, faults = resolve(specs) if project.texts is None else resolve_with(project.texts, specs)
    found = [] if catalogue is None else check_area(catalogue, notes, _has_errors(faults))
    return catalogue, missing_told_together(faults) + found


def _among(made: Mapping[str, Catalogue], folder: str) -> Catalogue:
    """A catalogue that knows those of the round's other areas."""
    return replace(made[folder], neighbours=tuple(one for other, one in made.items() if other != folder))


def _has_errors(faults: Iterable[Diagnostic]) -> bool:
    return any(severity(fault) == "error" for fault in faults)
