"""The application: who may ask, what is answered, and that changes are told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from ojdsl.studio.app import LARGEST_TRIAL, Studio, _events, application
from ojdsl.studio.guard import HEADERS, hosts_of
from ojdsl.studio.view import Reading, first_view, next_view
from tests.studio.conftest import CLIENT, PORT, TIME, broken, good

FIRST = first_view(good()).number
SECOND = next_view(first_view(good()), broken()).number
JSON = {"Content-Type": "application/json"}
PATHS = (
    "/",
    "/indikator/metod",
    "/indikator/finns_inte",
    "/page.css",
    "/page.js",
    "/finns/inte",
    "/../etc/passwd",
    "/%00",
    "/%ff",
)


def trial(answers: object, indicator: str = "metod", number: int = FIRST) -> dict[str, Any]:
    return {"number": number, "indicator": indicator, "answers": answers}


# --- who may ask ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_has_the_headers(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == (404 if "finns" in path or "%" in path or ".." in path else 200)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_no_script_but_ours_may_run() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


HOSTS = (
    "evil.example",
    f"evil.example:{PORT}",
    "localhost",
    f"localhost:{PORT + 1}",
    f"127.0.0.1.evil.example:{PORT}",
    "",
    f"localhost:{PORT}.",
)


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("path", ["/", "/andringar", "/prova"])
def test_another_name_for_this_computer_is_refused(client: TestClient, host: str, path: str) -> None:
    answer = client.get(path, headers={"Host": host})
    assert answer.status_code == 421
    assert "Metoden" not in answer.text
    assert HEADERS.items() <= dict(answer.headers).items() or answer.headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("host", sorted(hosts_of(PORT)))
def test_our_own_names_are_answered(client: TestClient, host: str) -> None:
    origin = f"http://{host}"
    assert client.get("/", headers={"Host": host, "Origin": origin}).status_code == 200
    answer = client.post("/prova", json=trial({}), headers={"Host": host, "Origin": origin})
    assert answer.status_code == 200


def test_port_80_goes_without_saying() -> None:
    assert "localhost" in hosts_of(80)
    assert "localhost" not in hosts_of(PORT)


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", f"http://127.0.0.1:{PORT}", f"https://localhost:{PORT}", "http://localhost"]
)
def test_another_page_may_not_ask(client: TestClient, origin: str) -> None:
    assert client.post("/prova", json=trial({}), headers={"Origin": origin}).status_code == 403
    assert client.get("/andringar", headers={"Origin": origin}).status_code == 403


@pytest.mark.parametrize(("site", "mode", "status"), [
    ("cross-site", "no-cors", 403), ("same-site", "cors", 403), ("cross-site", "navigate", 200), ("same-origin", "cors", 200),
    ("none", "navigate", 200),
])  # fmt: skip
def test_another_page_may_link_to_us_but_not_fetch(client: TestClient, site: str, mode: str, status: int) -> None:
    headers = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode}
    assert client.get("/page.js", headers=headers).status_code == status


def test_nobody_may_post_without_saying_from_where(studio: Studio) -> None:
    alone = TestClient(application(studio, hosts_of(PORT)), f"http://localhost:{PORT}")
    assert alone.post("/prova", json=trial({})).status_code == 403
    assert alone.get("/").status_code == 200


# --- answers that are tried -------------------------------------------------------------------------------------------


def test_an_outcome_with_its_reasons(client: TestClient) -> None:
    answer = client.post("/prova", json=trial({"M5": "Nej"}))
    assert answer.json() == {
        "outcome": "Nej",
        "why": [
            "Ni får Nej eftersom ni har svarat ”Nej” på fråga (M)5.",
            "För att nå Ja behöver ni ha svarat ”Ja, för alla” på fråga (M)5.",
        ],
        "rows": [2],
    }


@pytest.mark.parametrize(
    ("status", "body", "headers"),
    [
        (400, b"{", JSON),
        (400, b"", JSON),
        (400, b"[" * 50_000, JSON),
        (400, b'{"number": %d, "indicator": "metod", "answers": {"M5": "\\ud800"}}' % FIRST, JSON),
        (400, b'{"number": %d, "indicator": "metod", "answers": {"M55": "Nej"}}' % FIRST, JSON),
        (409, b'{"number": %d, "indicator": "finns_inte", "answers": {}}' % FIRST, JSON),
        (409, b'{"number": 0, "indicator": "metod", "answers": {}}', JSON),
        (413, b" " * (LARGEST_TRIAL + 1), JSON),
        (415, b"M5=Nej", {"Content-Type": "application/x-www-form-urlencoded"}),
        (415, b'{"number": 1}', {"Content-Type": "text/plain"}),
    ],
)
def test_what_is_no_trial_is_refused_in_words(client: TestClient, status: int, body: bytes, headers: dict[str, str]) -> None:
    answer = client.post("/prova", content=body, headers=headers)
    assert answer.status_code == status
    assert answer.json()["message"].endswith(".")


def test_nothing_can_be_tried_before_there_is_a_catalogue() -> None:
    client = TestClient(application(Studio(broken()), hosts_of(PORT)), f"http://localhost:{PORT}", headers=CLIENT)
    assert client.post("/prova", json=trial({})).status_code == 409
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_do_nothing(client: TestClient, method: str) -> None:
    assert client.request(method, "/").status_code == 405
    assert client.get("/prova").status_code == 405


# --- changes ----------------------------------------------------------------------------------------------------------


def test_a_page_follows_the_files(client: TestClient, studio: Studio) -> None:
    assert "Inga fel." in client.get("/").text
    studio.show(broken())
    page = client.get("/indikator/metod").text
    assert "Det finns ingen fråga M55." in page
    assert f'data-number="{SECOND}"' in page
    assert client.post("/prova", json=trial({"M5": "Nej"})).status_code == 409
    assert client.post("/prova", json=trial({"M5": "Nej"}, number=SECOND)).json()["outcome"] == "Nej"
    studio.show(Reading(TIME, None, problem="specs/2017/missbruk: finns inte."))
    assert "specs/2017/missbruk: finns inte." in client.get("/indikator/metod").text


def test_changes_are_told_to_all_who_listen_until_the_end() -> None:
    async def listened() -> list[list[str]]:
        studio = Studio(good())
        tasks = [asyncio.create_task(collected(_events(studio, seen))) for seen in (0, FIRST, SECOND)]
        await asyncio.sleep(0.01)
        studio.show(broken())
        await asyncio.sleep(0.01)
        studio.end()
        return list(await asyncio.wait_for(asyncio.gather(*tasks), 5))

    first, second = f"data: {FIRST}\n\n", f"data: {SECOND}\n\n"
    start = "retry: 500\n\n"
    assert asyncio.run(listened()) == [[start, first, second], [start, second], [start, first, second]]


async def collected(events: AsyncIterator[str]) -> list[str]:
    return [event async for event in events]


def test_a_sign_of_life_where_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    async def listened() -> list[str]:
        studio = Studio(good())
        events = _events(studio, FIRST)
        said = [await anext(events) for _ in range(3)]
        studio.end()
        return said

    monkeypatch.setattr("ojdsl.studio.app._PULSE", 0.01)
    assert asyncio.run(listened()) == ["retry: 500\n\n", ":\n\n", ":\n\n"]


@pytest.mark.parametrize("seen", ["", "x", "-1", "9" * 40, "²", "1;2"])
def test_any_number_that_a_page_says_it_has_seen(client: TestClient, studio: Studio, seen: str) -> None:
    studio.end()
    assert client.get("/andringar", params={"sedd": seen}).status_code == 200
