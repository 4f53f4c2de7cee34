"""The files of a project: which spec lies where, and which of them an area and its round are made from."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from string import ascii_lowercase

from ojdsl.diagnostics.fact import Diagnostic, Position, Related
from ojdsl.model.faults import Faults
from ojdsl.model.fingerprint import fingerprint
from ojdsl.model.nodes import Register
from ojdsl.model.register import read_register
from ojdsl.model.resolve import AreaSpecs
from ojdsl.model.texts import Texts, with_new_texts
from ojdsl.source import Source
from ojdsl.syntax.decode import decode
from ojdsl.syntax.read_silencings import Silencing
from ojdsl.syntax.read_spec import read_spec
from ojdsl.syntax.specs import AreaSpec, IndicatorSpec, QuestionsSpec, RoundSpec, Spec

SHARED = "gemensamt"
_REGISTER = ("enheter.csv", "grupper.csv", "kallor.csv")
_NAMED = re.compile(r"^(?:fråga|indikator|bakgrundsmått): *(\S+)", re.MULTILINE)
_SHARED = re.compile(r"^(begrepp|kvalitetsdimensioner|lagar|litteratur|verksamheter):", re.MULTILINE)

Files = Mapping[str, bytes]
Read = tuple[Spec | None, tuple[Diagnostic, ...], tuple[Silencing, ...]]
"""What is in one file: its spec if it can be read, the faults of form, and the warnings that it accepts."""
ReadFile = Callable[[str, bytes], Read]


@dataclass(frozen=True, slots=True)
class Project:
    """Spec files read: each file's spec and the faults of form. `shown` makes of a file's name what the user sees."""

    files: Files
    shown: Callable[[str], str]
    specs: Mapping[str, Spec]
    areas: tuple[str, ...]
    faults: tuple[Diagnostic, ...]
    broken: frozenset[str]
    silencings: tuple[Silencing, ...]
    texts: Texts | None = None


def read_file(name: str, content: bytes) -> Read:
    """One file → tree; `name` is what the user sees."""
    source, faults = decode(name, content)
    if source is None:
        return None, tuple(faults), ()
    spec, found, accepted = read_spec(source)
    return spec, tuple(found), accepted


def read_project(files: Files, shown: Callable[[str], str] = str, read: ReadFile = read_file) -> Project:
    """Text → tree. Names are POSIX paths that begin at, or above, the folder of all specs.

    `read` is `read_file`, or remembers what that gave for files that have not changed.
    """
    specs: dict[str, Spec] = {}
    faults: list[Diagnostic] = []
    broken: set[str] = set()
    silencings: list[Silencing] = []
    for name, content in files.items():
        if not name.endswith((".yaml", ".yml")):
            continue
        spec, found, accepted = read(shown(name), content)
        silencings += accepted
        if spec is None:
            broken |= _names_in(name, content)
        else:
            specs[name] = spec
        faults += found
    areas = sorted(parent(name) for name, spec in specs.items() if isinstance(spec, AreaSpec))
    return Project(files, shown, specs, tuple(areas), tuple(faults), frozenset(broken), tuple(silencings))


def with_texts(project: Project, texts: Texts) -> Project:
    """The project with a package of texts; each of its files is for a round or an area that is there."""
    rounds = {parent(name): spec for name, spec in project.specs.items() if isinstance(spec, RoundSpec)}
    scopes = [one.id.value for one in rounds.values()]
    for name, spec in project.specs.items():
        if isinstance(spec, AreaSpec) and parent(parent(name)) in rounds:
            scopes.append(f"{rounds[parent(parent(name))].id.value}/{spec.id.value}")
    faults = Faults()
    for file in texts.specs if not project.broken else ():
        if file.scope.value and file.scope.value not in scopes:
            faults.unknown("OJ513", file.scope, scopes)
    silencings = (one for file in texts.specs for one in file.silencings)
    return replace(
        project,
        texts=texts,
        faults=(*project.faults, *texts.faults, *faults.found),
        silencings=(*project.silencings, *silencings),
    )


def area_specs(project: Project, folder: str, register: Register | None) -> AreaSpecs | None:
    """What an area is made from; None when its round has faults, which `round_register` reports."""
    round_folder = parent(folder)
    inside = [spec for _, spec in specs_within(project, folder)]
    around = _of_round(project, round_folder)
    rounds = [spec for spec in around if isinstance(spec, RoundSpec)]
    if len(rounds) != 1 or register is None:
        return None
    shared = tuple(spec for _, spec in specs_within(project, _shared_folder(round_folder)))
    return AreaSpecs(
        shared=shared,
        round=rounds[0],
        bank=tuple(spec for spec in around if isinstance(spec, QuestionsSpec)),
        area=next(spec for spec in inside if isinstance(spec, AreaSpec)),
        own=tuple(spec for spec in inside if isinstance(spec, QuestionsSpec)),
        indicators=tuple(spec for spec in inside if isinstance(spec, IndicatorSpec)),
        register=register,
        broken=project.broken,
        root=project.shown(parent(round_folder)),
        fingerprint=_fingerprint(project, folder),
    )


def round_specs(project: Project, round_folder: str, register: Register | None) -> list[Spec]:
    """All specs that a round is made from, what rounds share included; with a package of texts, as they read with it."""
    if project.texts is None:
        return [spec for _, spec in specs_within(project, round_folder, shared=True)]
    folders = (folder for folder in project.areas if parent(folder) == round_folder)
    made = [area_specs(project, folder, register) for folder in folders]
    new = [with_new_texts(project.texts, one) for one in made if one is not None]
    return list(dict.fromkeys(spec for one in new for spec in one.all()))


def judged(project: Project, certain: Sequence[str]) -> tuple[str, ...]:
    """Of beginnings of files about which everything has been said, those whose silencings can be needless.

    What the specs accept of a text that a package replaces is needed without the package.
    """
    if project.texts is None:
        return tuple(certain)
    return tuple(file.scope.span.source.name for file in project.texts.specs if "" in certain)


def round_register(project: Project, round_folder: str) -> tuple[Register | None, list[Diagnostic]]:
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
    """Of the files that an area is made from, with their names below the specs' root."""
    round_folder = parent(folder)
    root = parent(round_folder)
    names = (name for name in sorted(project.files) if _is_of_area(project, name, folder, round_folder))
    return fingerprint((name[len(root) + 1 :] if root else name, project.files[name]) for name in names)


