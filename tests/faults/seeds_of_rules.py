"""Mistakes in rules, outcomes, claims and examples."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.faults.lines import Line, Seed, Specs, edited, misspelt

_ANSWER = re.compile(r'(?<=är )(?:inte )?("[^"]+"|Ja|Nej|Delvis|Ej aktuellt)')
_QUESTION = re.compile(r"\b[GM]\d+(?:\.\d+)?[a-z]?\b")
_JOINT = re.compile(r", (och|eller) ")
_OUTCOMES = ("Ja", "Delvis", "Nej", "Ej aktuellt")


def _rules(specs: Specs) -> Iterator[Line]:
    """The lines of rules with a condition; not `annars`."""
    return (line for line in specs.rules if line.top == "regel" and line.value != "annars")


def _replaced(specs: Specs, line: Line, start: int, end: int, new: str, *others: Line) -> Seed:
    """A part of a line's value replaced; offsets from where the value starts."""
    at = len(line.text) - len(line.value)
    return edited(specs, line, line.text[: at + start] + new + line.text[at + end :], *others)


def _file(specs: Specs, line: Line, *tops: str) -> list[Line]:
    return specs.block(line.file, *tops)


def _own(specs: Specs, line: Line) -> list[Line]:
    """Where a fault of meaning may show: the indicator's name, its rule, its claim, its examples."""
    return [specs.lines[line.file][0], *_file(specs, line, "regel", "nämnare", "exempel", "redovisas_som")]


def _questions(specs: Specs, *names: str) -> list[Line]:
    """The lines on which questions get their names."""
    heads = (line for line in specs if (line.key == "fråga" and not line.in_text) or line.top == "följdfrågor")
    return [line for line in heads if specs.question(line) in names and len(line.keys) < 3]


def misspelt_answer(specs: Specs) -> Iterator[Seed]:
    for line in _rules(specs):
        for found in _ANSWER.finditer(line.value):
            word = found[1].strip('"')
            yield _replaced(specs, line, *found.span(1), found[1].replace(word, misspelt(word)))


def misspelt_vid(specs: Specs) -> Iterator[Seed]:
    for line in specs:
        if line.key == "vid":
            yield edited(specs, line, line.text.replace(line.value, misspelt(line.value)))


def unknown_question(specs: Specs) -> Iterator[Seed]:
    for line in specs.rules:
        for found in _QUESTION.finditer(line.value):
            yield _replaced(specs, line, *found.span(), found[0][0] + "9" + found[0][1:])


def other_kind_of_question(specs: Specs) -> Iterator[Seed]:
    for line in _rules(specs):
        for found in _QUESTION.finditer(line.value):
            for other in ("M2", "G6a", "G1b"):
                if other != found[0] and "av" not in line.value:
                    yield _replaced(specs, line, *found.span(), other)


def other_question(specs: Specs) -> Iterator[Seed]:
    """G7 for G6 and so on: the sentence stays sound, but another question is left without use."""
    plain = ["G1", "G6", "G7", "G10.1", "G11", "G12", "G15", "G21", "G23", "M3", "M6", "M7"]
    for line in _rules(specs):
        for found in _QUESTION.finditer(line.value):
            if found[0] in plain and "Ej aktuellt" not in line.value:
                other = plain[(plain.index(found[0]) + 1) % len(plain)]
                yield _replaced(specs, line, *found.span(), other, *_own(specs, line), *_questions(specs, found[0]))


def clause_dropped(specs: Specs) -> Iterator[Seed]:
    for line in specs:
        if line.top == "regel" and len(line.keys) == 2 and line.value != "annars":
            yield edited(specs, line, None, *_own(specs, line), drop=len(specs.below(line)))


def misspelt_outcome(specs: Specs) -> Iterator[Seed]:
    for line in specs:
        if line.top == "regel" and len(line.keys) == 2:
            yield edited(specs, line, line.text.replace(f"{line.key}:", f"{misspelt(line.key)}:", 1))


def otherwise_dropped(specs: Specs) -> Iterator[Seed]:
    for line in specs:
        if line.value == "annars":
            yield edited(specs, line, None, *_own(specs, line))


def otherwise_not_last(specs: Specs) -> Iterator[Seed]:
    for line in specs:
        before = specs.lines[line.file][line.number - 2]
        if line.value == "annars" and before.indent == line.indent:
            yield edited(specs, before, f"{line.text}\n{before.text}", drop=1)


def quotes_dropped(specs: Specs) -> Iterator[Seed]:
    for line in specs.rules:
        for found in re.finditer(r'"([^"]+)"', line.value):
            yield _replaced(specs, line, *found.span(), found[1])


def comma_dropped(specs: Specs) -> Iterator[Seed]:
    for line in specs.rules:
        for found in _JOINT.finditer(line.value):
            yield _replaced(specs, line, found.start(), found.start() + 1, "")


def equals_sign(specs: Specs) -> Iterator[Seed]:
    for line in specs.rules:
        for found in re.finditer(r"\bär\b", line.value):
            yield _replaced(specs, line, *found.span(), "=")


def mixed(specs: Specs) -> Iterator[Seed]:
    for line in specs.rules:
        joints = list(_JOINT.finditer(line.value))
        for found in joints if len(joints) > 1 else ():
            yield _replaced(specs, line, *found.span(1), "eller" if found[1] == "och" else "och")


def cut_off(specs: Specs) -> Iterator[Seed]:
    for line in _rules(specs):
        yield edited(specs, line, line.text.rstrip().rpartition(" ")[0])


