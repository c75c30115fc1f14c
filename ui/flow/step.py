"""The flow of one customer's session as a pure function: no Qt, no card, no clock.

``step`` handles every event in every stage; unexpected ones are ignored or end the session. The shell around it is
``ui.session.session``, which shows the stage's screen and carries out the actions.
"""

from dataclasses import replace
from typing import assert_never

from kiosk.failures import FailureName
from kiosk.vocabulary import WITH_LOGOUT, EndReason
from ui.flow import back, calls, extend, requests, retry
from ui.flow.events import (
    Act,
    ButtonEvent,
    CardEvent,
    CardFailed,
    CardPlaced,
    CardRead,
    ChoiceEvent,
    Chosen,
    EndConfirmed,
    Ended,
    EndEvent,
    EndPressed,
    Event,
    Extended,
    ForChild,
    IdleOver,
    IdleWarned,
    KeyboardMissing,
    LanguageChosen,
    LimitNear,
    LoggedOut,
    LookedLonger,
    Notice,
    Overlay,
    OverlayLeft,
    PageEvent,
    PageFailed,
    PageSeen,
    PanelPressed,
    PinEvent,
    Prepared,
    QuitPressed,
    RendererDied,
    RequestEvent,
    RequestRefused,
    Retried,
    StaffPressed,
    Stage,
    Started,
    TimeEvent,
    Touched,
    WaitedLong,
    WentBack,
)
from ui.flow.requests import MAX_LOGINS
from ui.flow.state import CARD_REASONS, OTHER_CARD, PIN_STAGES, QUESTIONS, REASONS, Flow, Step, end, problem

__all__ = ["MAX_LOGINS", "PIN_STAGES", "Flow", "Step", "step"]


def step(flow: Flow, event: Event) -> Step:
    """The next state and the actions. After the end only the supervisor's events count.

    Raises AssertionError for what is no event: mypy finds it first.
    """
    if flow.stage is Stage.OVER and not isinstance(event, EndEvent):
        return flow, ()
    extending = extend.under_way(flow, event) if flow.extend else None
    new, acts = extending or _decide(flow, event)
    return calls.settled(new), acts


def _decide(flow: Flow, event: Event) -> Step:
    if isinstance(event, ChoiceEvent):
        decided = _on_choice(flow, event)
    elif isinstance(event, CardEvent):
        decided = _on_card(flow, event)
    elif isinstance(event, RequestEvent):
        decided = requests.on_request(flow, event)
    elif isinstance(event, PinEvent):
        decided = requests.on_pin(flow, event)
    elif isinstance(event, PageEvent):
        decided = _on_page(flow, event)
    elif isinstance(event, ButtonEvent):
        decided = _on_button(flow, event)
    elif isinstance(event, TimeEvent):
        decided = _on_time(flow, event)
    else:
        decided = _on_end(flow, event)
    return decided


def _on_choice(flow: Flow, event: ChoiceEvent) -> Step:
    match event:
        case Started():
            decided = _on_started(flow)
        case LanguageChosen():
            decided = replace(flow, language=event.language), (Act.SPEAK,)
        case Chosen():
            decided = _on_chosen(flow, event)
        case ForChild():
            decided = (replace(flow, for_child=event.child) if flow.stage is Stage.PREPARE else flow), ()
        case Prepared():
            decided = _on_prepared(flow, event)
        case WentBack():
            decided = back.on_went_back(flow)
        case _:
            assert_never(event)
    return decided


def _on_card(flow: Flow, event: CardEvent) -> Step:
    match event:
        case CardPlaced():
            return _on_card_placed(flow, event)
        case CardRead():
            return _on_card_read(flow, event)
        case CardFailed():
            return _on_card_failed(flow, event)
        case _:
            assert_never(event)


