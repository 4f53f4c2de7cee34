"""Draws the same examples each time, until there is enough of them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from random import Random
from typing import TypeVar

from hypothesis import HealthCheck, Phase, find, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

T = TypeVar("T")


def draw_until(strategy: st.SearchStrategy[T], enough: Callable[[T], bool], most: int) -> None:
    """Shows examples to `enough` until it says so, or until there were `most` of them."""
    how = settings(
        max_examples=most, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
    )
    with suppress(NoSuchExample):
        find(strategy, enough, settings=how, random=Random(1))  # noqa: S311 (the same each time is what is wanted)
