"""After a process died: faults to provoke it, checks that nothing is left, and the restart of a killed supervisor."""

import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psutil

from kiosk.processes.start import TREE_VARIABLE
from kiosk.training.base import process_tree
from kiosk.training.remote.control import ControlError
from tests.support import observe
from tests.support.terminal import Terminal, Visit, assert_ended, assert_next_may_come

LIMIT = 10.0
STOPPED = psutil.STATUS_STOPPED


def session_fault(terminal: Terminal, name: str, **arguments: Any) -> None:
    """Cause a fault in the session (``tests/hostile/faults.py``). No answer is fine: it may have died of the fault."""
    with suppress(ControlError):
        terminal.control.ask("session", "fault", name=name, **arguments)


def machine_fault(terminal: Terminal, name: str, **arguments: Any) -> None:
    """Cause a fault in the supervisor, its clock or its disk. No answer is fine: it may have died of the fault."""
    with suppress(ControlError):
        terminal.control.ask("supervisor", "fault", name=name, **arguments)


@contextmanager
def limits(terminal: Terminal, **short: float) -> Iterator[None]:
    """Change time limits of the supervisor (seconds) for the length of the block."""
    usual = {"alive": 5.0, "prepare": 20.0, "absolute": 1800.0, "wipe": 10.0, "recycle": 3600.0}
    machine_fault(terminal, "limits", **short)
    try:
        yield
    finally:
        machine_fault(terminal, "limits", **{name: usual[name] for name in short})


# --- processes ---


def victims(terminal: Terminal, who: str) -> list[psutil.Process]:
    """The living processes with this role; at least one."""
    state = terminal.control.terminal()
    found = {
        "session": lambda: [psutil.Process(state["serving"])],
        "spare": lambda: [psutil.Process(state["spare"])],
        "renderer": lambda: [psutil.Process(terminal.control.ask("session", "renderers")["page"])],
        "hold": lambda: [psutil.Process(terminal.control.ask("session", "renderers")["hold"])],
        "zygote": lambda: _zygotes(state["serving"]),
        "engine": lambda: process_tree.tree(state["serving"])[1:],
        "tree": lambda: process_tree.tree(state["serving"]),
        "supervisor": lambda: [psutil.Process(terminal.pid)],
        "everything": lambda: process_tree.tree(terminal.pid),
    }[who]()
    assert found, f"there is no {who}"
    return found


def _zygotes(session: int) -> list[psutil.Process]:
    """The engine's processes that are not renderers: renderers are forked from these."""
    pages = {process.pid for process in observe.renderers(session)}
    return [process for process in process_tree.tree(session)[1:] if process.pid not in pages]


def send(processes: Iterable[psutil.Process], number: signal.Signals) -> None:
    """Send the signal to each process; those that have ended meanwhile are skipped."""
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            process.send_signal(number)


# --- checks ---


def assert_ended_and_forgotten(terminal: Terminal, before: Visit, reason: str) -> None:
    """The session ended for this reason with audit lines; no process, file or verified PIN of it is left."""
    assert_ended(terminal, before, reason)
    assert_forgotten(terminal, before)


def assert_forgotten(terminal: Terminal, before: Visit) -> None:
    """No process and no folder of the session is left, and no PIN is verified on the card on the reader."""
    terminal.control.wait_until("no stray process", lambda: not strays(terminal))
    left = process_tree.alive(before.processes)
    assert not left, observe.command_lines(left)
    assert not [folder for folder in before.folders if folder.exists()]
    assert terminal.station("state")["verified"] is False
    assert not terminal.trail.broken()


def strays(terminal: Terminal) -> list[psutil.Process]:
    """Processes with the terminal's mark or in its folders that do not belong to the present session or its spare."""
    state = terminal.control.terminal()
    known = {item.pid for pid in (state["serving"], state["spare"]) if pid for item in process_tree.tree(pid)}
    return [process for process in psutil.process_iter() if process.pid not in known and _is_of(terminal, process)]


def _is_of(terminal: Terminal, process: psutil.Process) -> bool:
    with suppress(psutil.Error, OSError):
        if process.status() == psutil.STATUS_ZOMBIE:
            return False
        environment = process.environ()
        if environment.get(TREE_VARIABLE) == str(terminal.data / "session.json"):
            return True
        homes = [environment.get("HOME", ""), process.cwd()]
        return any(Path(home).is_relative_to(terminal.data / "sessions") for home in homes if home)
    return False


def come_back(terminal: Terminal) -> None:
    """Start a supervisor on the folder of the dead one, as a service manager would."""
    assert terminal.process is not None
    terminal.process.wait(LIMIT)
    terminal.start()
    terminal.wait_for_answer()


def assert_wiped_at_start(terminal: Terminal, before: Visit) -> None:
    """The next supervisor wiped before it served anybody, and nothing of the last session is left."""
    assert_next_may_come(terminal)
    codes = [code for code in before.trail.codes() if code in ("kiosk_started", "wipe_verified", "session_prepared")]
    assert codes[-3:] == ["kiosk_started", "wipe_verified", "session_prepared"]
    assert_forgotten(terminal, before)
