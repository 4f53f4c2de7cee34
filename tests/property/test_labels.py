"""A label in quotation marks is picked by every rule, whatever it looks like; and what it looks like never leaves a document
that cannot be read back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from ojdsl import pipeline
from ojdsl.backends.to_rule import as_rule, rule_lines
from ojdsl.checks.read_back import read_back
from ojdsl.diagnostics.render import severity
from ojdsl.logic.space import Space
from ojdsl.model.nodes import And, Catalogue, Condition, Count, In, Indicator, Or
from ojdsl.model.texts import read_package
from ojdsl.prose.as_written import as_written
from ojdsl.prose.condition import Words
from ojdsl.syntax.decode import FORBIDDEN
from ojdsl.syntax.labels import in_quotes
from ojdsl.verify.read_markdown import markdown_lines
from ojdsl.verify.verify import of_built
from tests.backends.test_to_rule import read

BASE, AREA = Path(__file__).parent.parent / "diagnostics/base", "specs/2017/missbruk"
some = settings(
    max_examples=25, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate), suppress_health_check=list(HealthCheck)
)
HARD = (
    ",", "(", ")", "[", "]", '"', '""', "”", "””", "“", "'", "’", ":", ": ", "#", " #", " och ", " eller ", " är ", ", och ", "|",
    "{", "}", "&", "*", "**", "!", "%", "`", "\\", "<", ">", "?", "- ", "~", "/", ";", ".", "_", "^", "$", "§", "Ja", "Nej", "7",
)  # fmt: skip
pieces = st.one_of(st.sampled_from(HARD), st.characters(exclude_categories=("Cs", "Cc", "Cf", "Cn", "Co", "Zl", "Zp")))
labels = (
    st.lists(pieces, min_size=1, max_size=6)
    .map(lambda drawn: " ".join(normalize("NFC", "".join(drawn)).split()))
    .filter(lambda label: bool(label) and label[0] not in "=+-@" and not FORBIDDEN.search(label))
)


def key(text: str) -> str:
    """A text as YAML has it whatever is in it."""
    return "'" + text.replace("'", "''") + "'"


@cache
def base() -> dict[str, bytes]:
    return {path.relative_to(BASE).as_posix(): path.read_bytes() for path in BASE.rglob("*") if path.is_file()}


PLAIN = (
    "Finns en rutin?",
    "Vilka gäller den?",
    "Rutin",
    "Samordning",
    "Alla ska veta.",
    "Det finns en rutin.",
    "Så är det.",
    "de som bestämmer",
)


def project(row: str, answer: str, mark: str, texts: Sequence[str] = PLAIN) -> dict[str, bytes]:
    """An area that names its labels wherever the language can name one; `texts` are what people write beside them."""
    asked, also_asked, name, indicator_area, purpose, target, reason, meaning = map(key, texts)
    both = f"G2[{in_quotes(row)}, Andra] är {in_quotes(answer)} eller Ja"
    files = {
        "specs/2017/frågor/G2.yaml": f"""\
fråga: G2
lyder: {asked}
rader:
  - etikett: {key(row)}
    kod: ena
  - Andra
svar:
  - Ja
  - Nej
  - etikett: {key(answer)}
    kod: annat
    art: nej
begrepp:
  - ledningsnivå/samordning
följdfrågor:
  a:
    vid: {key(in_quotes(answer) + " eller Ja")}
    lyder: {also_asked}
    flera_svar: ja
    svar:
      - Barn
      - etikett: {key(mark)}
        kod: marke
  b:
    ställs_om: {key(f"minst 1 av {both}")}
    lyder: Är den känd?
    svar:
      - Ja
      - Nej
""",
        f"{AREA}/samordning.yaml": f"""\
indikator: samordning
familj: G2
per_rad:
  {key(row)}:
    mål: den ena
  Andra:
    mål: den andra
namn: {name[:-1]} {{mål}}'
kortnamn: {name[:-1]} {{mål}}'
verksamhet:
  - Socialtjänst
