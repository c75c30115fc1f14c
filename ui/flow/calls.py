"""Waiting for staff: the page is hidden, the time without input is longer, and how the person goes back. Pure.

Whoever waits longer than the ordinary time without input may have gone, and somebody else may stand there. So going
back then needs the card, and after the login the PIN as well; not with one try left, because people call staff when
they do not know their PIN, and a wrong one would block it.
"""

from dataclasses import replace

from kiosk.vocabulary import Call
from ui.flow.events import Act, Extend, Overlay, Stage
from ui.flow.state import PIN_STAGES, Flow, Step

#: The screens over the stage from which one returns to waiting.
_OVER_WAITING = (Overlay.QUIT_SHEET, Overlay.LIMIT_WARNING, Overlay.IDLE_WARNING)


def call(flow: Flow, act: tuple[Act, ...] = ()) -> Step:
    """The person waits from now on; waiting that has begun goes on."""
    return replace(flow, overlay=Overlay.STAFF_CALLED, called=flow.called or Call.PERSON), act


def settled(flow: Flow) -> Flow:
    """Nobody waits where the stage is seen."""
    over = flow.overlay or flow.stage is Stage.OVER
    return flow if over or not flow.called else replace(flow, called=None, waited=False)


def on_waited_long(flow: Flow) -> Step:
    """The ordinary time without input has passed while the person waits."""
    return (replace(flow, waited=True) if flow.called else flow), ()


def on_left(flow: Flow) -> Step:
    """An overlay is left: back to waiting, or from waiting back to the procedure."""
    if flow.called and flow.overlay in _OVER_WAITING:
        return call(flow, (Act.CLEAR_PIN,))
    if not flow.waited or flow.overlay is not Overlay.STAFF_CALLED or flow.stage is Stage.PROBLEM:
        return replace(flow, overlay=Overlay.NONE), ()
    return _back_after_long(flow)


def _back_after_long(flow: Flow) -> Step:
    if (flow.bound and not flow.card) or flow.busy or flow.reading:
        return flow, ()
    if not flow.logged_in:
        return replace(flow, overlay=Overlay.NONE), ()
    return require_pin(flow)


def require_pin(flow: Flow) -> Step:
    """The PIN is required for going on, and the stage stays hidden until then: a new entry, and a new consent."""
    required = replace(flow, extend=Extend.QUERY, overlay=Overlay.EXTEND, agreed=False, mistyped=False)
    return required, (Act.CLEAR_PIN, Act.EXTEND_ASKED, Act.QUERY_TRIES)


def spares_last_try(flow: Flow, tries: int) -> bool:
    """Whether the person goes back without a PIN: the card says before the first one that only one try is left."""
    return flow.waited and flow.extend is Extend.QUERY and tries == 1


def back_without_pin(flow: Flow) -> Step:
    """Show the stage if the card lies there and nothing else covers it; else the person goes on waiting."""
    shown = Overlay.NONE if flow.card else Overlay.STAFF_CALLED
    hidden = flow.overlay is not Overlay.EXTEND
    return back_to_stage(flow if hidden else replace(flow, overlay=shown), (Act.CLEAR_PIN,))


def back_to_stage(flow: Flow, acts: tuple[Act, ...]) -> Step:
    """Show the stage again; a PIN that was requested there is requested anew, with the tries left now."""
    if flow.stage in (*PIN_STAGES, Stage.LAST_TRY):
        return replace(flow, stage=Stage.BROWSE, busy=True), (*acts, Act.QUERY_TRIES)
    return flow, acts