def overlap(specs: Specs) -> Iterator[Seed]:
    """The condition of Ja for another outcome as well."""
    for line in _rules(specs):
        if line.key in ("Ej aktuellt", "Delvis"):
            rule = _file(specs, line, "regel")
            other = next((one for one in rule if one.keys == ("regel", "Ja") and one.value), rule[1])
            condition = other.value or rule[3].value
            listed = f"  {line.key}:\n    minst ett av:\n      - {line.value}\n      - {condition}"
            seed = edited(specs, line, listed, other, rule[2])
            yield Seed(seed.changed, seed.places | {(line.file, line.number + 1)})


def misspelt_row(specs: Specs) -> Iterator[Seed]:
    for line in specs.rules:
        for found in re.finditer(r"\[(.*?)\]", line.value):
            at = found.start(1)
            for row in found[1].split(", "):
                yield _replaced(specs, line, at, at + len(row), misspelt(row))
                at += len(row) + 2


def reported_removed(specs: Specs) -> Iterator[Seed]:
    for line in specs:
        outcomes = line.value.split("/") if line.key == "redovisas_som" else []
        for outcome in outcomes:
            left = "/".join(one for one in outcomes if one != outcome)
            yield edited(specs, line, f"{line.key}: {left}", *_file(specs, line, "regel"))


def reported_added(specs: Specs) -> Iterator[Seed]:
    for line in specs:
        outcomes = line.value.split("/") if line.key == "redovisas_som" else []
        for outcome in _OUTCOMES if outcomes else ():
            if outcome not in outcomes:
                yield edited(specs, line, f"{line.text}/{outcome}", *_own(specs, line))


def claim_changed(specs: Specs) -> Iterator[Seed]:
    for line in specs:
        if line.key == "påstås":
            for old, new in ((" inte", ""), ("Ej aktuellt", "Nej"), (" eller Nej", ""), ("Nej, eller", "Ja, eller")):
                if old in line.text:
                    yield edited(specs, line, line.text.replace(old, new, 1))


def better_made_worse(specs: Specs) -> Iterator[Seed]:
    """The conditions for Ja and Delvis have changed places; only the claim on better answers and the examples know."""
    for line in specs:
        if line.key == "bättre_svar":
            rule = {one.key: one for one in _file(specs, line, "regel") if one.keys[1:] == (one.key,) and one.value}
            if {"Ja", "Delvis"} <= rule.keys() and rule["Delvis"].number == rule["Ja"].number + 1:
                swapped = f"  Ja: {rule['Delvis'].value}\n  Delvis: {rule['Ja'].value}"
                yield edited(specs, rule["Ja"], swapped, line, *_own(specs, line), drop=1)


def _of_example(specs: Specs, line: Line) -> list[Line]:
    """The lines of the example that a line stands in."""
    lines = specs.lines[line.file]
    first = next(n for n in range(line.number - 1, 0, -1) if lines[n].text.startswith("  - "))
    return [lines[first], *specs.below(lines[first])]


def example_outcome(specs: Specs) -> Iterator[Seed]:
    for line in specs:
        if line.key == "ger" and line.top == "exempel":
            reported = next(one.value for one in specs.lines[line.file] if one.key == "redovisas_som")
            other = next(one for one in [*reported.split("/"), "Bortfall"] if one != line.value)
            yield edited(specs, line, line.text.replace(line.value, other), *_of_example(specs, line))


def _answers(specs: Specs) -> Iterator[Line]:
    for line in specs:
        if line.top == "exempel" and "svar" in line.keys[:-1] and line.value:
            yield line


def misspelt_example(specs: Specs) -> Iterator[Seed]:
    for line in _answers(specs):
        yield edited(specs, line, line.text[: len(line.text) - len(line.value)] + misspelt(line.value))


# --- what no checker can know -----------------------------------------------------------------------------------------


def condition_dropped(specs: Specs) -> Iterator[Seed]:
    for line in _rules(specs):
        for found in _JOINT.finditer(line.value):
            end = _JOINT.search(line.value, found.end())
            yield _replaced(specs, line, found.start(), end.start() if end else len(line.value), "", *_own(specs, line))


def joint_changed(specs: Specs) -> Iterator[Seed]:
    for line in _rules(specs):
        joints = list(_JOINT.finditer(line.value))
        for found in joints if len(joints) == 1 else ():
            yield _replaced(specs, line, *found.span(1), "eller" if found[1] == "och" else "och", *_own(specs, line))


def number_changed(specs: Specs) -> Iterator[Seed]:
    for line in specs:
        for old, new in (("minst 1 av", "minst 2 av"), ("alla av", "minst 1 av"), ("minst ett av", "minst 2 av")):
            if old in line.text and specs.is_rule(line):
                yield edited(specs, line, line.text.replace(old, new), *_own(specs, line))


def other_answer(specs: Specs) -> Iterator[Seed]:
    for line in _rules(specs):
        for found in _ANSWER.finditer(line.value):
            if found[1] in ("Ja", "Nej"):
                yield _replaced(specs, line, *found.span(1), "Nej" if found[1] == "Ja" else "Ja", *_own(specs, line))


def example_answer(specs: Specs) -> Iterator[Seed]:
    for line in _answers(specs):
        if line.value in ("Ja", "Nej"):
            other = "Nej" if line.value == "Ja" else "Ja"
            yield edited(specs, line, line.text[: -len(line.value)] + other, *_of_example(specs, line))
