"""What other programs, odd cards, hung cards and a hung service do to the card layers, on a real pcscd."""

import time

import pytest

from kiosk.cards.identity import CardSession, power_off
from kiosk.cards.pcsc import PcscService
from kiosk.cards.transport import CardBusy, CardError, CardMute, ProtocolRefused, ServiceUnavailable, Share
from kiosk.vocabulary import ReaderState
from kiosk.wipe.steps import power_off_card
from tests.support import pcscd
from tests.support.cards import KEY, typed
from tests.support.pcsc_terminal import (
    DONE,
    NOT_SATISFIED,
    SELECT,
    VERIFY,
    OtherProgram,
    leave_raw,
    signature_without_pin,
)
from tests.support.pcscd import READER, VirtualPcsc, place, present
from tests.support.trace import verifications
from tests.support.waiting import eventually

pytestmark = [
    pytest.mark.pcsc,
    pcscd.needed,
]
#: The limit that people and the wipe are promised, and what a busy machine may add.
LIMIT, SLACK = 3.0, 1.0


class Watch:
    """Seconds since it was made."""

    def __init__(self) -> None:
        self._begun = time.monotonic()

    @property
    def seconds(self) -> float:
        return time.monotonic() - self._begun


# --- another program holds the card -----------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["shared", "transaction"])
def test_nobody_is_asked_for_a_pin_while_another_program_has_the_card(
    daemon: VirtualPcsc, service: PcscService, how: str
) -> None:
    card = place(daemon, service)
    with OtherProgram(how):
        watch = Watch()
        with pytest.raises(CardBusy):
            CardSession(service, READER, KEY).read()
        assert watch.seconds < LIMIT + SLACK
    session = CardSession(service, READER, KEY)
    eventually(lambda: session.read().tries_left == 3)
    session.close()
    assert verifications(card.trace) == 0


@pytest.mark.parametrize("how", ["shared", "transaction"])
def test_a_pin_that_was_typed_is_cleared_and_never_sent_later(
    daemon: VirtualPcsc, service: PcscService, how: str
) -> None:
    card = place(daemon, service)
    session, pin = CardSession(service, READER, KEY), typed("1234")
    reading = session.read()
    with OtherProgram(how):
        watch = Watch()
        with pytest.raises(CardBusy):
            session.sign(pin, b"challenge", reading.fingerprint)
        assert (len(pin), watch.seconds < LIMIT + SLACK) == (0, True)
    eventually(lambda: not card.powered)
    assert verifications(card.trace) == 0
    assert session.sign(typed("1234"), b"challenge", session.read().fingerprint)


def test_the_wipe_does_not_wait_longer_and_succeeds_once_the_other_is_gone(
    daemon: VirtualPcsc, service: PcscService
) -> None:
    card = place(daemon, service)
    with OtherProgram("transaction") as other:
        other.transmit(SELECT, VERIFY)
        watch = Watch()
        outcome = power_off_card(service, READER, ReaderState.CARD)
        assert (outcome.done, outcome.reason) == (False, "card_busy")
        assert watch.seconds < LIMIT + SLACK
        assert card.verified
    eventually(lambda: power_off_card(service, READER, ReaderState.CARD).done)
    assert signature_without_pin() == [DONE, NOT_SATISFIED]


# --- cards that cannot be connected -----------------------------------------------------------------------------------


@pytest.mark.parametrize("atr", ["3B8002", "FFFFFFFF", "3B"])
def test_a_card_that_refuses_every_protocol_is_powered_off_all_the_same(
    daemon: VirtualPcsc, service: PcscService, atr: str
) -> None:
    card = place(daemon, service)
    daemon.detach()
    eventually(lambda: not present(service))
    card.atr = bytes.fromhex(atr)
    daemon.attach_card(card)
    eventually(lambda: present(service))
    with pytest.raises((ProtocolRefused, CardMute)):
        service.connect(READER, Share.SHARED)
    assert power_off_card(service, READER, ReaderState.CARD).done
    eventually(lambda: not card.powered)


def test_the_pin_is_gone_from_a_card_that_was_left_raw(daemon: VirtualPcsc, service: PcscService) -> None:
    card = place(daemon, service)
    with OtherProgram() as other:
        assert other.transmit(SELECT, VERIFY) == [DONE, DONE]
        leave_raw()
        assert card.verified
    with pytest.raises(ProtocolRefused):
        service.connect(READER, Share.SHARED)
    power_off(service, READER)
    eventually(lambda: not card.verified)
    assert signature_without_pin() == [DONE, NOT_SATISFIED]


def test_whose_card_was_left_raw_is_served(daemon: VirtualPcsc, service: PcscService) -> None:
    place(daemon, service)
    with OtherProgram():
        leave_raw()
    session = CardSession(service, READER, KEY)
    assert session.sign(typed("1234"), b"challenge", session.read().fingerprint)


# --- a hung card, a hung service --------------------------------------------------------------------------------------


def test_a_card_that_never_answers_is_given_up_and_heals_when_it_is_taken(
    daemon: VirtualPcsc, service: PcscService
) -> None:
    card = place(daemon, service)
    session = CardSession(service, READER, KEY)
    with card._exchange:  # every exchange with the card waits for this
        watch = Watch()
        with pytest.raises(CardMute):
            session.read()
        assert watch.seconds < 4 + SLACK
        outcome = power_off_card(PcscService(), READER, ReaderState.CARD)
        assert not outcome.done
        assert watch.seconds < 4 + SLACK + LIMIT + SLACK
    daemon.detach()
    eventually(lambda: power_off_card(PcscService(), READER, ReaderState.CARD).done)
    place(daemon, service)
    eventually(lambda: _reads(session))
    session.close()


def _reads(session: CardSession) -> bool:
    try:
        return session.read().tries_left == 3
    except CardError:
        return False


def test_a_service_that_stands_still_is_no_service_and_comes_back(daemon: VirtualPcsc, service: PcscService) -> None:
    place(daemon, service)
    before = service.observe(None, 0)
    with daemon.silent():
        watch = Watch()
        assert not service.observe(before, 5).service
        assert watch.seconds < 5
        watch = Watch()
        with pytest.raises(ServiceUnavailable):
            power_off(PcscService(), READER)
        service.cancel()
        service.close()
        assert watch.seconds < LIMIT + SLACK
    eventually(lambda: service.observe(None, 0).service)
    assert power_off_card(service, READER, ReaderState.CARD).done
