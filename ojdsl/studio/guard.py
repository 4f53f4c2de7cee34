"""Who may talk to the preview: pages that it has served itself, under the names of this computer, and nobody else.

Any page that is open in the same browser can send requests to a local port. A name that is made to point at this computer
(DNS rebinding) shows in `Host`, a request that another page sends shows in `Origin`; neither can be set by a page.
"""

from __future__ import annotations

from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}
_OWN_PAGES = "Förhandsvisningen svarar bara sina egna sidor."


def hosts_of(port: int) -> frozenset[str]:
    """What `Host` may say to a preview on a port."""
    names = ("127.0.0.1", "localhost")
    return frozenset(f"{name}:{port}" for name in names) | (frozenset(names) if port == 80 else frozenset())


class Guard:
    """Passes on what may pass, and puts the headers on every answer."""

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        self._app, self._hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        refused = self._refused(scope["method"], Headers(scope=scope))
        await (refused or self._app)(scope, receive, guarded)

    def _refused(self, method: str, headers: Headers) -> PlainTextResponse | None:
        host = headers.get("host", "")
        if host not in self._hosts or len(headers.getlist("host")) != 1:
            return PlainTextResponse("Förhandsvisningen svarar bara på den här datorns egen adress.", 421)
        origin = headers.get("origin", "" if method == "POST" else f"http://{host}")
        if origin != f"http://{host}" or len(headers.getlist("origin")) > 1:
            return PlainTextResponse(_OWN_PAGES, 403)
        # what another page fetches without saying its name, such as a picture; a link to us is a navigation
        elsewhere = headers.get("sec-fetch-site") in ("cross-site", "same-site")
        return PlainTextResponse(_OWN_PAGES, 403) if elsewhere and headers.get("sec-fetch-mode") != "navigate" else None
