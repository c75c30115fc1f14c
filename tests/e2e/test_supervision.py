"""The supervisor and sessions that die, hang or send nonsense; and the wipe at the start after a crash."""

import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import psutil
import pytest

from kiosk.training.base import process_tree
from kiosk.training.remote.walk import A
from tests.e2e.conftest import Start
from tests.support import observe
from tests.support.afterwards import assert_wiped_at_start, come_back, machine_fault
from tests.support.terminal import Terminal, assert_card_waits, assert_ended, assert_next_may_come, reach, visit

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

MAD_LINES = {
    "no JSON": b"nonsense\n",
    "an unknown word": b'{"v":1,"type":"unlock"}\n',
    "a key too many": b'{"v":1,"type":"alive","pin":"1234"}\n',
    "another version": b'{"v":2,"type":"alive"}\n',
    "a line without end": b"x" * 9000,
    "not UTF-8": b'{"v":1,"type":"\xff"}\n',
    "ready for a second time": b'{"v":1,"type":"ready"}\n',
    "hello for a second time": b'{"v":1,"type":"hello","protocol":1}\n',
}


@pytest.mark.parametrize("line", MAD_LINES.values(), ids=MAD_LINES)
def test_a_session_that_sends_nonsense_is_ended(terminal: Terminal, line: bytes) -> None:
    reach(terminal, "choose")
    before = visit(terminal)
    observe.write_as_session(before.pid, line)
    assert_ended(terminal, before, "protocol_error")
    assert_next_may_come(terminal)


@pytest.mark.parametrize("screen", ["choose", "check"])
def test_a_session_that_is_killed(terminal: Terminal, screen: str) -> None:
    """At the beginning, and just before an application becomes final; test_deaths_states.py has the other phases."""
    reach(terminal, screen)
    before = visit(terminal)
    os.kill(before.pid, signal.SIGKILL)
    assert_ended(terminal, before, "session_crashed")
    if terminal.control.ask("station", "state")["person"]:
        assert_card_waits(terminal)
    assert terminal.commits() == 0


def test_the_hardware_key_works_while_the_session_hangs(terminal: Terminal) -> None:
    reach(terminal, "browse")
    before = visit(terminal)
    for process in before.processes:
        process.suspend()
    terminal.hardware_key()
    assert_ended(terminal, before, "next_customer")


# --- never two ---


def test_never_two_sessions_at_once(terminal: Terminal) -> None:
    """Over five customers: at most one folder, one session process and one spare interpreter."""
    trail, counts = terminal.trail.now(), [(0, 0)]
    for _ in range(5):
        session = terminal.control.terminal()["session"]
        terminal.hardware_key()
        terminal.control.wait_until("the next", partial(_next_one, terminal, session, counts))
    assert max(folders for folders, _ in counts) == 1
    assert max(processes for _, processes in counts) <= 2
    order = [code for code in trail.codes() if code in ("session_ended", "wipe_verified", "session_prepared")]
    assert order == ["session_ended", "wipe_verified", "session_prepared"] * 5


def _next_one(terminal: Terminal, after: int, counts: list[tuple[int, int]]) -> bool:
    """Whether the next session is ready; folders and session processes are counted at each call."""
    folders = len(list((terminal.data / "sessions").iterdir()))
    counts.append((folders, len(observe.sessions(terminal.pid))))
    state = terminal.control.terminal()
    return bool(state["session"] > after and state["phase"] == "ready")


# --- ends of the supervisor ---


def test_stopping_in_the_middle_leaves_nothing(start: Start) -> None:
    terminal = start()
    reach(terminal, "browse")
    before, processes = visit(terminal), process_tree.tree(terminal.pid)
    assert terminal.stop() == 0
    assert not process_tree.alive(processes), observe.command_lines(process_tree.alive(processes))
    assert not list((terminal.data / "sessions").iterdir())
    assert before.trail.codes()[-3:] == ["session_ended", "wipe_verified", "kiosk_stopped"]
    assert before.trail.of("session_ended")[0]["reason"] == "shutdown"
    assert not before.trail.broken()


def test_a_killed_supervisor_takes_its_session_with_it_and_the_next_start_wipes(start: Start) -> None:
    terminal = start()
    reach(terminal, "browse")
    old = _stopped_engine(terminal)
    folder = next((terminal.data / "sessions").iterdir())
    _kill_supervisor(terminal)
    assert process_tree.alive(old), "there must be something left for the next start to find"
    assert folder.exists()
    terminal.__enter__()
    terminal.control.wait_phase("ready")
    assert not process_tree.alive(old), observe.command_lines(process_tree.alive(old))
    assert not folder.exists()
    assert not terminal.trail.broken()


def _stopped_engine(terminal: Terminal) -> list[psutil.Process]:
    """The session's engine processes, stopped: these do not notice that their parent has died."""
    engine = visit(terminal).processes[1:]
    for process in engine:
        process.suspend()
    return engine


