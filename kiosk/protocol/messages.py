"""The protocol between supervisor and session: one JSON object a line, a closed set of messages, read strictly.

docs/protocol.md describes every message. The session process imports this: standard library only.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from kiosk.audit_events import EventError, check_event
from kiosk.protocol import wire
from kiosk.protocol.wire import MAX_LINE, Fields, LineSplitter, ProtocolError
from kiosk.told import Told
from kiosk.vocabulary import CardVerdict, EndReason, ReaderShape, ReaderState

__all__ = [
    "MAX_LINE",
    "NAMES",
    "PROTOCOL",
    "Activity",
    "Alive",
    "AuditReport",
    "Begun",
    "Card",
    "Down",
    "End",
    "Ended",
    "Fields",
    "Hello",
    "LineSplitter",
    "Panel",
    "ProtocolError",
    "Reader",
    "Ready",
    "SessionConfig",
    "SessionTimers",
    "Start",
    "Summary",
    "Up",
    "Watching",
    "decode_down",
    "decode_up",
    "encode",
    "known_event",
]

PROTOCOL = 1


@dataclass(frozen=True)
class SessionTimers:
    """Time limits in seconds; meaning and ranges are in ``kiosk.config.settings``."""

    idle: float
    warning: float
    pin_idle: float
    completion: float
    check_window: float
    absolute: float
    waiting: float = 300.0


@dataclass(frozen=True)
class SessionConfig:
    """The terminal's settings for a session, which reads no other configuration.

    A field that is added here travels by its type; its value comes from one line in ``terminal_settings.py``.
    """

    folder: str
    terminal: str
    city: str
    window: str
    reader: str
    reader_shape: ReaderShape
    training: bool
    languages: tuple[str, ...]
    timers: SessionTimers
    disable_gpu: bool
    reduced_motion: bool
    hardware_keyboard: bool
    clock_trusted: bool
    #: The resolver rules of the fence, and whether its PAC script lies in the folder (``kiosk.network.fence``).
    rules: tuple[str, ...]
    proxied: bool
    proxy_user: str
    proxy_password: str = field(repr=False)


@dataclass(frozen=True)
class Start:
    """Down, first: the previous wipe is verified; serve with these settings. ``wiped_at`` is ISO 8601 or empty."""

    session_id: str
    mark: str
    wiped_at: str
    config: SessionConfig


@dataclass(frozen=True)
class Reader:
    """Down: the state of the reader; ``insertion`` counts card events."""

    state: ReaderState
    insertion: int


@dataclass(frozen=True)
class Watching:
    """Down, every second: the supervisor still watches reader, limits and the staff's key.

    ``portal``: whether the portals could be reached when that was last tried.
    """

    portal: bool


@dataclass(frozen=True)
class End:
    """Down: end now. The process is killed afterwards whether it answers or not."""

    reason: EndReason


@dataclass(frozen=True)
class Hello:
    """Up, first: imports are done, ``start`` may come."""

    protocol: int = PROTOCOL


@dataclass(frozen=True)
class Ready:
    """Up: the attract screen is painted."""


@dataclass(frozen=True)
class Alive:
    """Up, every second, from a timer of the GUI thread."""


@dataclass(frozen=True)
class Activity:
    """Up: milliseconds since the last input."""

    idle_ms: int


@dataclass(frozen=True)
class Begun:
    """Up: a customer touched the attract screen."""


@dataclass(frozen=True)
class Card:
    """Up: the verdict on a card that was put back."""

    verdict: CardVerdict


@dataclass(frozen=True)
class AuditReport:
    """Up: a line for the audit file; code and fields are those of ``resources/audit_events.toml``."""

    code: str
    fields: Fields = field(default_factory=dict)


@dataclass(frozen=True)
class Panel:
    """Up: 「職員の方」 was pressed; the panel asks for the staff code first."""


@dataclass(frozen=True)
class Summary:
    """Up, whenever it changes: what the curtain may tell after the end."""

    told: Told


@dataclass(frozen=True)
class Ended:
    """Up: the session ends itself, for this reason."""

    reason: EndReason


Down = Start | Reader | Watching | End
Up = Hello | Ready | Alive | Activity | Begun | Card | AuditReport | Panel | Summary | Ended
_Made = TypeVar("_Made")


def known_event(code: str, fields: Fields) -> bool:
    """Whether a session may send this audit line: code and fields are as declared for sessions."""
    try:
        check_event(code, fields, source="session")
    except EventError:
        return False
    return True


def _event(code: str, fields: Fields) -> AuditReport:
    if not known_event(code, fields):
        raise ProtocolError("an event of the closed list was expected")
    return AuditReport(code, fields)


_DOWN: dict[str, tuple[type[Down], Callable[[object], Down]]] = {
    "start": (Start, wire.record_of(Start, session_id=wire.session_id, mark=wire.mark, wiped_at=wire.moment)),
    "reader": (Reader, wire.record_of(Reader)),
    "watching": (Watching, wire.record_of(Watching)),
    "end": (End, wire.record_of(End)),
}
_UP: dict[str, tuple[type[Up], Callable[[object], Up]]] = {
    "hello": (Hello, wire.record_of(Hello)),
    "ready": (Ready, wire.record_of(Ready)),
    "alive": (Alive, wire.record_of(Alive)),
    "activity": (Activity, wire.record_of(Activity)),
    "begun": (Begun, wire.record_of(Begun)),
    "card": (Card, wire.record_of(Card)),
    "event": (AuditReport, wire.record(_event, {"code": wire.text, "fields": wire.plain_fields})),
    "panel": (Panel, wire.record_of(Panel)),
    "summary": (Summary, wire.record_of(Summary, told=wire.record_of(Told, procedure=wire.procedure))),
    "ended": (Ended, wire.record_of(Ended)),
}
#: The name of each message on the wire.
NAMES = {made: name for table in (_DOWN, _UP) for name, (made, _) in table.items()}


def encode(message: Up | Down) -> bytes:
    """The line for this message, newline included. Raises ProtocolError for one that the other side would refuse."""
    name = NAMES[type(message)]
    line = wire.dump({"v": PROTOCOL, "type": name, **wire.plain(message)})
    _read(line, _DOWN if name in _DOWN else _UP)
    return line + b"\n"


def decode_up(line: bytes) -> Up:
    """The session's message in this line (with or without its newline). Raises ProtocolError, nothing else."""
    return _read(line, _UP)


def decode_down(line: bytes) -> Down:
    """The supervisor's message in this line (with or without its newline). Raises ProtocolError, nothing else."""
    return _read(line, _DOWN)


def _read(line: bytes, table: Mapping[str, tuple[Any, Callable[[object], _Made]]]) -> _Made:
    if len(line.removesuffix(b"\n")) > MAX_LINE:
        raise ProtocolError("the line is too long")
    body = wire.parse(line)
    if not isinstance(body, dict) or next(iter(body), None) != "v" or not _is_protocol(body["v"]):
        raise ProtocolError("an object of this protocol version was expected")
    name = body.get("type")
    if not isinstance(name, str) or name not in table:
        raise ProtocolError("a message type of this direction was expected")
    return table[name][1]({key: value for key, value in body.items() if key not in ("v", "type")})


def _is_protocol(version: object) -> bool:
    return type(version) is int and version == PROTOCOL
