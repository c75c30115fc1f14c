"""Checks of smart-card service, driver, reader and card. No PIN is asked, nothing personal is shown."""

import errno
import os
import plistlib
import secrets
import socket
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from kiosk.cards import certificate
from kiosk.cards.driver_codes import DriverCode
from kiosk.cards.identity import CardSession
from kiosk.cards.presence import judge
from kiosk.cards.reader_names import is_virtual_reader, setting_for, toml_line
from kiosk.cards.transport import (
    CardBusy,
    CardError,
    CardService,
    Disposition,
    Observation,
    ReaderUnavailable,
    Share,
)
from kiosk.cards.verification import public_key
from kiosk.config.settings import Config
from kiosk.doctor.machine import JA_CLOCK
from kiosk.doctor.rows import Check, Result, Row, output_of
from kiosk.doctor.settings import NEEDS_CONFIGURATION
from kiosk.failures import FailureName, failure
from kiosk.system import clock
from kiosk.vocabulary import ReaderState

SERVICE = Check("pcsc", "Smart-card service")
DRIVER = Check("driver", "Smart-card driver")
APDU_LOG = Check("apdu_log", "Log of card commands")
READER = Check("reader", "Card reader")
CARD = Check("card", "Card")
#: No reader has this name: a service that works answers that there is none.
NO_READER = "kiosk doctor"
#: Seconds to wait for another program that holds the card.
HOLD_RETRY = 1.0
_SOCKET = "/run/pcscd/pcscd.comm"
_DRIVERS = ("/usr/lib/pcsc/drivers", "/usr/lib64/pcsc/drivers", "/usr/local/lib/pcsc/drivers")
#: Bit of the CCID driver's ``ifdLogLevel`` that writes the bytes exchanged with the card.
_DRIVER_LOGS_BYTES = 0x04
#: Short options of pcscd that take a value: the rest of their word is no option.
_WITH_VALUE = "ctrs"
_JA_SERVICE = "カードの読み取りサービスが動いていません。端末を再起動し、直らなければIT担当に連絡してください。"
_JA_READER = "カードリーダーが見つかりません。つなぎ直し、直らなければIT担当に連絡してください。"
_JA_LOG = "カードとのやりとりが記録される設定になっています。このまま使わず、IT担当に連絡してください。"

MakeService = Callable[[], CardService]


def service_code(make_service: MakeService) -> str:
    """The driver's error code as text; empty when the smart-card service answers."""
    with closing(make_service()) as service:
        try:
            service.connect(NO_READER, Share.SHARED).disconnect(Disposition.LEAVE)
        except ReaderUnavailable:
            return ""
        except CardError as error:
            return str(error) or type(error).__name__
    return ""


def socket_error(path: str | None = None) -> int:
    """The ``errno`` of a connection to pcscd's socket; 0 when it succeeds."""
    with closing(socket.socket(socket.AF_UNIX)) as client:
        client.settimeout(1.0)
        try:
            return client.connect_ex(path or os.environ.get("PCSCLITE_CSOCK_NAME", _SOCKET))
        except OSError as error:
            return error.errno or errno.EIO


def service_now(make_service: MakeService) -> Row:
    """``service`` with the facts of this machine."""
    code = service_code(make_service)
    return service(code, socket_error() if code and sys.platform != "win32" else 0)


def service(code: str, reachable: int, windows: bool = sys.platform == "win32") -> Row:
    """The row: the service answers; else the cause: not running, no permission, polkit."""
    if not code:
        return SERVICE.ok("answers")
    found, to_do = f"does not answer ({code})", "start the service `SCardSvr`; it starts with the first reader"
    if not windows:
        found, to_do = _pcscd_trouble(code, reachable)
    return SERVICE.fail(found, to_do, _JA_SERVICE)


def _pcscd_trouble(code: str, reachable: int) -> tuple[str, str]:
    if reachable == errno.EACCES:
        return f"no permission for pcscd's socket ({code})", "let the kiosk account reach pcscd's socket"
    if code == str(DriverCode.SECURITY_VIOLATION) or (code == str(DriverCode.COMM_ERROR) and not reachable):
        rule = "org.debian.pcsc-lite.access_pcsc and access_card"
        return f"pcscd refuses this account ({code})", f"add a polkit rule that allows the kiosk account {rule}"
    if reachable == errno.ENOENT:
        return f"pcscd is not there ({code})", "install pcscd and enable it: `systemctl enable --now pcscd.socket`"
    return f"pcscd does not answer ({code})", "`systemctl restart pcscd.socket pcscd`; see `journalctl -u pcscd`"


