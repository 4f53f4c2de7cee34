"""Dates and periods as they are written in Swedish."""

from __future__ import annotations

from datetime import date

from ojdsl.model.nodes import Period

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip


def swedish_date(day: date) -> str:
    """`1 februari 2017`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def swedish_period(period: Period) -> str:
    """`1 februari 2016–31 januari 2017 (12 månader)`."""
    length = "1 månad" if period.months == 1 else f"{period.months} månader"
    return f"{swedish_date(period.start)}–{swedish_date(period.end)} ({length})"


def swedish_iso(day: str) -> str:
    """A date of the register, `2017-04-30`, as `30 april 2017`; anything else as it stands."""
    try:
        return swedish_date(date.fromisoformat(day))
    except ValueError:
        return day
