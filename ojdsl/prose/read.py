"""Swedish to rules: the sentences of Beräkning, of denominators, skip conditions and assumptions, read back from flat text.

Shares neither code nor data with what writes them, so that neither can vouch for itself. A sentence is understood whole or
not at all; its grammar is `reading/sentence.lark`. `row` is a family member's own row, which its sentences need not name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from ojdsl.model.nodes import Catalogue, Condition, Question, Withholding
from ojdsl.prose.reading.misread import Misread

if TYPE_CHECKING:
    from lark import Lark, UnexpectedInput

    from ojdsl.prose.reading.names import Names

_Read = TypeVar("_Read")
GRAMMAR = Path(__file__).parent / "reading" / "sentence.lark"
STARTS = ["clause", "denominator", "asked", "assumption", "condition", "withheld", "levels"]
DESCRIBED = {
    "QUOTED": "”…”",
    "QID": "(G)1",
    "MARKER": "a)",
    "NUMBER": "två",
    "DIGITS": "2",
    "UNIT": "dagar",
    "_DASH": "–",
    "OUTCOME": "Ja",
    "LEVEL": "län",
    "_AND": "och",
    "_OR": "eller",
    "_Q_AND": "och",
    "_Q_OR": "eller",
    "_Q_COMMA": ",",
    "_QUESTION": "fråga",
    "_QUESTIONS": "frågorna",
    "_THAT_IS": "dvs.",
    "_WITHHELD": "En andel visas inte för en grupp",
    "_NOBODY": "där ingen kommun ingår i nämnaren",
    "_DISTRICTS": "Stadsdelar/stadsområden i Stockholm, Göteborg och Malmö",
    # of loosely.lark
    "NAME": "”…”",
    "_ON": ", på",
    "_IN_WORDS": "-svar",
    "_NOUN": "delarna",
    "_FOR_EACH": "för respektive",
    "_NOUN_OF_EACH": "indikator",
    "_CALCULATION": "beräkningen",
    "_ANSWER": "svaret",
    "_MUNICIPALITIES": "kommuner",
    "_REACHED": "uppnått",
    "_GROUP": "län",
}
"""How a terminal that is a pattern is told to a person; the others are words."""


def read_clause(text: str, survey: Catalogue, row: str | None = None) -> tuple[str, Condition | None] | Misread:
    """An outcome and its condition, None for "Alla andra svar …"; also said to the municipality ("Ni får Ja om …")."""
    from ojdsl.prose.reading.sentences import clause

    return _read(text, "clause", survey, row, clause)


def read_denominator(text: str, survey: Catalogue, row: str | None = None) -> tuple[tuple[str, ...], Condition | None] | Misread:
    """The outcomes that are counted, and the condition of those who are left out: None where nobody is said to be, `And(())`
    where everybody is."""
    from ojdsl.prose.reading.sentences import denominator

    return _read(text, "denominator", survey, row, denominator)


def read_condition(text: str, survey: Catalogue, row: str | None = None) -> Condition | Misread:
    """A condition, as it follows "kommunen har" or "ni har"."""
    from ojdsl.prose.reading.build import said

    return _read(text, "condition", survey, row, lambda tree, names: said(tree.children[0], names))


def read_asked(text: str, survey: Catalogue, question: Question) -> Mapping[str | None, Condition | None] | Misread:
    """When each row of a question is asked, by the row's label (None for a question without rows); None where it always is."""
    from ojdsl.prose.reading.sentences import asked

    return _read(text, "asked", survey, None, lambda tree, names: asked(tree, names, question))


def read_assumption(text: str, survey: Catalogue) -> tuple[Condition, Condition] | Misread:
    """What some municipalities fulfil, and what they are taken to fulfil with it."""
    from ojdsl.prose.reading.sentences import assumption

    return _read(text, "assumption", survey, None, assumption)


def read_withholding(text: str) -> Withholding | Misread:
    """Where a share is not shown."""
    from ojdsl.prose.reading.published import withholding

    return parsed(parser(), text, "withheld", withholding)


def read_levels(text: str) -> tuple[str, ...] | Misread:
    """Where results are published, by the names that specs have for it."""
    from ojdsl.prose.reading.published import levels

    return parsed(parser(), text, "levels", levels)


def _read(text: str, start: str, survey: Catalogue, row: str | None, build: Callable[[Any, Names], _Read]) -> _Read | Misread:
    from ojdsl.prose.reading.names import Names

    return parsed(parser(), text, start, lambda tree: build(tree, Names(survey, row)))


def parsed(sentences: Lark, text: str, start: str, build: Callable[[Any], _Read]) -> _Read | Misread:
    """What a sentence says, by a parser and what builds of its tree; or where reading stops."""
    from lark import UnexpectedInput

    from ojdsl.prose.reading.misread import Stop

    try:
        return build(sentences.parse(text, start=start))
    except Stop as stop:
        return stop.misread
    except UnexpectedInput as fault:
        return Misread(_position(fault, text), "words", _expected(fault, sentences))


@cache
def parser() -> Lark:
    """The parser of all sentences; LALR, so that every sentence has one parse."""
    from lark import Lark

    return Lark(GRAMMAR.read_text(encoding="utf-8"), parser="lalr", start=STARTS, propagate_positions=True)


def _position(fault: UnexpectedInput, text: str) -> int:
    at = fault.pos_in_stream
    return len(text) if at is None or getattr(getattr(fault, "token", None), "type", "") == "$END" else at


def _expected(fault: UnexpectedInput, sentences: Lark) -> tuple[str, ...]:
    """The words that could have stood there."""
    names = getattr(fault, "accepts", None) or getattr(fault, "allowed", None) or getattr(fault, "expected", None) or ()
    patterns = {one.name: one.pattern.value for one in sentences.terminals}
    return tuple(sorted({DESCRIBED.get(name, patterns.get(name, "")) for name in names} - {""}))
