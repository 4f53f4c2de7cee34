"""Large rules: decided where they can be, and honestly not proven where they cannot."""

from __future__ import annotations

import pytest

from ojdsl import pipeline
from tests.real import AREA, files


def faults(rows: int, rule: str) -> list[str]:
    """The codes of an area where one rule tests a question of so many rows."""
    changed = dict(files())
    listed = "".join(f"  - R{number}\n" for number in range(rows))
    question = f"fråga: M9\nlyder: Vilka?\nrader:\n{listed}svar:\n  - Ja\n  - Nej\n"
    changed[f"{AREA}/frågor/M9.yaml"] = question.encode()
    spec = changed[f"{AREA}/brukarrevision.yaml"].decode().replace("Ja: G15 är Ja", f"Ja: G15 är Ja, och {rule}")
    head, _, rest = spec.partition("exempel:")
    changed[f"{AREA}/brukarrevision.yaml"] = (head + rest[rest.index("avvikelser:") :]).encode()
    checked = pipeline.check(pipeline.read(changed), [AREA])
    if not checked.has_errors:
        assert pipeline.build(checked.catalogues[AREA])
    return [fault.code for fault in checked.faults]


@pytest.mark.parametrize(("rows", "rule"), [(100, "alla av M9 är Ja"), (100, "minst 1 av M9 är Ja"), (10, "minst 5 av M9 är Ja")])
def test_decided(rows: int, rule: str) -> None:
    assert faults(rows, rule) == []


@pytest.mark.parametrize(("rows", "rule"), [(40, "minst 20 av M9 är Ja"), (1500, "alla av M9 är Ja")])
def test_not_proven_is_an_error(rows: int, rule: str) -> None:
    assert faults(rows, rule) == ["OJ427"]
