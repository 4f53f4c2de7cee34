"""Results as CSV files (UTF-8 without BOM, `,`, LF, quotes only when needed), and what made them."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from io import StringIO

from ojdsl import __version__
from ojdsl.data.answers import Answers
from ojdsl.data.outcomes import Outcome
from ojdsl.data.shares import Share
from ojdsl.diagnostics.fact import Diagnostic, position_of
from ojdsl.diagnostics.render import message
from ojdsl.model.nodes import Catalogue

_OUTCOMES = ("enhet", "indikator", "utfall", "i_namnare", "bortfallsorsak")
_SHARES = (
    *("niva", "grupp", "indikator", "enheter", "ja", "delvis", "nej", "ej_aktuellt", "bortfall"),
    *("taljare", "namnare", "andel", "visas", "orsak"),
)
_FAULTS = ("rad", "enhet", "kolumn", "kod", "meddelande")
_FLAG = {True: "1", False: "0", None: ""}


def result_files(outcomes: Iterable[Outcome], shares: Iterable[Share], warnings: Iterable[Diagnostic]) -> dict[str, bytes]:
    """The files of results by path below the output folder. `warnings` are those of `ojdsl.data.not_asked` and `assumed`."""
    shares = tuple(shares)
    return {
        "utfall.csv": _csv(_OUTCOMES, map(_outcome, outcomes)),
        "andelar.csv": _csv(_SHARES, map(_share, shares)),
        "publicering/andelar.csv": _csv(_SHARES, map(_published, shares)),
        "datafel.csv": _csv(_FAULTS, map(_fault, warnings)),
    }


def about(catalogue: Catalogue, answers: Answers, files: Mapping[str, bytes]) -> bytes:
    """`om_resultatet.json`: which ojdsl, specs and answers made `files`, and the sha256 of each file."""
    facts = {
        "ojdsl": __version__,
        "specs_sha256": catalogue.fingerprint,
        "answers_sha256": answers.fingerprint,
        "round": catalogue.round.id,
        "area": catalogue.area.id,
        "files": {name: sha256(data).hexdigest() for name, data in sorted(files.items())},
    }
    return (json.dumps(facts, ensure_ascii=False, indent=2) + "\n").encode()


def _csv(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> bytes:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()


def _outcome(outcome: Outcome) -> tuple[str, ...]:
    return outcome.unit, outcome.indicator, outcome.outcome, _FLAG[outcome.in_denominator], outcome.reason


def _share(share: Share) -> tuple[str, ...]:
    return (*_who(share), *_numbers(share), _FLAG[share.shown], share.reason)


def _published(share: Share) -> tuple[str, ...]:
    """What may be published: where the share is withheld its counts are too, and never why."""
    numbers = _numbers(share)
    return (*_who(share), *(numbers if share.shown else [""] * len(numbers)), _FLAG[share.shown], "")


def _who(share: Share) -> tuple[str, ...]:
    return share.level, share.group, share.indicator, str(share.units)


def _numbers(share: Share) -> tuple[str, ...]:
    counts = (share.yes, share.partly, share.no, share.not_applicable, share.nonresponse)
    whole = "" if share.percent is None else str(share.percent)
    return (*map(str, counts), str(share.numerator), str(share.denominator), whole)


def _fault(warning: Diagnostic) -> tuple[str, ...]:
    facts = warning.facts
    return str(position_of(warning.place).line), str(facts["unit"]), str(facts["column"]), warning.code, message(warning)
