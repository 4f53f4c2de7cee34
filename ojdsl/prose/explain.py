"""Why a municipality got its result, said to the municipality, and what its target value would take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ojdsl.logic.explain import Explanation, Tests
from ojdsl.model.nodes import (
    DECLINED,
    NO,
    NO_ROW,
    NONRESPONSE,
    OUTCOMES,
    PARTLY,
    YES,
    And,
    Catalogue,
    Condition,
    Indicator,
    Or,
    Test,
)
from ojdsl.model.numbers import labels_in, test_of
from ojdsl.prose.condition import Words, number_word, plain, within
from ojdsl.prose.facts import printed_id, swedish_list

_MOST = 6
"""Ways that are listed; beyond them the reader is told how many there are."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A condition of the rule, written to follow "har", and whether the answers meet it."""

    outcome: str
    met: bool
    condition: str

    @property
    def sentence(self) -> str:
        return f"Villkoret för {self.outcome} är {'' if self.met else 'inte '}uppfyllt: att ni har {self.condition}."


@dataclass(frozen=True, slots=True)
class Told:
    """Sentences to the municipality ("ni"): what decided, which conditions of the rule held or failed, and what Ja takes."""

    decided: tuple[str, ...]
    conditions: tuple[Stated, ...] = ()
    needed: tuple[str, ...] = ()


def explanation(made: Explanation, indicator: Indicator, catalogue: Catalogue, reason: str = "") -> tuple[str, ...]:
    """Sentences to the municipality. A condition that the other sentences say already is left out. `reason`: see `told`."""
    all_ = told(made, indicator, catalogue, reason)
    words = Words(catalogue, indicator)
    said = {tests_text(tests, words) for tests in made.decided + made.told + made.changes}
    return (*all_.decided, *(one.sentence for one in all_.conditions if one.condition not in said), *all_.needed)


def told(made: Explanation, indicator: Indicator, catalogue: Catalogue, reason: str = "") -> Told:
    """The same in its parts, none left out. `reason` is that of a Bortfall: NO_ROW, DECLINED or UNANSWERED."""
    words = Words(catalogue, indicator)
    if reason == NO_ROW:
        return Told((f"Resultatet är {NONRESPONSE} eftersom inga svar har kommit in från er.",))
    if reason == DECLINED:
        return Told((f"Resultatet är {NONRESPONSE} eftersom ni har avböjt att svara för området {catalogue.area.name}.",))
    decided = _open(made, words) if made.outcome == NONRESPONSE else _decided(made, indicator, words)
    if indicator.kind == "background":
        return Told(decided)
    return Told(decided, tuple(_conditions(made, indicator, words)), target(made, words))


def target(made: Explanation, words: Words) -> tuple[str, ...]:
    """What would have to be answered for Ja; nothing where it is reached, or where the indicator does not apply."""
    if not made.changes or not _aims(made):
        return ()
    fewest = len(made.changes[0])
    nearest = [change for change in made.changes if len(change) == fewest]
    others = [change for change in made.changes if len(change) > fewest]
    if not others:
        return (f"För att nå {YES} behöver ni ha {_ways(nearest, words)}.",)
    amount = f"{number_word(fewest, 'ett')} svar"
    happens = "lämnas eller ändras" if made.outcome == NONRESPONSE else "ändras"
    return (
        f"Det minsta som ger {YES} är att {amount} {happens}: att ni har {_ways(nearest, words)}.",
        f"{YES} nås också om ni har {_ways(others, words)}.",
    )


def tests_text(tests: Tests, words: Words) -> str:
    """Answers on one line, to follow "har"."""
    return plain(And(tests), words)


def _aims(made: Explanation) -> bool:
    return made.outcome in (PARTLY, NO, NONRESPONSE)


