"""Faults in words: for a terminal in Swedish or English, and as JSON. SARIF is made in `to_sarif`."""

from __future__ import annotations

import json
import re
import string
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from unicodedata import combining, east_asian_width

from ojdsl.diagnostics.fact import Counterexample, Diagnostic, Place, Severity, position_of
from ojdsl.diagnostics.message import Language
from ojdsl.diagnostics.messages import MESSAGES
from ojdsl.diagnostics.messages.rules import EXPECTED, TIPS
from ojdsl.source import Span

_WORDS = {
    "sv": {
        "error": "fel", "warning": "varning", "note": "upplysning", "or": "eller", "and": "och", "hint": "gör så här",
        "silenced": "godtas",
    },
    "en": {
        "error": "error", "warning": "warning", "note": "note", "or": "or", "and": "and", "hint": "what to do",
        "silenced": "accepted",
    },
}  # fmt: skip
_ROLES = {
    "sv": {
        "first": "det första står här", "other": "och det andra här", "parent": "villkoret står här",
        "closing": "i stället avslutas den här", "also": "här också", "spec": "specifikationen",
    },
    "en": {
        "first": "the first is here", "other": "and the other here", "parent": "the condition is here",
        "closing": "it is closed here instead", "also": "here too", "spec": "the spec",
    },
}  # fmt: skip
_COUNTEREXAMPLE = {"sv": "till exempel en kommun som svarar", "en": "for example a municipality that answers"}
_TWO = {"sv": "till exempel en kommun vars svar blir bättre", "en": "for example a municipality whose answers get better"}
_NOT_ASKED = {"sv": "(ställs inte)", "en": "(not asked)"}
_OUTCOME = {"sv": "resultat", "en": "result"}
_NO_ANSWERS = {"sv": "vad som helst", "en": "anything"}
_QUOTES = {"sv": "”{}”", "en": "“{}”"}
_NONE = {"sv": "inga", "en": "none"}
_SUMMARY = {
    "sv": {"error": ("fel", "fel"), "warning": ("varning", "varningar"), "note": ("upplysning", "upplysningar")},
    "en": {"error": ("error", "errors"), "warning": ("warning", "warnings"), "note": ("note", "notes")},
}
_LONGEST_FACT = 200
_LONG = 12
"""Names that are listed beside a proposal; more of them would hide it."""
_FEW = 2
"""Related places that are shown with their lines; where there are more, it is said where they are."""
_SHOWN = {"\t": "→", "\n": " "}
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


class _Formatter(string.Formatter):
    def __init__(self, language: Language) -> None:
        self.language = language

    def get_value(self, key: int | str, args: Any, kwargs: Any) -> Any:
        return kwargs.get(key, ()) if key == "tips" else super().get_value(key, args, kwargs)  # few faults have any

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, tuple) and format_spec == "rule":
            literal = _QUOTES[self.language]
            words = (EXPECTED.get(name) or (literal.format(name.lower()),) * 2 for name in value)
            return _joined([pair[self.language == "en"] for pair in words], self.language, "or")
        if isinstance(value, tuple) and format_spec == "tips":
            return " ".join(TIPS[name][self.language == "en"] for name in value if name in TIPS)
        if isinstance(value, tuple):
            return _listing(value, self.language, format_spec or "and")
        text = _printable(str(value))
        return text if len(text) <= _LONGEST_FACT else text[:_LONGEST_FACT] + "…"


def _printable(text: str) -> str:
    """The text without what a terminal would obey or hide; as long as before."""
    return _UNPRINTABLE.sub(lambda match: _SHOWN.get(match[0], "\N{REPLACEMENT CHARACTER}"), text)


def _listing(names: Sequence[str], language: Language, joiner: str) -> str:
    return _joined([_QUOTES[language].format(_printable(name)) for name in names], language, joiner) or _NONE[language]


def _joined(words: Sequence[str], language: Language, joiner: str) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {_WORDS[language][joiner]} {words[-1]}"


def severity(diagnostic: Diagnostic) -> Severity:
    return "note" if diagnostic.silenced is not None else MESSAGES[diagnostic.code].severity


def message(diagnostic: Diagnostic, language: Language = "sv") -> str:
    """The fault in one sentence or two."""
    return _Formatter(language).vformat(MESSAGES[diagnostic.code].text(language), (), diagnostic.facts)


def hint(diagnostic: Diagnostic, language: Language = "sv") -> str:
    """What the reader can do; the nearest names come first where there are any. Of a silenced warning, why it is accepted."""
    advice = _advice(diagnostic, language)
    return advice if diagnostic.silenced is None else f"{_WORDS[language]['silenced'].capitalize()}: {advice}"


def _advice(diagnostic: Diagnostic, language: Language) -> str:
    if diagnostic.silenced is not None:
        return _printable(diagnostic.silenced)
    advice = _Formatter(language).vformat(MESSAGES[diagnostic.code].hint(language), (), diagnostic.facts).strip()
    near = diagnostic.facts.get("near", ())
    if not isinstance(near, tuple) or not near:
        return advice
    guess = f"Menade du {_listing(near, 'sv', 'or')}?" if language == "sv" else f"Did you mean {_listing(near, 'en', 'or')}?"
    known = diagnostic.facts.get("known", ())
    return guess if isinstance(known, tuple) and len(known) > _LONG else f"{guess} {advice}".strip()


def role(name: str, language: Language = "sv") -> str:
    """What a related place is to the fault."""
    return _ROLES[language][name]


def form(example: Counterexample, language: Language = "sv") -> str:
    """A counterexample as lines of a form: the question, then the answer; of two forms, one answer → the other."""
    lines = [(question, _answer(answer, language)) for question, answer in example.form]
    if example.other is not None:
        lines = _compared(lines, example, example.other, language)
    if not lines:
        return _NO_ANSWERS[language]
    width = max(len(question) for question, _ in lines)
    return "\n".join(f"{question:<{width}}  {answer}" for question, answer in lines)


