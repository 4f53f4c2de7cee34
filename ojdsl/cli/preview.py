"""The command that shows an area in a browser while it is written: a server on this computer that follows the files."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ojdsl.cli.errors import PathError
from ojdsl.cli.files import read_specs, stamps
from ojdsl.cli.specs import check_project
from ojdsl.cli.words import say, say_missing
from ojdsl.diagnostics.message import Language
from ojdsl.logic.diagram import TooLargeError
from ojdsl.model.project import ReadFile, read_file, read_project, with_texts

if TYPE_CHECKING:
    import uvicorn

    from ojdsl.studio.app import Studio
    from ojdsl.studio.view import Reading

PORT = 8170
_HOST = "127.0.0.1"
_REMEMBERED = 2000  # files as they were; at a saved change all but one are as before
_OFTEN, _SETTLED = 0.2, 0.05  # seconds between looks at the files, and that they must be left alone before they are read


def preview_area(area: Path, port: int | None, browser: bool, texts: Path | None, language: Language) -> int:
    """Serves until it is interrupted. The page is in Swedish; `language` is that of the terminal."""
    try:
        import uvicorn

        from ojdsl.studio.app import Studio, application
        from ojdsl.studio.guard import hosts_of
    except ModuleNotFoundError:
        print(say_missing("ojdsl[preview]", language), file=sys.stderr)
        return 2
    files = _Files(area, texts, lru_cache(_REMEMBERED)(read_file))
    seen = files.stamps()
    studio = Studio(files.read())
    listening = _listen(port)
    if listening is None:
        print(say("port_taken", language, port=port), file=sys.stderr)
        return 2
    with listening:
        number = listening.getsockname()[1]
        address = f"http://{_HOST}:{number}/"
        print(say("previewed", language, address=address), file=sys.stderr, flush=True)
        config = uvicorn.Config(
            application(studio, hosts_of(number)), http="h11", ws="none", loop="asyncio", lifespan="off", log_config=None,
            log_level="critical", access_log=False, proxy_headers=False, server_header=False, timeout_graceful_shutdown=2,
        )  # fmt: skip
        if browser:
            webbrowser.open(address)
        asyncio.run(_serve(uvicorn.Server(config), listening, studio, files, seen))
    return 0


@dataclass(frozen=True, slots=True)
class _Files:
    """Where an area's specs are, and perhaps a package of texts."""

    area: Path
    texts: Path | None
    read_file: ReadFile

    def stamps(self) -> frozenset[object]:
        return stamps((self.area,), self.texts)

    def read(self) -> Reading:
        """The area as its files are now. PathError if there is none, or more than one."""
        from ojdsl.studio.view import reading

        time = datetime.now()
        specs = read_specs((self.area,), self.texts)
        project = read_project(specs.files, specs.shown, self.read_file)
        checked = check_project(project if specs.texts is None else with_texts(project, specs.texts), specs)
        if len(checked.catalogues) > 1:
            raise PathError(self.area, "many_areas")
        return reading(checked, time)

    def read_again(self) -> Reading:
        """The same while the preview runs: what would stop a command is said on the page."""
        from ojdsl.studio.view import Reading

        time = datetime.now()
        try:
            return self.read()
        except PathError as error:
            return Reading(time, None, problem=f"{error.path}: {say(error.reason, 'sv')}")
        except TooLargeError:
            return Reading(time, None, problem=say("not_decided", "sv"))
        except OSError as error:  # a folder that goes while it is read
            return Reading(time, None, problem=f"{error.filename or self.area}: {say('unreadable', 'sv')}")


def _listen(port: int | None) -> socket.socket | None:
    """A socket for this computer only, on a port that is asked for, or on our own or any free one; None if it is taken."""
    for number in (PORT, 0) if port is None else (port,):
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if os.name == "posix":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((_HOST, number))
            listening.listen()
        except OSError:
            listening.close()
        else:
            return listening
    return None


async def _serve(
    server: uvicorn.Server, listening: socket.socket, studio: Studio, files: _Files, seen: frozenset[object]
) -> None:
    await asyncio.gather(server.serve(sockets=[listening]), _follow(studio, files, seen, lambda: server.should_exit))


async def _follow(studio: Studio, files: _Files, seen: frozenset[object], stopped: Callable[[], bool]) -> None:
    """Reads the files when they are no longer as they were seen.

    They are looked at again and again, which costs some milliseconds: unlike notices of the system, that works on shared
    disks too, and where a folder is taken away and put back.
    """
    while not stopped():
        await asyncio.sleep(_OFTEN)
        now = await asyncio.to_thread(files.stamps)
        if now == seen:
            continue
        while now != seen:
            seen = now
            await asyncio.sleep(_SETTLED)
            now = await asyncio.to_thread(files.stamps)
        studio.show(await asyncio.to_thread(files.read_again))
    studio.end()
