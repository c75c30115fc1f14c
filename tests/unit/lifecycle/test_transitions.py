"""The lifecycle as a table: state, event, next phase. Invariants over sequences are in test_walks.py."""

import pytest

from kiosk.failures import FailureName
from kiosk.lifecycle import notices, transitions
from kiosk.lifecycle.effects import Wipe
from kiosk.lifecycle.notices import Stay
from kiosk.lifecycle.states import (
    ActivitySeen,
    CallAnswered,
    CardCleared,
    CardJudged,
    CheckChanged,
    CloseWanted,
    EndWanted,
    Event,
    Limits,
    OpenWanted,
    Phase,
    PortalSeen,
    ReaderSeen,
    Refused,
    SessionAlive,
    SessionBegun,
    SessionOver,
    SessionReady,
    StaffUnlocked,
    State,
    Tick,
    WipeFinished,
)
from kiosk.lifecycle.transitions import LIVE
from kiosk.told import NOTHING, Told
from kiosk.vocabulary import Call, CardVerdict, Closing, EndReason, ReaderState, ResultKind
from tests.support.lifecycle_play import NOW, S, after, at, later

EMPTY, CARD = ReaderSeen(ReaderState.EMPTY, 8), ReaderSeen(ReaderState.CARD, 8)
LOST, GONE = ReaderSeen(ReaderState.NO_READER), ReaderSeen(ReaderState.NO_SERVICE)
SAME, OTHER = CardJudged(S, CardVerdict.SAME), CardJudged(S, CardVerdict.OTHER)
BOUND, REFUSED = CardJudged(S, CardVerdict.BOUND), CardJudged(S, CardVerdict.REFUSED)
WIPED = WipeFinished(S)
CHECK = CheckChanged(S, running=True)
Changes = dict[str, object]
WITH_CARD: Changes = {"reader": ReaderState.CARD}
MIXUP: Changes = {"reason": EndReason.SUSPECTED_MIXUP, "call": Call.MIXUP}
DAY_OVER: Changes = {"closing": Closing.DAY}
PORTAL_GONE: Changes = {"reason": EndReason.PORTAL_FAILED}


