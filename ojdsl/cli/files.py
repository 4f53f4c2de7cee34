"""Reading spec folders and writing products."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ojdsl.cli.errors import PathError
from ojdsl.pipeline import SHARED

_TEMPORARY = ".ojdsl-{}.tmp"


@dataclass(frozen=True, slots=True)
class Specs:
    """The files of the rounds that some paths belong to, by name as shown; `chosen` are the folders asked for."""

    root: Path
    files: Mapping[str, bytes]
    chosen: tuple[str, ...]


def shown(path: Path) -> str:
    """A path as it is shown: relative to where the command runs if it lies there, with forward slashes."""
    relative = os.path.relpath(path)
    return path.as_posix() if relative.startswith("..") and path.is_absolute() else Path(relative).as_posix()


def read_specs(paths: tuple[Path, ...]) -> Specs:
    """All files needed to understand the areas in some folders: their rounds whole, and what rounds share."""
    roots: dict[Path, set[Path]] = {}
    for path in paths:
        if not path.is_dir():
            raise PathError(path, "missing" if not path.exists() else "not_folder")
        root = _root(path)
        roots.setdefault(root, set()).add(path)
    if len(roots) > 1:
        raise PathError(paths[1], "two_roots")
    root, wanted = next(iter(roots.items()))
    folders = {root / SHARED}
    for path in wanted:
        inside = path.resolve().relative_to(root.resolve()).parts
        folders |= {root / inside[0]} if inside else {child for child in root.iterdir() if child.is_dir()}
    files: dict[str, bytes] = {}
    for folder in sorted(folders):
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".yaml", ".yml", ".csv") and path.is_file():
                files[shown(path)] = read_file(path)
    return Specs(root, files, tuple(shown(path) for path in wanted))


def _root(path: Path) -> Path:
    """The folder above that holds what rounds share; without one, the folder of the rounds by its depth."""
    for folder in (path, *list(path.resolve().parents)[:2]):
        if (folder / SHARED).is_dir():
            return folder
    raise PathError(path, "no_root")


def read_file(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise PathError(path, "missing" if isinstance(error, FileNotFoundError) else "unreadable") from error


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes files below a folder, each one whole or not at all; what a killed run left is cleared away."""
    for name, content in files.items():
        write_file(folder / name, content)


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
