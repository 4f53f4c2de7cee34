"""The preview as a command: it follows the files, whatever happens to them, and stops when it is told to."""

from __future__ import annotations

import os
import shutil
import socket
import sys
from pathlib import Path

import pytest

from ojdsl.cli.files import stamps
from ojdsl.cli.preview import PORT
from ojdsl.cli.words import say
from tests.cli.conftest import Run, edit
from tests.real import ROOT
from tests.server import AREA, preview

METHOD = f"{AREA}/metod.yaml"


def test_the_page_follows_what_happens_to_the_files(project: Path) -> None:
    with preview(project) as server:
        assert "Inga fel." in server.get()[1]
        edit(project / METHOD, "kortnamn: Metoden används", "kortnamn: Metoden är ny")
        page = server.wait_for("Metoden är ny")
        assert '<span class="tag">ändrad' in page
        edit(project / METHOD, "M5 är Nej", "M55 är Nej")
        page = server.wait_for("Det finns ingen fråga M55.")
        assert "Metoden är ny" in page
        (project / METHOD).write_bytes(b"\xff\xfe")
        server.wait_for("OJ101")
        shutil.move(project / AREA, project / "bort")
        page = server.wait_for("specs/2017/missbruk: finns inte.")
        assert "Metoden är ny" in page
        shutil.move(project / "specs", project / "allt")
        shutil.move(project / "allt", project / "specs")
        shutil.move(project / "bort", project / AREA)
        server.wait_for("OJ101")
        (project / METHOD).unlink()
        server.wait_for("OJ3")
        assert server.stop() == (130, "\nAvbrutet.\n")


def test_a_change_that_leaves_time_and_size_as_they_were_is_noticed(project: Path) -> None:
    """What a copy with the time of its original may look like, read while it was half done."""
    file = project / METHOD
    before, kept = stamps((project / AREA,)), file.stat()
    file.write_bytes(file.read_bytes())
    os.utime(file, ns=(kept.st_atime_ns, kept.st_mtime_ns))
    assert file.stat().st_mtime_ns == kept.st_mtime_ns
    assert stamps((project / AREA,)) != before
    assert stamps((project / "finns/inte",)) == frozenset()


def test_specs_that_are_broken_from_the_start(project: Path) -> None:
    edit(project / METHOD, "M5 är Nej", "M55 är Nej")
    with preview(project) as server:
        page = server.get()[1]
        assert "Det finns ingen fråga M55." in page
        assert server.get("/indikator/metod")[0] == 404
        edit(project / METHOD, "M55 är Nej", "M5 är Nej")
        server.wait_for("Inga fel.", "/indikator/metod")
        assert server.get("/indikator/metod")[0] == 200


def test_it_stops_although_a_page_listens(project: Path) -> None:
    with preview(project, "--lang", "en") as server, socket.create_connection(("127.0.0.1", server.port)) as page:
        page.sendall(f"GET /andringar HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode())
        assert page.recv(15) == b"HTTP/1.1 200 OK"
        assert server.stop() == (130, "\nInterrupted.\n")


def test_it_listens_to_this_computer_only(project: Path) -> None:
    with preview(project) as server, socket.socket() as other:
        other.settimeout(2)
        # another address of this computer, on the loopback device too
        assert other.connect_ex(("127.0.0.2", server.port)) != 0


def test_another_port_is_chosen_where_ours_is_taken(project: Path) -> None:
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            taken.bind(("127.0.0.1", PORT))
            taken.listen()
        except OSError:
            pass  # something else has it, which is as good
        with preview(project) as server:
            assert server.port != PORT
            assert server.get()[0] == 200


def test_a_port_that_is_asked_for_and_taken(run: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run("preview", AREA, "--port", str(port))
    said = f"Porten {port} används av något annat. Utan --port väljs en som är ledig.\n"
    assert (result.status, result.out, result.err) == (2, "", said)


def test_the_handbook_shows_what_is_printed() -> None:
    chapter = (ROOT / "docs/handbok/03-regler.md").read_text(encoding="utf-8")
    printed = say("previewed", "sv", address=f"http://127.0.0.1:{PORT}/")
    assert f"$ ojdsl preview {AREA} --open\n{printed}\n" in chapter


@pytest.mark.parametrize("port", ["0", "65536", "x"])
def test_a_port_that_is_none(run: Run, port: str) -> None:
    result = run("preview", AREA, "--port", port)
    assert result.status == 2
    assert "--port kan inte vara så." in result.err


def test_a_missing_extra_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    result = run("preview", AREA)
    assert (result.status, result.out) == (2, "")
    assert "ojdsl[preview]" in result.err


@pytest.mark.parametrize(("path", "reason"), [("specs/2018", "finns inte."), ("specs/2017/omgång.yaml", "är ingen mapp.")])
def test_a_path_that_is_no_area(run: Run, path: str, reason: str) -> None:
    result = run("preview", path)
    assert result.status == 2
    assert reason in result.err


def test_a_missing_package_of_texts(run: Run) -> None:
    result = run("preview", AREA, "--texts", "texter")
    assert (result.status, result.err) == (2, "texter: finns inte.\n")


def test_the_page_is_opened_if_wanted(project: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    opened: list[str] = []

    def interrupted(address: str) -> None:
        opened.append(address)
        raise KeyboardInterrupt

    monkeypatch.setattr("webbrowser.open", interrupted)
    assert run("preview", AREA, "--open").status == 130
    assert opened[0].startswith("http://127.0.0.1:")
