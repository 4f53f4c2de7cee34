"""What is written of rules is read back from the text alone, and must say what they do (`ojdsl.prose.read`).

The writer could be wrong, and so could names: two answers that are printed alike make a sentence that says another thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ojdsl.checks.found import counterexample, counterexample_in_full, not_proven
from ojdsl.diagnostics.fact import Diagnostic, Fact, Place
from ojdsl.logic import differ
from ojdsl.logic.decide import UNDECIDED
from ojdsl.logic.diagram import FALSE, TRUE
from ojdsl.logic.space import Space
from ojdsl.logic.to_show import name_of
from ojdsl.model.nodes import Assumption, Catalogue, Condition, Indicator, Question, cells_of
from ojdsl.prose.asked import answered_when, asked_when
from ojdsl.prose.condition import within
from ojdsl.prose.facts import levels, withheld
from ojdsl.prose.phrase import Phrase
from ojdsl.prose.read import read_asked, read_assumption, read_clause, read_denominator, read_levels, read_withholding
from ojdsl.prose.reading.misread import Misread
from ojdsl.prose.rule import assumption_text, clause_text, denominator_sentence, sentence
from ojdsl.prose.to_municipality import clause_to_municipality, denominator_to_municipality

_SHOWN = 40
"""Characters of a sentence that are shown where reading it stopped."""


def read_back(catalogue: Catalogue) -> list[Diagnostic]:
    """OJ801: a sentence that does not give back what it was made from; OJ802, OJ803, OJ804, OJ805: one that says another
    rule, another denominator, another condition for a question, another assumption. For a catalogue without errors: rules must
    be sound."""
    space = Space(catalogue.cells())
    found = list(_published(catalogue))
    try:
        found += [fault for question in catalogue.questions for fault in _question(question, catalogue, space)]
        found += [fault for one in catalogue.assumptions for fault in _assumption(one, catalogue, space)]
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
    """Both as everyone reads the rule and as the municipality does; what is wrong with the first is not told of the second."""
    denominators = denominator_sentence(indicator, catalogue), denominator_to_municipality(indicator, catalogue)
    of_it = tuple(clause_text(clause, indicator, catalogue) for clause in indicator.clauses)
    to_it = tuple(sentence(clause_to_municipality(clause, indicator, catalogue)) for clause in indicator.clauses)
    for texts, denominator in zip((of_it, to_it), denominators, strict=True):
        if found := [*_rule(indicator, texts, catalogue, space), *_denominator(indicator, denominator, catalogue, space)]:
            yield found[0]
            return


def _rule(indicator: Indicator, texts: Iterable[str], catalogue: Catalogue, space: Space) -> Iterator[Diagnostic]:
    printed = {within(clause.outcome): clause.outcome for clause in indicator.clauses}
    said: list[tuple[str, Condition | None]] = []
    for clause, text in zip(indicator.clauses, texts, strict=True):
        read = read_clause(text, catalogue, indicator.own_row)
        if isinstance(read, Misread):
            yield _unread(name_of(indicator), text, read, clause.span)
            return
        said.append((printed.get(read[0], read[0]), read[1]))
    space = differ.fitted(space, [condition for _, condition in said], catalogue)
    # another outcome rather than none: it is easier to see
    for one in sorted(differ.of_rule(indicator, said, space), key=lambda one: one.said is None)[:1]:
        form = counterexample(space, one.where, indicator.cells, catalogue)
        facts: dict[str, Fact] = {"name": name_of(indicator), "rule": one.rule, "said": one.said or "–"}
        yield Diagnostic("OJ802", indicator.span, facts, (), form)


def _denominator(indicator: Indicator, phrased: Phrase | None, catalogue: Catalogue, space: Space) -> Iterator[Diagnostic]:
    if phrased is None:
        return
    text = sentence(phrased)
    read = read_denominator(text, catalogue, indicator.own_row)
    if isinstance(read, Misread):
        yield _unread(name_of(indicator), text, read, indicator.span)
        return
    counted, left_out = read
    space = differ.fitted(space, [left_out], catalogue)
    where = differ.of_denominator(indicator, left_out, space)
    if where != FALSE or frozenset(counted) != indicator.denominator:
        form = counterexample_in_full(space, where, indicator.cells, catalogue)
        yield Diagnostic("OJ803", indicator.span, {"name": name_of(indicator)}, (), form)


# --- questions ------------------------------------------------------------------------------------------------------------


def _question(question: Question, catalogue: Catalogue, space: Space) -> Iterator[Diagnostic]:
    for text in dict.fromkeys((asked_when(question, catalogue), answered_when(question, catalogue))):
        if text is not None and (found := _asked(question, text, catalogue, space)):
            yield found
            return


def _asked(question: Question, text: str, catalogue: Catalogue, space: Space) -> Diagnostic | None:
    read = read_asked(text, catalogue, question)
    if isinstance(read, Misread):
        return _unread(question.id, text, read, question.span)
    space = differ.fitted(space, read.values(), catalogue)
    for cell in question.cells:
        conditions = read[cell.row], cell.asked_if
        said, does = (TRUE if one is None else space.holds(one) for one in conditions)
        where = differ.different(said, does, space)
        if where != FALSE:
            tested = frozenset(column for one in conditions if one is not None for column in cells_of(one))
            return Diagnostic(
                "OJ804", question.span, {"name": question.id}, (), counterexample_in_full(space, where, tested, catalogue)
            )
    return None


def _assumption(one: Assumption, catalogue: Catalogue, space: Space) -> Iterator[Diagnostic]:
    text = assumption_text(one, catalogue)
    read = read_assumption(text, catalogue)
    if isinstance(read, Misread):
        yield _unread(one.id, text, read, one.span)
        return
    space = differ.fitted(space, read, catalogue)
    where = differ.of_assumption(one, read, space)
    if where != FALSE:
        tested = cells_of(one.when) | cells_of(one.then)
        yield Diagnostic("OJ805", one.span, {"name": one.id}, (), counterexample_in_full(space, where, tested, catalogue))


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
