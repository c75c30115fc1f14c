"""Faults of the machine (folder, disk, log, sleep, a second start): the next person never finds anything."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kiosk.audit.file import AuditFile, AuditUnwritable, read, verify
from kiosk.audit.key import MemoryKeys
from kiosk.training.base.program import argv_of
from kiosk.training.base.settings import TrainingSettings, free_port
from kiosk.training.base.token import make_folder
from tests.e2e.conftest import Start
from tests.support.afterwards import (
    LIMIT,
    assert_ended_and_forgotten,
    assert_forgotten,
    assert_wiped_at_start,
    come_back,
    machine_fault,
)
from tests.support.audit_lines import started
from tests.support.closed import assert_out_of_service, unlock
from tests.support.terminal import Terminal, Visit, assert_card_waits, assert_next_may_come, reach, visit

pytestmark = [pytest.mark.e2e, pytest.mark.browser]


@pytest.fixture(scope="module")
def choices() -> dict[str, Any]:
    """Show why a session broke for 0.1 s only, to save time."""
    return {"notice": 0.1}


HOUR = 3600.0
#: The possible end reasons after an hour of sleep, by the state before it.
SLEPT = {
    "ready": ("session_hung", "recycled"),
    "browse": ("session_hung", "absolute_limit"),
    "check": ("session_hung", "absolute_limit"),
    "away": ("card_removed",),
}


def assert_folder_goes(terminal: Terminal, before: Visit) -> None:
    """The session's folder is deleted, even if no audit line could be written."""
    terminal.control.wait_until("its folder to go", lambda: not any(folder.exists() for folder in before.folders))


# --- the folder ---


@contextmanager
def immutable(path: Path) -> Iterator[None]:
    """Make a file immutable for the length of the block: not even root can change or delete it (ext4, btrfs, xfs)."""
    if not _mark(path, "+i"):
        pytest.skip("this file system or user cannot make a file immutable")
    try:
        yield
    finally:
        for place in path.parents[3].rglob(path.name):  # the kiosk may have moved it
            _mark(place, "-i")


def _mark(path: Path, mark: str) -> bool:
    return bool(shutil.which("chattr")) and succeeds("chattr", mark, str(path))


def succeeds(*command: str) -> bool:
    """Run a tool of the system; returns whether its exit code was 0."""
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_a_file_that_nobody_can_delete(terminal: Terminal) -> None:
    """The terminal goes out of service; when the file can be deleted again, the staff's unlock deletes it first."""
    reach(terminal, "browse")
    before = visit(terminal)
    stubborn = before.folders[0] / "home" / "stubborn"
    stubborn.write_text("mine")
    with immutable(stubborn):
        terminal.hardware_key()
        assert_out_of_service(terminal, "wipe_folder")
        receipt = terminal.control.receipt_of(before.session)
        assert receipt is not None
        assert [step["step"] for step in receipt["steps"] if not step["done"]] == ["folder"]
        assert "wipe_failed" in before.trail.codes()
        unlock(terminal)
        terminal.control.wait_until("a second failure", lambda: len(before.trail.of("wipe_failed")) == 2)
        assert_out_of_service(terminal, "wipe_folder")
    unlock(terminal)
    assert_card_waits(terminal)
    assert not list(terminal.data.rglob("stubborn*"))
    assert_forgotten(terminal, before)


def test_a_folder_that_another_program_holds(terminal: Terminal) -> None:
    reach(terminal, "browse")
    before = visit(terminal)
    machine_fault(terminal, "keep_files", keep=True)
    terminal.hardware_key()
    assert_out_of_service(terminal, "wipe_folder")
    assert not before.folders[0].exists(), "moved aside"
    machine_fault(terminal, "keep_files", keep=False)
    unlock(terminal)
    assert_card_waits(terminal)
    assert not list((terminal.data / "aside").iterdir())
    assert_forgotten(terminal, before)


def test_a_wipe_that_fails_while_the_kiosk_stops(start: Start) -> None:
    """The exit code reports it, and the next start wipes first."""
    terminal = start()
    reach(terminal, "browse")
    before = visit(terminal)
    machine_fault(terminal, "keep_files", keep=True)
    assert terminal.stop() == 4
    assert [line["failure"] for line in before.trail.of("out_of_service")] == ["wipe_folder"]
    come_back(terminal)
    assert_wiped_at_start(terminal, before)
    assert not list((terminal.data / "aside").iterdir())


