"""The staff code that brings a terminal back into service: set, verified, and throttled across restarts.

It only ends "out of service": staff cannot skip a wipe or an identity check with it.
"""

import base64
import hashlib
import hmac
import json
import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from kiosk.failures import FailureName
from kiosk.system import clock, regular_file
from kiosk.system.secret_store import SecretStore, StoreUnusable

_ACCOUNT = "staff-code"
SHORTEST, LONGEST = 6, 12
#: Bytes at most of the file with the wrong tries.
_MOST = 1000
#: scrypt: 2**14 blocks of 8 × 128 bytes take 16 MB and some 50 ms; a code of six digits needs the throttle as well.
_LOG_N, _R, _P = 14, 8, 1
#: Wrong codes without a wait; after each further one the wait doubles, between these seconds.
_FREE_TRIES = 3
_FIRST_WAIT, _LONGEST_WAIT = 30.0, 900.0


class StaffCodeError(Exception):
    """The code cannot be set: it is too weak, or no keyring keeps it."""

    failure = FailureName.STAFF_CODE_MISSING


@dataclass(frozen=True)
class Answer:
    """Whether the code was right, and the seconds until the next try is allowed."""

    accepted: bool
    wait_seconds: float = 0.0


def hash_code(code: bytearray) -> str:
    """The salted hash of a code, for the keyring or for ``staff_code_hash`` in the configuration.

    The code is overwritten. Raises StaffCodeError for a weak code.
    """
    try:
        _refuse_weak(code)
        salt = secrets.token_bytes(16)
        digest = _scrypt(code, salt, _LOG_N, _R, _P)
    finally:
        code[:] = bytes(len(code))
    return f"scrypt${_LOG_N}${_R}${_P}${_text(salt)}${_text(digest)}"


def _refuse_weak(code: bytearray) -> None:
    if not SHORTEST <= len(code) <= LONGEST or any(not 0x30 <= digit <= 0x39 for digit in code):
        raise StaffCodeError(f"a staff code has {SHORTEST} to {LONGEST} digits")
    steps = {later - sooner for sooner, later in pairwise(code)}
    if len(steps) == 1 and steps <= {-1, 0, 1}:
        raise StaffCodeError("this code is the first that anybody would try; choose another")


def _scrypt(code: bytearray, salt: bytes, log_n: int, r: int, p: int) -> bytes:
    return hashlib.scrypt(bytes(code), salt=salt, n=2**log_n, r=r, p=p, maxmem=2**27, dklen=32)


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def set_code(code: bytearray) -> None:
    """Store the hash of this code in the keyring of the current account; the code is overwritten.

    Raises StaffCodeError.
    """
    stored = hash_code(code)
    try:
        SecretStore().write(_ACCOUNT, stored)
    except StoreUnusable as error:
        raise StaffCodeError(str(error)) from None


def _from_keyring() -> str:
    return SecretStore().read(_ACCOUNT)


class StaffCode:
    """Verifies codes with the configured hash or the keyring's, with a throttle that a restart does not reset."""

    def __init__(self, configured: str, folder: Path, wall: Callable[[], float] | None = None) -> None:
        """``configured`` is ``Config.staff_code_hash``; ``folder`` keeps the throttle between restarts."""
        self._configured = configured
        self._known = ""
        self._file = folder / "staff_code.json"
        self._wall = wall or (lambda: clock.wall().timestamp())
        self._stored()

    def is_set(self) -> bool:
        """Whether a code is set. Raises StoreUnusable when the keyring cannot tell."""
        return bool(self._configured or _from_keyring())

    def _stored(self) -> str:
        """The hash. A keyring that is locked in the middle of the day does not shut staff out of the terminal."""
        if not self._configured:
            with suppress(StoreUnusable):
                self._known = _from_keyring()
        return self._configured or self._known

    def wait_seconds(self) -> float:
        """Seconds until the next try is allowed."""
        wrong, at = self._read()
        if wrong < _FREE_TRIES:
            return 0.0
        wait = min(_FIRST_WAIT * 2.0 ** min(wrong - _FREE_TRIES, 10), _LONGEST_WAIT)
        passed = self._wall() - at
        # A wall clock that was set back begins the wait again and never shortens it.
        return wait if passed < 0 else max(0.0, wait - passed)

    def verify(self, code: bytearray) -> Answer:
        """Verify and overwrite the code. During a wait it is refused unchecked. Raises OSError."""
        try:
            wait = self.wait_seconds()
            if wait:
                return Answer(False, wait)
            wrong, _ = self._read()
            # Counted before the check, so that cutting the power during it saves no try.
            self._write(wrong + 1)
            if not _is_right(self._stored(), code):
                return Answer(False, self.wait_seconds())
            self._write(0)
            return Answer(True)
        finally:
            code[:] = bytes(len(code))

    def _read(self) -> tuple[int, float]:
        try:
            kept = json.loads(regular_file.read(self._file, _MOST).decode("ascii"))
            return int(kept["wrong"]), float(kept["at"])
        except FileNotFoundError:
            return 0, 0.0
        except (OSError, ValueError, KeyError, TypeError):
            # Damaged or unreadable: as after the free tries, with the wait counted from the file's time.
            return _FREE_TRIES, self._file_time()

    def _file_time(self) -> float:
        try:
            return self._file.stat().st_mtime
        except OSError:
            return self._wall()

    def _write(self, wrong: int) -> None:
        kept = json.dumps({"wrong": wrong, "at": self._wall()})
        aside = self._file.with_suffix(".new")
        aside.write_text(kept, encoding="ascii")
        aside.replace(self._file)


def _is_right(stored: str, code: bytearray) -> bool:
    try:
        scheme, log_n, r, p, salt, digest = stored.split("$")
        if scheme != "scrypt":
            return False
        made = _scrypt(code, base64.b64decode(salt), int(log_n), int(r), int(p))
        return hmac.compare_digest(made, base64.b64decode(digest))
    except ValueError:
        return False
