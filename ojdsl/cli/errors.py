"""What stops a command before it has anything to say of specs or answers."""

from __future__ import annotations

from pathlib import Path


class PathError(Exception):
    """A path that the user gave is missing, unreadable or not what it should be; `reason` is a key of `words`."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(str(path), reason)
        self.path, self.reason = path, reason
