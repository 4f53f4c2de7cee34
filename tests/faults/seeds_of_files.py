"""Mistakes in files, in YAML and in the keys of specs, and in the register."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.faults.lines import Line, Seed, Specs, edited, misspelt
from tests.real import files

_REQUIRED = {
    "indikator": ("namn", "kortnamn", "mått", "syfte", "målvärde", "kvalitetsområde", "indikatorområde", "typ", "regel"),
    "bakgrundsmått": ("namn", "mått", "syfte", "redovisas"),
    "fråga": ("lyder", "svar"),
    "område": ("namn", "sektion", "indikatorer"),
    "omgång": ("mätdatum", "perioder", "register", "döljs_över"),
}
_CHOSEN = (
    *("kvalitetsdimensioner", "begrepp", "lagar", "litteratur", "verksamheter", "perioder", "färger", "per_rad"),
    *("regel", "exempel"),
)
"""Keys below which an author's own words are keys."""
_UNITS = "specs/2017/register/enheter.csv"


def _keys(specs: Specs) -> Iterator[Line]:
    """The lines with a key that the language has, not one that an author chose."""
    for line in specs:
        chosen = line.top in _CHOSEN or "svar" in line.keys or "rader" in line.keys
        named = line.top == "följdfrågor" and len(line.keys) == 2
        if line.key not in ("", "-") and not (line.in_text or chosen or named):
            yield line


def _head(specs: Specs, line: Line) -> Line:
    """Where a missing key is reported: the first line of the file, or of the follow-up."""
    lines = specs.lines[line.file]
    if line.top != "följdfrågor" or len(line.keys) < 3:
        return lines[0]
    return next(one for one in lines if one.keys == line.keys[:2])


def required_dropped(specs: Specs) -> Iterator[Seed]:
    for line in specs:
        if len(line.keys) == 1 and not line.in_text and line.key in _REQUIRED.get(specs.kind(line.file), ()):
            yield edited(specs, line, None, _head(specs, line), drop=len(specs.below(line)))


def misspelt_key(specs: Specs) -> Iterator[Seed]:
    for line in _keys(specs):
        yield edited(specs, line, line.text.replace(f"{line.key}:", f"{misspelt(line.key)}:", 1), _head(specs, line))


def doubled_key(specs: Specs) -> Iterator[Seed]:
    for line in _keys(specs):
        if line.value and line.value != "|" and not line.text.lstrip().startswith("- "):
            copy = edited(specs, line, f"{line.text}\n{line.text}")
            yield Seed(copy.changed, copy.places | {(line.file, line.number + 1)})


def indented(specs: Specs) -> Iterator[Seed]:
    for line in _keys(specs):
        lines = specs.lines[line.file]
        before = lines[line.number - 2]
        if line.number > 1 and before.indent == line.indent and not before.in_text:
            around = lines[line.number - 2 : line.number + 1]
            yield edited(specs, line, " " + line.text, *around)


def outdented(specs: Specs) -> Iterator[Seed]:
    for line in specs:
        lines = specs.lines[line.file]
        if line.indent and not line.in_text and lines[line.number - 2].indent == line.indent:
            yield edited(specs, line, line.text[1:], *lines[line.number - 2 : line.number + 1])


def tab(specs: Specs) -> Iterator[Seed]:
    for line in specs:
        if line.indent and not line.in_text:
            yield edited(specs, line, "\t" + line.text.lstrip())


def colon_dropped(specs: Specs) -> Iterator[Seed]:
    for line in _keys(specs):
        if line.number > 1 and not line.text.lstrip().startswith("- "):
            around = specs.lines[line.file][line.number - 2 : line.number + 1]
            yield edited(specs, line, line.text.replace(f"{line.key}:", line.key, 1), *around)


def hyphen_dropped(specs: Specs) -> Iterator[Seed]:
    for line in specs:
        if line.text.lstrip().startswith("- ") and not line.in_text:
            around = specs.lines[line.file][line.number - 2 : line.number + 1]
            yield edited(specs, line, line.text.replace("- ", "", 1), *around)


