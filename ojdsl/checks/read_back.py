"""What is written of rules is read back from the text alone, and must say what they do (`ojdsl.prose.read`).

The writer could be wrong, and so could names: two answers that are printed alike make a sentence that says another thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ojdsl.checks.found import counterexample, not_proven
from ojdsl.diagnostics.fact import Counterexample, Diagnostic, Fact, Place
from ojdsl.logic import differ
from ojdsl.logic.decide import UNDECIDED
from ojdsl.logic.diagram import FALSE, TRUE
from ojdsl.logic.space import Space
from ojdsl.logic.to_show import name_of
from ojdsl.model.nodes import Catalogue, Condition, Indicator, Question, cells_of
from ojdsl.prose.asked import asked_when
from ojdsl.prose.facts import levels, withheld
from ojdsl.prose.read import read_asked, read_clause, read_denominator, read_levels, read_withholding
from ojdsl.prose.reading.misread import Misread
from ojdsl.prose.rule import clause_text, denominator_sentence, sentence

_SHOWN = 40
"""Characters of a sentence that are shown where reading it stopped."""


def read_back(catalogue: Catalogue) -> list[Diagnostic]:
    """OJ801: a sentence that does not give back what it was made from; OJ802, OJ803, OJ804: one that says another rule, another
    denominator, another condition for a question. For a catalogue without errors: rules must be sound."""
    space = Space(catalogue.cells())
    found = list(_published(catalogue))
    try:
        found += [fault for question in catalogue.questions for fault in _question(question, catalogue, space)]
    except UNDECIDED:
        return [*found, not_proven(catalogue.area.id, space.pool.largest, catalogue)]
    for indicator in catalogue.indicators:
        try:
            found += _indicator(indicator, catalogue, space)
        except UNDECIDED:
            found.append(not_proven(indicator.id, space.pool.largest, catalogue))
            space = Space(catalogue.cells())
    return found


# --- rules --------------------------------------------------------------------------------------------------------------


def _indicator(indicator: Indicator, catalogue: Catalogue, space: Space) -> Iterator[Diagnostic]:
    row = indicator.row.label if indicator.row else None
    name = name_of(indicator)
    said: list[tuple[str, Condition | None]] = []
    for clause in indicator.clauses:
        text = clause_text(clause, indicator, catalogue)
        read = read_clause(text, catalogue, row)
        if isinstance(read, Misread):
            yield _unread(name, text, read, clause.span)
            return
        said.append(read)
    differs = sorted(differ.of_rule(indicator, said, space), key=lambda one: one.said is None)
    for one in differs[:1]:  # another outcome rather than none: it is easier to see
        form = counterexample(space, one.where, indicator.cells, catalogue)
        facts: dict[str, Fact] = {"name": name, "rule": one.rule, "said": one.said or "–"}
        yield Diagnostic("OJ802", indicator.span, facts, (), form)
    if not differs:
        yield from _denominator(indicator, catalogue, space)


def _denominator(indicator: Indicator, catalogue: Catalogue, space: Space) -> Iterator[Diagnostic]:
    phrased = denominator_sentence(indicator, catalogue)
    if phrased is None:
        return
    text, name = sentence(phrased), name_of(indicator)
    read = read_denominator(text, catalogue, indicator.row.label if indicator.row else None)
    if isinstance(read, Misread):
        yield _unread(name, text, read, indicator.span)
        return
    counted, left_out = read
    where = differ.of_denominator(indicator, left_out, space)
    if where != FALSE or frozenset(counted) != indicator.denominator:
        yield Diagnostic("OJ803", indicator.span, {"name": name}, (), _shown(where, indicator.cells, catalogue, space))


# --- questions ------------------------------------------------------------------------------------------------------------


def _question(question: Question, catalogue: Catalogue, space: Space) -> Iterator[Diagnostic]:
    text = asked_when(question, catalogue)
    if text is None:
        return
    read = read_asked(text, catalogue, question)
    if isinstance(read, Misread):
        yield _unread(question.id, text, read, question.span)
        return
    for cell in question.cells:
        conditions = read[cell.row], cell.asked_if
        said, does = (TRUE if one is None else space.holds(one) for one in conditions)
        where = differ.different(said, does, space)
        if where != FALSE:
            tested = frozenset(column for one in conditions if one is not None for column in cells_of(one))
            yield Diagnostic("OJ804", question.span, {"name": question.id}, (), _shown(where, tested, catalogue, space))
            return


# --- what is published ----------------------------------------------------------------------------------------------------


def _published(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """The rule for what is withheld is told at the first indicator: a round has no place of its own here."""
    rule = catalogue.round.withholding
    text = withheld(rule)
    for indicator in catalogue.indicators[:1]:
        yield from _same(catalogue.round.id, text, read_withholding(text), rule, indicator.span)
    for indicator in catalogue.indicators:
        text = levels(indicator)
        yield from _same(name_of(indicator), text, read_levels(text), indicator.levels, indicator.span)


def _same(name: str, text: str, read: object, given: object, place: Place) -> Iterator[Diagnostic]:
    if read != given:
        yield _unread(name, text, read if isinstance(read, Misread) else Misread(0, "words"), place)


# --- faults ---------------------------------------------------------------------------------------------------------------


def _unread(name: str, text: str, read: Misread, place: Place) -> Diagnostic:
    stops = text[read.position :][:_SHOWN] or text[-_SHOWN:]
    return Diagnostic("OJ801", place, {"name": name, "stops": stops})


def _shown(where: int, columns: Iterable[str], catalogue: Catalogue, space: Space) -> Counterexample | None:
    """One municipality that sentence and rule differ for, with the questions that decide what it is asked."""
    wanted = set(columns)
    for cell in reversed(catalogue.cells()):
        if cell.column in wanted and cell.asked_if is not None:
            wanted |= cells_of(cell.asked_if)
    return counterexample(space, where, [one.column for one in catalogue.cells() if one.column in wanted], catalogue)
