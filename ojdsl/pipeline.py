"""The whole way on one page: files in, catalogues and faults out, products by name. Nothing here reads or writes a disk."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from string import ascii_lowercase

from ojdsl.checks.check import check_area, check_round
from ojdsl.diagnostics.fact import Diagnostic, Position, Related, in_order, position_of
from ojdsl.diagnostics.render import severity
from ojdsl.model.nodes import Catalogue, Register
from ojdsl.model.register import read_register
from ojdsl.model.resolve import AreaSpecs, resolve
from ojdsl.source import Source
from ojdsl.syntax.decode import decode
from ojdsl.syntax.read_spec import read_spec
from ojdsl.syntax.specs import AreaSpec, IndicatorSpec, QuestionsSpec, RoundSpec, Spec

SHARED = "gemensamt"
_REGISTER = ("enheter.csv", "grupper.csv", "kallor.csv")
_NAMED = re.compile(r"^(?:fråga|indikator|bakgrundsmått): *(\S+)", re.MULTILINE)
_SHARED = re.compile(r"^(begrepp|kvalitetsdimensioner|lagar|litteratur|verksamheter):", re.MULTILINE)

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Project:
    """Spec files read: each file's spec and the faults of form. `shown` makes of a file's name what the user sees."""

    files: Files
    shown: Callable[[str], str]
    specs: Mapping[str, Spec]
    areas: tuple[str, ...]
    faults: tuple[Diagnostic, ...]
    broken: frozenset[str]


@dataclass(frozen=True, slots=True)
class Checked:
    """What is known of some areas: the catalogues by folder, and every fault in order."""

    catalogues: Mapping[str, Catalogue]
    faults: tuple[Diagnostic, ...]

    @property
    def has_errors(self) -> bool:
        return _has_errors(self.faults)


def read(files: Files, shown: Callable[[str], str] = str) -> Project:
    """Text → tree. Names are POSIX paths that begin at, or above, the folder of all specs."""
    specs: dict[str, Spec] = {}
    faults: list[Diagnostic] = []
    broken: set[str] = set()
    for name, content in files.items():
        if not name.endswith((".yaml", ".yml")):
            continue
        source, found = decode(shown(name), content)
        spec = None
        if source is not None:
            spec, found = read_spec(source)
        if spec is None:
            broken |= _names_in(name, content)
        else:
            specs[name] = spec
        faults += found
    areas = sorted(_parent(name) for name, spec in specs.items() if isinstance(spec, AreaSpec))
    return Project(files, shown, specs, tuple(areas), tuple(faults), frozenset(broken))


def check(project: Project, folders: Iterable[str]) -> Checked:
    """Tree → meaning → logic → checks, for the areas in the named folders."""
    wanted = set(folders)
    catalogues: dict[str, Catalogue] = {}
    found = list(project.faults)
    for round_folder in sorted({_parent(folder) for folder in wanted}):
        register, faults = _register(project, round_folder)
        found += faults
        areas = [folder for folder in project.areas if _parent(folder) == round_folder]
        of_round: list[Catalogue] = []
        of_areas: list[Diagnostic] = []
        for folder in areas:
            catalogue, faults = _check_area(project, folder, register)
            of_areas += faults
            if catalogue is not None:
                of_round.append(catalogue)
            if folder in wanted:
                found += faults
                if catalogue is not None:
                    catalogues[folder] = catalogue
        whole = len(of_round) == len(areas) and not _has_errors((*project.faults, *of_areas))
        faults = check_round(of_round, [spec for _, spec in _within(project, round_folder, shared=True)], whole)
        others = tuple(f"{project.shown(folder)}/" for folder in areas if folder not in wanted)
        found += [fault for fault in faults if not position_of(fault.place).file.startswith(others)]
    return Checked(catalogues, tuple(_distinct(found)))


def build(catalogue: Catalogue) -> dict[str, bytes]:
    """Meaning → products, by file name; byte-identical on every machine."""
    # imported here: a check, which runs at every save, needs none of it
    from ojdsl.backends.to_json import catalogue_json
    from ojdsl.backends.to_python import evaluator
    from ojdsl.documents.bilaga2 import bilaga2
    from ojdsl.documents.deviations import deviations
    from ojdsl.documents.to_html import to_html
    from ojdsl.documents.to_markdown import to_markdown

    document = bilaga2(catalogue)
    products: dict[str, str] = {
        "avvikelser.md": to_markdown(deviations(catalogue)),
        "bilaga2.html": to_html(document),
        "bilaga2.md": to_markdown(document),
        "evaluator.py": evaluator(catalogue),
        "katalog.json": catalogue_json(catalogue),
    }
    return {name: text.encode() for name, text in products.items()}


def _check_area(project: Project, folder: str, register: Register | None) -> tuple[Catalogue | None, list[Diagnostic]]:
    specs = _area_specs(project, folder, register)
    if specs is None:
        return None, []
    catalogue, faults = resolve(specs)
    return catalogue, faults + (check_area(catalogue) if catalogue is not None else [])


def _area_specs(project: Project, folder: str, register: Register | None) -> AreaSpecs | None:
    round_folder = _parent(folder)
    inside = [spec for _, spec in _within(project, folder)]
    around = _of_round(project, round_folder)
    rounds = [spec for spec in around if isinstance(spec, RoundSpec)]
    if len(rounds) != 1 or register is None:
        return None
    shared = tuple(spec for _, spec in _within(project, _shared_folder(round_folder)))
    return AreaSpecs(
        shared=shared,
        round=rounds[0],
        bank=tuple(spec for spec in around if isinstance(spec, QuestionsSpec)),
        area=next(spec for spec in inside if isinstance(spec, AreaSpec)),
        own=tuple(spec for spec in inside if isinstance(spec, QuestionsSpec)),
        indicators=tuple(spec for spec in inside if isinstance(spec, IndicatorSpec)),
        register=register,
        broken=project.broken,
        root=project.shown(_parent(round_folder)),
        fingerprint=_fingerprint(project, folder),
    )


def _register(project: Project, round_folder: str) -> tuple[Register | None, list[Diagnostic]]:
    """The round's register of units, from three CSV files in the folder that the round names."""
    rounds = [spec for spec in _of_round(project, round_folder) if isinstance(spec, RoundSpec)]
    if not rounds:
        return None, [] if project.faults else [Diagnostic("OJ217", Position(project.shown(round_folder)))]
    spec, *others = rounds
    if others:
        return None, [Diagnostic("OJ216", others[0].span, {"folder": round_folder}, (Related(spec.span, "first"),))]
    if not spec.register.value:
        return None, []
    sources = []
    for name in _REGISTER:
        path = f"{round_folder}/{spec.register.value}/{name}"
        if path not in project.files:
            return None, [Diagnostic("OJ218", spec.register.span, {"path": project.shown(path)})]
        try:
            sources.append(Source(project.shown(path), project.files[path].decode("utf-8-sig")))
        except UnicodeDecodeError:
            return None, [Diagnostic("OJ101", Position(project.shown(path)))]
    return read_register(*sources)


