"""The part of a generated evaluator that areas with numbers among their answers have; `to_python` puts it before the tables."""

from __future__ import annotations

# --- below this line: copied ------------------------------------------------------------------------------------------


class Numbers(dict[str, str]):
    """Alla sätt att skriva ett helt tal inom gränserna, med talet: 12, 012 och 12.0 är 12."""

    def __init__(self, least: int, most: int) -> None:
        self.least, self.most = least, most

    def __contains__(self, text: object) -> bool:
        written = digits(str(text))
        return written.isascii() and written.isdecimal() and len(written) < 10 and self.least <= int(written) <= self.most

    def __getitem__(self, text: str) -> str:
        return digits(text)

    def values(self) -> tuple[str, ...]:  # type: ignore[override]
        """Vad som är tillåtet, till ett felmeddelande."""
        return (f"hela tal från {self.least} till {self.most}",)


def digits(text: str) -> str:
    """Talet utan inledande nollor och utan det ".0" som statistikprogram skriver."""
    written = text.removesuffix(".0")
    return written.lstrip("0") or written[:1]


def between(answer: str, least: int, most: int) -> bool:
    """Om svaret är ett tal från det minsta till det största; ett tomt svar är inte det."""
    return answer != "" and least <= int(answer) <= most
