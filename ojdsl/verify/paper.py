"""A document as a source: its lines, or in a Word file its paragraphs, so that a fault can point at words in it."""

from __future__ import annotations

from ojdsl.source import Source, Span
from ojdsl.verify.lines import Line, Written


class Paper:
    """Where every line of a document stands; columns are those of the text as it is read, without markup."""

    def __init__(self, written: Written) -> None:
        self.written = written
        self._starts: dict[tuple[int, str], int] = {}
        by_number: dict[int, list[str]] = {}
        for line in (*written.lines, *(one.line for one in written.pictures)):
            by_number.setdefault(line.number, []).append(_seen(line))
        at, rows = 0, []
        for number in range(1, max(by_number, default=1) + 1):
            texts = by_number.get(number, [])
            for text in texts:
                self._starts.setdefault((number, text), at)
                at += len(text) + 1  # a tab between the texts of a line, a line feed after the last
            at += not texts
            rows.append("\t".join(texts))
        self.source = Source(written.name, "\n".join(rows))

    def span(self, line: Line | None, start: int = 0, end: int | None = None) -> Span:
        """Words of a line; the document's beginning for none."""
        if line is None:
            return Span(self.source, 0, 0)
        text = _seen(line)
        at = self._starts.get((line.number, text), 0)
        return Span(self.source, at + start, at + (len(text) if end is None else end))


def _seen(line: Line) -> str:
    """A line that is taken out is shown as it was."""
    return line.text or line.original
