"""Going on after the idle warning: three times at a press, then with the PIN of the card (docs/scenarios.md, A9).

Somebody else in front of the card can press 「続ける」 but does not know the PIN. While it is required
(``Flow.extend``) no overlay leads back to the stage, and every answer of the card belongs to this check.
"""

from dataclasses import replace

from kiosk.failures import FailureName
from kiosk.vocabulary import EndReason
from ui.flow import calls
from ui.flow.events import (
    Act,
    Consented,
    Event,
    Extend,
    Overlay,
    OverlayLeft,
    PinComplete,
    PinConfirmed,
    PinWrong,
    Signed,
    Stage,
    TriesKnown,
)
from ui.flow.state import Flow, Step, decline, end, problem, typed, wrong

MAX_EXTENSIONS = 3
#: The overlays of this check; others may cover them for a while.
_OWN = (Overlay.EXTEND, Overlay.EXTEND_LAST_TRY)


def under_way(flow: Flow, event: Event) -> Step | None:
    """The step while the PIN is required for going on; None: the event is handled as always."""
    decided: Step | None = None
    match event:
        case TriesKnown():
            decided = _asked(flow, event.tries) if flow.extend is Extend.QUERY else (flow, ())
        case Consented():
            decided = _on_consented(flow, event)
        case PinComplete() | PinConfirmed():
            decided = _on_pin(flow, event)
        case PinWrong():
            decided = _on_wrong(flow, event.tries) if flow.extend is Extend.SIGN else (flow, ())
        case Signed():
            decided = _on_signed(flow)
        case OverlayLeft():
            decided = _on_overlay_left(flow)
    return decided


def on_extended(flow: Flow) -> Step:
    """「続ける」 on the idle warning. A session that has read a card goes on only while a card is present."""
    if flow.overlay is not Overlay.IDLE_WARNING or (flow.bound and not flow.card):
        return flow, ()
    if flow.extend:
        return _shown(flow), (Act.CLEAR_PIN, Act.EXTEND_ASKED)
    if flow.called:
        return calls.call(flow, (Act.CLEAR_PIN, Act.EXTENDED))
    if not flow.bound or flow.extensions < MAX_EXTENSIONS:
        counted = min(MAX_EXTENSIONS, flow.extensions + 1)
        return replace(flow, overlay=Overlay.NONE, extensions=counted), (Act.EXTENDED,)
    if flow.busy or flow.reading:
        return flow, ()
    return calls.require_pin(flow)


def on_limit_near(flow: Flow) -> Step:
    """The warning before the longest time, once; not on a screen that ends by itself, nor over the idle warning."""
    waits = flow.result or flow.stage in (Stage.ATTRACT, Stage.PROBLEM) or flow.overlay is Overlay.IDLE_WARNING
    if flow.limit_announced or waits:
        return flow, ()
    return replace(flow, limit_announced=True, overlay=Overlay.LIMIT_WARNING), (Act.CLEAR_PIN,)


def _shown(flow: Flow) -> Flow:
    """The flow with the PIN pad, or before the last try with the question whether to use it."""
    last = flow.extend is Extend.ASK and flow.tries == 1 and not flow.agreed
    return replace(flow, overlay=Overlay.EXTEND_LAST_TRY if last else Overlay.EXTEND)


def _asked(flow: Flow, tries: int) -> Step:
    if tries <= 0:
        return problem(replace(flow, tries=tries), FailureName.PIN_BLOCKED)
    if calls.spares_last_try(flow, tries):
        return calls.back_without_pin(replace(flow, extend=Extend.NONE, tries=tries))
    asked = replace(flow, extend=Extend.ASK, tries=tries, agreed=False)
    return (_shown(asked) if flow.overlay in _OWN else asked), (Act.CLEAR_PIN,)


def _on_wrong(flow: Flow, tries: int) -> Step:
    """After long waiting the last try is never used: whoever typed wrong PINs until then is not shown the page."""
    if flow.waited and tries == 1:
        return end(flow, EndReason.IDLE)
    return wrong(*_asked(flow, tries))


def _on_consented(flow: Flow, event: Consented) -> Step:
    if flow.overlay is not Overlay.EXTEND_LAST_TRY:
        return flow, ()
    return (_shown(replace(flow, agreed=True)), (Act.CLEAR_PIN,)) if event.agreed else decline(flow)


def _on_pin(flow: Flow, event: PinComplete | PinConfirmed) -> Step:
    if flow.extend is not Extend.ASK or flow.overlay is not Overlay.EXTEND:
        return flow, (Act.CLEAR_PIN,)
    return typed(flow, event, replace(flow, extend=Extend.SIGN))


def _on_signed(flow: Flow) -> Step:
    """Back to the stage; a PIN that was requested there is requested anew, with the tries left now."""
    if flow.extend is not Extend.SIGN:
        return end(flow, EndReason.PROTOCOL_ERROR)
    overlay = Overlay.NONE if flow.overlay in _OWN else flow.overlay
    back = replace(flow, extend=Extend.NONE, extensions=0, agreed=False, mistyped=False, overlay=overlay)
    acts = (Act.CLEAR_PIN, Act.EXTENDED)
    return calls.back_to_stage(back, acts)


def _on_overlay_left(flow: Flow) -> Step:
    left = flow.overlay not in (*_OWN, Overlay.IDLE_WARNING)
    return (_shown(flow), (Act.CLEAR_PIN,)) if left else (flow, ())
