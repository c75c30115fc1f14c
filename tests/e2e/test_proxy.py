"""A whole terminal behind the city's proxy: the page comes through it, and its refusals are told as the proxy's."""

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import psutil
import pytest

from tests.e2e.test_tls import NAME, Front, begin, trust
from tests.support.authority import Authority
from tests.support.proxy import BASIC, DIGEST, PASSWORD, USER, Proxy
from tests.support.terminal import Terminal, assert_ended, visit

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.browser,
    pytest.mark.skipif(shutil.which("certutil") is None, reason="certutil (libnss3-tools) is not installed"),
]

#: Seconds in which a person must be told, whatever the proxy does.
TOLD = 6.0


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    with closing(Front(NAME)) as made:
        made.authority = Authority(tmp_path_factory.mktemp("ca"), "test authority")  # type: ignore[attr-defined]
        made.show(made.authority.issue("portal", NAME))  # type: ignore[attr-defined]
        made.serve()
        yield made


@pytest.fixture(scope="module")
def proxies() -> Iterator[list[Proxy]]:
    """The city's proxy; the last one listens, always on the same port."""
    with ExitStack() as stack:
        yield [stack.enter_context(Proxy((DIGEST,)))]


@pytest.fixture(scope="module")
def kiosk(tmp_path_factory: pytest.TempPathFactory, front: Front, proxies: list[Proxy]) -> Iterator[Terminal]:
    proxies[0].target = int(front.origin.rpartition(":")[2])
    made = Terminal(
        tmp_path_factory.mktemp("t"), front=front.origin, proxy=proxies[0].place, proxy_login=[USER, PASSWORD]
    )
    trust(made, front.authority)  # type: ignore[attr-defined]
    with made:
        yield made


def tunnel(front: Front) -> str:
    return "CONNECT " + front.origin.removeprefix("https://")


def told_after_choosing(kiosk: Terminal) -> tuple[str, float]:
    """The failure that a person is told, and after how many seconds."""
    kiosk.control.press("start")
    begun = time.monotonic()
    kiosk.control.press("procedure_points")
    kiosk.control.wait_stage("problem")
    return str(kiosk.control.customer()["failure"]), time.monotonic() - begun


def test_the_page_comes_through_the_proxy(kiosk: Terminal, front: Front, proxies: list[Proxy]) -> None:
    kiosk.control.wait_phase("ready")
    begin(kiosk, front)
    assert set(proxies[0].seen) == {tunnel(front)}
    assert proxies[0].answers
    ended = visit(kiosk)
    assert_kept_secret(kiosk, ended.processes)
    kiosk.hardware_key()
    assert_ended(kiosk, ended, "next_customer")


def assert_kept_secret(kiosk: Terminal, processes: list[psutil.Process]) -> None:
    """The password is in no command line, environment or file (but for the order that this test gave)."""
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            assert PASSWORD not in " ".join(process.cmdline())
            assert PASSWORD not in str(process.environ())
    kept = [file for file in kiosk.data.rglob("*") if file.is_file() and not file.is_symlink()]
    assert [file for file in kept if PASSWORD.encode() in file.read_bytes()] == []


class PacServer(BaseHTTPRequestHandler):
    """The city's PAC file. It looks at the host as they do, and does not know the path of a page."""

    proxy = ""
    came: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.came.append(self.path)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(
            b"function FindProxyForURL(url, host) {"
            b" if (isPlainHostName(host) || shExpMatch(host, '*.local')) return 'DIRECT';"
            b" return dnsDomainIs(host, '.test') && url.split('/').length === 4 ? 'PROXY %s' : 'PROXY 192.0.2.1:9'; }"
            % self.proxy.encode()
        )

    def log_message(self, *_: object) -> None:
        pass


def test_the_citys_pac_file_finds_the_proxy(tmp_path: Path, front: Front) -> None:
    with Proxy((BASIC,)) as proxy, ThreadingHTTPServer(("127.0.0.1", 0), PacServer) as server:
        PacServer.proxy, proxy.target = proxy.place, int(front.origin.rpartition(":")[2])
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/proxy.pac"
        kiosk = Terminal(tmp_path / "t", front=front.origin, proxy=address, proxy_login=[USER, PASSWORD])
        trust(kiosk, front.authority)  # type: ignore[attr-defined]
        with kiosk:
            kiosk.control.wait_phase("ready")
            begin(kiosk, front)
            assert set(proxy.seen) == {tunnel(front)}
            kiosk.hardware_key()
        server.shutdown()
    assert PacServer.came == ["/proxy.pac"]


def test_a_proxy_that_is_gone_is_told_and_the_terminal_comes_back_with_it(
    kiosk: Terminal, front: Front, proxies: list[Proxy]
) -> None:
    kiosk.control.wait_phase("ready")
    proxies[0].__exit__(None, None, None)
    failure, seconds = told_after_choosing(kiosk)
    assert (failure, seconds < TOLD) == ("proxy_unreachable", True), seconds
    kiosk.control.press("end")
    kiosk.control.wait_phase("unavailable")
    waits = kiosk.control.wait_until(
        "the reason", lambda: kiosk.trail.of("unavailable")[-1]["failure"].startswith("proxy")
    )
    assert waits
    assert kiosk.trail.of("unavailable")[-1]["failure"] == "proxy_unreachable"
    again = Proxy((BASIC,), port=proxies[0].port)
    again.target = proxies[0].target
    proxies.append(again.__enter__())
    kiosk.control.wait_phase("ready")
    begin(kiosk, front)
    assert set(again.seen) == {tunnel(front)}
    kiosk.hardware_key()


def test_a_refused_password_is_told_as_the_proxys(kiosk: Terminal, front: Front, proxies: list[Proxy]) -> None:
    kiosk.control.wait_phase("ready")
    kiosk.control.press("start")
    kiosk.control.wait_phase("serving")
    proxy, before = proxies[-1], len(front.seen)
    proxy.password = "another"
    proxy.answers.clear()
    begun = time.monotonic()
    kiosk.control.press("procedure_points")
    kiosk.control.wait_stage("problem")
    assert time.monotonic() - begun < TOLD
    assert kiosk.control.customer()["failure"] == "proxy_refused"
    assert 1 <= proxy.answers.count("basic") <= 2, "how often the password was sent"
    assert len(front.seen) == before, "nothing came to the portal"
    assert any("通信の設定" in word for word in kiosk.control.ask("session", "words"))
    ended = visit(kiosk)
    kiosk.control.press("end")
    assert_ended(kiosk, ended, "portal_failed")
    proxy.__exit__(None, None, None)
