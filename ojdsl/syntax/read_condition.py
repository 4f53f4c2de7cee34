"""A condition in a spec file: one line of rule, or lists of them in YAML."""

from __future__ import annotations

import re

from ojdsl.syntax.fields import Reader
from ojdsl.syntax.parse_rule import parse_number, parse_rule
from ojdsl.syntax.rules import Amount, Expression, Group
from ojdsl.syntax.yaml_tree import Mapping, Node, Scalar

_AMOUNT = re.compile(r"(alla|minst|högst|exakt)(?: (\d+|ett|en|två|tre|fyra|fem|sex))? av")


def read_condition(reader: Reader, node: Node) -> Expression | None:
    """A line of rule, or a list under `alla av:`, `minst ett av:` …; the YAML reader bounds the depth."""
    match node:
        case Scalar():
            condition, faults = parse_rule(node, reader.source)
            reader.faults.extend(faults)
            return condition
        case Mapping(items=((key, value),)):
            amount = _amount(key.value)
            if amount is None:
                reader.report("OJ407", key, found=key.value)
                return None
            args = [read_condition(reader, item) for item in reader.items(value, block_only=True)]
            good = [arg for arg in args if arg is not None]
            return Group(amount, tuple(good), reader.span(key)) if args and len(good) == len(args) else None
        case _:
            reader.report("OJ409", node)
            return None


def _amount(words: str) -> Amount | None:
    found = _AMOUNT.fullmatch(" ".join(words.split()))
    if found is None or (found[1] == "alla") == (found[2] is not None):
        return None
    if found[1] == "alla":
        return Amount(True, 0, None)
    number = parse_number(found[2])
    return Amount(False, 0 if found[1] == "högst" else number, None if found[1] == "minst" else number)
