"""The card layers on a real pcscd: what the virtual reader imitates, and what only the real service can show."""

import queue
import signal
import time
from collections.abc import Iterator

import pytest

from kiosk.cards.identity import CardSession, power_off
from kiosk.cards.pcsc import PcscService
from kiosk.cards.presence import PresenceReading, PresenceWatch
from kiosk.cards.transport import (
    CardAbsent,
    CardBusy,
    CardError,
    CardReset,
    Disposition,
    ReaderUnavailable,
    ServiceUnavailable,
    Share,
)
from kiosk.vocabulary import ReaderState
from tests.support import pcscd
from tests.support.cards import KEY, typed
from tests.support.pcsc_terminal import DONE, NOT_SATISFIED, SELECT, SIGN, VERIFY, OtherProgram, signature_without_pin
from tests.support.pcscd import READER, VirtualPcsc, place
from tests.support.trace import assert_clean, verifications
from tests.support.waiting import LIMIT, eventually

pytestmark = [
    pytest.mark.pcsc,
    pcscd.needed,
]
MESSAGE = b"challenge"


def test_login_and_second_check(daemon: VirtualPcsc, service: PcscService) -> None:
    card = place(daemon, service, "taro")
    session = CardSession(service, READER, KEY)
    reading = session.read()
    assert (len(reading.certificate), len(card.trace)) == (1151, 8)
    assert len(session.sign(typed("1234"), MESSAGE, reading.fingerprint)) == 256
    assert len(card.trace) == 12
    assert session.tries(reading.fingerprint) == 3
    assert len(session.sign(typed("1234"), MESSAGE, reading.fingerprint)) == 256
    assert len(card.trace) == 18
    assert verifications(card.trace) == 2
    eventually(lambda: not card.powered)
    assert_clean(card.trace)


def test_quick_enough(daemon: VirtualPcsc, service: PcscService) -> None:
    place(daemon, service, "taro")
    session, spans = CardSession(service, READER, KEY), []
    for _ in range(5):
        begun = time.monotonic()
        reading = session.read()
        read = time.monotonic()
        session.sign(typed("1234"), MESSAGE, reading.fingerprint)
        spans.append((read - begun, time.monotonic() - read))
    print("read, sign in ms:", [(round(a * 1000), round(b * 1000)) for a, b in spans])  # noqa: T201
    assert sorted(span[1] for span in spans)[2] < 0.05


def test_after_a_signature_no_other_program_can_sign_without_pin(daemon: VirtualPcsc, service: PcscService) -> None:
    place(daemon, service, "taro")
    session = CardSession(service, READER, KEY)
    session.sign(typed("1234"), MESSAGE, session.read().fingerprint)
    assert signature_without_pin() == [DONE, NOT_SATISFIED]


def test_the_pin_of_a_killed_process_is_gone_after_power_off(daemon: VirtualPcsc, service: PcscService) -> None:
    card = place(daemon, service, "taro")
    keeper = service.connect(READER, Share.SHARED)  # otherwise pcscd powers the unused card off after half a second
    with OtherProgram() as program:
        assert program.transmit(SELECT, VERIFY) == [DONE, DONE]
    assert signature_without_pin() == [DONE, DONE], "without power-off the next program may sign"
    assert card.verified
    power_off(PcscService(), READER)
    eventually(lambda: not card.verified)
    with pytest.raises(CardReset):
        keeper.transmit(SELECT)
    keeper.reconnect(Share.SHARED, Disposition.LEAVE)
    assert [keeper.transmit(command)[-2:].hex() for command in (SELECT, SIGN)] == [DONE, NOT_SATISFIED]
    keeper.disconnect(Disposition.UNPOWER)


@pytest.mark.parametrize("disposition", [Disposition.LEAVE, Disposition.RESET, Disposition.EJECT])
def test_gentler_dispositions_leave_the_pin_verified(
    daemon: VirtualPcsc, service: PcscService, disposition: Disposition
) -> None:
    card = place(daemon, service, "taro")
    connection = service.connect(READER, Share.SHARED)
    connection.transmit(SELECT)
    connection.transmit(VERIFY)
    keeper = PcscService().connect(READER, Share.SHARED)
    connection.disconnect(disposition)
    assert card.verified
    keeper.disconnect(Disposition.UNPOWER)
    eventually(lambda: not card.verified)  # vpcd does not answer a power-off, so it may still be under way


