"""The staff code: hash, throttle, and what a restart changes (nothing)."""

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import null
from keyring.errors import NoKeyringError

from kiosk.config import staff_code
from kiosk.config.settings import Config
from kiosk.config.staff_code import StaffCode, StaffCodeError, hash_code, set_code
from kiosk.system.secret_store import StoreUnusable

CODE = b"503917"


class Clock:
    """A wall clock that tests move."""

    def __init__(self) -> None:
        self.seconds = 1_000_000.0

    def __call__(self) -> float:
        return self.seconds


class MemoryKeyring(KeyringBackend):
    """A keyring in memory."""

    priority = 1

    def __init__(self, broken: bool = False) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.broken = broken

    def get_password(self, service: str, username: str) -> str | None:
        if self.broken:
            raise NoKeyringError
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.broken:
            raise NoKeyringError
        self.kept[service, username] = password


@pytest.fixture(autouse=True)
def ring() -> Iterator[MemoryKeyring]:
    """No test touches the keyring of the machine."""
    before, made = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture(autouse=True)
def fast(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cheap scrypt; its real cost is tested once."""
    monkeypatch.setattr(staff_code, "_LOG_N", 4)


@pytest.fixture
def clock() -> Clock:
    """A clock at a fixed time."""
    return Clock()


@pytest.fixture
def check(tmp_path: Path, clock: Clock) -> StaffCode:
    """A staff code from the configuration."""
    return StaffCode(hash_code(bytearray(CODE)), tmp_path, clock)


def test_right_and_wrong(check: StaffCode) -> None:
    assert check.is_set()
    assert not check.verify(bytearray(b"503918")).accepted
    assert check.verify(bytearray(CODE)).accepted


def test_the_code_is_overwritten_either_way(check: StaffCode) -> None:
    for code in (bytearray(CODE), bytearray(b"503918")):
        check.verify(code)
        assert code == bytes(6)


def test_wrong_codes_cost_a_wait_that_doubles_and_survives_a_restart(
    check: StaffCode, tmp_path: Path, clock: Clock
) -> None:
    assert [check.verify(bytearray(b"000001")).wait_seconds for _ in range(3)] == [0, 0, 30]
    restarted = StaffCode(hash_code(bytearray(CODE)), tmp_path, clock)
    assert restarted.verify(bytearray(CODE)) == staff_code.Answer(False, 30)
    clock.seconds += 30
    assert restarted.verify(bytearray(b"000001")).wait_seconds == 60
    clock.seconds += 60
    assert restarted.verify(bytearray(CODE)).accepted
    assert restarted.wait_seconds() == 0


def test_setting_the_clock_back_shortens_no_wait(check: StaffCode, clock: Clock) -> None:
    for _ in range(3):
        check.verify(bytearray(b"000001"))
    clock.seconds -= 5_000
    assert check.wait_seconds() == 30


def test_the_wait_has_an_end(check: StaffCode, clock: Clock) -> None:
    for _ in range(40):
        clock.seconds += 1_000
        check.verify(bytearray(b"000001"))
    assert check.wait_seconds() == 900


def test_a_damaged_throttle_makes_wait_not_free(check: StaffCode, tmp_path: Path, clock: Clock) -> None:
    file = tmp_path / "staff_code.json"
    file.write_text("{}")
    clock.seconds = file.stat().st_mtime
    assert check.wait_seconds() == 30


@pytest.mark.parametrize("code", [b"12345", b"1234567890123", b"50391a", b"", b"000000", b"123456", b"987654"])
def test_weak_codes_are_refused(code: bytes) -> None:
    with pytest.raises(StaffCodeError):
        hash_code(bytearray(code))


def test_the_same_code_never_gives_the_same_hash() -> None:
    assert hash_code(bytearray(CODE)) != hash_code(bytearray(CODE))


def test_the_hash_fits_the_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staff_code, "_LOG_N", 14)
    stored = hash_code(bytearray(CODE))
    assert Config(staff_code_hash=stored).staff_code_hash == stored


def test_the_keyring_is_used_without_a_configured_hash(tmp_path: Path) -> None:
    check = StaffCode("", tmp_path)
    assert not check.is_set()
    set_code(bytearray(CODE))
    assert check.is_set()
    assert check.verify(bytearray(CODE)).accepted


def test_without_a_keyring_it_is_told(ring: MemoryKeyring, tmp_path: Path) -> None:
    """The key of the audit file lives there too, so a hash in kiosk.toml would not help: it is not advised."""
    ring.broken = True
    with pytest.raises(StoreUnusable):
        StaffCode("", tmp_path).is_set()
    with pytest.raises(StaffCodeError, match="NoKeyringError") as told:
        set_code(bytearray(CODE))
    assert "staff_code_hash" not in str(told.value)


def test_a_keyring_that_is_locked_during_the_day_shuts_no_staff_out(ring: MemoryKeyring, tmp_path: Path) -> None:
    set_code(bytearray(CODE))
    check = StaffCode("", tmp_path)
    ring.broken = True
    assert check.verify(bytearray(CODE)).accepted
    assert not check.verify(bytearray(b"503918")).accepted


@pytest.mark.parametrize("stored", ["x", "scrypt$4$8$1$%%$%%", "bcrypt$4$8$1$AAAA$AAAA", "scrypt$a$8$1$AAAA$AAAA"])
def test_a_damaged_hash_is_never_right(tmp_path: Path, stored: str) -> None:
    assert not StaffCode(stored, tmp_path).verify(bytearray(CODE)).accepted


def test_a_code_that_the_keyring_does_not_keep_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is read back; and the null back end of the keyring library, which takes everything, is none to begin with."""
    keyring.set_keyring(null.Keyring())  # type: ignore[no-untyped-call]
    with pytest.raises(StaffCodeError, match="there is no keyring"):
        set_code(bytearray(b"284617"))
    forgetful = MemoryKeyring()
    monkeypatch.setattr(forgetful, "set_password", lambda *_: None)
    keyring.set_keyring(forgetful)
    with pytest.raises(StaffCodeError, match="does not keep"):
        set_code(bytearray(b"284617"))


def test_a_keyring_that_does_not_load_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise ModuleNotFoundError("no_such_keyring")

    monkeypatch.setattr(keyring, "get_keyring", missing)
    with pytest.raises(StaffCodeError, match="ModuleNotFoundError"):
        set_code(bytearray(b"284617"))
