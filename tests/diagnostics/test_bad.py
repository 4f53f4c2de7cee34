"""Every faulty spec gives exactly the messages written beside it, in both languages."""

from __future__ import annotations

import os

import pytest

from ojdsl.diagnostics.messages import MESSAGES
from tests.diagnostics.cases import HERE, Case, base_files, cases, faults, told

ACCEPT = "OJDSL_ACCEPT" in os.environ
"""Set to rewrite the messages in `bad/`; the difference is then yours to read."""


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.path.stem)
def test_a_faulty_spec_gives_its_messages(case: Case) -> None:
    found = faults(case.files())
    if ACCEPT:
        case.accept(found)
    assert case.code in {fault.code for fault in found}
    assert told(found, "sv") == case.expected("sv")
    assert told(found, "en") == case.expected("en")


def test_the_base_is_good() -> None:
    assert faults(base_files()) == []


def test_every_code_of_specs_has_a_case() -> None:
    wanted = {code for code in MESSAGES if code < "OJ600"}
    assert wanted - {case.code for case in cases()} == set()


@pytest.mark.parametrize("code", sorted(code for code in MESSAGES if code >= "OJ600"))
def test_every_code_of_answers_and_products_is_tested(code: str) -> None:
    tests = (path for folder in ("data", "model", "cli") for path in (HERE.parent / folder).glob("test_*.py"))
    assert any(code in path.read_text(encoding="utf-8") for path in tests)
