"""The list of contents: sections, descriptions and the members of families, each a link."""

from __future__ import annotations

from ojdsl.documents.family import Family, anchor, member_anchor, member_name, title
from ojdsl.documents.nodes import Flow, Heading, Item, Link, List, paragraph
from ojdsl.documents.section import Section


def contents(
    before: tuple[Heading, ...],
    sections: tuple[Section, ...],
    after: Heading,
    background: tuple[Family, ...],
    rules: Heading | None = None,
) -> List:
    """The sections between the headings before them and those of the background measures and of the rules, if there are any."""
    last = (_entry(after.text, after.anchor, _described(background)),) if background else ()
    return List(
        (
            *(_entry(one.text, one.anchor) for one in before),
            *(_entry(f"{one.dimension.heading}: {one.area.name}", one.anchor, _described(one.families)) for one in sections),
            *last,
            *((_entry(rules.text, rules.anchor),) if rules else ()),
        )
    )


def _described(families: tuple[Family, ...]) -> tuple[Item, ...]:
    return tuple(_entry(title(family), anchor(family), _members(family)) for family in families)


def _members(family: Family) -> tuple[Item, ...]:
    return tuple(_entry(member_name(one), member_anchor(one)) for one in family) if len(family) > 1 else ()


def _entry(text: str, target: str, under: tuple[Item, ...] = ()) -> Item:
    link: Flow = paragraph(Link(text, target))
    return Item((link, List(under)) if under else (link,))
