"""Utfall för Missbruks- och beroendevården, Öppna jämförelser 2017.

Skriven av kompilatorn; ändra i specifikationerna, inte här.
    python evaluator.py svar.csv > utfall.csv
"""

from __future__ import annotations

import csv
import sys
import unicodedata
from pathlib import Path

MADE_BY = {'ojdsl': '0.1.0', 'specs_sha256': '6bbe89ff04691a0c81698e25440063352cfb538de298c17352a34560eb79204c'}

GATE = 'missbruk_besvaras'
UNITS = (
    '0114', '0115', '0117', '0120', '0123', '0125', '0126', '0127', '0128', '0136', '0138', '0139', '0140', '0160',
    '0162', '0163', '0180_alvsjo', '0180_bromma', '0180_enskede_arsta_vantor', '0180_farsta',
    '0180_hagersten_liljeholmen', '0180_hasselby_vallingby', '0180_kungsholmen', '0180_norrmalm', '0180_ostermalm',
    '0180_rinkeby_kista', '0180_skarholmen', '0180_skarpnack', '0180_sodermalm', '0180_spanga_tensta', '0181', '0182',
    '0183', '0184', '0186', '0187', '0188', '0191', '0192', '0305', '0319', '0330', '0331', '0360', '0380', '0381',
    '0382', '0428', '0461', '0480', '0481', '0482', '0483', '0484', '0486', '0488', '0509', '0512', '0513', '0560',
    '0561', '0562', '0563', '0580', '0581', '0582', '0583', '0584', '0586', '0604', '0617', '0642', '0643', '0662',
    '0665', '0680', '0682', '0683', '0684', '0685', '0686', '0687', '0760', '0761', '0763', '0764', '0765', '0767',
    '0780', '0781', '0821', '0834', '0840', '0860', '0861', '0862', '0880', '0881', '0882', '0883', '0884', '0885',
    '0980', '1060', '1080', '1081', '1082', '1083', '1214', '1230', '1231', '1233', '1256', '1257', '1260', '1261',
    '1262', '1263', '1264', '1265', '1266', '1267', '1270', '1272', '1273', '1275', '1276', '1277', '1278',
    '1280_innerstaden', '1280_norr', '1280_oster', '1280_soder', '1280_vaster', '1281', '1282', '1283', '1284',
    '1285', '1286', '1287', '1290', '1291', '1292', '1293', '1315', '1380', '1381', '1382', '1383', '1384', '1401',
    '1402', '1407', '1415', '1419', '1421', '1427', '1430', '1435', '1438', '1439', '1440', '1441', '1442', '1443',
    '1444', '1445', '1446', '1447', '1452', '1460', '1461', '1462', '1463', '1465', '1466', '1470', '1471', '1472',
    '1473', '1480_angered', '1480_askim_frolunda_hogsbo', '1480_centrum', '1480_lundby', '1480_majorna_linne',
    '1480_norra_hisingen', '1480_orgryte_harlanda', '1480_ostra_goteborg', '1480_vastra_goteborg',
    '1480_vastra_hisingen', '1481', '1482', '1484', '1485', '1486', '1487', '1488', '1489', '1490', '1491', '1492',
    '1493', '1494', '1495', '1496', '1497', '1498', '1499', '1715', '1730', '1737', '1760', '1761', '1762', '1763',
    '1764', '1765', '1766', '1780', '1781', '1782', '1783', '1784', '1785', '1814', '1860', '1861', '1862', '1863',
    '1864', '1880', '1881', '1882', '1883', '1884', '1885', '1904', '1907', '1960', '1961', '1962', '1980', '1981',
    '1982', '1983', '1984', '2021', '2023', '2026', '2029', '2031', '2034', '2039', '2061', '2062', '2080', '2081',
    '2082', '2083', '2084', '2085', '2101', '2104', '2121', '2132', '2161', '2180', '2181', '2182', '2183', '2184',
    '2260', '2262', '2280', '2281', '2282', '2283', '2284', '2303', '2305', '2309', '2313', '2321', '2326', '2361',
    '2380', '2401', '2403', '2404', '2409', '2417', '2418', '2421', '2422', '2425', '2460', '2462', '2463', '2480',
    '2481', '2482', '2505', '2506', '2510', '2513', '2514', '2518', '2521', '2523', '2560', '2580', '2581', '2582',
    '2583', '2584',
)
MARK = {
    'Ja': 'Ja',
    'Nej': 'Nej',
    'ja': 'Ja',
    'nej': 'Nej',
}
SVAR_G2 = {
    'ja': 'Ja',
    'nej': 'Nej',
    'nej_behovs_inte': 'Nej, behövs inte',
    'ej_aktuellt': 'Ej aktuellt',
    'Ja': 'Ja',
    'Nej': 'Nej',
    'Nej, behövs inte, samordningen sker genom att områdena har samma personal och/eller samma ansvariga chef': 'Nej, behövs inte',
    'Ej aktuellt, något av områdena finns inte i vår socialtjänst eller kommun': 'Ej aktuellt',
    'Nej, behövs inte': 'Nej, behövs inte',
    'Ej aktuellt': 'Ej aktuellt',
}
SVAR_G2a = {
    'ja': 'Ja',
    'nej': 'Nej',
    'ej_aktuellt': 'Ej aktuellt',
    'Ja': 'Ja',
    'Nej': 'Nej',
    'Ej aktuellt, rutinen är ny, upprättad efter den 1 februari 2016': 'Ej aktuellt',
    'Ej aktuellt': 'Ej aktuellt',
}
SVAR_G3a = {
    'ja': 'Ja',
    'nej': 'Nej',
    'ej_aktuellt': 'Ej aktuellt',
    'Ja': 'Ja',
    'Nej': 'Nej',
    'Ej aktuellt, överenskommelsen är ny, upprättad efter den 1 februari 2016': 'Ej aktuellt',
    'Ej aktuellt': 'Ej aktuellt',
}
SVAR_G6 = {
    'ja': 'Ja',
    'nej': 'Nej',
    'ej_aktuellt': 'Ej aktuellt',
    'Ja': 'Ja',
    'Nej': 'Nej',
    'Ej aktuellt, området finns inte i vår socialtjänst eller kommun': 'Ej aktuellt',
    'Ej aktuellt': 'Ej aktuellt',
}
SVAR_G6b = {
    'ja': 'Ja',
    'nej': 'Nej',
    'ej_aktuellt': 'Ej aktuellt',
    'Ja': 'Ja',
    'Nej': 'Nej',
    'Ej aktuellt, planen är ny, upprättad efter den 1 februari 2016': 'Ej aktuellt',
    'Ej aktuellt': 'Ej aktuellt',
}
SVAR_G8 = {
    'ja_freda_kortfragor': 'Ja, FREDA-kortfrågor',
    'ja_annan': 'Ja, annan',
    'nej': 'Nej',
    'Ja, FREDA-kortfrågor': 'Ja, FREDA-kortfrågor',
    'Ja, annan': 'Ja, annan',
    'Nej': 'Nej',
}
SVAR_M1 = {
    'inom_3_dagar': 'Inom 3 dagar',
    'inom_4_7_dagar': 'Inom 4-7 dagar',
    'inom_8_14_dagar': 'Inom 8-14 dagar',
    'efter_15_dagar_eller_mer': 'Efter 15 dagar eller mer',
    'kan_inte_svara': 'Kan inte svara',
    'Inom 3 dagar': 'Inom 3 dagar',
    'Inom 4-7 dagar': 'Inom 4-7 dagar',
    'Inom 8-14 dagar': 'Inom 8-14 dagar',
    'Efter 15 dagar eller mer': 'Efter 15 dagar eller mer',
    'Kan inte svara, uppgifter om detta har inte dokumenterats för perioden': 'Kan inte svara',
    'Kan inte svara': 'Kan inte svara',
}
SVAR_M5 = {
    'ja_for_alla': 'Ja, för alla',
    'ja_men_inte_for_vissa': 'Ja, men inte för vissa',
    'nej': 'Nej',
    'ej_aktuellt': 'Ej aktuellt',
    'Ja, för alla': 'Ja, för alla',
    'Ja, men inte för vissa': 'Ja, men inte för vissa',
    'Nej': 'Nej',
    'Ej aktuellt, vi hade inget enskilt ärende att följa upp under perioden': 'Ej aktuellt',
    'Ej aktuellt': 'Ej aktuellt',
}
SVAR_M6 = {
    'ja': 'Ja',
    'nej': 'Nej',
    'ej_aktuellt': 'Ej aktuellt',
    'Ja, har sammanställt på gruppnivå': 'Ja',
    'Nej, har inte sammanställt på gruppnivå': 'Nej',
    'Ej aktuellt, individerna var för få för att resultatet skulle sammanställas på gruppnivå': 'Ej aktuellt',
    'Ja': 'Ja',
    'Nej': 'Nej',
    'Ej aktuellt': 'Ej aktuellt',
}
SVAR_M6a = {
    'ja': 'Ja',
    'nej': 'Nej',
    'ej_aktuellt': 'Ej aktuellt',
    'Ja': 'Ja',
    'Nej': 'Nej',
    'Ej aktuellt, individerna var för få för att resultatet skulle delas upp på kön': 'Ej aktuellt',
    'Ej aktuellt': 'Ej aktuellt',
}
SVAR_M6b = {
    'ja': 'Ja',
    'nej': 'Nej',
    'ej_aktuellt': 'Ej aktuellt',
    'Ja': 'Ja',
    'Nej': 'Nej',
    'Ej aktuellt, individerna var för få för att resultatet skulle sammanställas på gruppnivå': 'Ej aktuellt',
    'Ej aktuellt': 'Ej aktuellt',
}
SVAR_M6c = {
    'ja': 'Ja',
    'nej_beslutat': 'Nej, beslutat',
    'nej': 'Nej',
    'Ja': 'Ja',
    'Nej, men vi har fattat beslut om att göra det': 'Nej, beslutat',
    'Nej': 'Nej',
    'Nej, beslutat': 'Nej, beslutat',
}
VALUES: dict[str, dict[str, str]] = {
    'G1': MARK,
    'G1a': MARK,
    'G1c_socionom': MARK,
    'G1c_socialchef': MARK,
    'G1c_annan': MARK,
    'G2_ekonomiskt_bistand_missbruk': SVAR_G2,
    'G2_socialpsykiatri_missbruk': SVAR_G2,
    'G2_barn_och_unga_missbruk': SVAR_G2,
    'G2_lss_missbruk': SVAR_G2,
    'G2_aldreomsorg_missbruk': SVAR_G2,
    'G2a_ekonomiskt_bistand_missbruk': SVAR_G2a,
    'G2a_socialpsykiatri_missbruk': SVAR_G2a,
    'G2a_barn_och_unga_missbruk': SVAR_G2a,
    'G2a_lss_missbruk': SVAR_G2a,
    'G2a_aldreomsorg_missbruk': SVAR_G2a,
    'G3_mal': MARK,
    'G3_ansvar': MARK,
    'G3_rutiner': MARK,
    'G3a': SVAR_G3a,
    'G6_missbruk': SVAR_G6,
    'G6a_missbruk_a': MARK,
    'G6a_missbruk_b': MARK,
    'G6a_missbruk_c': MARK,
    'G6a_missbruk_d': MARK,
    'G6b_missbruk': SVAR_G6b,
    'G7_missbruk': SVAR_G6,
    'G7a_missbruk': SVAR_G2a,
    'G8_missbruk': SVAR_G8,
    'G10_1': MARK,
    'G10_2': MARK,
    'G11': MARK,
    'G12': MARK,
    'G12a': MARK,
    'G15': MARK,
    'G15a': MARK,
    'G21_missbruk': SVAR_G6,
    'G21a_missbruk': SVAR_G2a,
    'G23_missbruk': SVAR_G6,
    'G23a_missbruk': SVAR_G2a,
    'M1': SVAR_M1,
    'M2_met': MARK,
    'M2_kbt': MARK,
    'M2_ap': MARK,
    'M2_cra': MARK,
    'M2_tolvsteg': MARK,
    'M2_sbnt': MARK,
    'M3': MARK,
    'M4_al_anon': MARK,
    'M4_nar_anon': MARK,
    'M4_cst': MARK,
    'M4_annat': MARK,
    'M5': SVAR_M5,
    'M6': SVAR_M6,
    'M6a': SVAR_M6a,
    'M6b_bor_med_barn': SVAR_M6b,
    'M6b_unga_vuxna': SVAR_M6b,
    'M6b_aldre_65': SVAR_M6b,
    'M6b_beroendevard': SVAR_M6b,
    'M6c': SVAR_M6c,
    'M7': MARK,
    'M7a': SVAR_G2a,
}
TEXT_COLUMNS = (
    'G1b', 'G8a',
)
OWN_COLUMNS = (
    'M1', 'M2_met', 'M2_kbt', 'M2_ap', 'M2_cra', 'M2_tolvsteg', 'M2_sbnt', 'M3', 'M4_al_anon', 'M4_nar_anon',
    'M4_cst', 'M4_annat', 'M5', 'M6', 'M6a', 'M6b_bor_med_barn', 'M6b_unga_vuxna', 'M6b_aldre_65', 'M6b_beroendevard',
    'M6c', 'M7', 'M7a',
)
UNMARKED_IS_NO = ()
INDICATORS = (
    'socialjour', 'samordning_ekonomiskt_bistand_missbruk', 'samordning_socialpsykiatri_missbruk',
    'samordning_barn_och_unga_missbruk', 'samordning_lss_missbruk', 'samordning_aldreomsorg_missbruk',
    'overenskommelse', 'kompetensplan', 'rutin_vald', 'cm_team', 'cm_strengths', 'insatser', 'stodprogram',
    'bostad_forst', 'vardkedja', 'uppfoljning_metod', 'freda', 'resultat_bor_med_barn', 'resultat_unga_vuxna',
    'resultat_aldre_65', 'resultat_beroendevard', 'kon_uppfoljning', 'kon_resultat', 'stodperson', 'brukarrevision',
    'brukarrevision_anvand', 'brukarsynpunkter', 'sip', 'skyddade_uppgifter', 'tid_forsta_besok',
)
DENOMINATORS: dict[str, frozenset[str] | None] = {
    'socialjour': frozenset(('Ja', 'Nej')),
    'samordning_ekonomiskt_bistand_missbruk': frozenset(('Ja', 'Nej')),
    'samordning_socialpsykiatri_missbruk': frozenset(('Ja', 'Nej')),
    'samordning_barn_och_unga_missbruk': frozenset(('Ja', 'Nej')),
    'samordning_lss_missbruk': frozenset(('Ja', 'Nej')),
    'samordning_aldreomsorg_missbruk': frozenset(('Ja', 'Nej')),
    'overenskommelse': frozenset(('Ja', 'Nej')),
    'kompetensplan': frozenset(('Ja', 'Nej')),
    'rutin_vald': frozenset(('Ja', 'Nej')),
    'cm_team': frozenset(('Ja', 'Nej')),
    'cm_strengths': frozenset(('Ja', 'Nej')),
    'insatser': frozenset(('Ja', 'Nej')),
    'stodprogram': frozenset(('Ja', 'Nej')),
    'bostad_forst': frozenset(('Ja', 'Nej')),
    'vardkedja': frozenset(('Ja', 'Nej')),
    'uppfoljning_metod': frozenset(('Ja', 'Delvis', 'Nej')),
    'freda': frozenset(('Ja', 'Nej')),
    'resultat_bor_med_barn': frozenset(('Ja', 'Delvis', 'Nej')),
    'resultat_unga_vuxna': frozenset(('Ja', 'Delvis', 'Nej')),
    'resultat_aldre_65': frozenset(('Ja', 'Delvis', 'Nej')),
    'resultat_beroendevard': frozenset(('Ja', 'Delvis', 'Nej')),
    'kon_uppfoljning': frozenset(('Ja', 'Nej')),
    'kon_resultat': frozenset(('Ja', 'Delvis', 'Nej')),
    'stodperson': frozenset(('Ja', 'Nej')),
    'brukarrevision': frozenset(('Ja', 'Nej')),
    'brukarrevision_anvand': frozenset(('Ja', 'Nej')),
    'brukarsynpunkter': frozenset(('Ja', 'Nej')),
    'sip': frozenset(('Ja', 'Nej')),
    'skyddade_uppgifter': frozenset(('Ja', 'Nej')),
    'tid_forsta_besok': None,
}
DECLINABLE = (
    'cm_strengths', 'insatser', 'stodprogram', 'uppfoljning_metod', 'resultat_bor_med_barn', 'resultat_unga_vuxna',
    'resultat_aldre_65', 'resultat_beroendevard', 'kon_uppfoljning', 'kon_resultat', 'stodperson', 'tid_forsta_besok',
)

