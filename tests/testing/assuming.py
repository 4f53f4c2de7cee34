"""Random areas under assumptions that some answers fulfil."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import assume
from hypothesis import strategies as st

from ojdsl.logic.diagram import FALSE
from ojdsl.logic.obligations import allowed
from ojdsl.logic.space import Space
from ojdsl.model.nodes import Assumption, Catalogue
from ojdsl.model.numbers import cut
from ojdsl.source import Source, Span
from ojdsl.testing.random_areas import areas
from ojdsl.testing.random_conditions import conditions

_NOWHERE = Span(Source("område.yaml", ""), 0, 0)


@st.composite
def assuming_areas(draw: st.DrawFn) -> Catalogue:
    """An area with an assumption or two."""
    area = draw(areas())
    some = conditions(tuple(cell for cell in area.cells() if cell.labels))
    stated = tuple(Assumption(f"a{n}", draw(some), draw(some), "Skäl.", _NOWHERE) for n in range(draw(st.integers(1, 2))))
    area = cut(replace(area, assumptions=stated))
    assume(Space(area.cells()).holds(allowed(stated)) != FALSE)
    return area
