"""The part of a generated evaluator that areas with numbers among their answers have; `to_python` puts it before the tables."""

from __future__ import annotations

# --- below this line: copied ------------------------------------------------------------------------------------------


class Numbers(dict[str, str]):
    """Alla sätt att skriva ett helt tal inom gränserna, med talet: 12, 012 och 12.0 är 12."""

    def __init__(self, least: int, most: int) -> None:
        self.least, self.most = least, most

    def __contains__(self, text: object) -> bool:
        whole, point, decimals = str(text).partition(".")
        digits = (whole + decimals).isascii() and whole.isdecimal() and (decimals.isdecimal() or not point)
        kept = whole.lstrip("0") or "0"
        return digits and not decimals.strip("0") and len(kept) < 10 and self.least <= int(kept) <= self.most

    def __getitem__(self, text: str) -> str:
        return text.partition(".")[0].lstrip("0") or "0"

    def values(self) -> tuple[str, ...]:  # type: ignore[override]
        """Vad som är tillåtet, till ett felmeddelande."""
        return (f"hela tal från {self.least} till {self.most}",)


def between(answer: str, least: int, most: int) -> bool:
    """Om svaret är ett tal från det minsta till det största; ett tomt svar är inte det."""
    return answer != "" and least <= int(answer) <= most
