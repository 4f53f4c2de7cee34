"""The command that says which mistakes in a rule its examples would notice, and writes the examples that are missing."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ojdsl import pipeline
from ojdsl.backends.to_spec import example_lines
from ojdsl.cli.files import Specs, read_specs
from ojdsl.cli.layout import paragraph
from ojdsl.cli.show import find
from ojdsl.cli.specs import one_area, report
from ojdsl.cli.words import say
from ojdsl.cli.write_examples import add_examples
from ojdsl.diagnostics.message import Language
from ojdsl.logic.mutants import Dropped, Mutant, Rewritten, Swapped
from ojdsl.logic.sufficient import sufficiency
from ojdsl.model.nodes import Catalogue, Indicator
from ojdsl.prose.as_written import as_written
from ojdsl.prose.condition import Words
from ojdsl.source import Source


@dataclass(frozen=True, slots=True)
class _Found:
    """What the examples of one spec notice, over all members of a family: how many changes, those that pass unnoticed, in
    words, and missing examples as lines of the spec."""

    name: str
    source: Source
    changes: int
    unnoticed: tuple[str, ...]
    extra: tuple[tuple[str, ...], ...]
    proven: bool


def show_examples(area: Path, name: str | None, write: bool, compare: bool, language: Language) -> int:
    """Prints the changes that no example notices and the examples that would; with `write` adds these to the specs.

    With `compare` only what is amiss is said, and the status is 1 if something is.
    """
    checked = one_area(area, language)
    if checked is None:
        return 1
    ((folder, catalogue),) = checked.catalogues.items()
    chosen = catalogue.indicators if name is None else find(catalogue, name, language)
    if not chosen:
        return 2
    found = [_found(group, catalogue, language) for group in _by_spec(chosen)]
    lacking = [one for one in found if one.unnoticed]
    sys.stdout.write("".join(_text(one, language) for one in (lacking if compare else found)))
    if len(found) > 1 and not compare:
        amounts = {"changes": sum(one.changes for one in found), "unnoticed": sum(len(one.unnoticed) for one in found)}
        print("\n" + say("changes_in_all", language, **amounts))
    if write and lacking:
        extra = {one.source.name: one.extra for one in lacking}
        specs = read_specs((area,))
        return add_examples(extra, specs, lambda files: _still_good(files, specs, folder, language), language)
    return int(compare and bool(lacking))


def _by_spec(chosen: Iterable[Indicator]) -> Iterator[tuple[Indicator, ...]]:
    """Indicators with those of their family; a background measure has no rule to change."""
    groups: dict[str, list[Indicator]] = {}
    for one in chosen:
        if one.kind == "indicator":
            groups.setdefault(one.family or one.id, []).append(one)
    yield from map(tuple, groups.values())


def _found(members: tuple[Indicator, ...], catalogue: Catalogue, language: Language) -> _Found:
    made = [sufficiency(member, catalogue) for member in members]
    told: Counter[str] = Counter()
    for member, one in zip(members, made, strict=True):
        told |= Counter(_change_text(mutant, Words(catalogue, member), language) for mutant in one.unnoticed)
    extra = (
        example_lines(example, member, catalogue) for member, one in zip(members, made, strict=True) for example in one.extra
    )
    first = members[0]
    return _Found(
        name=first.family or first.id,
        source=first.span.source,
        changes=max(len(one.mutants) for one in made),
        unnoticed=tuple(told.elements()),
        extra=tuple(dict.fromkeys(extra)),
        proven=all(one.proven for one in made),
    )


# --- in words ---------------------------------------------------------------------------------------------------------


def _text(found: _Found, language: Language) -> str:
    if not found.unnoticed:
        return say("all_noticed", language, name=found.name, changes=found.changes) + "\n"
    lines = [say("some_unnoticed", language, name=found.name, changes=found.changes, unnoticed=len(found.unnoticed))]
    lines += [paragraph(text, 4, "– ") for text in found.unnoticed]
    lines.append("  " + say("fewest_proven" if found.proven else "fewest_found", language, count=len(found.extra)))
    lines += [f"    {'- ' if number == 0 else '  '}{line}" for example in found.extra for number, line in enumerate(example)]
    return "\n".join(lines) + "\n"


def _change_text(mutant: Mutant, words: Words, language: Language) -> str:
    match mutant.change:
        case Rewritten(outcome, before, after):
            texts = {"outcome": outcome, "before": as_written(before, words)}
            if after is None:
                return say("change_gone", language, **texts)
            return say("change_becomes", language, **texts, after=as_written(after, words))
        case Dropped(outcome):
            return say("change_dropped", language, outcome=outcome)
        case Swapped(outcome, other):
            return say("change_swapped", language, outcome=outcome, other=other)


def _still_good(files: Mapping[str, bytes], specs: Specs, folder: str, language: Language) -> bool:
    checked = pipeline.check(pipeline.read(files, specs.shown), [folder])
    if checked.has_errors:
        report(checked.faults, language)
    return not checked.has_errors
