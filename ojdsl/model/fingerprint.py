"""What tells one content of some files from all others."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def fingerprint(files: Iterable[tuple[str, bytes]]) -> str:
    """SHA-256 in hexadecimal over files in the order given: the name, the length in bytes and the content of each."""
    digest = hashlib.sha256()
    for name, content in files:
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()
