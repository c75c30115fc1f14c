"""Checks of the machine: clock, disk, data folder, fonts for pages, keyring, display."""

import os
import shutil
import socket
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.audit import time_of_day as past
from kiosk.audit.line import AUDIT_FILE
from kiosk.config import access
from kiosk.config.settings import Config
from kiosk.doctor.refusals import existing, in_the_way
from kiosk.doctor.rows import Check, Row, output_of
from kiosk.doctor.settings import NEEDS_CONFIGURATION
from kiosk.system import clock, dumps, time_service
from kiosk.system.secret_store import SecretStore, StoreUnusable

CLOCK = Check("clock", "Clock")
DISK = Check("disk", "Disk space")
DATA = Check("data_folder", "Data folder")
PAGE_FONT = Check("page_font", "Fonts for pages")
DUMPS = Check("crash_dumps", "Crash dumps")
KEYRING = Check("keyring", "Keyring")
DISPLAY = Check("display", "Display")
MEBIBYTE = 1024 * 1024
#: Free bytes on the disk of the data folder: below the first a warning, below the second a failure.
ENOUGH, TOO_LITTLE = 1024 * MEBIBYTE, 200 * MEBIBYTE
#: A clock outside these years was never set.
YEARS = range(2025, 2061)
#: Maximum difference of the clock from a portal's ``Date``.
DRIFT = timedelta(minutes=5)
#: Maximum seconds of a write with fsync: each audit line is one.
SLOW_WRITE = 0.5
JA_CLOCK = "端末の時計が合っていません。IT担当に連絡してください。"
_UNCONFIRMED = (
    "switch NTP on, or compare clock and date by hand; until it is confirmed the kiosk calls no card expired and "
    "leaves that to the portal"
)
_JA_DISK = "端末の空き容量が足りません。IT担当に連絡してください。"
_JA_DATA = "記録を書き込めません。IT担当に連絡してください。"
_JA_KEYRING = "鍵の保管場所が使えません。IT担当に連絡してください。"
_JA_DUMPS = "異常終了のときに、入力した内容がディスクに残るおそれがあります。IT担当に連絡してください。"
_JA_DISPLAY = "画面を表示する仕組みが正しくありません。IT担当に連絡してください。"


def time_of_day(offsets: Sequence[timedelta], disciplined: bool | None, agrees: bool | None, now: datetime) -> Row:
    """The row: plausible year, near the portals' clocks, held by a time service, in agreement with the audit file.

    ``offsets``: how far each portal is ahead. ``agrees``: see ``past_agrees``.
    """
    reading = f"{now:%Y-%m-%d %H:%M %Z}".strip()
    if now.year not in YEARS:
        return CLOCK.fail(reading, "set the clock, then switch NTP on", JA_CLOCK)
    worst = max(map(abs, offsets), default=None)
    beside = f", {worst.total_seconds():.0f} s from the portal" if worst is not None else ""
    if worst is not None and worst > DRIFT:
        return CLOCK.fail(reading + beside, "correct clock and time zone, switch NTP on", JA_CLOCK)
    if disciplined:
        return CLOCK.ok(f"{reading}{beside}, synchronised")
    return _by_the_past(reading + beside, disciplined, agrees)


def _by_the_past(found: str, disciplined: bool | None, agrees: bool | None) -> Row:
    """The row of a plausible clock without a time service that is known to hold it."""
    if agrees is False:
        return CLOCK.warn(f"{found}, does not follow from the times in the audit file", _UNCONFIRMED, JA_CLOCK)
    if agrees is None:
        return CLOCK.warn(f"{found}, confirmed by no time service and no audit file", _UNCONFIRMED)
    found += ", follows from the audit file"
    if disciplined is False:
        return CLOCK.warn(f"{found}, not synchronised", "switch NTP on (`timedatectl set-ntp true`)")
    return CLOCK.ok(found)


def past_agrees(config: Config | None) -> bool | None:
    """Whether the audit file's times agree with the clock; None without a line."""
    return past.agrees_with_file(config.data_folder / AUDIT_FILE, clock.wall()) if config else None


def clock_is_trusted(config: Config | None) -> bool:
    """Whether ``kiosk run`` would judge a certificate's dates by this clock."""
    return past.trusted(False, time_service.synchronised(), bool(past_agrees(config)))


def disk(config: Config | None, free: Callable[[Path], int] = lambda path: shutil.disk_usage(path).free) -> Row:
    """The row: free space where the data folder is or will be."""
    if config is None:
        return DISK.skip(NEEDS_CONFIGURATION)
    left = free(existing(config.data_folder))
    found = f"{left / MEBIBYTE / 1024:.1f} GiB free" if left >= ENOUGH else f"{left // MEBIBYTE} MiB free"
    to_do = f"free at least 1 GiB on the disk of {config.data_folder}"
    if left < TOO_LITTLE:
        return DISK.fail(found, to_do, _JA_DISK)
    return DISK.ok(found) if left >= ENOUGH else DISK.warn(found, to_do, _JA_DISK)


