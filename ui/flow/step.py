"""The flow of one customer's session as a pure function: no Qt, no card, no clock.

``step`` handles every event in every stage; unexpected ones are ignored or end the session. The shell around it is
``ui.session.session``, which shows the stage's screen and carries out the actions.
"""

from collections.abc import Callable
from dataclasses import replace

from kiosk.failures import FailureName
from kiosk.vocabulary import WITH_LOGOUT, EndReason
from ui.flow import extend
from ui.flow.events import (
    Act,
    Asked,
    AskLate,
    AskLost,
    CardFailed,
    CardPlaced,
    CardRead,
    Chosen,
    CommitPassed,
    CommitUnchecked,
    CommitWithdrawn,
    Consented,
    EndConfirmed,
    Ended,
    EndPressed,
    Event,
    Extended,
    ForChild,
    IdleOver,
    IdleWarned,
    LanguageChosen,
    LimitNear,
    LoggedOut,
    Notice,
    Overlay,
    OverlayLeft,
    PageFailed,
    PageSeen,
    PinComplete,
    PinIdle,
    PinWrong,
    Prepared,
    Purpose,
    RendererDied,
    SignatureLost,
    Signed,
    StaffPressed,
    Stage,
    Started,
    Touched,
    TriesKnown,
)
from ui.flow.state import CARD_REASONS, PIN_STAGES, REASONS, Flow, Step, end, problem, wrong

__all__ = ["MAX_LOGINS", "PIN_STAGES", "Flow", "Step", "step"]

#: Maximum logins per session; one more ends it with TOO_MANY_LOGINS.
MAX_LOGINS = 3
#: The actions that refuse a request: the page gets an answer, and the gate, which holds requests, ends its check.
_REFUSALS = {
    Purpose.LOGIN: (Act.REFUSE,),
    Purpose.PORTAL_CHECK: (Act.REFUSE, Act.CLOSE_CHECK),
    Purpose.GATE_CHECK: (Act.CLOSE_CHECK,),
}


def step(flow: Flow, event: Event) -> Step:
    """The next state and the actions. After the end only the supervisor's events count. Raises KeyError: no event."""
    if flow.stage is Stage.OVER and not isinstance(event, Ended | LoggedOut):
        return flow, ()
    extending = extend.under_way(flow, event) if flow.extend else None
    return extending or _STEPS[type(event)](flow, event)


def _end_problem(flow: Flow, wanted: EndReason | None = None) -> Step:
    """The end after a problem: a failure in ``REASONS`` decides the reason, whichever button was pressed."""
    otherwise = wanted or CARD_REASONS.get(flow.failure, EndReason.CARD_UNUSABLE)
    return end(flow, REASONS.get(flow.failure, otherwise))


def _on_started(flow: Flow, _: Started) -> Step:
    if flow.stage is not Stage.ATTRACT:
        return flow, ()
    return replace(flow, stage=Stage.CHOOSE), (Act.BEGIN,)


def _on_language(flow: Flow, event: LanguageChosen) -> Step:
    return replace(flow, language=event.language), (Act.SPEAK,)


def _on_chosen(flow: Flow, event: Chosen) -> Step:
    if flow.stage is not Stage.CHOOSE:
        return flow, ()
    return replace(flow, stage=Stage.PREPARE, procedure=event.procedure), (Act.LOAD_PAGE,)


def _on_for_child(flow: Flow, event: ForChild) -> Step:
    return (replace(flow, for_child=event.child) if flow.stage is Stage.PREPARE else flow), ()


def _on_prepared(flow: Flow, event: Prepared) -> Step:
    if flow.stage is not Stage.PREPARE:
        return flow, ()
    if event.renewed:
        return problem(flow, FailureName.CERTIFICATE_RENEWED_TODAY)
    return _read_if_there(replace(flow, stage=Stage.PLACE_CARD))


def _read_if_there(flow: Flow) -> Step:
    if flow.stage is Stage.PLACE_CARD and flow.card and not flow.reading:
        return replace(flow, reading=True), (Act.READ_CARD,)
    return flow, ()


def _on_card_placed(flow: Flow, event: CardPlaced) -> Step:
    """The supervisor needs a verdict on every card. Where none was read before, any card is accepted."""
    flow = replace(flow, card=event.there, reading=flow.reading and event.there)
    verdict = (Act.COMPARE_CARD if event.known else Act.ACCEPT_CARD,) if event.there else ()
    begins = event.there and flow.stage is Stage.ATTRACT
    new, acts = _on_started(flow, Started()) if begins else _read_if_there(flow)
    return new, (*verdict, *acts)


def _on_card_read(flow: Flow, event: CardRead) -> Step:
    if not flow.reading:
        return flow, ()
    flow = replace(flow, reading=False, tries=event.tries, stage=Stage.BROWSE)
    return _ask(flow) if flow.asked else (flow, ())


