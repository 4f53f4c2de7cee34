"""What a document says is assumed is compared with what the specs assume, as functions of answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ojdsl.documents.bilaga2 import bilaga2
from ojdsl.documents.to_html import to_html
from ojdsl.documents.to_markdown import to_markdown
from ojdsl.model.nodes import Assumption, In
from ojdsl.verify.lines import Written
from ojdsl.verify.read import read_document
from ojdsl.verify.verify import verify
from tests import real
from tests.verify.plain import as_plain

WHOLE = real.catalogue()
SPAN = WHOLE.indicators[0].span
FIRST = Assumption("revision", In("G15", ("Ja",)), In("G15a", ("Ja",)), "Föreskriften.", SPAN)
SECOND = Assumption("metod", In("M5", ("Nej",)), In("M3", ("Nej",)), "Praktiken.", SPAN)
AREA = replace(WHOLE, indicators=WHOLE.indicators[:1], assumptions=(FIRST, SECOND))
DOCUMENT = bilaga2(AREA)
ONE, OTHER = "”Ja” på fråga (G)15 antas också ha svarat ”Ja” på fråga (G)15 a.", "antas också ha svarat ”Nej” på fråga (M)3."


def as_markdown(old: str, new: str) -> Written:
    text = to_markdown(DOCUMENT)
    assert old in text
    return read_document("a.md", text.replace(old, new, 1).encode())


def as_page(old: str, new: str) -> Written:
    page = to_html(DOCUMENT)
    assert old in page
    return read_document("a.html", page.replace(old, new, 1).encode())


def as_text(old: str, new: str) -> Written:
    return as_plain(to_html(DOCUMENT).replace(old, new, 1).encode())


@pytest.mark.parametrize("written", [as_markdown, as_page, as_text])
@pytest.mark.parametrize(
    ("old", "new", "codes", "names"),
    [
        (ONE, ONE, [], []),
        (ONE, ONE.replace("ha svarat ”Ja”", "ha svarat ”Nej”"), ["OJ840"], ["revision"]),
        (OTHER, OTHER.replace("”Nej”", "”Ja”"), ["OJ840"], ["metod"]),
        (OTHER, OTHER.replace("svarat ”Nej”", "svarat något annat än ”Ja”"), ["OJ836"], ["antagandet metod"]),
        (OTHER, OTHER.replace("”Nej”", "”Kanske”"), ["OJ821"], ["antagandet metod"]),
        ("Praktiken.", "Vanan.", ["OJ835"], ["utanför beskrivningarna"]),
    ],
)
def test_an_assumption_in_other_words(written: object, old: str, new: str, codes: list[str], names: list[str]) -> None:
    assert callable(written)
    faults = verify(AREA, [written(old, new)]).faults
    assert [fault.code for fault in faults] == codes
    assert [fault.facts.get("name") or fault.facts["where"] for fault in faults] == names


def test_the_example_goes_against_one_of_them() -> None:
    (fault,) = verify(AREA, [as_markdown(ONE, ONE.replace("ha svarat ”Ja”", "ha svarat ”Nej”"))]).faults
    assert fault.counterexample is not None
    assert fault.counterexample.columns["G15"] == "Ja"
    assert fault.counterexample.columns["G15a"] in ("Ja", "Nej")


def test_an_assumption_that_is_taken_out_or_added_is_a_text_that_is() -> None:
    line = next(line for line in to_markdown(DOCUMENT).splitlines() if OTHER in line)
    assert {fault.code for fault in verify(AREA, [as_markdown(f"{line}\n", "")]).faults} == {"OJ835"}
    more = line.replace("”Nej” på fråga (M)3", "”Ja” på fråga (M)3")
    assert {fault.code for fault in verify(AREA, [as_markdown(f"{line}\n", f"{line}\n\n{more}\n")]).faults} == {"OJ835"}