P = Phase
WAYS: list[tuple[Phase, Changes, Event, Phase]] = [
    # STARTING: leftovers wiped and verified, then the reader decides
    (P.STARTING, {}, WIPED, P.PREPARING),
    (P.STARTING, WITH_CARD, WIPED, P.TAKE_CARD),
    (P.STARTING, {"reader": ReaderState.UNKNOWN}, WIPED, P.UNAVAILABLE),
    (P.STARTING, {"reader": ReaderState.NO_READER}, WIPED, P.UNAVAILABLE),
    (P.STARTING, {"reader": ReaderState.AMBIGUOUS}, WIPED, P.UNAVAILABLE),
    (P.STARTING, {}, WipeFinished(S, FailureName.WIPE_CARD), P.OUT_OF_SERVICE),
    (P.STARTING, {}, later(9.9), P.STARTING),
    (P.STARTING, {}, later(10.0), P.OUT_OF_SERVICE),
    (P.STARTING, {}, CARD, P.STARTING),
    # PREPARING: session ready and reader seen empty
    (P.PREPARING, {}, SessionReady(S), P.READY),
    (P.PREPARING, WITH_CARD, SessionReady(S), P.SERVING),
    (P.PREPARING, {}, CARD, P.PREPARING),
    (P.PREPARING, WITH_CARD, SAME, P.PREPARING),
    (P.PREPARING, {}, SessionBegun(S), P.PREPARING),
    (P.PREPARING, {}, later(19.9), P.PREPARING),
    (P.PREPARING, {}, later(20.0), P.WIPING),
    (P.PREPARING, {}, LOST, P.WIPING),
    # READY: a touch, a key or a card begins
    (P.READY, {}, SessionBegun(S), P.SERVING),
    (P.READY, {}, CARD, P.SERVING),
    (P.READY, {}, SAME, P.READY),
    (P.READY, {}, later(4.9), P.READY),
    (P.READY, {}, later(5.0), P.WIPING),
    (P.READY, {"alive_at": NOW + 3599}, later(3600.0), P.WIPING),
    (P.READY, {}, SessionReady(S), P.WIPING),
    (P.READY, {}, GONE, P.WIPING),
    # SERVING: the card goes: AWAY, but without grace during a check
    (P.SERVING, WITH_CARD, EMPTY, P.AWAY),
    (P.SERVING, WITH_CARD, CARD, P.AWAY),
    (P.SERVING, {**WITH_CARD, "checking": True}, EMPTY, P.WIPING),
    (P.SERVING, {**WITH_CARD, "checking": True}, CARD, P.WIPING),
    (P.SERVING, {**WITH_CARD, "limits": Limits(grace=0)}, EMPTY, P.WIPING),
    (P.SERVING, {}, EMPTY, P.SERVING),
    (P.SERVING, WITH_CARD, ReaderSeen(ReaderState.CARD, 7), P.SERVING),
    (P.SERVING, {}, CARD, P.SERVING),
    (P.SERVING, WITH_CARD, LOST, P.WIPING),
    (P.SERVING, WITH_CARD, OTHER, P.WIPING),
    (P.SERVING, WITH_CARD, SAME, P.SERVING),
    (P.SERVING, WITH_CARD, CardJudged(S, CardVerdict.UNUSABLE), P.WIPING),
    # SERVING, and the session belongs to no card yet: one that it refused may go, and another may come
    (P.SERVING, WITH_CARD, REFUSED, P.SERVING),
    (P.SERVING, {**WITH_CARD, "refused": True}, EMPTY, P.SERVING),
    (P.SERVING, {**WITH_CARD, "refused": True}, CARD, P.SERVING),
    (P.SERVING, {"refused": True}, CARD, P.SERVING),
    (P.SERVING, {**WITH_CARD, "refused": True}, BOUND, P.SERVING),
    (P.SERVING, {"refused": True}, BOUND, P.AWAY),
    (P.SERVING, {"refused": True, "limits": Limits(grace=0)}, BOUND, P.WIPING),
    (P.SERVING, {**WITH_CARD, "bound": True}, REFUSED, P.WIPING),
    (P.SERVING, {**WITH_CARD, "refused": True}, LOST, P.WIPING),
    (P.AWAY, {}, REFUSED, P.SERVING),
    (P.AWAY, {"bound": True}, REFUSED, P.WIPING),
    (P.AWAY, {**WITH_CARD, "returned": True, "due": 1}, REFUSED, P.AWAY),
    (P.AWAY, {}, BOUND, P.AWAY),
    # AWAY: only the same card, in time
    (P.AWAY, {}, later(2.9), P.AWAY),
    (P.AWAY, {}, later(3.0), P.WIPING),
    (P.AWAY, {}, CARD, P.AWAY),
    (P.AWAY, {}, SAME, P.AWAY),
    (P.AWAY, {}, CHECK, P.WIPING),
    (P.AWAY, {}, LOST, P.WIPING),
    (P.AWAY, {**WITH_CARD, "returned": True, "due": 1}, SAME, P.SERVING),
    (P.AWAY, {**WITH_CARD, "returned": True, "due": 1}, OTHER, P.WIPING),
    (P.AWAY, {**WITH_CARD, "returned": True, "due": 2}, SAME, P.AWAY),
    (P.AWAY, {**WITH_CARD, "returned": True, "due": 1}, later(3.0), P.WIPING),
    (P.AWAY, {"since": NOW - 3}, CARD, P.WIPING),
    # WIPING: verified, or out of service
    (P.WIPING, {}, WIPED, P.PREPARING),
    (P.WIPING, WITH_CARD, WIPED, P.TAKE_CARD),
    (P.WIPING, {"reason": EndReason.SESSION_CRASHED}, WIPED, P.TAKE_CARD),
    (P.WIPING, {"reader": ReaderState.NO_SERVICE}, WIPED, P.UNAVAILABLE),
    (P.WIPING, PORTAL_GONE, WIPED, P.UNAVAILABLE),
    (P.WIPING, {**WITH_CARD, **PORTAL_GONE}, WIPED, P.TAKE_CARD),
    (P.WIPING, {}, WipeFinished(S, FailureName.WIPE_FOLDER), P.OUT_OF_SERVICE),
    (P.WIPING, {"failure": FailureName.AUDIT_UNWRITABLE}, WIPED, P.OUT_OF_SERVICE),
    (P.WIPING, {"failed_starts": 3}, WIPED, P.OUT_OF_SERVICE),
    (P.WIPING, {}, later(10.0), P.OUT_OF_SERVICE),
    (P.WIPING, {}, CARD, P.WIPING),
    (P.WIPING, {}, WipeFinished(S - 1), P.WIPING),
    # TAKE_CARD: until the reader is empty
    (P.TAKE_CARD, WITH_CARD, EMPTY, P.PREPARING),
    (P.TAKE_CARD, WITH_CARD, later(3600), P.TAKE_CARD),
    (P.TAKE_CARD, WITH_CARD, CARD, P.TAKE_CARD),
    (P.TAKE_CARD, WITH_CARD, LOST, P.UNAVAILABLE),
    (P.TAKE_CARD, {**WITH_CARD, **PORTAL_GONE}, EMPTY, P.UNAVAILABLE),
    (P.TAKE_CARD, {"reason": EndReason.CARD_CHANGED}, later(7.9), P.TAKE_CARD),
    (P.TAKE_CARD, {"reason": EndReason.CARD_CHANGED}, later(8.0), P.PREPARING),
    (P.TAKE_CARD, {**WITH_CARD, "reason": EndReason.CARD_CHANGED}, EMPTY, P.TAKE_CARD),
    (P.TAKE_CARD, MIXUP, later(3600), P.TAKE_CARD),
    (P.TAKE_CARD, {**WITH_CARD, **MIXUP}, EMPTY, P.TAKE_CARD),
    # CLOSED by staff: after the wipe, and until they open it
    (P.SERVING, {}, CloseWanted(Closing.DAY), P.WIPING),
    (P.TAKE_CARD, WITH_CARD, CloseWanted(Closing.DAY), P.TAKE_CARD),
    (P.UNAVAILABLE, {}, CloseWanted(Closing.DAY), P.CLOSED),
    (P.OUT_OF_SERVICE, {}, CloseWanted(Closing.DAY), P.OUT_OF_SERVICE),
    (P.WIPING, DAY_OVER, WIPED, P.CLOSED),
    (P.STARTING, DAY_OVER, WIPED, P.CLOSED),
    (P.STARTING, {**DAY_OVER, "reader": ReaderState.NO_READER}, WIPED, P.CLOSED),
    (P.TAKE_CARD, {**DAY_OVER, **WITH_CARD}, EMPTY, P.CLOSED),
    (P.CLOSED, DAY_OVER, LOST, P.CLOSED),
    (P.CLOSED, DAY_OVER, OpenWanted(), P.STARTING),
    # UNAVAILABLE: back by itself, through a start
    (P.UNAVAILABLE, {"reader": ReaderState.NO_READER, "failure": FailureName.READER_MISSING}, EMPTY, P.STARTING),
    (P.UNAVAILABLE, {"reader": ReaderState.NO_READER, "failure": FailureName.READER_MISSING}, CARD, P.STARTING),
    (P.UNAVAILABLE, {"reader": ReaderState.NO_READER, "failure": FailureName.READER_MISSING}, GONE, P.UNAVAILABLE),
    (P.UNAVAILABLE, {"failure": FailureName.PORTAL_UNREACHABLE}, PortalSeen(up=True), P.STARTING),
    (P.UNAVAILABLE, {"failure": FailureName.PORTAL_UNREACHABLE}, PortalSeen(up=False), P.UNAVAILABLE),
    (P.UNAVAILABLE, {"failure": FailureName.PORTAL_UNREACHABLE}, CARD, P.UNAVAILABLE),
    (P.UNAVAILABLE, {"failure": FailureName.PROXY_REFUSED}, PortalSeen(up=True), P.STARTING),
    (P.UNAVAILABLE, {"failure": FailureName.READER_MISSING}, PortalSeen(up=True), P.UNAVAILABLE),
    # OUT_OF_SERVICE: the staff code alone; or the card that kept its power has none any more
    (P.OUT_OF_SERVICE, {"failure": FailureName.WIPE_CARD}, CardCleared(), P.STARTING),
    (P.OUT_OF_SERVICE, {"failure": FailureName.WIPE_CARD}, EMPTY, P.OUT_OF_SERVICE),
    (P.OUT_OF_SERVICE, {"failure": FailureName.WIPE_PROCESSES}, CardCleared(), P.OUT_OF_SERVICE),
    (P.OUT_OF_SERVICE, {"failure": FailureName.WIPE_TIMEOUT}, CardCleared(), P.OUT_OF_SERVICE),
    (P.WIPING, {"failure": FailureName.WIPE_CARD}, CardCleared(), P.WIPING),
    (P.SERVING, WITH_CARD, CardCleared(), P.SERVING),
    (P.OUT_OF_SERVICE, {}, StaffUnlocked(), P.STARTING),
    (P.OUT_OF_SERVICE, {}, WIPED, P.OUT_OF_SERVICE),
    (P.OUT_OF_SERVICE, {}, EMPTY, P.OUT_OF_SERVICE),
    (P.OUT_OF_SERVICE, {}, PortalSeen(up=True), P.OUT_OF_SERVICE),
    (P.OUT_OF_SERVICE, {}, later(86400), P.OUT_OF_SERVICE),
]


