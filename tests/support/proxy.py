"""A proxy of the city that writes down every request it gets, in the test's own process.

It passes everything on to one server, whatever host is asked for, as a name server of its own would: no test needs a
name that exists.
"""

import base64
import hashlib
import re
import socket
import threading
from contextlib import suppress
from urllib.request import parse_http_list, parse_keqv_list

from tests.support.listener import Listener

USER, PASSWORD = "kiosk-3", "proxy-password-of-the-city"
REALM, NONCE = "city", "c0ffee"
BASIC = 'Basic realm="city"'
DIGEST = 'Digest realm="city", nonce="c0ffee", qop="auth", algorithm=SHA-256, opaque="00"'
OLD_DIGEST = 'Digest realm="city", nonce="c0ffee"'
_LINE = re.compile(rb"([A-Z]+) (\S+) HTTP/1\.[01]\r\n")
_GIVEN = re.compile(rb"(?i)\r\nproxy-authorization: (\w+) ([^\r]*)")


class Proxy(Listener):
    """Listens until the ``with`` block ends. ``challenges``: what it asks for before it lets anything through.

    ``seen``: each request's first line, or what came instead of one. ``answers``: the kinds of the logins it was given.
    """

    def __init__(self, challenges: tuple[str, ...] = (), refusal: int = 0, port: int = 0) -> None:
        self.seen: list[str] = []
        self.answers: list[str] = []
        self.challenges = challenges
        self.password = PASSWORD
        #: The status with which it refuses every tunnel; 0: it lets them through.
        self.refusal = refusal
        #: The ports of the servers behind it: without TLS, and for tunnels to port 443 (0: the same).
        self.target, self.secure_target = 0, 0
        super().__init__(port)

    @property
    def place(self) -> str:
        """What is written in ``kiosk.toml``."""
        return f"127.0.0.1:{self.port}"

    def strangers(self, *allowed: str) -> list[str]:
        """What came and does not begin with one of these (``CONNECT host:port``, ``GET http://host/``)."""
        return [line for line in self.seen if not line.partition(" ")[2].startswith(allowed)]

    def serve(self, near: socket.socket) -> None:
        with near, suppress(OSError):
            while head := _head(near):
                found = _LINE.match(head)
                if found is None:
                    self.seen.append(f"- {head[:40]!r}")
                    return
                self.seen.append(f"{found[1].decode()} {found[2].decode()}")
                if not self._lets_in(head, found[1].decode(), found[2].decode()):
                    near.sendall(self._challenge())
                elif self.refusal:
                    near.sendall(b"HTTP/1.1 %d no\r\nContent-Length: 0\r\n\r\n" % self.refusal)
                else:
                    self._pass_on(near, found, head)
                    return

    def _lets_in(self, head: bytes, method: str, target: str) -> bool:
        given = _GIVEN.search(head)
        if given:
            self.answers.append(_answer(given[1].decode().lower(), given[2].decode()))
        if not self.challenges:
            return True
        return given is not None and self._is_right(given[1].decode().lower(), given[2].decode(), method, target)

    def _is_right(self, kind: str, value: str, method: str, target: str) -> bool:
        if kind == "basic":
            return base64.b64decode(value).decode() == f"{USER}:{self.password}"
        return kind == "digest" and _digest_is_right(value, self.password, method, target)

    def _challenge(self) -> bytes:
        lines = ["HTTP/1.1 407 no", *(f"Proxy-Authenticate: {challenge}" for challenge in self.challenges)]
        return "\r\n".join([*lines, "Content-Length: 0", "", ""]).encode()

    def _pass_on(self, near: socket.socket, line: re.Match[bytes], head: bytes) -> None:
        secure = line[1] == b"CONNECT" and line[2].endswith(b":443") and self.secure_target
        with socket.create_connection(("127.0.0.1", secure or self.target), 5) as far:
            if line[1] == b"CONNECT":
                near.sendall(b"HTTP/1.1 200 ok\r\n\r\n")
            else:
                head = re.sub(rb"(?i)\r\n(proxy-)?connection: keep-alive", b"\r\nConnection: close", head)
                far.sendall(re.sub(rb"^(\S+) https?://[^/ ]*", rb"\1 ", head))
            back = threading.Thread(target=_pump, args=(far, near), daemon=True)
            back.start()
            _pump(near, far)
            back.join(5)


def _answer(kind: str, value: str) -> str:
    """The kind of a login; an engine that must not answer sends one of nobody."""
    empty = base64.b64decode(value).startswith(b":") if kind == "basic" else 'username=""' in value
    return f"{kind} of nobody" if empty else kind


def _digest_is_right(value: str, password: str, method: str, target: str) -> bool:
    given = parse_keqv_list(parse_http_list(value))
    algorithm = given.get("algorithm", "MD5").replace("-", "").lower()

    def made(text: str) -> str:
        return hashlib.new(algorithm, text.encode()).hexdigest()

    secret, asked = made(f"{USER}:{REALM}:{password}"), made(f"{method}:{target}")
    middle = f"{NONCE}:{given['nc']}:{given['cnonce']}:auth" if "qop" in given else NONCE
    right = given["response"] == made(f"{secret}:{middle}:{asked}")
    return right and (given["username"], given["uri"], given["nonce"]) == (USER, target, NONCE)


def _head(near: socket.socket) -> bytes:
    head = b""
    while b"\r\n\r\n" not in head:
        more = near.recv(65536)
        if not more:
            break
        head += more
        if not re.match(rb"[A-Z]", head):
            break
    return head


def _pump(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    with suppress(OSError):
        target.shutdown(socket.SHUT_WR)
