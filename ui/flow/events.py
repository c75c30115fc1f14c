"""The vocabulary of the customer flow: stages, overlays, purposes, actions, and the events that change its state."""

from dataclasses import dataclass
from enum import StrEnum, unique

from kiosk.failures import FailureName
from kiosk.vocabulary import EndReason, ResultKind


@unique
class Stage(StrEnum):
    """The stage of a session; the value is the screen's name. Screens over a stage are in ``Overlay``."""

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
    """A screen over the stage, which it hides completely; the sheet of 「やめる」 leaves it visible, dimmed."""

    NONE = ""
    IDLE_WARNING = "idle_warning"
    QUIT_SHEET = "quit_sheet"
    STAFF_CALLED = "staff_called"
    LIMIT_WARNING = "limit_warning"
    EXTEND = "extend"
    EXTEND_LAST_TRY = "extend_last_try"


@unique
class Purpose(StrEnum):
    """The purpose of a PIN entry. Only ``PORTAL_CHECK`` and ``GATE_CHECK`` are checks made for the commit."""

    LOGIN = "login"
    PORTAL_CHECK = "portal_check"
    GATE_CHECK = "gate_check"


@unique
class Notice(StrEnum):
    """The kiosk's notice over the page after a check for the commit that was not completed."""

    NONE = ""
    WITHDRAWN = "withdrawn"
    TOO_LATE = "too_late"


@unique
class Extend(StrEnum):
    """The progress of the PIN check after three presses of 「続ける」. It permits going on and nothing else."""

    NONE = ""
    QUERY = "query"
    ASK = "ask"
    SIGN = "sign"


@unique
class Act(StrEnum):
    """An action that the shell must carry out."""

    BEGIN = "begin"
    LOAD_PAGE = "load_page"
    LOAD_AGAIN = "load_again"
    SPEAK = "speak"
    READ_CARD = "read_card"
    COMPARE_CARD = "compare_card"
    ACCEPT_CARD = "accept_card"
    BIND_CARD = "bind_card"
    REFUSE_CARD = "refuse_card"
    QUERY_TRIES = "query_tries"
    SIGN = "sign"
    CLEAR_PIN = "clear_pin"
    SAY_WRONG = "say_wrong"
    ANSWER = "answer"
    CLASSIFY_REQUEST = "classify_request"
    REFUSE = "refuse"
    REFUSE_SECOND = "refuse_second"
    REFUSE_LATE = "refuse_late"
    OPEN_GATE = "open_gate"
    CLOSE_CHECK = "close_check"
    LOGGED_IN = "logged_in"
    DROP_PAGE = "drop_page"
    EXTENDED = "extended"
    EXTEND_ASKED = "extend_asked"
    STAY = "stay"
    OPEN_PANEL = "open_panel"
    LOG_OUT = "log_out"
    END = "end"


@dataclass(frozen=True)
class Started:
    """The person pressed 「始める」, or put a card on the reader."""


@dataclass(frozen=True)
class LanguageChosen:
    """A language was chosen, perhaps the current one."""

    language: str


@dataclass(frozen=True)
class Chosen:
    """A procedure was chosen."""

    procedure: str


@dataclass(frozen=True)
class ForChild:
    """A parent applies for their child (``child``), or for themselves after all."""

    child: bool


@dataclass(frozen=True)
class Prepared:
    """The person has everything ready; ``renewed``: the certificate was renewed today, so stop before the login."""

    renewed: bool


@dataclass(frozen=True)
class WentBack:
    """「もどる」 below a question was pressed: one question back."""


@dataclass(frozen=True)
class CardPlaced:
    """The supervisor reports a card as present or gone; ``known``: this session has already read a card."""

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
class SignatureRequested:
    """The page requests a signature; its purpose is not known before the gate was asked."""


@dataclass(frozen=True)
class Asked:
    """The page's request has a ``purpose``: the login or the portal's check. The gate's own is ``CommitBlocked``."""

    purpose: Purpose


@dataclass(frozen=True)
class AskLost:
    """The page's request has ended without an answer: its document is gone, or the page cancelled it."""


@dataclass(frozen=True)
class AskLate:
    """The time limit of a request, the page's or the gate's, has passed."""


@dataclass(frozen=True)
class TriesKnown:
    """The card has answered how many ``tries`` are left."""

    tries: int


@dataclass(frozen=True)
class Consented:
    """The person agreed to use the last try, or refused."""

    agreed: bool


@dataclass(frozen=True)
class PinComplete:
    """Four digits were entered. At the last try they wait for ``PinConfirmed``."""


@dataclass(frozen=True)
class PinConfirmed:
    """「この番号でよい」 was pressed, with four digits entered."""


@dataclass(frozen=True)
class PinWrong:
    """The card refused the PIN; ``tries`` left."""

    tries: int


