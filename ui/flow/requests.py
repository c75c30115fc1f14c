"""Requests for a signature: by the page or by the gate, and the PIN entry that answers them. Pure."""

from dataclasses import replace
from typing import assert_never

from kiosk.failures import FailureName
from kiosk.vocabulary import EndReason
from ui.flow.events import (
    Act,
    Asked,
    AskLate,
    AskLost,
    CommitBlocked,
    CommitEvent,
    CommitPassed,
    CommitUnchecked,
    CommitWithdrawn,
    Consented,
    Notice,
    PinComplete,
    PinConfirmed,
    PinEvent,
    PinIdle,
    PinWrong,
    Purpose,
    RequestEvent,
    SignatureEvent,
    SignatureLost,
    SignatureRequested,
    Signed,
    Stage,
    TriesKnown,
)
from ui.flow.state import PIN_STAGES, QUESTIONS, Flow, Step, decline, end, problem, typed, wrong

#: Maximum logins per session; one more ends it with TOO_MANY_LOGINS.
MAX_LOGINS = 3
#: The actions that refuse a request: the page gets an answer, and the gate ends its check.
_REFUSALS = {
    Purpose.LOGIN: (Act.REFUSE,),
    Purpose.PORTAL_CHECK: (Act.REFUSE, Act.CLOSE_CHECK),
    Purpose.GATE_CHECK: (Act.CLOSE_CHECK,),
}


def on_request(flow: Flow, event: RequestEvent) -> Step:
    """The step after what the page or the gate requests, or takes back."""
    return _on_signature(flow, event) if isinstance(event, SignatureEvent) else _on_commit(flow, event)


def _on_signature(flow: Flow, event: SignatureEvent) -> Step:
    match event:
        case SignatureRequested():
            return flow, (Act.REFUSE_SECOND if flow.asked else Act.CLASSIFY_REQUEST,)
        case Asked():
            return _on_asked(flow, event.purpose)
        case AskLost():
            return _on_ask_lost(flow)
        case AskLate():
            return _on_ask_late(flow)
        case _:
            assert_never(event)


def _on_commit(flow: Flow, event: CommitEvent) -> Step:
    match event:
        case CommitBlocked():
            return _on_asked(flow, Purpose.GATE_CHECK)
        case CommitPassed():
            return replace(flow, committed=True, notice=Notice.NONE), ()
        case CommitWithdrawn():
            return _on_withdrawn(flow, event)
        case CommitUnchecked():
            return end(flow, EndReason.COMMIT_UNCHECKED)
        case _:
            assert_never(event)


def on_pin(flow: Flow, event: PinEvent) -> Step:
    """The step after what the person does about the PIN, or what the card answers."""
    match event:
        case TriesKnown():
            decided = ask(replace(flow, tries=event.tries)) if flow.querying else (flow, ())
        case Consented():
            decided = _on_consented(flow, event)
        case PinComplete() | PinConfirmed():
            decided = _on_pin(flow, event)
        case PinIdle():
            decided = flow, (Act.CLEAR_PIN,)
        case PinWrong():
            decided = _on_pin_wrong(flow, event)
        case Signed():
            decided = _on_signed(flow)
        case SignatureLost():
            decided = end(flow, EndReason.PROTOCOL_ERROR)
        case _:
            assert_never(event)
    return decided


def _on_asked(flow: Flow, purpose: Purpose) -> Step:
    """One request at a time; a second one is refused and changes nothing, and so is one of a page that was dropped."""
    if flow.asked or flow.extend or flow.stage in (Stage.PROBLEM, Stage.ATTRACT):
        return flow, _REFUSALS[purpose]
    if purpose is not Purpose.LOGIN and not flow.logged_in:
        return end(flow, EndReason.PROTOCOL_ERROR)
    if not flow.has_page:
        return flow, _REFUSALS[purpose]
    if purpose is Purpose.LOGIN and flow.logins >= MAX_LOGINS:
        return problem(flow, FailureName.TOO_MANY_LOGINS)
    flow = replace(flow, asked=purpose, agreed=False, mistyped=False, notice=Notice.NONE)
    if flow.tries is None or flow.stage in QUESTIONS:
        return flow, ()
    fresh = flow.logins == 0
    return ask(flow) if fresh else (replace(flow, busy=True), (Act.QUERY_TRIES,))


def ask(flow: Flow) -> Step:
    """The PIN pad, unless the card is blocked or the person must first agree to use the last try."""
    if flow.tries is None or flow.tries <= 0:
        return problem(flow, FailureName.PIN_BLOCKED)
    if flow.tries == 1 and not flow.agreed:
        return replace(flow, stage=Stage.LAST_TRY, busy=False), (Act.CLEAR_PIN,)
    stage = Stage.ENTER_PIN if flow.asked is Purpose.LOGIN else Stage.CHECK
    return replace(flow, stage=stage, busy=False), (Act.CLEAR_PIN,)


def _on_ask_lost(flow: Flow) -> Step:
    """Leave the page's request; a request of the gate does not depend on the page."""
    return (flow, ()) if flow.asked in (None, Purpose.GATE_CHECK) else _leave_ask(flow)


def _on_ask_late(flow: Flow) -> Step:
    """A late check is not passed; a notice over the page says what to do."""
    if flow.asked is None:
        return flow, ()
    left, acts = _leave_ask(flow)
    noticed = flow.checking and left.stage is Stage.BROWSE
    return (replace(left, notice=Notice.TOO_LATE) if noticed else left), (Act.REFUSE_LATE, *acts)


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
    left = replace(flow, asked=None, busy=False, mistyped=False, stage=Stage.BROWSE)
    return left, (Act.CLEAR_PIN, Act.CLOSE_CHECK)


def _on_consented(flow: Flow, event: Consented) -> Step:
    if flow.stage is not Stage.LAST_TRY:
        return flow, ()
    return ask(replace(flow, agreed=True)) if event.agreed else decline(flow)


def _on_pin(flow: Flow, event: PinComplete | PinConfirmed) -> Step:
    if flow.shown not in PIN_STAGES or flow.busy:
        return flow, (Act.CLEAR_PIN,)
    return typed(flow, event, replace(flow, busy=True))


def _on_pin_wrong(flow: Flow, event: PinWrong) -> Step:
    if not flow.signing:
        return flow, ()
    return wrong(*ask(replace(flow, tries=event.tries, agreed=False)))


def _on_signed(flow: Flow) -> Step:
    if flow.stage is Stage.PROBLEM:
        return flow, ()  # the page failed while the card signed: the signature is dropped
    if not flow.signing or not flow.asked:
        return end(flow, EndReason.PROTOCOL_ERROR)
    purpose = flow.asked
    flow = replace(flow, stage=Stage.BROWSE, busy=False, asked=None, mistyped=False, notice=Notice.NONE)
    if purpose is Purpose.LOGIN:
        return replace(flow, logins=flow.logins + 1, logged_in=True), (Act.CLEAR_PIN, Act.LOGGED_IN, Act.ANSWER)
    if purpose is Purpose.PORTAL_CHECK:
        return flow, (Act.CLEAR_PIN, Act.OPEN_GATE, Act.ANSWER)
    return flow, (Act.CLEAR_PIN, Act.OPEN_GATE)
