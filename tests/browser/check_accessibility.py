"""Nothing that axe-core calls serious or critical, and contrast at least 4.5 to 1, in the form and in the appendices."""

from __future__ import annotations

from typing import Any

import pytest

from tests import real

Page = Any
BUILT = real.ROOT / "generated/2017/missbruk"
SIZES = ((1280, 1024), (375, 812), (320, 256))
_RUN = "() => axe.run(document, {resultTypes: ['violations', 'incomplete']})"


def faults(page: Page, axe: str) -> list[str]:
    """What axe-core finds, as `impact rule: place`."""
    page.evaluate(axe)
    found = page.evaluate(_RUN)["violations"]
    return [f"{one['impact']} {one['id']}: {node['target']}" for one in found for node in one["nodes"]]


def serious(found: list[str]) -> list[str]:
    return [one for one in found if one.startswith(("serious", "critical"))]


def everything_shown(page: Page) -> None:
    """All questions, definitions and messages at once."""
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    for column in ("G1", "G2_lss_missbruk", "G3_mal", "G6_missbruk", "G12", "G15", "M6", "M7"):
        page.check(f'[name="{column}"][value="{1 if column == "G1" else 0}"]')
    page.check('[name="G1a"][value="0"]')
    page.click("#save")


@pytest.mark.parametrize("size", SIZES)
def test_the_form_is_accessible(page: Page, axe: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    assert faults(page, axe) == []
    everything_shown(page)
    assert faults(page, axe) == []


@pytest.mark.parametrize("name", ["bilaga1.html", "bilaga2.html"])
@pytest.mark.parametrize("size", SIZES)
def test_the_appendices_are_accessible(chromium: Any, axe: str, size: tuple[int, int], name: str) -> None:
    page = chromium.new_page(viewport={"width": size[0], "height": size[1]})
    page.goto((BUILT / name).as_uri())
    assert serious(faults(page, axe)) == []
    page.close()
