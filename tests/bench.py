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
from dataclasses import dataclass

import yaml

from ojdsl import pipeline
from ojdsl.checks.check import check_area
from ojdsl.checks.read_back import read_back
from ojdsl.documents.on_demand import on_demand
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


def start(*arguments: str) -> float:
    """Seconds that a Python process takes; as on a user's machine, without a library that lark uses when it is installed."""
    return best(lambda: subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, check=True), 7)


@dataclass(frozen=True)
class Cost:
    """Seconds that the parts of a run take for so many indicators in so many files."""

    indicators: int
    files: int
    bare: float
    check: float
    proofs: float
    build: float


def cost(content: Mapping[str, bytes], runs: int) -> Cost:
    """The fastest of some runs of each part; a build is three times what a check is, and is run less often."""
    bare, check = best(lambda: compose(content), runs), best(lambda: checked(content), runs)
    build = best(lambda: built(content), runs - 2)
    catalogues = tuple(checked(content).catalogues.values())
    proofs = best(lambda: proven(catalogues), runs)
    return Cost(sum(len(one.indicators) for one in catalogues), len(content), bare, check, proofs, build)


def told(name: str, one: Cost) -> str:
    """A row of the table."""
    return (
        f"{name:>18} {one.indicators:>10} {one.files:>6} {one.bare:>9.3f}s "
        f"{one.check / one.bare:>6.1f}× {one.build / one.bare:>6.1f}×  "
        f"{one.proofs / (one.check - one.proofs):.2f} × check without proofs"
    )


def of_sentences() -> str:
    """What it costs to read back the sentences and the documents of the real area, and its PDF."""
    (real,) = checked(files()).catalogues.values()
    made = pipeline.build(real)
    pdf = on_demand(real)
    if not isinstance(pdf, dict):
        raise SystemExit(f"no PDF is made: {pdf}")
    verified(real, made)  # the grammar of sentences is read once a process
    alone, back, documents = (
        best(work, 3) for work in (lambda: pipeline.build(real), lambda: read_back(real), lambda: verified(real, made))
    )
    written, read = best(lambda: on_demand(real), 1), best(lambda: verified(real, {"bilaga2.pdf": pdf["bilaga2.pdf"]}), 1)
    formats = sum(name.startswith("bilaga2.") for name in made)
    return (
        f"of 2017/missbruk: reading the sentences back {back / alone:.2f} × writing all products, "
        f"reading and comparing Bilaga 2 in {formats} formats {documents / alone:.2f} ×; "
        f"making the PDFs {written / alone:.1f} ×, reading one of them {read / alone:.1f} ×"
    )


def main() -> None:
    """Prints the table."""
    print("check and build as multiples of composing the same YAML files with PyYAML's C loader (bare YAML)")
    print(f"{'catalogue':>18} {'indicators':>10} {'files':>6} {'bare YAML':>10} {'check':>7} {'build':>7}  proofs")
    gc.set_threshold(100_000)  # as the command line does
    costs: list[Cost] = []
    for name, content, runs in (("2017/missbruk", files(), 5), ("grown", grown(250), 3), ("grown", grown(1000), 3)):
        costs.append(cost(content, runs))
        print(told(name, costs[-1]))
    _, before, large = costs
    print(
        f"growth from {before.indicators} to {large.indicators} indicators ({large.indicators / before.indicators:.1f}×): "
        f"check {large.check / before.check:.1f}×, its proofs "
        f"{large.proofs / before.proofs:.1f}×, build {large.build / before.build:.1f}×"
    )
    print(of_sentences())
    bare = start("-c", "pass")
    start("-c", _OJDSL, "check", "specs")
    for label, arguments in (("ojdsl --help", ("--help",)), ("ojdsl check specs", ("check", "specs"))):
        print(f"{label}: {start('-c', _OJDSL, *arguments) / bare:.1f} × python -c pass ({bare * 1000:.0f} ms)")


if __name__ == "__main__":
    main()
