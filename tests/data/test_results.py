"""Outcomes, shares and their files."""

from __future__ import annotations

import json
from collections.abc import Sequence
from fractions import Fraction
from hashlib import sha256
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ojdsl import __version__
from ojdsl.data.engine import load_engine
from ojdsl.data.not_asked import not_asked
from ojdsl.data.outcomes import Outcome, outcomes
from ojdsl.data.shares import Share, percent, shares
from ojdsl.data.to_csv import about, result_files

from .small import ENGINE, answers_of, catalogue, catalogue_of, codes

GATE = "missbruk_besvaras"
ALL = ("Ja", "Delvis", "Nej", "Ej aktuellt", "Bortfall")
ROWS = [
    {"enhet": "2584", "G15": "Nej", "M5": '"Ja, för alla"', "M1": "Inom 3 dagar"},
    {"enhet": "0114", "G15": "Ja", "G15a": "Ja", "M5": "Ej aktuellt", "M1": "Kan inte svara"},
    {"enhet": "0115", GATE: "Nej", "G15": "Ja", "M5": "Nej"},
]


# --- outcomes ---------------------------------------------------------------------------------------------------------


def test_every_unit_by_every_indicator_in_order() -> None:
    found = outcomes(catalogue(), answers_of(ROWS), load_engine(ENGINE))
    units = ["0114", "0115", "0180_bromma", "0180_farsta", "1984", "2584"]
    indicators = ["brukarrevision_anvand", "metod", "tid"]
    assert [(item.unit, item.indicator) for item in found] == [(unit, name) for unit in units for name in indicators]


def test_outcomes_and_kinds_of_nonresponse() -> None:
    found = outcomes(catalogue(), answers_of(ROWS), load_engine(ENGINE))
    by_unit = {unit: [item for item in found if item.unit == unit] for unit in ("0114", "0115", "0180_bromma")}
    assert by_unit == {
        "0114": [
            Outcome("0114", "brukarrevision_anvand", "Ja", True, ""),
            Outcome("0114", "metod", "Ej aktuellt", False, ""),
            Outcome("0114", "tid", "Kan inte svara", None, ""),
        ],
        "0115": [
            Outcome("0115", "brukarrevision_anvand", "Bortfall", False, "obesvarad"),
            Outcome("0115", "metod", "Bortfall", False, "avbojt_omrade"),
            Outcome("0115", "tid", "Bortfall", None, "avbojt_omrade"),
        ],
        "0180_bromma": [
            Outcome("0180_bromma", "brukarrevision_anvand", "Bortfall", False, "ej_inkommen"),
            Outcome("0180_bromma", "metod", "Bortfall", False, "ej_inkommen"),
            Outcome("0180_bromma", "tid", "Bortfall", None, "ej_inkommen"),
        ],
    }


# --- shares -----------------------------------------------------------------------------------------------------------


def shares_of(results: Sequence[str]) -> tuple[Share, ...]:
    """The shares of `metod` where one unit each has these outcomes; all units are in the same groups."""
    found = [
        Outcome(str(2000 + n), "metod", outcome, outcome in ("Ja", "Delvis", "Nej"), "") for n, outcome in enumerate(results)
    ]
    return tuple(item for item in shares(catalogue_of(len(results)), found) if item.indicator == "metod")


def nation(results: Sequence[str]) -> Share:
    return next(item for item in shares_of(results) if item.level == "riket")


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [
        (0, 0, None),
        (0, 3, 0),
        (3, 3, 100),
        (1, 200, 1),
        (1, 201, 0),
        (1, 8, 13),
        (3, 8, 38),
        (5, 8, 63),
        (1, 3, 33),
        (2, 3, 67),
        (199, 200, 100),
    ],
)
def test_halves_go_up(numerator: int, denominator: int, expected: int | None) -> None:
    assert percent(numerator, denominator) == expected


