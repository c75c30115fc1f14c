"""Readers and the smart-card service under a running kiosk, on a real pcscd: two readers, the wrong one, a restart."""

import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.training.cards.card_files import card_for
from kiosk.training.cards.persons import load_persons
from kiosk.training.cards.training_ca import load_or_make
from kiosk.training.launch import STOPPED
from kiosk.training.remote import walk
from kiosk.training.remote.walk import A, B
from tests.e2e.conftest import Start
from tests.support import pcscd
from tests.support.pcsc_terminal import OtherProgram
from tests.support.pcscd import READER, VirtualPcsc, virtual_pcsc
from tests.support.terminal import Terminal
from tests.support.trace import verifications
from tests.support.vpcd import VpcdAttachment

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.browser,
    pytest.mark.pcsc,
    pcscd.needed,
]


@pytest.fixture
def daemon() -> Iterator[VirtualPcsc]:
    with virtual_pcsc() as running:
        yield running


def kiosk_on_pcsc(start: Start, reader_name: str = READER) -> Terminal:
    return start(reader="pcsc", pcsc_socket=pcscd.SOCKET, reader_name=reader_name)


def put(terminal: Terminal, daemon: VirtualPcsc, person: str, slot: int = 0, atr: str = "") -> VpcdAttachment:
    """Put a card of the station's CA on this slot of the driver; each slot is a separate reader."""
    terminal.control.ask("station", "trace", person=person)
    card = card_for(load_persons()[person], load_or_make(terminal.settings.root / "ca"))
    card.atr = bytes.fromhex(atr) or card.atr
    return VpcdAttachment(card, port=daemon.port + slot)


def begin_with_card(terminal: Terminal, daemon: VirtualPcsc) -> VpcdAttachment:
    """A person begins, puts down their card and is asked for the PIN."""
    walk.begin(terminal.control)
    card = put(terminal, daemon, A.person)
    terminal.control.wait_stage("enter_pin")
    return card


def test_a_card_on_another_reader_is_ignored(daemon: VirtualPcsc, start: Start) -> None:
    """B8: the reader is configured by its name; a card on another reader begins nothing and is never read."""
    terminal = kiosk_on_pcsc(start)
    walk.begin(terminal.control)
    other = put(terminal, daemon, B.person, slot=1)
    own = put(terminal, daemon, A.person)
    terminal.control.wait_stage("enter_pin")
    terminal.control.enter_pin(A.pin)
    terminal.control.wait_page("/measures")
    assert not other.card.trace, "the card on the other reader got no command"
    own.detach()
    terminal.control.wait_phase("ready")
    other.detach()


def test_two_readers_and_no_name_is_ambiguous(daemon: VirtualPcsc, tmp_path: Path) -> None:
    """The terminal is unavailable."""
    with Terminal(tmp_path, reader="pcsc", pcsc_socket=pcscd.SOCKET) as terminal:
        terminal.control.wait_phase("unavailable")
        assert terminal.control.terminal()["failure"] == "reader_ambiguous"
        assert daemon.port


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_the_service_goes_and_comes_back(daemon: VirtualPcsc, start: Start, how: signal.Signals) -> None:
    """B10: the session ends; the terminal resumes by itself when the service is back."""
    terminal = kiosk_on_pcsc(start)
    walk.begin(terminal.control)
    daemon.stop(how)
    terminal.control.wait_phase("unavailable")
    assert terminal.control.terminal()["failure"] == "pcsc_unavailable"
    daemon.start()
    terminal.control.wait_phase("ready", 20)
    begin_with_card(terminal, daemon).detach()
    terminal.control.wait_phase("ready")


def test_another_program_holds_the_card(daemon: VirtualPcsc, start: Start) -> None:
    """The session waits for the card for 3 s at most, then says so; once more when the other program is gone."""
    terminal = kiosk_on_pcsc(start)
    walk.begin(terminal.control)
    with OtherProgram("exclusive", waiting=True) as other:
        card = put(terminal, daemon, A.person)
        other.assert_connected()
        terminal.control.wait_until("the word", lambda: terminal.control.customer()["refused"] == "card_busy")
        assert terminal.control.customer()["stage"] == "place_card"
    card.detach()
    terminal.control.wait_until("the empty reader", lambda: terminal.control.terminal()["reader"] == "empty")
    again = put(terminal, daemon, A.person)
    terminal.control.wait_stage("enter_pin")
    again.detach()
    terminal.control.wait_phase("ready", 20)


def test_a_pin_typed_while_another_program_holds_the_card_is_never_sent(daemon: VirtualPcsc, start: Start) -> None:
    """The person is told; a wipe that the other program hinders is not verified, and heals when it is gone."""
    terminal = kiosk_on_pcsc(start)
    card = begin_with_card(terminal, daemon)
    with OtherProgram("transaction"):
        terminal.control.enter_pin(A.pin[:3])
        begun = time.monotonic()
        terminal.control.press(f"key_{A.pin[3]}")
        terminal.control.wait_stage("problem", 10)
        assert time.monotonic() - begun < 5.0, "3 s, and what a busy machine adds"
        assert terminal.control.customer()["failure"] == "card_busy"
        terminal.control.press("end")
        terminal.control.wait_phase("out_of_service", 20)
        assert terminal.control.terminal()["failure"] == "wipe_card"
    terminal.control.wait_phase("take_card", 20)
    assert verifications(card.card.trace) == 0
    card.detach()
    terminal.control.wait_phase("ready", 20)


def test_the_service_stands_still_while_somebody_is_served(daemon: VirtualPcsc, start: Start) -> None:
    """Nobody would see the card go, so the session ends; it holds up neither the wipe nor a stop, and heals."""
    terminal = kiosk_on_pcsc(start)
    card = begin_with_card(terminal, daemon)
    with daemon.silent():
        terminal.control.wait_phase("unavailable", 12)
        assert terminal.control.terminal()["failure"] == "pcsc_unavailable"
    terminal.control.wait_phase("take_card", 20)
    card.detach()
    terminal.control.wait_phase("ready", 20)
    with daemon.silent():
        begun = time.monotonic()
        assert terminal.stop() in STOPPED
        assert time.monotonic() - begun < 10


def test_a_card_that_takes_no_protocol_does_not_take_the_terminal_out_of_service(
    daemon: VirtualPcsc, start: Start
) -> None:
    """It is said to be unreadable, powered off by the wipe, and asked to be taken."""
    terminal = kiosk_on_pcsc(start)
    walk.begin(terminal.control)
    card = put(terminal, daemon, A.person, atr="3B8002")
    terminal.control.wait_until("the word", lambda: terminal.control.customer()["refused"] == "card_unreadable")
    terminal.hardware_key()
    terminal.control.wait_phase("take_card", 20)
    assert not card.card.powered
    card.detach()
    terminal.control.wait_phase("ready", 20)