mått: {target}
kvalitetsområde: Helhetssyn och samordning
indikatorområde: {indicator_area}
syfte: {purpose}
målvärde: {target}
förtydligande: {purpose}
typ: Struktur
regel:
  Ja:
    minst ett av:
      - {key(f"G2 är {in_quotes(answer)}, och G2a innehåller {in_quotes(mark)} och Barn")}
      - {key(f"G2b är Ja, och alla av {both}")}
      - {key(f"G2b är Nej, och G2[{in_quotes(row)}] är {in_quotes(answer)}")}
  Nej: annars
redovisas_som: Ja/Nej
nämnare:
  utfall: Ja/Nej
  påstås: {key(f"G2[{in_quotes(row)}] är Ja, eller G2[{in_quotes(row)}] är inte Ja")}
exempel:
  - svar:
      G2:
        {key(row)}: {key(answer)}
        Andra: {key(answer)}
      G2a:
        - Barn
        - {key(mark)}
    ger: Ja
    visa: ja
""",
    }
    area = base()[f"{AREA}/område.yaml"].decode()
    terms = "specs/gemensamt/begrepp.yaml"
    files[terms] = base()[terms].decode().replace("den nivå som får besluta om rutiner för flera verksamheter", meaning)
    files[f"{AREA}/område.yaml"] = (
        f"{area}antaganden:\n  - id: ena\n    när: {key(f'G2[{in_quotes(row)}] är Nej')}\n"
        f"    så: {key(f'M1 är inte {in_quotes(answer)}')}\n    skäl: {reason}\n"
    )
    files[f"{AREA}/frågor/M1.yaml"] = (
        f"fråga: M1\nlyder: Hur länge?\nsvar:\n  - Kort\n  - etikett: {key(answer)}\n    kod: annat\n    art: vet ej\n"
    )
    files[f"{AREA}/tid.yaml"] = base()[f"{AREA}/tid.yaml"].decode().replace("utom: Kan inte svara", f"utom: {key(answer)}")
    return {**base(), **{name: text.encode() for name, text in files.items()}}


def package(row: str, answer: str, mark: str) -> dict[str, bytes]:
    """Texts for everything that goes by a label."""
    own = {"G2": {"rader": row, "svar": answer}, "G2a": {"svar": mark}, "M1": {"svar": answer}}
    given = "".join(
        f"  {name}:\n" + "".join(f"    {kind}:\n      {key(label)}: Ord {name} {kind}\n" for kind, label in labels.items())
        for name, labels in own.items()
    )
    rows = f"indikatorer:\n  samordning:\n    per_rad:\n      {key(row)}:\n        mål: den nya\n"
    return {"texter/missbruk.yaml": f"texter: 2017/missbruk\nfrågor:\n{given}{rows}".encode()}


def picked(row: str, answer: str, mark: str) -> Condition:
    """What the rule of the family's first member says."""
    both = And((In("G2_ena", ("Ja", answer)), In("G2_andra", ("Ja", answer))))
    marks = And((In("G2a_ena_marke", ("Ja",)), In("G2a_ena_barn", ("Ja",))))
    own = In("G2_ena", (answer,))
    return Or((And((own, marks)), And((In("G2b", ("Ja",)), both)), And((In("G2b", ("Nej",)), own))))


@some
@given(labels, labels, labels)
@example("Barn, unga (0–17) [nya]", "Ja: helt ”klart”", 'X #1 "och" Y')
@example('"', "””", "[]")
@example("'", "eller", "ställs")
@example("Alla andra svar ger resultatet Nej.", "Kommuner i nämnaren", "a) svarat ”Ja” på fråga (G)2; b) svarat")
def test_a_quoted_label_is_picked_everywhere(row: str, answer: str, mark: str) -> None:
    files = project(row, answer, mark)
    made = pipeline.check(pipeline.read(files), [AREA])
    told = {fault.code for fault in made.faults if severity(fault) == "error"}
    if told or {row, answer, mark} & {"Andra", "Ja", "Nej", "Kort", "Barn"}:  # what is no label of its own is told of at once
        assert told <= {"OJ324", "OJ329", "OJ501"}
        return
    area = made.catalogues[AREA]
    member = area.indicators[0]
    assert member.clauses[0].condition == picked(row, answer, mark)
    assert member.examples[0].answers == {
        "G2_ena": answer, "G2_andra": answer, "G2a_ena_marke": "Ja", "G2a_ena_barn": "Ja",
    }  # fmt: skip
    assert area.question("G2b").asked_if == Count(1, 2, (In("G2_ena", ("Ja", answer)), In("G2_andra", ("Ja", answer))))
    assert area.cell("G2a_andra_marke").asked_if == In("G2_andra", ("Ja", answer))
    assert area.assumptions[0].then == In("M1", ("Kort",))
    assert next(one for one in area.indicators if one.id == "tid").unpublished == (answer,)
    again(member, area)
    if "OJ881" not in {fault.code for fault in made.faults}:
        assert read_back(area) == []
    texts = read_package(package(row, answer, mark))
    replaced = pipeline.check(pipeline.read(files, texts=texts), [AREA])
    assert {fault.code for fault in replaced.faults if severity(fault) == "error"} == set()
    assert replaced.catalogues[AREA].question("G2").rows[0].text == "Ord G2 rader"


