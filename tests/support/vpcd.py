"""Connects a software card to the vpcd driver of pcscd, so that the real PC/SC stack has it.

vpcd listens on all interfaces without authentication and must never be installed on a kiosk. pcscd listens, the card
connects. A frame is a two-byte length and a body; a body of one byte from vpcd is a control code.
"""

import socket
import struct
import threading
from contextlib import suppress

from kiosk.training.cards.software_card import CardTorn, SoftwareCard

PORT = 35963
POWER_OFF, POWER_ON, RESET, GET_ATR = 0, 1, 2, 4
CONNECT_TIMEOUT = 5.0


class VpcdAttachment:
    """``card`` on vpcd at host and port, from construction to ``detach``. Raises OSError when vpcd is not listening."""

    def __init__(self, card: SoftwareCard, host: str = "127.0.0.1", port: int = PORT) -> None:
        self.card = card
        self._socket = socket.create_connection((host, port), CONNECT_TIMEOUT)
        self._socket.settimeout(None)
        self._thread = threading.Thread(target=self._serve, name="vpcd", daemon=True)
        self._thread.start()

    def detach(self) -> None:
        """Remove the card: the connection is closed and the card loses its power."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._thread.join(CONNECT_TIMEOUT)

    def _serve(self) -> None:
        try:
            while (body := self._receive()) is not None:
                answer = self._answer(body)
                if answer is not None:
                    self._socket.sendall(struct.pack(">H", len(answer)) + answer)
        except (OSError, CardTorn):
            pass
        finally:
            self.card.power_off()
            self._socket.close()

    def _answer(self, body: bytes) -> bytes | None:
        if len(body) == 1:
            return self._control(body[0])
        self.card.power_on()
        return self.card.transmit(body)

    def _control(self, code: int) -> bytes | None:
        if code == GET_ATR:
            return self.card.atr
        {POWER_OFF: self.card.power_off, POWER_ON: self.card.power_on, RESET: self.card.reset}.get(code, lambda: None)()
        return None

    def _receive(self) -> bytes | None:
        header = self._exactly(2)
        return None if header is None else self._exactly(struct.unpack(">H", header)[0])

    def _exactly(self, count: int) -> bytes | None:
        """``count`` bytes, or None at the end. Requests an immediate ACK each time: else every APDU takes 44 ms."""
        data = b""
        while len(data) < count:
            if hasattr(socket, "TCP_QUICKACK"):
                self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
            part = self._socket.recv(count - len(data))
            if not part:
                return None
            data += part
        return data
