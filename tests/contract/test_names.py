"""Names that people and files outside rely on, written out from the contract."""

from __future__ import annotations

from collections import Counter

from ojdsl.backends.to_json import catalogue_json
from tests.real import catalogue

AREAS = [f"{name}_missbruk" for name in ("ekonomiskt_bistand", "socialpsykiatri", "barn_och_unga", "lss", "aldreomsorg")]
GROUPS = ["bor_med_barn", "unga_vuxna", "aldre_65", "beroendevard"]
COLUMNS = f"""
G1 G1a G1b G1c_socionom G1c_socialchef G1c_annan
{" ".join(f"G2_{row}" for row in AREAS)}
{" ".join(f"G2a_{row}" for row in AREAS)}
G3_mal G3_ansvar G3_rutiner G3a
G6_missbruk G6a_missbruk_a G6a_missbruk_b G6a_missbruk_c G6a_missbruk_d G6b_missbruk G7_missbruk G7a_missbruk
G8_missbruk G8a G10_1 G10_2 G11 G12 G12a G15 G15a G21_missbruk G21a_missbruk G23_missbruk G23a_missbruk
M1
M2_met M2_kbt M2_ap M2_cra M2_tolvsteg M2_sbnt
M3
M4_al_anon M4_nar_anon M4_cst M4_annat
M5 M6 M6a
{" ".join(f"M6b_{row}" for row in GROUPS)}
M6c M7 M7a
""".split()
INDICATORS = f"""
socialjour {" ".join(f"samordning_{row}" for row in AREAS)} overenskommelse kompetensplan rutin_vald cm_team cm_strengths
insatser stodprogram bostad_forst vardkedja uppfoljning_metod freda {" ".join(f"resultat_{row}" for row in GROUPS)}
kon_uppfoljning kon_resultat stodperson brukarrevision brukarrevision_anvand brukarsynpunkter sip skyddade_uppgifter
""".split()
QUESTIONS = """
G1 G1a G1b G1c G2 G2a G3 G3a G6 G6a G6b G7 G7a G8 G8a G10.1 G10.2 G11 G12 G12a G15 G15a G21 G21a G23 G23a
M1 M2 M3 M4 M5 M6 M6a M6b M6c M7 M7a
""".split()  # noqa: SIM905 (as the contract has it)
DISTRICTS = {
    "0180": ["alvsjo", "bromma", "enskede_arsta_vantor", "farsta", "hagersten_liljeholmen", "hasselby_vallingby", "kungsholmen",
             "norrmalm", "ostermalm", "rinkeby_kista", "skarholmen", "skarpnack", "sodermalm", "spanga_tensta"],
    "1280": ["innerstaden", "norr", "oster", "soder", "vaster"],
    "1480": ["angered", "askim_frolunda_hogsbo", "centrum", "lundby", "majorna_linne", "norra_hisingen", "orgryte_harlanda",
             "ostra_goteborg", "vastra_goteborg", "vastra_hisingen"],
}  # fmt: skip


def test_columns_in_order() -> None:
    assert [cell.column for cell in catalogue().cells()] == COLUMNS
    assert catalogue().area.gate == "missbruk_besvaras"
    assert {cell.column for cell in catalogue().cells() if cell.kind == "text"} == {"G1b", "G8a"}


def test_indicators_in_the_order_of_the_guide() -> None:
    indicators = [one for one in catalogue().indicators if one.kind == "indicator"]
    assert [one.id for one in indicators] == INDICATORS
    assert len(indicators) == 29
    assert [one.id for one in catalogue().indicators if one.kind == "background"] == ["tid_forsta_besok"]
    assert [one.kind for one in catalogue().indicators][-1] == "background"


def test_questions() -> None:
    assert [question.id for question in catalogue().questions] == QUESTIONS
    assert len(QUESTIONS) == 37


def test_codes_are_written_down_and_unique() -> None:
    for question in catalogue().questions:
        codes = [one.code for one in question.alternatives]
        assert len(codes) == len(set(codes)), question.id


def test_units_of_2017() -> None:
    units = catalogue().round.register.units
    codes = [unit.code for unit in units]
    assert len(codes) == 316
    assert codes == sorted(codes)
    districts = [f"{code}_{name}" for code, names in DISTRICTS.items() for name in names]
    assert [code for code in codes if not code.isdigit()] == districts
    assert all(len(code) == 4 for code in codes if code.isdigit())
    assert not set(codes) & set(DISTRICTS), "these answer by district"
    assert {unit.kind for unit in units if unit.code in districts} == {"stadsdel"}
    assert {unit.municipality for unit in units if unit.code in districts} == set(DISTRICTS)


def test_groups_of_2017() -> None:
    register = catalogue().round.register
    levels = Counter(group.level for group in register.groups)
    order = ["riket", "lan", "storstad", "befolkningsklass", "kommungrupp"]
    assert list(levels) == order
    codes = {level: [group.code for group in register.groups if group.level == level] for level in order}
    assert codes["riket"] == ["riket"]
    assert len(codes["lan"]) == 21
    assert all(len(code) == 2 and code.isdigit() for code in codes["lan"])
    assert codes["storstad"] == ["0180", "1280", "1480"]
    assert codes["befolkningsklass"] == list("12345")
    assert codes["kommungrupp"] == ["A1", "A2", "B3", "B4", "B5", "C6", "C7", "C8", "C9"]
    for unit in register.units:
        for level in ("riket", "lan", "befolkningsklass", "kommungrupp"):
            assert unit.groups[level] in codes[level], unit.code
        assert ("storstad" in unit.groups) == (unit.municipality in DISTRICTS)


def test_everything_in_the_register_has_a_source() -> None:
    register = catalogue().round.register
    assert {unit.source for unit in register.units} <= set(register.sources)
    assert {group.source for group in register.groups} <= set(register.sources)


def test_every_indicator_of_the_catalogue_knows_its_cells() -> None:
    assert '"G6a_missbruk_a"' in catalogue_json(catalogue())
    known = set(COLUMNS)
    assert all(set(one.cells) <= known and one.cells for one in catalogue().indicators)