@given(st.integers(1, 10**9).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_percent_is_the_exact_share_rounded(share: tuple[int, int]) -> None:
    assert percent(*share) == floor(Fraction(*share) * 100 + Fraction(1, 2))


def test_counts_numerator_and_denominator() -> None:
    found = nation(["Ja", "Ja", "Delvis", "Nej", "Ja", "Ja", "Ja", "Ja", "Nej", "Ej aktuellt", "Bortfall"])
    assert found == Share("riket", "riket", "metod", 11, 6, 1, 2, 1, 1, 6, 9, 67, True, "")


def test_exactly_the_limit_is_shown_and_above_it_withheld() -> None:
    at_limit = nation(["Ja"] * 8 + ["Bortfall", "Ej aktuellt"])
    assert (at_limit.shown, at_limit.reason, at_limit.percent) == (True, "", 100)
    above = nation(["Ja"] * 79 + ["Bortfall"] * 20 + ["Ej aktuellt"])
    assert (above.shown, above.reason, above.percent) == (False, "bortfall", 100)
    assert nation(["Nej"] * 80 + ["Bortfall"] * 20).shown


def test_an_empty_denominator_wins() -> None:
    found = nation(["Bortfall", "Ej aktuellt"])
    assert (found.shown, found.reason, found.percent) == (False, "tom_namnare", None)
    empty = next(item for item in shares_of(["Ja"]) if item.group == "01")
    assert (empty.units, empty.denominator, empty.reason) == (0, 0, "tom_namnare")


@given(st.lists(st.sampled_from(ALL), max_size=40))
def test_the_five_counts_sum_to_the_units(results: list[str]) -> None:
    for item in shares_of(results):
        assert item.yes + item.partly + item.no + item.not_applicable + item.nonresponse == item.units
        assert item.numerator <= item.denominator <= item.units
        assert item.shown == (item.reason == "")
        missing = item.not_applicable + item.nonresponse
        expected = "tom_namnare" if not item.denominator else "bortfall" if 5 * missing > item.units else ""
        assert item.reason == expected


def test_groups_in_order_then_indicators_without_background() -> None:
    found = shares(catalogue(), outcomes(catalogue(), answers_of(ROWS), load_engine(ENGINE)))
    groups = [("riket", "riket"), *(("lan", code) for code in ("01", "19", "25")), ("storstad", "0180")]
    groups += [("befolkningsklass", code) for code in "135"] + [("kommungrupp", code) for code in ("A1", "A2", "C7", "C9")]
    expected = [(*group, name) for group in groups for name in ("brukarrevision_anvand", "metod")]
    assert [(item.level, item.group, item.indicator) for item in found] == expected
    assert {(item.level, item.group): item.units for item in found}["lan", "01"] == 4


# --- files ------------------------------------------------------------------------------------------------------------


def files() -> dict[str, bytes]:
    rows = [*ROWS, {"enhet": "1984", "G15": "Nej", "G15a": "Ja", "M5": "Nej"}]
    answers = answers_of(rows)
    found = outcomes(catalogue(), answers, load_engine(ENGINE))
    return result_files(found, shares(catalogue(), found), not_asked(catalogue(), answers))


def test_outcomes_as_csv() -> None:
    lines = files()["utfall.csv"].decode().split("\n")
    assert lines[:7] == [
        "enhet,indikator,utfall,i_namnare,bortfallsorsak",
        "0114,brukarrevision_anvand,Ja,1,",
        "0114,metod,Ej aktuellt,0,",
        "0114,tid,Kan inte svara,,",
        "0115,brukarrevision_anvand,Bortfall,0,obesvarad",
        "0115,metod,Bortfall,0,avbojt_omrade",
        "0115,tid,Bortfall,,avbojt_omrade",
    ]
    assert (len(lines), lines[-1]) == (6 * 3 + 2, "")


def test_shares_as_csv_for_work_and_for_publication() -> None:
    working, published = (files()[name].decode().splitlines() for name in ("andelar.csv", "publicering/andelar.csv"))
    assert working[0] == published[0]
    assert working[0] == "niva,grupp,indikator,enheter,ja,delvis,nej,ej_aktuellt,bortfall,taljare,namnare,andel,visas,orsak"
    assert working[1] == "riket,riket,brukarrevision_anvand,6,1,0,2,0,3,1,3,33,0,bortfall"
    assert published[1] == "riket,riket,brukarrevision_anvand,6,,,,,,,,,0,"
    assert "kommungrupp,C9,metod,1,1,0,0,0,0,1,1,100,1," in working
    assert "kommungrupp,C9,metod,1,1,0,0,0,0,1,1,100,1," in published
    assert "storstad,0180,metod,2,0,0,0,0,2,0,0,,0,tom_namnare" in working
    assert "storstad,0180,metod,2,,,,,,,,,0," in published
    assert len(working) == len(published) == 1 + 12 * 2


def test_faults_in_data_as_csv() -> None:
    assert files()["datafel.csv"].decode().splitlines() == [
        "rad,enhet,kolumn,kod,meddelande",
        "4,0115,M5,OJ652,"
        '"0115 har svarat ”Nej” på M5, men också att området inte kan besvaras (missbruk_besvaras = Nej). Svaret räknas inte."',
        '5,1984,G15a,OJ651,"1984 har svarat ”Ja” på G15a, men frågan ställdes inte, eftersom ”G15 = Nej”. Svaret räknas inte."',
    ]
    assert result_files([], [], [])["datafel.csv"] == b"rad,enhet,kolumn,kod,meddelande\n"
    assert codes(not_asked(catalogue(), answers_of(ROWS))) == ["OJ652"]


def test_every_file_is_plain() -> None:
    for data in files().values():
        assert not data.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in data
        assert data.endswith(b"\n")


def test_what_made_the_results() -> None:
    answers = answers_of(ROWS)
    made = files()
    data = about(catalogue(), answers, made)
    assert data == about(catalogue(), answers, dict(reversed(made.items())))
    assert json.loads(data) == {
        "ojdsl": __version__,
        "specs_sha256": catalogue().fingerprint,
        "answers_sha256": answers.fingerprint,
        "round": "2017",
        "area": "missbruk",
        "files": {name: sha256(content).hexdigest() for name, content in made.items()},
    }
