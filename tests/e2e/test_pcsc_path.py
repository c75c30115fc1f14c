"""The whole path over real PC/SC: pcscd with vsmartcard's reader, pyscard, and a software card behind it."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from kiosk.training.cards.card_files import card_for
from kiosk.training.cards.persons import load_persons
from kiosk.training.cards.software_card import SoftwareCard, Trace
from kiosk.training.cards.training_ca import load_or_make
from kiosk.training.remote import walk
from kiosk.training.remote.control import Control, ControlError
from kiosk.training.remote.walk import A, B
from tests.support import pcscd
from tests.support.pcscd import READER, VirtualPcsc, virtual_pcsc
from tests.support.terminal import Terminal, assert_ended, assert_next_may_come, visit
from tests.support.trace import assert_clean, verifications

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.browser,
    pytest.mark.pcsc,
    pytest.mark.skipif(not pcscd.available, reason="needs pcscd and vsmartcard-vpcd, and root to start pcscd"),
]

LOGIN_APDUS, CHECK_APDUS = 12, 6
SELECT = "00A4040C0AD392F000260100000001"
SIGN = "802A009733" + "3031300D060960864801650304020105000420" + "22" * 32 + "00"
#: Another program on the same computer, with a context of its own.
THIEF = """
import sys
from kiosk.cards.pcsc import PcscService
from kiosk.cards.transport import Share
connection = PcscService().connect(sys.argv[1], Share.SHARED)
for command in sys.argv[2:]:
    print(connection.transmit(bytes.fromhex(command))[-2:].hex())
"""


class Hands(Control):
    """The same control channel; cards go on the virtual reader of pcscd instead."""

    def __init__(self, folder: Path, daemon: VirtualPcsc) -> None:
        super().__init__(folder)
        self._daemon = daemon
        self._made: dict[str, SoftwareCard] = {}

    def card(self, person: str) -> SoftwareCard:
        """This person's card; its certificate comes from the station's CA, so that the portal knows it."""
        if person not in self._made:
            self.ask("station", "trace", person=person)
            self._made[person] = card_for(load_persons()[person], load_or_make(self._folder.parent / "ca"))
        return self._made[person]

    def place(self, person: str) -> None:
        """Attach the card."""
        self._daemon.attach_card(self.card(person))

    def take(self) -> None:
        """Detach it."""
        self._daemon.detach()


@pytest.fixture(scope="module")
def daemon() -> Iterator[VirtualPcsc]:
    with virtual_pcsc() as running:
        yield running


@pytest.fixture(scope="module")
def choices() -> dict[str, Any]:
    return {"reader": "pcsc", "pcsc_socket": pcscd.SOCKET, "reader_name": READER}


@pytest.fixture
def desk(daemon: VirtualPcsc, running: Terminal) -> Terminal:
    """The terminal with hands on the real reader."""
    running.control = Hands(running.settings.control, daemon)
    daemon.detach()
    running.control.wait_until("a quiet terminal", running.is_quiet)
    running.portal.change("reset")
    return running


def trace(terminal: Terminal, person: str) -> SoftwareCard:
    """This person's card."""
    assert isinstance(terminal.control, Hands)
    return terminal.control.card(person)


def test_the_whole_path(desk: Terminal) -> None:
    card = trace(desk, A.person)
    walk.begin(desk.control)
    walk.log_in(desk.control, A)
    logged_in = len(card.trace)
    assert logged_in <= LOGIN_APDUS, [entry.command for entry in card.trace]
    walk.fill_in(desk.control, A)
    before = visit(desk)
    walk.confirm(desk.control, A, asked_by_portal=True)
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
        walk.confirm(desk.control, B, asked_by_portal=True)
        desk.control.press("finish")
    desk.control.wait_phase("take_card")
    assert steal() == ["9000", "6982"], "application selected, signature refused"


def test_a_session_killed_while_the_pin_is_verified(desk: Terminal) -> None:
    """Stopped right behind VERIFY, killed there: the card would sign for anybody, were it not for the wipe."""
    card = trace(desk, A.person)
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
    assert verified == [True], "it was killed behind VERIFY"
    assert not card.verified
    assert steal() == ["9000", "6982"]


def test_the_card_away_and_back(desk: Terminal) -> None:
    walk.begin(desk.control)
    walk.log_in(desk.control, A)
    desk.control.take()
    desk.control.wait_phase("away")
    desk.control.place(A.person)
    desk.control.wait_phase("serving")
    walk.fill_in(desk.control, A)
    walk.confirm(desk.control, A, asked_by_portal=True)


def test_another_card_in_its_place(desk: Terminal) -> None:
    walk.begin(desk.control)
    walk.log_in(desk.control, A)
    before = visit(desk)
    desk.control.take()
    desk.control.wait_phase("away")
    desk.control.place(B.person)
    assert_ended(desk, before, "card_changed")


def test_the_service_dies_and_comes_back(desk: Terminal, daemon: VirtualPcsc) -> None:
    walk.begin(desk.control)
    walk.log_in(desk.control, A)
    before = visit(desk)
    daemon.stop(signal.SIGKILL)
    assert_ended(desk, before, "reader_lost")
    desk.control.wait_phase("unavailable")
    daemon.start()
    assert_next_may_come(desk)


def steal() -> list[str]:
    """Another process asks the card to sign, without PIN; the status words it gets."""
    done = pcscd.run(sys.executable, "-c", THIEF, READER, SELECT, SIGN)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()