def label(column: str, value: str) -> str:
    """Ett svar som etikett: etiketten själv, hela texten eller koden; annat är ett ValueError."""
    cleaned = unicodedata.normalize("NFC", value.replace("\xa0", " ")).strip()
    if not cleaned:
        return ""
    known = {"Ja": "Ja", "Nej": "Nej"} if column == GATE else VALUES[column]
    if cleaned not in known:
        raise ValueError(f"{column}: svaret {value!r} finns inte; tillåtna är {', '.join(dict.fromkeys(known.values()))}")
    return known[cleaned]


def prepared(row: dict[str, str]) -> dict[str, str]:
    """Svaren som etiketter: områdets egna är tomma om området avböjts, och omarkerat är Nej där frågan säger det."""
    svar = {column: label(column, row.get(column, "")) for column in VALUES}
    if label(GATE, row.get(GATE, "")) == "Nej":
        svar.update((column, "") for column in OWN_COLUMNS if column in VALUES)
    for columns in UNMARKED_IS_NO:
        if any(svar[column] == "Ja" for column in columns):
            svar.update((column, svar[column] or "Nej") for column in columns)
    return svar


def declined(row: dict[str, str]) -> bool:
    """Om området avböjts. Utan svar på den frågan räknas det som avböjt när inget av områdets egna svar finns."""
    answer = label(GATE, row.get(GATE, ""))
    return answer == "Nej" or (not answer and not any(row.get(column, "").strip() for column in OWN_COLUMNS))


