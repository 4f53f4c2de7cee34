"""The pages of `docs/fel`: explanations by hand; examples, messages and the index as the compiler has them today.

`<!-- fall: NAME -->` names a case in `tests/diagnostics/bad`: its changed lines are the bad example, the same lines of the base
the good one, unless `egen rättning` says that the good example is written by hand. A page without a case holds whole files by
hand. Words after the language of a block: `kodning=` its encoding, `rader=` how often its last line is repeated, `blad=` the
sheet of a workbook.
"""

from __future__ import annotations

import contextlib
import re
import shlex
import subprocess
import tempfile
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl

from ojdsl import pipeline
from ojdsl.cli import main
from ojdsl.data.answers import Answers, read_answers
from ojdsl.data.assumed import against, summaries
from ojdsl.data.not_asked import not_asked
from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.diagnostics.messages import MESSAGES
from ojdsl.model.nodes import Assumption, Catalogue, In
from ojdsl.testing.random_questions import NOWHERE
from tests.diagnostics.cases import AREA, BAD, Case, base_files, faults, told
from tests.real import ROOT

FOLDER = ROOT / "docs" / "fel"
HEADINGS = ("Vad det betyder", "Varför det spelar roll", "Så här blir det fel", "Meddelandet", "Så här rättar du")
GROUPS = {
    "1": "Filer och YAML",
    "2": "Uppbyggnad",
    "3": "Namn",
    "4": "Regler",
    "5": "Texter",
    "6": "Svar och register",
    "7": "Produkter",
    "8": "Läsa tillbaka och jämföra",
}
_BAD, _MESSAGE, _GOOD = HEADINGS[2:]
_SEVERITY = {"error": "fel", "warning": "varning", "note": "upplysning"}
_FENCE = re.compile(r"^```(\S+) ?([^\n]*)\n(.*?)^```\n", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"^I filen `([^`]+)`:\n\n", re.MULTILINE)
_CASE = re.compile(r"^<!-- fall: (\w+)(, egen rättning)? -->$", re.MULTILINE)
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_WIDEST = 100


@dataclass(frozen=True)
class Block:
    """A fenced block: what stands after its language, and the file it is ('' where it is none)."""

    file: str
    language: str
    words: str
    body: str

    def content(self) -> bytes:
        facts = dict(word.split("=", 1) for word in self.words.split())
        lines = self.body.splitlines(keepends=True)
        text = "".join(lines) + "".join(lines[-1:]) * (int(facts.get("rader", "1")) - 1)
        if "blad" in facts:
            return _workbook(facts["blad"], text)
        return text.encode(facts.get("kodning", "utf-8"))

    def __str__(self) -> str:
        place = "I filen" if self.language != "text" else "I mappen"
        return f"{place} `{self.file}`:\n\n```{self.language}\n{self.body}```\n"


@dataclass(frozen=True)
class Page:
    """One page as it stands on disk."""

    path: Path

    @property
    def code(self) -> str:
        return self.path.stem

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @property
    def title(self) -> str:
        return self.text.splitlines()[0].removeprefix(f"# {self.code}: ")

    @property
    def case(self) -> Case | None:
        found = _CASE.search(self.text)
        return Case(BAD / f"{found[1]}.md") if found else None

    def section(self, heading: str) -> str:
        return self.text.partition(f"\n## {heading}\n\n")[2].partition("\n## ")[0]

    def prose(self, heading: str) -> str:
        """What a person has written: everything before the first block."""
        return re.split(r"^(?:I filen `|I mappen `|```)", self.section(heading), maxsplit=1, flags=re.MULTILINE)[0].strip()

    def blocks(self, heading: str) -> list[Block]:
        text = self.section(heading)
        files = {found.end(): found[1] for found in _FILE.finditer(text)}
        return [Block(files.get(found.start(), ""), found[1], found[2], found[3]) for found in _FENCE.finditer(text)]

    def rendered(self) -> str:
        """The page with today's examples and message."""
        parts = {heading: self.section(heading).strip() for heading in HEADINGS}
        if self.case is not None:
            bad, good = examples(self.case)
            parts[_BAD] = "\n".join([self.prose(_BAD) + "\n", *map(str, bad)])
            if "egen rättning" not in self.text:
                parts[_GOOD] = "\n".join([self.prose(_GOOD) + "\n", *map(str, good)])
        parts[_MESSAGE] = f"```text\n{self.message()}```"
        head = self.text.partition("\n## ")[0].strip()
        return "\n\n".join([head, *(f"## {heading}\n\n{body.strip()}" for heading, body in parts.items())]) + "\n"

    def message(self) -> str:
        """What the compiler says of the bad example."""
        if self.code >= "OJ700":
            return _of_commands(self.blocks(_BAD)[0].body)
        if self.code >= "OJ630" or "OJ600" < self.code < "OJ620":
            found = _of_answers(self.blocks(_BAD), self.code in AGAINST)
            return told([one for one in found if self.code not in AGAINST or one.code == self.code], "sv")
        return told(faults(self.bad_files()), "sv")

    def bad_files(self) -> dict[str, bytes]:
        if self.case is not None:
            return self.case.files()
        return dict(base_files()) | {block.file: block.content() for block in self.blocks(_BAD)}

    def told_of_good(self) -> str:
        """What the compiler says of the good example: nothing, if it is good."""
        blocks = self.blocks(_GOOD)
        if self.code >= "OJ700":
            script = "".join(block.body for block in (*self.blocks(_BAD), *blocks))
            return _of_commands(script + "ojdsl build specs --check\n", last=True)
        if self.code >= "OJ630" or "OJ600" < self.code < "OJ620":
            return told(_of_answers(blocks, self.code in AGAINST), "sv").strip()
        if all(_within(block.body, base_files().get(block.file, b"").decode()) for block in blocks if block.file):
            return told(faults(dict(base_files())), "sv").strip()
        files = self.bad_files() | {block.file: block.content() for block in blocks}
        # a package of texts in an example is never complete; what is accepted with a reason is good
        found = (fault for fault in faults(files) if fault.code != "OJ514" and fault.silenced is None)
        return told(list(found), "sv").strip()


