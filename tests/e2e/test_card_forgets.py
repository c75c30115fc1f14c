"""The card forgets the PIN, on real PC/SC: however a session ends, no other program signs without a PIN afterwards.

Each time the session is held between VERIFY and the signature, when the card would sign for any program.
"""

from collections.abc import Callable
from typing import Any

import pytest

from kiosk.training.remote import walk
from kiosk.training.remote.walk import A
from kiosk.vocabulary import EndReason
from tests.support import pcscd
from tests.support.afterwards import (
    assert_ended_and_forgotten,
    assert_wiped_at_start,
    come_back,
    limits,
    machine_fault,
    session_fault,
    victims,
)
from tests.support.pcsc_terminal import (
    DONE,
    NOT_SATISFIED,
    SELECT,
    SIGN,
    VERIFY,
    OtherProgram,
    card_of,
    signature_without_pin,
    use_pcsc,
)
from tests.support.pcscd import READER, VirtualPcsc
from tests.support.terminal import Terminal, Visit, assert_next_may_come, visit
from tests.support.trace import verifications

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.browser,
    pytest.mark.pcsc,
    pcscd.needed,
]

SILENCE = 1.3


@pytest.fixture(scope="module")
def choices() -> dict[str, Any]:
    return {"reader": "pcsc", "pcsc_socket": pcscd.SOCKET, "reader_name": READER, "notice": 0.1}


@pytest.fixture
def desk(daemon: VirtualPcsc, running: Terminal) -> Terminal:
    """The terminal at its attract screen, with cards on the real reader."""
    return use_pcsc(running, daemon)


def held_open(desk: Terminal, then: str = "hold") -> Visit:
    """Bring a session to the moment when its card has accepted the PIN and has not signed yet."""
    walk.begin(desk.control)
    desk.control.place(A.person)
    desk.control.wait_stage("enter_pin")
    before = visit(desk)
    session_fault(desk, "after_verify", then=then)
    desk.control.enter_pin(A.pin)
    if then != "kill":
        desk.control.wait_until("the card to know the PIN", lambda: card_of(desk, A.person).verified)
    return before


def assert_needs_its_pin(desk: Terminal) -> None:
    """The card refuses another process a signature without a PIN."""
    assert signature_without_pin() == [DONE, NOT_SATISFIED]
    assert not card_of(desk, A.person).verified


def assert_waits_then_goes_on(desk: Terminal) -> None:
    """Nobody is served until the card is taken (after a suspected mix-up: and staff came); then the next may come."""
    desk.control.wait_phase("take_card")
    state = desk.control.terminal()
    assert (state["serving"], state["covered"]) == (0, True)
    desk.control.take()
    walk.answer_call_that_holds(desk.control)
    assert_next_may_come(desk)


def test_the_check_can_fail(desk: Terminal) -> None:
    """A program killed right after VERIFY leaves a card that signs for the next program: pcscd does not prevent it."""
    desk.control.place(A.person)
    desk.control.wait_phase("serving")  # the session does not use the card before a procedure is chosen
    with OtherProgram() as first:
        assert first.transmit(SELECT, VERIFY) == [DONE, DONE]
    with OtherProgram() as second:
        assert second.transmit(SIGN) == [DONE]


# --- every end ---

REPORTED_BY_SESSION = (
    EndReason.FINISHED,
    EndReason.GIVE_UP,
    EndReason.NEXT_CUSTOMER,
    EndReason.IDLE,
    EndReason.CARD_CHANGED,
    EndReason.CARD_UNUSABLE,
    EndReason.RENDERER_DEAD,
    EndReason.CERTIFICATE_ERROR,
    EndReason.COMMIT_UNCHECKED,
    EndReason.SUSPECTED_MIXUP,
)
REQUESTED_FROM_OUTSIDE = (EndReason.SCREEN_LOCKED, EndReason.DISPLAY_CHANGED, EndReason.SUSPEND, EndReason.STAFF_ABORT)


def _limit(name: str) -> Callable[[Terminal], None]:
    def pass_it(desk: Terminal) -> None:
        with limits(desk, **{name: 0.1}):
            desk.control.wait_until("the limit", lambda: desk.phase() != "serving")

    return pass_it


def _hang(desk: Terminal) -> None:
    with limits(desk, alive=SILENCE):
        session_fault(desk, "hang")
        desk.control.wait_until("silence to be noticed", lambda: desk.phase() != "serving")


def _stop_renderer(desk: Terminal) -> None:
    for process in victims(desk, "renderer"):
        process.kill()


DRIVEN: dict[str, tuple[EndReason, Callable[[Terminal], None]]] = {
    "killed": (EndReason.SESSION_CRASHED, lambda desk: victims(desk, "session")[0].kill()),
    "exception": (EndReason.SESSION_CRASHED, lambda desk: session_fault(desk, "fail")),
    "hung": (EndReason.SESSION_HUNG, _hang),
    "renderer": (EndReason.RENDERER_DEAD, _stop_renderer),
    "nonsense": (EndReason.PROTOCOL_ERROR, lambda desk: session_fault(desk, "say", text="{}\n")),
    "key": (EndReason.NEXT_CUSTOMER, Terminal.hardware_key),
    "absolute": (EndReason.ABSOLUTE_LIMIT, _limit("absolute")),
}


