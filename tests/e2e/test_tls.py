"""A portal over https: no TLS state passes to the next person, and a wrong certificate ends the session.

Sessions trust the authority of these tests through an NSS database in their home, which ``certutil`` makes.
"""

import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import MSG_PEEK
from socketserver import StreamRequestHandler, ThreadingTCPServer
from typing import Any

import pytest

from kiosk.training.remote import walk
from tests.support.authority import LOOPBACK, Authority
from tests.support.terminal import Terminal, Visit, assert_ended, visit

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.browser,
    pytest.mark.skipif(shutil.which("certutil") is None, reason="certutil (libnss3-tools) is not installed"),
]

PAGE = "<!doctype html><title>研修用</title><button id='next'>研修用</button>".encode()
#: HSTS needs a host name other than localhost; only sessions resolve this one (kiosk/training/base/names.py).
NAME = "portal.test"
SECRET = "tls-secret-of-the-first-person"


class _TlsServer(ThreadingHTTPServer):
    context: ssl.SSLContext

    def get_request(self) -> tuple[Any, Any]:
        connection, address = super().get_request()
        # The handler does the handshake, on its own thread.
        return self.context.wrap_socket(connection, server_side=True, do_handshake_on_connect=False), address

    def handle_error(self, *_: object) -> None:
        """Override: no message about a handshake that the browser aborted, as these tests expect it to."""


class Front:
    """An https server that closes each connection after its answer and records TLS resumption and cookies.

    ``strict``: it sends HSTS, for a day.
    """

    def __init__(self, host: str = LOOPBACK) -> None:
        self.seen: list[dict[str, Any]] = []
        self.strict = True
        self._server = _TlsServer((LOOPBACK, 0), self._handler())
        self.origin = f"https://{host}:{self._server.server_port}"

    def serve(self) -> None:
        """Serve on a thread."""
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def show(self, certificate: Path) -> None:
        """Use this certificate from the next connection on; earlier TLS tickets become invalid."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        self._server.context = context

    def close(self) -> None:
        """No more connections."""
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        front = self

        class Handler(BaseHTTPRequestHandler):
            timeout = 10

            def do_GET(self) -> None:
                front.note(self)
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                if front.strict:
                    self.send_header("Strict-Transport-Security", "max-age=86400")
                self.send_header("Set-Cookie", f"__Host-kept={SECRET}; Secure; HttpOnly; Path=/; Max-Age=86400")
                self.send_header("Connection", "close")
                self.end_headers()
                self.wfile.write(PAGE)

            def log_message(self, *_: object) -> None:
                pass

        return Handler

    def note(self, request: BaseHTTPRequestHandler) -> None:
        """Record whether this request resumed a TLS session, and its cookies."""
        assert isinstance(request.connection, ssl.SSLSocket)
        entry = {"path": request.path, "resumed": request.connection.session_reused}
        self.seen.append({**entry, "cookie": request.headers.get("Cookie", "")})


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("ca"), "test authority")


@pytest.fixture(scope="module")
def front(authority: Authority) -> Iterator[Front]:
    made = Front()
    made.show(authority.issue("portal"))
    made.serve()
    yield made
    made.close()


@pytest.fixture(scope="module")
def kiosk(tmp_path_factory: pytest.TempPathFactory, front: Front, authority: Authority) -> Iterator[Terminal]:
    made = Terminal(tmp_path_factory.mktemp("t"), front=front.origin)
    trust(made, authority)
    with made:
        yield made


def trust(kiosk: Terminal, authority: Authority) -> None:
    """Make the NSS database with this authority that every session's home gets."""
    store = kiosk.settings.authorities
    store.mkdir()
    for words in (["-N", "--empty-password"], ["-A", "-n", "test", "-t", "C,,", "-i", str(authority.pem)]):
        subprocess.run(["certutil", "-d", f"sql:{store}", *words], check=True)


@pytest.fixture
def page(kiosk: Terminal, front: Front, authority: Authority) -> Iterator[Terminal]:
    """The terminal at its attract screen, with a valid certificate at the portal and no recorded requests."""
    front.show(authority.issue("portal"))
    kiosk.control.wait_phase("ready")
    front.seen.clear()
    yield kiosk
    if kiosk.phase() == "serving":
        kiosk.hardware_key()


def begin(kiosk: Terminal, front: Front) -> dict[str, Any]:
    """Choose the procedure as a person; returns the first request of the session."""
    before = len(front.seen)
    walk.begin(kiosk.control)
    kiosk.control.wait_until("a request", lambda: front.seen[before:])
    kiosk.control.wait_until("the page", lambda: kiosk.control.customer().get("loaded"))
    return front.seen[before]