def _answer(answer: str | None, language: Language) -> str:
    return _NOT_ASKED[language] if answer is None else answer


def _compared(
    lines: list[tuple[str, str]], example: Counterexample, other: Counterexample, language: Language
) -> list[tuple[str, str]]:
    """The answers of two forms side by side, and last what they give."""
    ends = [_answer(answer, language) for _, answer in other.form]
    pairs = [(*line, end) for line, end in zip(lines, ends, strict=True)]
    pairs.append((_OUTCOME[language], example.outcome or "", other.outcome or ""))
    width = max(len(start) for _, start, end in pairs if start != end)
    return [(question, start if start == end else f"{start:<{width}} → {end}") for question, start, end in pairs]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The line with a fault in three parts, `under` the fault's; it may be empty, and long lines are cut."""

    line: int
    before: str
    under: str
    after: str


def _excerpt(place: Place) -> Excerpt | None:
    if not isinstance(place, Span):
        return None
    at = position_of(place)
    line = _printable(place.source.line(at.line))
    end = at.end_column if at.end_line == at.line else len(line) + 1
    first = max(0, at.column - 60) if len(line) > 140 else 0
    last = min(end - 1, first + 140)
    return Excerpt(at.line, line[first : at.column - 1], line[at.column - 1 : last], line[max(last, at.column - 1) : first + 140])


def _drawn(excerpt: Excerpt) -> list[str]:
    margin = " " * len(str(excerpt.line))
    pointed = f"{' ' * _width(excerpt.before)}{'^' * max(1, _width(excerpt.under))}"
    shown = f"{excerpt.before}{excerpt.under}{excerpt.after}"
    return [f"{margin} |", f"{excerpt.line} | {shown}", f"{margin} | {pointed}"]


def _width(text: str) -> int:
    """How many places of a terminal a text takes: none for a combining mark, two for an emoji."""
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def _where(place: Place) -> str:
    at = position_of(place)
    return f"{at.file}:{at.line}:{at.column}"


@dataclass(frozen=True, slots=True)
class Parts:
    """One fault in words: the places with what each is to the fault ('' for its own), each pair a lead and what follows it."""

    severity: Severity
    kind: str
    code: str
    message: str
    places: tuple[tuple[str, str, Excerpt | None], ...]
    example: tuple[str, str] | None
    advice: tuple[str, str] | None


def in_parts(diagnostic: Diagnostic, language: Language = "sv") -> Parts:
    """One fault: message, place, the line with the fault, a counterexample, what to do or why it is accepted."""
    words, kind = _WORDS[language], severity(diagnostic)
    example, advice = diagnostic.counterexample, _advice(diagnostic, language)
    few = len(diagnostic.related) <= _FEW
    others = ((_where(one.place), role(one.role, language), _excerpt(one.place) if few else None) for one in diagnostic.related)
    said = (words["hint" if diagnostic.silenced is None else "silenced"], advice) if advice else None
    return Parts(
        kind,
        words[kind],
        diagnostic.code,
        message(diagnostic, language),
        ((_where(diagnostic.place), "", _excerpt(diagnostic.place)), *others),
        None if example is None else ((_TWO if example.other else _COUNTEREXAMPLE)[language], form(example, language)),
        said,
    )


def as_text(diagnostic: Diagnostic, language: Language = "sv") -> str:
    """One fault for a terminal, the line with the fault underlined."""
    parts = in_parts(diagnostic, language)
    lines = [f"{parts.kind} {parts.code}: {parts.message}"]
    for where, text, excerpt in parts.places:
        lines.append(f"  --> {where}{f': {text}' if text else ''}")
        lines += [f"  {line}" for line in (_drawn(excerpt) if excerpt else ())]
    if parts.example:
        lead, example = parts.example
        lines += [f"  {lead}:", *(f"      {line}" for line in example.splitlines())]
    if parts.advice:
        lines.append(f"  {': '.join(parts.advice)}")
    return "\n".join(lines)


def summary(diagnostics: Iterable[Diagnostic], language: Language = "sv") -> str:
    """`2 fel, 1 varning`; empty when there is nothing."""
    kinds = [severity(diagnostic) for diagnostic in diagnostics]
    parts = []
    for kind, (one, many) in _SUMMARY[language].items():
        count = sum(found == kind for found in kinds)
        if count:
            parts.append(f"{count} {one if count == 1 else many}")
    return ", ".join(parts)


def as_json(diagnostics: Iterable[Diagnostic], language: Language = "sv") -> str:
    """A JSON list in the form that `contracts.md` gives; lines and columns from 1, end exclusive."""
    return json.dumps([_json_object(item, language) for item in diagnostics], ensure_ascii=False, indent=2) + "\n"


def _json_object(diagnostic: Diagnostic, language: Language) -> dict[str, object]:
    at = position_of(diagnostic.place)
    example = diagnostic.counterexample
    return {
        "code": diagnostic.code,
        "severity": severity(diagnostic),
        "file": at.file,
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
        "message": message(diagnostic, language),
        "hint": hint(diagnostic, language),
        "counterexample": None if example is None else example_object(example, language),
    }


def example_object(example: Counterexample, language: Language) -> dict[str, object]:
    """A counterexample for programs. Where it takes two forms, `outcome` is what each gives, and `other` is the second."""
    found: dict[str, object] = {"columns": dict(example.columns), "text": form(example, language)}
    if example.other is not None:
        found["outcome"] = example.outcome
        found["other"] = {"columns": dict(example.other.columns), "outcome": example.other.outcome}
    return found
