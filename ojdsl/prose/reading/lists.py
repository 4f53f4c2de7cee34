"""Lists in flat text: `…: a) …; b) …`, a list within a list as `a1) …; a2) …`, the next as `a1a) …`.

The path on every part makes a list of lists a flat row of parts that can be taken apart again, whatever the depth.
"""

from __future__ import annotations

from collections.abc import Sequence

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def marker(path: str, number: int) -> str:
    """What the part with a number (from 0) is called in the list at a path: letters and numbers take turns."""
    if path and path[-1] in LETTERS:
        return f"{path}{number + 1}"
    name = ""
    while number >= 0:
        number, letter = divmod(number, len(LETTERS))
        name, number = LETTERS[letter] + name, number - 1
    return path + name


Nested = tuple[str, Sequence["Nested"]]
"""A text and the parts of the list under it, as a document shows them."""


def flattened(listed: Nested, path: str = "") -> str:
    """A sentence and its list as flat text, to be read; a full stop after it is not added."""
    text, items = listed
    said = text
    for number, item in enumerate(items):
        before = " " if number == 0 else "; "
        said += f"{before}{marker(path, number)}) {flattened(item, marker(path, number))}"
    return said