# --- the disk ---


@contextmanager
def small(folder: Path) -> Iterator[None]:
    """Mount a file system of 24 MB there for the length of the block.

    However the block ends: one that stayed could not be removed by the clearing of old folders, and every later run of
    pytest would fail because of it.
    """
    if not succeeds("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(folder)):
        pytest.skip("this user cannot mount a file system")
    try:
        yield
    finally:
        assert succeeds("umount", "-l", str(folder))


@pytest.fixture
def cramped(tmp_path: Path) -> Iterator[Terminal]:
    """A terminal whose data folder is a small file system."""
    terminal = Terminal(tmp_path / "cramped")
    terminal.data.mkdir()
    with small(terminal.data), terminal:
        terminal.control.wait_phase("ready")
        yield terminal


def fill(disk: Path) -> Path:
    """Fill the free space of this file system; returns the file that takes it."""
    ballast = disk / "ballast"
    with ballast.open("wb") as file:
        try:
            while True:
                file.write(bytes(65_536))
                file.flush()
        except OSError:
            pass
    return ballast


@pytest.mark.parametrize("state", ["ready", "browse"])
def test_the_disk_is_full(cramped: Terminal, state: str) -> None:
    """Without an audit line the terminal may not serve: it goes out of service, and with free space can be unlocked."""
    if state != "ready":
        reach(cramped, state)
    before = visit(cramped)
    cramped.expected += ["audit", "folder"]
    ballast = fill(cramped.data)
    cramped.hardware_key()
    if state == "browse":
        cramped.control.take()
    cramped.control.wait_phase("out_of_service")
    failure = cramped.control.terminal()["failure"]
    assert failure in ("audit_unwritable", "folder_unwritable"), "whichever needs space first"
    assert_out_of_service(cramped, failure)
    receipt = cramped.control.wait_until("the receipt", lambda: cramped.control.receipt_of(before.session))
    assert receipt["verified"], receipt
    assert not [folder for folder in before.folders if folder.exists()]
    ballast.unlink()
    unlock(cramped)
    assert_next_may_come(cramped)
    assert_forgotten(cramped, before)


def test_half_a_line_of_a_full_disk_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise the next line would follow the half line, and the chain would stay broken."""
    file = AuditFile(tmp_path / "audit.jsonl", MemoryKeys())
    with monkeypatch.context() as full:
        full.setattr(os, "write", lambda to, data, write=os.write: write(to, data[: len(data) // 2]))
        with pytest.raises(AuditUnwritable):
            file.append("kiosk_started", **started(training=True))
    file.append("kiosk_stopped")
    file.close()
    assert verify(tmp_path / "audit.jsonl") == []
    assert [line["code"] for line in read(tmp_path / "audit.jsonl")] == ["chain_started", "kiosk_stopped"]


# --- the logs ---


def test_the_audit_file_cannot_be_written(terminal: Terminal) -> None:
    terminal.expected += ["audit"]
    reach(terminal, "browse")
    before = visit(terminal)
    with immutable(terminal.data / "audit.jsonl"):
        terminal.hardware_key()
        assert_out_of_service(terminal, "audit_unwritable")
        assert_folder_goes(terminal, before)
        unlock(terminal)
        terminal.control.wait_until("another refusal", lambda: terminal.control.terminal()["session"] > before.session)
        assert_out_of_service(terminal, "audit_unwritable")
    unlock(terminal)
    assert_card_waits(terminal)
    assert_forgotten(terminal, before)


def test_the_audit_file_is_taken_away(start: Start) -> None:
    """Lines in a deleted file do not count as written."""
    terminal = start()
    terminal.expected += ["audit"]
    reach(terminal, "browse")
    before = visit(terminal)
    (terminal.data / "audit.jsonl").unlink()
    terminal.hardware_key()
    assert_out_of_service(terminal, "audit_unwritable")
    assert_folder_goes(terminal, before)
    assert terminal.stop() == 4, "the exit code says that it was out of service"


@pytest.mark.parametrize("how", ["immutable", "removed"])
def test_the_log_cannot_be_written(terminal: Terminal, how: str) -> None:
    """The log is for IT only: without it the terminal serves and wipes as usual, and the audit file has the lines."""
    log = terminal.data / "kiosk.log"
    reach(terminal, "browse")
    before = visit(terminal)
    if how == "removed":
        log.unlink()
        terminal.hardware_key()
        assert_ended_and_forgotten(terminal, before, "next_customer")
    else:
        terminal.expected.append("lines_lost")
        with immutable(log):
            terminal.hardware_key()
            assert_ended_and_forgotten(terminal, before, "next_customer")
    assert_card_waits(terminal)


# --- time ---


@pytest.mark.parametrize("state", ["ready", "browse", "check", "away"])
def test_the_machine_slept_for_an_hour(terminal: Terminal, state: str) -> None:
    """No session outlives a sleep, because deadlines count suspend time."""
    reach(terminal, "browse" if state == "away" else state) if state != "ready" else None
    before = visit(terminal)
    if state == "away":
        terminal.control.take()
        terminal.control.wait_phase("away")
    machine_fault(terminal, "suspend", seconds=HOUR)
    receipt = terminal.control.wait_until("the receipt", lambda: terminal.control.receipt_of(before.session))
    assert receipt["reason"] in SLEPT[state], "a message of the session may arrive before the first check"
    assert_ended_and_forgotten(terminal, before, receipt["reason"])
    if state in ("browse", "check"):
        assert_card_waits(terminal)
    else:
        assert_next_may_come(terminal)


def test_a_short_sleep_ends_a_session_whose_card_is_away(terminal: Terminal) -> None:
    """Four seconds are too short to count as silence, but longer than the grace period of a removed card."""
    reach(terminal, "browse")
    before = visit(terminal)
    terminal.control.take()
    terminal.control.wait_phase("away")
    machine_fault(terminal, "suspend", seconds=4.0)
    assert_ended_and_forgotten(terminal, before, "card_removed")
    assert_next_may_come(terminal)


def test_the_machine_sleeps_while_a_card_is_called_for(terminal: Terminal) -> None:
    reach(terminal, "browse")
    before = visit(terminal)
    terminal.hardware_key()
    terminal.control.wait_phase("take_card")
    machine_fault(terminal, "suspend", seconds=HOUR)
    assert_ended_and_forgotten(terminal, before, "next_customer")
    assert_card_waits(terminal)


# --- starts ---


def test_a_second_kiosk_on_the_same_data_folder(terminal: Terminal) -> None:
    """It ends with a message; the first kiosk and its customer are not affected."""
    terminal.expected += ["refused"]
    reach(terminal, "browse")
    before = visit(terminal)
    argv = argv_of("terminal", second_settings(terminal))
    second = subprocess.run(argv, env=os.environ, capture_output=True, text=True, timeout=60, check=False)
    assert second.returncode == 3, second.stderr
    assert "another kiosk runs with this data folder" in second.stderr
    assert "Traceback" not in second.stderr
    assert visit(terminal).pid == before.pid
    assert "kiosk_started" not in before.trail.codes()
    terminal.hardware_key()
    assert_ended_and_forgotten(terminal, before, "next_customer")
    assert_card_waits(terminal)


def second_settings(terminal: Terminal) -> TrainingSettings:
    """Settings of a second terminal on the same data folder, with a station and sockets of its own."""
    folder = terminal.settings.root.parent / f"{terminal.settings.root.name}-second"
    folder.mkdir(exist_ok=True)
    (folder / "data").symlink_to(terminal.data)
    settings = replace(terminal.settings, folder=str(folder), port=free_port())
    make_folder(settings.control)
    settings.save()
    return settings


def test_an_exception_in_the_supervisor_ends_it_and_the_next_start_wipes(terminal: Terminal) -> None:
    terminal.expected += ["unexpected"]
    reach(terminal, "browse")
    before = visit(terminal)
    machine_fault(terminal, "fail")
    assert terminal.process is not None
    assert terminal.process.wait(LIMIT) == 70
    come_back(terminal)
    assert_wiped_at_start(terminal, before)
