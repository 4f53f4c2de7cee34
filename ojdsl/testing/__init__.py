"""For tests of specs and of programs that read them: random areas and answers (hypothesis), and a pytest plug-in.

from ojdsl.testing import answers, areas
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ojdsl.testing.random_answers import answers
    from ojdsl.testing.random_areas import areas

__all__ = ["answers", "areas"]


def __getattr__(name: str) -> Any:
    """Imports hypothesis when a strategy is asked for: the plug-in lives in this package and must not need it."""
    match name:
        case "answers":
            from ojdsl.testing.random_answers import answers

            return answers
        case "areas":
            from ojdsl.testing.random_areas import areas

            return areas
    raise AttributeError(name)
