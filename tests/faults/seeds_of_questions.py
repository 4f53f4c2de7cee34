"""Mistakes in questions: alternatives, rows, follow-ups."""

from __future__ import annotations

from collections.abc import Iterator

from tests.faults.lines import Line, Seed, Specs, edited, misspelt


def _items(specs: Specs, kind: str) -> Iterator[tuple[Line, str]]:
    """The alternatives ("svar") or rows ("rader") of questions, with their labels."""
    for line in specs:
        if line.in_text or not line.text.lstrip().startswith("- ") or kind not in line.keys or "avvikelser" in line.keys:
            continue
        if specs.question(line):
            after = line.keys[line.keys.index("-") + 1 :]
            yield line, (line.value if not after or after[0] == "etikett" else after[0])


def _relabelled(specs: Specs, line: Line, label: str, uses: list[Line]) -> Seed:
    return edited(specs, line, line.text.replace(label, misspelt(label), 1), *uses)


def alternative_removed(specs: Specs) -> Iterator[Seed]:
    for line, label in _items(specs, "svar"):
        uses = specs.uses(specs.question(line), label)
        if uses:
            yield edited(specs, line, None, *uses, drop=len(specs.below(line)))


def alternative_relabelled(specs: Specs) -> Iterator[Seed]:
    for line, label in _items(specs, "svar"):
        uses = specs.uses(specs.question(line), label)
        if uses:
            yield _relabelled(specs, line, label, uses)


def unnamed_relabelled(specs: Specs) -> Iterator[Seed]:
    for line, label in _items(specs, "svar"):
        if not specs.uses(specs.question(line), label):
            yield _relabelled(specs, line, label, [])


def alternative_doubled(specs: Specs) -> Iterator[Seed]:
    for line, label in _items(specs, "svar"):
        if line.value == label:
            copy = edited(specs, line, f"{line.text}\n{line.text}")
            yield Seed(copy.changed, copy.places | {(line.file, line.number + 1)})


def _rows_in_use(specs: Specs) -> Iterator[tuple[Line, str, list[Line]]]:
    for line, label in _items(specs, "rader"):
        named = [use for use in specs if not use.in_text and _names_row(specs, use, specs.question(line), label)]
        if named:
            yield line, label, named


def _names_row(specs: Specs, line: Line, question: str, label: str) -> bool:
    if line.key == "rad" and specs.kind(line.file) == "område":
        return line.value == label and any(one.key == "rad_per" and specs.question(one) == question for one in specs)
    if line.top == "per_rad":
        return line.key == label and any(one.key == "familj" and one.value == question for one in specs.lines[line.file])
    if line.top == "exempel":
        return line.key == label and question in line.keys
    return specs.is_rule(line) and f"{question}[" in line.value and label in line.value


def row_relabelled(specs: Specs) -> Iterator[Seed]:
    for line, label, named in _rows_in_use(specs):
        yield _relabelled(specs, line, label, named)


def row_removed(specs: Specs) -> Iterator[Seed]:
    for line, _, named in _rows_in_use(specs):
        yield edited(specs, line, None, *named, drop=len(specs.below(line)))


def _follow_ups(specs: Specs, needed: bool) -> Iterator[Line]:
    """The lines with `vid: Ja` or `vid: Nej`, of follow-ups that rules of indicators name or do not."""
    for line in specs:
        if line.key == "vid" and line.value in ("Ja", "Nej"):
            uses = (use for use in specs.uses(specs.question(line)) if use.top in ("regel", "familj"))
            if any(uses) == needed:
                yield line


def _reversed(specs: Specs, line: Line) -> Seed:
    question = specs.question(line)
    files = {use.file for use in specs.uses(question) if use.top in ("regel", "familj")}
    seen = [one for file in files for one in [specs.lines[file][0], *specs.block(file, "regel", "nämnare", "exempel")]]
    head = specs.lines[line.file][line.number - 2]
    return edited(specs, line, line.text.replace(line.value, "Nej" if line.value == "Ja" else "Ja"), head, *seen)


def reversed_in_use(specs: Specs) -> Iterator[Seed]:
    return (_reversed(specs, line) for line in _follow_ups(specs, True))


def reversed_unused(specs: Specs) -> Iterator[Seed]:
    return (_reversed(specs, line) for line in _follow_ups(specs, False))


def condition_dropped(specs: Specs) -> Iterator[Seed]:
    for line in specs:
        if line.key in ("vid", "ställs_om") and line.top == "följdfrågor":
            yield edited(specs, line, None, specs.lines[line.file][line.number - 2])


def letter_changed(specs: Specs) -> Iterator[Seed]:
    for line in specs:
        uses = specs.uses(specs.question(line)) if line.top == "följdfrågor" and len(line.keys) == 2 else []
        if uses:
            yield edited(specs, line, line.text.replace(line.key, "x", 1), *uses)


def number_changed(specs: Specs) -> Iterator[Seed]:
    for line in specs:
        if line.key == "fråga" and len(line.keys) == 1:
            letters = [one.keys[1] for one in specs.block(line.file, "följdfrågor") if len(one.keys) == 2]
            uses = [use for name in ("", *letters) for use in specs.uses(line.value + name)]
            if uses:
                yield edited(specs, line, f"{line.text}9", *uses)


def misspelt_period(specs: Specs) -> Iterator[Seed]:
    for line in specs:
        if line.key == "period":
            yield edited(specs, line, line.text.replace("å", "a"))


def capital_code(specs: Specs) -> Iterator[Seed]:
    for line in specs:
        if line.key == "kod" and specs.question(line):
            yield edited(specs, line, line.text.replace(line.value, line.value.capitalize()))
