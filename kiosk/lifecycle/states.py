"""The values of the lifecycle: phases, limits, the state, and the events that change it. No behaviour."""

import math
from dataclasses import dataclass
from enum import StrEnum, unique

from kiosk.failures import FailureName
from kiosk.told import NOTHING, Told
from kiosk.vocabulary import Call, CardVerdict, Closing, EndReason, ReaderState


@unique
class Phase(StrEnum):
    """The phase of the terminal (docs/lifecycle.md)."""

    STARTING = "starting"
    PREPARING = "preparing"
    READY = "ready"
    SERVING = "serving"
    AWAY = "away"
    WIPING = "wiping"
    TAKE_CARD = "take_card"
    CLOSED = "closed"
    UNAVAILABLE = "unavailable"
    OUT_OF_SERVICE = "out_of_service"


@dataclass(frozen=True)
class Limits:
    """Time limits in seconds; ``kiosk.config.settings`` has the ranges of those that IT can set.

    ``grace``: a card may be away. ``verdict``: the session must judge a card that was put back. ``idle``: no input;
    ``completion``: no input while a result or a failure is shown, where that is longer. ``absolute``: the whole
    session. ``alive``: no sign of life from the session. ``prepare``: start until the attract screen. ``wipe``: one
    wipe. ``recycle``: an unused session is replaced. ``notice``: a reason stays on the curtain; ``reading``: words stay
    that the person must read, and each time they are looked at longer.
    ``waiting``: no input while somebody waits for staff. ``forgotten``: a card that is not taken calls staff, counted
    from when no words stay any more.
    """

    grace: float = 3.0
    verdict: float = 3.0
    idle: float = 122.0
    completion: float = 62.0
    absolute: float = 1800.0
    alive: float = 5.0
    prepare: float = 20.0
    wipe: float = 10.0
    recycle: float = 3600.0
    notice: float = 8.0
    waiting: float = 332.0
    forgotten: float = 30.0
    reading: float = 60.0
    #: How often words may be looked at longer; WCAG 2.2.1 asks for ten times at least.
    looks: int = 10
    #: Unused sessions in a row that may break; one that was ready for ``steady`` seconds resets the count.
    failed_starts: int = 3
    steady: float = 60.0


@dataclass(frozen=True)
class State:
    """The whole state of the lifecycle. ``session`` numbers sessions and starts; 0 is the first start.

    ``wiping``: number of the wipe that is still running, in any phase; no other wipe begins before it ends.
    ``since``: when the phase began; infinite until the first tick, because the clock starts at an arbitrary value.
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
    #: Cards put back since the card went away whose verdict the session still owes.
    due: int = 0
    #: The session has read a card and belongs to it. Before that, it has ``refused`` one: what lies there may be taken.
    bound: bool = False
    refused: bool = False
    reason: EndReason | None = None
    #: What the session has told about itself.
    told: Told = NOTHING
    #: While words stay on the curtain: how often they were looked at longer, whether staff have seen them, and whether
    #: the person has read them.
    looks: int = 0
    confirmed: bool = False
    read: bool = False
    wiping: int | None = 0
    failure: FailureName | None = None
    alive_at: float = 0.0
    idle_since: float = 0.0
    begun_at: float = 0.0
    away_at: float = 0.0
    failed_starts: int = 0
    #: Why staff are called now, and whether the person in front waits for them; and since when a card that lies
    #: there has been alone: staff answered the last call, or the words on the curtain ended.
    call: Call | None = None
    waiting: bool = False
    quiet_since: float = 0.0
    #: Staff closed the terminal, or want it closed; ``until``: when they think it opens again (``13:00``), or empty.
    closing: Closing | None = None
    until: str = ""


#: What a terminal waits for with its probe.
PORTAL_AWAY = frozenset({FailureName.PORTAL_UNREACHABLE, FailureName.PROXY_UNREACHABLE, FailureName.PROXY_REFUSED})
#: Readers that cannot be used.
BROKEN_READER = {
    ReaderState.UNKNOWN: FailureName.READER_MISSING,
    ReaderState.NO_READER: FailureName.READER_MISSING,
    ReaderState.NO_SERVICE: FailureName.PCSC_UNAVAILABLE,
    ReaderState.AMBIGUOUS: FailureName.READER_AMBIGUOUS,
}


# --- events -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Tick:
    """Time has passed; also sent at resume. ``now`` counts suspend time."""

    now: float


@dataclass(frozen=True)
class ReaderSeen:
    """The presence watch reports the reader's state."""

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
    """Sign of life from the session's GUI thread."""

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
    """The session's verdict on a card that was put back, or that it tried to read."""

    session: int
    verdict: CardVerdict


