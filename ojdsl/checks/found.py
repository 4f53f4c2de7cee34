"""From obligations to faults: each is decided, and where it does not hold a form is filled in that shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from ojdsl.diagnostics.fact import Counterexample, Diagnostic, Fact, Related
from ojdsl.logic.decide import NotProven, Proven, Refuted, decide
from ojdsl.logic.forms import shortest_form
from ojdsl.logic.obligations import Kind, Obligation, allowed
from ojdsl.logic.space import Space
from ojdsl.logic.to_show import name_of
from ojdsl.model.nodes import Catalogue, Indicator
from ojdsl.model.resolve_conditions import with_parents

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


Tell = Callable[[Obligation, Mapping[str, str]], Mapping[str, Fact]]
"""What else is to be told of an obligation and the form that shows that it does not hold: facts of its message."""


def faults(
    obligations: Iterable[Obligation], space: Space, catalogue: Catalogue, tell: Tell = lambda one, answers: {}
) -> list[Diagnostic]:
    """A fault for each obligation that does not hold; if one cannot be decided, that alone is told."""
    found = []
    assumed = allowed(catalogue.assumptions)
    for one in obligations:
        match decide(one, space, assumed):
            case Proven():
                pass
            case Refuted(witness):
                fault = refuted(one, witness, space, catalogue)
                answers = fault.counterexample.columns if fault.counterexample else {}
                found.append(replace(fault, facts={**fault.facts, **tell(one, answers)}))
            case NotProven(largest):
                return [not_proven(one.of, largest, catalogue)]
    return found


def refuted(one: Obligation, witness: int, space: Space, catalogue: Catalogue, **more: Fact) -> Diagnostic:
    """The fault of an obligation that does not hold, with the shortest form of those that show it."""
    related = (Related(one.other, "first"),) if one.other is not None else ()
    example = counterexample(space, witness, one.cells, catalogue)
    return Diagnostic(CODES[one.kind], one.place, {**one.facts, **more}, related, example)


def not_proven(of: str, largest: int, catalogue: Catalogue) -> Diagnostic:
    """OJ427: a rule, or the questions of an area, too large to decide; told once, whatever it was that could not be shown."""
    rules: dict[str, Indicator] = {one.id: one for one in catalogue.indicators}
    rule = rules.get(of)
    place, name = (rule.span, name_of(rule)) if rule else (catalogue.questions[0].span, catalogue.area.id)
    return Diagnostic(NOT_PROVEN, place, {"name": name, "largest": largest})


def counterexample(space: Space, f: int, columns: Iterable[str], catalogue: Catalogue) -> Counterexample | None:
    """One municipality's answers to the asked ones of some cells with which f is true, as a form that also names those that are
    not asked; None when there is none."""
    columns = tuple(columns)
    found = shortest_form(space, f, columns)
    return None if found is None else form(found, catalogue, _together(columns, found, catalogue))


def counterexample_in_full(space: Space, f: int, columns: Iterable[str], catalogue: Catalogue) -> Counterexample | None:
    """As `counterexample`, in the survey's order, of the cells and of those that decide whether they are asked."""
    wanted = with_parents(frozenset(columns), catalogue.cell_of)
    return counterexample(space, f, [column for column in catalogue.cell_of if column in wanted], catalogue)


def _together(columns: Iterable[str], answers: Mapping[str, str], catalogue: Catalogue) -> Mapping[str, str]:
    """The cells that are not asked, by what a form calls them: of a question that is not asked at all, only the question."""
    asked = {catalogue.cell(column).question for column in answers}
    found: dict[str, list[str]] = {}
    for column in columns:
        if column not in answers:
            found.setdefault(catalogue.cell(column).question, []).append(column)
    named = {question: len(cells) > 1 and question not in asked for question, cells in found.items()}
    return {
        column: question if named[question] else label(column, catalogue)
        for question, cells in found.items()
        for column in (cells[:1] if named[question] else cells)
    }


def form(answers: Mapping[str, str], catalogue: Catalogue, not_asked: Mapping[str, str] | None = None) -> Counterexample:
    """Answers by column as the lines of a form: question, row and alternative, then the answer; None for those that are not asked
    (column → what the form calls it)."""
    others = not_asked or {}
    lines: list[tuple[str, str | None]] = []
    for column in catalogue.cell_of:
        if column in answers:
            lines.append((label(column, catalogue), answers[column] or "–"))
        elif column in others:
            lines.append((others[column], None))
    return Counterexample(dict(answers), tuple(lines))


def label(column: str, catalogue: Catalogue) -> str:
    """What a form calls a cell: question, row and alternative, each only where it has one."""
    cell = catalogue.cell(column)
    several = cell.row is not None and len({one.row for one in catalogue.question(cell.question).cells}) > 1
    return ", ".join(part for part in (cell.question, cell.row if several else None, cell.alternative) if part)
