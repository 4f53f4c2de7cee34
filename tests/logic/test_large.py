"""Large rules: decided where they can be, and honestly not proven where they cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from ojdsl import pipeline
from ojdsl.logic.decide import Proven, decide
from ojdsl.logic.obligations import Obligation
from ojdsl.logic.space import Space
from ojdsl.logic.to_show import exclusive, outcomes_reached, parts_needed, parts_reached, total
from ojdsl.model.nodes import And, Cell, Condition, Count, In, Indicator, Or, Question
from ojdsl.testing.random_areas import indicator
from tests.real import AREA, catalogue, files


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


LABELS = ("Ja", "Delvis", "Nej", "Ej aktuellt")
CELLS = tuple(Cell(f"G{number}", f"G{number}", None, None, "choice", LABELS, None) for number in range(1, 31))


def every(*labels: str) -> tuple[In, ...]:
    """A test of each of thirty cells."""
    return tuple(In(cell.column, labels) for cell in CELLS)


def test_a_rule_over_thirty_cells_of_four_values_takes_few_nodes() -> None:
    rule = (
        ("Ja", And((Count(20, 30, every("Ja")), Count(25, 30, every("Ja", "Delvis"))))),
        ("Delvis", And((Count(10, 19, every("Ja")), Count(25, 30, every("Ja", "Delvis"))))),
        ("Ej aktuellt", Count(30, 30, every("Ej aktuellt"))),
        ("Nej", None),
    )
    assert nodes(rule, (total, exclusive, outcomes_reached)) < 20_000


def test_no_part_of_a_rule_over_thirty_cells_takes_many_nodes() -> None:
    rule = (("Ja", And((Or(every("Ja")), And(every("Ja", "Delvis"))))), ("Ej aktuellt", And(every("Ej aktuellt"))), ("Nej", None))
    assert nodes(rule, (total, exclusive, outcomes_reached, parts_reached, parts_needed)) < 20_000


def nodes(
    rule: tuple[tuple[str, Condition | None], ...], obligations: tuple[Callable[[Indicator], Iterator[Obligation]], ...]
) -> int:
    """The nodes that it takes to prove such things of a rule."""
    made, space = indicator(1, rule, tuple(map(question, CELLS))), Space(CELLS)
    assert {type(decide(one, space)) for kind in obligations for one in kind(made)} == {Proven}
    return len(space.pool.nodes)


def question(cell: Cell) -> Question:
    return replace(next(iter(catalogue().question_of.values())), id=cell.question, rows=(), parent=None, cells=(cell,))