@pytest.mark.parametrize("then", ["kill", "stop"])
def test_a_session_that_dies_right_behind_verify(desk: Terminal, then: str) -> None:
    before = held_open(desk, then)
    if then == "stop":
        victims(desk, "session")[0].kill()
    assert_ended_and_forgotten(desk, before, "session_crashed")
    desk.control.wait_phase("take_card")
    assert_needs_its_pin(desk)
    assert verifications(card_of(desk, A.person).trace) >= 1
    assert_waits_then_goes_on(desk)


@pytest.mark.parametrize("end", DRIVEN)
def test_an_end_that_happens(desk: Terminal, end: str) -> None:
    before = held_open(desk)
    reason, happen = DRIVEN[end]
    happen(desk)
    assert_ended_and_forgotten(desk, before, str(reason))
    desk.control.wait_phase("take_card")
    assert_needs_its_pin(desk)
    assert_waits_then_goes_on(desk)


@pytest.mark.parametrize("reason", REPORTED_BY_SESSION)
def test_an_end_that_the_session_asks_for(desk: Terminal, reason: EndReason) -> None:
    before = held_open(desk)
    session_fault(desk, "end", reason=str(reason))
    assert_ended_and_forgotten(desk, before, str(reason))
    desk.control.wait_phase("take_card")
    assert_needs_its_pin(desk)
    assert_waits_then_goes_on(desk)


@pytest.mark.parametrize("reason", REQUESTED_FROM_OUTSIDE)
def test_an_end_that_comes_from_outside(desk: Terminal, reason: EndReason) -> None:
    before = held_open(desk)
    machine_fault(desk, "want_end", reason=str(reason))
    assert_ended_and_forgotten(desk, before, str(reason))
    desk.control.wait_phase("take_card")
    assert_needs_its_pin(desk)
    assert_waits_then_goes_on(desk)


def test_the_supervisor_dies_with_the_card_open(desk: Terminal) -> None:
    """Nothing powers the card off until the next start, which does it before anybody is served."""
    before = held_open(desk, "stop")
    victims(desk, "supervisor")[0].kill()
    come_back(desk)
    desk.control.wait_phase("take_card")
    assert_needs_its_pin(desk)
    desk.control.take()
    assert_wiped_at_start(desk, before)


def test_a_shutdown_with_the_card_open_wipes_first(desk: Terminal) -> None:
    """Shutdown: the session is wiped before the program ends."""
    before = held_open(desk)
    assert desk.stop() == 0
    assert [line["reason"] for line in before.trail.of("session_ended")] == ["shutdown"]
    assert_needs_its_pin(desk)
    desk.control.take()
    desk.start()
    desk.wait_for_answer()
    assert_wiped_at_start(desk, before)


# --- a card that comes and goes at the wrong moment ---


def test_a_card_left_behind_calls_until_it_is_taken(desk: Terminal) -> None:
    walk.begin(desk.control)
    walk.log_in(desk.control, A)
    before = visit(desk)
    desk.hardware_key()
    assert_ended_and_forgotten(desk, before, "next_customer")
    desk.control.wait_phase("take_card")
    assert before.trail.codes().count("card_left") == 1
    assert "session_prepared" not in before.trail.codes()
    assert_needs_its_pin(desk)
    assert_waits_then_goes_on(desk)
    codes = before.trail.codes()
    assert codes.index("card_left") < codes.index("card_taken") < codes.index("session_prepared")


def test_a_card_that_comes_during_the_wipe_begins_nothing(desk: Terminal) -> None:
    walk.begin(desk.control)
    walk.log_in(desk.control, A)
    desk.control.take()
    desk.control.wait_phase("away")
    before = visit(desk)
    desk.station("trace", person="hanako")  # makes the card in advance: on a busy machine this outlasts the wipe
    other = card_of(desk, "hanako")
    desk.portal.change("fault", fault="slow 30")
    desk.hardware_key()
    desk.control.wait_phase("wiping")
    desk.control.place("hanako")
    assert_ended_and_forgotten(desk, before, "next_customer")
    assert_waits_then_goes_on(desk)
    assert "card_placed" not in before.trail.codes()
    assert verifications(other.trace) == 0


@pytest.mark.parametrize("person", ["hanako", "bank"])
def test_another_card_within_the_grace_ends_it(desk: Terminal, person: str) -> None:
    walk.begin(desk.control)
    walk.log_in(desk.control, A)
    before = visit(desk)
    desk.control.take()
    desk.control.wait_phase("away")
    desk.control.place(person)
    assert_ended_and_forgotten(desk, before, "card_changed" if person == "hanako" else "card_unusable")
    assert verifications(card_of(desk, person).trace) == 0
    assert_waits_then_goes_on(desk)


def test_a_card_swapped_between_confirmation_and_check_ends_it(desk: Terminal) -> None:
    """There is no grace period then: an empty reader ends the session, and no other card is sent a PIN."""
    walk.begin(desk.control)
    walk.log_in(desk.control, A)
    walk.fill_in(desk.control, A)
    before = visit(desk)
    desk.control.page_press("#apply")
    desk.control.wait_stage("check")
    desk.control.swap("hanako")
    receipt = desk.control.wait_until("the receipt", lambda: desk.control.receipt_of(before.session))
    assert receipt["reason"] in ("card_removed", "card_changed")
    assert_ended_and_forgotten(desk, before, receipt["reason"])
    assert verifications(card_of(desk, "hanako").trace) == 0
    assert desk.commits() == 0
    # Its removal is awaited; or, if it was placed after the wipe, it begins a session of its own.
    desk.control.wait_until("take_card or serving", lambda: desk.phase() in ("take_card", "serving"))
    state = desk.control.terminal()
    assert state["phase"] == "take_card" or state["session"] > before.session
