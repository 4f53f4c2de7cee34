"""The corpus of sentences and what they mean, both by hand; see README.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

from ojdsl.logic.interpret import effective, holds
from ojdsl.model.nodes import And, Cell, Condition, Count, Number, cells_of
from ojdsl.model.resolve_conditions import with_parents
from ojdsl.prose.read import (
    read_asked,
    read_assumption,
    read_clause,
    read_condition,
    read_denominator,
    read_levels,
    read_withholding,
)  # fmt: skip
from ojdsl.prose.reading.misread import Misread
from ojdsl.testing.random_areas import area_of
from tests.prose.small import QUESTIONS, number_question

SURVEY = area_of((*QUESTIONS, number_question("M8", Number(0, 365, "dagar"))), ())
CELLS = SURVEY.cell_of
_DAYS = tuple(map(str, (*range(18), 364, 365)))
"""The numbers that are tried: every limit that a sentence names, and those beside it."""


@dataclass(frozen=True)
class Sentence:
    """A sentence, the section it stands in, and the lines under it."""

    text: str
    kind: str
    lines: tuple[str, ...]

    def is_read_as_it_should(self, text: str | None = None) -> bool:
        """Whether the reader takes it, or another text, to mean what the lines say."""
        said = self.text if text is None else text
        match self.kind:
            case "villkor":
                return _means(read_condition(said, SURVEY), self.lines)
            case "utfall":
                read = read_clause(said, SURVEY)
                if isinstance(read, Misread):
                    return self.lines == ("fel",)
                return self.lines[0] == f"= {read[0]}" and _means(read[1], self.lines[1:])
            case "nämnare":
                counted = read_denominator(said, SURVEY)
                if isinstance(counted, Misread):
                    return False
                return self.lines[0] == f"= {', '.join(counted[0])}".rstrip() and _means(counted[1], self.lines[1:])
            case "ställs":
                return self._asked(said)
            case "antas":
                assumed = read_assumption(said, SURVEY)
                if isinstance(assumed, Misread):
                    return False
                return _means(And((assumed[0], Count(0, 0, assumed[1:]))), self.lines)
            case "döljs":
                return self._withheld(said)
            case "nivåer":
                levels = read_levels(said)
                return not isinstance(levels, Misread) and self.lines == (", ".join(levels),)
        raise AssertionError(self.kind)

    def _asked(self, text: str) -> bool:
        read = read_asked(text, SURVEY, SURVEY.question(self.lines[0].removeprefix("? ")))
        if isinstance(read, Misread):
            return False
        rows: dict[str | None, list[str]] = {}
        for line in self.lines[1:]:
            row, colon, pattern = line.rpartition(": ")
            rows.setdefault(row if colon else None, []).append(pattern)
        return read.keys() == rows.keys() and all(_means(read[row], lines) for row, lines in rows.items())

    def _withheld(self, text: str) -> bool:
        read = read_withholding(text)
        if isinstance(read, Misread):
            return False
        for line in self.lines:
            counts, _, shown = line.partition(": ")
            units = {name: int(number) for name, _, number in (part.rpartition(" ") for part in counts.split(", "))}
            missing = sum(units.get(outcome, 0) for outcome in read.counted)
            if (100 * missing > read.percent * sum(units.values())) != (shown == "döljs"):
                return False
        return True


@cache
def corpus() -> tuple[Sentence, ...]:
    """Every sentence, in order."""
    kind = ""
    found: list[Sentence] = []
    for line in (Path(__file__).parent / "meningar.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            kind = line[2:].partition(":")[0]
        elif line.startswith("    "):
            found[-1] = Sentence(found[-1].text, kind, (*found[-1].lines, line.strip()))
        elif line:
            found.append(Sentence(line, kind, ()))
    return tuple(found)


def _means(read: Condition | Misread | None, lines: Sequence[str]) -> bool:
    """Whether a condition holds with exactly the answers that some line describes."""
    if read is None or lines == ["annars"] or lines == ("annars",):
        return read is None and list(lines) == ["annars"]
    if isinstance(read, Misread):
        return False
    patterns = [] if list(lines) == ["alltid"] else [_pattern(line) for line in lines]
    columns = cells_of(read).union(*patterns)
    for values in _answers(columns):
        told = list(lines) == ["alltid"] or any(_fits(pattern, values) for pattern in patterns)
        if holds(read, values) != told:
            return False
    return True


def _pattern(line: str) -> Mapping[str, str]:
    return dict(part.split("=", 1) for part in line.split(", "))


def _fits(pattern: Mapping[str, str], values: Mapping[str, str | None]) -> bool:
    return all(_is(wanted, values[column]) for column, wanted in pattern.items())


def _is(wanted: str, value: str | None) -> bool:
    if value is None or wanted == "–":
        return value is None and wanted == "–"
    low, dots, high = wanted.partition("..")
    return int(low) <= int(value) <= int(high) if dots else value in wanted.split("/")


def _answers(columns: frozenset[str]) -> Iterator[Mapping[str, str | None]]:
    """What a municipality can answer to some cells and those above them; None where it is not asked."""
    wanted: list[Cell] = [CELLS[column] for column in sorted(with_parents(columns, dict(CELLS)))]
    for values in product(*(_DAYS if cell.number else cell.labels for cell in wanted)):
        yield effective(dict(zip((cell.column for cell in wanted), values, strict=True)), CELLS)
