"""Plain text, as Word, LibreOffice or a browser saves it."""

from __future__ import annotations

from collections.abc import Iterator

from ojdsl.verify.lines import Line, UnreadableError, tidy, without_mark

_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
_INDENT = 4


def decoded(content: bytes, otherwise: str = "cp1252") -> str:
    """The text; where it is neither UTF-8 nor marked as UTF-16 it is what a Swedish Windows writes.

    Raises `UnreadableError` for what is no text.
    """
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    try:
        text = content.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        if encoding:
            raise UnreadableError("no_text") from error
        try:
            text = content.decode(otherwise)
        except (UnicodeDecodeError, LookupError) as other:
            raise UnreadableError("no_text") from other
    if "\0" in text:
        raise UnreadableError("no_text")
    return text


def text_lines(content: bytes) -> tuple[Line, ...]:
    """Every line; cells of a table that stand on one line, with tabs between, become lines of their own."""
    return tuple(_lines(decoded(content)))


def _lines(text: str) -> Iterator[Line]:
    open_: list[int] = []  # how far in the lists around a line stand
    for number, whole in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n"), start=1):
        if not whole.strip():
            continue
        indent = len(whole.expandtabs(_INDENT)) - len(whole.expandtabs(_INDENT).lstrip())
        mark, rest = without_mark(whole.strip())
        cells = [rest] if mark else whole.split("\t")
        open_ = [*(one for one in open_ if one < indent), indent] if mark else []
        for cell in cells:
            if tidy(cell):
                yield Line(tidy(cell), number, "item" if mark else "text", len(open_), mark=mark)
