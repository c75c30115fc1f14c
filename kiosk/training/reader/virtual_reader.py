"""The demo's card reader: one reader with software cards, with the share modes and events of PC/SC but without PC/SC.

``VirtualReader`` is the state machine; ``VirtualReaderServer`` offers it on the loopback interface behind a random
token kept in a folder of mode 0700; ``VirtualReaderService`` is the client, a CardService like any other.
Loopback TCP works the same on Linux and Windows and has no limit on the length of a path.
"""

import json
import os
import secrets
import socket
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.cards import driver_codes
from kiosk.cards.transport import (
    HOLD_LIMIT,
    CardConnection,
    CardError,
    Disposition,
    Observation,
    ReaderStatus,
    ServiceUnavailable,
    Share,
    TransmissionError,
)
from kiosk.system import clock

if TYPE_CHECKING:  # the client runs in the session, which does not need to load cryptography
    from kiosk.training.reader.virtual_slot import VirtualReader

ENDPOINT = "virtual-reader.json"
#: Seconds between two attempts to reach a missing server.
SERVICE_INTERVAL = 0.1

Wire = dict[str, Any]


def _encode(message: Wire) -> bytes:
    return json.dumps(message).encode()


def observation_to_wire(observation: Observation | None) -> Wire | None:
    """An observation as values for JSON."""
    if observation is None:
        return None
    return {"service": observation.service, "readers": [vars(reader) for reader in observation.readers]}


def observation_from_wire(wire: Wire | None) -> Observation | None:
    """The reverse of ``observation_to_wire``."""
    if wire is None:
        return None
    return Observation(wire["service"], tuple(ReaderStatus(**reader) for reader in wire["readers"]))


class VirtualReaderServer:
    """Serves ``reader`` to CardService clients, one thread for each. The panel calls ``reader`` directly."""

    def __init__(self, reader: "VirtualReader", folder: Path) -> None:
        self.reader = reader
        self._folder = folder
        self._token = secrets.token_bytes(32)
        self._listener: Listener | None = None
        self._observers: dict[str, threading.Event] = {}
        self._clients: set[Connection] = set()

    def start(self) -> None:
        """Listen, and write the endpoint file for clients. Raises OSError."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._listener = Listener(("127.0.0.1", 0), authkey=self._token)
        _write_private(self._folder / ENDPOINT, self._endpoint(self._listener))
        threading.Thread(target=self._accept, args=(self._listener,), name="virtual-reader", daemon=True).start()

    def stop(self) -> None:
        """Stop listening and drop all clients."""
        listener, self._listener = self._listener, None
        if listener is not None:
            # Closing does not wake a blocked accept on every system; a connection does.
            with suppress(OSError):
                socket.create_connection(listener.address, 1.0).close()
            listener.close()
        for client in list(self._clients):
            with suppress(OSError), socket.fromfd(client.fileno(), socket.AF_INET, socket.SOCK_STREAM) as duplicate:
                duplicate.shutdown(socket.SHUT_RDWR)  # the client's thread closes it

    def _endpoint(self, listener: Listener) -> bytes:
        host, port = listener.address
        return _encode({"host": host, "port": port, "token": self._token.hex()})

    def _accept(self, listener: Listener) -> None:
        while self._listener is listener:
            client = _accepted(listener)
            if client is not None:
                self._clients.add(client)
                threading.Thread(target=self._serve, args=(client,), name="virtual-client", daemon=True).start()

    def _serve(self, client: Connection) -> None:
        owner = secrets.token_hex(8)
        self._observers[owner] = threading.Event()
        try:
            client.send_bytes(_encode({"client": owner}))
            while True:
                client.send_bytes(_encode(self._answer(owner, json.loads(client.recv_bytes()))))
        except (OSError, EOFError, ValueError):
            pass
        finally:
            self._clients.discard(client)
            self._observers.pop(owner, None)
            self.reader.release(owner)
            client.close()

    def _answer(self, owner: str, request: Wire) -> Wire:
        try:
            return {"result": self._operations()[request["op"]](owner, request)}
        except CardError as error:
            return {"error": type(error).__name__}
        except (KeyError, TypeError, ValueError):
            return {"error": TransmissionError.__name__}

    def _operations(self) -> Mapping[str, Callable[[str, Wire], Any]]:
        reader = self.reader
        return {
            "observe": self._observe,
            "cancel": self._cancel,
            "connect": lambda owner, wire: reader.connect(owner, wire["reader"], Share(wire["share"])),
            "cut_power": lambda _, wire: reader.cut_power(wire["reader"]),
            "transmit": lambda _, wire: reader.transmit(wire["handle"], bytes.fromhex(wire["command"])).hex(),
            "reconnect": lambda _, wire: reader.reconnect(
                wire["handle"], Share(wire["share"]), Disposition(wire["disposition"])
            ),
            "disconnect": lambda _, wire: reader.disconnect(wire["handle"], Disposition(wire["disposition"])),
        }

    def _observe(self, owner: str, wire: Wire) -> Wire | None:
        previous = observation_from_wire(wire["previous"])
        observation = self.reader.observe(previous, float(wire["timeout"]), self._observers[owner])
        return observation_to_wire(observation)

    def _cancel(self, _: str, wire: Wire) -> None:
        observer = self._observers.get(wire["client"])
        if observer is not None:
            observer.set()
            self.reader.wake()


class VirtualReaderService:
    """CardService over the virtual reader whose endpoint file is in ``folder``. One instance for each thread."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / ENDPOINT
        self._connection: Connection | None = None
        self._client = ""
        self._cancelled = threading.Event()

    def observe(self, previous: Observation | None, timeout: float) -> Observation:
        """See CardService. A missing server counts as a stopped service."""
        self._cancelled.clear()
        deadline = clock.now() + timeout
        while True:
            left = max(0.0, deadline - clock.now())
            try:
                seen = observation_from_wire(
                    self.call({"op": "observe", "previous": observation_to_wire(previous), "timeout": left})
                )
            except CardError:
                seen = None
            observation = seen or Observation(service=False)
            if seen is not None or observation != previous or left <= 0 or self._cancelled.is_set():
                return observation
            self._cancelled.wait(min(left, SERVICE_INTERVAL))

    def connect(self, reader: str, share: Share, limit: float = HOLD_LIMIT) -> CardConnection:  # noqa: ARG002
        """See CardService. Nothing waits here: the virtual reader knows no transactions."""
        handle = self.call({"op": "connect", "reader": reader, "share": share.value})
        return VirtualConnection(self, handle)

    def cut_power(self, reader: str, limit: float = HOLD_LIMIT) -> None:  # noqa: ARG002
        """See CardService."""
        self.call({"op": "cut_power", "reader": reader})

    def cancel(self) -> None:
        """See CardService. Uses a second, short connection, as SCardCancel in pcsc-lite does."""
        self._cancelled.set()
        with suppress(CardError), _dial(self._file) as second:
            second.recv_bytes()
            _ask(second, {"op": "cancel", "client": self._client})

    def close(self) -> None:
        """Disconnect; the server releases the handles of this client."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def call(self, request: Wire) -> Any:
        """Send a request and return the answer. Raises the server's CardError; ServiceUnavailable without a server."""
        try:
            return _ask(self._dialled(), request)
        except ServiceUnavailable:
            if self._connection is not None and self._connection.closed:
                self._connection = None
            raise

    def _dialled(self) -> Connection:
        if self._connection is None:
            connection = _dial(self._file)
            try:
                self._client = json.loads(connection.recv_bytes())["client"]
            except (OSError, EOFError):
                raise ServiceUnavailable("the virtual reader hung up") from None
            self._connection = connection
        return self._connection


