"""The command that begins a new spec file."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ojdsl import pipeline
from ojdsl.cli.errors import PathError
from ojdsl.cli.files import create_file, read_specs, shown
from ojdsl.cli.words import say
from ojdsl.diagnostics.message import Language
from ojdsl.model.project import Project, parent
from ojdsl.model.resolve_questions import QUESTION_ID
from ojdsl.model.slug import NAME
from ojdsl.syntax.skeleton import indicator_skeleton, question_skeleton
from ojdsl.syntax.specs import AreaSpec, IndicatorSpec, QuestionsSpec, RoundSpec

Kind = Literal["indicator", "question"]


@dataclass(frozen=True, slots=True)
class _Refused:
    """Why no file can be begun under a name: a key of `words`, and a fact for it."""

    reason: str
    other: str = ""


def new_file(kind: Kind, area: Path, name: str, language: Language) -> int:
    """Writes a skeleton where the area, or its round, keeps such files, and says what to do next; never replaces a file."""
    specs = read_specs((area,))
    project = pipeline.read(specs.files, specs.shown)
    areas = [folder for folder in project.areas if specs.covers(folder)]
    if len(areas) != 1:
        raise PathError(area, "many_areas" if areas else "no_area")
    found = _taken(project, areas[0], name) or (_indicator if kind == "indicator" else _question)(project, areas[0], name)
    if isinstance(found, _Refused):
        print(say(found.reason, language, name=name, other=found.other), file=sys.stderr)
        return 2
    path = specs.root / found
    create_file(path, (indicator_skeleton if kind == "indicator" else question_skeleton)(name).encode())
    listed = next(file for file, spec in project.specs.items() if isinstance(spec, AreaSpec) and parent(file) == areas[0])
    facts = {"file": shown(path), "list": specs.shown(listed), "area": specs.shown(areas[0])}
    print(say(f"new_{kind}", language, name=name, **facts), file=sys.stderr)
    return 0


def _taken(project: Project, area: str, name: str) -> _Refused | None:
    """Whether a file of the area or of its round's question bank gives the name already."""
    for file, spec in project.specs.items():
        match spec:
            case IndicatorSpec(id=found) if file.startswith(f"{area}/") and found.value == name:
                return _Refused("name_taken", project.shown(file))
            case QuestionsSpec(questions) if file.startswith(f"{parent(area)}/") and name in [one.id.value for one in questions]:
                return _Refused("name_taken", project.shown(file))
    return None


def _indicator(_: Project, area: str, name: str) -> str | _Refused:
    return f"{area}/{name}.yaml" if NAME.fullmatch(name) else _Refused("no_indicator_name")


def _question(project: Project, area: str, name: str) -> str | _Refused:
    """In the folder of the area for its own section, in that of the round for the round's."""
    found = QUESTION_ID.fullmatch(name)
    if found is None:
        return _Refused("no_question_name")
    if found[4]:
        return _Refused("a_follow_up", name[:-1])
    sections: dict[str, str] = {}
    for file, spec in project.specs.items():
        if isinstance(spec, RoundSpec | AreaSpec) and parent(file) in (area, parent(area)):
            sections[spec.section.value] = parent(file)
    folder = sections.get(found[1])
    return _Refused("other_section", ", ".join(sorted(sections))) if folder is None else f"{folder}/frågor/{name}.yaml"
