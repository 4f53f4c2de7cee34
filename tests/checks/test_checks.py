"""Each check finds its fault in a small change of good specs, and nothing in the specs themselves."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from ojdsl import pipeline
from ojdsl.checks.claims import claims
from ojdsl.checks.dates_by_hand import dates_by_hand
from ojdsl.checks.examples import examples
from ojdsl.checks.gaps import gaps
from ojdsl.checks.implied import implied
from ojdsl.checks.law_numbers import law_numbers
from ojdsl.checks.otherwise import otherwise
from ojdsl.checks.outcomes import outcomes
from ojdsl.checks.overlaps import overlaps
from ojdsl.checks.parts import parts
from ojdsl.checks.same_rule import same_rule
from ojdsl.checks.same_wording import same_wording, two_wordings
from ojdsl.checks.skip_conditions import skip_conditions
from ojdsl.checks.spellings import spellings
from ojdsl.checks.unused_names import unused_names
from ojdsl.checks.unused_questions import unused_questions
from ojdsl.diagnostics.fact import Diagnostic, position_of
from ojdsl.logic.space import Space
from ojdsl.model.nodes import Catalogue, Indicator
from ojdsl.model.texts import read_package
from ojdsl.syntax.specs import Spec
from tests.diagnostics.cases import AREA, base_files

Change = tuple[str, str, str]
OfRule = Callable[[Indicator, Space, Catalogue], list[Diagnostic]]
PLAN, METHOD = "specs/2017/missbruk/plan.yaml", "specs/2017/missbruk/metod.yaml"
COORDINATION, BANK = "specs/2017/missbruk/samordning.yaml", "specs/2017/frågor/G6.yaml"
NOTHING: Change = (METHOD, "", "")


@cache
def compiled(change: Change) -> tuple[Catalogue, tuple[Spec, ...]]:
    """The small specs with one change, which names all it should."""
    name, old, new = change
    files = dict(base_files())
    text = files[name].decode()
    assert old in text
    files[name] = text.replace(old, new, 1).encode()
    project = pipeline.read(files)
    assert project.faults == ()
    return pipeline.check(project, [AREA]).catalogues[AREA], tuple(project.specs.values())


def codes(check: OfRule, change: Change, name: str) -> list[str]:
    """The codes that a check of rules gives for one indicator."""
    catalogue, _ = compiled(change)
    indicator = next(one for one in catalogue.indicators if name in (one.id, one.family))
    return [fault.code for fault in check(indicator, Space(catalogue.cells()), catalogue)]


NO_NEJ: Change = (METHOD, "  Nej: M5 är Nej\n", "")
TWICE: Change = (METHOD, "Delvis: M5 är", 'Delvis: M5 är "Ja, för alla" eller')
NEVER: Change = (METHOD, 'Delvis: M5 är "Ja, för några"', 'Delvis: M5 är Nej, och M5 är "Ja, för några"')
UNTOLD: Change = (METHOD, "redovisas_som: Ja/Delvis/Nej/Ej aktuellt", "redovisas_som: Ja/Nej/Ej aktuellt")
PROMISED: Change = (PLAN, "redovisas_som: Ja/Nej", "redovisas_som: Ja/Delvis/Nej")
SILENT: Change = (METHOD, "  Nej: M5 är Nej\n  Ej aktuellt: M5 är Ej aktuellt\n", "  Nej: annars\n")
NAMED: Change = (
    METHOD,
    "  Nej: M5 är Nej\n  Ej aktuellt: M5 är Ej aktuellt\n",
    "  Ej aktuellt: M5 är Ej aktuellt\n  Nej: annars\n",
)
NARROW: Change = (COORDINATION, "påstås: G2 är inte Ej aktuellt", "påstås: G2 är Ja")
WIDE: Change = (COORDINATION, "påstås: G2 är inte Ej aktuellt", "påstås: G2 är inte Nej")
OTHER_RESULT: Change = (COORDINATION, "      G2a: Ja\n    ger: Ja", "      G2a: Nej\n    ger: Ja")
UNCOUNTED: Change = (COORDINATION, "påstås: G2 är inte Ej aktuellt", "utfall: Nej")
OPEN: Change = (COORDINATION, "      G2a: Ja\n    ger: Ja", "    ger: Bortfall")


@pytest.mark.parametrize(
    ("check", "change", "name", "expected"),
    [
        (gaps, NOTHING, "metod", []),
        (gaps, NO_NEJ, "metod", ["OJ420"]),
        (overlaps, NOTHING, "samordning", []),
        (overlaps, TWICE, "metod", ["OJ421"]),
        (outcomes, NOTHING, "metod", []),
        (outcomes, NEVER, "metod", ["OJ422"]),
        (outcomes, UNTOLD, "metod", ["OJ423"]),
        (outcomes, PROMISED, "plan", ["OJ431"]),
        (otherwise, NOTHING, "samordning", []),
        (otherwise, SILENT, "metod", ["OJ424"]),
        (otherwise, NAMED, "metod", []),
        (claims, NOTHING, "samordning", []),
        (claims, NARROW, "samordning", ["OJ425"]),
        (claims, WIDE, "samordning", ["OJ425"]),
        (claims, NOTHING, "plan", []),
        (claims, UNCOUNTED, "samordning", ["OJ442"]),
        (parts, NOTHING, "samordning", []),
        (parts, NOTHING, "plan", []),
        (examples, NOTHING, "samordning", []),
        (examples, OTHER_RESULT, "samordning", ["OJ428"]),
        (examples, OPEN, "samordning", []),
    ],
)
def test_a_check_of_rules(check: OfRule, change: Change, name: str, expected: list[str]) -> None:
    assert codes(check, change, name) == expected


def test_a_counterexample_is_an_answer_that_shows_the_fault() -> None:
    catalogue, _ = compiled(NO_NEJ)
    indicator = next(one for one in catalogue.indicators if one.id == "metod")
    (fault,) = gaps(indicator, Space(catalogue.cells()), catalogue)
    assert fault.counterexample is not None
    assert dict(fault.counterexample.columns) == {"M5": "Nej"}
    assert fault.counterexample.form == (("M5", "Nej"),)


def test_a_form_names_what_is_not_asked_and_the_message_what_clashes() -> None:
    catalogue, _ = compiled(NARROW)
    indicator = next(one for one in catalogue.indicators if one.family == "samordning")
    (fault,) = claims(indicator, Space(catalogue.cells()), catalogue)
    assert fault.counterexample is not None
    assert fault.counterexample.form == (("G2, Ekonomiskt bistånd", "Nej"), ("G2a, Ekonomiskt bistånd", None))
    assert (fault.facts["outcome"], fault.facts["claim"]) == ("Nej", "G2 är Ja")
    listed = (COORDINATION, "Ej aktuellt: G2 är Ej aktuellt", 'Ej aktuellt: G2 är "Nej, behövs inte"')
    catalogue, _ = compiled(listed)
    indicator = next(one for one in catalogue.indicators if one.family == "samordning")
    (fault,) = overlaps(indicator, Space(catalogue.cells()), catalogue)
    assert fault.facts["first_part"] == fault.facts["second_part"] == 'G2 är "Nej, behövs inte"'


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("G6 är Nej", []),
        ("högst 1 av G6a är Ja", ["OJ443"]),
        ("G6 är Nej, och G6a innehåller Handledning", ["OJ426"]),
        ("G6a ställs", []),
    ],
)
def test_every_question_can_be_asked(condition: str, expected: list[str]) -> None:
    catalogue, _ = compiled((BANK, "ställs_om: G6 är Nej", f"ställs_om: {condition}"))
    assert [fault.code for fault in skip_conditions(Space(catalogue.cells()), catalogue)] == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (NOTHING, []),
        ((BANK, "    redovisas_inte: svaren läses för hand\n", ""), [("OJ340", "G6b")]),
        ((BANK, "    flera_svar: ja\n", "    flera_svar: ja\n    redovisas_inte: för hand\n"), [("OJ344", "G6a")]),
        (("specs/2017/frågor/G2.yaml", "    kod: ekonomi\n", "    kod: ekonomi\n    redovisas_inte: x\n"), [("OJ345", "G2")]),
    ],
)
def test_every_question_is_needed(change: Change, expected: list[tuple[str, str]]) -> None:
    catalogue, _ = compiled(change)
    assert [(fault.code, fault.facts["question"]) for fault in unused_questions([catalogue])] == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (NOTHING, []),
        ((BANK, "begrepp:\n  - ledningsnivå/plan\n", ""), [("OJ342", "ledningsnivå/plan")]),
        ((COORDINATION, "lagrum:\n  - SoL 3:5\n", ""), [("OJ343", "SoL")]),
        ((COORDINATION, "underlag:\n  - nr2015\n", ""), [("OJ346", "nr2015")]),
    ],
)
def test_every_shared_name_is_used(change: Change, expected: list[tuple[str, str]]) -> None:
    _, specs = compiled(change)
    assert [(fault.code, fault.facts["name"]) for fault in unused_names(specs)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kommunen använde metoden.", []),
        ("Kommunen använde {tolv_månader}.", []),
        ("Senast 1 februari 2017.", ["1 februari 2017"]),
        ("Från 2016-02-01 till 2017.", ["2016-02-01", "2017"]),
        ("Under 12 månader, eller 3 mån.", ["12 månader", "3 mån"]),
        ("Enligt lagen (2001:453).", []),
        ("Inom 14 dagar för 1234 personer.", []),
    ],
)
def test_dates_come_from_the_round(text: str, expected: list[str]) -> None:
    _, specs = compiled((METHOD, "mått: Kommunen använde metoden.", f"mått: {text}"))
    assert [fault.facts["date"] for fault in dates_by_hand(specs)] == expected


@pytest.mark.parametrize(
    ("rule", "needless", "simpler"),
    [
        ("G6 är Ja, och G6a innehåller Handledning", (), ""),  # what only the skip conditions make needless may be said
        (
            "G6 är Ja, och G6 är inte Nej, och G6a innehåller Handledning",
            ("G6 är inte Nej",),
            "G6 är Ja, och G6a innehåller Handledning",
        ),
        ("G6 är Ja, och G6 är Ja eller Nej", ("G6 är Ja eller Nej",), "G6 är Ja"),
        ("G6a innehåller Handledning, och G6a ställs", ("G6a ställs",), "G6a innehåller Handledning"),
        ("G6 är Ja, eller (G6 är Ja, och G6a innehåller Handledning)", ("G6 är Ja, och G6a innehåller Handledning",), "G6 är Ja"),
        ("minst 1 av G6a är Ja", (), ""),
        (
            "(G6 är Ja, och M5 är Nej), eller (G6 är Ja, och M5 är inte Nej)",
            ("M5 är inte Nej", "G6 är Ja, och M5 är Nej"),
            "G6 är Ja",
        ),
    ],
)
def test_a_simpler_rule_is_proposed(rule: str, needless: tuple[str, ...], simpler: str) -> None:
    catalogue, _ = compiled((PLAN, "Ja: G6 är Ja, och G6a innehåller Handledning", f"Ja: {rule}"))
    indicator = next(one for one in catalogue.indicators if one.id == "plan")
    found = parts(indicator, Space(catalogue.cells()), catalogue)
    assert [(fault.code, fault.facts["parts"], fault.facts["simpler"]) for fault in found] == (
        [("OJ440", needless, simpler)] if needless else []
    )


@pytest.mark.parametrize(
    ("rule", "unreached"),
    [
        (
            "G6a innehåller Handledning, eller (G6 är Nej, och G6a innehåller Utbildning)",
            ["G6 är Nej, och G6a innehåller Utbildning"],
        ),
        ("G6a innehåller Handledning, eller G6 är Nej", []),
        ("G6 är Nej, och G6a innehåller Handledning", []),  # no answers at all: told of the outcome
        ("G6 är Nej, och G6a innehåller Handledning, och G6a innehåller Utbildning", []),  # nor is it said to be too long
    ],
)
def test_a_part_that_no_answers_fulfil(rule: str, unreached: list[str]) -> None:
    catalogue, _ = compiled((PLAN, "Ja: G6 är Ja, och G6a innehåller Handledning", f"Ja: {rule}"))
    indicator = next(one for one in catalogue.indicators if one.id == "plan")
    found = parts(indicator, Space(catalogue.cells()), catalogue)
    assert [(fault.code, fault.facts["part"]) for fault in found] == [("OJ441", part) for part in unreached]


def test_a_clause_after_one_that_never_comes_is_simplified_all_the_same() -> None:
    never = 'Delvis: M5 är Nej, och M5 är "Ja, för några", och M5 är "Ja, för alla"'
    change = (
        METHOD,
        'Delvis: M5 är "Ja, för några"\n  Nej: M5 är Nej\n',
        f"{never}\n  Nej: M5 är Nej, och M5 är inte Ej aktuellt\n",
    )
    catalogue, _ = compiled(change)
    indicator = next(one for one in catalogue.indicators if one.id == "metod")
    found = parts(indicator, Space(catalogue.cells()), catalogue)
    assert [(fault.code, fault.facts["parts"]) for fault in found] == [("OJ440", ("M5 är inte Ej aktuellt",))]


@pytest.mark.parametrize(("check", "name"), [(gaps, "metod"), (parts, "plan"), (examples, "samordning")])
def test_what_is_too_large_is_told_once_and_by_name(check: OfRule, name: str) -> None:
    catalogue, _ = compiled(NOTHING)
    indicator = next(one for one in catalogue.indicators if name in (one.id, one.family))
    space = Space(catalogue.cells())
    space.pool.largest = 3
    (fault,) = check(indicator, space, catalogue)
    assert (fault.code, fault.place, fault.facts) == ("OJ427", indicator.span, {"name": name, "largest": 3})


UNSETTLED: Change = (COORDINATION, "      G2a: Ja\n    ger: Ja", "      G2a: Ja\n    ger: Ja\n    granska: ja")
SHOWN: Change = (COORDINATION, "      G2a: Ja\n    ger: Ja", "      G2a: Ja\n    ger: Ja\n    visa: ja")


@pytest.mark.parametrize(("change", "expected"), [(UNSETTLED, ["OJ433"]), (SHOWN, [])])
def test_marks_on_examples(change: Change, expected: list[str]) -> None:
    assert codes(examples, change, "samordning") == expected


@pytest.mark.parametrize(
    ("rule", "same", "follows"),
    [
        ("G6a innehåller Handledning", [("metod", "plan")], []),
        ("G6 är Ja, och G6a innehåller Handledning", [("metod", "plan")], []),
        ("G6a ställs", [], [("plan", "metod")]),
        ("G6 är Ja, och minst 2 av G6a är Ja", [], [("metod", "plan")]),
        ("G6a innehåller Utbildning", [], []),
    ],
)
def test_rules_that_are_equal_or_follow(rule: str, same: list[tuple[str, str]], follows: list[tuple[str, str]]) -> None:
    catalogue, _ = compiled((METHOD, *_method_with(rule)))
    space = Space(catalogue.cells())
    equal, after = same_rule(catalogue.indicators, space), implied(catalogue.indicators, space)
    assert [(fault.facts["name"], fault.facts["other"]) for fault in equal] == same
    assert [(fault.facts["name"], fault.facts["other"]) for fault in after] == follows


def _method_with(rule: str) -> tuple[str, str]:
    text = base_files()[METHOD].decode()
    old = text[text.index("  Ja: M5") :]
    return old, f"  Ja: {rule}\n  Nej: annars\nredovisas_som: Ja/Nej\n"


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("frågor/M5", "Använde ni metoden på gruppnivå?", "Hur lång tid gick det under {tre_månader} till första besök", ["M5"]),
        # capitals and spaces make no other question of it
        (
            "frågor/M5",
            "Använde ni metoden på gruppnivå?",
            "hur lång  tid gick det under {tre_månader} till första besök ?",
            ["M5"],
        ),
        ("frågor/M5", "Använde ni metoden på gruppnivå?", "Hur lång tid gick det under {tolv_månader} till första besök", []),
        ("frågor/M5", "Använde ni metoden på gruppnivå?", "Har rutinen följts upp under {tolv_månader}?", []),  # G2a asks of G2
    ],
)
def test_no_question_is_asked_twice(name: str, old: str, new: str, expected: list[str]) -> None:
    catalogue, _ = compiled((f"{AREA}/{name}.yaml", old, new))
    assert [fault.facts["question"] for fault in same_wording([catalogue])] == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (NOTHING, []),
        ((METHOD, "indikatorområde: Metoder", "indikatorområde: kompetens"), [("Kompetens", "kompetens")]),
        ((METHOD, "indikatorområde: Metoder", "indikatorområde: Kompetenser"), []),
        ((METHOD, "kortnamn: Metoden används", "kortnamn: Plan för  kompetens"), [("Plan för kompetens", "Plan för  kompetens")]),
        ((METHOD, "namn: Metoden används", "namn: plan för kompetens"), [("Plan för kompetens", "plan för kompetens")]),
        (
            (METHOD, "kortnamn: Metoden används\n", "kortnamn: Missbruks- och vård, missbruk- och vård\n"),
            [("missbruk- och vård", "Missbruks- och vård")],
        ),
        ((METHOD, "kortnamn: Metoden används\n", "kortnamn: Missbruks- och vård, missbruks- och vård\n"), []),
    ],
)
def test_one_spelling(change: Change, expected: list[tuple[str, str]]) -> None:
    _, specs = compiled(change)
    assert [(fault.facts["name"], fault.facts["other"]) for fault in spellings(specs)] == expected


@pytest.mark.parametrize(
    ("name", "quoted", "expected"),
    [
        ("Plan för Kompetens", None, ["OJ504"]),
        ("Plan för Kompetens", "Plan för Kompetens", []),
        ("Missbruks- och vård, missbruk- och vård", "missbruk- och vård", []),  # the other spelling is then the only one
        ("Missbruks- och vård, missbruk- och vård", "Plan för Kompetens", ["OJ504"]),
    ],
)
def test_a_spelling_that_the_deviations_quote_is_known(name: str, quoted: str | None, expected: list[str]) -> None:
    text = base_files()[METHOD].decode()
    change = text.replace("kortnamn: Metoden används", f"kortnamn: {name}")
    deviation = f"avvikelser:\n  - rader: 1\n    tryckt: {quoted}\n    här: så\n" if quoted else ""
    _, specs = compiled((METHOD, text, change + deviation))
    assert [fault.code for fault in spellings(specs)] == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (NOTHING, []),
        (("specs/gemensamt/lagar.yaml", "2001:453", "182:763"), ["182:763"]),
        (("specs/gemensamt/lagar.yaml", "2001:453", "SOSFS 2014:4"), []),
        (("specs/gemensamt/lagar.yaml", "2001:453", "SOSFS 14:4"), ["14:4"]),
        (("specs/gemensamt/litteratur.yaml", "Socialstyrelsen 2015", "Lagen (182:763)"), ["182:763"]),
        ((METHOD, "mått: Kommunen använde metoden.", "mått: Enligt lagen (82:763), kl. 8:30 (8:30)."), ["82:763"]),
    ],
)
def test_laws_have_whole_years(change: Change, expected: list[str]) -> None:
    _, specs = compiled(change)
    assert [fault.facts["number"] for fault in law_numbers(specs)] == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("Använde ni metoden på gruppnivå?", "Använde ni metoden  på gruppnivå?", []),
        ("Använde ni metoden på gruppnivå?", "Använder ni metoden?", ["M5"]),
        ("  - Nej\n", "  - Nej: aldrig\n", ["M5"]),
    ],
)
def test_no_question_of_a_round_has_two_wordings(old: str, new: str, expected: list[str]) -> None:
    """A question of their own, in two areas; those of the bank are the same in both."""
    catalogue, _ = compiled(NOTHING)
    other, _ = compiled((f"{AREA}/frågor/M5.yaml", old, new))
    assert [fault.facts["question"] for fault in two_wordings([catalogue, other])] == expected


def test_two_wordings_of_a_package_of_texts_are_shown_in_it() -> None:
    files = {name: content for name, content in base_files().items() if "/missbruk/" not in name}
    files |= {name.replace("missbruk/", "ungdom/"): text for name, text in base_files().items() if "/missbruk/" in name}
    files["specs/2017/ungdom/område.yaml"] = base_files()[f"{AREA}/område.yaml"].replace(b"missbruk\n", b"ungdom\n", 1)
    texts = b"texter: 2017/ungdom\nfr\xc3\xa5gor:\n  G6:\n    lyder: Har ni en plan?\n"
    project = pipeline.read({**base_files(), **files}, texts=read_package({"ungdom.yaml": texts}))
    found = [fault for fault in pipeline.check(project, project.areas).faults if fault.code == "OJ449"]
    assert [(fault.facts["question"], position_of(fault.place).file) for fault in found] == [("G6", "ungdom.yaml")]
