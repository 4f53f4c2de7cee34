"""Assumptions prove what would else be refuted, contradict nothing, and are needed."""

from __future__ import annotations

import pytest

from ojdsl import pipeline
from ojdsl.diagnostics.fact import Diagnostic
from tests.diagnostics.cases import AREA, base_files, faults

PLAN, AREA_FILE, ROUND_FILE = f"{AREA}/plan.yaml", f"{AREA}/område.yaml", "specs/2017/omgång.yaml"
ASSUMED = "  - id: {id}\n    när: {when}\n    så: {then}\n    skäl: Planen ska omfatta handledning.\n"
GUIDED = ASSUMED.format(id="handledning", when="G6 är Ja", then="G6a innehåller Handledning")
GAP = ("  Nej: annars\n", "  Nej: G6 är Nej\n")


def files(*assumptions: str, plan: tuple[str, str] = GAP, where: str = AREA_FILE) -> dict[str, bytes]:
    """The small specs; the rule of `plan` has a gap where there is a plan without Handledning."""
    found = dict(base_files())
    rule = found[PLAN].decode()
    assert plan[0] in rule
    found[PLAN] = rule.replace(*plan).encode()
    if assumptions:
        found[where] += ("antaganden:\n" + "".join(assumptions)).encode()
    return found


def codes(found: list[Diagnostic]) -> list[str]:
    return [fault.code for fault in found]


def test_an_assumption_proves_what_is_refuted_without_it() -> None:
    assert codes(faults(files())) == ["OJ420"]
    assert codes(faults(files(GUIDED))) == []


def test_an_assumption_does_not_make_an_outcome_unreachable() -> None:
    never = ASSUMED.format(id="ingen_plan", when="G6 ställs", then="G6 är Nej")
    assert codes(faults(files(never))) == []  # the rule can still give Ja, to whoever answers so


def test_a_counterexample_is_one_that_the_assumptions_allow() -> None:
    plan = ("  Nej: annars\n", "  Nej: G6 är Nej, och M5 är Nej\n")
    for assumed, expected in (((), "Nej"), ((ASSUMED.format(id="plan", when="M5 ställs", then="G6 är Ja"),), "Ja")):
        (fault,) = (one for one in faults(files(*assumed, plan=plan)) if one.code == "OJ420")
        assert fault.counterexample is not None
        assert fault.counterexample.columns["G6_missbruk"] == expected


@pytest.mark.parametrize(
    ("when", "then", "expected"),
    [
        ("G6 är Ja", "G6 är Nej", ["OJ444"]),
        ("G6 är Nej", "G6a ställs", ["OJ444"]),  # by the condition of G6a
        ("G6 är Ja, och G6 är Nej", "G6 är Ja", ["OJ444"]),
        ("G6a innehåller Utbildning", "G6a innehåller Handledning", []),
    ],
)
def test_an_assumption_that_never_applies(when: str, then: str, expected: list[str]) -> None:
    found = faults(files(ASSUMED.format(id="ett", when=when, then=then)))
    assert [code for code in codes(found) if code == "OJ444"] == expected


def test_nothing_is_proven_with_assumptions_that_contradict_each_other() -> None:
    never = ASSUMED.format(id="motsats", when="G6 är Ja", then="G6a innehåller Utbildning, och G6 är Nej")
    found = faults(files(GUIDED, never))
    assert codes(found) == ["OJ444", "OJ444", "OJ420"]


def test_an_assumption_that_nothing_rests_on() -> None:
    other = ASSUMED.format(id="annat", when="M5 är Nej", then="G6 är Nej")
    found = faults(files(GUIDED, other))
    assert [(fault.code, fault.facts["name"]) for fault in found] == [("OJ445", "annat")]
    assert codes(faults(files(other))) == ["OJ420"]  # of a rule with faults nobody knows what it rests on


def test_an_assumption_is_needless_also_where_a_part_of_a_rule_is() -> None:
    other = ASSUMED.format(id="annat", when="M5 är Nej", then="G6 är Nej")
    rule = "Ja: G6 är Ja, och G6a innehåller Handledning"
    found = faults(files(other, plan=(rule, f"{rule}, och G6 är Ja eller Nej")))
    assert sorted(codes(found)) == ["OJ440", "OJ445"]


def test_two_assumptions_of_which_one_is_enough() -> None:
    twice = GUIDED.replace("id: handledning", "id: samma")
    assert [fault.facts["name"] for fault in faults(files(GUIDED, twice))] == ["handledning", "samma"]


