"""The flow of a rule's questions as a drawing: placed by graphlay (layered, top to bottom), rounded to whole px.

An answer is a box too, between the question and where it leads: what is written beside a line can be taken for another's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import graphlay

from ojdsl.documents.drawing import Box, Drawing, Line, Point, text_size, wrapped
from ojdsl.logic.flow import Step

Kind = Literal["question", "answer", "end"]
_WIDEST = 170
_PADDING: Mapping[Kind, tuple[int, int]] = {"question": (14, 9), "answer": (4, 2), "end": (16, 9)}
_MARGIN = 8
_OPTIONS = {"direction": "topbottom", "spacing": {"layer_gap": 22.0, "node_gap": 16.0}}


def flow_drawing(steps: Sequence[Step], names: Sequence[tuple[str, ...]]) -> Drawing:
    """`names` are the lines in the box of each step; a long one is broken."""
    graph = graphlay.Graph()
    boxes: list[tuple[Kind, tuple[str, ...]]] = []

    def add(kind: Kind, parts: Sequence[str]) -> int:
        lines = tuple(line for part in parts for line in wrapped(part, _WIDEST))
        (width, height), (across, down) = text_size(lines), _PADDING[kind]
        boxes.append((kind, lines))
        return int(graph.node(width=width + 2 * across, height=height + 2 * down))

    ends = dict.fromkeys(way.to for step in steps for way in step.ways if isinstance(way.to, str))
    places: dict[int | str, int] = {number: add("question", parts) for number, parts in enumerate(names)}
    places |= {outcome: add("end", ("Resultat:", outcome)) for outcome in ends}
    for number, step in enumerate(steps):
        for way in step.ways:
            answer = add("answer", (" / ".join(way.labels),))
            graph.edge(places[number], answer)
            graph.edge(answer, places[way.to])
    placed = graphlay.layout(graph, preset="process_map", options=_OPTIONS).to_dict()
    return _drawing(placed, boxes)


def _drawing(placed: Mapping[str, Any], boxes: Sequence[tuple[Kind, tuple[str, ...]]]) -> Drawing:
    """The layout, moved so that it begins at the margin. Every second line leads to an answer, the others from one."""
    left, top = (placed["bounds"]["min"][axis] - _MARGIN for axis in "xy")

    def at(point: Mapping[str, float]) -> Point:
        return round(point["x"] - left), round(point["y"] - top)

    def box(place: Mapping[str, Any], kind: Kind, lines: tuple[str, ...]) -> Box:
        x, y = at(place["center"])
        width, height = round(place["size"]["width"]), round(place["size"]["height"])
        return Box(x - width // 2, y - height // 2, width, height, lines, kind)

    width, height = at(placed["bounds"]["max"])
    return Drawing(
        width + _MARGIN,
        height + _MARGIN,
        tuple(box(place, *one) for place, one in zip(placed["nodes"], boxes, strict=True)),
        tuple(Line(tuple(map(at, edge["points"])), bool(number % 2)) for number, edge in enumerate(placed["edges"])),
    )
