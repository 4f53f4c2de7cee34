"""Assumptions prove what would else be refuted, contradict nothing, and are needed."""

from __future__ import annotations

import pytest

from ojdsl import pipeline
from ojdsl.diagnostics.fact import Diagnostic
from tests.diagnostics.cases import AREA, base_files, faults

PLAN, AREA_FILE = f"{AREA}/plan.yaml", f"{AREA}/område.yaml"
ASSUMED = "  - id: {id}\n    när: {when}\n    så: {then}\n    skäl: Planen ska omfatta handledning.\n"
GUIDED = ASSUMED.format(id="handledning", when="G6 är Ja", then="G6a innehåller Handledning")
GAP = ("  Nej: annars\n", "  Nej: G6 är Nej\n")


def files(*assumptions: str, plan: tuple[str, str] = GAP) -> dict[str, bytes]:
    """The small specs; the rule of `plan` has a gap where there is a plan without Handledning."""
    found = dict(base_files())
    rule = found[PLAN].decode()
    assert plan[0] in rule
    found[PLAN] = rule.replace(*plan).encode()
    if assumptions:
        found[AREA_FILE] += ("antaganden:\n" + "".join(assumptions)).encode()
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
