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
    from ojdsl.logic.obligations import Obligation as ToShow
    from ojdsl.model.nodes import Catalogue, Indicator

_FILE, _SHARED = "område.yaml", "gemensamt"
_REST = "specifikationen"
_KINDS = {
    "fullständig": ("TOTAL",),
    "entydig": ("EXCLUSIVE",),
    "utfallen": ("OUTCOME_REACHED", "REPORTED"),
    "delarna": ("PART_REACHED", "PART_NEEDED"),
    "annars": ("NAMED",),
    "nämnaren": ("NUMERATOR_COUNTED", "CLAIMED", "COUNTED"),
    "bättre svar": ("NEVER_WORSE",),
    "exemplen": ("EXAMPLE",),
}
"""What must hold of an indicator (kinds of `ojdsl.logic.obligations`), by the names of its tests. What
must hold of questions belongs to the area's own test; so does anything that is no obligation."""
_BESIDE = {"OUTCOME_REACHED": "OJ431", "NEVER_WORSE": "OJ447"}
"""An outcome that is reported but has no clause, a claim that compares nothing: no obligations, for nothing is to be decided."""


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

    obligations: tuple[ToShow, ...] = ()
    faults: tuple[Diagnostic, ...] = ()

    def collect(self) -> Iterator[Obligation]:
        """A test for every kind of thing that has to be shown of the rule."""
        from ojdsl.checks.found import NOT_PROVEN

        for name, kinds in _KINDS.items():
            if any(one.kind.name in kinds for one in self.obligations):
                item = Obligation.from_parent(self, name=name)
                item.faults = tuple(fault for fault in self.faults if fault.code in {NOT_PROVEN, *_codes(kinds)})
                yield item


class AreaTests(pytest.File):
    """The tests of an area."""

    def collect(self) -> Iterator[pytest.Item | pytest.Collector]:
        """The area's own test, then those of its indicators in their order."""
        from ojdsl.checks.found import NOT_PROVEN
        from ojdsl.diagnostics.fact import position_of
        from ojdsl.logic.to_show import of_indicator

        of_rules = {NOT_PROVEN, *(code for kinds in _KINDS.values() for code in _codes(kinds))}
        catalogue, faults = _checked(self.path.parent, self.config.rootpath)
        families: dict[str, list[Indicator]] = {}
        for indicator in catalogue.indicators if catalogue else ():
            families.setdefault(indicator.family or indicator.id, []).append(indicator)
        found = []
        for name, members in families.items():
            tests = IndicatorTests.from_parent(self, name=name)
            tests.obligations = tuple(one for member in members for one in of_indicator(member, catalogue)) if catalogue else ()
            file = position_of(members[0].span).file
            tests.faults = tuple(one for one in faults if one.code in of_rules and position_of(one.place).file == file)
            found.append(tests)
        rest = Obligation.from_parent(self, name=_REST)
        rest.faults = tuple(one for one in faults if not any(one in tests.faults for tests in found))
        yield rest
        yield from found


def _codes(kinds: tuple[str, ...]) -> set[str]:
    """The faults of some kinds of obligations; with them, those that stand beside."""
    from ojdsl.checks.found import CODES

    found = {code for kind, code in CODES.items() if kind.name in kinds}
    return found | {code for kind, code in _BESIDE.items() if kind in kinds}


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
