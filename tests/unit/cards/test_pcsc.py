"""The PC/SC layer over a scripted driver: codes, contexts, waiting."""

import re
import threading
from pathlib import Path
from typing import Any

import pytest

from kiosk.cards import pcsc
from kiosk.cards.driver_codes import DriverCode, error_for
from kiosk.cards.pcsc import PNP, PcscConnection, PcscService
from kiosk.cards.transport import (
    CardAbsent,
    CardBusy,
    CardError,
    CardMute,
    CardReset,
    Disposition,
    Observation,
    PowerLeft,
    ReaderUnavailable,
    ServiceUnavailable,
    Share,
    TransmissionError,
)
from tests.support.waiting import eventually

# ruff: noqa: N802 - the scripted driver has pyscard's names

REAL: Any = pcsc.scard
PRESENT, EMPTY, MUTE = 0x20, 0x10, 0x200


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (0x8010000B, CardBusy),
        (0x8010000C, CardAbsent),
        (0x80100069, CardAbsent),
        (0x80100068, CardReset),
        (0x80100066, CardMute),
        (0x80100009, ReaderUnavailable),
        (0x80100017, ReaderUnavailable),
        (0x8010002E, ReaderUnavailable),
        (0x8010001D, ServiceUnavailable),
        (0x8010001E, ServiceUnavailable),
        (0x80100003, ServiceUnavailable),
        (0x80100016, TransmissionError),
        (0x12345678, TransmissionError),
    ],
)
def test_driver_codes(code: int, error: type[CardError]) -> None:
    assert type(error_for(code)) is error
    assert type(error_for(code - 0x1_0000_0000)) is error  # Windows gives signed numbers
    assert str(error_for(code)) == f"0x{code:08X}"