@dataclass(frozen=True)
class StaffCalled:
    """The person called staff, or the session did for them."""

    session: int
    call: Call


@dataclass(frozen=True)
class CallEnded:
    """The person does not wait for staff any more."""

    session: int


@dataclass(frozen=True)
class SessionTold:
    """What the session tells about itself has changed."""

    session: int
    told: Told


@dataclass(frozen=True)
class SessionOver:
    """The session asks for its end, or its process died."""

    session: int
    reason: EndReason


@dataclass(frozen=True)
class EndWanted:
    """Somebody outside the session ends it: hardware key, staff, screen lock, suspend, shutdown."""

    reason: EndReason


@dataclass(frozen=True)
class WipeFinished:
    """The steps of the wipe have run; ``failure`` is that of the first step that could not be verified, if any."""

    session: int
    failure: FailureName | None = None


@dataclass(frozen=True)
class CardCleared:
    """The card whose power could not be cut was taken, or has no power now (sent only while that is the failure)."""


@dataclass(frozen=True)
class PortalSeen:
    """Whether a probe reached the portals (sent while UNAVAILABLE for that reason, and in READY).

    ``failure``: why not: the portal, or the city's proxy before it.
    """

    up: bool
    failure: FailureName = FailureName.PORTAL_UNREACHABLE


@dataclass(frozen=True)
class Refused:
    """Something failed that the terminal cannot serve without: audit file, browser engine, its sandbox."""

    failure: FailureName


@dataclass(frozen=True)
class StaffUnlocked:
    """The right staff code was entered where the terminal is out of service."""


@dataclass(frozen=True)
class CallAnswered:
    """Staff are at the terminal: the right staff code opened the panel."""


@dataclass(frozen=True)
class ReportUnread:
    """The city has still not read a report of a suspected mix-up (sent until staff come)."""


@dataclass(frozen=True)
class LookedLonger:
    """「もう少し見る」 was pressed on the curtain."""


@dataclass(frozen=True)
class NoticeRead:
    """The person has read the words on the curtain: 「分かりました」 was pressed."""


@dataclass(frozen=True)
class NoticeSeen:
    """「職員が確認しました」 was pressed on the curtain; nobody has proved to be staff."""


@dataclass(frozen=True)
class CloseWanted:
    """Staff close the terminal for a while or for the day; a session that runs is ended first."""

    closing: Closing
    until: str = ""


@dataclass(frozen=True)
class OpenWanted:
    """Staff open the terminal again."""


#: What a person's wait for staff is about; and what staff do at the terminal; and what is pressed on the curtain.
CallEvent = StaffCalled | CallEnded
StaffEvent = StaffUnlocked | CallAnswered | CloseWanted | OpenWanted
CurtainEvent = LookedLonger | NoticeRead | NoticeSeen
#: Events of one session; those of an earlier session are late.
RunEvent = (
    SessionReady | SessionBegun | SessionAlive | ActivitySeen | CheckChanged | CardJudged | SessionTold | SessionOver
)
SessionEvent = RunEvent | CallEvent
#: Events of the terminal itself.
TerminalEvent = Tick | ReaderSeen | EndWanted | WipeFinished | CardCleared | PortalSeen | Refused | StaffEvent
Event = SessionEvent | TerminalEvent | CurtainEvent | ReportUnread
