"""Every error code of PC/SC at every call: a failure that has its sentences, no PIN left, and a wipe that does not lie.

The driver is scripted, the card behind it answers as a real one does.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from kiosk.cards import pcsc
from kiosk.cards.driver_codes import error_for
from kiosk.cards.identity import CardSession
from kiosk.cards.pcsc import PcscService
from kiosk.cards.transport import CardAbsent, CardError, ReaderUnavailable
from kiosk.failures import FailureName, failures
from kiosk.outcome import Outcome
from kiosk.training.cards.software_card import SoftwareCard
from kiosk.vocabulary import ReaderState
from kiosk.wipe.steps import power_off_card
from tests.support.cards import KEY, card, typed
from tests.support.pcsc_terminal import SELECT, VERIFY
from tests.support.trace import verifications

# ruff: noqa: N802 - the scripted driver has pyscard's names

REAL: Any = pcsc.scard
CALLS = ("establish", "list", "state", "connect", "status", "transmit", "reconnect", "disconnect")
#: WinError.h and pcsclite.h: all codes of smart cards, two of Windows, and one that is in no list.
CODES = (*range(0x80100001, 0x80100032), *range(0x80100065, 0x80100073), 0x6, 0x6BA, 0x12345678)
#: Ends of a check that are said to the citizen as the card's or the reader's, never as "unexpected".
UNEXPECTED = {FailureName.INTERNAL_ERROR}


class Driver:
    """pyscard's module and ``winscard`` over one software card. ``call`` returns ``code``: once, or always."""

    def __init__(self, call: str, code: int, always: bool) -> None:
        self.card: SoftwareCard = card("taro")
        self.call, self.code, self.always = call, code, always

    def __getattr__(self, name: str) -> Any:
        if name.startswith("SCARD_"):
            return getattr(REAL, name)
        raise AttributeError(name)

    def fault(self, call: str) -> int:
        """The code of this call; 0 when it succeeds."""
        if call != self.call:
            return 0
        self.call = call if self.always else ""
        return self.code

    def SCardEstablishContext(self, scope: int) -> tuple[int, int]:
        return self.fault("establish"), 1

    def SCardReleaseContext(self, context: int) -> int:
        return 0

    def list_readers(self, context: int) -> tuple[int, list[str]]:
        return self.fault("list"), ["Reader"]

    def reader_states(self, context: int, timeout: int, asked: list[tuple[str, int]]) -> tuple[int, list[int]]:
        return self.fault("state"), [REAL.SCARD_STATE_PRESENT] * len(asked)

    def connect(self, context: int, reader: str, share: int, protocols: int) -> tuple[int, int, int]:
        code = self.fault("connect")
        if not code and protocols:
            self.card.power_on()
        return code, 7, REAL.SCARD_PROTOCOL_T1

    def is_powered(self, handle: int) -> tuple[int, bool]:
        return self.fault("status"), self.card.powered

    def SCardTransmit(self, handle: int, protocol: int, command: list[int]) -> tuple[int, list[int]]:
        code = self.fault("transmit")
        return (code, []) if code else (0, list(self.card.transmit(bytes(command))))

    def SCardReconnect(self, handle: int, share: int, protocols: int, initialization: int) -> tuple[int, int]:
        return self.fault("reconnect"), REAL.SCARD_PROTOCOL_T1

    def SCardDisconnect(self, handle: int, disposition: int) -> int:
        code = self.fault("disconnect")
        if not code and disposition == REAL.SCARD_UNPOWER_CARD:
            self.card.power_off()
        return code


def faulty(monkeypatch: pytest.MonkeyPatch, call: str) -> Iterator[Driver]:
    """The driver for each code, once and always."""
    monkeypatch.setattr(pcsc, "REMOVAL_GRACE", 0.0)
    for code in CODES:
        for always in (False, True):
            made = Driver(call, code, always)
            monkeypatch.setattr(pcsc, "scard", made)
            monkeypatch.setattr(pcsc, "winscard", made)
            yield made


def check(service: PcscService) -> FailureName | None:
    """A login; the failure that it ends with. However ``sign`` ends, it leaves no digit of the PIN."""
    pin, session = typed("1234"), CardSession(service, "Reader", KEY, hold_retry=0.0)
    digits = pin.digits
    try:
        expected = session.read().fingerprint
        try:
            session.sign(pin, b"challenge", expected)
        finally:
            assert not pin
            assert bytes(digits) == bytes(4)
    except CardError as error:
        return error.failure
    finally:
        session.close()
        service.close()
    return None


#: Calls that no login can do without.
NEEDED = ("establish", "connect", "transmit")


@pytest.mark.slow
@pytest.mark.parametrize("call", [call for call in CALLS if call not in ("list", "state", "status")])
def test_a_login_ends_with_a_failure_that_has_its_sentences(monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    for driver in faulty(monkeypatch, call):
        failure = check(PcscService())
        assert failure is None or (failure in failures() and failure not in UNEXPECTED), hex(driver.code)
        assert failure or not (driver.always and call in NEEDED), hex(driver.code)
        assert verifications(driver.card.trace) <= 1


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.slow
def test_looking_at_the_readers_never_fails(monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    for _ in faulty(monkeypatch, call):
        service = PcscService()
        service.observe(None, 0)
        service.close()


def wiped(driver: Driver) -> Outcome:
    """The wipe's step with a card whose PIN is verified."""
    driver.card.power_on()
    assert [driver.card.transmit(command) for command in (SELECT, VERIFY)] == [b"\x90\x00"] * 2
    service = PcscService()
    outcome = power_off_card(service, "Reader", ReaderState.CARD, 0.0)
    assert not (outcome.done and driver.card.verified), f"done, but the PIN is verified: {driver.code:#x}"
    service.close()
    return outcome


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.slow
def test_the_wipe_is_done_only_when_the_pin_state_is_gone(monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    """But for a driver that says that no card is there: then none is asked."""
    for driver in faulty(monkeypatch, call):
        if not isinstance(error_for(driver.code), CardAbsent | ReaderUnavailable):
            outcome = wiped(driver)
            assert outcome.done or outcome.reason in failures(), hex(driver.code)