def _fingerprint(project: Project, folder: str) -> str:
    """SHA-256 over the files that an area is made from, with their names below the specs' root."""
    round_folder = _parent(folder)
    root = _parent(round_folder)
    digest = hashlib.sha256()
    for name in sorted(project.files):
        inside = _is_in(name, folder) or _is_in(name, _shared_folder(round_folder))
        if inside or (_is_in(name, round_folder) and not _in_an_area(project, name)):
            shown = name[len(root) + 1 :] if root else name
            digest.update(f"{shown}\0{len(project.files[name])}\0".encode() + project.files[name])
    return digest.hexdigest()


def _within(project: Project, folder: str, shared: bool = False) -> list[tuple[str, Spec]]:
    folders = [folder, _shared_folder(folder)] if shared else [folder]
    return [(name, project.specs[name]) for name in sorted(project.specs) if any(_is_in(name, one) for one in folders)]


def _of_round(project: Project, round_folder: str) -> list[Spec]:
    """The round's own specs and its question bank."""
    return [spec for name, spec in _within(project, round_folder) if not _in_an_area(project, name)]


def _in_an_area(project: Project, name: str) -> bool:
    return any(_is_in(name, folder) for folder in project.areas)


def _shared_folder(round_folder: str) -> str:
    root = _parent(round_folder)
    return f"{root}/{SHARED}" if root else SHARED


def _is_in(name: str, folder: str) -> bool:
    return not folder or name.startswith(folder + "/")


def _parent(name: str) -> str:
    parent = str(PurePosixPath(name).parent)
    return "" if parent == "." else parent


def _names_in(name: str, content: bytes) -> set[str]:
    """The names that a file which could not be read would have given: what it says, and its own, with a question's follow-ups.

    A file of what rounds share gives the name of its kind.
    """
    text = content[:100_000].decode("utf-8", errors="replace")
    found = {PurePosixPath(name).stem, *_NAMED.findall(text), *_SHARED.findall(text)}
    return found | {one + letter for one in found for letter in ascii_lowercase}


def _has_errors(faults: Iterable[Diagnostic]) -> bool:
    return any(severity(fault) == "error" for fault in faults)


def _distinct(faults: list[Diagnostic]) -> list[Diagnostic]:
    """In order; a fault of a shared file or a family shows once, not once for each area or member."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for fault in in_order(faults):
        key = fault.code, position_of(fault.place), *fault.facts.items()
        if key not in seen:
            seen.add(key)
            kept.append(fault)
    return kept
