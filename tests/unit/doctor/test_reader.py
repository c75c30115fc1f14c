"""Smart-card service, driver, log, reader and card: every row's good and bad case, on fakes."""

import errno
import plistlib
import socket
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.cards import certificate
from kiosk.cards.identity import CardSession
from kiosk.cards.transport import (
    HOLD_LIMIT,
    CardBusy,
    CardConnection,
    CardError,
    Observation,
    ReaderStatus,
    ReaderUnavailable,
    ServiceUnavailable,
    Share,
    TransmissionError,
)
from kiosk.config.settings import Config
from kiosk.doctor import reader as checks
from kiosk.doctor.rows import Result, Row
from kiosk.failures import FailureName, failure
from kiosk.training.reader.virtual_slot import READER_NAME, VirtualReader
from tests.support import cards
from tests.support.cards import DirectService, NoCard
from tests.support.trace import assert_clean, verifications

REAL = "SONY FeliCa RC-S300/P 00 00"


class Service(NoCard):
    """A service that refuses or answers, and records whether it was released."""

    def __init__(self, error: CardError | None = None, observation: Observation | None = None) -> None:
        self.error, self.observation, self.closed = error, observation or Observation(service=False), 0

    def observe(self, previous: Observation | None, timeout: float) -> Observation:
        return self.observation

    def connect(self, reader: str, share: Share, limit: float = HOLD_LIMIT) -> CardConnection:
        assert self.error is not None
        raise self.error

    def close(self) -> None:
        self.closed += 1


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ReaderUnavailable("0x80100009"), ""),
        (ServiceUnavailable("0x8010001D"), "0x8010001D"),
        (TransmissionError("0x8010006A"), "0x8010006A"),
        (ServiceUnavailable(), "ServiceUnavailable"),
    ],
)
def test_the_service_is_asked_for_a_reader_that_nobody_has(error: CardError, code: str) -> None:
    service = Service(error)
    assert checks.service_code(lambda: service) == code
    assert service.closed == 1


@pytest.mark.parametrize(
    ("code", "reachable", "word"),
    [
        ("0x8010001D", errno.ENOENT, "install pcscd"),
        ("0x8010001D", errno.ECONNREFUSED, "systemctl restart"),
        ("0x8010001D", errno.EACCES, "socket"),
        ("0x8010006A", 0, "polkit"),
        ("0x80100013", 0, "polkit"),
    ],
)
def test_what_stands_between_is_told_apart(code: str, reachable: int, word: str) -> None:
    row = checks.service(code, reachable, windows=False)
    assert row.result is Result.FAIL
    assert word in row.to_do
    assert code in row.found


def test_service_answers_and_on_windows_another_service_is_named() -> None:
    assert checks.service("", 0).result is Result.OK
    assert "SCardSvr" in checks.service("0x8010001D", 0, windows=True).to_do
    row = checks.service_now(lambda: Service(ReaderUnavailable("0x80100009")))
    assert row.result is Result.OK


def test_the_socket_tells_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = str(tmp_path / "comm")
    assert checks.socket_error(place) == errno.ENOENT
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(place)
        assert checks.socket_error(place) == errno.ECONNREFUSED
        listener.listen()
        monkeypatch.setenv("PCSCLITE_CSOCK_NAME", place)
        assert checks.socket_error() == 0
    assert checks.socket_error("x" * 500)


def test_driver() -> None:
    ccid: dict[str, object] = {"CFBundleExecutable": "libccid.so", "CFBundleShortVersionString": "1.5.2"}
    row = checks.driver(lambda: "pcsc-lite version 1.9.9.\nCopyright", lambda: [ccid], windows=False)
    assert (row.result, row.found) == (Result.OK, "pcscd 1.9.9, libccid.so 1.5.2")
    assert checks.driver(lambda: None, lambda: [ccid], windows=False).result is Result.WARN
    assert checks.driver(lambda: "pcsc-lite version 1", list, windows=False).result is Result.WARN
    assert checks.driver(windows=True).result is Result.NOT_APPLICABLE


