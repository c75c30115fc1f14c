"""The PAC file of a city: what is found in its text, and the limits of fetching it."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kiosk.network import city_script
from kiosk.network.city_script import MAX_BYTES, ScriptUnusable, fetch, read_script
from kiosk.network.setting import Address

PAC = """function FindProxyForURL(url, host) {
  if (isPlainHostName(host)) return "DIRECT";
  return 'PROXY a.city.example:8080; PROXY 10.0.0.2:3128;DIRECT';
}"""
WAYS = (None, Address("a.city.example", 8080), Address("10.0.0.2", 3128))


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response({"/moved": 302, "/gone": 404}.get(self.path, 200))
        if self.path == "/moved":
            self.send_header("Location", "/proxy.pac")
        self.end_headers()
        if self.path == "/slow":
            self.server.over.wait(10)  # type: ignore[attr-defined]
        self.wfile.write(PAC.encode() + (b" " * MAX_BYTES if self.path == "/long" else b""))

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        server.over = threading.Event()  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.over.set()  # type: ignore[attr-defined]
        server.shutdown()
        thread.join()


def test_it_is_fetched_directly_whatever_the_environment_says(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert fetch(f"{site}/proxy.pac").ways == WAYS


@pytest.mark.parametrize(
    ("path", "word"),
    [("/moved", "status 302"), ("/gone", "status 404"), ("/long", "bytes"), ("/slow", "within|timed out")],
)
def test_what_cannot_be_fetched_is_told(site: str, path: str, word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(city_script, "LIMIT", 0.3)
    with pytest.raises(ScriptUnusable, match=word):
        fetch(site + path)


def test_a_server_that_is_not_there_is_told() -> None:
    with pytest.raises(ScriptUnusable, match="refused"):
        fetch("http://127.0.0.1:9/proxy.pac")


def test_a_byte_order_mark_is_accepted() -> None:
    assert read_script(b"\xef\xbb\xbf" + PAC.encode()).ways == WAYS


@pytest.mark.parametrize(
    ("body", "word"),
    [
        (b"<html>PROXY a:80", "FindProxyForURL"),
        ("// プロキシ\n".encode("cp932") + PAC.encode(), "UTF-8"),
        (b"function FindProxyForURL() { return 'PROXY ' + name + ':80' }", "in full"),
        (b"function FindProxyForURL() { return 'SOCKS5 a:1080; HTTPS b:443' }", "in full"),
        (b"FindProxyForURL" + b"".join(b" 'PROXY p%d:80'" % n for n in range(20)), "more than"),
        (b"FindProxyForURL" + "あ".encode() * 11000, "too long"),
    ],
)
def test_what_cannot_be_used_is_told(body: bytes, word: str) -> None:
    with pytest.raises(ScriptUnusable, match=word):
        read_script(body)