def _on_card_failed(flow: Flow, event: CardFailed) -> Step:
    if event.failure == FailureName.CARD_CHANGED:
        return end(flow, EndReason.CARD_CHANGED)
    if event.failure == FailureName.CARD_REMOVED and flow.stage is Stage.BROWSE and not flow.extend:
        return flow, ()  # the supervisor's presence watch reports it as well and decides
    return problem(replace(flow, reading=False), event.failure)


def _on_asked(flow: Flow, event: Asked) -> Step:
    """One request at a time; a second one is refused and changes nothing."""
    if flow.asked or flow.extend or flow.stage in (Stage.PROBLEM, Stage.ATTRACT):
        return flow, _REFUSALS[event.purpose]
    if event.purpose is not Purpose.LOGIN and not flow.logged_in:
        return end(flow, EndReason.PROTOCOL_ERROR)
    if event.purpose is Purpose.LOGIN and flow.logins >= MAX_LOGINS:
        return problem(flow, FailureName.TOO_MANY_LOGINS)
    flow = replace(flow, asked=event.purpose, agreed=False, notice=Notice.NONE)
    if flow.tries is None:
        return flow, ()
    fresh = flow.logins == 0
    return _ask(flow) if fresh else (replace(flow, busy=True), (Act.QUERY_TRIES,))


def _ask(flow: Flow) -> Step:
    """The PIN pad, unless the card is blocked or the person must first agree to use the last try."""
    if flow.tries is None or flow.tries <= 0:
        return problem(flow, FailureName.PIN_BLOCKED)
    if flow.tries == 1 and not flow.agreed:
        return replace(flow, stage=Stage.LAST_TRY, busy=False), (Act.CLEAR_PIN,)
    stage = Stage.ENTER_PIN if flow.asked is Purpose.LOGIN else Stage.CHECK
    return replace(flow, stage=stage, busy=False), (Act.CLEAR_PIN,)


def _on_ask_lost(flow: Flow, _: AskLost) -> Step:
    """Leave the page's request; a request of the gate does not depend on the page."""
    return (flow, ()) if flow.asked in (None, Purpose.GATE_CHECK) else _leave_ask(flow)


def _on_ask_late(flow: Flow, _: AskLate) -> Step:
    """A late check is not passed; a notice over the page says what to do."""
    if flow.asked is None:
        return flow, ()
    left, acts = _leave_ask(flow)
    return (replace(left, notice=Notice.TOO_LATE) if flow.checking and left.stage is Stage.BROWSE else left), acts


def _on_withdrawn(flow: Flow, event: CommitWithdrawn) -> Step:
    """The gate holds no request now: back to the page, or the end while the card signs."""
    if flow.asked is not Purpose.GATE_CHECK:
        return flow, ()
    left, acts = _leave_ask(flow if event.signing else replace(flow, busy=False))
    return (replace(left, notice=Notice.WITHDRAWN) if left.stage is Stage.BROWSE else left), acts


def _leave_ask(flow: Flow) -> Step:
    """Drop the request and go back to the page. While the card signs, end: nobody could use the signature."""
    if flow.signing:
        return end(flow, EndReason.PROTOCOL_ERROR)
    if flow.stage not in (*PIN_STAGES, Stage.LAST_TRY, Stage.BROWSE):
        return replace(flow, asked=None), ()
    return replace(flow, asked=None, busy=False, stage=Stage.BROWSE), (Act.CLEAR_PIN, Act.CLOSE_CHECK)


def _on_tries_known(flow: Flow, event: TriesKnown) -> Step:
    return _ask(replace(flow, tries=event.tries)) if flow.querying else (flow, ())


def _on_consented(flow: Flow, event: Consented) -> Step:
    if flow.stage is not Stage.LAST_TRY:
        return flow, ()
    return _ask(replace(flow, agreed=True)) if event.agreed else end(flow, EndReason.GIVE_UP)


def _on_pin_complete(flow: Flow, _: PinComplete) -> Step:
    if flow.stage not in PIN_STAGES or flow.busy or flow.overlay:
        return flow, (Act.CLEAR_PIN,)
    return replace(flow, busy=True), (Act.SIGN,)


def _on_pin_wrong(flow: Flow, event: PinWrong) -> Step:
    if not flow.signing:
        return flow, ()
    return wrong(*_ask(replace(flow, tries=event.tries, agreed=False)))


def _on_signed(flow: Flow, _: Signed) -> Step:
    if flow.stage is Stage.PROBLEM:
        return flow, ()  # the page failed while the card signed: the signature is dropped
    if not flow.signing or not flow.asked:
        return end(flow, EndReason.PROTOCOL_ERROR)
    purpose = flow.asked
    flow = replace(flow, stage=Stage.BROWSE, busy=False, asked=None, notice=Notice.NONE)
    if purpose is Purpose.LOGIN:
        return replace(flow, logins=flow.logins + 1, logged_in=True), (Act.CLEAR_PIN, Act.LOGGED_IN, Act.ANSWER)
    if purpose is Purpose.PORTAL_CHECK:
        return flow, (Act.CLEAR_PIN, Act.OPEN_GATE, Act.ANSWER)
    return flow, (Act.CLEAR_PIN, Act.OPEN_GATE)


