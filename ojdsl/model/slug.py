"""Names in code: those that authors give, and codes made from labels."""

from __future__ import annotations

import re
from unicodedata import combining, normalize

NAME = re.compile("[a-z][a-z0-9_]*")
"""What an area, an indicator and an assumption may be called."""
_OTHER = re.compile("[^a-z0-9]+")


def slug(label: str) -> str:
    """`Bor med barn` → `bor_med_barn`: no accents, lower case, everything else than letters and digits becomes `_`."""
    plain = "".join(char for char in normalize("NFKD", label) if not combining(char))
    return _OTHER.sub("_", plain.lower()).strip("_")
