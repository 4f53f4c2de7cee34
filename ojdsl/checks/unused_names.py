"""Every shared term, sense, law and reference is used somewhere."""

from __future__ import annotations

from collections.abc import Iterable

from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.source import Text
from ojdsl.syntax.specs import IndicatorSpec, LawsSpec, LiteratureSpec, OperationsSpec, QuestionsSpec, Spec, TermsSpec


def unused_names(specs: Iterable[Spec]) -> list[Diagnostic]:
    """OJ342: a term or sense, OJ343: a law, OJ346: a reference, OJ348: an operation that no spec names."""
    terms: set[str] = set()
    laws: set[str] = set()
    literature: set[str] = set()
    operations: set[str] = set()
    specs = tuple(specs)
    for spec in specs:
        if isinstance(spec, QuestionsSpec):
            terms.update(name.value for question in spec.questions for name in question.terms)
        elif isinstance(spec, IndicatorSpec):
            laws.update(name.value for name in spec.legal)
            literature.update(name.value for name in spec.literature)
            operations.update(name.value for name in spec.operations)
    found = []
    for spec in specs:
        if isinstance(spec, TermsSpec):
            for entry in spec.terms:
                for sense, _ in entry.senses:
                    name = Text(f"{entry.term.value}/{sense.value}", sense.span) if sense else entry.term
                    if name.value not in terms:
                        found.append(Diagnostic("OJ342", name.span, {"name": name.value}))
        elif isinstance(spec, LawsSpec):
            for name, _, _ in spec.laws:
                if not any(used == name.value or used.startswith(name.value + " ") for used in laws):
                    found.append(Diagnostic("OJ343", name.span, {"name": name.value}))
        elif isinstance(spec, LiteratureSpec | OperationsSpec):
            code, named = ("OJ346", literature) if isinstance(spec, LiteratureSpec) else ("OJ348", operations)
            unused = (name for name, _ in spec.entries if name.value not in named)
            found.extend(Diagnostic(code, name.span, {"name": name.value}) for name in unused)
    return found
