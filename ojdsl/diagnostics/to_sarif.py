"""Faults as SARIF 2.1.0, the form that editors and code hosts read."""

from __future__ import annotations

import hashlib
import json
import string
from collections import Counter
from collections.abc import Iterable
from urllib.parse import quote

from ojdsl import __version__
from ojdsl.diagnostics.fact import Diagnostic, Place, position_of
from ojdsl.diagnostics.message import Language
from ojdsl.diagnostics.messages import MESSAGES
from ojdsl.diagnostics.render import example_object, hint, message, role
from ojdsl.source import Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_CODES = sorted(MESSAGES)
_FINGERPRINT = "ojdsl/v1"

Json = dict[str, object]


def as_sarif(diagnostics: Iterable[Diagnostic], language: Language = "sv") -> str:
    """A log of one run: every code as a rule, every fault as a result. Paths are relative to where the command runs."""
    driver = {"name": "ojdsl", "version": __version__, "rules": [_rule(code, language) for code in _CODES]}
    run = {
        "tool": {"driver": driver},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "results": _results(diagnostics, language),
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, language: Language) -> Json:
    texts = MESSAGES[code]
    said, advice = texts.text(language), texts.hint(language)
    return {
        "id": code,
        "shortDescription": _text(_in_general(said)),
        "help": _text(_in_general(advice or said)),
        "defaultConfiguration": {"level": texts.severity},
    }


def _in_general(text: str) -> str:
    """A message with … where the facts of one fault would stand; what only some faults are told (`tips`) is left out."""
    parts = string.Formatter().parse(text)
    return "".join(literal + ("" if name is None or kind == "tips" else "…") for literal, name, kind, _ in parts).strip()


def _results(diagnostics: Iterable[Diagnostic], language: Language) -> list[Json]:
    seen: Counter[str] = Counter()
    return [_result(fault, seen, language) for fault in diagnostics]


def _result(fault: Diagnostic, seen: Counter[str], language: Language) -> Json:
    result: Json = {
        "ruleId": fault.code,
        "ruleIndex": _CODES.index(fault.code),
        "level": MESSAGES[fault.code].severity,
        "message": _text(f"{message(fault, language)} {hint(fault, language)}".strip()),
        "locations": [_location(fault.place)],
        "partialFingerprints": {_FINGERPRINT: _fingerprint(fault, seen)},
        # all results have the list or none has, says 3.27.23 of the standard; an empty one says that nobody accepts the fault
        "suppressions": [] if fault.silenced is None else [{"kind": "inSource", "justification": fault.silenced}],
    }
    if fault.related:
        result["relatedLocations"] = [
            {"id": number, **_location(one.place), "message": _text(role(one.role, language))}
            for number, one in enumerate(fault.related, start=1)
        ]
    if fault.counterexample is not None:
        result["properties"] = {"counterexample": example_object(fault.counterexample, language)}
    return result


def _text(text: str) -> Json:
    """A message string: braces are doubled in it, for a single one would begin a placeholder (3.11.5 of the standard)."""
    return {"text": text.replace("{", "{{").replace("}", "}}")}


def _location(place: Place) -> Json:
    at = position_of(place)
    region = {"startLine": at.line, "startColumn": at.column, "endLine": at.end_line, "endColumn": at.end_column}
    return {"physicalLocation": {"artifactLocation": {"uri": quote(at.file)}, "region": region}}


def _fingerprint(fault: Diagnostic, seen: Counter[str]) -> str:
    """The same from run to run, in both languages and when lines are added above; equal faults of a file are numbered."""
    marked = fault.place.text if isinstance(fault.place, Span) else ""
    same = json.dumps([fault.code, position_of(fault.place).file, marked, sorted(fault.facts.items())])
    seen[same] += 1
    return hashlib.sha256(f"{same}{seen[same]}".encode()).hexdigest()
