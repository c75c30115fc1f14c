"""Portals: reachable, certificate accepted, redirect rule; with servers of the tests."""

import dataclasses
import http.server
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.client import BadStatusLine
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from kiosk.doctor import portal as checks
from kiosk.doctor.portal import Answer, PortalAnswers
from kiosk.doctor.rows import Result
from kiosk.procedures.model import Procedure, RequestPattern

NOW = datetime(2026, 4, 1, tzinfo=UTC)
PORTAL = Procedure(
    "points", 1, {"ja": "x"}, {"ja": "x"}, "https://portal.example.jp/apply",
    ("https://portal.example.jp", "https://login.example.jp"), 1,
)  # fmt: skip
FINE = Answer(status=200, seconds=0.12, tls="TLSv1.3", ends=NOW + timedelta(days=90))
POST = RequestPattern("POST", "https://portal.example.jp/auth/challenge")


class Site(http.server.BaseHTTPRequestHandler):
    """Answers by path and records the requests."""

    came: list[tuple[str, str, int]]
    protocol_version = "HTTP/1.1"

    def _answer(self) -> None:
        self.came.append((self.command, self.path, int(self.headers.get("Content-Length") or 0)))
        status = {"/moved": 303, "/away": 302, "/again": 307, "/gone": 404}.get(self.path, 200)
        self.send_response(status)
        if status in (302, 303, 307):
            self.send_header("Location", "/apply" if self.path == "/moved" else "https://elsewhere.example/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD = do_POST = _answer  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Write no log."""


@contextmanager
def serving(context: ssl.SSLContext | None = None) -> Iterator[tuple[str, list[tuple[str, str, int]]]]:
    """The origin, and the requests that arrived."""
    handler = type("Handler", (Site,), {"came": []})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        if context:
            server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        # By address: without /etc/hosts the name localhost is unknown.
        yield f"{'https' if context else 'http'}://127.0.0.1:{server.server_address[1]}", handler.came  # type: ignore[attr-defined]
        server.shutdown()
        thread.join()


def procedure(origin: str, path: str = "/apply", *requests: tuple[str, str]) -> Procedure:
    return dataclasses.replace(
        PORTAL,
        start_url=origin + path,
        allowed_origins=(origin,),
        ordinary_requests=tuple(RequestPattern(method, origin + url) for method, url in requests),
    )


@pytest.fixture
def site() -> Iterator[tuple[str, list[tuple[str, str, int]]]]:
    with serving() as running:
        yield running


@pytest.mark.parametrize(
    ("path", "result", "word"),
    [
        ("/apply", Result.OK, "200 in"), ("/moved", Result.OK, "303 in"),
        ("/away", Result.FAIL, "leads to https://elsewhere.example"), ("/gone", Result.FAIL, "answers 404"),
    ],
)  # fmt: skip
def test_the_start_page(site: tuple[str, list[tuple[str, str, int]]], path: str, result: Result, word: str) -> None:
    wanted = procedure(site[0], path)
    row = checks.portal(wanted, checks.query(wanted), NOW)
    assert row.result is result
    assert word in row.found
    assert site[1] == [("GET", path, 0)]


def test_a_real_portal_gets_no_post(site: tuple[str, list[tuple[str, str, int]]]) -> None:
    wanted = procedure(site[0], "/apply", ("POST", "/ok"), ("POST", "/auth/*"), ("PUT", "/x"), ("GET", "/y"))
    row = checks.redirects(wanted, checks.query(wanted))
    assert row.result is Result.WARN
    assert "3 of 4" in row.found
    assert {method for method, _, _ in site[1]} == {"GET", "HEAD"}


@pytest.mark.parametrize("training", [False, True])
def test_a_redirect_that_repeats_is_found(site: tuple[str, list[tuple[str, str, int]]], training: bool) -> None:
    wanted = procedure(site[0], "/apply", ("POST", "/again"))
    row = checks.redirects(wanted, checks.query(wanted, training), training)
    assert row.result is Result.FAIL
    assert f"POST {site[0]}/again" in row.found


def test_the_training_portal_is_probed_fully(site: tuple[str, list[tuple[str, str, int]]]) -> None:
    wanted = procedure(site[0], "/apply", ("POST", "/ok"), ("POST", "/moved"))
    assert checks.redirects(wanted, checks.query(wanted, training=True), training=True).result is Result.OK
    assert ("POST", "/ok", 0) in site[1]


def test_no_ordinary_requests_and_no_portal() -> None:
    assert checks.redirects(PORTAL, PortalAnswers(FINE)).result is Result.OK
    silent = PortalAnswers(Answer(trouble="no"), requests=((POST, Answer(trouble="no")),))
    assert checks.redirects(PORTAL, silent).result is Result.NOT_APPLICABLE


def test_the_clock_of_the_portal_is_compared(site: tuple[str, list[tuple[str, str, int]]]) -> None:
    offset = checks.request(site[0]).offset
    assert offset is not None
    assert abs(offset) < timedelta(seconds=5)
    assert checks._offset("nonsense") is None
    assert checks._offset(None) is None


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate that nobody trusts, with its key."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "portal")])
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(1).not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=3))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    file = tmp_path_factory.mktemp("tls") / "both.pem"
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file.write_bytes(made.public_bytes(pem) + secret)
    return file


@pytest.fixture
def tls(certificate: Path) -> Iterator[str]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with serving(context) as (origin, _):
        yield origin


def test_a_certificate_that_is_not_accepted(tls: str) -> None:
    wanted = procedure(tls)
    row = checks.portal(wanted, checks.query(wanted), NOW)
    assert row.result is Result.FAIL
    assert "certificate is not accepted: self-signed" in row.found


def test_a_certificate_that_ends_soon(tls: str, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trusting = ssl.create_default_context(cafile=str(certificate))
    monkeypatch.setattr(ssl, "create_default_context", lambda: trusting)
    wanted = procedure(tls)
    row = checks.portal(wanted, checks.query(wanted), datetime.now(UTC))
    assert row.result is Result.WARN
    assert "TLSv1.3, its certificate ends 20" in row.found
    assert row.to_do


def test_nobody_listens_and_nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "STEP_LIMIT", 0.2)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        origin = f"http://127.0.0.1:{listener.getsockname()[1]}"
        assert "refused" in checks.request(origin).trouble
        listener.listen()
        assert "no answer within" in checks.request(origin).trouble
        monkeypatch.setattr(checks, "PORTAL_LIMIT", 0.05)
        assert "no answer within 0.05 s" in checks.query(procedure(origin)).start.trouble


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (socket.gaierror(-2, "x"), "name is not known"), (ssl.SSLError(1, "x"), "no secure connection"),
        (BadStatusLine("canary"), "BadStatusLine"), (OSError(101, "x"), "no answer"),
    ],
)  # fmt: skip
def test_trouble_in_words(error: Exception, words: str) -> None:
    assert words in checks.in_words(error)
    assert "canary" not in checks.in_words(error)


def test_another_origin_of_the_procedure_that_does_not_answer() -> None:
    answers = PortalAnswers(FINE, (("https://login.example.jp", Answer(trouble="the connection was refused")),))
    row = checks.portal(PORTAL, answers, NOW)
    assert row.result is Result.FAIL
    assert row.found == "https://login.example.jp: the connection was refused"
    assert checks.portal(PORTAL, PortalAnswers(FINE), NOW).result is Result.OK
