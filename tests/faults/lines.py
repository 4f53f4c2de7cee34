"""The lines of the real specs with the keys they stand below, read without the compiler's own reader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from tests.real import files

_LINE = re.compile(r"( *)(- )?(?:('[^']*'|\"[^\"]*\"|[^'\"\s].*?):(?= |$))? ?(.*)")
_JOINT = re.compile(r", (?:och|eller) ")


@dataclass(frozen=True)
class Line:
    """One line: the keys it stands below and its own ('-' for an item of a list), and what follows them."""

    file: str
    number: int
    text: str
    keys: tuple[str, ...]
    value: str
    in_text: bool
    """Within a text of several lines."""

    @property
    def place(self) -> tuple[str, int]:
        return self.file, self.number

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def key(self) -> str:
        return self.keys[-1] if self.keys else ""

    @property
    def top(self) -> str:
        return self.keys[0] if self.keys else ""


@dataclass(frozen=True)
class Seed:
    """One fault: the files that are changed (None: removed), and the lines that show it."""

    changed: Mapping[str, bytes | None]
    places: frozenset[tuple[str, int]]


class Specs:
    """All YAML files of the real specs."""

    def __init__(self) -> None:
        self.texts = {name: content.decode() for name, content in files().items() if name.endswith(".yaml")}
        self.lines = {name: list(_lines(name, text)) for name, text in self.texts.items()}

    def __iter__(self) -> Iterator[Line]:
        for lines in self.lines.values():
            yield from lines

    def kind(self, file: str) -> str:
        """The first key: what the file describes."""
        return self.lines[file][0].key

    def below(self, line: Line) -> list[Line]:
        """The lines that belong to a line."""
        rest = self.lines[line.file][line.number :]
        deeper = next((at for at, one in enumerate(rest) if one.text.strip() and one.indent <= line.indent), len(rest))
        return rest[:deeper]

    def block(self, file: str, *tops: str) -> list[Line]:
        """The lines of a file under some of its keys."""
        return [line for line in self.lines[file] if line.top in tops]

    @cached_property
    def rules(self) -> list[Line]:
        """The lines that hold a condition."""
        return [line for line in self if line.value and not line.in_text and self.is_rule(line)]

    def is_rule(self, line: Line) -> bool:
        return line.top == "regel" or line.key in ("påstås", "ställs_om")

    def question(self, line: Line) -> str:
        """The question whose spec a line stands in; '' outside questions."""
        first = self.lines[line.file][0]
        if first.key != "fråga":
            return ""
        return first.value + (line.keys[1] if line.top == "följdfrågor" and len(line.keys) > 1 else "")

    def uses(self, question: str, label: str = "") -> list[Line]:
        """The lines of rules, follow-ups and examples that name a question, and with it a label if one is asked for."""
        named = re.compile(rf"\b{re.escape(question)}\b(?![.a-z])")
        word = re.compile(rf"(?<!\w){re.escape(label)}(?!\w)(?!, (?!och|eller))" if label else "")
        return [line for line in self if self._uses(line, question, named, word)]

    def _uses(self, line: Line, question: str, named: re.Pattern[str], word: re.Pattern[str]) -> bool:
        if line.in_text or not word.search(line.text):
            return False
        if line.key == "vid":
            return self.question(line)[:-1] == question
        if line.top == "exempel":
            return question in line.keys
        if line.key == "utom":
            return any(one.key == "redovisas" and one.value == question for one in self.lines[line.file])
        if line.key in ("familj", "redovisas"):
            return line.value == question
        return self.is_rule(line) and any(named.search(part) and word.search(part) for part in _JOINT.split(line.value))


def edited(specs: Specs, line: Line, new: str | None, *others: Line, drop: int = 0) -> Seed:
    """A line replaced by others, or removed, with `drop` lines after it; it and the `others` show the fault."""
    lines = specs.texts[line.file].splitlines(keepends=True)
    put = [] if new is None else [new + "\n"]
    text = "".join([*lines[: line.number - 1], *put, *lines[line.number + drop :]])
    return Seed({line.file: text.encode()}, frozenset({line.place, *(other.place for other in others)}))


def misspelt(word: str) -> str:
    """A word with one letter wrong."""
    return word + word[-1] if len(word) < 3 else word[: len(word) // 2] + word[len(word) // 2 + 1 :]


def _lines(file: str, text: str) -> Iterator[Line]:
    stack: list[tuple[int, str]] = []
    text_below = -1
    for number, content in enumerate(text.splitlines(), 1):
        indent = len(content) - len(content.lstrip(" "))
        if text_below >= 0 and (not content.strip() or indent > text_below):
            yield Line(file, number, content, tuple(key for _, key in stack), content.strip(), True)
            continue
        text_below = -1
        found = _LINE.fullmatch(content)
        assert found, content
        stack = [pair for pair in stack if pair[0] < indent]
        if found[2]:
            stack.append((indent, "-"))
            indent += 2
        if found[3]:
            stack.append((indent, found[3].strip("'\"")))
        if found[4] in ("|", ">"):
            text_below = indent
        yield Line(file, number, content, tuple(key for _, key in stack), found[4], False)
