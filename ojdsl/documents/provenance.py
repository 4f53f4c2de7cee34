"""What made a document."""

from __future__ import annotations

import ojdsl
from ojdsl.model.nodes import Catalogue


def provenance(catalogue: Catalogue) -> str:
    """Version and specs: enough to make the same document again."""
    return f"Framställd av ojdsl {ojdsl.__version__} ur specifikationerna med innehållssumma {catalogue.fingerprint}."