def nonresponse_reason(row: dict[str, str], indicator: str) -> str:
    """Varför en indikator blev bortfall för en enhet som har svarat på något."""
    return "avbojt_omrade" if indicator in DECLINABLE and declined(row) else "obesvarad"


def main(arguments: list[str]) -> int:
    """Läser en svarsfil och skriver utfallen för alla enheter; 1 om filen är fel, 2 om kommandot är det."""
    if len(arguments) != 2:
        print("Så här: python evaluator.py svar.csv > utfall.csv", file=sys.stderr)
        return 2
    try:
        rows = read(arguments[1])
    except OSError as error:
        print(f"{arguments[1]}: {error.strerror}", file=sys.stderr)
        return 2
    except ValueError as error:
        print(f"{arguments[1]}: {error}", file=sys.stderr)
        return 1
    sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(("enhet", "indikator", "utfall", "i_namnare", "bortfallsorsak"))
    for unit in UNITS:
        row = rows.get(unit)
        outcomes = evaluate_row(row) if row is not None else dict.fromkeys(INDICATORS, "Bortfall")
        for indicator, outcome in outcomes.items():
            counted = DENOMINATORS[indicator]
            inside = "" if counted is None else str(int(outcome in counted))
            reason = ""
            if outcome == "Bortfall":
                reason = "ej_inkommen" if row is None else nonresponse_reason(row, indicator)
            out.writerow((unit, indicator, outcome, inside, reason))
    return 0


def read(path: str) -> dict[str, dict[str, str]]:
    """Svaren per enhet. Fullständiga felmeddelanden ger `ojdsl evaluate`; här stannar läsningen vid det första felet."""
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        head = file.readline()
        file.seek(0)
        rows = list(csv.DictReader(file, delimiter=";" if ";" in head else ",", strict=True))
    columns = set(rows[0]) if rows else set()
    missing = [column for column in ("enhet", *VALUES, *TEXT_COLUMNS) if rows and column not in columns]
    if missing:
        raise ValueError(f"kolumner saknas: {', '.join(missing)}")
    answers: dict[str, dict[str, str]] = {}
    for number, row in enumerate(rows, start=2):
        unit = (row["enhet"] or "").strip()
        if unit not in UNITS or unit in answers or None in row or None in row.values():
            raise ValueError(f"post {number}: enheten {unit!r} är okänd eller dubbel, eller så är raden för kort eller lång")
        try:
            prepared(row)
        except ValueError as error:
            raise ValueError(f"post {number}: {error}") from error
        answers[unit] = row
    return answers