class VirtualConnection:
    """A CardConnection: a handle on the virtual reader."""

    def __init__(self, service: VirtualReaderService, handle: int) -> None:
        self._service = service
        self._handle: int | None = handle

    def transmit(self, command: bytes | bytearray) -> bytes:
        """See CardConnection."""
        return bytes.fromhex(self._call({"op": "transmit", "command": command.hex()}))

    def reconnect(self, share: Share, initialization: Disposition) -> None:
        """See CardConnection."""
        self._call({"op": "reconnect", "share": share.value, "disposition": initialization.value})

    def disconnect(self, disposition: Disposition) -> None:
        """See CardConnection."""
        if self._handle is not None:
            try:
                self._call({"op": "disconnect", "disposition": disposition.value})
            finally:
                self._handle = None

    def _call(self, request: Wire) -> Any:
        return self._service.call({**request, "handle": self._handle})


def _accepted(listener: Listener) -> Connection | None:
    """The next client; None for one without the token, one that left at once, and the connection made by ``stop``."""
    try:
        return listener.accept()
    except (OSError, EOFError, AuthenticationError):
        return None


def _dial(file: Path) -> Connection:
    try:
        endpoint = json.loads(file.read_text(encoding="utf-8"))
        return Client((endpoint["host"], endpoint["port"]), authkey=bytes.fromhex(endpoint["token"]))
    except (OSError, EOFError, ValueError, KeyError, AuthenticationError) as error:
        # no file yet, no listener, or the token of another station
        raise ServiceUnavailable(type(error).__name__) from None


def _ask(connection: Connection, request: Wire) -> Any:
    try:
        connection.send_bytes(_encode(request))
        answer = json.loads(connection.recv_bytes())
    except (OSError, EOFError, ValueError):
        connection.close()
        raise ServiceUnavailable("the virtual reader hung up") from None
    if "error" in answer:
        raise driver_codes.BY_NAME.get(answer["error"], TransmissionError)("virtual reader")
    return answer["result"]


def _write_private(file: Path, data: bytes) -> None:
    draft = file.with_suffix(".new")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
    draft.replace(file)
