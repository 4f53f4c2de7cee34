"""A drawing as SVG: no style sheet, no script, nothing from elsewhere; the same in a page and in a PDF."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from ojdsl.documents.docx_xml import attribute, text
from ojdsl.documents.drawing import FONT, LEADING, Box, Drawing, Line, Point

INK, LINES, SHADE, PAPER = "#1c1c1c", "#17486b", "#f2f5f7", "#ffffff"
_HEAD, _HALF = 9, 5
"""The length of an arrow's head and half its width."""
_FONTS = "'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"
_RISE = 5
"""From the middle of a line down to where its letters stand."""


def to_svg(drawing: Drawing, title: str, description: str, name: str) -> str:
    """The element; `name` begins its ids, which must be its own in the page."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby={attribute(f"{name}-t {name}-d")} '
        f'width="{drawing.width}" height="{drawing.height}" viewBox="0 0 {drawing.width} {drawing.height}" '
        f'font-family="{_FONTS}" font-size="{FONT}" fill="{INK}">\n'
        f"<title id={attribute(f'{name}-t')}>{text(title)}</title>\n"
        f"<desc id={attribute(f'{name}-d')}>{text(description)}</desc>\n"
        f'<rect width="{drawing.width}" height="{drawing.height}" fill="{PAPER}"/>\n'
        f"{_each(map(_line, drawing.lines))}{_each(map(_box, drawing.boxes))}</svg>"
    )


def head(line: Line) -> tuple[Point, Point, Point]:
    """The corners of the head at a line's end, its tip first."""
    (a, b), (x, y) = line.points[-2:]
    dx, dy = (x > a) - (x < a), (y > b) - (y < b)
    back = x - _HEAD * dx, y - _HEAD * dy
    return (x, y), (back[0] + _HALF * dy, back[1] + _HALF * dx), (back[0] - _HALF * dy, back[1] - _HALF * dx)


def _each(parts: Iterable[str]) -> str:
    return "".join(f"{part}\n" for part in parts)


def _line(line: Line) -> str:
    drawn = f'<polyline points="{_points(line.points)}" fill="none" stroke="{LINES}" stroke-width="1.5"/>'
    return drawn + f'<polygon points="{_points(head(line))}" fill="{LINES}"/>' if line.arrives else drawn


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{x},{y}" for x, y in points)


def _box(box: Box) -> str:
    match box.kind:
        case "question":
            look = f'rx="4" fill="{SHADE}" stroke="{LINES}" stroke-width="1.5"'
        case "end":
            look = f'rx="{box.height // 2}" fill="{PAPER}" stroke="{LINES}" stroke-width="2.5"'
        case "answer":
            return _text(box)
        case _:
            assert_never(box.kind)
    return f'<rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" {look}/>{_text(box)}'


def _text(box: Box) -> str:
    x, top = box.x + box.width // 2, box.y + (box.height - LEADING * len(box.lines)) // 2 + LEADING // 2 + _RISE
    lines = "".join(f'<tspan x="{x}" y="{top + LEADING * number}">{text(line)}</tspan>' for number, line in enumerate(box.lines))
    return f'<text text-anchor="middle">{lines}</text>'