def driver_files(folders: Iterable[str] = _DRIVERS) -> list[dict[str, object]]:
    """The Info.plist of every installed driver bundle; unreadable ones are left out."""
    found = []
    for folder in folders:
        for file in sorted(Path(folder).glob("*.bundle/Contents/Info.plist")):
            with suppress(OSError, ValueError, plistlib.InvalidFileException):
                found.append(plistlib.loads(file.read_bytes()))
    return found


def driver(
    version: Callable[[], str | None] = lambda: output_of(["/usr/sbin/pcscd", "--version"]),
    files: Callable[[], list[dict[str, object]]] = driver_files,
    windows: bool = sys.platform == "win32",
) -> Row:
    """The row: versions of pcscd and of the drivers."""
    if windows:
        return DRIVER.skip("Windows' own service; the reader's driver is in its device manager")
    number = (version() or "").partition("\n")[0].removeprefix("pcsc-lite version ").rstrip(".")
    drivers = [
        f"{item.get('CFBundleExecutable', 'driver')} {item.get('CFBundleShortVersionString', '?')}" for item in files()
    ]
    if not number:
        return DRIVER.warn("pcscd does not tell its version", "check that the package pcscd is installed")
    if not drivers:
        return DRIVER.warn(f"pcscd {number}, no driver for USB readers", "install libccid, or the reader's own driver")
    return DRIVER.ok(f"pcscd {number}, {', '.join(drivers)}")


def pcscd_commands() -> list[list[str] | None]:
    """The command lines of all running pcscd processes; None for one that cannot be read."""
    import psutil

    found: list[list[str] | None] = []
    for process in psutil.process_iter(["name"]):
        if process.info["name"] == "pcscd":
            try:
                found.append(process.cmdline() or None)
            except psutil.Error:
                found.append(None)
    return found


def logs_apdus(command: Sequence[str]) -> bool:
    """Whether pcscd was started with --apdu or -a, also in a word like -fda."""
    for word in command[1:]:
        if word.startswith("--"):
            if len(word) > 3 and "--apdu".startswith(word):
                return True
        elif word.startswith("-") and "a" in _options(word[1:]):
            return True
    return False


def _options(bundle: str) -> str:
    ends = [place for place, letter in enumerate(bundle) if letter in _WITH_VALUE]
    return bundle[: ends[0]] if ends else bundle


def apdu_log(
    commands: Callable[[], list[list[str] | None]] = pcscd_commands,
    files: Callable[[], list[dict[str, object]]] = driver_files,
    windows: bool = sys.platform == "win32",
) -> Row:
    """The row: neither pcscd nor the CCID driver logs card commands, which contain the PIN."""
    if windows:
        return APDU_LOG.skip("Windows' service has no such log")
    running = commands()
    if any(command and logs_apdus(command) for command in running):
        to_do = "remove --apdu (-a) from PCSCD_ARGS in /etc/default/pcscd or the unit, restart pcscd, delete old logs"
        return APDU_LOG.fail("pcscd logs card commands, with the PIN in them", to_do, _JA_LOG)
    if any(int(str(item.get("ifdLogLevel", "0")), 0) & _DRIVER_LOGS_BYTES for item in files()):
        to_do = "set ifdLogLevel in the driver's Info.plist to 0x0003 and restart pcscd"
        return APDU_LOG.fail("the CCID driver logs card commands (ifdLogLevel)", to_do, _JA_LOG)
    if not running or None in running:
        found = "pcscd's command line cannot be read" if running else "no pcscd is seen running"
        return APDU_LOG.warn(found, "as root: check that pcscd runs without --apdu (-a)")
    return APDU_LOG.ok("off")


def observe(make_service: MakeService) -> Observation:
    """The service and its readers now."""
    with closing(make_service()) as service:
        return service.observe(None, 0.0)


def reader(observation: Observation, config: Config | None, *, training: bool = False) -> Row:
    """The row: exactly one reader is the configured one, and none exists in software only, but for ``training``."""
    names = ", ".join(item.name for item in observation.readers) or "none"
    if not observation.service:
        return READER.fail("unknown: no smart-card service", "see the row of the smart-card service", _JA_SERVICE)
    if config is None:
        return READER.skip(f"{NEEDS_CONFIGURATION}; there is: {names}")
    virtual = [item.name for item in observation.readers if is_virtual_reader(item.name)]
    if virtual and not training:
        to_do = "uninstall the virtual reader: whoever reaches it can pretend to be a card"
        return READER.fail(
            f"made of software: {', '.join(virtual)}",
            to_do,
            "本物でないカードリーダーがあります。IT担当に連絡してください。",
        )
    return _with_silent(_judged(observation, config, names), observation)


