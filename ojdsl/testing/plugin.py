"""A pytest plug-in: `pytest specs/` tests each area, a test for each indicator and each thing that must hold of it.

An area is a file `område.yaml`, two folders below one that has `gemensamt`; nothing else is looked at. A test is named by
folder, indicator (or family) and what must hold: `specs/2017/missbruk::samordning::nämnaren`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

import pytest

if TYPE_CHECKING:
    from ojdsl.diagnostics.fact import Diagnostic
    from ojdsl.model.nodes import Catalogue, Indicator

_FILE, _SHARED = "område.yaml", "gemensamt"
_REST = "specifikationen"
_CODES = {
    "fullständig": {"OJ420"},
    "entydig": {"OJ421"},
    "utfallen": {"OJ422", "OJ423", "OJ431"},
    "annars": {"OJ424"},
    "nämnaren": {"OJ425", "OJ432"},
    "exemplen": {"OJ428"},
}
"""What must hold of an indicator, and the faults of it. What is no indicator's belongs to the area's test `specifikationen`."""
_UNDECIDED = "OJ427"
_OF_RULES = {_UNDECIDED}.union(*_CODES.values())


class SpecFaults(Exception):  # noqa: N818 (they are the specs' faults, no error of ours)
    """Faults found in specs."""

    def __init__(self, faults: tuple[Diagnostic, ...]) -> None:
        super().__init__(faults)
        self.faults = faults


class Obligation(pytest.Item):
    """Something that must hold; `faults` are those that show that it does not."""

    faults: tuple[Diagnostic, ...] = ()

    def runtest(self) -> None:
        if self.faults:
            raise SpecFaults(self.faults)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The faults as `ojdsl check` shows them."""
        if not isinstance(excinfo.value, SpecFaults):
            return super().repr_failure(excinfo, style)
        from ojdsl.diagnostics.render import as_text

        return "\n\n".join(map(as_text, excinfo.value.faults))

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where the test is said to be."""
        return self.path, None, self.nodeid


class IndicatorTests(pytest.Collector):
    """The tests of an indicator, or of all of a family together."""

    members: tuple[Indicator, ...] = ()
    faults: tuple[Diagnostic, ...] = ()

    def collect(self) -> Iterator[Obligation]:
        """A test for everything that the spec has something to say of."""
        first = self.members[0]
        left_out: set[str] = set() if any(clause.condition is None for clause in first.clauses) else {"annars"}
        left_out |= set() if first.claim else {"nämnaren"}
        left_out |= set() if first.examples else {"exemplen"}
        for name in (one for one in _CODES if one not in left_out):
            item = Obligation.from_parent(self, name=name)
            item.faults = tuple(fault for fault in self.faults if fault.code in {*_CODES[name], _UNDECIDED})
            yield item


class AreaTests(pytest.File):
    """The tests of an area."""

    def collect(self) -> Iterator[pytest.Item | pytest.Collector]:
        """The area's own test, then those of its indicators in their order."""
        from ojdsl.diagnostics.fact import position_of

        catalogue, faults = _checked(self.path.parent, self.config.rootpath)
        families: dict[str, list[Indicator]] = {}
        for indicator in catalogue.indicators if catalogue else ():
            families.setdefault(indicator.family or indicator.id, []).append(indicator)
        found = []
        for name, members in families.items():
            tests = IndicatorTests.from_parent(self, name=name)
            tests.members = tuple(members)
            file = position_of(members[0].span).file
            tests.faults = tuple(one for one in faults if one.code in _OF_RULES and position_of(one.place).file == file)
            found.append(tests)
        rest = Obligation.from_parent(self, name=_REST)
        rest.faults = tuple(one for one in faults if not any(one in tests.faults for tests in found))
        yield rest
        yield from found


def pytest_configure(config: pytest.Config) -> None:
    """A test's name, given as an argument, leads to it: the folder in it stands for its file."""
    config.args = [_with_file(argument) for argument in config.args]


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> AreaTests | None:
    """The tests of an area's file, under the name of its folder."""
    if normalize("NFC", file_path.name) != _FILE or len(file_path.parents) < 3 or not (file_path.parents[2] / _SHARED).is_dir():
        return None
    made: AreaTests = AreaTests.from_parent(parent, path=file_path, nodeid=_shown(file_path.parent, parent.config.rootpath))
    return made


def _shown(path: Path, start: Path) -> str:
    """A path as seen from where the tests run."""
    return (path.relative_to(start) if path.is_relative_to(start) else path).as_posix()


def _with_file(argument: str) -> str:
    path, separator, rest = argument.partition("::")
    file = Path(path) / _FILE
    return f"{file}{separator}{rest}" if separator and file.is_file() else argument


def _checked(folder: Path, start: Path) -> tuple[Catalogue | None, tuple[Diagnostic, ...]]:
    """The area in a folder and its errors."""
    from ojdsl import pipeline
    from ojdsl.diagnostics.render import severity

    root = folder.parent.parent
    files = {
        normalize("NFC", path.relative_to(root).as_posix()): path.read_bytes()
        for part in (root / _SHARED, folder.parent)
        for path in sorted(part.rglob("*"))
        if path.suffix in (".yaml", ".yml", ".csv") and path.is_file()
    }
    name = normalize("NFC", folder.relative_to(root).as_posix())
    checked = pipeline.check(pipeline.read(files, lambda file: _shown(root / file, start)), [name])
    return checked.catalogues.get(name), tuple(fault for fault in checked.faults if severity(fault) == "error")