@pytest.mark.parametrize(("phase", "changes", "event", "leads_to"), WAYS)
def test_the_table(phase: Phase, changes: Changes, event: Event, leads_to: Phase) -> None:
    assert after(at(phase, **changes), event).phase is leads_to


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("reason", EndReason)
def test_every_reason_ends_every_live_session_and_nothing_else(phase: Phase, reason: EndReason) -> None:
    for event in (EndWanted(reason), SessionOver(S, reason)):
        ended = after(at(phase), event)
        assert (ended.phase, ended.reason) == ((Phase.WIPING, reason) if phase in LIVE else (phase, None))


@pytest.mark.parametrize("phase", Phase)
def test_staff_unlock_nothing_but_what_is_out_of_service(phase: Phase) -> None:
    assert after(at(phase), StaffUnlocked()).phase is (Phase.STARTING if phase is Phase.OUT_OF_SERVICE else phase)


@pytest.mark.parametrize("phase", Phase)
def test_what_the_terminal_cannot_work_without_takes_it_out_of_service_after_a_wipe(phase: Phase) -> None:
    refused = after(at(phase), Refused(FailureName.AUDIT_UNWRITABLE))
    if phase in LIVE:
        assert (refused.phase, refused.reason) == (Phase.WIPING, EndReason.TERMINAL_FAILED), "not staff: the terminal"
        refused = after(refused, WIPED)
    assert (refused.phase, refused.failure) == (Phase.OUT_OF_SERVICE, "audit_unwritable")


