"""`ojdsl show`, `explain` and `burden`: what they print, as text and as JSON, and their exit status."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from ojdsl.cli.layout import WIDTH, columns, paragraph
from ojdsl.cli.show import indicator_text
from tests.cli.conftest import Run, edit
from tests.real import ROOT, catalogue

AREA = "specs/2017/missbruk"
Write = Callable[..., str]


@pytest.fixture
def write(run: Run) -> Write:
    """Writes answers of units: code → the columns that are not blank."""
    run("sample", AREA, "-o", "svar.csv")
    header = Path("svar.csv").read_text(encoding="utf-8-sig").splitlines()[0].split(",")

    def made(**units: dict[str, str]) -> str:
        text = io.StringIO()
        out = csv.DictWriter(text, header, restval="")
        out.writeheader()
        out.writerows({"enhet": unit.removeprefix("u"), **answers} for unit, answers in units.items())
        Path("svar.csv").write_text(text.getvalue(), encoding="utf-8")
        return "svar.csv"

    return made


# --- show -------------------------------------------------------------------------------------------------------------


def test_the_order_of_answers_is_shown_where_better_answers_are_claimed(run: Run) -> None:
    claimed = run("show", str(ROOT / AREA), "kompetensplan").out
    assert "Bättre svar\n  Ett bättre svar ger aldrig ett sämre resultat." in claimed
    assert "(G)6 b  ”Ja” före ”Nej”. Utan ordning: ”Ej aktuellt”" in claimed
    assert "”A” markerat före omarkerat" in claimed
    assert "Bättre svar" not in run("show", str(ROOT / AREA), "samordning").out


def test_a_family_shows_its_members_and_the_table(run: Run) -> None:
    result = run("show", AREA, "samordning")
    assert (result.status, result.err) == (0, "")
    assert "Familjen samordning har 2 indikatorer; den första visas\n  samordning_ekonomi" in result.out
    assert result.out.endswith(
        "  (G)2              (G)2 a            Resultat\n"
        "  Nej, behövs inte  –                 Ja\n"
        "  Ja                Ja / Ej aktuellt  Ja\n"
        "  Nej               –                 Nej\n"
        "  Ja                Nej               Nej\n"
        "  Ej aktuellt       –                 Ej aktuellt\n"
    )


def test_what_the_other_answers_are(run: Run) -> None:
    assert "Resultatet Nej får alla som har svarat ”Nej” på fråga (G)2 eller (G)2 a." in run("show", AREA, "samordning").out
    assert "Andra svar" not in run("show", AREA, "metod").out


def test_a_background_measure(run: Run) -> None:
    out = run("show", AREA, "tid").out
    assert "Bakgrundsmått" in out
    assert "  Kan inte svara publiceras inte.\n" in out
    assert "Nämnare" not in out


def test_an_unknown_indicator(run: Run) -> None:
    result = run("show", AREA, "methd")
    assert (result.status, result.out) == (2, "")
    assert result.err == "Indikatorn methd finns inte i området. Menade du metod?\n"
    assert "De som finns är samordning, plan, metod, tid." in run("show", AREA, "xyz").err
    assert run("show", AREA, "methd", "--lang", "en").err == "There is no indicator methd in the area. Did you mean metod?\n"


def test_specs_with_errors(run: Run) -> None:
    edit(Path(AREA) / "metod.yaml", "M5 är Nej", "M55 är Nej")
    assert run("show", AREA, "metod").status == 1
    assert run("burden", AREA).status == 1


def test_every_indicator_of_2017_fits_the_width() -> None:
    for indicator in catalogue().indicators:
        lines = indicator_text((indicator,), catalogue()).splitlines()
        assert max(map(len, lines)) <= WIDTH
        assert not any(line != line.rstrip() for line in lines)


def test_wide_columns_give_way_and_a_question_id_stays_on_a_line() -> None:
    long = "ord " * 40
    lines = columns([["Fråga", "Svar", "Utfall"], [long, "x" * 70, "Ja"]], 2).splitlines()
    assert max(map(len, lines)) <= WIDTH
    assert len({line.index("Svar") for line in lines[:1]} | {line.index("xxx") for line in lines[1:2]}) == 1
    assert all("(G)2 a" in paragraph("x" * size + " på fråga (G)2 a.") for size in range(80, 100))


# --- explain ----------------------------------------------------------------------------------------------------------


def test_why_a_unit_got_no(run: Run, write: Write) -> None:
    path = write(u0114={"G2_ekonomi": "Ja", "G2a_ekonomi": "Nej"})
    result = run("explain", AREA, path, "--unit", "0114", "--indicator", "samordning_ekonomi")
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith("0114 Upplands Väsby, Missbruks- och beroendevården, ")
    assert "(samordning_ekonomi): Nej\n  Ni får Nej eftersom ni har svarat ”Nej” på fråga (G)2 a.\n" in result.out


def test_the_same_as_json(run: Run, write: Write) -> None:
    path = write(u0114={"G2_ekonomi": "Ja", "G2a_ekonomi": "Nej", "M5": "Ja, för alla"})
    found = json.loads(run("explain", AREA, path, "--unit", "0114", "--format", "json").out)
    by_indicator = {one["indicator"]: one for one in found}
    assert list(by_indicator) == ["samordning_ekonomi", "samordning_aldreomsorg", "plan", "metod", "tid"]
    no = by_indicator["samordning_ekonomi"]
    assert list(no) == ["unit", "indicator", "outcome", "reason", "decided_by", "conditions", "needed", "text"]
    assert (no["outcome"], no["reason"], no["decided_by"]) == ("Nej", "", {"G2_ekonomi": "Ja", "G2a_ekonomi": "Nej"})
    (condition,) = no["conditions"]
    assert (condition["outcome"], condition["met"]) == ("Ja", False)
    assert condition["text"].startswith("uppfyllt minst ett av följande två villkor: a) svarat ”")
    assert no["needed"] in ({"G2_ekonomi": "Nej, behövs inte"}, {"G2a_ekonomi": "Ja"})
    assert by_indicator["metod"]["needed"] is None
    assert (by_indicator["plan"]["reason"], by_indicator["plan"]["decided_by"]) == ("obesvarad", {})
    assert by_indicator["metod"]["conditions"] == [
        {"outcome": "Ja", "met": True, "text": "svarat ”Ja, för alla” på fråga (M)5"},
    ]
    assert [by_indicator[name]["conditions"] for name in ("plan", "tid")] == [[], []]


def test_json_is_as_its_schema_says(run: Run, write: Write) -> None:
    path = write(
        u0114={"G2_ekonomi": "Ja", "G2a_ekonomi": "Nej", "M5": "Ja, för alla", "G6_missbruk": "Nej", "M1": "Kan inte svara"},
        u2584={"missbruk_besvaras": "Nej", "G2_ekonomi": "Ej aktuellt"},
    )
    validator = jsonschema.Draft202012Validator(json.loads((ROOT / "docs/schema/explain.schema.json").read_text("utf-8")))
    seen = set()
    for unit in ("0114", "2584"):
        made = json.loads(run("explain", AREA, path, "--unit", unit, "--format", "json").out)
        validator.validate(made)
        seen |= {(one["outcome"], one["reason"]) for one in made}
    assert seen >= {("Ja", ""), ("Nej", ""), ("Ej aktuellt", ""), ("Kan inte svara", ""), ("Bortfall", "obesvarad")}
    summary = json.loads(run("explain", AREA, path, "--summary", "--format", "json").out)
    validator.validate(summary)
    assert not validator.is_valid([{**made[0], "extra": 1}])
    assert not validator.is_valid([{**made[0], "reason": "glömt"}])
    assert not validator.is_valid([*made, *summary])


def test_units_without_answers(run: Run, write: Write) -> None:
    path = write(u0114={"missbruk_besvaras": "Nej", "G6_missbruk": "Nej", "G6b": "hemligt"})
    declined = json.loads(run("explain", AREA, path, "--unit", "0114", "--indicator", "metod", "--format", "json").out)
    assert [(one["outcome"], one["reason"], one["needed"]) for one in declined] == [("Bortfall", "avbojt_omrade", None)]
    missing = run("explain", AREA, path, "--unit", "2584")
    assert missing.out.count("inga svar har kommit in från er") == 5
    assert "hemligt" not in run("explain", AREA, path, "--unit", "0114").out


def test_wrong_usage_of_explain(run: Run, write: Write) -> None:
    path = write(u0114={})
    assert run("explain", AREA, path).err.startswith("Kommandot går inte att tolka: ange antingen --unit eller --summary.")
    assert run("explain", AREA, path, "--unit", "0114", "--summary").status == 2
    unknown = run("explain", AREA, path, "--unit", "0115")
    assert (unknown.status, unknown.out) == (2, "")
    assert unknown.err.startswith("Enheten 0115 finns inte i omgångens register. Menade du 0114")
    assert run("explain", AREA, path, "--unit", "0114", "--indicator", "plann").status == 2
    assert run("explain", AREA, "saknas.csv", "--unit", "0114").status == 2


def test_errors_in_answers(run: Run, write: Write) -> None:
    path = write(u0114={"M5": "Kanske"})
    for command in (("explain", AREA, path, "--unit", "0114"), ("explain", AREA, path, "--summary"), ("burden", AREA, path)):
        result = run(*command)
        assert (result.status, result.out) == (1, "")
        assert "fel OJ615" in result.err


def test_what_most_often_gives_no(run: Run, write: Write) -> None:
    path = write(u0114={"M5": "Nej", "G2_ekonomi": "Nej"}, u2584={"M5": "Ja, för alla", "G2_ekonomi": "Ja", "G2a_ekonomi": "Nej"})
    out = run("explain", AREA, path, "--summary").out
    assert "1 av 2 enheter i nämnaren får Nej (50 procent)." in out
    found = json.loads(run("explain", AREA, path, "--summary", "--format", "json").out)
    by_indicator = {one["indicator"]: one for one in found}
    assert "tid" not in by_indicator
    method = by_indicator["metod"]
    assert (method["no"], method["denominator"], method["share"], method["units"]) == (1, 2, 50, 1)
    assert method["decided_by"] == {"M5": "Nej"}
    assert by_indicator["plan"] == {
        "indicator": "plan", "no": 0, "denominator": 0, "share": None, "decided_by": {}, "units": 0,
        "text": "Ingen av 0 enheter i nämnaren får Nej.",
    }  # fmt: skip


# --- burden -----------------------------------------------------------------------------------------------------------


def test_the_burden_without_answers(run: Run) -> None:
    result = run("burden", AREA)
    assert (result.status, result.err) == (0, "")
    assert "i genomsnitt" not in result.out
    assert "(G)6 a: ”Utbildning”  inget skäl är angivet" in result.out
    assert "(G)2 a  ”Ja” och ”Ej aktuellt”" in result.out
    assert max(map(len, result.out.splitlines())) <= WIDTH


def test_the_burden_with_answers(run: Run, write: Write) -> None:
    path = write(
        u0114={"missbruk_besvaras": "Ja", "G2_ekonomi": "Nej", "G2_aldreomsorg": "Nej", "G6_missbruk": "Ja"},
        u2584={"missbruk_besvaras": "Nej", "G2_ekonomi": "Ja"},
    )
    found = json.loads(run("burden", AREA, path, "--format", "json").out)
    assert found["units"] == 1
    assert found["questions"] == {"least": 5, "most": 6, "average": {"least": 5.0, "most": 5.0}}
    assert found["unneeded"] == ["G6a_missbruk_utbildning", "G6b"]
    assert {"column": "G2a_ekonomi", "labels": ["Ja", "Ej aktuellt"]} in found["interchangeable"]
    assert (found["settled"], found["settled_by_indicator"]) == ([], [])
    assert "Genomsnittet gäller 1 enhet" in run("burden", AREA, path).out


def test_the_burden_says_when_what_was_asked_is_open(run: Run, write: Write) -> None:
    path = write(u0114={"missbruk_besvaras": "Ja"})
    assert json.loads(run("burden", AREA, path, "--format", "json").out)["questions"]["average"] == {"least": 5.0, "most": 6.0}
    assert "5,0–6,0" in run("burden", AREA, path).out
