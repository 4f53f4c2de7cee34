"""`ojdsl verify --accept`: edited texts are written into the specs, to the word, and nothing else ever is."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ojdsl.cli.errors import PathError
from ojdsl.cli.files import write_file
from tests.cli.conftest import Run, edit, files_below
from tests.verify.docx import edited, mark, r

AREA, DOCUMENT = "specs/2017/missbruk", "granskad.md"
PLAN = Path(AREA, "plan.yaml")
Review = Callable[..., str]


@pytest.fixture
def review(run: Run) -> Review:
    """Makes a document with some places of ours changed."""
    assert run("build", "specs").status == 0
    built = Path("generated/2017/missbruk/bilaga2.md").read_text(encoding="utf-8")

    def made(*changes: tuple[str, str], name: str = DOCUMENT) -> str:
        text = built
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        Path(name).write_text(text, encoding="utf-8")
        return name

    return made


def text_faults(err: str) -> list[str]:
    return re.findall(r"OJ8(?:35|39)", err)


HOSTILE = (
    "# inget", "a: b", "a #b", "'citat' och \"fler\"", "- nej", "<b>fet</b>", "*kursiv", "[x]", "&a", "!kör", "\\n", "| rör",
    "@a `b`", "$", "%s",
)  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_a_document_says_becomes_that_text_or_nothing(words: str, run: Run, review: Review) -> None:
    escaped = "".join(f"\\{sign}" if sign in "\\`*_[]<>#|-&!" else sign for sign in words)
    review(("Rätt kompetens ger bättre", f"Rätt {escaped} ger bättre"))
    before = files_below(Path("specs"))
    result = run("verify", AREA, DOCUMENT, "--accept")
    after = files_below(Path("specs"))
    assert [name for name in after if after[name] != before[name]] == ["2017/missbruk/plan.yaml"], result.out + result.err
    assert result.status == 0
    again = run("verify", AREA, DOCUMENT)
    assert text_faults(again.err) == []
    assert run("check", "specs").status == 0
    assert f"Rätt {words} ger".replace("'", "''") in PLAN.read_text(encoding="utf-8").replace("''", "'").replace("'", "''")


@pytest.mark.parametrize(
    ("words", "reason"),
    [("{mätdatum} kompetens", "betyder något annat"), ("\\*all\\* kompetens", "precis samma text"), ("", "")],
)
def test_words_that_would_say_something_else_in_a_spec_are_not_written(words: str, reason: str, run: Run, review: Review) -> None:
    review(("Rätt kompetens ger bättre", f"Rätt {words} ger bättre"))
    before = PLAN.read_bytes()
    result = run("verify", AREA, DOCUMENT, "--accept")
    if reason:
        assert (result.status, PLAN.read_bytes()) == (1, before)
        assert reason in result.out
    else:
        assert "syfte: Rätt ger bättre insatser.\n" in PLAN.read_text(encoding="utf-8")


def test_comments_layout_and_other_texts_stay(run: Run, review: Review) -> None:
    text = PLAN.read_text(encoding="utf-8")
    block = "|\n  # inget att ta bort\n  Rätt kompetens\n  ger bättre insatser.\n\n  - ett\n  - två   # tre\n\n# en kommentar\n"
    changed = text.replace("Rätt kompetens ger bättre insatser.\n", block).replace("typ: Struktur", "typ:   Struktur  # ja")
    PLAN.write_bytes(b"\xef\xbb\xbf" + changed.replace("\n", "\r\n").encode())
    assert run("build", "specs").status == 0
    built = Path("generated/2017/missbruk/bilaga2.md").read_text(encoding="utf-8")
    Path(DOCUMENT).write_text(built.replace("ger bättre insatser.", "ger mycket bättre insatser."), encoding="utf-8")
    assert run("verify", AREA, DOCUMENT, "--accept").status == 0
    after = changed.replace("  ger bättre", "  ger mycket bättre").replace("\n", "\r\n").encode()
    assert PLAN.read_bytes() == b"\xef\xbb\xbf" + after


def test_paragraphs_and_items_come_and_go(run: Run, review: Review) -> None:
    edit(PLAN, "syfte: Rätt kompetens ger bättre insatser.", "syfte: |\n  Rätt kompetens.\n\n  - ett\n  - två")
    assert run("build", "specs").status == 0
    built = Path("generated/2017/missbruk/bilaga2.md").read_text(encoding="utf-8")
    new = built.replace("- ett\n- två\n", "- ett\n- tre och fyra\n- två\n").replace(
        "Rätt kompetens.\n", "Rätt kompetens.\n\nOch mer.\n"
    )
    Path(DOCUMENT).write_text(new, encoding="utf-8")
    assert run("verify", AREA, DOCUMENT, "--accept").status == 0
    assert "  Rätt kompetens.\n\n  Och mer.\n\n  - ett\n  - tre och fyra\n  - två\n" in PLAN.read_text(encoding="utf-8")
    Path(DOCUMENT).write_text(built.replace("- ett\n", ""), encoding="utf-8")
    assert run("verify", AREA, DOCUMENT, "--accept").status == 0
    assert "  Rätt kompetens.\n\n  - två\n" in PLAN.read_text(encoding="utf-8")


def test_rules_names_answers_and_dates_are_never_written(run: Run, review: Review) -> None:
    review(
        ("svarat ”Ja” på fråga (G)6 och markerat", "svarat ”Nej” på fråga (G)6 och markerat"),
        ("Plan för kompetens", "Plan för kunskap"),
        ("Ja, för några / Nej", "Nej / Ja, för några"),
        ("Fanns det den 1 februari 2017 en plan", "Fanns det den 1 mars 2017 en plan"),
    )
    before = files_below(Path("specs"))
    result = run("verify", AREA, DOCUMENT, "--accept")
    assert result.status == 1
    assert files_below(Path("specs")) == before
    assert set(re.findall(r"OJ\d{3}", result.out)) == {"OJ820", "OJ826", "OJ828", "OJ830"}
    assert "regler och villkor ändras bara för hand" in result.out


def test_what_reviewers_disagree_on_is_not_written_and_the_rest_is(run: Run, review: Review) -> None:
    first = review(
        ("Rätt kompetens ger", "God kompetens ger"), ("Det finns en plan.", "Det finns en skriftlig plan."), name="anna.md"
    )
    second = review(("Rätt kompetens ger", "All kompetens ger"), name="bo.md")
    result = run("verify", AREA, first, second, "--accept")
    assert result.status == 1
    assert result.out.count("granskarna har ändrat samma ord på olika sätt") == 2
    text = PLAN.read_text(encoding="utf-8")
    assert "syfte: Rätt kompetens ger bättre insatser.\nmålvärde: Det finns en skriftlig plan.\n" in text


def test_a_shared_text_is_written_when_it_is_changed_everywhere(run: Run, review: Review) -> None:
    shared = re.search(r"\nfelkällor: (?:\|\n  )?(\w+)", Path("specs/2017/omgång.yaml").read_text(encoding="utf-8"))
    assert shared
    built = Path("generated/2017/missbruk/bilaga2.md").read_text(encoding="utf-8")
    old = f"**Felkällor**\n\n{shared[1]}"
    Path(DOCUMENT).write_text(built.replace(old, f"{old} ibland", 1), encoding="utf-8")
    assert "texten är gemensam" in run("verify", AREA, DOCUMENT, "--accept").out
    Path(DOCUMENT).write_text(built.replace(old, f"{old} ibland"), encoding="utf-8")
    assert run("verify", AREA, DOCUMENT, "--accept").status == 0
    assert f"{shared[1]} ibland" in Path("specs/2017/omgång.yaml").read_text(encoding="utf-8")


def test_a_text_of_a_package_is_written_in_the_package(run: Run, review: Review) -> None:
    package = Path("texter/missbruk.yaml")
    package.parent.mkdir()
    package.write_text(
        "# våra ord\ntexter: 2017/missbruk\nindikatorer:\n  plan:\n    syfte: Den som kan mer gör mer.\n", encoding="utf-8"
    )
    assert run("build", "specs", "--texts", "texter", "-o", "ut").status == 0
    built = Path("ut/2017/missbruk/bilaga2.md").read_text(encoding="utf-8")
    Path(DOCUMENT).write_text(
        built.replace("gör mer.", "gör: mer.").replace("Det finns en plan.", "Planen finns."), encoding="utf-8"
    )
    assert run("verify", AREA, DOCUMENT, "--accept", "--texts", "texter").status == 0
    assert package.read_text(encoding="utf-8").endswith("    syfte: 'Den som kan mer gör: mer.'\n")
    assert "målvärde: Planen finns.\n" in PLAN.read_text(encoding="utf-8")
    assert "syfte: Rätt kompetens ger bättre insatser.\n" in PLAN.read_text(encoding="utf-8")
    assert text_faults(run("verify", AREA, DOCUMENT, "--texts", "texter").err) == []


def test_tracked_changes_are_written_as_accepted(run: Run, review: Review) -> None:
    def tracked(xml: str) -> str:
        old = re.search(r"<w:r>(?:(?!</w:r>).)*>Rätt kompetens ger bättre insatser\.</w:t></w:r>", xml)
        assert old
        change = r("Rätt kompetens ") + mark("del", r("ger", "delText")) + mark("ins", r("leder till")) + r(" bättre insatser.")
        return xml.replace(old[0], change)

    Path("a.docx").write_bytes(edited(Path("generated/2017/missbruk/bilaga2.docx").read_bytes(), tracked))
    assert run("verify", AREA, "a.docx", "--accept").status == 0
    assert "syfte: Rätt kompetens leder till bättre insatser.\n" in PLAN.read_text(encoding="utf-8")


def test_all_files_or_none(run: Run, review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    review(("Rätt kompetens ger", "God kompetens ger"), ("Använde ni metoden", "Har ni använt metoden"))
    before, written = files_below(Path("specs")), list[Path]()

    def failing(path: Path, content: bytes) -> None:
        written.append(path)
        if len(written) == 2:
            raise PathError(path, "unwritable")
        write_file(path, content)

    monkeypatch.setattr("ojdsl.cli.accept.write_file", failing)
    assert run("verify", AREA, DOCUMENT, "--accept").status == 2
    assert len(written) == 3
    assert files_below(Path("specs")) == before


def test_json_and_accept_do_not_go_together(run: Run, review: Review) -> None:
    assert run("verify", AREA, review(), "--accept", "--format", "json").status == 2
