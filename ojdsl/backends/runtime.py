"""The part of a generated evaluator that is the same in every area; `to_python` puts it between the area's tables and rules.

It is kept as real code so that it is type-checked and read like any other; what stands above the line below is replaced.
"""
# mypy: disable-error-code="unused-ignore"

from __future__ import annotations

import csv
import sys
import unicodedata
from pathlib import Path

GATE = ""
UNITS: tuple[str, ...] = ()
VALUES: dict[str, dict[str, str]] = {}
TEXT_COLUMNS: tuple[str, ...] = ()
OWN_COLUMNS: tuple[str, ...] = ()
UNMARKED_IS_NO: tuple[tuple[str, ...], ...] = ()
INDICATORS: tuple[str, ...] = ()
DENOMINATORS: dict[str, frozenset[str] | None] = {}
DECLINABLE: tuple[str, ...] = ()


def evaluate_row(row: dict[str, str]) -> dict[str, str]:
    """Stands in for the area's own."""
    return dict.fromkeys(INDICATORS, prepared(row).get(GATE, "Bortfall"))


# --- below this line: copied into every evaluator ---------------------------------------------------------------------


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