def utfall_socialjour(svar: dict[str, str]) -> str:
    """Social jourverksamhet

    För att uppnå målvärdet (Ja) krävs att kommunen har svarat ”Ja” på fråga (G)1.
    Alla andra svar ger resultatet Nej.

    Frågor: (G)1, (G)1 a, (G)1 b, (G)1 c.
    """
    if svar['G1'] == 'Ja':
        return 'Ja'
    if svar['G1'] == 'Nej':
        return 'Nej'
    return 'Bortfall'


def utfall_samordning_ekonomiskt_bistand_missbruk(svar: dict[str, str]) -> str:
    """Aktuell rutin för samordning mellan Ekonomiskt bistånd och Missbruk

    För att uppnå målvärdet (Ja) krävs att kommunen har uppfyllt minst ett av följande två villkor: a) svarat ”Ja” på fråga (G)2, och ”Ja” eller ”Ej aktuellt” på fråga (G)2 a; b) svarat ”Nej, behövs inte” på fråga (G)2.
    Resultatet är Ej aktuellt om kommunen har svarat ”Ej aktuellt” på fråga (G)2.
    Alla andra svar ger resultatet Nej.

    Frågor: (G)2, (G)2 a.
    """
    if (
        svar['G2_ekonomiskt_bistand_missbruk'] == 'Nej, behövs inte'
        or (
            svar['G2_ekonomiskt_bistand_missbruk'] in ('Ja', 'Nej, behövs inte')
            and svar['G2a_ekonomiskt_bistand_missbruk'] in ('Ja', 'Ej aktuellt')
        )
    ):
        return 'Ja'
    if svar['G2_ekonomiskt_bistand_missbruk'] == 'Ej aktuellt':
        return 'Ej aktuellt'
    if (
        svar['G2_ekonomiskt_bistand_missbruk'] == 'Nej'
        or (
            svar['G2_ekonomiskt_bistand_missbruk'] in ('Ja', 'Nej')
            and svar['G2a_ekonomiskt_bistand_missbruk'] == 'Nej'
        )
    ):
        return 'Nej'
    return 'Bortfall'


def utfall_samordning_socialpsykiatri_missbruk(svar: dict[str, str]) -> str:
    """Aktuell rutin för samordning mellan Socialpsykiatri och Missbruk

    För att uppnå målvärdet (Ja) krävs att kommunen har uppfyllt minst ett av följande två villkor: a) svarat ”Ja” på fråga (G)2, och ”Ja” eller ”Ej aktuellt” på fråga (G)2 a; b) svarat ”Nej, behövs inte” på fråga (G)2.
    Resultatet är Ej aktuellt om kommunen har svarat ”Ej aktuellt” på fråga (G)2.
    Alla andra svar ger resultatet Nej.

    Frågor: (G)2, (G)2 a.
    """
    if (
        svar['G2_socialpsykiatri_missbruk'] == 'Nej, behövs inte'
        or (
            svar['G2_socialpsykiatri_missbruk'] in ('Ja', 'Nej, behövs inte')
            and svar['G2a_socialpsykiatri_missbruk'] in ('Ja', 'Ej aktuellt')
        )
    ):
        return 'Ja'
    if svar['G2_socialpsykiatri_missbruk'] == 'Ej aktuellt':
        return 'Ej aktuellt'
    if (
        svar['G2_socialpsykiatri_missbruk'] == 'Nej'
        or (svar['G2_socialpsykiatri_missbruk'] in ('Ja', 'Nej') and svar['G2a_socialpsykiatri_missbruk'] == 'Nej')
    ):
        return 'Nej'
    return 'Bortfall'


def utfall_samordning_barn_och_unga_missbruk(svar: dict[str, str]) -> str:
    """Aktuell rutin för samordning mellan Barn och unga och Missbruk

    För att uppnå målvärdet (Ja) krävs att kommunen har uppfyllt minst ett av följande två villkor: a) svarat ”Ja” på fråga (G)2, och ”Ja” eller ”Ej aktuellt” på fråga (G)2 a; b) svarat ”Nej, behövs inte” på fråga (G)2.
    Resultatet är Ej aktuellt om kommunen har svarat ”Ej aktuellt” på fråga (G)2.
    Alla andra svar ger resultatet Nej.

    Frågor: (G)2, (G)2 a.
    """
    if (
        svar['G2_barn_och_unga_missbruk'] == 'Nej, behövs inte'
        or (
            svar['G2_barn_och_unga_missbruk'] in ('Ja', 'Nej, behövs inte')
            and svar['G2a_barn_och_unga_missbruk'] in ('Ja', 'Ej aktuellt')
        )
    ):
        return 'Ja'
    if svar['G2_barn_och_unga_missbruk'] == 'Ej aktuellt':
        return 'Ej aktuellt'
    if (
        svar['G2_barn_och_unga_missbruk'] == 'Nej'
        or (svar['G2_barn_och_unga_missbruk'] in ('Ja', 'Nej') and svar['G2a_barn_och_unga_missbruk'] == 'Nej')
    ):
        return 'Nej'
    return 'Bortfall'


def utfall_samordning_lss_missbruk(svar: dict[str, str]) -> str:
    """Aktuell rutin för samordning mellan LSS (barn och vuxen) och Missbruk

    För att uppnå målvärdet (Ja) krävs att kommunen har uppfyllt minst ett av följande två villkor: a) svarat ”Ja” på fråga (G)2, och ”Ja” eller ”Ej aktuellt” på fråga (G)2 a; b) svarat ”Nej, behövs inte” på fråga (G)2.
    Resultatet är Ej aktuellt om kommunen har svarat ”Ej aktuellt” på fråga (G)2.
    Alla andra svar ger resultatet Nej.

    Frågor: (G)2, (G)2 a.
    """
    if (
        svar['G2_lss_missbruk'] == 'Nej, behövs inte'
        or (
            svar['G2_lss_missbruk'] in ('Ja', 'Nej, behövs inte')
            and svar['G2a_lss_missbruk'] in ('Ja', 'Ej aktuellt')
        )
    ):
        return 'Ja'
    if svar['G2_lss_missbruk'] == 'Ej aktuellt':
        return 'Ej aktuellt'
    if (
        svar['G2_lss_missbruk'] == 'Nej'
        or (svar['G2_lss_missbruk'] in ('Ja', 'Nej') and svar['G2a_lss_missbruk'] == 'Nej')
    ):
        return 'Nej'
    return 'Bortfall'


