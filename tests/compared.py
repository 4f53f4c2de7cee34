"""How many cases the engines have been compared on in this run; told when it ends."""

from __future__ import annotations

from collections import Counter

compared: Counter[str] = Counter()
missing: Counter[str] = Counter()
"""What could not be compared because something is not on this machine; told when the run ends, and a failure where CI is set."""
