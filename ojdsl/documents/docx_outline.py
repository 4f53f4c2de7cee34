"""What leads around a Word file: the levels of its headings, and a bookmark for every anchor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from ojdsl.documents.docx_template import DEEPEST_HEADING
from ojdsl.documents.docx_xml import attribute
from ojdsl.documents.nodes import Block, DataTable, FieldTable, Heading, Item, Labelled, List, Paragraph, Picture

_LONGEST = 40  # what Word takes for the name of a bookmark


@dataclass(frozen=True, slots=True)
class Bookmark:
    id: int
    name: str

    def around(self, content: str) -> str:
        """The content as the place that links to the bookmark lead to."""
        return f'<w:bookmarkStart w:id="{self.id}" w:name={attribute(self.name)}/>{content}<w:bookmarkEnd w:id="{self.id}"/>'


def outline(blocks: Iterable[Block]) -> Iterator[tuple[Block, int]]:
    """Every block with its level: 1 for a heading directly under the title, 0 for what is not in the outline.

    The caption of a field table counts as a heading below the one it stands under: it is what readers look for.
    """
    under = 0
    for block in blocks:
        match block:
            case Heading(level=level):
                under = min(max(level - 1, 1), DEEPEST_HEADING)
                yield block, under
            case FieldTable():
                yield block, under + 1
            case _:
                yield block, 0


def bookmarks(blocks: Iterable[Block]) -> dict[str, Bookmark]:
    """A bookmark by anchor. Names are unique, case ignored, and made of what Word allows in them."""
    found: dict[str, Bookmark] = {}
    taken: set[str] = set()
    for anchor in dict.fromkeys(one for block in blocks for one in _anchors(block)):
        name = _free(re.sub(r"\W", "_", anchor), taken)
        taken.add(name.casefold())
        found[anchor] = Bookmark(len(found) + 1, name)
    return found


def bookmarked(content: str, anchor: str | None, known: Mapping[str, Bookmark]) -> str:
    """The content, marked as the place of the anchor if there is one."""
    return content if anchor is None else known[anchor].around(content)


def _free(wanted: str, taken: set[str]) -> str:
    name = wanted if wanted[:1].isalpha() else f"a_{wanted}"
    for number in range(1, len(taken) + 2):
        suffix = "" if number == 1 else f"_{number}"
        candidate = name[: _LONGEST - len(suffix)] + suffix
        if candidate.casefold() not in taken:
            return candidate
    raise AssertionError("more candidates than names taken")


def _anchors(block: Block) -> Iterator[str]:
    match block:
        case Heading(anchor=anchor):
            yield anchor
        case FieldTable(anchor=anchor, rows=rows):
            yield anchor
            yield from (one for field in rows for inner in field.blocks for one in _anchors(inner))
        case List(items=items):
            yield from (one for item in items for one in _of_item(item))
        case Labelled(blocks=blocks):
            yield from (one for inner in blocks for one in _anchors(inner))
        case Paragraph() | DataTable() | Picture():
            return
        case _:
            assert_never(block)


def _of_item(item: Item) -> Iterator[str]:
    if item.anchor is not None:
        yield item.anchor
    yield from (one for inner in item.blocks for one in _anchors(inner))
