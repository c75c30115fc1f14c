"""The words of the customer flow: stages, overlays, purposes, actions, and the events that move it."""

from dataclasses import dataclass
from enum import StrEnum, unique

from kiosk.failures import FailureName
from kiosk.vocabulary import EndReason, ResultKind


@unique
class Stage(StrEnum):
    """The screen's name; ``IDLE_WARNING`` and the like lie over the stage and are in ``Flow.overlay``."""

    ATTRACT = "attract"
    CHOOSE = "choose"
    PREPARE = "prepare"
    PLACE_CARD = "place_card"
    LAST_TRY = "last_try"
    ENTER_PIN = "enter_pin"
    CHECK = "check"
    BROWSE = "browse"
    PROBLEM = "problem"
    OVER = "over"


@unique
class Overlay(StrEnum):
    """What lies over the stage and hides it completely."""

    NONE = ""
    IDLE_WARNING = "idle_warning"
    CONFIRM_END = "confirm_end"
    STAFF_CALLED = "staff_called"
    LIMIT_WARNING = "limit_warning"
    EXTEND = "extend"
    EXTEND_LAST_TRY = "extend_last_try"


@unique
class Purpose(StrEnum):
    """What a PIN entry is for. Only ``PORTAL_CHECK`` and ``GATE_CHECK`` are checks made for the commit."""

    LOGIN = "login"
    PORTAL_CHECK = "portal_check"
    GATE_CHECK = "gate_check"


@unique
class Notice(StrEnum):
    """What the kiosk says over the page after a check for the commit that did not come to its end."""

    NONE = ""
    WITHDRAWN = "withdrawn"
    TOO_LATE = "too_late"


@unique
class Extend(StrEnum):
    """How far the check is by which a person goes on after three presses of 「つづける」: it opens nothing else."""

    NONE = ""
    QUERY = "query"
    ASK = "ask"
    SIGN = "sign"


@unique
class Act(StrEnum):
    """What the shell must do."""

    BEGIN = "begin"
    LOAD_PAGE = "load_page"
    SPEAK = "speak"
    READ_CARD = "read_card"
    COMPARE_CARD = "compare_card"
    ACCEPT_CARD = "accept_card"
    QUERY_TRIES = "query_tries"
    SIGN = "sign"
    CLEAR_PIN = "clear_pin"
    SAY_WRONG = "say_wrong"
    ANSWER = "answer"
    REFUSE = "refuse"
    OPEN_GATE = "open_gate"
    CLOSE_CHECK = "close_check"
    LOGGED_IN = "logged_in"
    DROP_PAGE = "drop_page"
    EXTENDED = "extended"
    EXTEND_ASKED = "extend_asked"
    LOG_OUT = "log_out"
    END = "end"


@dataclass(frozen=True)
class Started:
    """The person touched 「始める」, or put a card there."""


@dataclass(frozen=True)
class LanguageChosen:
    """Another language, or the same once more."""

    language: str


@dataclass(frozen=True)
class Chosen:
    """A procedure was chosen."""

    procedure: str


@dataclass(frozen=True)
class ForChild:
    """A parent says that the application is their child's, or that it is their own after all."""

    child: bool


@dataclass(frozen=True)
class Prepared:
    """The person has what it takes; ``renewed``: the certificate was renewed today, so stop before login."""

    renewed: bool


@dataclass(frozen=True)
class CardPlaced:
    """The supervisor says that a card is there, or is gone; ``known``: this session has read a card by now."""

    there: bool
    known: bool = False


@dataclass(frozen=True)
class CardRead:
    """The card was read: ``tries`` left."""

    tries: int


@dataclass(frozen=True)
class CardFailed:
    """Reading, checking or signing failed for good; ``failure`` as in resources/failures.toml."""

    failure: FailureName


@dataclass(frozen=True)
class Asked:
    """The portal or the gate wants an identity check."""

    purpose: Purpose


@dataclass(frozen=True)
class AskLost:
    """The page does not wait for the answer any more: its document is gone, or it took its request back."""


@dataclass(frozen=True)
class AskLate:
    """The time for the answer ran out, whoever waits for it: the page, or the gate."""


@dataclass(frozen=True)
class TriesKnown:
    """The card was asked for its tries before the second check."""

    tries: int


@dataclass(frozen=True)
class Consented:
    """The person agreed, or not, to use the last try."""

    agreed: bool


@dataclass(frozen=True)
class PinComplete:
    """Four digits were entered."""


@dataclass(frozen=True)
class PinWrong:
    """The card refused the PIN."""

    tries: int


@dataclass(frozen=True)
class Signed:
    """The card signed."""


@dataclass(frozen=True)
class SignatureLost:
    """The page waits for a signature that is not there."""


@dataclass(frozen=True)
class PageFailed:
    """The portal's page did not come, or is none."""

    failure: FailureName


@dataclass(frozen=True)
class CommitPassed:
    """The final request left the terminal."""


@dataclass(frozen=True)
class CommitUnchecked:
    """The gate saw a final request that it could not hold."""


@dataclass(frozen=True)
class CommitWithdrawn:
    """The page took its final request back while it was held. ``signing``: the card has the PIN already."""

    signing: bool


@dataclass(frozen=True)
class PageSeen:
    """The portal shows another page. What its address means: a step of all (None: no step), a result, a mix-up."""

    number: int | None = None
    result: ResultKind | None = None
    mixup: bool = False


@dataclass(frozen=True)
class RendererDied:
    """The page's process is gone."""


@dataclass(frozen=True)
class EndPressed:
    """「次の方へ」 or 「今日はやめる」: the first tap."""

    reason: EndReason


@dataclass(frozen=True)
class StaffPressed:
    """「職員を呼ぶ」."""


@dataclass(frozen=True)
class OverlayLeft:
    """「もどる」, or 「つづける」 on what is no idle warning."""


@dataclass(frozen=True)
class EndConfirmed:
    """The second tap, 「終わる」 on the warning, the problem or the result."""


@dataclass(frozen=True)
class IdleWarned:
    """Nothing was touched for so long that the warning is due."""


@dataclass(frozen=True)
class Extended:
    """「つづける」 on the idle warning."""


@dataclass(frozen=True)
class Touched:
    """Any other input than that."""


@dataclass(frozen=True)
class LimitNear:
    """The longest time a session may take is almost over."""


@dataclass(frozen=True)
class IdleOver:
    """Nothing was touched until the end of the warning, or on a screen that ends by itself."""


@dataclass(frozen=True)
class PinIdle:
    """Nothing was touched on the PIN pad for a while: half-typed digits are overwritten."""


@dataclass(frozen=True)
class Ended:
    """The supervisor ends the session, or answers its end; ``logout``: the portal has an address for logging out."""

    reason: EndReason
    logout: bool = False


@dataclass(frozen=True)
class LoggedOut:
    """The portal's own logout was tried; ``done``: it answered."""

    done: bool


Event = (
    Started | Chosen | Prepared | CardPlaced | CardRead | CardFailed | Asked | AskLost | AskLate | TriesKnown
    | Consented | PinComplete | PinWrong | Signed | SignatureLost | PageFailed | CommitPassed | CommitUnchecked
    | PageSeen | RendererDied | EndPressed | StaffPressed | OverlayLeft | EndConfirmed | IdleWarned | IdleOver | PinIdle
    | Ended | LoggedOut | Extended | Touched | LimitNear | ForChild | LanguageChosen | CommitWithdrawn
)  # fmt: skip