def pages() -> list[Page]:
    return [Page(path) for path in sorted(FOLDER.glob("OJ*.md"))]


def index() -> str:
    """The list of all pages, below the introduction that a person has written."""
    readme = FOLDER / "README.md"
    parts = [readme.read_text(encoding="utf-8").partition("\n## ")[0].strip()]
    for number, name in GROUPS.items():
        rows = [f"| [{page.code}]({page.code}.md) | {_kind(page)} | {page.title} |" for page in pages() if page.code[2] == number]
        parts += [f"## {name}", "\n".join(["| kod | slag | vad det gäller |", "|---|---|---|", *rows])]
    return "\n\n".join(parts) + "\n"


def _kind(page: Page) -> str:
    return _SEVERITY[MESSAGES[page.code].severity] if page.code in MESSAGES else ""


# --- examples of specs ------------------------------------------------------------------------------------------------


def examples(case: Case) -> tuple[list[Block], list[Block]]:
    """The changed lines of a case, and the same lines of the base."""
    base, changed = base_files(), case.files()
    bad, good = [], []
    for name in sorted({*base, *changed}):
        if base.get(name) == changed.get(name):
            continue
        if name not in changed:
            folder = name.rpartition("/")[0] + "/"
            bad.append(Block(folder, "text", "", _listing(folder, changed)))
            good.append(Block(name, "yaml", "", _shown(base[name].decode())))
        elif name not in base:
            bad.append(Block(name, "yaml", "", _shown(changed[name].decode())))
        else:
            before, after = snippets(base[name].decode(), changed[name].decode())
            bad.append(Block(name, "yaml", "", _shown(after)))
            good.append(Block(name, "yaml", "", _shown(before)))
    return bad, good


def _listing(folder: str, files: dict[str, bytes]) -> str:
    return "".join(f"{name}\n" for name in sorted(files) if name.startswith(folder))


def snippets(old: str, new: str) -> tuple[str, str]:
    """The lines that differ with a line on either side, below the keys they belong to; `# …` where lines are left out."""
    a, b = old.splitlines(), new.splitlines()
    before: list[str] = []
    after: list[str] = []
    last = 0
    for group in SequenceMatcher(None, a, b, autojunk=False).get_grouped_opcodes(1):
        start, end = group[0][1], group[-1][2]
        above = _above(a, start, last)
        before += [*above, *a[start:end]]
        after += [*above, *b[group[0][3] : group[-1][4]]]
        last = end
    return "\n".join(before) + "\n", "\n".join(after) + "\n"


def _above(lines: list[str], start: int, last: int) -> list[str]:
    """What stands between the lines shown so far, up to `last`, and the next: the keys that it stands below."""
    keys: list[int] = []
    depth = _indent(lines[start])
    for number in range(start - 1, last - 1, -1):
        if _indent(lines[number]) < depth:
            keys.insert(0, number)
            depth = _indent(lines[number])
    found: list[str] = []
    for number in [*keys, start]:
        if number > last and (found or last):
            found.append(" " * _indent(lines[number]) + "# …")
        found += [lines[number]] * (number < start)
        last = number + 1
    return found


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _shown(text: str, longest: int = 16) -> str:
    """A text as a page shows it: characters that nobody sees by name, long lines and long texts cut."""
    lines = [_UNSEEN.sub(_named, line) for line in text.split("\n")[:-1]]
    lines = [line if len(line) <= _WIDEST else line[:_WIDEST] + "…" for line in lines]
    if len(lines) > longest:
        lines = [*lines[:8], "# …", *lines[-6:]]
    return "".join(f"{line}\n" for line in lines)


