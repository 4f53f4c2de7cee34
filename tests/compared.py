"""How many cases the engines have been compared on in this run; told when it ends."""

from __future__ import annotations

from collections import Counter

compared: Counter[str] = Counter()
