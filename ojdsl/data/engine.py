"""The generated evaluator, as a module that can be called."""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType
from typing import Protocol, cast


class Engine(Protocol):
    """What the module made by `ojdsl.backends.to_python` offers. A row is column → label, '' where blank, gate included."""

    @property
    def INDICATORS(self) -> tuple[str, ...]:  # noqa: N802 (a constant of the module)
        """The ids of all indicators, background measures last."""

    @property
    def DENOMINATORS(self) -> Mapping[str, frozenset[str] | None]:  # noqa: N802
        """Indicator → the outcomes in its denominator; None for a background measure."""

    def evaluate_row(self, row: dict[str, str]) -> dict[str, str]:
        """Indicator → outcome, `Bortfall` included."""

    def nonresponse_reason(self, row: dict[str, str], indicator: str) -> str:
        """Why the outcome is `Bortfall`: `avbojt_omrade` or `obesvarad`."""


def load_engine(source_text: str) -> Engine:
    """The module that the text of a generated evaluator defines. The text is run: give it nothing but our own."""
    module = ModuleType("evaluator")
    exec(compile(source_text, "evaluator.py", "exec"), module.__dict__)  # noqa: S102 (`evaluate` runs what `build` writes)
    return cast("Engine", module)