def _named(found: re.Match[str]) -> str:
    return "⇥" if found[0] == "\t" else f"⟦U+{ord(found[0]):04X}⟧"


def _within(part: str, whole: str) -> bool:
    """Whether every line of an example stands in a file, in the same order."""
    lines = iter(_shown(whole, whole.count("\n")).splitlines())
    return all(line in lines for line in part.splitlines() if line.strip() != "# …")


# --- examples of answers ----------------------------------------------------------------------------------------------

ASSUMED = Assumption("planerar", In("M5", ("Nej",)), In("M5a", ("Ja",)), "Lagen kräver en plan av den som saknar metod.", NOWHERE)
AGAINST = ("OJ631", "OJ632")
"""Pages about that assumption: one warning is for the terminal, the other for each row of `datafel.csv`."""


@cache
def small_area(numbers: bool = False) -> Catalogue:
    """The base with two questions and a follow-up: M1, M5 and M5a, and with `numbers` M8; Stockholm answers by district."""
    files = {name: content.decode() for name, content in base_files().items()}
    for name in ("missbruk/samordning", "missbruk/plan", "frågor/G2", "frågor/G6"):
        del files[f"specs/2017/{name}.yaml"]
    files[f"{AREA}/område.yaml"] = files[f"{AREA}/område.yaml"].replace("  - samordning\n  - plan\n", "")
    files[f"{AREA}/frågor/M5.yaml"] += (
        "följdfrågor:\n  a:\n    vid: Nej\n    lyder: Planerar ni det?\n"
        "    svar:\n      - Ja\n      - Nej\n    redovisas_inte: den läses för hand\n"
    )
    if numbers:
        files[f"{AREA}/frågor/M8.yaml"] = "fråga: M8\nlyder: Hur länge?\nsvar:\n  tal: 0–365 dagar\nredovisas_inte: nytt\n"
    files["specs/2017/register/enheter.csv"] += "0180_bromma,Bromma,stadsdel,0180,01,3,A2,,,,scb\n"
    files["specs/2017/register/grupper.csv"] += "storstad,0180,Stockholm,,,scb\n"
    checked = pipeline.check(pipeline.read({name: text.encode() for name, text in files.items()}), [AREA])
    return checked.catalogues[AREA]


def _of_answers(blocks: list[Block], assuming: bool) -> list[Diagnostic]:
    (block,) = (block for block in blocks if block.file)
    command = "".join(block.body for block in blocks if block.language == "bash")
    sheet = re.search(r"--sheet (\S+)", command)
    ignored = re.findall(r"--ignore-column (\S+)", command)
    small = small_area(re.search(r"\bM8\b", block.body.partition("\n")[0]) is not None)
    area = replace(small, assumptions=(ASSUMED,) if assuming else ())
    answers, found = read_answers(block.file, block.content(), area, ignored, sheet[1] if sheet else None)
    if not isinstance(answers, Answers):
        return list(found)
    contrary = against(area, answers)
    return [*found, *not_asked(area, answers), *summaries(contrary), *(row for one in contrary for row in one.rows)]


def _workbook(sheet: str, text: str) -> bytes:
    book = openpyxl.Workbook()
    book.active.title = sheet
    for line in text.splitlines():
        book.active.append(line.split(";"))
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


# --- examples of products ---------------------------------------------------------------------------------------------


def _of_commands(script: str, last: bool = False) -> str:
    """What some commands, one a line, in the folder of the base say of faults; of the `last` one only, if asked."""
    told, status = "", 0
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for name, content in base_files().items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        for line in script.splitlines():
            status, said = _done(line)
            told += said
    assert not last or status == 0, told
    found = (re.search(r"(?:fel|varning|upplysning) OJ.*", part, re.DOTALL) for part in told.split("\n\n"))
    return "" if last else "\n".join(part[0].strip() + "\n" for part in found if part)


def _done(line: str) -> tuple[int, str]:
    """The status of a command and what it says; one of ours runs here, for starting it anew takes longer than all it does."""
    if not line.startswith("ojdsl "):
        run = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
        return run.returncode, run.stderr
    said = StringIO()
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(StringIO()):
        try:
            main(shlex.split(line)[1:])
        except SystemExit as end:
            return int(end.code or 0), said.getvalue()
    return 0, said.getvalue()
