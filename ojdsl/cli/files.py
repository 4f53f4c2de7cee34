"""Reading spec folders and writing products."""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from unicodedata import normalize

from ojdsl.cli.errors import PathError
from ojdsl.model.project import SHARED
from ojdsl.model.texts import Texts, read_package

_TEMPORARY = ".ojdsl-{}.tmp"


@dataclass(frozen=True, slots=True)
class Specs:
    """The files of the rounds that some paths belong to, and the folders asked for; names are POSIX paths below `root`."""

    root: Path
    files: Mapping[str, bytes]
    chosen: tuple[str, ...]
    complete: bool
    """Whether all rounds below `root` have been read."""
    texts: Texts | None = None

    def shown(self, name: str) -> str:
        """A name as the user sees it: relative to where the command runs."""
        return shown(self.root / name)

    def covers(self, folder: str) -> bool:
        """Whether a folder is, or lies in, one that was asked for."""
        return any(not chosen or folder == chosen or folder.startswith(chosen + "/") for chosen in self.chosen)


def shown(path: Path) -> str:
    """A path relative to where the command runs, with forward slashes."""
    return Path(os.path.relpath(path)).as_posix()


def read_specs(paths: tuple[Path, ...], texts: Path | None = None) -> Specs:
    """All files needed to understand the areas in some folders: rounds whole, what they share, and any package of texts."""
    root, folders = _folders(paths)
    chosen = [path.resolve().relative_to(root) for path in paths]
    complete = folders.issuperset(child for child in root.iterdir() if child.is_dir())
    files = {_name(path.relative_to(root)): read_file(path) for folder in sorted(folders) for path in _files(folder)}
    names = tuple("" if inside == Path() else _name(inside) for inside in chosen)
    return Specs(root, files, names, complete, None if texts is None else read_texts(texts))


def stamps(paths: tuple[Path, ...], texts: Path | None = None) -> frozenset[object]:
    """What changes when a file that `read_specs` reads does, or a folder comes or goes; empty where there is nothing to read."""
    try:
        folders = _folders(paths)[1] | (set() if texts is None else {texts})
        return frozenset(_stamp(path) for folder in folders for path in (folder, *_files(folder)))
    except (PathError, OSError):
        return frozenset()


def _stamp(path: Path) -> object:
    """The time of the last change of any kind is there too: a copy may be given the time of its original."""
    found = path.stat()
    return str(path), found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def _folders(paths: tuple[Path, ...]) -> tuple[Path, set[Path]]:
    """The folder of all specs, and those in it that hold what the paths need."""
    root = _root(paths[0])
    folders = {root / SHARED}
    for path in paths:
        if _root(path) != root:
            raise PathError(path, "two_roots")
        inside = path.resolve().relative_to(root)
        folders |= {root / inside.parts[0]} if inside.parts else {child for child in root.iterdir() if child.is_dir()}
    return root, folders


def _files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.suffix in (".yaml", ".yml", ".csv") and path.is_file()]


def read_texts(folder: Path, changed: Mapping[str, bytes] = MappingProxyType({})) -> Texts:
    """The YAML files of a package of texts; those that are `changed`, by name as shown, as they would be."""
    if not folder.is_dir():
        raise PathError(folder, "missing" if not folder.exists() else "no_texts")
    paths = [path for path in sorted(folder.rglob("*")) if path.suffix in (".yaml", ".yml") and path.is_file()]
    if not paths:
        raise PathError(folder, "no_texts")
    files = {_name(path.relative_to(folder)): changed.get(shown(path)) or read_file(path) for path in paths}
    return read_package(files, lambda name: shown(folder / name))


def _name(path: Path) -> str:
    """A path as a name that is the same on every machine, whatever its locale and its way to store å, ä and ö."""
    return normalize("NFC", os.fsencode(path.as_posix()).decode("utf-8", errors="replace"))


def _root(path: Path) -> Path:
    """The folder that holds all rounds and what they share: the one given, or one or two above it."""
    if not path.is_dir():
        raise PathError(path, "missing" if not path.exists() else "not_folder")
    for folder in (path.resolve(), *list(path.resolve().parents)[:2]):
        if (folder / SHARED).is_dir():
            return folder
    raise PathError(path, "no_root")


def read_file(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise PathError(path, "missing" if isinstance(error, FileNotFoundError) else "unreadable") from error


def encoded_like(before: bytes, text: str) -> bytes:
    """A text as the new content of a file, with a byte order mark if the file has one."""
    return (BOM_UTF8 if before.startswith(BOM_UTF8) else b"") + text.encode()


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes files below a folder, each one whole or not at all; what a killed run left is cleared away."""
    for name, content in files.items():
        write_file(folder / name, content)


def create_file(path: Path, content: bytes) -> None:
    """Writes a file that is not there; one that is there is left alone."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError as error:
        raise PathError(path, "exists") from error
    except OSError as error:
        raise PathError(path, "unwritable") from error


def write_file(path: Path, content: bytes) -> None:
    """Replaces a file in one step."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for left in path.parent.glob(_TEMPORARY.format("*")):
            left.unlink(missing_ok=True)
        temporary = path.parent / _TEMPORARY.format(os.getpid())
        try:
            temporary.write_bytes(content)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise PathError(path, "unwritable") from error


def remove_file(path: Path) -> None:
    """Removes a file that is there."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise PathError(path, "unwritable") from error