def test_driver_files(tmp_path: Path) -> None:
    for name, data in (("a", plistlib.dumps({"ifdLogLevel": "0x0003"})), ("b", b"no plist")):
        (tmp_path / f"{name}.bundle" / "Contents").mkdir(parents=True)
        (tmp_path / f"{name}.bundle" / "Contents" / "Info.plist").write_bytes(data)
    assert checks.driver_files([str(tmp_path)]) == [{"ifdLogLevel": "0x0003"}]


@pytest.mark.parametrize("words", ["-a", "--apdu", "--ap", "-fda", "-f -x -a", "--foreground -ia"])
def test_a_log_of_card_commands_is_found(words: str) -> None:
    assert checks.logs_apdus(["/usr/sbin/pcscd", *words.split()])


@pytest.mark.parametrize(
    "words",
    ["", "-f -x", "--foreground --auto-exit", "-c/etc/a", "-fc /path", "-t 200", "--", "--force-reader-polling"],
)
def test_other_options_are_none(words: str) -> None:
    assert not checks.logs_apdus(["/usr/sbin/pcscd", *words.split()])


def apdu_log(*commands: list[str] | None, level: str = "0x0003") -> Row:
    return checks.apdu_log(lambda: list(commands), lambda: [{"ifdLogLevel": level}], windows=False)


def test_apdu_log() -> None:
    assert apdu_log(["pcscd", "-f"]).result is Result.OK
    assert apdu_log(["pcscd", "-f"], ["pcscd", "-a"]).result is Result.FAIL
    assert apdu_log(["pcscd", "-f"], level="0x000F").result is Result.FAIL
    assert apdu_log(["pcscd", "-f"], None).result is Result.WARN
    assert apdu_log().result is Result.WARN
    assert checks.apdu_log(windows=True).result is Result.NOT_APPLICABLE
    assert isinstance(checks.pcscd_commands(), list)


def seen(*names: str) -> Observation:
    return Observation(service=True, readers=tuple(ReaderStatus(name, present=False) for name in names))


@pytest.mark.parametrize(
    ("names", "configured", "result", "word"),
    [
        ((REAL,), "", Result.OK, REAL),
        ((REAL, "ACS ACR39U 00 00"), "SONY FeliCa RC-S300/P", Result.OK, REAL),
        ((), "", Result.FAIL, "none"),
        ((REAL,), "ACS", Result.FAIL, "not there"),
        ((REAL, "ACS ACR39U 00 00"), "", Result.FAIL, "several"),
        ((REAL, "Virtual PCD 00 00"), REAL, Result.FAIL, "software: Virtual PCD"),
    ],
)
def test_reader(names: tuple[str, ...], configured: str, result: Result, word: str) -> None:
    row = checks.reader(seen(*names), Config(reader_name=configured))
    assert row.result is result
    assert word in row.found


@pytest.mark.parametrize(("configured", "result"), [(REAL, Result.WARN), ("非接触", Result.FAIL)])
def test_a_reader_that_does_not_answer_is_named(configured: str, result: Result) -> None:
    both = Observation(
        True, (ReaderStatus(REAL, present=False), ReaderStatus("非接触 0", present=False, answers=False))
    )
    row = checks.reader(both, Config(reader_name=configured))
    assert row.result is result
    assert row.found.endswith("does not answer: 非接触 0")


def test_the_lines_to_write_are_shown() -> None:
    row = checks.reader(seen(REAL, "ACS ACR39U 00 00", "ACS ACR39U 01 00"), Config())
    assert row.to_do.endswith("write into kiosk.toml: reader_name = 'SONY FeliCa RC-S300/P'")
    assert "kiosk.toml" not in checks.reader(seen("ACS ACR39U 00 00", "ACS ACR39U 01 00"), Config()).to_do
    assert "reader_name = 'SONY FeliCa RC-S300/P'" in checks.reader(seen(REAL), Config(reader_name="SONY")).to_do