def utfall_samordning_aldreomsorg_missbruk(svar: dict[str, str]) -> str:
    """Aktuell rutin för samordning mellan Äldreomsorg och Missbruk

    För att uppnå målvärdet (Ja) krävs att kommunen har uppfyllt minst ett av följande två villkor: a) svarat ”Ja” på fråga (G)2, och ”Ja” eller ”Ej aktuellt” på fråga (G)2 a; b) svarat ”Nej, behövs inte” på fråga (G)2.
    Resultatet är Ej aktuellt om kommunen har svarat ”Ej aktuellt” på fråga (G)2.
    Alla andra svar ger resultatet Nej.

    Frågor: (G)2, (G)2 a.
    """
    if (
        svar['G2_aldreomsorg_missbruk'] == 'Nej, behövs inte'
        or (
            svar['G2_aldreomsorg_missbruk'] in ('Ja', 'Nej, behövs inte')
            and svar['G2a_aldreomsorg_missbruk'] in ('Ja', 'Ej aktuellt')
        )
    ):
        return 'Ja'
    if svar['G2_aldreomsorg_missbruk'] == 'Ej aktuellt':
        return 'Ej aktuellt'
    if (
        svar['G2_aldreomsorg_missbruk'] == 'Nej'
        or (svar['G2_aldreomsorg_missbruk'] in ('Ja', 'Nej') and svar['G2a_aldreomsorg_missbruk'] == 'Nej')
    ):
        return 'Nej'
    return 'Bortfall'


def utfall_overenskommelse(svar: dict[str, str]) -> str:
    """Aktuell överenskommelse med landsting

    För att uppnå målvärdet (Ja) krävs att kommunen har svarat ”Ja” på alla delar av fråga (G)3, och ”Ja” eller ”Ej aktuellt” på fråga (G)3 a.
    Alla andra svar ger resultatet Nej.

    Frågor: (G)3, (G)3 a.
    """
    if (
        svar['G3_mal'] == 'Ja'
        and svar['G3_ansvar'] == 'Ja'
        and svar['G3_rutiner'] == 'Ja'
        and svar['G3a'] in ('Ja', 'Ej aktuellt')
    ):
        return 'Ja'
    if svar['G3_mal'] == 'Nej' or svar['G3_ansvar'] == 'Nej' or svar['G3_rutiner'] == 'Nej' or svar['G3a'] == 'Nej':
        return 'Nej'
    return 'Bortfall'


def utfall_kompetensplan(svar: dict[str, str]) -> str:
    """Aktuell samlad plan för personalens kompetensutveckling – Missbruk

    För att uppnå målvärdet (Ja) krävs att kommunen har svarat ”Ja” på fråga (G)6, markerat ”A” och ”B” i fråga (G)6 a, och svarat ”Ja” eller ”Ej aktuellt” på fråga (G)6 b.
    Resultatet är Ej aktuellt om kommunen har svarat ”Ej aktuellt” på fråga (G)6.
    Alla andra svar ger resultatet Nej.

    Frågor: (G)6, (G)6 a, (G)6 b.
    """
    if (
        svar['G6_missbruk'] == 'Ja'
        and svar['G6a_missbruk_a'] == 'Ja'
        and svar['G6a_missbruk_b'] == 'Ja'
        and svar['G6b_missbruk'] in ('Ja', 'Ej aktuellt')
    ):
        return 'Ja'
    if svar['G6_missbruk'] == 'Ej aktuellt':
        return 'Ej aktuellt'
    if (
        svar['G6_missbruk'] == 'Nej'
        or (svar['G6_missbruk'] in ('Ja', 'Nej') and svar['G6a_missbruk_a'] == 'Nej')
        or (svar['G6_missbruk'] in ('Ja', 'Nej') and svar['G6a_missbruk_b'] == 'Nej')
        or (svar['G6_missbruk'] in ('Ja', 'Nej') and svar['G6b_missbruk'] == 'Nej')
    ):
        return 'Nej'
    return 'Bortfall'


def utfall_rutin_vald(svar: dict[str, str]) -> str:
    """Aktuell rutin vid indikation på att en vuxen utsatts för våld – Missbruk

    För att uppnå målvärdet (Ja) krävs att kommunen har svarat ”Ja” på fråga (G)7, och ”Ja” eller ”Ej aktuellt” på fråga (G)7 a.
    Resultatet är Ej aktuellt om kommunen har svarat ”Ej aktuellt” på fråga (G)7.
    Alla andra svar ger resultatet Nej.

    Frågor: (G)7, (G)7 a.
    """
    if svar['G7_missbruk'] == 'Ja' and svar['G7a_missbruk'] in ('Ja', 'Ej aktuellt'):
        return 'Ja'
    if svar['G7_missbruk'] == 'Ej aktuellt':
        return 'Ej aktuellt'
    if svar['G7_missbruk'] == 'Nej' or (svar['G7_missbruk'] in ('Ja', 'Nej') and svar['G7a_missbruk'] == 'Nej'):
        return 'Nej'
    return 'Bortfall'


def utfall_cm_team(svar: dict[str, str]) -> str:
    """Case management i form av integrerade team

    För att uppnå målvärdet (Ja) krävs att kommunen har svarat ”Ja” på fråga (G)11.
    Alla andra svar ger resultatet Nej.

    Frågor: (G)11.
    """
    if svar['G11'] == 'Ja':
        return 'Ja'
    if svar['G11'] == 'Nej':
        return 'Nej'
    return 'Bortfall'


def utfall_cm_strengths(svar: dict[str, str]) -> str:
    """Erbjuder individuell Case management i form av Strengths model

    För att uppnå målvärdet (Ja) krävs att kommunen har svarat ”Ja” på fråga (M)3.
    Alla andra svar ger resultatet Nej.

    Frågor: (M)3.
    """
    if svar['M3'] == 'Ja':
        return 'Ja'
    if svar['M3'] == 'Nej':
        return 'Nej'
    return 'Bortfall'


def utfall_insatser(svar: dict[str, str]) -> str:
    """Erbjuder rekommenderade insatser till personer med missbruk eller beroende i form av: MET, KBT, Återfallsprevention (ÅP), CRA, Tolvstegsbehandling, SBNT

    För att uppnå målvärdet (Ja) krävs att kommunen har svarat ”Ja” på minst en av de sex delarna i fråga (M)2.
    Alla andra svar ger resultatet Nej.

    Frågor: (M)2.
    """
    if (
        svar['M2_met'] == 'Ja'
        or svar['M2_kbt'] == 'Ja'
        or svar['M2_ap'] == 'Ja'
        or svar['M2_cra'] == 'Ja'
        or svar['M2_tolvsteg'] == 'Ja'
        or svar['M2_sbnt'] == 'Ja'
    ):
        return 'Ja'
    if (
        svar['M2_met'] == 'Nej'
        and svar['M2_kbt'] == 'Nej'
        and svar['M2_ap'] == 'Nej'
        and svar['M2_cra'] == 'Nej'
        and svar['M2_tolvsteg'] == 'Nej'
        and svar['M2_sbnt'] == 'Nej'
    ):
        return 'Nej'
    return 'Bortfall'


def utfall_stodprogram(svar: dict[str, str]) -> str:
    """Stödprogram erbjuds vuxna närstående till personer med missbruk- och beroendeproblematik

    För att uppnå målvärdet (Ja) krävs att kommunen har svarat ”Ja” på minst en av delarna ”AL-ANON”, ”Nar-ANON” och ”CST” i fråga (M)4.
    Alla andra svar ger resultatet Nej.

    Frågor: (M)4.
    """
    if svar['M4_al_anon'] == 'Ja' or svar['M4_nar_anon'] == 'Ja' or svar['M4_cst'] == 'Ja':
        return 'Ja'
    if svar['M4_al_anon'] == 'Nej' and svar['M4_nar_anon'] == 'Nej' and svar['M4_cst'] == 'Nej':
        return 'Nej'
    return 'Bortfall'


