"""For tests of specs and of programs that read them: random areas, rounds and answers (hypothesis), and a pytest plug-in.

from ojdsl.testing import answers, areas, rounds

The parts that areas are made of can be had alone: `surveys` (questions), `conditions` and `rules` over some cells.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ojdsl.testing.random_answers import answers
    from ojdsl.testing.random_areas import areas, rules
    from ojdsl.testing.random_conditions import conditions
    from ojdsl.testing.random_questions import surveys
    from ojdsl.testing.random_rounds import rounds

__all__ = ["answers", "areas", "conditions", "rounds", "rules", "surveys"]
_MODULES = {"rules": "areas", "surveys": "questions"}


def __getattr__(name: str) -> Any:
    """Imports hypothesis when a strategy is asked for: the plug-in lives in this package and must not need it."""
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module(f"ojdsl.testing.random_{_MODULES.get(name, name)}"), name)