@pytest.mark.parametrize(
    ("seconds", "reason"), [(121.9, None), (122.0, EndReason.IDLE), (1800.0, EndReason.ABSOLUTE_LIMIT)]
)
def test_the_limits_of_a_session(seconds: float, reason: EndReason | None) -> None:
    serving = at(Phase.SERVING, alive_at=NOW + seconds, idle_since=NOW + max(0.0, seconds - 1000))
    assert after(serving, later(seconds)).reason is reason


@pytest.mark.parametrize(
    ("told", "waiting", "seconds"),
    [
        (NOTHING, False, 122),
        (Told("points"), False, 122),
        (Told("points", ResultKind.DONE), False, 302),
        (Told("points", failure=FailureName.PIN_BLOCKED), False, 302),
        (Told("points", ResultKind.DONE), True, 332),
    ],
)
def test_only_a_result_or_a_failure_may_stay_as_long_as_it_is_set(told: Told, waiting: bool, seconds: float) -> None:
    limits = Limits(completion=302.0, alive=9999.0)
    serving = at(Phase.SERVING, told=told, waiting=waiting, limits=limits)
    assert after(serving, later(seconds - 0.1)).reason is None
    assert after(serving, later(seconds)).reason is EndReason.IDLE


def test_a_session_that_says_nothing_for_five_seconds_hangs() -> None:
    assert after(at(Phase.SERVING), later(5.0)).reason is EndReason.SESSION_HUNG
    assert after(at(Phase.SERVING), later(4.9), SessionAlive(S), later(9.8)).phase is Phase.SERVING


