"""What the styles and the numbering of a Word file say of its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ojdsl.verify.docx_parts import Element, child, name_of, value_of
from ojdsl.verify.lines import Role

_LISTED = re.compile(r"list (bullet|number|continue)(?: (\d))?")
_LABEL = "oj etikett"


@dataclass(frozen=True, slots=True)
class Style:
    """Its name in lower case (the same in every language of Word), and the depth of its list, 0 where it is none."""

    name: str
    depth: int
    heading: bool


def read_styles(styles: Element | None) -> Mapping[str, Style]:
    """The paragraph styles by id; what a style does not say is what the one that it is based on says."""
    found = {value_of(one, "styleId"): one for one in styles if name_of(one) == "style"} if styles is not None else {}
    return {name: _style(one, found) for name, one in found.items()}


def _style(style: Element, known: Mapping[str, Element]) -> Style:
    depth, heading, at, seen = 0, False, style, 0
    while seen < 12:  # a chain of styles is never longer in earnest, and might go round
        numbered = child(at, "pPr", "numPr")
        if numbered is not None and not depth and value_of(child(numbered, "numId")) != "0":
            depth = 1 + _whole(value_of(child(numbered, "ilvl")))
        heading = heading or value_of(child(at, "name")).lower().startswith("heading ")
        parent = known.get(value_of(child(at, "basedOn")))
        if parent is None:
            break
        at, seen = parent, seen + 1
    name = value_of(child(style, "name")).lower()
    listed = _LISTED.fullmatch(name)
    return Style(name, int(listed[2] or 1) if listed else depth, heading)


def role_of(paragraph: Element, styles: Mapping[str, Style]) -> tuple[Role, int]:
    """The role of a paragraph, and its depth in lists."""
    properties = child(paragraph, "pPr")
    style = styles.get(value_of(child(properties, "pStyle")))
    numbered = child(properties, "numPr")
    if numbered is not None and child(numbered, "numId") is not None:
        if value_of(child(numbered, "numId")) == "0":
            return "text", 0
        deep = style.depth if style is not None and style.depth > 1 else 1
        return "item", max(1 + _whole(value_of(child(numbered, "ilvl"))), deep)
    if style is None:
        return "text", 0
    if style.heading:
        return "heading", 0
    if style.name.startswith(_LABEL):
        return "label", 0
    if style.depth:
        return ("text" if style.name.startswith("list continue") else "item"), style.depth
    return "text", 0


def is_contents(paragraph: Element, styles: Mapping[str, Style]) -> bool:
    """Whether the paragraph is an entry of a list of contents, or the heading of one."""
    style = styles.get(value_of(child(paragraph, "pPr", "pStyle")))
    return style is not None and (style.name.startswith("toc ") or style.name == "contents heading")


def _whole(text: str) -> int:
    return min(int(text), 8) if text.isdecimal() else 0
