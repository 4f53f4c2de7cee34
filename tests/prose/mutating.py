"""Changes the words of compiled functions, so that a word that is written tomorrow is mutated too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from types import CodeType, FunctionType, ModuleType
from typing import Any

WORD = re.compile(r"[A-Za-zÅÄÖåäö]+")
Swap = Callable[[str], str]
Constant = tuple[ModuleType, str]
"""A module and the name in it of something that holds words."""


def functions_of(module: ModuleType, *only: str) -> Iterator[FunctionType]:
    """The functions and methods of a module, or `only` those of some names."""
    for one in vars(module).values():
        if getattr(one, "__module__", "") != module.__name__:
            continue
        members = vars(one).values() if isinstance(one, type) else (one,)
        for member in members:
            if getattr(member, "__name__", "").startswith("__"):
                continue  # made by dataclasses
            function = member.fget if isinstance(member, property) else member
            if isinstance(function, FunctionType) and (not only or function.__name__ in only):
                yield function


def words_in(functions: Iterable[FunctionType], constants: Iterable[Constant] = ()) -> tuple[str, ...]:
    """Every word in their strings, docstrings left out."""
    texts = [text for one in functions for text in _strings(one.__code__, one.__doc__)]
    texts += [text for module, name in constants for text in _strings(getattr(module, name), None)]
    return tuple(sorted({word for text in texts for word in WORD.findall(text)}))


def swap_of(one: str, other: str) -> Swap:
    """Each in place of the other."""
    pairs = {one: other, other: one}
    return lambda text: WORD.sub(lambda match: pairs.get(match[0], match[0]), text)


def without(word: str) -> Swap:
    """The word left out."""
    return lambda text: WORD.sub(lambda match: "" if match[0] == word else match[0], text)


@contextmanager
def mutated(swap: Swap, functions: Iterable[FunctionType], constants: Iterable[Constant] = ()) -> Iterator[None]:
    """The functions and constants with their strings changed."""
    codes = [(one, one.__code__) for one in functions]
    values = [(module, name, getattr(module, name)) for module, name in constants]
    try:
        for one, code in codes:
            one.__code__ = _swapped(code, swap)
        for module, name, value in values:
            setattr(module, name, _swapped(value, swap))
        yield
    finally:
        for one, code in codes:
            one.__code__ = code
        for module, name, value in values:
            setattr(module, name, value)


def _strings(value: object, docstring: str | None) -> Iterator[str]:
    match value:
        case str():
            if value != docstring:
                yield value
        case tuple():
            for part in value:
                yield from _strings(part, docstring)
        case CodeType():
            for part in value.co_consts:
                yield from _strings(part, docstring)
        case FunctionType():
            yield from _strings(value.__code__, value.__doc__)
        case Mapping():
            yield from _strings(tuple(value.values()), None)
        case _ if is_dataclass(value):
            yield from _strings(tuple(getattr(value, field.name) for field in fields(value)), None)


def _swapped(value: Any, swap: Swap) -> Any:
    match value:
        case str():
            return swap(value)
        case tuple():
            return tuple(_swapped(part, swap) for part in value)
        case CodeType():
            return value.replace(co_consts=tuple(_swapped(part, swap) for part in value.co_consts))
        case FunctionType():
            return FunctionType(_swapped(value.__code__, swap), value.__globals__, value.__name__)
        case Mapping():
            return {key: _swapped(part, swap) for key, part in value.items()}
        case _ if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{field.name: _swapped(getattr(value, field.name), swap) for field in fields(value)})
    return value
