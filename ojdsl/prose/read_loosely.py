"""Swedish that a person wrote, to rules: the grammar of `ojdsl.prose.read` with some general tolerance.

For what was printed before there were specs. Documents of ours are never read so: whatever they lack is a fault. A sentence is
understood whole or not at all here too, and one that can be taken in two ways is not understood.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ojdsl.model.nodes import Catalogue, Condition
from ojdsl.prose.read import GRAMMAR, STARTS, parsed
from ojdsl.prose.reading.misread import Misread

if TYPE_CHECKING:
    from lark import Lark
    from lark.lexer import TerminalDef

LOOSELY = Path(__file__).parent / "reading" / "loosely.lark"
START = "statement"


@dataclass(frozen=True, slots=True)
class Result:
    """An outcome and its condition, None for all other answers."""

    outcome: str
    condition: Condition | None


@dataclass(frozen=True, slots=True)
class Counted:
    """Who is left out of the denominator, None for nobody, and the outcomes that are counted, None if that is not said."""

    left_out: Condition | None
    outcomes: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Reported:
    """The outcomes that a result is published as; or the one whose share is shown, where only that is said."""

    outcomes: tuple[str, ...]
    share: bool


Statement = Result | Counted | Reported


def read_loosely(text: str, survey: Catalogue, row: str | None = None) -> Statement | Misread:
    """What one sentence of a calculation says. `row` as in `ojdsl.prose.read`."""
    from ojdsl.prose.reading.loosely import names_of

    return parsed(loose_parser(names_of(survey)), text, START, lambda tree: _built(tree, survey, row, text))


def _built(tree: Any, survey: Catalogue, row: str | None, text: str) -> Statement:
    from ojdsl.prose.reading import loosely
    from ojdsl.prose.reading.names import Names
    from ojdsl.prose.reading.sentences import denominator

    loosely.settled(tree, survey, text)
    names = Names(survey, row)
    match tree.data:
        case "counted" | "nobody":
            outcomes, left_out = denominator(tree, names)
            return Counted(left_out, outcomes)
        case "leaves":
            return Counted(loosely.left_out(tree, names), None)
        case "shown" | "reported":
            return Reported(tuple(loosely.outcome(node) for node in tree.find_data("outcome")), tree.data == "shown")
    return Result(*loosely.clause(tree, names))


@lru_cache(maxsize=8)
def loose_parser(names: tuple[str, ...]) -> Lark:
    """The parser of all sentences, with the names that a survey has; LALR, so that every sentence has one parse."""
    from lark import Lark
    from lark.lexer import PatternRE

    from ojdsl.prose.reading.loosely import pattern

    def with_names(terminal: TerminalDef) -> None:
        if terminal.name == "NAME":
            terminal.pattern = PatternRE(pattern(names))

    return Lark(grammar(), parser="lalr", start=[*STARTS, START], propagate_positions=True, edit_terminals=with_names)


def grammar() -> str:
    """The strict grammar and what is added to it."""
    return GRAMMAR.read_text(encoding="utf-8") + LOOSELY.read_text(encoding="utf-8")
