"""The state of a customer's session as plain values, and the two ways to leave its path: the end and a problem."""

from dataclasses import dataclass, replace

from kiosk.failures import FailureName
from kiosk.told import Told
from kiosk.vocabulary import Call, EndReason, ResultKind
from ui.flow.events import Act, Extend, Notice, Overlay, PinComplete, PinConfirmed, Purpose, Stage

PIN_STAGES = (Stage.ENTER_PIN, Stage.CHECK)
#: Stages and overlays with a PIN pad.
PADS = (*PIN_STAGES, Overlay.EXTEND)
#: How often a shown result may be looked at longer. WCAG 2.2.1 asks for ten times at least.
MAX_LOOKS = 10
#: Failure -> end reason, whatever the person presses.
REASONS: dict[FailureName | None, EndReason] = {
    FailureName.CERTIFICATE_RENEWED_TODAY: EndReason.GIVE_UP,
    FailureName.PORTAL_UNREACHABLE: EndReason.PORTAL_FAILED,
    FailureName.PORTAL_GARBLED: EndReason.PORTAL_FAILED,
    FailureName.PORTAL_FORBIDDEN: EndReason.PORTAL_FAILED,
    FailureName.PROXY_UNREACHABLE: EndReason.PORTAL_FAILED,
    FailureName.PROXY_REFUSED: EndReason.PORTAL_FAILED,
    FailureName.TLS_ERROR: EndReason.CERTIFICATE_ERROR,
    FailureName.TOO_MANY_LOGINS: EndReason.PORTAL_FAILED,
    FailureName.TOO_MANY_CHECKS: EndReason.PORTAL_FAILED,
    FailureName.ENGINE_UNAVAILABLE: EndReason.TERMINAL_FAILED,
    FailureName.CARD_CHANGED: EndReason.CARD_CHANGED,
}
#: Failure -> end reason when the person gives none; for all others it is CARD_UNUSABLE.
CARD_REASONS: dict[FailureName | None, EndReason] = {
    FailureName.CARD_REMOVED: EndReason.CARD_REMOVED,
    FailureName.READER_MISSING: EndReason.READER_LOST,
    FailureName.PCSC_UNAVAILABLE: EndReason.READER_LOST,
}


#: Failures of a card that may be changed for another, or placed once more, before a card was read.
OTHER_CARD = frozenset(
    {
        FailureName.CARD_NOT_MY_NUMBER,
        FailureName.CARD_PHONE,
        FailureName.CARD_OLD_JUKI,
        FailureName.CARD_MUTE,
        FailureName.CARD_BUSY,
        FailureName.CARD_UNREADABLE,
        FailureName.CARD_REMOVED,
    }
)
#: The screens before the card is read; a request of the page waits there.
QUESTIONS = (Stage.CHOOSE, Stage.PREPARE, Stage.PLACE_CARD)


