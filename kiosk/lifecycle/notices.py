"""Which words stay on the curtain after an end, for how long, and until whom. Pure."""

import math
from dataclasses import replace
from enum import Enum, unique

from kiosk.failures import FailureName
from kiosk.lifecycle.states import CurtainEvent, LookedLonger, NoticeSeen, State
from kiosk.told import Told
from kiosk.vocabulary import SUSPICIONS, EndReason


@unique
class Stay(Enum):
    """How long words stay, besides as long as a card lies there.

    ``BRIEF``: ``Limits.notice``. ``READ``: ``Limits.reading``, or until the person has read them. ``STAFF``:
    ``Limits.reading`` at least, and until staff have seen them.
    """

    NONE = "none"
    BRIEF = "brief"
    READ = "read"
    STAFF = "staff"


_BRIEF = frozenset(
    {
        EndReason.CERTIFICATE_ERROR,
        EndReason.SESSION_CRASHED,
        EndReason.SESSION_HUNG,
        EndReason.RENDERER_DEAD,
        EndReason.HOLD_LOST,
        EndReason.PROTOCOL_ERROR,
        EndReason.CARD_CHANGED,
    }
)
#: Ends by the person, or because the person did nothing more: what was shown last is told once more.
_BY_PERSON = frozenset(
    {
        EndReason.FINISHED,
        EndReason.GIVE_UP,
        EndReason.IDLE,
        EndReason.ABSOLUTE_LIMIT,
        EndReason.CARD_REMOVED,
        EndReason.CARD_UNUSABLE,
    }
)
#: Failures after which the person goes to a counter, or comes on another day.
ADVISED = frozenset(
    {
        FailureName.PIN_BLOCKED,
        FailureName.PIN_LAST_TRY,
        FailureName.PIN_ABSENT,
        FailureName.CERTIFICATE_MISSING,
        FailureName.CERTIFICATE_EXPIRED,
        FailureName.CERTIFICATE_RENEWED_TODAY,
        FailureName.CARD_OLD_JUKI,
        FailureName.CARD_PHONE,
    }
)


def stay(reason: EndReason | None, told: Told) -> Stay:
    """How long the words of this end stay."""
    if reason in SUSPICIONS:
        return Stay.STAFF
    if reason is EndReason.COMMIT_UNCHECKED or _is_advised(reason, told):
        return Stay.READ
    return Stay.BRIEF if reason in _BRIEF else Stay.NONE


def _is_advised(reason: EndReason | None, told: Told) -> bool:
    """The result of a procedure, where to go now, or when to come again after stopping early."""
    stopped = reason is EndReason.GIVE_UP and bool(told.procedure)
    return reason in _BY_PERSON and (stopped or told.result is not None or told.failure in ADVISED)


def left(state: State) -> int:
    """Seconds, rounded up, that the words stay from now on, without anything pressed."""
    limits, kind = state.limits, stay(state.reason, state.told)
    if kind is Stay.NONE:
        return 0
    whole = limits.notice if kind is Stay.BRIEF else limits.reading * (1 + state.looks)
    return max(0, math.ceil(whole - (state.now - state.since)))


def keeps(state: State) -> bool:
    """Whether the words must stay now, in the phase that began at ``since``; a card keeps them as well."""
    kind = stay(state.reason, state.told)
    if kind is Stay.NONE or state.read:
        return False
    return left(state) > 0 or (kind is Stay.STAFF and not state.confirmed)


def may_look(state: State) -> bool:
    """Whether 「もう少し見る」 is offered."""
    return stay(state.reason, state.told) is Stay.READ and state.looks < state.limits.looks


def pressed(state: State, event: CurtainEvent) -> State:
    """Something was pressed beside the words on the curtain; what is not offered changes nothing."""
    kind = stay(state.reason, state.told)
    if isinstance(event, LookedLonger):
        return replace(state, looks=state.looks + 1) if may_look(state) else state
    if isinstance(event, NoticeSeen):
        return replace(state, confirmed=True) if kind is Stay.STAFF else state
    return replace(state, read=True) if kind is Stay.READ else state
