"""The command line: the only part that reads and writes files, prints and exits."""

from ojdsl.cli.main import main

__all__ = ["main"]
