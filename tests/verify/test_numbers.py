"""Numbers in a document may be cut where no rule of the specs cuts them."""

from __future__ import annotations

import pytest

from ojdsl.documents.bilaga2 import bilaga2
from ojdsl.documents.to_markdown import to_markdown
from ojdsl.verify.read import read_document
from ojdsl.verify.verify import verify
from tests.numbers import area

AREA = area()
PAGE = to_markdown(bilaga2(AREA))


def found(page: str) -> list[tuple[str, dict[str, str]]]:
    faults = verify(AREA, [read_document("a.md", page.encode())]).faults
    return [(fault.code, dict(fault.counterexample.columns) if fault.counterexample else {}) for fault in faults]


def test_what_is_built_is_what_the_specs_say() -> None:
    assert found(PAGE) == []


@pytest.mark.parametrize(
    ("written", "changed", "code", "answer"),
    [
        ("svarat högst 7 dagar på", "svarat högst 9 dagar på", "OJ820", {"M8": "8"}),
        ("har svarat minst 15 dagar på fråga (M)8.", "har svarat minst 12 dagar på fråga (M)8.", "OJ825", {"M8": "12"}),
        ("har svarat minst 15 dagar på fråga (M)8.", "har svarat minst 17 dagar på fråga (M)8.", "OJ824", {"M8": "15"}),
        ("svarat minst 3 årsarbetare på", "svarat minst 2 årsarbetare på", "OJ820", {"M9_oppenvard": "2"}),
    ],
)
def test_another_number_is_told_with_one_that_shows_it(written: str, changed: str, code: str, answer: dict[str, str]) -> None:
    assert written in PAGE
    ((told, columns),) = found(PAGE.replace(written, changed, 1))
    assert told == code
    assert answer.items() <= columns.items()
