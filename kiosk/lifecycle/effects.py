"""What the supervisor must do at a transition, derived from (old state, event, new state). Pure."""

from dataclasses import dataclass, replace

from kiosk.failures import FailureName
from kiosk.lifecycle import notices
from kiosk.lifecycle.notices import Stay
from kiosk.lifecycle.states import PORTAL_AWAY, Event, Phase, ReaderSeen, State
from kiosk.told import NOTHING, Told
from kiosk.vocabulary import Call, Closing, EndReason, ReaderState


@dataclass(frozen=True)
class ShowCurtain:
    """Show the curtain with the page of this phase, before any other effect."""

    phase: Phase
    failure: FailureName | None = None
    reason: EndReason | None = None
    card: bool = False
    call: Call | None = None
    #: What is told about the session that ended, and how long; the seconds that are left of it.
    told: Told = NOTHING
    stay: Stay = Stay.NONE
    left: int = 0
    may_look: bool = False
    confirmed: bool = False
    closing: Closing | None = None
    until: str = ""


@dataclass(frozen=True)
class Wipe:
    """Run and verify the wipe of this session. ``reason`` None: wipe what an earlier run left behind."""

    session: int
    reason: EndReason | None


@dataclass(frozen=True)
class Launch:
    """Give the waiting session process its folder and its id, and send it ``start``."""

    session: int


@dataclass(frozen=True)
class TellReader:
    """Send the session the state of the reader."""

    state: ReaderState
    insertion: int


@dataclass(frozen=True)
class CallCard:
    """Start or stop the repeated call to take a card that was left behind."""

    on: bool


@dataclass(frozen=True)
class CallStaff:
    """Begin to call staff for this reason, or (None) stop it."""

    call: Call | None


@dataclass(frozen=True)
class ProbePortal:
    """Start or stop probing whether the portals can be reached."""

    on: bool


@dataclass(frozen=True)
class ProbeCard:
    """Start or stop trying to power off the card that the wipe could not power off."""

    on: bool


@dataclass(frozen=True)
class HideCurtain:
    """Hide the curtain: the session's window may be seen."""


Effect = ShowCurtain | Wipe | Launch | TellReader | CallCard | CallStaff | ProbePortal | ProbeCard | HideCurtain

#: Phases in which the session's window is seen, and in which the session is sent the state of the reader.
SHOWN = frozenset({Phase.READY, Phase.SERVING})
LISTENING = frozenset({Phase.PREPARING, Phase.READY, Phase.SERVING, Phase.AWAY})


def derive(old: State, event: Event, new: State) -> tuple[Effect, ...]:
    """The effects of a transition, in the order in which they must happen: cover first, uncover last."""
    found: list[Effect] = []
    changed = _appearance(old) != _appearance(new)
    if changed and new.phase not in SHOWN:
        found.append(_page(new))
    if new.wiping not in (None, old.wiping):
        found.append(Wipe(new.session, new.reason))
    if new.phase is Phase.PREPARING is not old.phase:
        found.append(Launch(new.session))
    if isinstance(event, ReaderSeen) and new is not old and new.phase in LISTENING:
        found.append(TellReader(event.state, event.insertion))
    found += _switches(old, new)
    if changed and new.phase in SHOWN and old.phase not in SHOWN:
        found.append(HideCurtain())
    return tuple(found)


def _page(state: State) -> ShowCurtain:
    card = state.reader is ReaderState.CARD
    page = ShowCurtain(state.phase, state.failure, state.reason, card, state.call, state.told)
    if state.phase is Phase.CLOSED:
        return replace(page, closing=state.closing, until=state.until)
    if state.phase is not Phase.TAKE_CARD:
        return page
    kind, left = notices.stay(state.reason, state.told), notices.left(state)
    return replace(page, stay=kind, left=left, may_look=notices.may_look(state), confirmed=state.confirmed)


def _appearance(state: State) -> tuple[object, ...]:
    """Everything that changes what the curtain shows."""
    card = state.phase in (Phase.TAKE_CARD, Phase.AWAY) and state.reader is ReaderState.CARD
    call = state.call if state.phase is Phase.TAKE_CARD else None
    closing = (state.closing, state.until) if state.phase is Phase.CLOSED else None
    return state.phase, state.session, state.failure, card, call, state.looks, closing


def _switches(old: State, new: State) -> list[Effect]:
    found: list[Effect] = []
    if calls(old) != calls(new):
        found.append(CallCard(calls(new)))
    if old.call is not new.call:
        found.append(CallStaff(new.call))
    if _probing(old) != _probing(new):
        found.append(ProbePortal(_probing(new)))
    if waits_for_card(old) != waits_for_card(new):
        found.append(ProbeCard(waits_for_card(new)))
    return found


def calls(state: State) -> bool:
    """The terminal calls for a card that was left behind."""
    return state.phase is Phase.TAKE_CARD and state.reader is ReaderState.CARD


def waits_for_card(state: State) -> bool:
    """The terminal is out of service because of a card, and only until its power is gone."""
    return state.phase is Phase.OUT_OF_SERVICE and state.failure == FailureName.WIPE_CARD


def _probing(state: State) -> bool:
    """The attract screen says whether the portals can be reached; a terminal that waits for them comes back."""
    waits = state.phase is Phase.UNAVAILABLE and state.failure in PORTAL_AWAY
    return waits or state.phase is Phase.READY
