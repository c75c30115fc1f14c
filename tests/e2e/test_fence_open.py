"""The same hostile page in an engine without a guard: the witness hears it, so its silence elsewhere is a proof."""

import json
import os
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from pytestqt.qtbot import QtBot

from tests.hostile.fence import PAGES
from tests.support.witness import Witness

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

REACHES = re.findall(r'^  "([^"]+)":', (PAGES / "reach.js").read_text(encoding="utf-8"), re.MULTILINE)
#: Silent without a guard as well (QtWebEngine 6.12): not built in, off by default, https only, or same origin only.
SILENT = {
    "background fetch", "dns-prefetch", "fenced frame", "fetch later", "icon", "manifest", "payment method", "ping",
    "prerender link", "protected audience", "redirected worker", "related origins", "shared storage",
    "speculation prerender", "svg use", "touch icon", "track", "worker",
}  # fmt: skip


class Pages(BaseHTTPRequestHandler):
    """The hostile pages, and an answer to anything else."""

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        file = PAGES / parts.path.rpartition("/")[2]
        if "/to/" in parts.path:
            self.send_response(int(parts.path.rpartition("/")[2]))
            self.send_header("Location", parse_qs(parts.query)["to"][0])
        else:
            self.send_response(200)
        kind = {".js": "text/javascript", ".html": "text/html; charset=utf-8"}.get(file.suffix, "text/plain")
        for name, value in self.headers_of(parts.path, parse_qs(parts.query)).items():
            self.send_header(name, value)
        body = file.read_bytes() if file.is_file() else b"<img src=x>"
        self.send_header("Content-Type", "text/html" if parts.path.endswith(("policy", "link")) else kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET  # noqa: N815 - the library's name

    def headers_of(self, path: str, query: dict[str, list[str]]) -> dict[str, str]:
        """What the training portal's pages say in their headers."""
        to = query.get("to", [""])[0]
        if path.endswith("policy"):
            return {"Content-Security-Policy": f"img-src 'none'; report-uri {to}/csp"}
        if path.endswith("link"):
            return {"Link": f"<{to}>; rel=preconnect, <{to}/a.js>; rel=preload; as=script"}
        return {"Service-Worker-Allowed": "/"}

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.no_qt_log
@pytest.mark.timeout(100)
def test_without_the_fence_the_witness_hears_it(qtbot: QtBot, origin: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QTWEBENGINE_CHROMIUM_FLAGS", "--no-sandbox --disable-gpu")
    monkeypatch.setitem(os.environ, "QT_QUICK_BACKEND", "software")
    from PySide6.QtWebEngineWidgets import QWebEngineView

    with Witness() as witness:
        view = QWebEngineView()
        view.resize(800, 600)
        view.show()
        with qtbot.waitSignal(view.loadFinished, timeout=20_000):
            view.load(f"{origin}/_hostile/fence/page/fence.html")
        targets = {name: witness.addresses(name) for name in REACHES}
        view.page().runJavaScript(f"void assault({json.dumps(targets)})")
        finished: list[bool] = []
        ask = "outcomes.finished === 'yes'"

        def over() -> bool:
            view.page().runJavaScript(ask, 0, lambda yes: finished.append(True) if yes else None)
            return bool(finished)

        qtbot.waitUntil(over, timeout=80_000)
        heard = {name for name in REACHES if witness.heard[name]}
        view.close()
    assert set(REACHES) - heard <= SILENT