def utfall_bostad_forst(svar: dict[str, str]) -> str:
    """Bostad först

    För att uppnå målvärdet (Ja) krävs att kommunen har svarat ”Ja” på fråga (G)10.1.
    Alla andra svar ger resultatet Nej.

    Frågor: (G)10.1.
    """
    if svar['G10_1'] == 'Ja':
        return 'Ja'
    if svar['G10_1'] == 'Nej':
        return 'Nej'
    return 'Bortfall'


def utfall_vardkedja(svar: dict[str, str]) -> str:
    """Erbjuder Vårdkedja

    För att uppnå målvärdet (Ja) krävs att kommunen har svarat ”Ja” på fråga (G)10.2.
    Alla andra svar ger resultatet Nej.

    Frågor: (G)10.2.
    """
    if svar['G10_2'] == 'Ja':
        return 'Ja'
    if svar['G10_2'] == 'Nej':
        return 'Nej'
    return 'Bortfall'


def utfall_uppfoljning_metod(svar: dict[str, str]) -> str:
    """Standardiserade bedömningsmetoder har använts som underlag vid uppföljning av insatser

    För att uppnå målvärdet (Ja) krävs att kommunen har svarat ”Ja, för alla” på fråga (M)5.
    För resultatet Delvis krävs att kommunen har svarat ”Ja, men inte för vissa” på fråga (M)5.
    Resultatet är Ej aktuellt om kommunen har svarat ”Ej aktuellt” på fråga (M)5.
    Alla andra svar ger resultatet Nej.

    Frågor: (M)5.
    """
    if svar['M5'] == 'Ja, för alla':
        return 'Ja'
    if svar['M5'] == 'Ja, men inte för vissa':
        return 'Delvis'
    if svar['M5'] == 'Ej aktuellt':
        return 'Ej aktuellt'
    if svar['M5'] == 'Nej':
        return 'Nej'
    return 'Bortfall'


def utfall_freda(svar: dict[str, str]) -> str:
    """Använder standardiserade bedömningsmetoden FREDA-kortfrågor inom socialtjänstens verksamhetsområden för att upptäcka våldsutsatthet hos enskilda vuxna – Missbruk

    För att uppnå målvärdet (Ja) krävs att kommunen har svarat ”Ja, FREDA-kortfrågor” på fråga (G)8.
    Alla andra svar ger resultatet Nej.

    Frågor: (G)8, (G)8 a.
    """
    if svar['G8_missbruk'] == 'Ja, FREDA-kortfrågor':
        return 'Ja'
    if svar['G8_missbruk'] in ('Ja, annan', 'Nej'):
        return 'Nej'
    return 'Bortfall'


def utfall_resultat_bor_med_barn(svar: dict[str, str]) -> str:
    """Använt resultat från systematisk uppföljning av insatser för att utveckla missbruksverksamheter inom socialtjänsten för vuxna som bor med barn

    För att uppnå målvärdet (Ja) krävs att kommunen har svarat ”Ja” på frågorna (M)6, (M)6 b och (M)6 c.
    För resultatet Delvis krävs att kommunen har svarat ”Ja” på frågorna (M)6 och (M)6 b, och ”Nej, men vi har fattat beslut om att göra det” på fråga (M)6 c.
    Resultatet är Ej aktuellt om kommunen har svarat ”Ej aktuellt” på fråga (M)6 eller (M)6 b.
    Alla andra svar ger resultatet Nej.

    Frågor: (M)6, (M)6 b, (M)6 c.
    """
    if svar['M6'] == 'Ja' and svar['M6b_bor_med_barn'] == 'Ja' and svar['M6c'] == 'Ja':
        return 'Ja'
    if svar['M6'] == 'Ja' and svar['M6b_bor_med_barn'] == 'Ja' and svar['M6c'] == 'Nej, beslutat':
        return 'Delvis'
    if (
        svar['M6'] == 'Ej aktuellt'
        or (svar['M6'] in ('Ja', 'Ej aktuellt') and svar['M6b_bor_med_barn'] == 'Ej aktuellt')
    ):
        return 'Ej aktuellt'
    if (
        svar['M6'] == 'Nej'
        or (svar['M6'] in ('Ja', 'Nej') and svar['M6b_bor_med_barn'] == 'Nej')
        or (svar['M6'] in ('Ja', 'Nej') and svar['M6b_bor_med_barn'] in ('Ja', 'Nej') and svar['M6c'] == 'Nej')
    ):
        return 'Nej'
    return 'Bortfall'


def utfall_resultat_unga_vuxna(svar: dict[str, str]) -> str:
    """Använt resultat från systematisk uppföljning av insatser för att utveckla missbruksverksamheter inom socialtjänsten för unga vuxna

    För att uppnå målvärdet (Ja) krävs att kommunen har svarat ”Ja” på frågorna (M)6, (M)6 b och (M)6 c.
    För resultatet Delvis krävs att kommunen har svarat ”Ja” på frågorna (M)6 och (M)6 b, och ”Nej, men vi har fattat beslut om att göra det” på fråga (M)6 c.
    Resultatet är Ej aktuellt om kommunen har svarat ”Ej aktuellt” på fråga (M)6 eller (M)6 b.
    Alla andra svar ger resultatet Nej.

    Frågor: (M)6, (M)6 b, (M)6 c.
    """
    if svar['M6'] == 'Ja' and svar['M6b_unga_vuxna'] == 'Ja' and svar['M6c'] == 'Ja':
        return 'Ja'
    if svar['M6'] == 'Ja' and svar['M6b_unga_vuxna'] == 'Ja' and svar['M6c'] == 'Nej, beslutat':
        return 'Delvis'
    if (
        svar['M6'] == 'Ej aktuellt'
        or (svar['M6'] in ('Ja', 'Ej aktuellt') and svar['M6b_unga_vuxna'] == 'Ej aktuellt')
    ):
        return 'Ej aktuellt'
    if (
        svar['M6'] == 'Nej'
        or (svar['M6'] in ('Ja', 'Nej') and svar['M6b_unga_vuxna'] == 'Nej')
        or (svar['M6'] in ('Ja', 'Nej') and svar['M6b_unga_vuxna'] in ('Ja', 'Nej') and svar['M6c'] == 'Nej')
    ):
        return 'Nej'
    return 'Bortfall'


