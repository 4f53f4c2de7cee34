"""The texts of a family's members as one: what they share is printed once, with … where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from ojdsl.documents.markup import flow
from ojdsl.documents.nodes import Flow, Item, List, Paragraph, Plain, paragraph

_ORDER = "Där … står gäller, i samma ordning som indikatornamnen:"


def together(texts: Sequence[str]) -> tuple[Flow, ...]:
    """One text a member, in order, as paragraphs and lists."""
    flows = [flow(text) for text in texts]
    if len(set(map(len, flows))) > 1:
        return (numbered(flows),)
    return tuple(block for blocks in zip(*flows, strict=True) for block in _merged(blocks))


def numbered(contents: Sequence[tuple[Flow, ...]]) -> List:
    """Numbered like the names of the members."""
    return List(tuple(Item(blocks) for blocks in contents), ordered=True)


def common_start(texts: Sequence[str]) -> int:
    """How many words all texts begin with."""
    columns = zip(*(text.split(" ") for text in texts), strict=False)
    return sum(1 for _ in takewhile(lambda words: len(set(words)) == 1, columns))


def _merged(blocks: Sequence[Flow]) -> tuple[Flow, ...]:
    if len(set(blocks)) == 1:
        return (blocks[0],)
    texts = [text for text in map(_plain, blocks) if text is not None]
    merged = _with_gap(texts) if len(texts) == len(blocks) else ()
    return merged or (numbered([(block,) for block in blocks]),)


def _plain(block: Flow) -> str | None:
    match block:
        case Paragraph(runs=(Plain(text=text),)):
            return text
        case _:
            return None


def _with_gap(texts: Sequence[str]) -> tuple[Flow, ...]:
    """The shared words around a gap and what fills it; nothing if little is shared, or if some text has nothing in the gap."""
    start = common_start(texts)
    rest = [" ".join(text.split(" ")[start:]) for text in texts]
    end = common_start([" ".join(reversed(text.split(" "))) for text in rest])
    middles = [text.split(" ")[: len(text.split(" ")) - end] for text in rest]
    if not all(middles) or start == 0 or start + end < max(map(len, middles)):
        return ()
    fills = [" ".join(middle) for middle in middles]
    mark = fills[0][-1] if {fill[-1] for fill in fills} in ({"."}, {","}, {":"}, {";"}) else ""
    words = texts[0].split(" ")
    shared = " ".join([*words[:start], "…" + mark.replace(".", ""), *words[len(words) - end :]])
    items = tuple(Item((paragraph(fill.removesuffix(mark)),)) for fill in fills)
    return paragraph(shared), paragraph(_ORDER), List(items, ordered=True)
