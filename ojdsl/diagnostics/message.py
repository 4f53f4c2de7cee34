"""The words of one kind of fault, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ojdsl.diagnostics.fact import Severity

Language = Literal["sv", "en"]


@dataclass(frozen=True, slots=True)
class Message:
    """Texts with `{facts}`: Swedish and English message, and what to do about it.

    A fact that is a tuple is written as a quoted list; `{names:or}` and `{names:and}` choose the word before the last,
    `{names:rule}` are names of the rule grammar, `{names:tips}` of what its authors forget.
    """

    severity: Severity
    sv: str
    en: str
    hint_sv: str = ""
    hint_en: str = ""

    def text(self, language: Language) -> str:
        """What is wrong."""
        return self.sv if language == "sv" else self.en

    def hint(self, language: Language) -> str:
        """What to do about it; may be empty."""
        return self.hint_sv if language == "sv" else self.hint_en