class Driver:
    """Stands in for pyscard's module and for ``winscard``: constants are real, calls are scripted."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.names: list[str] = ["Reader"]
        self.state = EMPTY
        self.codes: dict[str, list[int]] = {}
        self.sent: list[list[int]] = []
        self.powered: list[bool] = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("SCARD_"):
            return getattr(REAL, name)
        raise AttributeError(name)

    def code(self, call: str) -> int:
        self.calls.append(call)
        waiting = self.codes.get(call)
        return waiting.pop(0) if waiting else 0

    def SCardEstablishContext(self, scope: int) -> tuple[int, int]:
        return self.code("establish"), len(self.calls)

    def SCardReleaseContext(self, context: int) -> int:
        return self.code("release")

    def SCardCancel(self, context: int) -> int:
        return self.code("cancel")

    def list_readers(self, context: int) -> tuple[int, list[str]]:
        return self.code("list"), self.names

    def reader_states(self, context: int, timeout: int, asked: list[tuple[str, int]]) -> tuple[int, list[int]]:
        call = "wait" if asked[-1][0] == PNP else "state"
        return self.code(call), [self.state] * len(asked)

    def connect(self, context: int, reader: str, share: int, protocols: int) -> tuple[int, int, int]:
        return self.code("connect"), 7, REAL.SCARD_PROTOCOL_T1

    def is_powered(self, handle: int) -> tuple[int, bool]:
        return self.code("status"), self.powered.pop(0)

    def SCardTransmit(self, handle: int, protocol: int, command: list[int]) -> tuple[int, list[int]]:
        self.sent.append(command)
        return self.code("transmit"), [0x90, -0x100]

    def SCardReconnect(self, handle: int, share: int, protocols: int, initialization: int) -> tuple[int, int]:
        return self.code("reconnect"), REAL.SCARD_PROTOCOL_T0

    def SCardDisconnect(self, handle: int, disposition: int) -> int:
        return self.code("disconnect")


@pytest.fixture
def driver(monkeypatch: pytest.MonkeyPatch) -> Driver:
    made = Driver()
    monkeypatch.setattr(pcsc, "scard", made)
    monkeypatch.setattr(pcsc, "winscard", made)
    return made


def test_observe_returns_at_once_when_something_differs(driver: Driver) -> None:
    driver.state = PRESENT | MUTE | 5 << 16
    seen = PcscService().observe(None, 60)
    assert [(one.name, one.present, one.mute, one.insertion) for one in seen.readers] == [("Reader", True, True, 5)]
    assert "wait" not in driver.calls


def test_observe_waits_in_the_driver_and_ends_with_its_time(driver: Driver) -> None:
    service = PcscService()
    seen = service.observe(None, 0)
    assert service.observe(seen, 0.01) == seen
    assert "wait" in driver.calls


def test_no_readers_is_not_no_service(driver: Driver) -> None:
    driver.codes["list"] = [DriverCode.NO_READERS_AVAILABLE]
    assert PcscService().observe(None, 0) == Observation(service=True)


@pytest.mark.parametrize("code", [DriverCode.NO_SERVICE, DriverCode.SECURITY_VIOLATION, 0x80100006])
def test_a_context_that_cannot_be_had_leaves_no_thread(driver: Driver, code: int) -> None:
    before = threading.active_count()
    driver.codes["establish"] = [code] * 20
    service = PcscService()
    for _ in range(10):
        assert not service.observe(None, 0).service
    eventually(lambda: threading.active_count() <= before)


def test_one_bad_reader_is_named_and_the_others_are_served(driver: Driver) -> None:
    driver.names, driver.state = ["Bad", "Good", "Unplugged"], PRESENT
    driver.codes["state"] = [0x80100014, 0, DriverCode.UNKNOWN_READER]
    seen = PcscService().observe(None, 0)
    assert [(one.name, one.present, one.answers) for one in seen.readers] == [
        ("Bad", False, False),
        ("Good", True, True),
    ]


def test_a_service_that_ends_while_the_readers_are_asked_is_lost(driver: Driver) -> None:
    driver.names, driver.codes["state"] = ["One", "Two"], [0, DriverCode.SERVICE_STOPPED]
    assert PcscService().observe(None, 0) == Observation(service=False)


@pytest.mark.parametrize("powered", [[True, False], [False, False]])
def test_power_is_cut_and_seen_to_be_gone(driver: Driver, powered: list[bool]) -> None:
    driver.powered = powered
    PcscService().cut_power("Reader")
    assert driver.calls == ["establish", *["connect", "status", "disconnect"] * 2]


def test_power_that_stays_is_told(driver: Driver) -> None:
    driver.powered = [True, True]
    with pytest.raises(PowerLeft):
        PcscService().cut_power("Reader")


def test_a_lost_service_is_noticed_and_the_context_rebuilt(driver: Driver) -> None:
    service = PcscService()
    seen = service.observe(None, 0)
    driver.codes = {"list": [0x8010001D], "establish": [0x8010001D]}
    gone = service.observe(seen, 60)
    assert gone == Observation(service=False)
    assert "release" in driver.calls
    assert service.observe(gone, 60) == seen


def test_connect_rebuilds_a_dead_context_once(driver: Driver) -> None:
    service = PcscService()
    driver.codes["connect"] = [0x80100003, 0]
    service.connect("Reader", Share.SHARED)
    assert driver.calls == ["establish", "connect", "release", "establish", "connect"]
    driver.codes["connect"] = [0x8010001D, 0x8010001D]
    with pytest.raises(ServiceUnavailable):
        service.connect("Reader", Share.SHARED)


@pytest.mark.parametrize("code", [0, 0x80100069])
def test_the_drivers_copy_of_a_command_is_overwritten(driver: Driver, code: int) -> None:
    connection = PcscService().connect("Reader", Share.SHARED)
    driver.codes["transmit"] = [code]
    try:
        assert connection.transmit(bytearray(b"\x00\x20\x00\x98\x041234")) == b"\x90\x00"
    except CardAbsent:
        assert code
    assert driver.sent == [[0] * 9]


@pytest.mark.parametrize(("state", "error"), [(EMPTY, CardAbsent), (PRESENT, TransmissionError)])
def test_a_failed_exchange_is_a_removal_when_the_reader_is_empty(
    driver: Driver, monkeypatch: pytest.MonkeyPatch, state: int, error: type[CardError]
) -> None:
    monkeypatch.setattr(pcsc, "REMOVAL_GRACE", 0.01)
    connection = PcscService().connect("Reader", Share.SHARED)
    driver.codes["transmit"], driver.state = [DriverCode.NOT_TRANSACTED], state
    with pytest.raises(error):
        connection.transmit(b"\x00")


def test_disconnect_twice_and_use_after_it(driver: Driver) -> None:
    connection = PcscService().connect("Reader", Share.SHARED)
    connection.reconnect(Share.EXCLUSIVE, Disposition.LEAVE)
    connection.disconnect(Disposition.UNPOWER)
    connection.disconnect(Disposition.UNPOWER)
    assert driver.calls.count("disconnect") == 1
    with pytest.raises(CardAbsent):
        connection.transmit(b"\x00")


def test_a_failed_unpower_is_told(driver: Driver) -> None:
    connection = PcscService().connect("Reader", Share.SHARED)
    assert isinstance(connection, PcscConnection)
    driver.codes["disconnect"] = [0x8010001D]
    with pytest.raises(ServiceUnavailable):
        connection.disconnect(Disposition.UNPOWER)


def test_cancel_reaches_the_driver(driver: Driver) -> None:
    service = PcscService()
    service.cancel()
    service.observe(None, 0)
    service.cancel()
    assert driver.calls[-1] == "cancel"


def test_the_monitor_threads_of_pyscard_are_not_used() -> None:
    source = Path(pcsc.__file__).read_text(encoding="utf-8")
    imports = re.findall(r"^(?:from|import) smartcard.*$", source, re.MULTILINE)
    assert imports == ["from smartcard import scard as _scard"]