def test_an_assumption_of_a_question_that_the_area_does_not_ask() -> None:
    found = files(ASSUMED.format(id="fraga", when="G9 är Ja", then="M5 är Nej"), plan=("", ""))
    question = "fråga: G9\nlyder: Finns en tjänst?\nsvar:\n  - Ja\n  - Nej\nredovisas_inte: den läses för hand\n"
    found["specs/2017/frågor/G9.yaml"] = question.encode()
    assert codes(faults(found)) == ["OJ445"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("G6 är Ja", "G77 är Ja", ["OJ301", "OJ420"]),
        ("G6 är Ja", "G6 är Kanske", ["OJ404", "OJ420"]),
        ("id: handledning", "id: Handledning", ["OJ318"]),
        ("    skäl: Planen ska omfatta handledning.\n", "", ["OJ203"]),
        ("id: handledning", "id: ''", ["OJ205"]),
    ],
)
def test_the_form_of_an_assumption(old: str, new: str, expected: list[str]) -> None:
    assert sorted(codes(faults(files(GUIDED.replace(old, new))))) == expected


def test_a_name_is_used_once() -> None:
    assert codes(faults(files(GUIDED, GUIDED))) == ["OJ314"]


def test_a_needless_assumption_can_be_accepted_with_a_reason() -> None:
    kept = GUIDED + "    godta:\n      OJ445: Den prövas mot svaren.\n"
    found = files(kept, plan=("", ""))
    checked = pipeline.check(pipeline.read(found), [AREA])
    assert (checked.faults, codes(list(checked.silenced))) == ((), ["OJ445"])


OTHER = "specs/2017/bistand"
OTHER_AREA = """område: bistand
namn: Ekonomiskt bistånd
sektion: B
rad: Bistånd
svarande: 2
indikatorer:
  - plan_bistand
"""


def two_areas(*assumptions: str, other: tuple[str, str] = GAP) -> list[Diagnostic]:
    """The faults of two areas that have the same rule, each of its own row, under assumptions of the round."""
    found = files(*assumptions, where=ROUND_FILE)
    found[f"{OTHER}/område.yaml"] = OTHER_AREA.encode()
    found["specs/2017/frågor/G6.yaml"] = found["specs/2017/frågor/G6.yaml"].replace(b"Ekonomiskt b", b"B")
    rule = base_files()[PLAN].decode().replace("indikator: plan", "indikator: plan_bistand")
    rule = rule.replace("Plan för kompetens", "Plan i ekonomiskt bistånd")
    found[f"{OTHER}/plan.yaml"] = rule.replace(*other).encode()
    return list(pipeline.check(pipeline.read(found), [AREA, OTHER]).faults)


def test_an_assumption_of_the_round_holds_in_each_area_for_its_own_row() -> None:
    assert codes(two_areas()) == ["OJ420", "OJ420"]
    assert codes(two_areas(GUIDED)) == []


def test_an_assumption_of_the_round_is_needed_if_one_area_needs_it() -> None:
    assert codes(two_areas(GUIDED, other=("", ""))) == []
    other = ASSUMED.format(id="annat", when="G6 är Ja", then="G6a innehåller Utbildning")
    assert [(fault.code, fault.facts["name"]) for fault in two_areas(GUIDED, other)] == [("OJ445", "annat")]


def test_an_assumption_of_the_round_leaves_areas_alone_that_do_not_ask_its_questions() -> None:
    """The other area does not ask G2, so that what holds of it is no use there."""
    assumed = ASSUMED.format(id="samordnad", when="G6 är Ja", then="G6a innehåller Handledning, och minst 1 av G2 är Ja")
    assert codes(two_areas(assumed)) == ["OJ420"]


def test_an_assumption_of_the_round_that_no_area_can_use() -> None:
    found = files(ASSUMED.format(id="fraga", when="G9 är Ja", then="G9 är Ja"), plan=("", ""), where=ROUND_FILE)
    question = "fråga: G9\nlyder: Finns en tjänst?\nsvar:\n  - Ja\n  - Nej\nredovisas_inte: den läses för hand\n"
    found["specs/2017/frågor/G9.yaml"] = question.encode()
    assert codes(faults(found)) == ["OJ445"]


def test_an_assumption_of_the_round_names_only_what_areas_share() -> None:
    found = faults(files(ASSUMED.format(id="besok", when="G6 är Ja", then="M5 är Nej"), plan=("", ""), where=ROUND_FILE))
    assert codes(found) == ["OJ448"]


def test_the_area_does_not_state_what_the_round_has_stated() -> None:
    found = files(GUIDED, where=ROUND_FILE)
    found[AREA_FILE] += f"antaganden:\n{GUIDED}".encode()
    assert codes(faults(found)) == ["OJ314"]
