"""Libraries that only some products need, and that may not be installed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class MissingExtra:
    """An optional library is not installed; a value and not a fault, since neither specs nor answers are to blame."""

    name: Literal["excel", "parquet", "pdf"]

    @property
    def requirement(self) -> str:
        """What to install, for instance `ojdsl[excel]`."""
        return f"ojdsl[{self.name}]"