def again(member: Indicator, area: Catalogue) -> None:
    """The rule, said to its author and proposed to one, means itself."""
    condition = member.clauses[0].condition
    assert condition is not None
    words, space = Words(area), Space(area.cells())
    proposed = as_rule(condition, words)
    assert proposed is not None
    for lines in ([f"Ja: {key(as_written(condition, words))}"], rule_lines("Ja", proposed)):
        assert space.holds(read(lines, area)) == space.holds(condition)


# --- what the writer writes, as labels and texts -------------------------------------------------------------------------


@cache
def phrases() -> tuple[str, ...]:
    """What the documents of an area say, line by line: headings, labels, sentences, items."""
    made = pipeline.check(pipeline.read(project("Ena", "Nej, inte än", "Vuxna")), [AREA]).catalogues[AREA]
    lines = markdown_lines(pipeline.build(made)["bilaga2.md"])
    said = dict.fromkeys(line.text for line in lines if len(line.text) < 400 and "{" not in line.text)
    return (*said, *(f"{one}." for one in said if one[-1].isalpha()), *(f"{one}:" for one in said if one[-1].isalpha()))


OWN = (
    "Alla andra svar ger resultatet Nej.", "Beräkning", "Definitioner", "Fråga (G)2", "Förtydligande", "Innehåll", "Uppgift",
    "I nämnaren för andelar ingår kommuner med resultatet Ja eller Nej.", "Redovisningsnivåer: kommuner", "Andra", "Syfte",
    "En andel visas inte för en grupp där ingen kommun ingår i nämnaren.", "Svarsalternativ: Ja / Nej", "Lagstöd",
    f"Framställd av ojdsl 0.1.0 ur specifikationerna med innehållssumma {'0' * 64}.",
)  # fmt: skip
phrase = st.deferred(lambda: st.one_of(st.sampled_from(OWN), st.sampled_from(phrases())))
line = st.one_of(phrase, st.just("Ord"), st.tuples(phrase, phrase).map(" ".join))
text = st.tuples(st.lists(phrase, min_size=1, max_size=3), st.sampled_from((" ", "\n", "\n\n"))).map(
    lambda drawn: drawn[1].join(drawn[0])
)
texts = st.tuples(text, text, line, line, text, text, text, text)


def findings(row: str, answer: str, mark: str, texts: Sequence[str]) -> list[object]:
    """What `build` would find in an area that passes `check`; nothing of one that does not."""
    made = pipeline.check(pipeline.read(project(row, answer, mark, texts)), [AREA])
    if made.has_errors or "OJ881" in {fault.code for fault in made.faults}:
        return []
    area = made.catalogues[AREA]
    found = [*read_back(area), *of_built(area, pipeline.build(area), str)]
    return [(fault.code, dict(fault.facts)) for fault in found]


@pytest.mark.parametrize("said", OWN)
def test_a_row_and_a_text_may_be_called_what_the_document_says(said: str) -> None:
    assert findings(said, "Nej, inte än", "Vuxna", PLAIN) == []
    assert findings("Ena", said, said, [said] * len(PLAIN)) == []


@settings(some, max_examples=15)
@given(line, line, line, texts)
def test_what_the_writer_writes_may_be_a_label_or_a_text(row: str, answer: str, mark: str, texts: Sequence[str]) -> None:
    assert findings(row, answer, mark, texts) == []