def test_share_modes_and_resets(daemon: VirtualPcsc, service: PcscService) -> None:
    place(daemon, service, "taro")
    ours, other = service.connect(READER, Share.SHARED), PcscService()
    with pytest.raises(CardBusy):
        other.connect(READER, Share.EXCLUSIVE)
    other.connect(READER, Share.SHARED).disconnect(Disposition.RESET)
    with pytest.raises(CardReset):
        ours.transmit(SELECT)
    ours.reconnect(Share.EXCLUSIVE, Disposition.LEAVE)
    assert ours.transmit(SELECT) == b"\x90\x00"
    with pytest.raises(CardBusy):
        other.connect(READER, Share.SHARED)
    ours.disconnect(Disposition.UNPOWER)
    ours.disconnect(Disposition.UNPOWER)


def test_removal(daemon: VirtualPcsc, service: PcscService) -> None:
    with pytest.raises(CardAbsent):
        service.connect(READER, Share.SHARED)
    with pytest.raises(ReaderUnavailable):
        service.connect("another reader", Share.SHARED)
    place(daemon, service, "taro")
    session = CardSession(service, READER, KEY)
    reading, pin = session.read(), typed("1234")
    daemon.detach()
    with pytest.raises(CardAbsent):
        session.sign(pin, MESSAGE, reading.fingerprint)
    assert len(pin) == 0
    power_off(service, READER)


def test_another_program_resets_the_card_while_the_person_types(daemon: VirtualPcsc, service: PcscService) -> None:
    card = place(daemon, service, "taro")
    session = CardSession(service, READER, KEY)
    reading = session.read()
    PcscService().connect(READER, Share.SHARED).disconnect(Disposition.RESET)
    card.trace.clear()
    assert session.sign(typed("1234"), MESSAGE, reading.fingerprint)
    assert (len(card.trace), verifications(card.trace)) == (6, 1)


def test_a_swapped_card_is_never_asked_for_the_pin(daemon: VirtualPcsc, service: PcscService) -> None:
    place(daemon, service, "taro")
    session = CardSession(service, READER, KEY)
    reading, pin = session.read(), typed("1234")
    daemon.detach()
    other = place(daemon, service, "saburo")  # the same PIN
    with pytest.raises(CardError):
        session.sign(pin, MESSAGE, reading.fingerprint)
    with pytest.raises(CardError):
        session.sign(typed("1234"), MESSAGE, reading.fingerprint)
    assert (verifications(other.trace), other.tries_left, len(pin)) == (0, 3, 0)
    assert not session.same(reading.fingerprint)


class Watching:
    """A presence watch on the real service, with a queue of its readings."""

    def __init__(self) -> None:
        self.readings: queue.Queue[PresenceReading] = queue.Queue()
        self.watch = PresenceWatch(PcscService(), READER, self.readings.put)
        self.watch.start()

    def until(self, state: ReaderState) -> float:
        """Wait until the watch reports this state; returns the seconds it took."""
        begun = time.monotonic()
        while self.readings.get(timeout=LIMIT).state is not state:
            pass
        return time.monotonic() - begun


@pytest.fixture
def watching(service: PcscService) -> Iterator[Watching]:
    made = Watching()
    yield made
    made.watch.stop()


def test_insertion_and_removal_are_seen(daemon: VirtualPcsc, watching: Watching) -> None:
    watching.until(ReaderState.EMPTY)
    for _ in range(3):
        daemon.attach("bank")
        assert watching.until(ReaderState.CARD) < 1.5
        daemon.detach()
        assert watching.until(ReaderState.EMPTY) < 1.5


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_the_watch_and_the_session_survive_a_restart_of_pcscd(
    daemon: VirtualPcsc, service: PcscService, watching: Watching, how: signal.Signals
) -> None:
    watching.until(ReaderState.EMPTY)
    daemon.attach("taro")
    watching.until(ReaderState.CARD)
    session = CardSession(service, READER, KEY, hold_retry=0.0)
    reading = session.read()
    daemon.stop(how)
    assert watching.until(ReaderState.NO_SERVICE) < 1.0
    with pytest.raises(ServiceUnavailable):
        session.sign(typed("1234"), MESSAGE, reading.fingerprint)
    with pytest.raises(ServiceUnavailable):
        power_off(service, READER)
    daemon.start()
    assert watching.until(ReaderState.EMPTY) < 1.0
    daemon.attach("taro")
    assert watching.until(ReaderState.CARD) < 1.5
    assert session.read().fingerprint == reading.fingerprint
    session.close()