def data_folder(config: Config | None) -> Row:
    """The row: a file can be written and synced there, and no other user can read the folder."""
    if config is None:
        return DATA.skip(NEEDS_CONFIGURATION)
    folder = config.data_folder
    if (barred := access.barred(folder)) != folder:
        return DATA.fail(f"this user may not look into {barred}", f"as root: chmod 755 {barred}", _JA_DATA)
    if not access.is_there(folder):
        return _not_yet(folder)
    try:
        seconds = _written(folder)
    except OSError as error:
        to_do = f"let the kiosk account own {folder} (data_folder), on a disk that is not read-only"
        return DATA.fail(f"{folder} cannot be written: {error.strerror or type(error).__name__}", to_do, _JA_DATA)
    if wrong := in_the_way(folder):
        found, _, to_do = wrong[0].rpartition(": ")
        return DATA.fail(found, to_do, _JA_DATA)
    return _of_writable(folder, seconds)


def _of_writable(folder: Path, seconds: float) -> Row:
    if sys.platform != "win32" and stat.S_IMODE(folder.stat().st_mode) & 0o077:
        return DATA.warn(f"{folder}: other users can look into it", f"`chmod 700 {folder}`")
    if seconds > SLOW_WRITE:
        return DATA.warn(f"{folder}: a write takes {seconds:.1f} s", "use a local disk; look at its health")
    return DATA.ok(f"{folder}, a write takes {seconds * 1000:.0f} ms")


def _not_yet(folder: Path) -> Row:
    above = existing(folder)
    if os.access(above, os.W_OK | os.X_OK) and above.is_dir():
        return DATA.ok(f"{folder} will be made at the first start")
    to_do = f"make {folder} (data_folder) and let the kiosk account own it"
    return DATA.fail(f"{folder} is not there and cannot be made", to_do, _JA_DATA)


def _written(folder: Path) -> float:
    """Seconds to write and sync a small temporary file. Raises OSError."""
    begun = time.perf_counter()
    with tempfile.TemporaryFile(dir=folder) as file:
        file.write(b"kiosk doctor" * 100)
        file.flush()
        os.fsync(file.fileno())
    return time.perf_counter() - begun


def page_font(match: Callable[[], str | None] | None = None, linux: bool = sys.platform.startswith("linux")) -> Row:
    """The row: one of the system's fonts, which portal pages use, has Japanese."""
    if not linux:
        return PAGE_FONT.skip("Windows brings Japanese fonts")
    answer = (match or _fc_match)()
    if answer is None:
        return PAGE_FONT.warn("fontconfig does not answer", "install the packages fontconfig and fonts-noto-cjk")
    family, _, languages = answer.strip().partition("|")
    if "ja" not in languages.split("|"):
        found = f"none has Japanese ({family or 'no font'} is used)"
        return PAGE_FONT.warn(
            found, "install the package fonts-noto-cjk", "申込みのページの文字が表示されないことがあります。"
        )
    return PAGE_FONT.ok(family.split(",")[0])


def _fc_match() -> str | None:
    return output_of(["/usr/bin/fc-match", "-f", "%{family}|%{lang}", ":lang=ja"])


def crash_dumps(trouble: Callable[[], str] = dumps.trouble) -> Row:
    """The row: a crash leaves no memory of a session on the disk. This process has the limits of the kiosk's."""
    if why := trouble():
        return DUMPS.fail(why, "raise the account's hard limit (LimitCORE=1), or switch that program off", _JA_DUMPS)
    pattern = dumps.core_pattern()
    return DUMPS.ok(f"none of the kiosk's processes{f' (core_pattern: {pattern})' if pattern else ''}")


def keyring(store: Callable[[], SecretStore] = SecretStore) -> Row:
    """The row: a back end that protects secrets and is not locked. Nothing is written or read there."""
    try:
        (used := store()).check()
    except StoreUnusable as error:
        return KEYRING.fail(error.why, error.remedy, _JA_KEYRING)
    return KEYRING.ok(used.name)


def display(
    source: Mapping[str, str],
    answers: Callable[[str], bool | None] | None = None,
    linux: bool = sys.platform.startswith("linux"),
) -> Row:
    """The row: X11, which the supervisor's curtain and hot key need."""
    if not linux:
        return DISPLAY.skip("Windows")
    name = source.get("DISPLAY", "")
    if source.get("XDG_SESSION_TYPE") == "wayland" or (source.get("WAYLAND_DISPLAY") and not name):
        return DISPLAY.fail("Wayland", "let the display manager start the kiosk account's session on X11", _JA_DISPLAY)
    if not name:
        return DISPLAY.fail("none", "run this in the kiosk account's X11 session, not over ssh", _JA_DISPLAY)
    if (answers or x_server_answers)(name) is False:
        return DISPLAY.fail(f"{name} does not answer", "start the X server; check DISPLAY and XAUTHORITY", _JA_DISPLAY)
    return DISPLAY.ok(f"X11, {name}")


def x_server_answers(name: str) -> bool | None:
    """Whether a local X server listens for this DISPLAY; None for one on another machine, which is not tried."""
    host, _, number = name.rpartition(":")
    if host not in ("", "unix"):
        return None
    path = f"/tmp/.X11-unix/X{number.partition('.')[0]}"  # noqa: S108 - where X servers listen
    return any(_listens(address) for address in (path, f"\0{path}"))


def _listens(address: str) -> bool:
    with closing(socket.socket(socket.AF_UNIX)) as client:
        client.settimeout(1.0)
        try:
            return client.connect_ex(address) == 0
        except OSError:
            return False
