"""``kiosk run`` as an ordinary user with a real Secret Service, which keeps the key and last line of the audit file.

Without a reader: the kiosk starts, wipes, reports the missing smart-card service and is stopped. The training part is
not loaded.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from kiosk.audit.key import public_keys
from kiosk.config.staff_code import hash_code
from kiosk.survey.chains import find_chains
from kiosk.survey.findings import Kind
from kiosk.survey.walk import Walk
from kiosk.system import clock
from kiosk.training.base.settings import STAFF_CODE
from kiosk.training.remote.control import Control
from tests.support import needs
from tests.support.observe import AuditTrail

ROOT = Path(__file__).parents[2]
TOOLS = ("gnome-keyring-daemon", "dbus-daemon", "dbus-send", "setpriv")
pytestmark = [
    pytest.mark.e2e,
    needs.root("to become the kiosk's account"),
    needs.programs(*TOOLS),
]
PASSWORD = "keyring"
HAS_SECRETS = "org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets"


class Account:
    """A terminal's folder and the programs of its kiosk account. ``environment``: of these programs."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.data, self.home = folder, folder / "data", folder / "home"
        self.file = folder / "kiosk.toml"
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(self.home),
            "QT_QPA_PLATFORM": "offscreen",
            "PCSCLITE_CSOCK_NAME": str(folder / "nobody-listens"),
        }

    @property
    def trail(self) -> AuditTrail:
        return AuditTrail(self.data / "audit.jsonl")

    def start(self, command: Sequence[str], given: str = "") -> "subprocess.Popen[str]":
        """Start a program of this account with this text as its input."""
        running = subprocess.Popen(
            [*needs.AS_NOBODY, *command],
            env=self.environment,
            cwd=ROOT,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert running.stdin is not None
        running.stdin.write(given)
        running.stdin.close()
        running.stdin = None
        return running

    def run(self, command: Sequence[str]) -> "subprocess.CompletedProcess[str]":
        """Run a program of this account to its end."""
        running = self.start(command)
        out, err = running.communicate(timeout=60)
        return subprocess.CompletedProcess(command, running.returncode, out, err)

    def kiosk(self, *words: str) -> "subprocess.CompletedProcess[str]":
        """Run a command of the kiosk to its end."""
        done = self.run([sys.executable, "-I", "-m", "kiosk", *words])
        assert "Traceback" not in done.stdout + done.stderr, done.stderr
        return done

    def serve(self) -> list[str]:
        """Run ``kiosk run`` until its first wipe is verified, then stop it; returns the codes of its audit lines."""
        before = self.trail.now() if self.trail.file.exists() else self.trail
        running = self.start([sys.executable, "-I", "-m", "kiosk", "run", "--config", str(self.file)])
        eventually("the first wipe", lambda: running.poll() is not None or has_wiped(before))
        running.send_signal(signal.SIGTERM)
        _, err = running.communicate(timeout=30)
        assert running.returncode == 0, err
        return before.codes()

    @contextmanager
    def keyring(self, locked: bool = False) -> Iterator[None]:
        """A message bus with a Secret Service for the length of the block, as a desktop session has them.

        ``locked``: as after an automatic logon, which has no password to unlock it with.
        """
        bus = self.start(
            ["dbus-daemon", "--session", "--nofork", "--print-address", f"--address=unix:path={self.home}/bus"]
        )
        assert bus.stdout is not None
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        word = ["--unlock"] if not locked else []
        daemon = self.start(["gnome-keyring-daemon", "--foreground", *word, "--components=secrets"], PASSWORD)
        try:
            eventually("the Secret Service", self._has_secrets)
            yield
        finally:
            del self.environment["DBUS_SESSION_BUS_ADDRESS"]
            for process in (daemon, bus):
                process.terminate()
                process.communicate(timeout=10)

    def _has_secrets(self) -> bool:
        ask = "dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus " + HAS_SECRETS
        return "boolean true" in self.run(ask.split()).stdout


def has_wiped(trail: AuditTrail) -> bool:
    """Whether the start and a verified wipe are in the audit file."""
    codes = trail.codes() if trail.file.exists() else []
    return {"kiosk_started", "wipe_verified"} <= set(codes)


def eventually(what: str, condition: Callable[[], object]) -> None:
    """Wait until the condition is true, for 20 s at most."""
    Control(Path()).wait_until(what, condition, 20)


def surveyed(account: Account, key: str) -> list[Kind]:
    """What a survey finds in the package that `kiosk export` writes as the kiosk's account, with its public key."""
    target = account.data / "kiosk.zip"
    done = account.kiosk("export", str(target), "--config", str(account.file))
    assert done.returncode == 0, done.stderr
    with tempfile.TemporaryDirectory() as scratch:
        (chain,) = find_chains([target], Path(scratch))
        walk = Walk(chain, public_keys(key.encode()), every=True)
        assert [row.code for row in walk.rows()] == account.trail.codes()
    return [finding.kind for finding in walk.findings]


@pytest.fixture
def account() -> Iterator[Account]:
    """A folder that root owns and others can read; pytest's own folders are private."""
    with tempfile.TemporaryDirectory(prefix="kiosk-account-") as name:
        made = Account(Path(name))
        made.folder.chmod(0o755)
        (made.folder / "procedures").mkdir()
        shutil.copy(ROOT / "resources/procedures/example.toml", made.folder / "procedures/example.toml")
        code = hash_code(bytearray(STAFF_CODE.encode()))
        made.file.write_text(f'procedures_folder = "procedures"\ndata_folder = "data"\nstaff_code_hash = "{code}"\n')
        for folder in (made.data, made.home):
            folder.mkdir(mode=0o700)
            os.chown(folder, needs.NOBODY, needs.NOBODY)
        needs.another_account(made.folder)
        yield made


def test_the_key_and_the_last_line_outlive_the_kiosk(account: Account) -> None:
    """The second start continues with the same key; lines that were cut off meanwhile are reported as missing."""
    with account.keyring():
        first = account.serve()
        assert first[:2] == ["chain_started", "kiosk_started"]
        assert account.trail.lines()[0]["kept"] == "keyring"
        key = account.kiosk("audit", "public-key")
        assert key.returncode == 0
        assert "BEGIN PUBLIC KEY" in key.stdout
    with account.keyring():
        assert account.kiosk("audit", "public-key").stdout == key.stdout, "the keyring keeps it on disk, encrypted"
        second = account.serve()
        assert "chain_restarted" not in second
        assert verified(account) == 0
        assert surveyed(account, key.stdout) == []
        cut(account, 2)
        assert verified(account) == 1, "the keyring knows the last line"
        third = account.serve()
        assert third[0] == "chain_restarted"
        broken = account.trail.of("chain_restarted")[0]
        assert (broken["reason"], broken["missing"]) == ("cut", 2)


def test_without_a_keyring_it_does_not_start(account: Account) -> None:
    refused = account.kiosk("run", "--config", str(account.file))
    assert refused.returncode == 3
    assert "keyring" in refused.stderr
    assert not account.trail.file.exists()


def test_a_locked_keyring_is_told_at_once_and_unlocked_as_the_manual_says(account: Account) -> None:
    """After an automatic logon nobody gave a password: no dialog is waited for, and the doctor does not say "ok"."""
    with account.keyring():
        account.serve()
    with account.keyring(locked=True):
        begun = clock.now()
        refused = account.kiosk("run", "--config", str(account.file))
        assert (refused.returncode, "the keyring is locked" in refused.stderr) == (3, True), refused.stderr
        assert clock.now() - begun < 5
        assert keyring_row(account)["result"] == "fail"
        assert account.kiosk("staff-code", "set").returncode == 1, "it does not even ask for a code"
        unlock = account.start(
            ["gnome-keyring-daemon", "--replace", "--foreground", "--unlock", "--components=secrets"], PASSWORD
        )
        try:
            eventually("the doctor to be content", lambda: keyring_row(account)["result"] == "ok")
            assert "chain_restarted" not in account.serve(), "the same key as before"
        finally:
            unlock.terminate()
            unlock.communicate(timeout=10)


def test_before_the_first_logon_with_a_password_there_is_no_keyring(account: Account) -> None:
    with account.keyring(locked=True):
        refused = account.kiosk("run", "--config", str(account.file))
        assert (refused.returncode, "the keyring was not made yet" in refused.stderr) == (3, True), refused.stderr


def keyring_row(account: Account) -> dict[str, Any]:
    """The doctor's row."""
    report = account.kiosk("doctor", "--json", "--no-browser", "--config", str(account.file))
    rows: list[dict[str, Any]] = json.loads(report.stdout)["rows"]
    return next(row for row in rows if row["check"] == "keyring")


def verified(account: Account) -> int:
    """The exit code of ``kiosk audit verify`` on the terminal itself."""
    return account.kiosk("audit", "verify", "--config", str(account.file)).returncode


def cut(account: Account, lines: int) -> None:
    """Remove the last lines of the audit file."""
    whole = account.trail.file.read_bytes().splitlines(keepends=True)
    with account.trail.file.open("r+b") as file:
        file.truncate(sum(map(len, whole[:-lines])))
