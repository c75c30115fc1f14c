"""The values of the lifecycle: phases, limits, the state, and the events that change it. No behaviour in here."""

import math
from dataclasses import dataclass
from enum import StrEnum, unique

from kiosk.failures import FailureName
from kiosk.vocabulary import CardVerdict, EndReason, ReaderState


@unique
class Phase(StrEnum):
    """Where the terminal stands."""

    STARTING = "starting"
    PREPARING = "preparing"
    READY = "ready"
    SERVING = "serving"
    AWAY = "away"
    WIPING = "wiping"
    TAKE_CARD = "take_card"
    UNAVAILABLE = "unavailable"
    OUT_OF_SERVICE = "out_of_service"


@dataclass(frozen=True)
class Limits:
    """Time limits in seconds (ranges: kiosk.config.settings)."""

    grace: float = 3.0
    verdict: float = 3.0
    idle: float = 122.0
    absolute: float = 1800.0
    alive: float = 5.0
    prepare: float = 20.0
    wipe: float = 10.0
    recycle: float = 3600.0
    notice: float = 8.0
    #: Sessions in a row that may break before anybody used them; one that stood for ``steady`` seconds breaks the row.
    failed_starts: int = 3
    steady: float = 60.0


@dataclass(frozen=True)
class State:
    """Everything the lifecycle knows. ``session`` numbers sessions and starts; 0 is the first start.

    ``wiping``: the wipe whose steps are not through, whatever the phase is by now: no other one begins beside it.
    ``since``: when the phase began; infinite until the first tick, because the clock of a machine starts anywhere.
    """

    limits: Limits = Limits()
    phase: Phase = Phase.STARTING
    session: int = 0
    now: float = 0.0
    since: float = math.inf
    reader: ReaderState = ReaderState.UNKNOWN
    insertion: int = 0
    begun: bool = False
    checking: bool = False
    returned: bool = False
    #: Cards seen since the card went away that the session has not judged yet.
    due: int = 0
    reason: EndReason | None = None
    wiping: int | None = 0
    failure: FailureName | None = None
    alive_at: float = 0.0
    idle_since: float = 0.0
    begun_at: float = 0.0
    away_at: float = 0.0
    failed_starts: int = 0


# --- events -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Tick:
    """Time has passed; also sent at resume. ``now`` counts suspend time."""

    now: float


@dataclass(frozen=True)
class ReaderSeen:
    """The presence watch reports a change."""

    state: ReaderState
    insertion: int = 0


@dataclass(frozen=True)
class SessionReady:
    """The session shows its attract screen."""

    session: int


@dataclass(frozen=True)
class SessionBegun:
    """A customer touched the screen or pressed a key."""

    session: int


@dataclass(frozen=True)
class SessionAlive:
    """The session's GUI thread still turns."""

    session: int


@dataclass(frozen=True)
class ActivitySeen:
    """The last input was ``idle`` seconds ago."""

    session: int
    idle: float


@dataclass(frozen=True)
class CheckChanged:
    """An identity check or a commit began or ended: while it runs there is no grace for the card."""

    session: int
    running: bool


@dataclass(frozen=True)
class CardJudged:
    """What the session says of a card that came back."""

    session: int
    verdict: CardVerdict


@dataclass(frozen=True)
class SessionOver:
    """The session asks for its end, or died."""

    session: int
    reason: EndReason


@dataclass(frozen=True)
class EndWanted:
    """Somebody outside the session ends it: hardware key, staff, screen lock, suspend, shutdown."""

    reason: EndReason


@dataclass(frozen=True)
class WipeFinished:
    """The wipe's steps are through; ``failure`` names the first one that could not be verified, if there is one."""

    session: int
    failure: FailureName | None = None


@dataclass(frozen=True)
class PortalSeen:
    """A probe reached the portals (asked for only while UNAVAILABLE for that reason)."""

    up: bool


@dataclass(frozen=True)
class Refused:
    """Something the terminal cannot work without failed: audit file, engine, fence."""

    failure: FailureName


@dataclass(frozen=True)
class StaffUnlocked:
    """The staff code was right."""


Event = (
    Tick
    | ReaderSeen
    | SessionReady
    | SessionBegun
    | SessionAlive
    | ActivitySeen
    | CheckChanged
    | CardJudged
    | SessionOver
    | EndWanted
    | WipeFinished
    | PortalSeen
    | Refused
    | StaffUnlocked
)
