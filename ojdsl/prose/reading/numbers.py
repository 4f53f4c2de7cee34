"""Number words and what an amount says: how many at least and at most."""

from __future__ import annotations

from typing import Any

from lark import Token

from ojdsl.prose.reading.misread import Stop
from ojdsl.prose.reading.names import place

_COUNTED = ("noll", "en ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
VALUES = {word: number for number, words in enumerate(_COUNTED) for word in words.split()}


def number(node: Any) -> int:
    """`två` or `2`."""
    token: Token = node.children[0]
    return VALUES[token] if token in VALUES else int(token[:6])


def check_total(node: Any, total: int) -> None:
    """The number that is said must be how many there are."""
    if number(node) != total:
        raise Stop(place(node.children[0]), "number", (str(total),))


def bounds(amount: Any, total: int) -> tuple[int, int]:
    """The least and the most of `total`."""
    said = [number(one) for one in amount.children]
    for value, node in zip(said, amount.children, strict=True):
        if value > total:
            raise Stop(place(node.children[0]), "number", (str(total),))
    match amount.data, said:
        case "at_least", [least]:
            return least, total
        case "at_most", [most]:
            return 0, most
        case "exactly", [exact]:
            return exact, exact
        case "between", [least, most] if least <= most:
            return least, most
        case "between", _:
            raise Stop(place(amount.children[1].children[0]), "number")
    return 0, 0
