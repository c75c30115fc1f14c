"""The whole path over real PC/SC: pcscd with vsmartcard's reader, pyscard, and a software card behind it."""

import os
import signal
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

import pytest

from kiosk.system import clock
from kiosk.training.cards.software_card import Trace
from kiosk.training.remote import walk
from kiosk.training.remote.control import ControlError
from kiosk.training.remote.walk import A, B
from tests.support import pcscd
from tests.support.pcsc_terminal import DONE, NOT_SATISFIED, card_of, signature_without_pin, use_pcsc
from tests.support.pcscd import READER, VirtualPcsc
from tests.support.terminal import Terminal, assert_ended, assert_next_may_come, visit
from tests.support.trace import assert_clean, verifications

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.browser,
    pytest.mark.pcsc,
    pcscd.needed,
]

LOGIN_APDUS, CHECK_APDUS = 12, 6


@pytest.fixture(scope="module")
def choices() -> dict[str, Any]:
    return {"reader": "pcsc", "pcsc_socket": pcscd.SOCKET, "reader_name": READER}


@pytest.fixture
def desk(daemon: VirtualPcsc, running: Terminal) -> Terminal:
    """The terminal at its attract screen, with cards on the real reader."""
    return use_pcsc(running, daemon)


def test_the_whole_path(desk: Terminal) -> None:
    card = card_of(desk, A.person)
    walk.begin(desk.control)
    walk.log_in(desk.control, A)
    logged_in = len(card.trace)
    assert logged_in <= LOGIN_APDUS, [entry.command for entry in card.trace]
    walk.fill_in(desk.control, A)
    before = visit(desk)
    walk.confirm(desk.control, A)
    assert len(card.trace) - logged_in <= CHECK_APDUS, [entry.command for entry in card.trace[logged_in:]]
    desk.control.press("finish")
    assert_ended(desk, before, "finished")
    desk.control.wait_phase("take_card")
    assert not card.verified
    desk.control.take()
    assert_next_may_come(desk)
    assert desk.portal.applications() == {A.person: A.service}
    assert verifications(card.trace) == 2
    assert_clean(card.trace)


@pytest.mark.parametrize("end", ["finished", "killed", "key"])
def test_after_the_wipe_no_other_program_signs_without_pin(desk: Terminal, end: str) -> None:
    walk.begin(desk.control)
    walk.log_in(desk.control, B)
    before = visit(desk)
    if end == "killed":
        os.kill(before.pid, signal.SIGKILL)
    elif end == "key":
        desk.hardware_key()
    else:
        walk.fill_in(desk.control, B)
        walk.confirm(desk.control, B)
        desk.control.press("finish")
    desk.control.wait_phase("take_card")
    assert signature_without_pin() == [DONE, NOT_SATISFIED]


def test_a_session_killed_while_the_pin_is_verified(desk: Terminal) -> None:
    """Killed right after VERIFY, when the card would sign for any program without the wipe."""
    card = card_of(desk, A.person)
    walk.begin(desk.control)
    desk.control.place(A.person)
    desk.control.wait_stage("enter_pin")
    before = visit(desk)
    verified: list[bool] = []

    def kill(entry: Trace) -> None:
        if entry.command[2:4] == "20" and entry.command[10:]:
            os.kill(before.pid, signal.SIGKILL)
            verified.append(card.verified)

    card.on_trace = kill
    try:
        desk.control.enter_pin(A.pin[:3])
        with suppress(ControlError):
            desk.control.press(f"key_{A.pin[3]}")
    finally:
        assert_ended(desk, before, "session_crashed")
        card.on_trace = None
    desk.control.wait_phase("take_card")
    assert verified == [True], "it was killed after VERIFY"
    assert not card.verified
    assert signature_without_pin() == [DONE, NOT_SATISFIED]


def test_the_card_away_and_back(desk: Terminal) -> None:
    walk.begin(desk.control)
    walk.log_in(desk.control, A)
    desk.control.take()
    desk.control.wait_phase("away")
    desk.control.place(A.person)
    desk.control.wait_phase("serving")
    walk.fill_in(desk.control, A)
    walk.confirm(desk.control, A)


def test_another_card_in_its_place(desk: Terminal) -> None:
    walk.begin(desk.control)
    walk.log_in(desk.control, A)
    before = visit(desk)
    desk.control.take()
    desk.control.wait_phase("away")
    desk.control.place(B.person)
    assert_ended(desk, before, "card_changed")


def test_the_service_answers_late_at_a_start(daemon: VirtualPcsc, tmp_path: Path) -> None:
    """Nobody has to enter the staff code because a machine that was just switched on is slow.

    No reader is named, so the wipe needs the first reading; with two readers the terminal then asks for the name.
    """
    with ExitStack() as silence:
        silence.enter_context(daemon.silent())
        with Terminal(tmp_path, reader="pcsc", pcsc_socket=pcscd.SOCKET) as terminal:
            answered = clock.now()
            control = terminal.control
            control.wait_until("two seconds", lambda: terminal.phase() != "starting" or clock.now() > answered + 2.0)
            assert terminal.phase() == "starting"
            silence.close()
            control.wait_until("the end of the first wipe", lambda: terminal.phase() != "starting")
            assert terminal.phase() == "unavailable"


def test_the_service_dies_and_comes_back(desk: Terminal, daemon: VirtualPcsc) -> None:
    walk.begin(desk.control)
    walk.log_in(desk.control, A)
    before = visit(desk)
    daemon.stop(signal.SIGKILL)
    assert_ended(desk, before, "reader_lost")
    desk.control.wait_phase("unavailable")
    daemon.start()
    assert_next_may_come(desk)