def utfall_resultat_aldre_65(svar: dict[str, str]) -> str:
    """Använt resultat från systematisk uppföljning av insatser för att utveckla missbruksverksamheter inom socialtjänsten för 65 år eller äldre

    För att uppnå målvärdet (Ja) krävs att kommunen har svarat ”Ja” på frågorna (M)6, (M)6 b och (M)6 c.
    För resultatet Delvis krävs att kommunen har svarat ”Ja” på frågorna (M)6 och (M)6 b, och ”Nej, men vi har fattat beslut om att göra det” på fråga (M)6 c.
    Resultatet är Ej aktuellt om kommunen har svarat ”Ej aktuellt” på fråga (M)6 eller (M)6 b.
    Alla andra svar ger resultatet Nej.

    Frågor: (M)6, (M)6 b, (M)6 c.
    """
    if svar['M6'] == 'Ja' and svar['M6b_aldre_65'] == 'Ja' and svar['M6c'] == 'Ja':
        return 'Ja'
    if svar['M6'] == 'Ja' and svar['M6b_aldre_65'] == 'Ja' and svar['M6c'] == 'Nej, beslutat':
        return 'Delvis'
    if (
        svar['M6'] == 'Ej aktuellt'
        or (svar['M6'] in ('Ja', 'Ej aktuellt') and svar['M6b_aldre_65'] == 'Ej aktuellt')
    ):
        return 'Ej aktuellt'
    if (
        svar['M6'] == 'Nej'
        or (svar['M6'] in ('Ja', 'Nej') and svar['M6b_aldre_65'] == 'Nej')
        or (svar['M6'] in ('Ja', 'Nej') and svar['M6b_aldre_65'] in ('Ja', 'Nej') and svar['M6c'] == 'Nej')
    ):
        return 'Nej'
    return 'Bortfall'


def utfall_resultat_beroendevard(svar: dict[str, str]) -> str:
    """Använt resultat från systematisk uppföljning av insatser för att utveckla missbruksverksamheter inom socialtjänsten för de som har kontakt med beroendevård/psykiatri

    För att uppnå målvärdet (Ja) krävs att kommunen har svarat ”Ja” på frågorna (M)6, (M)6 b och (M)6 c.
    För resultatet Delvis krävs att kommunen har svarat ”Ja” på frågorna (M)6 och (M)6 b, och ”Nej, men vi har fattat beslut om att göra det” på fråga (M)6 c.
    Resultatet är Ej aktuellt om kommunen har svarat ”Ej aktuellt” på fråga (M)6 eller (M)6 b.
    Alla andra svar ger resultatet Nej.

    Frågor: (M)6, (M)6 b, (M)6 c.
    """
    if svar['M6'] == 'Ja' and svar['M6b_beroendevard'] == 'Ja' and svar['M6c'] == 'Ja':
        return 'Ja'
    if svar['M6'] == 'Ja' and svar['M6b_beroendevard'] == 'Ja' and svar['M6c'] == 'Nej, beslutat':
        return 'Delvis'
    if (
        svar['M6'] == 'Ej aktuellt'
        or (svar['M6'] in ('Ja', 'Ej aktuellt') and svar['M6b_beroendevard'] == 'Ej aktuellt')
    ):
        return 'Ej aktuellt'
    if (
        svar['M6'] == 'Nej'
        or (svar['M6'] in ('Ja', 'Nej') and svar['M6b_beroendevard'] == 'Nej')
        or (svar['M6'] in ('Ja', 'Nej') and svar['M6b_beroendevard'] in ('Ja', 'Nej') and svar['M6c'] == 'Nej')
    ):
        return 'Nej'
    return 'Bortfall'


def utfall_kon_uppfoljning(svar: dict[str, str]) -> str:
    """Genomfört systematisk uppföljning uppdelat på kön inom Missbruk

    För att uppnå målvärdet (Ja) krävs att kommunen har svarat ”Ja” på frågorna (M)6 och (M)6 a.
    Resultatet är Ej aktuellt om kommunen har svarat ”Ej aktuellt” på fråga (M)6 eller (M)6 a.
    Alla andra svar ger resultatet Nej.

    Frågor: (M)6, (M)6 a.
    """
    if svar['M6'] == 'Ja' and svar['M6a'] == 'Ja':
        return 'Ja'
    if svar['M6'] == 'Ej aktuellt' or (svar['M6'] in ('Ja', 'Ej aktuellt') and svar['M6a'] == 'Ej aktuellt'):
        return 'Ej aktuellt'
    if svar['M6'] == 'Nej' or (svar['M6'] in ('Ja', 'Nej') and svar['M6a'] == 'Nej'):
        return 'Nej'
    return 'Bortfall'


def utfall_kon_resultat(svar: dict[str, str]) -> str:
    """Använt resultat från systematisk uppföljning av insatser uppdelat på kön för att utveckla verksamheten – Missbruk

    För att uppnå målvärdet (Ja) krävs att kommunen har svarat ”Ja” på frågorna (M)6, (M)6 a och (M)6 c.
    För resultatet Delvis krävs att kommunen har svarat ”Ja” på frågorna (M)6 och (M)6 a, och ”Nej, men vi har fattat beslut om att göra det” på fråga (M)6 c.
    Resultatet är Ej aktuellt om kommunen har svarat ”Ej aktuellt” på fråga (M)6 eller (M)6 a.
    Alla andra svar ger resultatet Nej.

    Frågor: (M)6, (M)6 a, (M)6 c.
    """
    if svar['M6'] == 'Ja' and svar['M6a'] == 'Ja' and svar['M6c'] == 'Ja':
        return 'Ja'
    if svar['M6'] == 'Ja' and svar['M6a'] == 'Ja' and svar['M6c'] == 'Nej, beslutat':
        return 'Delvis'
    if svar['M6'] == 'Ej aktuellt' or (svar['M6'] in ('Ja', 'Ej aktuellt') and svar['M6a'] == 'Ej aktuellt'):
        return 'Ej aktuellt'
    if (
        svar['M6'] == 'Nej'
        or (svar['M6'] in ('Ja', 'Nej') and svar['M6a'] == 'Nej')
        or (svar['M6'] in ('Ja', 'Nej') and svar['M6a'] in ('Ja', 'Nej') and svar['M6c'] == 'Nej')
    ):
        return 'Nej'
    return 'Bortfall'


def utfall_stodperson(svar: dict[str, str]) -> str:
    """Aktuell rutin för att erbjuda enskilda att ha stödperson på möten

    För att uppnå målvärdet (Ja) krävs att kommunen har svarat ”Ja” på fråga (M)7, och ”Ja” eller ”Ej aktuellt” på fråga (M)7 a.
    Alla andra svar ger resultatet Nej.

    Frågor: (M)7, (M)7 a.
    """
    if svar['M7'] == 'Ja' and svar['M7a'] in ('Ja', 'Ej aktuellt'):
        return 'Ja'
    if svar['M7'] == 'Nej' or svar['M7a'] == 'Nej':
        return 'Nej'
    return 'Bortfall'


def utfall_brukarrevision(svar: dict[str, str]) -> str:
    """Genomfört en brukarstyrd brukarrevision

    För att uppnå målvärdet (Ja) krävs att kommunen har svarat ”Ja” på fråga (G)15.
    Alla andra svar ger resultatet Nej.

    Frågor: (G)15.
    """
    if svar['G15'] == 'Ja':
        return 'Ja'
    if svar['G15'] == 'Nej':
        return 'Nej'
    return 'Bortfall'