def _on_page(flow: Flow, event: PageEvent) -> Step:
    match event:
        case PageSeen():
            return _on_page_seen(flow, event)
        case PageFailed():
            return problem(flow, event.failure)
        case Retried():
            return retry.on_retried(flow)
        case RequestRefused() | KeyboardMissing():
            return flow, ()
        case RendererDied():
            return end(flow, EndReason.RENDERER_DEAD)
        case _:
            assert_never(event)


def _on_button(flow: Flow, event: ButtonEvent) -> Step:
    match event:
        case QuitPressed():
            decided = _on_quit_pressed(flow)
        case EndPressed():
            decided = end(flow, event.reason) if flow.overlay is Overlay.QUIT_SHEET else (flow, ())
        case EndConfirmed():
            decided = _on_confirmed(flow)
        case StaffPressed() | PanelPressed():
            decided = _on_help(flow, event)
        case OverlayLeft():
            decided = _on_overlay_left(flow)
        case Extended():
            decided = extend.on_extended(flow)
        case LookedLonger():
            decided = _on_looked_longer(flow)
        case _:
            assert_never(event)
    return decided


def _on_help(flow: Flow, event: StaffPressed | PanelPressed) -> Step:
    return _on_staff_pressed(flow) if isinstance(event, StaffPressed) else (flow, (Act.OPEN_PANEL,))


def _on_time(flow: Flow, event: TimeEvent) -> Step:
    match event:
        case IdleWarned():
            return _on_idle_warned(flow)
        case IdleOver():
            return _on_idle_over(flow)
        case LimitNear():
            return extend.on_limit_near(flow)
        case WaitedLong():
            return calls.on_waited_long(flow)
        case Touched():
            return replace(flow, extensions=0), ()
        case _:
            assert_never(event)


def _on_end(flow: Flow, event: EndEvent) -> Step:
    match event:
        case Ended():
            return _on_ended(flow, event)
        case LoggedOut():
            return flow, (Act.END,) if flow.stage is Stage.OVER else ()
        case _:
            assert_never(event)


def _end_problem(flow: Flow) -> Step:
    """The end after a problem, for the reason that belongs to the failure."""
    otherwise = CARD_REASONS.get(flow.failure, EndReason.CARD_UNUSABLE)
    return end(flow, REASONS.get(flow.failure, otherwise))


def _on_started(flow: Flow) -> Step:
    if flow.stage is not Stage.ATTRACT:
        return flow, ()
    return replace(flow, stage=Stage.CHOOSE), (Act.BEGIN,)


def _on_chosen(flow: Flow, event: Chosen) -> Step:
    if flow.stage is not Stage.CHOOSE:
        return flow, ()
    return replace(flow, stage=Stage.PREPARE, procedure=event.procedure), (Act.LOAD_PAGE,)


def _on_prepared(flow: Flow, event: Prepared) -> Step:
    if flow.stage is not Stage.PREPARE:
        return flow, ()
    if event.renewed:
        return problem(flow, FailureName.CERTIFICATE_RENEWED_TODAY)
    return _read_if_there(replace(flow, stage=Stage.PLACE_CARD))


def _read_if_there(flow: Flow) -> Step:
    if flow.stage is Stage.PLACE_CARD and flow.card and not flow.reading:
        return replace(flow, reading=True, refused=None), (Act.READ_CARD,)
    return flow, ()


def _on_card_placed(flow: Flow, event: CardPlaced) -> Step:
    """The supervisor needs a verdict on every card. Where none was read before, any card is accepted."""
    flow = replace(flow, card=event.there, reading=flow.reading and event.there)
    verdict = (Act.COMPARE_CARD if event.known else Act.ACCEPT_CARD,) if event.there else ()
    begins = event.there and flow.stage is Stage.ATTRACT
    new, acts = _on_started(flow) if begins else _read_if_there(flow)
    return new, (*verdict, *acts)


def _on_card_read(flow: Flow, event: CardRead) -> Step:
    if not flow.reading:
        return flow, ()
    bind = () if flow.bound else (Act.BIND_CARD,)
    flow = replace(flow, reading=False, tries=event.tries, stage=Stage.BROWSE)
    asked, acts = requests.ask(flow) if flow.asked else (flow, ())
    return asked, (*bind, *acts)