def _with_silent(row: Row, observation: Observation) -> Row:
    """The row, and beside it the readers that do not answer, whichever is configured."""
    silent = ", ".join(item.name for item in observation.readers if not item.answers)
    if not silent:
        return row
    to_do = "plug it in again; if that does not help, the reader or its driver is broken"
    if row.result is Result.OK:
        return READER.warn(f"{row.found}; does not answer: {silent}", to_do, _JA_READER)
    return READER.fail(f"does not answer: {silent}", to_do, _JA_READER)


def _judged(observation: Observation, config: Config, names: str) -> Row:
    reading = judge(observation, config.reader_name)
    if reading.state in (ReaderState.NO_READER, ReaderState.UNKNOWN):
        wanted = f"{config.reader_name!r} is not there; " if config.reader_name else ""
        to_do = _with_lines("plug the reader in", observation)
        return READER.fail(f"{wanted}there is: {names}", to_do, _JA_READER)
    if reading.state is ReaderState.AMBIGUOUS:
        japanese = "カードリーダーが2台以上つながっています。1台だけにするか、IT担当に連絡してください。"
        to_do = _with_lines("leave only one of them plugged in", observation)
        return READER.fail(f"several: {names}", to_do, japanese)
    return READER.ok(reading.reader)


def _with_lines(otherwise: str, observation: Observation) -> str:
    """What to do, and the lines to write into kiosk.toml; a reader that no line can tell from another has none."""
    names = [item.name for item in observation.readers]
    lines = [toml_line(setting) for name in names if (setting := setting_for(name, names))]
    return f"{otherwise}, or write into kiosk.toml: {' or: '.join(lines)}" if lines else otherwise


def card(make_service: MakeService, config: Config | None, clock_trusted: bool) -> Row:
    """The row: what the card on the reader tells without PIN. A card that another program uses is not touched.

    ``clock_trusted``: whether the kiosk would judge its dates (``kiosk.audit.time_of_day``).
    """
    if config is None:
        return CARD.skip(NEEDS_CONFIGURATION)
    with closing(make_service()) as service:
        reading = judge(now := service.observe(None, 0.0), config.reader_name)
        if reading.state is not ReaderState.CARD:
            return CARD.skip("no card on the reader" if reading.reader else "no reader")
        if any(item.name == reading.reader and (item.in_use or item.exclusive) for item in now.readers):
            return CARD.warn("in use by another program: not touched", "end the kiosk, or what else uses it, first")
        return _read(service, reading.reader, clock_trusted)


def _read(service: CardService, reader_name: str, clock_trusted: bool) -> Row:
    session = CardSession(service, reader_name, secrets.token_bytes(32), HOLD_RETRY)
    try:
        reading = session.read()
        public_key(reading.certificate)
        return row_of(reading.certificate, reading.tries_left, reading.algorithm, clock.wall(), clock_trusted)
    except CardBusy:
        to_do = "stop the other program; on Windows disable certificate propagation (CertPropSvc)"
        return CARD.fail("another program holds it", to_do, failure(FailureName.CARD_BUSY).staff)
    except CardError as error:
        known = failure(error.failure)
        return CARD.warn(
            f"{_kind(error)} [{known.code}]", "try another card before you suspect the reader", known.staff
        )
    finally:
        session.close()


def _kind(error: CardError) -> str:
    """The name of the error in words; its text could hold too much."""
    name = type(error).__name__
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()


def row_of(der: bytes, tries: int, algorithm: str, now: datetime, clock_trusted: bool) -> Row:
    """The row of a readable My Number card. Dates are shown as months: a certificate ends on a birthday."""
    begins, ends = certificate.validity(der)
    found = f"My Number card ({algorithm}), certificate {begins:%Y-%m} to {ends:%Y-%m}, {tries} tries left"
    if now < begins:
        return CARD.warn(f"{found}: not begun by this clock, so its dates cannot be judged", "set the clock", JA_CLOCK)
    if now > ends and not clock_trusted:
        return CARD.warn(f"{found}: ended by a clock that nothing confirms", "look at the row of the clock", JA_CLOCK)
    if now > ends:
        return CARD.warn(
            f"{found}: not valid now",
            "use another card, or check the clock",
            failure(FailureName.CERTIFICATE_EXPIRED).staff,
        )
    if tries == 1:
        return CARD.warn(
            found, "do not test with this card: one wrong PIN locks it", failure(FailureName.PIN_LAST_TRY).staff
        )
    return CARD.ok(found)
