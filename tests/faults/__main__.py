"""`make faults`: seeds mistakes into the real specs and counts what the compiler finds, where, and what else it says."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache

from ojdsl import pipeline
from ojdsl.diagnostics.fact import Diagnostic, position_of
from ojdsl.diagnostics.render import message
from tests.faults.lines import Seed, Specs
from tests.faults.seeds import CLASSES, OUT_OF_REACH, Class
from tests.real import files

MOST = 40
"""Places tried of each class, evenly chosen."""
EXAMPLE = "OJ428"


@dataclass
class Result:
    """What came of one class: counts, and what was missed or said in vain."""

    seeded: int = 0
    found: int = 0
    line: int = 0
    code: int = 0
    alarms: int = 0
    by_example: int = 0
    notes: list[str] = field(default_factory=list)
    codes: Counter[str] = field(default_factory=Counter)


def check(changed: Seed | None = None) -> Sequence[Diagnostic]:
    content = dict(files())
    for name, new in (changed.changed if changed else {}).items():
        content.pop(name, None)
        if new is not None:
            content[name] = new
    project = pipeline.read(dict(sorted(content.items())))
    return pipeline.check(project, project.areas).faults


def told(faults: Iterable[Diagnostic]) -> Counter[tuple[str, str, str]]:
    return Counter((fault.code, position_of(fault.place).file, message(fault)) for fault in faults)


def new_faults(before: Counter[tuple[str, str, str]], faults: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The faults that were not there before the seeding."""
    left = before.copy()
    found = []
    for fault in faults:
        key = fault.code, position_of(fault.place).file, message(fault)
        left[key] -= 1
        if left[key] < 0:
            found.append(fault)
    return found


def places(fault: Diagnostic) -> set[tuple[str, int]]:
    """The lines that a fault shows: where it is marked, and the related ones."""
    spans = [position_of(place) for place in (fault.place, *(related.place for related in fault.related))]
    return {(at.file, at.line) for at in spans}


def evenly(seeds: list[Seed], most: int) -> list[Seed]:
    step = max(1.0, len(seeds) / most)
    return [seeds[int(number * step)] for number in range(min(most, len(seeds)))]


@cache
def specs() -> Specs:
    return Specs()


@cache
def before() -> Counter[tuple[str, str, str]]:
    """What the compiler says of the real specs as they are."""
    return told(check())


def tried(one: Class, most: int = MOST) -> Result:
    """What comes of the mistakes of one class."""
    right = {f"OJ{code}" for code in one.codes.split()}
    allowed = right | {f"OJ{code}" for code in one.follow.split()}
    result = Result()
    for seed in evenly([seed for seed in one.seeds(specs()) if is_change(seed)], most):
        found = new_faults(before(), check(seed))
        codes = {fault.code for fault in found}
        known = {file for file, _ in seed.places}
        vain = [fault for fault in found if fault.code not in allowed or position_of(fault.place).file not in known]
        on_line = any(places(fault) & seed.places for fault in found)
        result.seeded += 1
        result.found += bool(found)
        result.line += on_line
        result.code += bool(codes & right)
        result.alarms += bool(vain)
        result.by_example += EXAMPLE in codes
        result.codes.update(codes)
        if not on_line or vain or not codes & right:
            result.notes.append(f"{sorted(seed.places)[:2]} -> {[(fault.code, *max(places(fault))) for fault in found][:6]}")
    return result


def is_change(seed: Seed) -> bool:
    return any(files().get(name) != new for name, new in seed.changed.items())


def percent(part: int, whole: int) -> str:
    return f"{100 * part // whole} %" if whole else "-"


def row(name: str, result: Result) -> str:
    shares = (percent(count, result.seeded) for count in (result.found, result.line, result.code))
    return f"{name:<52} {result.seeded:>6} " + " ".join(f"{share:>6}" for share in shares) + f" {result.alarms:>6}"


def main() -> None:
    """Prints the tables; `-v` also what was missed, misplaced or said in vain."""
    start = time.perf_counter()
    plain = min(timed() for _ in range(5))
    with ProcessPoolExecutor() as pool:
        results = list(pool.map(tried, (*CLASSES, *OUT_OF_REACH)))
    print(f"{'a mistake seeded into the specs of 2017':<52} {'seeded':>6} {'found':>6} {'line':>6} {'code':>6} {'alarms':>6}")
    for one, result in zip(CLASSES, results, strict=False):
        print(row(one.name, result))
        if "-v" in sys.argv:
            print("".join(f"      {note}\n" for note in result.notes), end="")
    print(row(f"all {len(CLASSES)} classes", total(results[: len(CLASSES)])))
    print(f"\n{'what gives another sound spec; examples may tell':<52} {'seeded':>6} {'seen':>6} {'ex.':>6}  other codes")
    for one, result in zip(OUT_OF_REACH, results[len(CLASSES) :], strict=True):
        others = " ".join(f"{code}×{times}" for code, times in sorted(result.codes.items()) if code != EXAMPLE)
        print(f"{one.name:<52} {result.seeded:>6} {result.found:>6} {result.by_example:>6}  {others}".rstrip())
    seconds = time.perf_counter() - start
    print(f"\n{seconds:.0f} s, {seconds / plain:.0f} times one plain check ({1000 * plain:.0f} ms)")
    print("found: any new fault; line: one on a line that shows it; code: one expected; alarms: seeds with some other fault")


def total(results: Iterable[Result]) -> Result:
    """The counts of some results together."""
    results = list(results)
    return Result(
        seeded=sum(one.seeded for one in results),
        found=sum(one.found for one in results),
        line=sum(one.line for one in results),
        code=sum(one.code for one in results),
        alarms=sum(one.alarms for one in results),
    )


def timed() -> float:
    start = time.perf_counter()
    check()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