def _on_card_failed(flow: Flow, event: CardFailed) -> Step:
    if event.failure == FailureName.CARD_CHANGED:
        return end(flow, EndReason.CARD_CHANGED)
    if event.failure == FailureName.CARD_REMOVED and flow.stage is Stage.BROWSE and not flow.extend:
        return flow, ()  # the supervisor's presence watch reports it as well and decides
    if flow.stage in QUESTIONS and not flow.bound and event.failure in OTHER_CARD:
        return _on_card_refused(flow, event.failure)
    return problem(replace(flow, reading=False), event.failure)


def _on_card_refused(flow: Flow, failure: FailureName) -> Step:
    """Stay: the card may simply be changed. One that was taken too soon needs no words but the request to place it."""
    why = None if failure == FailureName.CARD_REMOVED else failure
    return replace(flow, reading=False, refused=why), (Act.REFUSE_CARD,)


def _on_page_seen(flow: Flow, event: PageSeen) -> Step:
    """A page that was dropped has no effect."""
    if not flow.has_page:
        return flow, ()
    if event.mixup:
        return end(flow, EndReason.SUSPECTED_MIXUP)
    if event.refusal:
        return end(replace(flow, failure=event.refusal), EndReason.PORTAL_REFUSED)
    if event.result is None:
        return flow, ()
    return replace(flow, result=event.result, committed=False, notice=Notice.NONE), ()


def _on_quit_pressed(flow: Flow) -> Step:
    if not flow.may_quit or flow.overlay is Overlay.IDLE_WARNING:
        return flow, ()
    return replace(flow, overlay=Overlay.QUIT_SHEET), (Act.CLEAR_PIN,)


def _on_confirmed(flow: Flow) -> Step:
    if flow.overlay in (Overlay.IDLE_WARNING, Overlay.LIMIT_WARNING):
        return end(flow, EndReason.GIVE_UP)
    if flow.stage is Stage.PROBLEM:
        return _end_problem(flow)
    return end(flow, EndReason.FINISHED) if flow.result else (flow, ())


def _on_looked_longer(flow: Flow) -> Step:
    """The result stays for its whole time again, a limited number of times; the longest session limits it as well."""
    if not flow.may_look or flow.shown is not Stage.BROWSE:
        return flow, ()
    return replace(flow, looks=flow.looks + 1), (Act.STAY,)


def _on_overlay_left(flow: Flow) -> Step:
    if flow.overlay is Overlay.IDLE_WARNING:
        return flow, ()  # only 「続ける」 leads away from it
    return calls.on_left(flow)


def _on_staff_pressed(flow: Flow) -> Step:
    """On the attract screen this begins the session as well, so that its time limits run."""
    if flow.overlay is Overlay.IDLE_WARNING:
        return flow, ()
    begun, acts = _on_started(flow)
    return calls.call(begun, (*acts, Act.CLEAR_PIN))


def _on_idle_warned(flow: Flow) -> Step:
    if flow.stage in (Stage.ATTRACT, Stage.PROBLEM) or flow.overlay is Overlay.IDLE_WARNING:
        return flow, ()
    return replace(flow, overlay=Overlay.IDLE_WARNING), (Act.CLEAR_PIN,)


def _on_idle_over(flow: Flow) -> Step:
    if flow.stage is Stage.PROBLEM:
        return _end_problem(flow)
    return end(flow, EndReason.FINISHED if flow.result else EndReason.IDLE)


def _on_ended(flow: Flow, event: Ended) -> Step:
    """Answer the supervisor; before that log out of the portal, if somebody is logged in and the reason allows it."""
    over, _ = end(flow, event.reason)
    logs_out = event.reason in WITH_LOGOUT and event.logout and flow.logged_in
    return over, (Act.CLEAR_PIN, Act.LOG_OUT if logs_out else Act.END)
