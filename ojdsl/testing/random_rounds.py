"""Random rounds: dates, periods, a small register with groups, a rule for what is withheld, each as a reader would have it."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from hypothesis import strategies as st

from ojdsl.model.nodes import NONRESPONSE, NOT_APPLICABLE, Group, Period, Register, Round, Unit, Withholding
from ojdsl.model.register import LEVELS, NATION

_NAMES = ("Alvik", "Bro", "Dal", "Ed", "Forsa", "Gränna")
_GROUPS = {"lan": ("01", "03", "25"), "storstad": ("0180",), "befolkningsklass": ("1", "5"), "kommungrupp": ("A1", "B3", "C9")}
_SOURCE = "scb"


@st.composite
def rounds(draw: st.DrawFn) -> Round:
    """A round of a year between 2008 and 2040. Its periods end the day before the reference date, or up to a year earlier."""
    year = draw(st.integers(2008, 2040))
    reference = date(year, draw(st.integers(1, 12)), draw(st.integers(1, 28)))
    register = draw(_registers())
    opened = reference + timedelta(days=draw(st.integers(0, 60)))
    closed = opened + timedelta(days=draw(st.integers(0, 90)))
    return Round(
        id=str(year),
        name=f"Öppna jämförelser {year}",
        section="G",
        reference_date=reference,
        periods={one.id: one for one in (draw(_periods(reference, name)) for name in draw(_PERIODS))},
        respondents=draw(st.integers(0, len(register.units))),
        withholding=Withholding(draw(st.integers(0, 100)), draw(st.sampled_from(_COUNTED))),
        data_source="Enkät",
        error_sources="Inga kända",
        source="Källan",
        register=register,
        collected=draw(st.sampled_from((None, (opened, closed)))),
        others=tuple((name, draw(st.integers(0, 400))) for name in draw(st.sampled_from(((), ("Barn och unga",))))),
    )


_PERIODS = st.lists(st.sampled_from(("tre_månader", "tolv_månader", "tjugofyra_månader")), unique=True, max_size=3)
_COUNTED = ((NONRESPONSE,), (NOT_APPLICABLE, NONRESPONSE), (NOT_APPLICABLE,))


@st.composite
def _periods(draw: st.DrawFn, reference: date, name: str) -> Period:
    """A period of one to 24 whole months."""
    end = reference - timedelta(days=1 + draw(st.integers(0, 365)))
    months = draw(st.integers(1, 24))
    return Period(name, _months_before(end + timedelta(days=1), months), end, months)


def _months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or the last that it has."""
    year, month = divmod(12 * day.year + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@st.composite
def _registers(draw: st.DrawFn) -> Register:
    """One to six municipalities; each is in the nation and a county, some in groups of the other levels."""
    units = tuple(draw(_units(number, name)) for number, name in enumerate(_NAMES[: draw(st.integers(1, len(_NAMES)))]))
    used = {pair for unit in units for pair in unit.groups.items()}
    groups = tuple(Group(level, code, f"Grupp {code}", "", "", _SOURCE) for level, code in sorted(used, key=_published))
    return Register(units, groups, {_SOURCE: ("Koder", "allt")})


def _published(pair: tuple[str, str]) -> tuple[int, str]:
    return LEVELS.index(pair[0]), pair[1]


@st.composite
def _units(draw: st.DrawFn, number: int, name: str) -> Unit:
    code = f"{number + 1:02}{10 + number}"  # codes grow, as in a register in order
    groups = {NATION: NATION}
    for level in LEVELS[1:]:
        if level == "lan" or draw(st.booleans()):
            groups[level] = draw(st.sampled_from(_GROUPS[level]))
    return Unit(code, name, "kommun", code, groups, "", "", "", _SOURCE)
