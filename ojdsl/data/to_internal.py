"""`internt.xlsx`: why every unit got its results, for those who work with them. It holds answers and must not be published."""

from __future__ import annotations

from collections.abc import Sequence

from ojdsl import __version__
from ojdsl.data.answers import Answers
from ojdsl.data.extras import MissingExtra
from ojdsl.data.outcomes import Outcome
from ojdsl.data.to_workbook import written
from ojdsl.data.why import why
from ojdsl.data.workbook.sheet import Sheet
from ojdsl.data.workbook.texts import title
from ojdsl.data.workbook.why import WARNING, failing_table, first_page, reasons_table
from ojdsl.model.nodes import Catalogue


def to_internal(catalogue: Catalogue, answers: Answers, outcomes: Sequence[Outcome]) -> bytes | MissingExtra:
    """The bytes of the workbook. Raises TooLargeError."""
    return written(lambda: internal_sheets(catalogue, answers, outcomes), _properties(catalogue))


def internal_sheets(catalogue: Catalogue, answers: Answers, outcomes: Sequence[Outcome]) -> tuple[Sheet, ...]:
    """What the workbook says, sheet by sheet; first what it is."""
    made = why(catalogue, answers, outcomes)
    return first_page(catalogue, answers), reasons_table(catalogue, made), failing_table(catalogue, made)


def _properties(catalogue: Catalogue) -> dict[str, object]:
    return {
        "title": f"{WARNING}: {title(catalogue)}",
        "subject": "Varför varje enhet fick sitt utfall",
        "comments": f"Framställd med ojdsl {__version__} ur specifikationer med sha256 {catalogue.fingerprint}.",
    }
