"""Compiler for indicator specifications of Öppna jämförelser: one source for code, description and results."""

__version__ = "0.1.0"
