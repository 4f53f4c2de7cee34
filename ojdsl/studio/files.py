"""The files of ours that a page is made of and fetches."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from ojdsl.documents import to_form_html


@cache
def own(name: str) -> str:
    """A file of this folder."""
    return (files("ojdsl.studio") / name).read_text(encoding="utf-8")


@cache
def style() -> str:
    """The style sheet: that of the form, and what the preview adds."""
    return to_form_html.form_style() + own("page.css")


@cache
def script() -> str:
    """The script: the form's skip logic, and what the preview adds."""
    return to_form_html.own("survey.js") + own("page.js")