def quote_open(specs: Specs) -> Iterator[Seed]:
    for line in specs:
        if line.keys in (("namn",), ("kortnamn",), ("indikatorområde",), ("lyder",)) and line.value not in ("|", ""):
            yield edited(specs, line, line.text.replace(": ", ': "', 1))


def colon_in_text(specs: Specs) -> Iterator[Seed]:
    for line in specs:
        if (
            line.keys in (("namn",), ("kortnamn",), ("indikatorområde",), ("målvärde",))
            and line.value.count(" ") > 1
            and line.value[0] not in "'\""
        ):
            at = line.text.rindex(" ")
            yield edited(specs, line, f"{line.text[:at]}:{line.text[at:]}")


def invisible(specs: Specs) -> Iterator[Seed]:
    for line in specs:
        if line.value.count(" ") > 1:
            yield edited(specs, line, line.text[:-1] + "\u202e" + line.text[-1:])


def latin1(specs: Specs) -> Iterator[Seed]:
    for file, text in specs.texts.items():
        number = next((n for n, line in enumerate(text.splitlines(), 1) if not line.isascii()), 1)
        content = text.encode("latin-1", errors="replace")
        if not content.isascii():
            yield Seed({file: content}, frozenset({(file, number)}))


def truncated(specs: Specs) -> Iterator[Seed]:
    """A file that ends after its first third, as when copying was interrupted."""
    for file, lines in specs.lines.items():
        if len(lines) > 9 and specs.kind(file) in ("indikator", "fråga"):
            content = "".join(f"{line.text}\n" for line in lines[: len(lines) // 3]).encode()
            head = lines[0].value
            uses = [use for use in specs if use.file != file and (head in use.value)]
            yield Seed({file: content}, frozenset({line.place for line in [*lines, *uses]}))


def question_missing(specs: Specs) -> Iterator[Seed]:
    for file, lines in specs.lines.items():
        if lines[0].key == "fråga":
            letters = [one.keys[1] for one in lines if one.top == "följdfrågor" and len(one.keys) == 2]
            uses = [use for name in ("", *letters) for use in specs.uses(lines[0].value + name)]
            if uses:
                yield Seed({file: None}, frozenset({use.place for use in uses if use.file != file}))


def indicator_missing(specs: Specs) -> Iterator[Seed]:
    for file, lines in specs.lines.items():
        if lines[0].key in ("indikator", "bakgrundsmått"):
            listed = [line for line in specs if line.key == "-" and line.value == lines[0].value]
            yield Seed({file: None}, frozenset({line.place for line in listed}))


def copied(specs: Specs) -> Iterator[Seed]:
    for file, text in specs.texts.items():
        if specs.kind(file) in ("indikator", "bakgrundsmått", "fråga"):
            copy = file.replace(".yaml", "_kopia.yaml")
            yield Seed({copy: text.encode()}, frozenset({(copy, 1), (file, 1)}))


# --- the register -----------------------------------------------------------------------------------------------------


def _units() -> list[str]:
    return files()[_UNITS].decode().splitlines()


def _unit(number: int, new: str) -> Seed:
    lines = _units()
    return Seed(
        {_UNITS: "".join(f"{line}\n" for line in [*lines[:number], *new.split("\n"), *lines[number + 1 :]]).encode()},
        frozenset({(_UNITS, number + 1), (_UNITS, number + 2)} if "\n" in new else {(_UNITS, number + 1)}),
    )


def unit_twice(_: Specs) -> Iterator[Seed]:
    return (_unit(number, f"{line}\n{line}") for number, line in enumerate(_units()) if number)


def unit_group(_: Specs) -> Iterator[Seed]:
    for number, line in enumerate(_units()):
        if number:
            yield _unit(number, re.sub(r",([ABC]\d),", r",\g<1>9,", line))


def unit_short(_: Specs) -> Iterator[Seed]:
    for number, line in enumerate(_units()):
        if number:
            yield _unit(number, line.replace(",,", ",", 1))
