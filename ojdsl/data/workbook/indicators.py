"""The columns of indicators: under their quality area and indicator area, whose names are repeated over each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ojdsl.data.workbook.sheet import Column
from ojdsl.data.workbook.sizes import fitting, header_width
from ojdsl.data.workbook.texts import indicator_area, quality_area
from ojdsl.model.nodes import Indicator


def indicator_columns(indicators: Sequence[Indicator], contents: Callable[[Indicator], Iterable[str]]) -> tuple[Column, ...]:
    """A column an indicator, wide enough for its headers and for `contents`, which may stand in its cells."""
    areas = [quality_area(indicator) for indicator in indicators]
    return tuple(
        _column((area, indicator_area(indicator), indicator.description.short_name), contents(indicator), area != before)
        for indicator, area, before in zip(indicators, areas, ["", *areas], strict=False)
    )


def _column(heads: tuple[str, ...], contents: Iterable[str], first: bool) -> Column:
    return Column(heads, header_width(heads, fitting(contents)), first=first)


def key_column(name: str, texts: Iterable[str]) -> Column:
    """A column to tell rows apart and to sort by. Its upper headers say what stands to the right of them."""
    heads = ("Kvalitetsområde", "Indikatorområde", name)
    return Column(heads, header_width(heads, fitting(texts)), key=True)
