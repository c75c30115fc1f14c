"""The comparison of the bench: a Chromium kiosk that is killed, cleaned and started again between two customers."""

import os
import shutil
import subprocess
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from kiosk.processes import start as processes
from kiosk.system import clock, deletion
from kiosk.training.base.settings import UNCONFINED

PROGRAM = Path("/usr/bin/chromium")

#: Seconds until the page must be shown, and until the processes must have ended.
SHOW_LIMIT, KILL_LIMIT = 30.0, 5.0
#: The page reports from the first animation frame after its load: before that nothing can have been painted.
PAGE = """<!doctype html><html lang="ja"><meta charset="utf-8"><title>kiosk</title><h1>ようこそ</h1>
<script>addEventListener("load", () => requestAnimationFrame(() => fetch("/shown", {method: "POST"})))</script>"""
OPTIONS = ("--kiosk", "--incognito", "--no-first-run", "--no-default-browser-check", "--disable-gpu")


class ChromiumMissing(Exception):
    """Chromium is not installed, shows nothing or cannot be ended."""


class PageServer:
    """Serves the page on the loopback address and notes the time of its report."""

    def __init__(self) -> None:
        self.shown_at = 0.0
        self._shown = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self._note))
        self.address = f"http://127.0.0.1:{self._server.server_port}/"
        threading.Thread(target=self._server.serve_forever, name="page", daemon=True).start()

    def _note(self) -> None:
        self.shown_at = clock.now()
        self._shown.set()

    def expect(self) -> None:
        """Forget earlier reports, before ``wait``."""
        self._shown.clear()

    def wait(self) -> bool:
        """Wait for the report; False after ``SHOW_LIMIT`` seconds."""
        return self._shown.wait(SHOW_LIMIT)

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()


def _handler(note: Callable[[], None]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Serves the page and receives its report."""

        def do_GET(self) -> None:
            """Serve the page."""
            self._answer(200, PAGE.encode())

        def do_POST(self) -> None:
            """Receive the report."""
            note()
            self._answer(204, b"")

        def _answer(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Override: no access log."""

    return Handler


def kiosk_argv(profile: Path, address: str) -> list[str]:
    """The command line with which kiosks start Chromium; headless without a display."""
    shown = () if os.environ.get("DISPLAY") else ("--headless=new",)
    confined = (UNCONFINED,) if os.geteuid() == 0 else ()
    return [str(PROGRAM), *OPTIONS, *shown, *confined, f"--user-data-dir={profile}", address]


class ChromiumKiosk:
    """A Chromium kiosk below this process, which must be a subreaper. ``spared``: pids that are not killed with it."""

    def __init__(self, folder: Path, spared: frozenset[int] = frozenset()) -> None:
        if not PROGRAM.exists():
            raise ChromiumMissing
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._home = folder / "home"
        self._aside = folder / "aside"
        self._spared = spared
        self._server = PageServer()

    def restart(self) -> float:
        """Kill, clean and start it; returns the milliseconds until its page is shown. Raises ChromiumMissing."""
        began = clock.now()
        self._kill()
        if self._home.exists() and not deletion.delete_folder(self._home, self._aside).done:
            raise ChromiumMissing
        self._start()
        return (self._server.shown_at - began) * 1000

    def _start(self) -> None:
        self._home.mkdir(mode=0o700)
        self._server.expect()
        place = {"HOME": str(self._home), "PATH": os.environ.get("PATH", os.defpath)}
        shown = {name: os.environ[name] for name in ("DISPLAY", "XAUTHORITY", "LANG") if name in os.environ}
        argv = kiosk_argv(self._home / "profile", self._server.address)
        processes.start_helper(argv, place | shown, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if not self._server.wait():
            raise ChromiumMissing

    def _kill(self) -> None:
        if processes.kill_tree([], self._spared, clock.now() + KILL_LIMIT):
            raise ChromiumMissing

    def end(self) -> None:
        """Kill it and stop the page's server."""
        self._kill()
        self._server.close()


def version() -> str:
    """Chromium's version text; empty if it is not installed."""
    if not shutil.which(str(PROGRAM)):
        return ""
    program = processes.start_helper([str(PROGRAM), "--version"], os.environ, stdout=-1, stderr=-3)
    output, _ = program.communicate()
    return output.decode(errors="replace").strip()