def test_activity_counts_from_when_it_was_and_never_from_the_future() -> None:
    state = after(at(Phase.SERVING), later(50), SessionAlive(S), ActivitySeen(S, 10.0))
    assert state.idle_since == NOW + 40
    assert after(state, ActivitySeen(S, 30.0)).idle_since == NOW + 40
    assert after(state, ActivitySeen(S, -1000.0)).idle_since == NOW + 50


def test_that_it_is_the_proxy_is_said_once() -> None:
    waiting = at(P.UNAVAILABLE, failure=FailureName.PORTAL_UNREACHABLE)
    proxy = after(waiting, PortalSeen(up=False, failure=FailureName.PROXY_REFUSED))
    assert (proxy.phase, proxy.failure) == (P.UNAVAILABLE, FailureName.PROXY_REFUSED)
    assert after(proxy, PortalSeen(up=False, failure=FailureName.PROXY_UNREACHABLE)) == proxy
    assert after(proxy, PortalSeen(up=False)) == proxy


def test_time_never_goes_backwards() -> None:
    assert after(at(Phase.READY), Tick(NOW - 100)).now == NOW


def test_the_first_start_has_its_whole_time_whatever_the_clock_says() -> None:
    begun = after(State(now=NOW), later(0.1))
    assert begun.phase is Phase.STARTING
    assert after(begun, later(10.0)).phase is Phase.STARTING
    assert after(begun, later(10.1)).failure == FailureName.WIPE_TIMEOUT


def test_a_wipe_that_ran_out_of_time_does_not_verify_the_next_start() -> None:
    unlocked = after(at(Phase.WIPING), later(10.0), StaffUnlocked())
    assert after(unlocked, WIPED).phase is Phase.STARTING
    assert after(unlocked, WIPED, WipeFinished(unlocked.session)).phase is Phase.PREPARING


def wipes(state: State, *events: Event) -> list[int]:
    """The numbers of the wipes that begin during these events."""
    begun = []
    for event in events:
        state, effects = transitions.step(state, event)
        begun += [effect.session for effect in effects if isinstance(effect, Wipe)]
    return begun


@pytest.mark.parametrize("out", [later(10.0), Refused(FailureName.AUDIT_UNWRITABLE)])
def test_never_two_wipes_beside_each_other(out: Event) -> None:
    """Staff unlock while an old wipe still runs: the wipe of the start begins after that has ended."""
    wiping = at(Phase.WIPING)
    assert wipes(wiping, out, StaffUnlocked(), later(11), later(19)) == []
    assert wipes(wiping, out, StaffUnlocked(), WIPED) == [S + 1]
    assert wipes(wiping, out, WIPED, StaffUnlocked()) == [S + 1]
    assert wipes(wiping, out, StaffUnlocked(), later(20), StaffUnlocked(), WIPED) == [S + 2]


def test_a_start_behind_an_old_wipe_waits_its_limit_and_then_has_its_own() -> None:
    unlocked = after(at(Phase.WIPING), later(10.0), StaffUnlocked())
    assert after(unlocked, later(20.0)).failure == FailureName.WIPE_TIMEOUT
    begun = after(unlocked, later(19.0), WIPED)
    assert after(begun, later(28.9)).phase is Phase.STARTING
    assert after(begun, later(29.0)).failure == FailureName.WIPE_TIMEOUT


CRASHED = EndReason.SESSION_CRASHED


def broken(state: State, stood: float | None, reason: EndReason = CRASHED) -> State:
    """The next session breaks, ``stood`` seconds after it was ready (None: before), and is wiped."""
    if stood is not None:
        state = after(state, SessionReady(state.session))
        state = after(state, Tick(state.now + stood / 2), SessionAlive(state.session), Tick(state.now + stood))
    ended = after(state, SessionOver(state.session, reason))
    return after(ended, WipeFinished(ended.session), Tick(ended.now + 8))