def _decided(made: Explanation, indicator: Indicator, words: Words) -> tuple[str, ...]:
    met = made.outcome in (YES, PARTLY)
    first, *others = made.decided if met else made.told
    because = f"eftersom ni har {tests_text(first, words)}."
    if indicator.kind == "background":
        hidden = " Det publiceras inte." if made.outcome in indicator.unpublished else ""
        return (f"Ni redovisas som ”{within(made.outcome)}” {because}{hidden}",)
    sentences = [f"Ni får {made.outcome} {because}"]
    if others and not met:
        more = plain(And(tuple(test for tests in others for test in tests)), words)
        alone = "" if all(len(tests) == 1 for tests in others) else " Vart och ett av skälen räcker."
        sentences.append(f"Även utan det vore resultatet {made.outcome}, eftersom ni har {more}.{alone}")
    if indicator.denominator is not None and made.outcome not in indicator.denominator:
        sentences.append("Ni ingår därför inte i nämnaren.")
    return tuple(sentences)


def _open(made: Explanation, words: Words) -> tuple[str, ...]:
    if not made.open:  # answers that an assumption rules out, of a rule with no `annars`
        return (f"Resultatet är {NONRESPONSE} eftersom regeln inte säger vad era svar ger.",)
    asked = tuple(column for column in made.open if column not in made.unsure)
    later = tuple(column for column in made.open if column in made.unsure)
    left = [_places(asked, words)] if asked else []
    left += [f"{'om den ställs, ' if asked else ''}{_places(later, words)}"] if later else []
    several = len({words.cells[column].question for column in made.open}) > 1
    possible = [f"”{within(outcome)}”" if outcome not in OUTCOMES else outcome for outcome in made.possible]
    return (
        f"Resultatet är {NONRESPONSE} eftersom ni inte har svarat på {' eller, '.join(left)}.",
        f"{'Svaren' if several else 'Svaret'} avgör om resultatet blir {swedish_list(possible, 'eller')}.",
    )


def _places(columns: Sequence[str], words: Words) -> str:
    """`fråga (G)3 (”Mål” och ”Ansvar”) och (G)3 a`: the questions, and the rows that are meant."""
    rows: dict[str, list[str]] = {}
    for cell in (words.cells[column] for column in columns):
        rows.setdefault(printed_id(cell.question), []).extend(filter(None, [words.named_row(cell)]))
    named = [
        f"{name} ({swedish_list([f'”{within(row)}”' for row in dict.fromkeys(parts)])})" if parts else name
        for name, parts in rows.items()
    ]
    return f"{'fråga' if len(named) == 1 else 'frågorna'} {swedish_list(named)}"


def _conditions(made: Explanation, indicator: Indicator, words: Words) -> Iterator[Stated]:
    """The condition that held, and the one for Ja where it did not."""
    for clause in indicator.clauses if made.outcome != NONRESPONSE else ():
        held = clause.outcome == made.outcome
        if clause.condition is not None and (held or (clause.outcome == YES and _aims(made))):
            yield Stated(clause.outcome, held, plain(clause.condition, words))


def _ways(changes: Sequence[Tests], words: Words) -> str:
    """Several changes with "eller" between them; those of one answer to the same question become one."""
    if len(changes) > _MOST and len(changes[0]) > 1:
        return f"{tests_text(changes[0], words)} (eller något av {len(changes) - 1} andra sätt)"
    single: dict[str, list[str]] = {}
    for change in changes:
        if len(change) == 1:
            single.setdefault(change[0].cell, []).extend(labels_in(words.cells[change[0].cell], change[0]))
    ways: list[Condition] = [_any_of(column, labels, words) for column, labels in single.items()]
    ways += [And(change) for change in changes if len(change) > 1]
    return plain(ways[0] if len(ways) == 1 else Or(tuple(ways)), words)


def _any_of(column: str, labels: Sequence[str], words: Words) -> Test:
    cell = words.cells[column]
    return test_of(cell, tuple(label for label in cell.labels if label in labels))
