"""Cases of faulty specs in `bad/*.md`: what is changed in the specs of `base/`, and what the compiler says of it.

A case holds fenced blocks. ```diff fil=PATH changes a file: lines with ` ` and `-` are found in it once, those with ` ` and
`+` take their place; `@@` stands between two changes. ```yaml fil=PATH (or csv) is a whole file, with `kodning=` and
`radslut=crlf` where they matter. ```borttagen fil=PATH removes one. In any of them `⟦U+202E⟧` is that character and
`⟦3 × ab⟧` is `ababab`. ```text sv and ```text en hold the exact messages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ojdsl import pipeline
from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.diagnostics.message import Language
from ojdsl.diagnostics.render import as_text
from ojdsl.model.texts import read_package

HERE = Path(__file__).resolve().parent
BASE = HERE / "base"
BAD = HERE / "bad"
AREA = "specs/2017/missbruk"
TEXTS = "texter/"
"""Files below this folder are a package of texts."""
_BLOCK = re.compile(r"^```(\w+) ([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CHARACTER = re.compile(r"⟦U\+([0-9A-F]+)⟧")
_REPEATED = re.compile(r"⟦(\d+) × ([^⟧]*)⟧", re.DOTALL)


@dataclass(frozen=True)
class Case:
    """One file of `bad/`."""

    path: Path

    @property
    def code(self) -> str:
        return self.path.stem.partition("_")[0]

    def files(self) -> dict[str, bytes]:
        """The base with the case's changes."""
        files = dict(base_files())
        for kind, words, body in _BLOCK.findall(self.path.read_text(encoding="utf-8")):
            facts = dict(word.split("=", 1) for word in words.split() if "=" in word)
            name = str(facts.get("fil"))
            if kind == "diff":
                files[name] = _changed(files[name].decode(), body).encode()
            elif kind == "borttagen":
                del files[name]
            elif kind != "text":
                text = _made(body).replace("\n", "\r\n") if facts.get("radslut") == "crlf" else _made(body)
                files[name] = text.encode(facts.get("kodning", "utf-8"))
        return files

    def expected(self, language: Language) -> str:
        found = {words: body for kind, words, body in _BLOCK.findall(self.path.read_text(encoding="utf-8")) if kind == "text"}
        return str(found.get(language, ""))

    def accept(self, found: list[Diagnostic]) -> None:
        """Writes what the compiler says now as what it should say."""
        kept = self.path.read_text(encoding="utf-8").partition("```text ")[0].rstrip()
        texts = (f"```text {language}\n{told(found, language)}```\n" for language in ("sv", "en"))
        self.path.write_text("\n\n".join([kept, *texts]).replace("```\n\n\n", "```\n\n"), encoding="utf-8")


@cache
def base_files() -> dict[str, bytes]:
    """The good specs that every case starts from."""
    found = sorted(path for path in (BASE / "specs").rglob("*") if path.is_file())
    return {path.relative_to(BASE).as_posix(): path.read_bytes() for path in found}


def cases() -> list[Case]:
    return [Case(path) for path in sorted(BAD.glob("*.md"))]


def faults(files: dict[str, bytes]) -> list[Diagnostic]:
    """What the compiler says of some files, notes too."""
    package = {name: content for name, content in files.items() if name.startswith(TEXTS)}
    specs = {name: content for name, content in files.items() if name not in package}
    project = pipeline.read(specs, texts=read_package(package) if package else None)
    return list(pipeline.check(project, project.areas or [AREA], notes=True).faults)


def told(found: list[Diagnostic], language: Language) -> str:
    """The faults as a terminal shows them."""
    return "\n\n".join(as_text(fault, language) for fault in found) + "\n"


def _made(body: str) -> str:
    text = _CHARACTER.sub(lambda match: chr(int(match[1], 16)), body)
    return _REPEATED.sub(lambda match: match[2] * int(match[1]), text)


def _changed(text: str, diff: str) -> str:
    text = "\n" + text
    for change in _made(diff).split("@@\n"):
        lines = change.splitlines(keepends=True)
        old = "".join(line[1:] for line in lines if line[0] in " -")
        new = "".join(line[1:] for line in lines if line[0] in " +")
        assert text.count("\n" + old) == 1, f"not found once: {old}"
        text = text.replace("\n" + old, "\n" + new)
    return text[1:]
