"""How the cells look: colours with text that can be read on them, borders, alignment. In the words of xlsxwriter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ojdsl.data.workbook.sheet import Look

COLOURS = {"grön": ("#C6EFCE", "#0B4F1B"), "gul": ("#FFEB9C", "#5C4400"), "röd": ("#FFC7CE", "#7A0012")}
"""Fill and text of a coloured outcome. The word always stands there too: colour alone says nothing."""
GREY = ("#EDEDED", "#474747")
HEADERS = {"area": ("#17486B", "#FFFFFF"), "subarea": ("#D6E4EE", "#10324B"), "head": ("#EEF4F8", "#10324B")}
LINE = "#B7C3CC"

_TOP = {"valign": "top"}
_WRAP = {"text_wrap": True}
_BOX = {"border": 1, "border_color": LINE, "valign": "vcenter"}
_CELL = {**_BOX, "align": "left", "indent": 1}
_RESULT = {**_BOX, "align": "center"}
_NUMBER = {**_BOX, "align": "right", "indent": 1}


def _filled(pair: tuple[str, str]) -> dict[str, Any]:
    return {"bg_color": pair[0], "font_color": pair[1]}


def _header(name: str, **more: Any) -> dict[str, Any]:
    return {
        **_BOX,
        **_TOP,
        **_WRAP,
        **_filled(HEADERS[name]),
        "bold": name != "subarea",
        "font_size": 10,
        "align": "center",
        **more,
    }


LOOKS: Mapping[Look, Mapping[str, Any]] = {
    "text": {**_CELL, **_WRAP},
    "name": {**_CELL, **_WRAP, "bold": True},
    "long": {**_CELL, **_WRAP, **_TOP},
    "count": {**_NUMBER, "num_format": "0"},
    "share": {**_RESULT, "num_format": "0 %"},
    "withheld": {**_RESULT, "font_color": GREY[1]},
    "grön": {**_RESULT, **_filled(COLOURS["grön"])},
    "gul": {**_RESULT, **_filled(COLOURS["gul"])},
    "röd": {**_RESULT, **_filled(COLOURS["röd"])},
    "outcome": _RESULT,
    "bortfall": {**_RESULT, **_filled(GREY)},
    "title": {"bold": True, "font_size": 14, "font_color": HEADERS["area"][0]},
    "note": {**_TOP, "font_color": GREY[1]},
    "heading": {"bold": True, "font_size": 12, "font_color": HEADERS["area"][0], "valign": "bottom"},
    "term": {**_CELL, **_WRAP, **_TOP, "bold": True},
    "area": _header("area"),
    "area_key": _header("area", align="left", indent=1, bold=False),
    "subarea": _header("subarea"),
    "subarea_key": _header("subarea", align="left", indent=1),
    "head": _header("head"),
    "head_key": _header("head", align="left", indent=1),
}
FIRST = {"left": 2, "left_color": HEADERS["area"][0]}
"""Added to the cells that begin a new quality area."""