def _is_of_area(project: Project, name: str, folder: str, round_folder: str) -> bool:
    """Whether a file is the area's, shared by all rounds, or the round's own."""
    inside = _is_in(name, folder) or _is_in(name, _shared_folder(round_folder))
    return inside or (_is_in(name, round_folder) and not _in_an_area(project, name))


def specs_within(project: Project, folder: str, shared: bool = False) -> list[tuple[str, Spec]]:
    """The specs in a folder by name, with those that rounds share if wanted."""
    folders = [folder, _shared_folder(folder)] if shared else [folder]
    return [(name, project.specs[name]) for name in sorted(project.specs) if any(_is_in(name, one) for one in folders)]


def _of_round(project: Project, round_folder: str) -> list[Spec]:
    """The round's own specs and its question bank."""
    return [spec for name, spec in specs_within(project, round_folder) if not _in_an_area(project, name)]


def _in_an_area(project: Project, name: str) -> bool:
    return any(_is_in(name, folder) for folder in project.areas)


def _shared_folder(round_folder: str) -> str:
    root = parent(round_folder)
    return f"{root}/{SHARED}" if root else SHARED


def _is_in(name: str, folder: str) -> bool:
    return not folder or name.startswith(folder + "/")


def parent(name: str) -> str:
    """The folder that a file or folder lies in; empty at the top."""
    folder = str(PurePosixPath(name).parent)
    return "" if folder == "." else folder


def _names_in(name: str, content: bytes) -> set[str]:
    """The names that a file which could not be read would have given: what it says, and its own, with a question's follow-ups.

    A file of what rounds share gives the name of its kind.
    """
    text = content[:100_000].decode("utf-8", errors="replace")
    found = {PurePosixPath(name).stem, *_NAMED.findall(text), *_SHARED.findall(text)}
    return found | {one + letter for one in found for letter in ascii_lowercase}