def utfall_brukarrevision_anvand(svar: dict[str, str]) -> str:
    """Använt brukarstyrd brukarrevision för verksamhetsutveckling

    För att uppnå målvärdet (Ja) krävs att kommunen har svarat ”Ja” på frågorna (G)15 och (G)15 a.
    Alla andra svar ger resultatet Nej.

    Frågor: (G)15, (G)15 a.
    """
    if svar['G15'] == 'Ja' and svar['G15a'] == 'Ja':
        return 'Ja'
    if svar['G15'] == 'Nej' or svar['G15a'] == 'Nej':
        return 'Nej'
    return 'Bortfall'


def utfall_brukarsynpunkter(svar: dict[str, str]) -> str:
    """Använt brukares synpunkter till överenskommelse med landsting

    För att uppnå målvärdet (Ja) krävs att kommunen har svarat ”Ja” på frågorna (G)12 och (G)12 a.
    Alla andra svar ger resultatet Nej.

    Frågor: (G)12, (G)12 a.
    """
    if svar['G12'] == 'Ja' and svar['G12a'] == 'Ja':
        return 'Ja'
    if svar['G12'] == 'Nej' or svar['G12a'] == 'Nej':
        return 'Nej'
    return 'Bortfall'


def utfall_sip(svar: dict[str, str]) -> str:
    """Aktuell rutin för att delge information till enskilda om en samordnad individuell plan (SIP) - Missbruk

    För att uppnå målvärdet (Ja) krävs att kommunen har svarat ”Ja” på fråga (G)21, och ”Ja” eller ”Ej aktuellt” på fråga (G)21 a.
    Resultatet är Ej aktuellt om kommunen har svarat ”Ej aktuellt” på fråga (G)21.
    Alla andra svar ger resultatet Nej.

    Frågor: (G)21, (G)21 a.
    """
    if svar['G21_missbruk'] == 'Ja' and svar['G21a_missbruk'] in ('Ja', 'Ej aktuellt'):
        return 'Ja'
    if svar['G21_missbruk'] == 'Ej aktuellt':
        return 'Ej aktuellt'
    if svar['G21_missbruk'] == 'Nej' or (svar['G21_missbruk'] in ('Ja', 'Nej') and svar['G21a_missbruk'] == 'Nej'):
        return 'Nej'
    return 'Bortfall'


def utfall_skyddade_uppgifter(svar: dict[str, str]) -> str:
    """Aktuell rutin för hantering av skyddade personuppgifter vid handläggning och genomförande av insatser – Missbruk

    För att uppnå målvärdet (Ja) krävs att kommunen har svarat ”Ja” på fråga (G)23, och ”Ja” eller ”Ej aktuellt” på fråga (G)23 a.
    Resultatet är Ej aktuellt om kommunen har svarat ”Ej aktuellt” på fråga (G)23.
    Alla andra svar ger resultatet Nej.

    Frågor: (G)23, (G)23 a.
    """
    if svar['G23_missbruk'] == 'Ja' and svar['G23a_missbruk'] in ('Ja', 'Ej aktuellt'):
        return 'Ja'
    if svar['G23_missbruk'] == 'Ej aktuellt':
        return 'Ej aktuellt'
    if svar['G23_missbruk'] == 'Nej' or (svar['G23_missbruk'] in ('Ja', 'Nej') and svar['G23a_missbruk'] == 'Nej'):
        return 'Nej'
    return 'Bortfall'


def utfall_tid_forsta_besok(svar: dict[str, str]) -> str:
    """Väntetid för nybesök

    Resultatet är ”Inom 3 dagar” om kommunen har svarat ”Inom 3 dagar” på fråga (M)1.
    Resultatet är ”Inom 4-7 dagar” om kommunen har svarat ”Inom 4-7 dagar” på fråga (M)1.
    Resultatet är ”Inom 8-14 dagar” om kommunen har svarat ”Inom 8-14 dagar” på fråga (M)1.
    Resultatet är ”Efter 15 dagar eller mer” om kommunen har svarat ”Efter 15 dagar eller mer” på fråga (M)1.
    Resultatet är ”Kan inte svara” om kommunen har svarat ”Kan inte svara” på fråga (M)1.

    Frågor: (M)1.
    """
    if svar['M1'] == 'Inom 3 dagar':
        return 'Inom 3 dagar'
    if svar['M1'] == 'Inom 4-7 dagar':
        return 'Inom 4-7 dagar'
    if svar['M1'] == 'Inom 8-14 dagar':
        return 'Inom 8-14 dagar'
    if svar['M1'] == 'Efter 15 dagar eller mer':
        return 'Efter 15 dagar eller mer'
    if svar['M1'] == 'Kan inte svara':
        return 'Kan inte svara'
    return 'Bortfall'


def evaluate_row(row: dict[str, str]) -> dict[str, str]:
    """Utfallet av varje indikator för en enhets svar (kolumn → svar; tomt eller utelämnat är obesvarat)."""
    svar = prepared(row)
    return {
        'socialjour': utfall_socialjour(svar),
        'samordning_ekonomiskt_bistand_missbruk': utfall_samordning_ekonomiskt_bistand_missbruk(svar),
        'samordning_socialpsykiatri_missbruk': utfall_samordning_socialpsykiatri_missbruk(svar),
        'samordning_barn_och_unga_missbruk': utfall_samordning_barn_och_unga_missbruk(svar),
        'samordning_lss_missbruk': utfall_samordning_lss_missbruk(svar),
        'samordning_aldreomsorg_missbruk': utfall_samordning_aldreomsorg_missbruk(svar),
        'overenskommelse': utfall_overenskommelse(svar),
        'kompetensplan': utfall_kompetensplan(svar),
        'rutin_vald': utfall_rutin_vald(svar),
        'cm_team': utfall_cm_team(svar),
        'cm_strengths': utfall_cm_strengths(svar),
        'insatser': utfall_insatser(svar),
        'stodprogram': utfall_stodprogram(svar),
        'bostad_forst': utfall_bostad_forst(svar),
        'vardkedja': utfall_vardkedja(svar),
        'uppfoljning_metod': utfall_uppfoljning_metod(svar),
        'freda': utfall_freda(svar),
        'resultat_bor_med_barn': utfall_resultat_bor_med_barn(svar),
        'resultat_unga_vuxna': utfall_resultat_unga_vuxna(svar),
        'resultat_aldre_65': utfall_resultat_aldre_65(svar),
        'resultat_beroendevard': utfall_resultat_beroendevard(svar),
        'kon_uppfoljning': utfall_kon_uppfoljning(svar),
        'kon_resultat': utfall_kon_resultat(svar),
        'stodperson': utfall_stodperson(svar),
        'brukarrevision': utfall_brukarrevision(svar),
        'brukarrevision_anvand': utfall_brukarrevision_anvand(svar),
        'brukarsynpunkter': utfall_brukarsynpunkter(svar),
        'sip': utfall_sip(svar),
        'skyddade_uppgifter': utfall_skyddade_uppgifter(svar),
        'tid_forsta_besok': utfall_tid_forsta_besok(svar),
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv))
