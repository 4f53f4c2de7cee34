"""Indicators that share a description: a family printed in one table, or one indicator by itself."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from ojdsl.documents.together import common_start
from ojdsl.model.nodes import Indicator

Family = tuple[Indicator, ...]


def families(indicators: Iterable[Indicator]) -> tuple[Family, ...]:
    """Consecutive indicators of the same family together, every other one alone; in order."""
    groups = groupby(indicators, key=lambda one: (one.family is not None, one.family or one.id))
    return tuple(tuple(members) for _, members in groups)


def anchor(family: Family) -> str:
    """Where the description is; each member of a larger family also has an anchor of its own."""
    return f"familj-{family[0].family}" if len(family) > 1 else member_anchor(family[0])


def member_anchor(indicator: Indicator) -> str:
    return f"indikator-{indicator.id}"


def member_name(indicator: Indicator) -> str:
    """What tells a member from the others of its family."""
    return indicator.row.label if indicator.row else indicator.description.name


def title(family: Family) -> str:
    """The name; for several members what their names begin with, or the indicator area if they begin differently."""
    if len(family) == 1:
        return family[0].description.name
    names = [one.description.name for one in family]
    start = " ".join(names[0].split(" ")[: common_start(names)]).rstrip(" –-:,")
    return f"{start} …" if start else family[0].description.indicator_area
