"""Mistakes in names that a spec refers to, in fixed choices and in texts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.faults.lines import Line, Seed, Specs, edited, misspelt

_TEXTS = ("mått", "syfte", "målvärde", "lyder")
_WORD = re.compile(r"\b[a-zåäö]{6,}\b(?![}.:])")


def _listed(specs: Specs, *keys: str) -> Iterator[Line]:
    """The items of the lists below some keys."""
    for line in specs:
        if line.key == "-" and len(line.keys) > 1 and line.keys[-2] in keys:
            yield line


def _wrong(specs: Specs, line: Line, *others: Line) -> Seed:
    """The value of a line with a letter wrong."""
    return edited(specs, line, line.text[: len(line.text) - len(line.value)] + misspelt(line.value), *others)


def misspelt_term(specs: Specs) -> Iterator[Seed]:
    return (_wrong(specs, line) for line in _listed(specs, "begrepp"))


def sense_dropped(specs: Specs) -> Iterator[Seed]:
    for line in _listed(specs, "begrepp"):
        if "/" in line.value:
            yield edited(specs, line, line.text.partition("/")[0])


def term_dropped(specs: Specs) -> Iterator[Seed]:
    for line in _listed(specs, "begrepp"):
        if len([one for one in _listed(specs, "begrepp") if one.keys == line.keys and one.file == line.file]) > 1:
            yield edited(specs, line, None)


def misspelt_quality(specs: Specs) -> Iterator[Seed]:
    return (_wrong(specs, line) for line in specs if line.keys == ("kvalitetsområde",))


def areas_swapped(specs: Specs) -> Iterator[Seed]:
    return _swapped(specs, "kvalitetsområde", "indikatorområde")


def names_swapped(specs: Specs) -> Iterator[Seed]:
    return _swapped(specs, "namn", "kortnamn")


def _swapped(specs: Specs, first: str, second: str) -> Iterator[Seed]:
    for line in specs:
        after = specs.lines[line.file][line.number : line.number + 1]
        if line.keys == (first,) and after and after[0].keys == (second,) and line.value != after[0].value:
            yield edited(specs, line, f"{first}: {after[0].value}\n{second}: {line.value}", after[0], drop=1)


def misspelt_law(specs: Specs) -> Iterator[Seed]:
    for line in _listed(specs, "lagrum"):
        law = line.value.split()[0]
        yield edited(specs, line, line.text.replace(law, misspelt(law), 1))


def law_form(specs: Specs) -> Iterator[Seed]:
    for line in _listed(specs, "lagrum"):
        if re.search(r" \d+:\d+$", line.value) and not re.fullmatch(r"\S+ \d{4}:\d+", line.value):
            yield edited(specs, line, re.sub(r"(\d+):(\d+)$", r"\1 kap. \2 §", line.text))


def misspelt_work(specs: Specs) -> Iterator[Seed]:
    return (_wrong(specs, line) for line in _listed(specs, "underlag"))


def misspelt_operation(specs: Specs) -> Iterator[Seed]:
    return (_wrong(specs, line) for line in _listed(specs, "verksamhet"))


def _head(specs: Specs, name: str) -> list[Line]:
    heads = (lines[0] for lines in specs.lines.values())
    return [line for line in heads if line.key in ("indikator", "bakgrundsmått") and line.value == name]


def not_listed(specs: Specs) -> Iterator[Seed]:
    return (edited(specs, line, None, *_head(specs, line.value)) for line in _listed(specs, "indikatorer", "bakgrundsmått"))


def listed_twice(specs: Specs) -> Iterator[Seed]:
    for line in _listed(specs, "indikatorer", "bakgrundsmått"):
        copy = edited(specs, line, f"{line.text}\n{line.text}")
        yield Seed(copy.changed, copy.places | {(line.file, line.number + 1)})


def misspelt_listed(specs: Specs) -> Iterator[Seed]:
    return (_wrong(specs, line, *_head(specs, line.value)) for line in _listed(specs, "indikatorer", "bakgrundsmått"))


def misspelt_indicator(specs: Specs) -> Iterator[Seed]:
    for line in _listed(specs, "indikatorer", "bakgrundsmått"):
        for head in _head(specs, line.value):
            yield _wrong(specs, head, line)


def misspelt_choice(specs: Specs) -> Iterator[Seed]:
    for line in specs:
        if line.key in ("flera_svar", "fritext", "ordalydelse", "rad_per", "visa") or (line.top == "färger" and line.value):
            yield _wrong(specs, line)


def misspelt_type(specs: Specs) -> Iterator[Seed]:
    return (_wrong(specs, line) for line in specs if line.keys == ("typ",))


def misspelt_placeholder(specs: Specs) -> Iterator[Seed]:
    for line in specs:
        for found in re.finditer(r"{(\w+)[}.]", line.text):
            new = line.text[: found.start(1)] + misspelt(found[1]) + line.text[found.end(1) :]
            if "avvikelser" not in line.keys:
                yield edited(specs, line, new)


def date_by_hand(specs: Specs) -> Iterator[Seed]:
    hands = {"mätdatum": "den 1 februari 2017", "tolv_månader": "1 februari 2016–31 januari 2017", "tre_månader": "3 månader"}
    for line in specs:
        for name, hand in hands.items():
            if f"{{{name}}}" in line.text and "avvikelser" not in line.keys:
                yield edited(specs, line, line.text.replace(f"{{{name}}}", hand, 1))


def text_emptied(specs: Specs) -> Iterator[Seed]:
    for line in specs:
        if line.key in (*_TEXTS, "namn", "kortnamn", "indikatorområde", "ger", "vid") and line.value and not line.in_text:
            yield edited(specs, line, line.text[: line.text.index(":") + 1], drop=len(specs.below(line)))


def word_changed(specs: Specs) -> Iterator[Seed]:
    for line in specs:
        found = _WORD.search(line.value) if set(line.keys) & set(_TEXTS) else None
        if found:
            at = len(line.text) - len(line.value)
            yield edited(specs, line, line.text[: at + found.start()] + misspelt(found[0]) + line.text[at + found.end() :])