def _kill_supervisor(terminal: Terminal) -> None:
    assert terminal.process is not None
    session = psutil.Process(visit(terminal).pid)
    terminal.process.kill()
    terminal.process.wait()
    terminal.control.wait_until("the session to die with its supervisor", lambda: not process_tree.alive([session]))


def test_every_start_wipes_first(start: Start) -> None:
    terminal = start()
    terminal.stop()
    left = terminal.data / "sessions" / "0123456789abcdef" / "home"
    left.mkdir(parents=True)
    (left / "cookies").write_text("A", encoding="ascii")
    terminal.__enter__()
    terminal.control.wait_phase("ready")
    assert not left.exists()
    receipt = terminal.control.receipt_of(0)
    assert receipt is not None
    assert receipt["verified"]
    assert terminal.trail.codes().count("kiosk_started") == 2


def test_a_card_on_the_reader_at_the_start_is_not_served(terminal: Terminal) -> None:
    terminal.control.place(A.person)
    terminal.control.wait_stage("choose")
    before = visit(terminal)
    os.kill(before.pid, signal.SIGKILL)
    assert_ended(terminal, before, "session_crashed")
    assert_card_waits(terminal)


# --- wrong use ---


@pytest.mark.parametrize(
    ("text", "code"), [(None, 2), ("terminal_id = 5", 2), ("nonsense = 1", 2), ("[timers]\nidle = 1", 2), ("x", 2)]
)
def test_a_missing_or_wrong_configuration(tmp_path: Path, text: str | None, code: int) -> None:
    file = tmp_path / "kiosk.toml"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    ended = _kiosk("run", "--config", str(file))
    assert ended.returncode == code
    assert str(file) in ended.stderr
    assert "Traceback" not in ended.stderr


def test_production_refuses_this_machine(tmp_path: Path) -> None:
    """As root, or with a configuration that its own user can write: never a start, never a traceback."""
    (tmp_path / "procedures").mkdir()
    file = tmp_path / "kiosk.toml"
    file.write_text(
        'reader_name = "Virtual PCD 00 00"\nprocedures_folder = "procedures"\ndata_folder = "data"\n', "utf-8"
    )
    ended = _kiosk("run", "--config", str(file))
    assert ended.returncode in (2, 3), ended.stderr
    assert "Traceback" not in ended.stderr
    assert ended.stderr.startswith("kiosk: ")


def _kiosk(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", "-m", "kiosk", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)


def test_a_segmentation_fault_of_the_supervisor_leaves_a_traceback(terminal: Terminal) -> None:
    """SIGSEGV: stderr gets functions and lines but no values; the next start wipes."""
    before = visit(terminal)
    os.kill(terminal.pid, signal.SIGSEGV)
    come_back(terminal)
    assert_wiped_at_start(terminal, before)
    errors = terminal.errors.read_text("utf-8")
    assert "Fatal Python error: Segmentation fault" in errors
    assert "ui/terminal/root.py" in errors


def test_a_session_that_crashes_leaves_no_memory_on_the_disk(terminal: Terminal) -> None:
    """Every process of it has the limit and works in the session's folder; after the crash no dump is anywhere."""
    reach(terminal, "browse")
    before = visit(terminal)
    processes = process_tree.tree(before.pid)
    assert len(processes) > 2, "the engine's are among them"
    for process in processes:
        limits = Path(f"/proc/{process.pid}/limits").read_text("ascii")
        assert "Max core file size        1                    1 " in limits
    assert Path(f"/proc/{before.pid}/cwd").readlink().parent == terminal.data / "sessions"
    places = [Path(f"/proc/{pid}/cwd").readlink() for pid in (os.getpid(), terminal.pid)]
    found = [set(place.glob("core*")) for place in places]
    os.kill(before.pid, signal.SIGSEGV)
    assert_ended(terminal, before, "session_crashed")
    assert_card_waits(terminal)
    assert [set(place.glob("core*")) for place in places] == found


def test_a_wipe_that_hangs_does_not_hold_up_the_stop(start: Start) -> None:
    """The machine goes down. No process is left, what else is left waits for the next start, and it is written down."""
    terminal = start()
    reach(terminal, "browse")
    before, processes = visit(terminal), process_tree.tree(terminal.pid)
    terminal.portal.change("fault", fault="slow 30")
    machine_fault(terminal, "limits", wipe=0.2)
    terminal.hardware_key()
    assert terminal.stop() == 4
    assert not process_tree.alive(processes), observe.command_lines(process_tree.alive(processes))
    assert "wipe_verified" not in before.trail.codes()
    assert [line["failure"] for line in before.trail.of("out_of_service")] == ["wipe_timeout"]
    assert before.trail.codes()[-1] == "kiosk_stopped"
    come_back(terminal)
    assert_wiped_at_start(terminal, before)
