"""`make bench`: what the compiler costs, as ratios to something measured in the same run.

The large catalogues are the real one copied with other question numbers, so that texts, rules and families keep their mix.
"""

from __future__ import annotations

import gc
import re
import subprocess
import sys
import time
from collections.abc import Callable, Mapping

import yaml

from ojdsl import pipeline
from ojdsl.checks.check import check_area
from ojdsl.checks.read_back import read_back
from ojdsl.model.nodes import Catalogue
from ojdsl.verify.verify import of_built
from tests.real import AREA, ROOT, files

_QUESTION = re.compile(r"\b([GM])(\d+)((?:\.\d+)?[a-z]?)\b(?![-_])")
_NAME = re.compile(r"^(indikator|bakgrundsmått): (\w+)$", re.MULTILINE)
_PER_COPY = 30
BIG = "specs/2017/stort"


def grown(indicators: int) -> dict[str, bytes]:
    """The files of an area with at least so many indicators, each copy of the real area with questions of its own."""
    real = {name: content.decode() for name, content in files().items()}
    common = {name: text for name, text in real.items() if "/frågor/" not in name and not name.startswith(AREA)}
    big = dict(common)
    listed: list[str] = []
    background: list[str] = []
    for copy in range(1, -(-indicators // _PER_COPY) + 1):

        def renumbered(match: re.Match[str], base: int = 100 * copy) -> str:
            return f"M{base + int(match[2]) + (50 if match[1] == 'M' else 0)}{match[3]}"

        for name, text in real.items():
            if name in common or name.endswith("område.yaml"):
                continue
            text = text.replace("ekonomiskt_bistand_missbruk", "ekonomiskt").replace("socialpsykiatri_missbruk", "psyk")
            text = _QUESTION.sub(renumbered, text)
            for kind, identity in _NAME.findall(text):
                (background if kind == "bakgrundsmått" else listed).append(f"{identity}_{copy}")
            big[f"{BIG}/{copy}/{name.split('/')[-1]}"] = _NAME.sub(rf"\1: \2_{copy}", text)
    area = real[f"{AREA}/område.yaml"].replace("område: missbruk", "område: stort")
    head = area[: area.index("indikatorer:")]
    lists = ["indikatorer:", *(f"  - {one}" for one in listed), "bakgrundsmått:", *(f"  - {one}" for one in background)]
    big[f"{BIG}/område.yaml"] = head + "\n".join(lists) + "\n"
    return {name: text.encode() for name, text in big.items()}


def best(work: Callable[[], object], runs: int) -> float:
    """Seconds of the fastest of some runs."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def compose(content: Mapping[str, bytes]) -> None:
    """What every reader of these files must do at least: compose the YAML with the C loader."""
    for name, data in content.items():
        if name.endswith(".yaml"):
            yaml.compose(data.decode(), Loader=yaml.CSafeLoader)


def checked(content: Mapping[str, bytes]) -> pipeline.Checked:
    project = pipeline.read(content)
    found = pipeline.check(project, project.areas)
    if found.has_errors:
        raise SystemExit(f"the bench catalogue has faults: {found.faults[:3]}")
    return found


def built(content: Mapping[str, bytes]) -> None:
    for catalogue in checked(content).catalogues.values():
        pipeline.build(catalogue)


def verified(catalogue: Catalogue, built: Mapping[str, bytes]) -> None:
    """Every document read and compared, as a build does with what it is about to write."""
    if found := of_built(catalogue, built, str):
        raise SystemExit(f"what was built is not what the specs say: {found[:3]}")


_OJDSL = "import sys; sys.modules['interegular'] = None; from ojdsl.cli import main; main(sys.argv[1:])"


def proven(catalogues: tuple[Catalogue, ...]) -> None:
    """The proofs of a check alone."""
    for catalogue in catalogues:
        check_area(catalogue)


def read_back_to_build() -> float:
    """Reading back and comparing the texts of the real area, as a part of making its products from the catalogue."""
    (catalogue,) = checked(files()).catalogues.values()
    return best(lambda: read_back(catalogue), 3) / best(lambda: pipeline.build(catalogue), 3)


def start(*arguments: str) -> float:
    """Seconds that a Python process takes; as on a user's machine, without a library that lark uses when it is installed."""
    return best(lambda: subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, check=True), 7)


def main() -> None:
    """Prints the table."""
    print("check and build as multiples of composing the same YAML files with PyYAML's C loader (bare YAML)")
    print(f"{'catalogue':>18} {'indicators':>10} {'files':>6} {'bare YAML':>10} {'check':>7} {'build':>7}  proofs")
    gc.set_threshold(100_000)  # as the command line does
    figures: dict[int, tuple[float, float]] = {}
    for name, content in (("2017/missbruk", files()), ("grown", grown(250)), ("grown", grown(1000))):
        runs = 5 if name != "grown" else 3
        bare = best(lambda content=content: compose(content), runs)  # type: ignore[misc]
        check = best(lambda content=content: checked(content), runs)  # type: ignore[misc]
        build = best(lambda content=content: built(content), 1 if name == "grown" else 3)  # type: ignore[misc]
        catalogues = tuple(checked(content).catalogues.values())
        proofs = best(lambda catalogues=catalogues: proven(catalogues), runs)  # type: ignore[misc]
        count = sum(len(one.indicators) for one in catalogues)
        figures[count] = (check, build)
        print(
            f"{name:>18} {count:>10} {len(content):>6} {bare:>9.3f}s {check / bare:>6.1f}× {build / bare:>6.1f}×  "
            f"{proofs / (check - proofs):.2f} × the rest of check"
        )
    (real,) = checked(files()).catalogues.values()
    made = pipeline.build(real)
    verified(real, made)  # the grammar of sentences is read once a process
    alone, back, documents = (
        best(work, 3) for work in (lambda: pipeline.build(real), lambda: read_back(real), lambda: verified(real, made))
    )
    print(
        f"of 2017/missbruk: reading the sentences back {back / alone:.2f} × writing all products, "
        f"reading and comparing Bilaga 2 in {sum(name.startswith('bilaga2.') for name in made)} formats {documents / alone:.2f} ×"
    )
    (_, _), (middle, (check_1, build_1)), (large, (check_2, build_2)) = figures.items()
    print(
        f"growth from {middle} to {large} indicators ({large / middle:.1f}×): "
        f"check {check_2 / check_1:.1f}×, build {build_2 / build_1:.1f}×"
    )
    print(f"reading back: {read_back_to_build():.2f} × build, 2017/missbruk")
    bare = start("-c", "pass")
    start("-c", _OJDSL, "check", "specs")
    for label, arguments in (("ojdsl --help", ("--help",)), ("ojdsl check specs", ("check", "specs"))):
        print(f"{label}: {start('-c', _OJDSL, *arguments) / bare:.1f} × python -c pass ({bare * 1000:.0f} ms)")


if __name__ == "__main__":
    main()
