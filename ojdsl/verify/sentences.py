"""Lines of a calculation → sentences on one line, with the list below each, as `ojdsl.prose.read` takes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ojdsl.prose.reading.lists import marker
from ojdsl.verify.lines import Line, folded, present


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text` with the markers of its list (a, a1 …); `places` are where each line begins in it."""

    text: str
    places: tuple[tuple[int, Line], ...]

    @property
    def first(self) -> Line:
        return self.places[0][1]

    @property
    def key(self) -> str:
        """What two sentences share that say the same in the same words."""
        return folded(self.text)

    def line_at(self, position: int) -> tuple[Line, int]:
        """The line that a position of the text is in, and where in it."""
        start, line = next((one for one in reversed(self.places) if one[0] <= position), self.places[0])
        return line, min(max(position - start, 0), len(line.text))


def sentences(lines: Iterable[Line]) -> tuple[Sentence, ...]:
    """Every paragraph with the list that follows it."""
    groups: list[list[Line]] = []
    for line in present(lines):
        if line.role != "item" and not (groups and line.depth and len(groups[-1]) > 1):
            groups.append([line])
        elif groups:
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(map(_flat, groups))


def by_member(
    lines: Iterable[Line], members: Mapping[str, int], labels: bool
) -> tuple[tuple[Line, ...], Mapping[int, tuple[Line, ...]]]:
    """The lines that hold for all members of a family, and those under the name of each. `labels`: names stand out from the text,
    so that a sentence is none whatever it says."""
    shared: list[Line] = []
    own: dict[int, list[Line]] = {}
    at = shared
    for line in present(lines):
        number = member_of(line, members) if line.role == "label" or not labels else None
        if number is not None:
            at = own.setdefault(number, [])
        else:
            at.append(line)
    return tuple(shared), {number: tuple(found) for number, found in own.items()}


def member_of(line: Line, members: Mapping[str, int]) -> int | None:
    """The number of the member whose name the line is."""
    name = folded(line.text)
    return members.get(name, members.get(name.rstrip(":"))) if line.role != "item" else None


def _flat(lines: list[Line]) -> Sentence:
    first, *items = lines
    text, places = first.text, [(0, first)]
    open_ = [(first.depth if first.role == "item" else 0, "", 0)]  # depth, path and number of items of the lists around a line
    for line in items:
        if line.role != "item":  # a paragraph of an item goes on with it
            text += " "
        else:
            while len(open_) > 1 and open_[-1][0] >= line.depth:
                open_.pop()
            depth, path, count = open_[-1]
            open_[-1] = depth, path, count + 1
            under = marker(path, count)
            open_.append((line.depth, under, 0))
            text = f"{text.rstrip(' .;,') if count else text}{'; ' if count else ' '}{under}) "
        places.append((len(text), line))
        text += line.text
    return Sentence(f"{text.rstrip(' .;,')}." if items else text, tuple(places))
