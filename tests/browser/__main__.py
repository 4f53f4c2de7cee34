"""`python -m tests.browser`: what can only be seen in a real browser. Not part of the plain test run."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if __name__ == "__main__":
    sys.exit(pytest.main([str(Path(__file__).parent), "-o", "python_files=check_*.py", "-rs", *sys.argv[1:]]))
