"""From the parse trees of what is published: where shares are not shown, and for which groups there are results."""

from __future__ import annotations

from typing import Any

from lark import Token

from ojdsl.model.nodes import Withholding
from ojdsl.prose.reading.misread import Stop
from ojdsl.prose.reading.names import place
from ojdsl.prose.reading.sentences import TARGET

_NAMES = {
    "storstäder": "storstad",
    "län": "lan",
    "riket": "riket",
    "befolkningsklasser": "befolkningsklass",
    "kommungrupper": "kommungrupp",
}


def withholding(tree: Any) -> Withholding:
    """A limit in per cent and what is counted; where no limit is said nothing can exceed it."""
    if not tree.children:
        return Withholding(100, ())
    limit, results = tree.children[0].children
    counted = tuple(" ".join(token.split()) for token in results.scan_values(lambda value: isinstance(value, Token)))
    return Withholding(int(limit[:6]), counted)


def levels(tree: Any) -> tuple[str, ...]:
    """The levels that are named; those with shares must be the same again, and the shares those of the target."""
    units = ("enhet",) if tree.data in ("only_units", "units_and_groups") else ()
    if tree.data in ("only_units", "no_levels"):
        return units
    *named, shares = tree.children
    *again, outcome = shares.children
    groups, repeated = _levels(named), _levels(again)
    if groups != repeated:
        raise Stop(place(again[0]), "words", groups)
    (result,) = outcome.children
    if result != TARGET:
        raise Stop(place(result), "words", (TARGET,))
    return units + groups


def _levels(nodes: list[Any]) -> tuple[str, ...]:
    tokens = [token for node in nodes for token in ([node] if isinstance(node, Token) else node.children)]
    found = tuple(_NAMES[token.lower()] for token in tokens)
    if len(set(found)) < len(found):
        raise Stop(place(tokens[-1]), "words")
    return found
