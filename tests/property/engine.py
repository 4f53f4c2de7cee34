"""The generated evaluator of a random area."""

from __future__ import annotations

from ojdsl.backends.to_python import evaluator
from ojdsl.data.engine import Engine, load_engine
from ojdsl.model.nodes import Catalogue


def engine_of(catalogue: Catalogue) -> Engine:
    return load_engine(evaluator(catalogue))
