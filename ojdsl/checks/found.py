"""From obligations to faults: each is decided, and where it does not hold a form is filled in that shows it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from ojdsl.diagnostics.fact import Counterexample, Diagnostic, Fact, Related
from ojdsl.logic.decide import NotProven, Proven, Refuted, decide
from ojdsl.logic.diagram import FALSE
from ojdsl.logic.forms import shortest_form
from ojdsl.logic.obligations import Kind, Obligation, allowed
from ojdsl.logic.space import Space
from ojdsl.logic.to_show import name_of
from ojdsl.model.nodes import Catalogue, Indicator

CODES: Mapping[Kind, str] = {
    Kind.TOTAL: "OJ420",
    Kind.EXCLUSIVE: "OJ421",
    Kind.OUTCOME_REACHED: "OJ422",
    Kind.REPORTED: "OJ423",
    Kind.NAMED: "OJ424",
    Kind.CLAIMED: "OJ425",
    Kind.ASKABLE: "OJ426",
    Kind.EXAMPLE: "OJ428",
    Kind.COUNTED: "OJ432",
    Kind.PART_NEEDED: "OJ440",
    Kind.PART_REACHED: "OJ441",
    Kind.NUMERATOR_COUNTED: "OJ442",
    Kind.FOLLOWS: "OJ443",
    Kind.ASSUMABLE: "OJ444",
    Kind.NEVER_WORSE: "OJ446",
}
"""The fault of an obligation that does not hold."""
NOT_PROVEN = "OJ427"


def faults(obligations: Iterable[Obligation], space: Space, catalogue: Catalogue) -> list[Diagnostic]:
    """A fault for each obligation that does not hold; if one cannot be decided, that alone is told."""
    found = []
    assumed = allowed(catalogue.assumptions)
    for one in obligations:
        match decide(one, space, assumed):
            case Proven():
                pass
            case Refuted(witness):
                found.append(refuted(one, witness, space, catalogue))
            case NotProven(largest):
                return [not_proven(one.of, largest, catalogue)]
    return found


def refuted(one: Obligation, witness: int, space: Space, catalogue: Catalogue, **more: Fact) -> Diagnostic:
    """The fault of an obligation that does not hold, with the shortest form of those that show it."""
    related = (Related(one.other, "first"),) if one.other is not None else ()
    example = None if witness == FALSE else counterexample(space, witness, one.cells, catalogue)
    return Diagnostic(CODES[one.kind], one.place, {**one.facts, **more}, related, example)


def not_proven(of: str, largest: int, catalogue: Catalogue) -> Diagnostic:
    """OJ427: a rule, or the questions of an area, too large to decide; told once, whatever it was that could not be shown."""
    rules: dict[str, Indicator] = {one.id: one for one in catalogue.indicators}
    rule = rules.get(of)
    place, name = (rule.span, name_of(rule)) if rule else (catalogue.questions[0].span, catalogue.area.id)
    return Diagnostic(NOT_PROVEN, place, {"name": name, "largest": largest})


def counterexample(space: Space, f: int, columns: Iterable[str], catalogue: Catalogue) -> Counterexample | None:
    """One municipality's answers to the asked ones of some cells with which f is true, as a form; None when there is none."""
    found = shortest_form(space, f, tuple(columns))
    return None if found is None else form(found, catalogue)


def form(answers: Mapping[str, str], catalogue: Catalogue, not_asked: Collection[str] = ()) -> Counterexample:
    """Answers by column as the lines of a form: question, row and alternative, then the answer; None for what is not asked."""
    lines: list[tuple[str, str | None]] = []
    for cell in catalogue.cells():
        if cell.column in answers or cell.column in not_asked:
            several = cell.row is not None and len({one.row for one in catalogue.question(cell.question).cells}) > 1
            parts = (cell.question, cell.row if several else None, cell.alternative)
            answer = (answers[cell.column] or "–") if cell.column in answers else None
            lines.append((", ".join(part for part in parts if part), answer))
    return Counterexample(dict(answers), tuple(lines))
