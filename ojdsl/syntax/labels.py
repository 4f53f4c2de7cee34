"""Labels of answers, rows and marks as rules write them.

A label in quotation marks is always understood: what stands between them is the label, and of the marks themselves two stand
for one. Some labels may also stand bare.
"""

from __future__ import annotations

import re

BARE_ANSWERS = ("Ja", "Nej", "Delvis", "Ej aktuellt")
"""The answers that need no quotation marks."""
_BARE_MARK = re.compile(r"[A-ZÅÄÖ][a-zåäö]*")
_BARE_ROW = re.compile(r'[^\s,\[\]"”](?:[^,\[\]"”\n]*[^\s,\[\]"”])?')


def in_quotes(label: str) -> str:
    """`"Nej, behövs inte"`, `"Ja, ""helt"" klart"`."""
    return '"' + label.replace('"', '""') + '"'


def quoted(written: str) -> str:
    """The label that is written in quotation marks, straight or curved."""
    mark = written[-1]
    return written[1:-1].replace(mark * 2, mark)


def answer(label: str) -> str:
    """An answer after `är`."""
    return label if label in BARE_ANSWERS else in_quotes(label)


def mark(label: str) -> str:
    """An answer after `innehåller`."""
    return label if _BARE_MARK.fullmatch(label) and label not in BARE_ANSWERS else in_quotes(label)


def row(label: str) -> str:
    """A row in brackets."""
    return label if is_bare_row(label) else in_quotes(label)


def is_bare_row(label: str) -> bool:
    """Whether a row needs no quotation marks."""
    return _BARE_ROW.fullmatch(label) is not None
