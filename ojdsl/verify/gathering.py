"""Words and blocks, in the order of reading, to lines: what web pages and tagged PDFs have in common."""

from __future__ import annotations

from typing import Literal

from ojdsl.verify.lines import Line, Role, tidy

Kind = Literal["table", "row", "cell", "list", "item", "heading", "label", "paragraph", "other"]


class Gathering:
    """What has been said since the last block began or ended is a line. Blocks may end that never began, and the reverse."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.anchors: list[str] = []
        self._words: list[str] = []
        self._place = 1
        self._tables: list[int] = []
        self._count = self._lists = self._cells = 0
        self._role: Role = "text"
        self._item, self._mark = False, ""

    def say(self, text: str, place: int) -> None:
        """Words that stand in a line or on a page of the file, from 1."""
        if text.strip() and not tidy("".join(self._words)):
            self._place = place
        self._words.append(text)

    def open(self, kind: Kind) -> None:
        """A block begins."""
        self.end()
        match kind:
            case "table":
                self._count += 1
                self._tables.append(self._count)
            case "row":
                self._cells = 0
            case "cell":
                self._cells += 1
                self._role = "header" if self._cells == 1 else "text"
            case "list":
                self._lists += 1
            case "item":
                self._item = True
            case "heading" | "label":
                self._role = kind

    def close(self, kind: Kind) -> None:
        """A block ends."""
        self.end()
        match kind:
            case "table":
                self._tables[-1:] = []
            case "list":
                self._lists = max(self._lists - 1, 0)
            case "cell" | "heading" | "label" | "paragraph":
                self._role = "text"

    def mark(self) -> None:
        """What has been said is the number or letter that a list gives its next item."""
        self._mark = tidy("".join(self._words))
        self._words.clear()

    def end(self) -> None:
        """Whatever has been said is a line."""
        text = tidy("".join(self._words))
        self._words.clear()
        if not text:
            return
        role: Role = "item" if self._item and self._role == "text" else self._role
        table = self._tables[-1] if self._tables else None
        self.lines.append(Line(text, self._place, role, self._lists, table, self._mark, anchors=tuple(self.anchors)))
        self.anchors.clear()
        self._item, self._mark = False, ""
