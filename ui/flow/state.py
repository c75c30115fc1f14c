"""Where a customer stands, as plain values; and the two ways off the path: the end, and a problem told first."""

from dataclasses import dataclass, replace

from kiosk.failures import FailureName
from kiosk.vocabulary import EndReason, ResultKind
from ui.flow.events import Act, Extend, Notice, Overlay, Purpose, Stage

PIN_STAGES = (Stage.ENTER_PIN, Stage.CHECK)
#: What has a PIN pad.
PADS = (*PIN_STAGES, Overlay.EXTEND)
#: How a problem ends the session, whatever the person presses.
REASONS: dict[FailureName | None, EndReason] = {
    FailureName.CERTIFICATE_RENEWED_TODAY: EndReason.GIVE_UP,
    FailureName.PORTAL_UNREACHABLE: EndReason.PORTAL_FAILED,
    FailureName.PORTAL_GARBLED: EndReason.PORTAL_FAILED,
    FailureName.PORTAL_FORBIDDEN: EndReason.PORTAL_FAILED,
    FailureName.TLS_ERROR: EndReason.CERTIFICATE_ERROR,
    FailureName.TOO_MANY_LOGINS: EndReason.PORTAL_FAILED,
    FailureName.TOO_MANY_CHECKS: EndReason.PORTAL_FAILED,
    FailureName.ENGINE_UNAVAILABLE: EndReason.TERMINAL_FAILED,
    FailureName.CARD_CHANGED: EndReason.CARD_CHANGED,
}
#: How it ends when the person does not say; everything else is card_unusable.
CARD_REASONS: dict[FailureName | None, EndReason] = {
    FailureName.CARD_REMOVED: EndReason.CARD_REMOVED,
    FailureName.READER_MISSING: EndReason.READER_LOST,
    FailureName.PCSC_UNAVAILABLE: EndReason.READER_LOST,
}


@dataclass(frozen=True)
class Flow:
    """Where this customer stands. ``tries`` is None until the card was read."""

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
    #: The PIN is owed for going on; what lies under it stays hidden until then.
    extend: Extend = Extend.NONE
    #: Presses of 「つづける」 with no other input between them.
    extensions: int = 0
    limit_told: bool = False
    #: A parent applies for their child: the child's card is asked for. It changes words, and nothing else.
    for_child: bool = False
    language: str = "ja"

    @property
    def shown(self) -> Stage | Overlay:
        """The screen that the person sees: what lies over the stage, or the stage."""
        return self.overlay or self.stage

    @property
    def has_page(self) -> bool:
        """A page of the portal counts: a procedure was chosen, and its page was not dropped."""
        return bool(self.procedure) and self.stage not in (Stage.PROBLEM, Stage.OVER)

    @property
    def bound(self) -> bool:
        """A card was read: the session belongs to it."""
        return self.tries is not None

    @property
    def checking(self) -> bool:
        """A check made for the commit is under way: no grace for the card."""
        return self.asked in (Purpose.PORTAL_CHECK, Purpose.GATE_CHECK)

    @property
    def signing(self) -> bool:
        """The card has the PIN and signs."""
        return self.busy and self.stage in PIN_STAGES

    @property
    def querying(self) -> bool:
        """The card is asked for its tries."""
        return self.busy and self.stage not in PIN_STAGES


Step = tuple[Flow, tuple[Act, ...]]


def end(flow: Flow, reason: EndReason) -> Step:
    """Nothing goes on after this."""
    return replace(flow, stage=Stage.OVER, ending=reason, busy=False), (Act.CLEAR_PIN, Act.END)


def wrong(flow: Flow, acts: tuple[Act, ...]) -> Step:
    """A PIN was wrong; the pad says so, if it is what the person sees now."""
    return flow, (*acts, Act.SAY_WRONG) if flow.shown in PADS else acts


def problem(flow: Flow, failure: FailureName) -> Step:
    """Show what happened first; the page is dropped, nothing goes on from here."""
    if flow.stage is Stage.PROBLEM:
        return flow, ()
    closed = (Act.CLOSE_CHECK,) if flow.checking else ()
    told = replace(flow, stage=Stage.PROBLEM, overlay=Overlay.NONE, failure=failure, ending=None)
    still = replace(told, reading=False, busy=False, asked=None, notice=Notice.NONE, extend=Extend.NONE)
    return still, (Act.CLEAR_PIN, Act.REFUSE, *closed, Act.DROP_PAGE)
