"""`pytest specs/`: a test for each indicator and each thing that must hold of it, and nothing in other projects."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import edit
from tests.diagnostics.cases import BASE

pytest_plugins = ["pytester"]
ALL = ("fullständig", "entydig", "utfallen", "delarna", "nämnaren", "exemplen")
METHOD = "specs/2017/missbruk/metod.yaml"


@pytest.fixture
def specs(pytester: pytest.Pytester) -> pytest.Pytester:
    """A project with the small specs, and a test of its own."""
    shutil.copytree(BASE / "specs", pytester.path / "specs")
    pytester.makepyfile(test_own="def test_own(): pass")
    return pytester


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return pytester.runpytest_inprocess("-p", "ojdsl.testing.plugin", "-p", "no:hypothesispytest", *arguments)


def names(result: pytest.RunResult) -> list[str]:
    return [line for line in result.outlines if "::" in line and not line.startswith(("FAILED", "ERROR"))]


def test_every_indicator_has_a_test_for_what_its_spec_says(specs: pytest.Pytester) -> None:
    result = run(specs, "specs", "--collect-only", "-q")
    area = "specs/2017/missbruk"
    assert names(result) == [
        f"{area}::specifikationen",
        *(f"{area}::samordning::{name}" for name in ("fullständig", "entydig", "utfallen", "delarna", "nämnaren", "exemplen")),
        *(f"{area}::plan::{name}" for name in ("fullständig", "utfallen", "delarna", "exemplen")),
        *(f"{area}::metod::{name}" for name in ("fullständig", "entydig", "utfallen")),
        *(f"{area}::tid::{name}" for name in ("fullständig", "entydig", "utfallen")),
    ]


def test_good_specs_pass_beside_ordinary_tests(specs: pytest.Pytester) -> None:
    run(specs).assert_outcomes(passed=18)


def test_a_failure_prints_the_faults_as_check_does(specs: pytest.Pytester) -> None:
    edit(specs.path / METHOD, "  Nej: M5 är Nej\n", "")
    result = run(specs, "specs")
    result.assert_outcomes(passed=15, failed=2)
    result.stdout.fnmatch_lines(["fel OJ420: Regeln för metod *", f"  --> {METHOD}:1:12", "      M5  Nej"])
    result.stdout.fnmatch_lines(["FAILED specs/2017/missbruk::metod::fullständig*", "FAILED *::metod::utfallen*"])


def test_a_claim_on_better_answers_has_a_test_of_its_own(specs: pytest.Pytester) -> None:
    edit(specs.path / METHOD, "redovisas_som", "bättre_svar: försämrar aldrig\nredovisas_som")
    edit(specs.path / "specs/2017/missbruk/samordning.yaml", "redovisas_som", "bättre_svar: försämrar aldrig\nredovisas_som")
    result = run(specs, "specs")
    result.assert_outcomes(passed=18, failed=1)
    result.stdout.fnmatch_lines(["fel OJ446: Bättre svar kan försämra utfallet för samordning*"])
    result.stdout.fnmatch_lines(["FAILED specs/2017/missbruk::samordning::bättre svar*"])


def test_a_name_in_the_report_leads_back_to_its_test(specs: pytest.Pytester) -> None:
    run(specs, "specs/2017/missbruk::samordning::nämnaren").assert_outcomes(passed=1)
    run(specs, "specs/2017/missbruk/område.yaml::samordning").assert_outcomes(passed=6)
    edit(specs.path / METHOD, "  Nej: M5 är Nej\n", "")
    run(specs).assert_outcomes(passed=16, failed=2)
    run(specs, "--lf").assert_outcomes(failed=2)


def test_what_is_no_indicator_s_fails_the_area_s_own_test(specs: pytest.Pytester) -> None:
    edit(specs.path / METHOD, "M5 är Nej", "M55 är Nej")
    result = run(specs, "specs")
    result.stdout.fnmatch_lines(["fel OJ301: Det finns ingen fråga M55.", "FAILED specs/2017/missbruk::specifikationen*"])


@pytest.mark.parametrize("old", ["typ: Struktur", "indikator: metod"])
def test_a_file_that_cannot_be_read_is_told(specs: pytest.Pytester, old: str) -> None:
    edit(specs.path / METHOD, old, "[" + old)
    run(specs, "specs", "-k", "specifikationen").assert_outcomes(failed=1)


def test_a_warning_is_no_failure(specs: pytest.Pytester) -> None:
    edit(specs.path / METHOD, "mått: Kommunen använde metoden.", "mått: Kommunen använde metoden 2017.")
    run(specs, "specs").assert_outcomes(passed=17)


def test_other_projects_are_left_alone(pytester: pytest.Pytester) -> None:
    (pytester.path / "område.yaml").write_text("[", encoding="utf-8")
    folder = Path(pytester.path / "a" / "b" / "c")
    folder.mkdir(parents=True)
    (folder / "område.yaml").write_text("[", encoding="utf-8")
    pytester.makepyfile("def test_own(): pass")
    run(pytester).assert_outcomes(passed=1)


def test_an_accepted_warning_passes_and_one_without_a_reason_fails(specs: pytest.Pytester) -> None:
    path = specs.path / METHOD
    edit(path, "använde metoden.", "använde metoden 2017.")
    path.write_text(path.read_text(encoding="utf-8") + "godta:\n  OJ502: Metoden heter så.\n", encoding="utf-8")
    run(specs).assert_outcomes(passed=18)
    edit(path, "OJ502: Metoden heter så.", "OJ502:")
    result = run(specs)
    result.assert_outcomes(passed=17, failed=1)
    result.stdout.fnmatch_lines(["*fel OJ352: *"])
