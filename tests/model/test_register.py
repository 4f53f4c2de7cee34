"""The register: order, groups, and every fault with its line."""

from __future__ import annotations

import pytest

from ojdsl.diagnostics.fact import Diagnostic, position_of
from ojdsl.diagnostics.render import as_text
from ojdsl.model.nodes import Register
from ojdsl.model.register import read_register
from ojdsl.source import Source

UNITS = """\
enhet,namn,slag,kommun,lan,befolkningsklass,kommungrupp,giltig_fran,giltig_till,eftertradare,kalla
1480_lundby,Lundby,stadsdel,1480,14,5,A1,2011-01-01,2020-12-31,1480,scb
0114,Upplands Väsby,kommun,0114,01,3,A2,,,,scb
"""
GROUPS = """\
niva,grupp,namn,giltig_fran,giltig_till,kalla
kommungrupp,A2,Pendlingskommun,,,scb
kommungrupp,A1,Storstäder,,,scb
befolkningsklass,3,Grupp 3,,,scb
befolkningsklass,5,"Grupp 5: 200 000, och fler",,,scb
storstad,1480,Göteborg,,,scb
lan,14,Västra Götalands län,,,scb
lan,01,Stockholms län,,,scb
riket,riket,Riket,,,scb
"""
SOURCES = 'kalla,beskrivning,galler\nscb,"Kommuner, och\nlän",allt\n'


def read(units: str = UNITS, groups: str = GROUPS, sources: str = SOURCES) -> tuple[Register | None, list[Diagnostic]]:
    return read_register(Source("enheter.csv", units), Source("grupper.csv", groups), Source("kallor.csv", sources))


def test_units_come_in_order_of_code() -> None:
    register, found = read()
    assert not found
    assert register is not None
    assert [unit.code for unit in register.units] == ["0114", "1480_lundby"]
    district = register.units[1]
    assert (district.name, district.kind, district.municipality) == ("Lundby", "stadsdel", "1480")
    assert (district.valid_from, district.valid_to, district.successor, district.source) == (
        "2011-01-01",
        "2020-12-31",
        "1480",
        "scb",
    )


def test_groups_of_a_unit() -> None:
    register, _ = read()
    assert register is not None
    assert [dict(unit.groups) for unit in register.units] == [
        {"riket": "riket", "lan": "01", "befolkningsklass": "3", "kommungrupp": "A2"},
        {"riket": "riket", "lan": "14", "storstad": "1480", "befolkningsklass": "5", "kommungrupp": "A1"},
    ]


def test_groups_come_in_order_of_level_then_code() -> None:
    register, _ = read()
    assert register is not None
    assert [(group.level, group.code) for group in register.groups] == [
        ("riket", "riket"),
        ("lan", "01"),
        ("lan", "14"),
        ("storstad", "1480"),
        ("befolkningsklass", "3"),
        ("befolkningsklass", "5"),
        ("kommungrupp", "A1"),
        ("kommungrupp", "A2"),
    ]
    assert register.sources == {"scb": ("Kommuner, och\nlän", "allt")}


def test_crlf_reads_like_lf() -> None:
    assert read(UNITS.replace("\n", "\r\n"), GROUPS.replace("\n", "\r\n"))[0] == read()[0]


@pytest.mark.parametrize(
    ("code", "file", "line", "texts"),
    [
        ("OJ620", "enheter.csv", 1, {"units": UNITS.replace("kommungrupp,", "kgrp,", 1)}),
        ("OJ620", "enheter.csv", 1, {"units": ""}),
        ("OJ627", "enheter.csv", 1, {"units": UNITS.replace("kalla\n", "kalla,extra\n", 1).replace("scb\n", "scb,x\n")}),
        ("OJ621", "enheter.csv", 4, {"units": UNITS + UNITS.splitlines()[2] + "\n"}),
        ("OJ621", "grupper.csv", 10, {"groups": GROUPS + "lan,01,Igen,,,scb\n"}),
        ("OJ621", "kallor.csv", 4, {"sources": SOURCES + "scb,Igen,\n"}),
        ("OJ622", "enheter.csv", 3, {"units": UNITS.replace("0114,01,3", "0114,02,3")}),
        ("OJ622", "enheter.csv", 3, {"units": UNITS.replace("0114,01,3,A2", "0114,01,3,A9")}),
        ("OJ623", "enheter.csv", 3, {"units": UNITS.replace("A2,,,,scb", "A2,,,,skb")}),
        ("OJ623", "grupper.csv", 2, {"groups": GROUPS.replace("Pendlingskommun,,,scb", "Pendlingskommun,,,")}),
        ("OJ624", "enheter.csv", 3, {"units": UNITS.replace("A2,,,,scb", "A2,,,scb")}),
        ("OJ624", "kallor.csv", 4, {"sources": SOURCES + "a,b,c,d\n"}),
        ("OJ625", "kallor.csv", 4, {"sources": SOURCES + 'a,"b,c\n'}),
        ("OJ625", "enheter.csv", 3, {"units": UNITS.replace("Upplands Väsby", '"Upplands" Väsby')}),
        ("OJ626", "grupper.csv", 10, {"groups": GROUPS + "land,x,X,,,scb\n"}),
        ("OJ628", "kallor.csv", 4, {"sources": SOURCES + ",b,c\n"}),
    ],
)
def test_a_fault_and_its_line(code: str, file: str, line: int, texts: dict[str, str]) -> None:
    register, found = read(**texts)
    assert register is None
    assert [(item.code, position_of(item.place).file, position_of(item.place).line) for item in found] == [(code, file, line)]
    assert as_text(found[0]) != as_text(found[0], "en")


def test_all_faults_are_told() -> None:
    _, found = read(UNITS.replace("scb", "skb"), GROUPS + "land,x,X,,,scb\n")
    assert sorted(item.code for item in found) == ["OJ623", "OJ623", "OJ626"]