@pytest.mark.parametrize("stood", [None, 0.0, 3.0])
def test_three_sessions_that_break_before_anybody_used_them_take_the_terminal_out_of_service(
    stood: float | None,
) -> None:
    state = broken(broken(at(Phase.PREPARING), stood), stood)
    assert state.phase is Phase.PREPARING
    state = broken(state, stood)
    assert (state.phase, state.failure) == (Phase.OUT_OF_SERVICE, "sessions_fail")
    unlocked = after(state, StaffUnlocked())
    assert after(unlocked, WipeFinished(unlocked.session)).phase is Phase.PREPARING, "once"


def test_staff_need_the_code_only_once_when_the_last_wipe_also_ran_out_of_time() -> None:
    unlocked = after(at(Phase.WIPING, failed_starts=3), later(10.0), WIPED, StaffUnlocked())
    assert after(unlocked, WipeFinished(unlocked.session)).phase is Phase.PREPARING


def test_a_session_that_stood_for_a_minute_breaks_the_row() -> None:
    # Alive once in between: five seconds of silence are an end of its own.
    quiet = at(Phase.PREPARING, limits=Limits(alive=100.0))
    for _ in range(5):
        quiet = broken(broken(quiet, 0.0), 60.0)
    assert quiet.phase is Phase.PREPARING
    assert broken(broken(quiet, 59.9), 59.9).failed_starts == 2


def test_a_session_that_somebody_used_breaks_the_row() -> None:
    used = after(at(Phase.READY, failed_starts=2), SessionBegun(S), SessionOver(S, CRASHED))
    assert used.failed_starts == 0


def test_an_end_that_is_no_failure_neither_counts_nor_clears() -> None:
    state = at(Phase.PREPARING)
    for _ in range(2):
        state = broken(broken(state, 1.0), 1.0, EndReason.NEXT_CUSTOMER)
    assert state.failed_starts == 2


def seen(state: ReaderState, insertion: int) -> ReaderSeen:
    return ReaderSeen(state, insertion)


def test_a_late_word_about_one_card_does_not_uncover_for_the_next() -> None:
    """Card A is back, taken again, card B is placed; only then the verdict on A arrives."""
    away = after(at(Phase.SERVING, **WITH_CARD), seen(ReaderState.EMPTY, 8), seen(ReaderState.CARD, 9))
    swapped = after(away, seen(ReaderState.EMPTY, 10), seen(ReaderState.CARD, 11), SAME)
    assert swapped.phase is Phase.AWAY
    assert after(swapped, SAME).phase is Phase.SERVING
    assert after(swapped, OTHER).reason is EndReason.CARD_CHANGED


def test_going_and_coming_does_not_extend_the_grace() -> None:
    state = after(at(Phase.SERVING, **WITH_CARD), seen(ReaderState.EMPTY, 8))
    for second in range(1, 3):
        back, gone = seen(ReaderState.CARD, 8 + 2 * second), seen(ReaderState.EMPTY, 9 + 2 * second)
        state = after(state, later(second), SessionAlive(S), back, gone)
        assert state.phase is Phase.AWAY
    assert after(state, later(3)).reason is EndReason.CARD_REMOVED


def test_a_card_swapped_between_two_looks_is_covered_and_judged() -> None:
    swapped = after(at(Phase.SERVING, **WITH_CARD), seen(ReaderState.CARD, 9))
    assert swapped.phase is Phase.AWAY
    assert after(swapped, SAME).phase is Phase.SERVING
    assert after(swapped, OTHER).reason is EndReason.CARD_CHANGED


def test_another_reader_plugged_in_disturbs_nobody() -> None:
    for state in (at(Phase.SERVING), at(Phase.SERVING, **WITH_CARD), at(Phase.READY)):
        again = seen(state.reader, state.insertion)
        assert transitions.step(state, again) == (state, ())


BRIEF = [reason for reason in EndReason if notices.stay(reason, NOTHING) is Stay.BRIEF]


@pytest.mark.parametrize("reason", BRIEF)
def test_the_next_person_is_told_before_the_attract_screen_comes_back(reason: EndReason) -> None:
    noticed = after(at(Phase.SERVING), SessionOver(S, reason), WIPED)
    assert noticed.phase is Phase.TAKE_CARD
    answered = after(noticed, CallAnswered())
    assert after(answered, later(8)).phase is Phase.PREPARING
    assert after(noticed, later(3600)).phase is (Phase.TAKE_CARD if noticed.call else Phase.PREPARING)