def _on_page_seen(flow: Flow, event: PageSeen) -> Step:
    """A page that was dropped has no effect."""
    if not flow.has_page:
        return flow, ()
    if event.mixup:
        return end(flow, EndReason.SUSPECTED_MIXUP)
    if event.result is None:
        return flow, ()
    return replace(flow, result=event.result, committed=False, notice=Notice.NONE), ()


def _on_end_pressed(flow: Flow, event: EndPressed) -> Step:
    if flow.stage is Stage.ATTRACT or flow.overlay is Overlay.IDLE_WARNING:
        return flow, ()
    if flow.stage is Stage.PROBLEM:
        return _end_problem(flow, event.reason)
    if flow.result:
        return end(flow, event.reason)
    return replace(flow, overlay=Overlay.CONFIRM_END, ending=event.reason), (Act.CLEAR_PIN,)


def _on_confirmed(flow: Flow, _: EndConfirmed) -> Step:
    if flow.overlay in (Overlay.IDLE_WARNING, Overlay.LIMIT_WARNING):
        return end(flow, EndReason.GIVE_UP)
    if flow.overlay is Overlay.CONFIRM_END and flow.ending:
        return end(flow, flow.ending)
    if flow.stage is Stage.PROBLEM:
        return _end_problem(flow)
    return end(flow, EndReason.FINISHED) if flow.result else (flow, ())


def _on_overlay_left(flow: Flow, _: OverlayLeft) -> Step:
    if flow.overlay is Overlay.IDLE_WARNING:
        return flow, ()  # only 「つづける」 leads away from it
    return replace(flow, overlay=Overlay.NONE, ending=None), ()


def _on_staff_pressed(flow: Flow, _: StaffPressed) -> Step:
    """On the attract screen this begins the session as well, so that its time limits run."""
    if flow.overlay is Overlay.IDLE_WARNING:
        return flow, ()
    begun, acts = _on_started(flow, Started())
    return replace(begun, overlay=Overlay.STAFF_CALLED, ending=None), (*acts, Act.CLEAR_PIN)


def _on_idle_warned(flow: Flow, _: IdleWarned) -> Step:
    if flow.stage in (Stage.ATTRACT, Stage.PROBLEM) or flow.overlay is Overlay.IDLE_WARNING:
        return flow, ()
    return replace(flow, overlay=Overlay.IDLE_WARNING, ending=None), (Act.CLEAR_PIN,)


def _on_idle_over(flow: Flow, _: IdleOver) -> Step:
    if flow.stage is Stage.PROBLEM:
        return _end_problem(flow)
    return end(flow, EndReason.FINISHED if flow.result else EndReason.IDLE)


def _on_ended(flow: Flow, event: Ended) -> Step:
    """Answer the supervisor; before that log out of the portal, if somebody is logged in and the reason allows it."""
    over, _ = end(flow, event.reason)
    logs_out = event.reason in WITH_LOGOUT and event.logout and flow.logged_in
    return over, (Act.CLEAR_PIN, Act.LOG_OUT if logs_out else Act.END)


def _on_logged_out(flow: Flow, _: LoggedOut) -> Step:
    return flow, (Act.END,) if flow.stage is Stage.OVER else ()


_STEPS: dict[type, Callable[..., Step]] = {
    Started: _on_started,
    LanguageChosen: _on_language,
    Chosen: _on_chosen,
    ForChild: _on_for_child,
    Prepared: _on_prepared,
    CardPlaced: _on_card_placed,
    CardRead: _on_card_read,
    CardFailed: _on_card_failed,
    Asked: _on_asked,
    AskLost: _on_ask_lost,
    AskLate: _on_ask_late,
    TriesKnown: _on_tries_known,
    Consented: _on_consented,
    PinComplete: _on_pin_complete,
    PinWrong: _on_pin_wrong,
    Signed: _on_signed,
    SignatureLost: lambda flow, _: end(flow, EndReason.PROTOCOL_ERROR),
    PageFailed: lambda flow, event: problem(flow, event.failure),
    CommitPassed: lambda flow, _: (replace(flow, committed=True, notice=Notice.NONE), ()),
    CommitWithdrawn: _on_withdrawn,
    CommitUnchecked: lambda flow, _: end(flow, EndReason.COMMIT_UNCHECKED),
    PageSeen: _on_page_seen,
    RendererDied: lambda flow, _: end(flow, EndReason.RENDERER_DEAD),
    EndPressed: _on_end_pressed,
    StaffPressed: _on_staff_pressed,
    OverlayLeft: _on_overlay_left,
    EndConfirmed: _on_confirmed,
    IdleWarned: _on_idle_warned,
    Extended: extend.on_extended,
    LimitNear: extend.on_limit_near,
    Touched: lambda flow, _: (replace(flow, extensions=0), ()),
    IdleOver: _on_idle_over,
    PinIdle: lambda flow, _: (flow, (Act.CLEAR_PIN,)),
    Ended: _on_ended,
    LoggedOut: _on_logged_out,
}
