"""`ojdsl verify`: what of a document no longer equals the specs, in every format, and what cannot be read."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from tests.cli.conftest import Run, edit
from tests.verify.docx import W, edited, mark, p, r, small, zipped

AREA, BUILT = "specs/2017/missbruk", Path("generated/2017/missbruk")
FORMATS = ("bilaga2.docx", "bilaga2.html", "bilaga2.md")
PLAN = "För att uppnå målvärdet (Ja) krävs att kommunen har svarat ”Ja” på fråga (G)6 och markerat"


@pytest.fixture
def built(run: Run) -> Path:
    assert run("build", "specs").status == 0
    return BUILT


def changed(built: Path, old: str, new: str, name: str = "granskad.md") -> str:
    """Our Markdown with one place changed."""
    text = (built / "bilaga2.md").read_text(encoding="utf-8")
    assert old in text
    Path(name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return name


def codes(err: str) -> list[str]:
    return re.findall(r"(?:fel|varning|upplysning) (OJ\d{3})", err)


def test_what_was_just_built_is_equal_in_every_format(run: Run, built: Path) -> None:
    result = run("verify", AREA, *(str(built / name) for name in FORMATS))
    assert (result.status, result.out, result.err) == (0, "", "")


def test_another_assumption_is_told_and_left_to_be_changed_by_hand(run: Run) -> None:
    edit(Path(AREA) / "metod.yaml", "M5 är Nej", 'M5 är Nej, och M1 är "Kan inte svara"')
    assumed = '  - id: enstaka\n    när: M5 är Nej\n    så: M1 är "Kan inte svara"\n    skäl: Så är det.\n'
    edit(Path(AREA) / "område.yaml", "bakgrundsmått:\n", f"antaganden:\n{assumed}bakgrundsmått:\n")
    assert run("build", "specs").status == 0
    name = changed(BUILT, "antas också ha svarat ”Kan inte svara”", "antas också ha svarat ”Inom 3 dagar”")
    assert codes(run("verify", AREA, name).err) == ["OJ840"]
    for option in ("--propose", "--accept"):
        result = run("verify", AREA, name, option)
        assert result.status == 1
        assert "OJ840" in result.out


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("OJ820", PLAN, PLAN.replace("”Ja” på", "”Nej” på")),
        ("OJ820", "Alla andra svar ger resultatet Nej.\n", "\n"),
        ("OJ821", "”Ja” eller ”Ej aktuellt” på fråga (G)2 a", "”Ja” eller ”Ej aktullt” på fråga (G)2 a"),
        ("OJ821", "minst ett av följande två", "minst ett av följande tre"),
        ("OJ822", "med resultatet Ja, Delvis eller Nej.", "med resultatet Ja eller Nej."),
        ("OJ823", "Kommuner som har svarat ”Ej aktuellt” på fråga (M)5 ingår inte.", ""),
        ("OJ824", "*Ställs om kommunen har svarat ”Ja” på fråga (G)6.*", "*Ställs om kommunen har svarat ”Nej” på fråga (G)6.*"),
        ("OJ825", "*Ställs för varje rad där svaret på fråga (G)2 är ”Ja”.*\n", ""),
        ("OJ826", "Ja, för några / Nej", "Nej / Ja, för några"),
        ("OJ827", "***Fråga (G)6 b***", "***Fråga (G)6 c***"),
        ("OJ828", "**Mätperiod:** 1 februari 2016", "**Mätperiod:** 1 februari 2015"),
        ("OJ828", "Fanns det den 1 februari 2017 en plan", "Fanns det den 1 mars 2017 en plan"),
        ("OJ829", "kommuner, storstäder, län och riket. För storstäder, län", "kommuner, län och riket. För län"),
        ("OJ829", "mer än 20 procent", "mer än 25 procent"),
        ("OJ829", "100 procent (2 av 2)", "50 procent (1 av 2)"),
        ("OJ830", "Rutin för samordning, ekonomin", "Rutin för samordning, pengar"),
        ("OJ833", "**Målvärde**\n\nDet finns en plan.\n", ""),
        ("OJ834", f"***Beräkning***\n\n{PLAN}", f"**Mätperiod:** hela våren\n\n***Beräkning***\n\n{PLAN}"),
        ("OJ835", "Rätt kompetens", "God kompetens"),
        ("OJ835", "Ett förtydligande är däremot", "Ett förtydligande är"),
        ("OJ836", "minst ett av följande två villkor:", "minst 1 av följande 2 villkor:"),
        ("OJ837", "Det finns en plan.", "Det finns en plan.<!-- Bo: är det så? -->"),
    ],
)  # fmt: skip
def test_a_change_is_found(code: str, old: str, new: str, run: Run, built: Path) -> None:
    result = run("verify", AREA, changed(built, old, new))
    assert set(codes(result.err)) == {code}, result.err
    assert result.status == (0 if code in ("OJ836", "OJ837") else 1)


def test_another_word_in_a_picture_is_found(run: Run, built: Path) -> None:
    page = (built / "bilaga2.html").read_text(encoding="utf-8")
    Path("granskad.html").write_text(page.replace(">Ja</tspan>", ">Nej</tspan>", 1), encoding="utf-8")
    result = run("verify", AREA, "granskad.html")
    assert (result.status, codes(result.err)) == (1, ["OJ841"])
    assert "”Ja” i specifikationen är ”Nej” i bilden" in result.err


def test_an_indicator_is_missed_and_a_new_one_noticed(run: Run, built: Path) -> None:
    text = (built / "bilaga2.md").read_text(encoding="utf-8")
    before, middle, after = re.split(r"(?m)^(?=##### Metoder$|## Bakgrundsmått$)", text)
    own = middle.partition("###### ")[2].replace("Metoden används", "Något nytt").replace("(M)5", "(M)9")
    Path("a.md").write_text(f"{before}##### Metoder\n\n{after}\n###### {own}", encoding="utf-8")
    found = run("verify", AREA, "a.md")
    assert set(codes(found.err)) == {"OJ831", "OJ832"}
    assert "Indikatorn metod finns inte" in found.err
    assert "”Något nytt”" in found.err


def test_a_difference_of_rules_is_shown_as_a_form(run: Run, built: Path) -> None:
    result = run("verify", AREA, changed(built, PLAN, PLAN.replace("”Ja” på", "”Nej” på")), "--format", "json")
    (fault,) = json.loads(result.out)
    assert (result.status, result.err, fault["code"]) == (1, "", "OJ820")
    assert fault["counterexample"]["columns"] == {"G6_missbruk": "Ja", "G6a_missbruk_handledning": "Ja"}


def test_a_document_of_other_specs_says_so(run: Run, built: Path) -> None:
    name = changed(built, "Rätt kompetens", "Rätt kompetens")
    spec = Path(AREA, "plan.yaml")
    spec.write_text(spec.read_text(encoding="utf-8").replace("Rätt kompetens", "God kompetens"), encoding="utf-8")
    assert set(codes(run("verify", AREA, name).err)) == {"OJ835", "OJ838"}


def test_reviewers_are_shown_side_by_side(run: Run, built: Path) -> None:
    first = changed(built, "Rätt kompetens ger", "God kompetens ger", "anna.md")
    second = changed(built, "Rätt kompetens ger", "All kompetens ger", "bo.md")
    third = changed(built, "Det finns en plan.", "Det finns en skriftlig plan.", "cy.md")
    result = run("verify", AREA, first, second, third)
    assert result.status == 1
    assert codes(result.err).count("OJ839") == 1
    assert result.out == (
        "\nplan, Syfte\n  specifikationen: Rätt\n  anna.md: God\n  bo.md: All\n  cy.md: oförändrad\n"
        "\nplan, Målvärde\n  specifikationen: en\n  anna.md: oförändrad\n  bo.md: oförändrad\n  cy.md: en skriftlig\n"
    )


def test_a_tracked_change_names_who_made_it_and_a_comment_who_wrote_it(run: Run, built: Path) -> None:
    def tracked(xml: str) -> str:
        old = re.search(r"<w:r>(?:(?!</w:r>).)*>Rätt kompetens ger bättre insatser\.</w:t></w:r>", xml)
        assert old
        change = r("Rätt kompetens ") + mark("del", r("ger", "delText")) + mark("ins", r("leder till")) + r(" bättre insatser.")
        return xml.replace(old[0], change)

    Path("a.docx").write_bytes(edited((built / "bilaga2.docx").read_bytes(), tracked))
    result = run("verify", AREA, "a.docx")
    assert codes(result.err) == ["OJ835"]
    assert "(plan, Syfte) (Anna Ek, 2017-03-01): ”ger” har blivit ”leder till”." in result.err


def _locked() -> bytes:
    return bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600


def _encrypted() -> bytes:
    content = bytearray(small(p(r("Ja"))))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def _bomb() -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", compression=zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}">' + " " * 60_000_000)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.odt", lambda: b"x", "dokument som kan"),
        ("a.docx", lambda: b"PK\x03\x04trasig", "ingen hel Word-fil"),
        ("a.docx", lambda: small(p(r("Ja")))[:-40], "ingen hel Word-fil"),
        ("a.docx", _locked, "lösenord"),
        ("a.docx", _encrypted, "lösenord"),
        ("a.docx", lambda: zipped({"[Content_Types].xml": "<a/>", "xl/workbook.xml": "<a/>"}), "annat slags Office-fil"),
        ("a.docx", _bomb, "för stor"),
        ("a.docx", lambda: b"", "är tom"),
        ("a.md", lambda: b"\xef\xbb\xbf\n \n", "är tom"),
        ("a.md", lambda: b"\x81\x8d", "ingen text"),
        ("a.txt", lambda: b"\xff\xfea", "ingen text"),
        ("a.html", lambda: b"<meta charset=nonsens>\xe5", "ingen text"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_line(
    name: str, content: Callable[[], bytes], words: str, run: Run, built: Path
) -> None:
    Path(name).write_bytes(content())
    result = run("verify", AREA, name)
    assert (result.status, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert result.err.startswith(f"{name}: ")
    assert words in result.err
    assert len(run("verify", AREA, name, "--lang", "en").err.splitlines()) == 1


def test_a_missing_document_and_specs_with_errors(run: Run, built: Path) -> None:
    assert run("verify", AREA, "finns-inte.docx").status == 2
    Path(AREA, "plan.yaml").write_text("indikator: plan\n", encoding="utf-8")
    assert run("verify", AREA, str(built / "bilaga2.md")).status == 1