def test_neither_ticket_nor_secure_cookie_passes_to_the_next_person(page: Terminal, front: Front) -> None:
    first = begin(page, front)
    assert (first["resumed"], first["cookie"]) == (False, "")
    page.evaluate("void fetch('/again')")
    page.control.wait_until("the second", lambda: [item for item in front.seen if item["path"] == "/again"])
    again = next(item for item in front.seen if item["path"] == "/again")
    assert again["resumed"], "within a session the ticket is used: the test is able to fail"
    assert SECRET in again["cookie"]
    before = visit(page)
    page.hardware_key()
    assert_ended(page, before, "next_customer")
    page.control.wait_phase("ready")
    following = begin(page, front)
    assert (following["resumed"], following["cookie"]) == (False, "")


@pytest.mark.parametrize("fault", ["another authority", "another name", "too old"])
def test_a_wrong_certificate_ends_the_session(page: Terminal, front: Front, authority: Authority, fault: str) -> None:
    front.show(wrong(authority, page.settings.root, fault))
    before = visit(page)
    page.control.press("start")
    page.control.press("procedure_points")
    assert_tls_failure_ends(page, before)
    assert front.seen == [], "not even a request was sent"


def assert_tls_failure_ends(page: Terminal, before: Visit) -> None:
    """The failure screen replaces the page, with its sentence, and ends the session."""
    page.control.wait_stage("problem")
    assert page.control.customer()["failure"] == "tls_error"
    assert any("安全" in word for word in page.control.ask("session", "words"))
    page.control.press("end")
    assert_ended(page, before, "certificate_error")


def wrong(authority: Authority, folder: Path, fault: str) -> Path:
    """A certificate with this fault."""
    if fault == "another authority":
        return Authority(folder, "nobody").issue("forged")
    if fault == "another name":
        return authority.issue("neighbour", "127.0.0.9")
    return authority.issue("yesterday", days=-1)


def test_a_certificate_that_turns_wrong_on_the_way_ends_it_too(
    page: Terminal, front: Front, authority: Authority
) -> None:
    begin(page, front)
    before = visit(page)
    front.show(authority.issue("neighbour", "127.0.0.9"))
    page.evaluate("void (location.href = '/next')")
    assert_tls_failure_ends(page, before)


# --- HSTS ---


class Plain:
    """A server of the same name without TLS. ``hellos``: TLS or HTTP, by the first byte of each connection."""

    def __init__(self) -> None:
        self.hellos: list[str] = []
        plain = self

        class Handler(StreamRequestHandler):
            timeout = 5

            def handle(self) -> None:
                first = self.connection.recv(1, MSG_PEEK)
                plain.hellos.append("TLS" if first == TLS_HANDSHAKE else "HTTP")
                if first != TLS_HANDSHAKE:
                    self.wfile.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/html\r\n\r\n" + PAGE)

        self._server = ThreadingTCPServer((LOOPBACK, 0), Handler)
        self.place = f"{NAME}:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """No more connections."""
        self._server.shutdown()
        self._server.server_close()


TLS_HANDSHAKE = b"\x16"


def test_hsts_does_not_pass_to_the_next_person(tmp_path: Path, authority: Authority) -> None:
    """The first person's engine switches to https by itself because of HSTS; the next person's engine does not."""
    front, plain = Front(NAME), Plain()
    front.show(authority.issue("named", NAME))
    front.serve()
    kiosk = Terminal(tmp_path / "t", front=front.origin, neighbours=[f"http://{plain.place}", f"https://{plain.place}"])
    trust(kiosk, authority)
    with closing(front), closing(plain), kiosk:
        assert scheme_of_link(kiosk, front, plain) == "TLS", "within a session HSTS applies: the test is able to fail"
        before = visit(kiosk)
        kiosk.hardware_key()
        assert_ended(kiosk, before, "next_customer")
        front.strict = False
        assert scheme_of_link(kiosk, front, plain) == "HTTP"


def scheme_of_link(kiosk: Terminal, front: Front, plain: Plain) -> str:
    """A person at the portal follows an http link to another port of it; returns what their engine uses there."""
    kiosk.control.wait_phase("ready")
    begin(kiosk, front)
    before = len(plain.hellos)
    kiosk.evaluate(f"void (location.href = 'http://{plain.place}/')")
    kiosk.control.wait_until("a connection", lambda: plain.hellos[before:])
    return plain.hellos[before]
