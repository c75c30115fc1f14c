"""After a death: what must be gone whatever died, and how a terminal comes back after its supervisor was killed."""

import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psutil

from kiosk.processes.start import TREE_VARIABLE
from kiosk.training.remote.control import ControlError
from tests.support import observe
from tests.support.terminal import Terminal, Visit, assert_ended, assert_next_may_come

LIMIT = 10.0
STOPPED = psutil.STATUS_STOPPED


def session_fault(terminal: Terminal, name: str, **arguments: Any) -> None:
    """Let the session do something wrong (``tests/hostile/faults.py``); it may die of it before it answers."""
    with suppress(ControlError):
        terminal.control.ask("session", "fault", name=name, **arguments)


def machine_fault(terminal: Terminal, name: str, **arguments: Any) -> None:
    """Let the supervisor, its clock or its disk do something wrong; it may die of it before it answers."""
    with suppress(ControlError):
        terminal.control.ask("supervisor", "fault", name=name, **arguments)


@contextmanager
def limits(terminal: Terminal, **short: float) -> Iterator[None]:
    """Other time limits of the supervisor for a while, so that nobody waits for the real ones."""
    usual = {"alive": 5.0, "prepare": 20.0, "absolute": 1800.0, "wipe": 10.0, "recycle": 3600.0}
    machine_fault(terminal, "limits", **short)
    try:
        yield
    finally:
        machine_fault(terminal, "limits", **{name: usual[name] for name in short})


# --- who can die ---


def victims(terminal: Terminal, who: str) -> list[psutil.Process]:
    """The processes meant by a word, as they are now; at least one."""
    state = terminal.control.terminal()
    found = {
        "session": lambda: [psutil.Process(state["serving"])],
        "spare": lambda: [psutil.Process(state["spare"])],
        "renderer": lambda: observe.renderers(state["serving"]),
        "zygote": lambda: _zygotes(state["serving"]),
        "engine": lambda: observe.tree(state["serving"])[1:],
        "tree": lambda: observe.tree(state["serving"]),
        "supervisor": lambda: [psutil.Process(terminal.pid)],
        "everything": lambda: observe.tree(terminal.pid),
    }[who]()
    assert found, f"there is no {who}"
    return found


def _zygotes(session: int) -> list[psutil.Process]:
    """The engine's own processes that are no page's: what it forks its renderers from."""
    pages = {process.pid for process in observe.renderers(session)}
    return [process for process in observe.tree(session)[1:] if process.pid not in pages]


def send(processes: Iterable[psutil.Process], number: signal.Signals) -> None:
    """The signal to each, also to those that die of the first ones."""
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            process.send_signal(number)


# --- what must hold ---


def assert_bygone(terminal: Terminal, before: Visit, reason: str) -> None:
    """The session ended for this reason; no process, file or verified PIN of it is left, and it is written down."""
    assert_ended(terminal, before, reason)
    assert_forgotten(terminal, before)


def assert_forgotten(terminal: Terminal, before: Visit) -> None:
    """Nothing lives or lies around that the session brought; the card on the reader asks for its PIN again."""
    terminal.control.wait_until("no stray process", lambda: not strays(terminal))
    assert not observe.alive(before.processes), observe.command_lines(observe.alive(before.processes))
    assert not [folder for folder in before.folders if folder.exists()]
    assert terminal.station("state")["verified"] is False
    assert not terminal.trail.broken()


def strays(terminal: Terminal) -> list[psutil.Process]:
    """Processes that carry the terminal's mark, or live in its folders, and are not of the session of now."""
    state = terminal.control.terminal()
    rightful = {process.pid for pid in (state["serving"], state["spare"]) if pid for process in observe.tree(pid)}
    return [process for process in psutil.process_iter() if process.pid not in rightful and _ours(process, terminal)]


def _ours(process: psutil.Process, terminal: Terminal) -> bool:
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
    """The supervisor is dead: start the next one on the same folder, as a service manager would."""
    assert terminal.process is not None
    terminal.process.wait(LIMIT)
    terminal.start()
    terminal.control.wait_until("the next supervisor", lambda: _answers(terminal))


def _answers(terminal: Terminal) -> bool:
    with suppress(ControlError):
        return bool(terminal.control.terminal())
    return False


def assert_wiped_at_start(terminal: Terminal, before: Visit) -> None:
    """The next supervisor wiped before it let anybody in, and what the last one left is gone."""
    assert_next_may_come(terminal)
    codes = [code for code in before.trail.codes() if code in ("kiosk_started", "wipe_verified", "session_prepared")]
    assert codes[-3:] == ["kiosk_started", "wipe_verified", "session_prepared"]
    assert_forgotten(terminal, before)