@dataclass(frozen=True)
class Signed:
    """The card signed."""


@dataclass(frozen=True)
class SignatureLost:
    """The page waits for a signature that does not exist."""


@dataclass(frozen=True)
class PageFailed:
    """The portal's page could not be loaded, or what was loaded is not its page."""

    failure: FailureName


@dataclass(frozen=True)
class Retried:
    """「もう一度」 was pressed on the problem of a portal that could not be reached."""


@dataclass(frozen=True)
class CommitBlocked:
    """The gate holds a final request, for which a check must be made."""


@dataclass(frozen=True)
class CommitPassed:
    """The final request left the terminal."""


@dataclass(frozen=True)
class CommitUnchecked:
    """The gate noticed a final request that it could not hold."""


@dataclass(frozen=True)
class CommitWithdrawn:
    """The page cancelled its final request while it was held. ``signing``: the card already has the PIN."""

    signing: bool


@dataclass(frozen=True)
class PageSeen:
    """The portal shows another page: step ``number`` of all, a result, a refusal or a mix-up, or none of these."""

    number: int | None = None
    result: ResultKind | None = None
    mixup: bool = False
    refusal: FailureName | None = None


@dataclass(frozen=True)
class RequestRefused:
    """The page was refused something; ``kind`` as in resources/audit_events.toml."""

    kind: str


@dataclass(frozen=True)
class KeyboardMissing:
    """Nobody can type on the page: the touch keyboard did not appear, or covered all of it."""


@dataclass(frozen=True)
class RendererDied:
    """The page's process has ended."""


@dataclass(frozen=True)
class QuitPressed:
    """「やめる」 was pressed: the first tap of the two ends, which lie on the sheet that it opens."""


@dataclass(frozen=True)
class EndPressed:
    """「手続きをやめる」 or 「次の方に交代する」 was pressed on the sheet: the second tap."""

    reason: EndReason


@dataclass(frozen=True)
class StaffPressed:
    """「職員を呼ぶ」 was pressed."""


@dataclass(frozen=True)
class PanelPressed:
    """「職員の方」 was pressed: the supervisor's panel for staff is wanted."""


@dataclass(frozen=True)
class OverlayLeft:
    """「もどる」 or Escape was pressed, or 「続ける」 on an overlay other than the idle warning."""


@dataclass(frozen=True)
class EndConfirmed:
    """「終わる」 was pressed on a warning, a problem or a result."""


@dataclass(frozen=True)
class IdleWarned:
    """The idle warning is due: there was no input for ``timers.idle`` seconds."""


@dataclass(frozen=True)
class WaitedLong:
    """Somebody waits for staff, and there was no input for ``timers.idle`` seconds."""


@dataclass(frozen=True)
class Extended:
    """「続ける」 was pressed on the idle warning."""


@dataclass(frozen=True)
class LookedLonger:
    """「もう少し見る」 was pressed on a result."""


@dataclass(frozen=True)
class Touched:
    """Any input other than 「続ける」 on the idle warning."""


@dataclass(frozen=True)
class LimitNear:
    """The longest time a session may take is almost over."""


@dataclass(frozen=True)
class IdleOver:
    """There was no input until the end of the warning, or on a screen that ends by itself."""


@dataclass(frozen=True)
class PinIdle:
    """There was no input on the PIN pad for ``timers.pin_idle`` seconds: the typed digits are overwritten."""


@dataclass(frozen=True)
class Ended:
    """The supervisor ends the session, or answers its end; ``logout``: the portal has an address for the logout."""

    reason: EndReason
    logout: bool = False


@dataclass(frozen=True)
class LoggedOut:
    """The portal's own logout was tried; ``done``: it answered."""

    done: bool


#: The events by their source, so that each group is handled by one function that mypy finds complete.
ChoiceEvent = Started | LanguageChosen | Chosen | ForChild | Prepared | WentBack
PinEvent = TriesKnown | Consented | PinComplete | PinConfirmed | PinIdle | PinWrong | Signed | SignatureLost
CardEvent = CardPlaced | CardRead | CardFailed
SignatureEvent = SignatureRequested | Asked | AskLost | AskLate
CommitEvent = CommitBlocked | CommitPassed | CommitUnchecked | CommitWithdrawn
RequestEvent = SignatureEvent | CommitEvent
PageEvent = PageSeen | PageFailed | Retried | RequestRefused | KeyboardMissing | RendererDied
ButtonEvent = (
    QuitPressed | EndPressed | EndConfirmed | StaffPressed | PanelPressed | OverlayLeft | Extended | LookedLonger
)
TimeEvent = IdleWarned | IdleOver | LimitNear | WaitedLong | Touched
EndEvent = Ended | LoggedOut
Event = ChoiceEvent | PinEvent | CardEvent | RequestEvent | PageEvent | ButtonEvent | TimeEvent | EndEvent
