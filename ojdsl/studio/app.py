"""The preview as an ASGI application: pages, changes as they come, and answers that are tried."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from ojdsl.studio.files import script, style
from ojdsl.studio.guard import Guard
from ojdsl.studio.page import indicator_page, missing_page, overview_page
from ojdsl.studio.trial import read_trial, tried, unknown_answer
from ojdsl.studio.view import Reading, View, first_view, next_view

LARGEST_TRIAL = 100_000
"""Bytes of a request with answers; the largest survey needs a tenth of it."""
_PULSE = 15.0  # seconds between signs of life
_BROKEN = "Svaren kan inte tolkas."


class Studio:
    """The view of now, which `show` replaces; those who wait for another are woken. To be used in one event loop."""

    def __init__(self, now: Reading) -> None:
        self.view: View = first_view(now)
        self.ended = False
        self._news = asyncio.Event()

    def show(self, now: Reading) -> None:
        """Another reading of the files."""
        self.view = next_view(self.view, now)
        self._wake()

    def end(self) -> None:
        """Lets all who listen go, so that the server can stop."""
        self.ended = True
        self._wake()

    async def changes(self, seen: int) -> AsyncIterator[int]:
        """The number of each view that is not the one seen before; 0 where nothing has come for a while."""
        while not self.ended:
            news = self._news
            if self.view.number != seen:
                seen = self.view.number
                yield seen
                continue
            try:
                await asyncio.wait_for(news.wait(), _PULSE)
            except TimeoutError:
                yield 0

    def _wake(self) -> None:
        news, self._news = self._news, asyncio.Event()
        news.set()


def application(studio: Studio, hosts: Collection[str]) -> ASGIApp:
    """The preview, for requests to one of the hosts (name and port) only."""

    async def overview(_: Request) -> Response:
        return HTMLResponse(overview_page(studio.view))

    async def indicator(request: Request) -> Response:
        page = indicator_page(studio.view, request.path_params["name"])
        return HTMLResponse(page or missing_page(studio.view), 200 if page else 404)

    async def changes(request: Request) -> Response:
        said = request.query_params.get("sedd", "")
        seen = int(said) if said.isascii() and said.isdecimal() and len(said) < 20 else 0
        return StreamingResponse(_events(studio, seen), media_type="text/event-stream")

    async def trial(request: Request) -> Response:
        return await _trial(request, studio.view)

    async def stylesheet(_: Request) -> Response:
        return Response(style(), media_type="text/css")

    async def code(_: Request) -> Response:
        return Response(script(), media_type="text/javascript")

    async def nothing(_: Request, __: Exception) -> Response:
        return HTMLResponse(missing_page(studio.view), 404)

    routes = [
        Route("/", overview),
        Route("/indikator/{name}", indicator),
        Route("/andringar", changes),
        Route("/prova", trial, methods=["POST"]),
        Route("/page.css", stylesheet),
        Route("/page.js", code),
    ]
    return Guard(Starlette(routes=routes, exception_handlers={404: nothing}), hosts)


async def _events(studio: Studio, seen: int) -> AsyncIterator[str]:
    yield "retry: 500\n\n"
    async for number in studio.changes(seen):
        yield f"data: {number}\n\n" if number else ":\n\n"


async def _trial(request: Request, view: View) -> Response:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        return _refused(_BROKEN, 415)
    body = await _body(request)
    if body is None:
        return _refused("Svaren är för stora.", 413)
    trial = read_trial(body)
    if trial is None:
        return _refused(_BROKEN, 400)
    found = next((one for one in view.good.catalogue.indicators if one.id == trial.indicator), None) if view.good else None
    if trial.number != view.number or view.good is None or found is None:
        return _refused("Sidan är äldre än specifikationerna. Ladda om den.", 409)
    if unknown_answer(trial.answers, view.good.catalogue):
        return _refused("Ett av svaren finns inte i enkäten.", 400)
    result = tried(trial.answers, found, view.good)
    return JSONResponse({"outcome": result.outcome, "why": result.why, "rows": result.rows})


async def _body(request: Request) -> bytes | None:
    """The body; None, read no further, where it is too large or its sender is gone."""
    body = b""
    try:
        async for part in request.stream():
            body += part
            if len(body) > LARGEST_TRIAL:
                return None
    except ClientDisconnect:
        return None
    return body


def _refused(message: str, status: int) -> Response:
    return JSONResponse({"message": message}, status)