def test_reader_without_service_or_configuration() -> None:
    assert checks.reader(Observation(service=False), Config()).result is Result.FAIL
    row = checks.reader(seen(REAL), None)
    assert row.result is Result.NOT_APPLICABLE
    assert REAL in row.found
    service = Service(observation=seen(REAL))
    assert checks.observe(lambda: service) == seen(REAL)
    assert service.closed == 1


@pytest.fixture
def slot() -> VirtualReader:
    return cards.reader()


def look(slot: VirtualReader) -> Row:
    return checks.card(lambda: DirectService(slot), Config(), clock_trusted=True)


def test_a_card_is_told_without_anything_personal_and_left_without_power(slot: VirtualReader) -> None:
    assert look(slot).result is Result.NOT_APPLICABLE
    slot.place("taro")
    row = look(slot)
    assert row.result is Result.OK
    assert "My Number card (RS256), certificate 20" in row.found
    assert "3 tries left" in row.found
    card = slot.card("taro")
    assert not card.powered
    assert verifications(card.trace) == 0
    assert_clean(card.trace)


@pytest.mark.parametrize(
    ("person", "word"),
    [
        ("transport", "not my number card [C01]"), ("phone", "phone token"), ("old_juki", "old juki card"),
        ("mute", "card mute"), ("pin_blocked", "pin blocked"), ("pin_less", "pin absent"), ("expired", "not valid now"),
        ("one_try_left", "1 tries left"), ("certificate_missing", "certificate missing"),
    ],
)  # fmt: skip
def test_other_cards_are_a_warning(slot: VirtualReader, person: str, word: str) -> None:
    slot.place(person)
    row = look(slot)
    assert row.result is Result.WARN
    assert word in row.found
    assert row.to_do
    assert row.japanese


def test_a_clock_before_the_certificate_judges_nothing(slot: VirtualReader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Dead battery, year 2000: the clock is wrong, not the card."""
    slot.place("taro")
    monkeypatch.setattr("kiosk.system.clock.wall", lambda: datetime(2000, 1, 1, tzinfo=UTC))
    row = look(slot)
    assert row.result is Result.WARN
    assert "cannot be judged" in row.found
    assert "時計" in row.japanese


def test_a_card_in_use_is_not_touched() -> None:
    used = Observation(service=True, readers=(ReaderStatus(REAL, present=True, in_use=True),))
    row = checks.card(lambda: Service(observation=used), Config(), clock_trusted=True)
    assert row.result is Result.WARN
    assert "not touched" in row.found


def test_a_card_that_another_program_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "HOLD_RETRY", 0.0)
    lying = Observation(service=True, readers=(ReaderStatus(REAL, present=True),))
    row = checks.card(lambda: Service(CardBusy("0x8010000B"), lying), Config(), clock_trusted=True)
    assert row.result is Result.FAIL
    assert "CertPropSvc" in row.to_do


def test_card_without_reader_or_configuration() -> None:
    assert checks.card(Service, Config(), clock_trusted=True).found == "no reader"
    assert checks.card(Service, None, clock_trusted=True).result is Result.NOT_APPLICABLE


def test_only_months_of_a_certificate_are_told(slot: VirtualReader) -> None:
    slot.place("taro")
    der = CardSession(DirectService(slot), READER_NAME, cards.KEY).read().certificate
    begins, ends = certificate.validity(der)
    row = checks.row_of(der, 3, "RS256", datetime.now(UTC), clock_trusted=True)
    assert f"{begins:%Y-%m} to {ends:%Y-%m}," in row.found
    assert f"{ends:%Y-%m-%d}" not in row.found


def test_by_a_clock_that_nothing_confirms_no_card_is_called_expired(slot: VirtualReader) -> None:
    """IT reads that the clock is the question; the sentence "go and renew it" is for a card that is expired."""
    slot.place("expired")
    der = CardSession(DirectService(slot), READER_NAME, cards.KEY).read().certificate
    renew = failure(FailureName.CERTIFICATE_EXPIRED).staff
    rows = [checks.row_of(der, 3, "RS256", datetime.now(UTC), clock_trusted=trusted) for trusted in (True, False)]
    assert [row.japanese == renew for row in rows] == [True, False]
    assert "nothing confirms" in rows[1].found