@dataclass(frozen=True)
class Flow:
    """The state of a customer's session. ``tries`` is None until the card was read."""

    stage: Stage = Stage.ATTRACT
    overlay: Overlay = Overlay.NONE
    procedure: str = ""
    card: bool = False
    reading: bool = False
    tries: int | None = None
    asked: Purpose | None = None
    agreed: bool = False
    busy: bool = False
    logins: int = 0
    logged_in: bool = False
    committed: bool = False
    result: ResultKind | None = None
    notice: Notice = Notice.NONE
    failure: FailureName | None = None
    ending: EndReason | None = None
    #: Not NONE: the PIN is required for going on, and the stage stays hidden until then.
    extend: Extend = Extend.NONE
    #: Presses of 「続ける」 with no other input between them.
    extensions: int = 0
    #: Presses of 「もう少し見る」 on the result.
    looks: int = 0
    #: The warning before the longest time was shown.
    limit_announced: bool = False
    #: Why staff are called and the person waits; and whether the ordinary time without input passed meanwhile.
    called: Call | None = None
    waited: bool = False
    #: A parent applies for their child, whose card is requested. It changes texts and nothing else.
    for_child: bool = False
    language: str = "ja"
    #: The stage that the problem came from; and how often the portal was tried again.
    failed_at: Stage | None = None
    retries: int = 0
    #: A wrong PIN of this entry left the last try.
    mistyped: bool = False
    #: Why the last card could not be used, while the session belongs to none and another may be placed.
    refused: FailureName | None = None

    @property
    def shown(self) -> Stage | Overlay:
        """The shown screen: the overlay, or else the stage."""
        return self.overlay or self.stage

    @property
    def may_quit(self) -> bool:
        """Whether 「やめる」 is offered. A problem and a result have one end of their own."""
        return self.stage not in (Stage.ATTRACT, Stage.PROBLEM, Stage.OVER) and self.result is None

    @property
    def has_page(self) -> bool:
        """Whether the portal's page is in use: a procedure was chosen, and its page was not dropped."""
        return bool(self.procedure) and self.stage not in (Stage.PROBLEM, Stage.OVER)

    @property
    def bound(self) -> bool:
        """Whether a card was read; the session then belongs to it."""
        return self.tries is not None

    @property
    def on_last_try(self) -> bool:
        """Whether one more wrong PIN blocks the card: the fourth digit then sends nothing, only the person's word."""
        return self.tries == 1

    @property
    def checking(self) -> bool:
        """Whether a check for the commit is running; a card that is removed then has no grace time."""
        return self.asked in (Purpose.PORTAL_CHECK, Purpose.GATE_CHECK)

    @property
    def may_look(self) -> bool:
        """Whether 「もう少し見る」 is offered."""
        return self.result is not None and self.looks < MAX_LOOKS

    @property
    def signing(self) -> bool:
        """Whether the card is signing."""
        return self.busy and self.stage in PIN_STAGES

    @property
    def querying(self) -> bool:
        """Whether the card is queried for its tries."""
        return self.busy and self.stage not in PIN_STAGES

    @property
    def told(self) -> Told:
        """What the supervisor is told, for the words after the end."""
        return Told(self.procedure, self.result, self.failure)


Step = tuple[Flow, tuple[Act, ...]]


def end(flow: Flow, reason: EndReason) -> Step:
    """The step that ends the session."""
    return replace(flow, stage=Stage.OVER, ending=reason, busy=False), (Act.CLEAR_PIN, Act.END)


def decline(flow: Flow) -> Step:
    """「やめて、職員に相談する」: the step that ends the session and leaves the last try to the desk."""
    return end(replace(flow, failure=FailureName.PIN_LAST_TRY), EndReason.GIVE_UP)


def typed(flow: Flow, event: PinComplete | PinConfirmed, signing: Flow) -> Step:
    """The step after the digits: ``signing``. The fourth is enough, but the last try waits for 「この番号でよい」."""
    if flow.on_last_try is isinstance(event, PinConfirmed):
        return signing, (Act.SIGN,)
    return flow, () if flow.on_last_try else (Act.CLEAR_PIN,)


def wrong(flow: Flow, acts: tuple[Act, ...]) -> Step:
    """The step after a wrong PIN; the pad shows it, if the pad is the shown screen."""
    flow = replace(flow, mistyped=flow.on_last_try)
    return flow, (*acts, Act.SAY_WRONG) if flow.shown in PADS else acts


def problem(flow: Flow, failure: FailureName) -> Step:
    """The step that shows a failure. The page is dropped; the end is left, or ``ui.flow.retry``. The first counts.

    A PIN that is blocked calls staff; whoever waits for them already goes on waiting.
    """
    if flow.stage is Stage.PROBLEM:
        return flow, ()
    closed = (Act.CLOSE_CHECK,) if flow.checking else ()
    called = Call.PIN_BLOCKED if failure == FailureName.PIN_BLOCKED else flow.called
    overlay = Overlay.STAFF_CALLED if called else Overlay.NONE
    shown = replace(flow, stage=Stage.PROBLEM, failed_at=flow.stage, overlay=overlay, called=called, failure=failure)
    idle = replace(shown, reading=False, busy=False, asked=None, notice=Notice.NONE, extend=Extend.NONE)
    return idle, (Act.CLEAR_PIN, Act.REFUSE, *closed, Act.DROP_PAGE)
