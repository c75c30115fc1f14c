"""What a training session and its supervisor can be told to do wrong, so that tests see the terminal bear it.

Reached through the control channel only (``equipment.py``); nothing in the code of ``kiosk run`` knows of it.
"""

import inspect
import os
import shutil
import signal
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer

from kiosk.cards.mynumber import Jpki
from kiosk.lifecycle import states
from kiosk.processes import start as processes
from kiosk.protocol.messages import Ended
from kiosk.secret import Pin
from kiosk.system import clock, deletion
from kiosk.training.base import wall_clock
from kiosk.vocabulary import EndReason

#: How long the detached child would live, in seconds; its command line is its mark.
DETACHED_SECONDS = "86399"


def _for_ever() -> None:
    threading.Event().wait()


def _raise() -> None:
    raise RuntimeError("told to")


# --- a session gone wrong ---


def hang(_: Any) -> None:
    """The GUI thread stands still; all other threads live."""
    QTimer.singleShot(0, _for_ever)


def fail(_: Any) -> None:
    """An exception in a slot."""
    QTimer.singleShot(0, _raise)


def deaf(session: Any) -> None:
    """Ignore ``end``, and the end of stdin too."""
    session._on_end = lambda _: None


def end(session: Any, reason: str) -> None:
    """Ask for the session's end, for this reason."""
    session._send(Ended(EndReason(reason)))


def say(session: Any, text: str, times: int = 1) -> None:
    """Write this into the pipe, whatever it is; on a thread, since nobody may read it."""
    data = (text * times).encode("utf-8", "surrogateescape")
    threading.Thread(target=_write, args=(_pipe_of(session), data), name="fault", daemon=True).start()


def close_pipe(session: Any) -> None:
    """Close the pipe to the supervisor and live on."""
    os.close(_pipe_of(session))
    hang(session)


def trust(session: Any, seconds: float) -> None:
    """Bear this much silence of the supervisor, so that a test need not wait for as long as a session does."""
    session.attached.unwatched._silence = seconds


def detach(_: Any) -> None:
    """Start a child in a session of its own that nothing but its descent ties to this process."""
    setsid = shutil.which("setsid", path="/usr/bin:/bin")
    if setsid is None:
        raise FileNotFoundError("setsid")
    processes.start_helper([setsid, "--fork", "sleep", DETACHED_SECONDS], {"PATH": "/usr/bin:/bin"})


def meet_the_limit(session: Any, script: str, seconds: float, apart: float) -> None:
    """The idle limit is over in so many seconds; so long after it (negative: before) the page runs this script."""
    half = (session._last_input.idle() + seconds) / 2
    timers = replace(session._config.timers, idle=half, warning=half - 0.005)
    session._config = replace(session._config, timers=timers)
    page = session.browser.view.page()
    _precisely(session, seconds, session._on_tick)
    _precisely(session, seconds + apart, lambda: page.runJavaScript(script))


def _precisely(parent: QObject, seconds: float, then: Callable[[], object]) -> None:
    """``QTimer.singleShot`` with a function takes a coarse timer: 300 ms may be 292."""
    timer = QTimer(parent, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(then)
    timer.start(round(seconds * 1000) + 1)


def hold_does(session: Any, script: str) -> None:
    """The page that holds the portal's requests runs this."""
    session.browser.hold._tools.runJavaScript(script, 0)


def hold_goes(session: Any, address: str) -> None:
    """The page that holds the portal's requests goes somewhere else."""
    session.browser.hold._tools.setUrl(address)


def hold_sleeps(session: Any) -> None:
    """The hold lets everything go and asks nobody."""
    session.browser.hold._on_paused = lambda held: held.answer(True)


def decide_wrongly(session: Any) -> None:
    """The decision about a request fails."""

    def fail(_: Any) -> None:
        raise RuntimeError("told to")

    session.browser.warden._decide = fail


def leave_alone(session: Any, seconds: float) -> None:
    """Nobody has touched anything for so many seconds more."""
    session._last_input._last -= seconds


def after_verify(_: Any, then: str) -> None:
    """As soon as the card accepted the PIN, before it signs: ``kill`` or ``stop`` the process, or ``hold`` the card."""
    original, follow = Jpki.verify, _AFTER_VERIFY[then]

    def verify(self: Jpki, pin: Pin) -> None:
        original(self, pin)
        follow()

    setattr(Jpki, "verify", verify)  # noqa: B010 - a method is replaced on purpose


_AFTER_VERIFY: dict[str, Callable[[], None]] = {
    "kill": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "stop": lambda: os.kill(os.getpid(), signal.SIGSTOP),
    "hold": _for_ever,
}


def _pipe_of(session: Any) -> int:
    return int(inspect.unwrap(session._send).__self__._target)  # a method of the pipe


def _write(pipe: int, data: bytes) -> None:
    rest = memoryview(data)
    try:
        while rest:
            rest = rest[os.write(pipe, rest) :]
    except OSError:
        return


# --- a supervisor and its machine gone wrong ---


def limits(supervisor: Any, **changes: float) -> None:
    """Other time limits from now on, so that a test need not wait for the real ones."""
    supervisor.state = replace(supervisor.state, limits=replace(supervisor.state.limits, **changes))


def want_end(supervisor: Any, reason: str) -> None:
    """What lock, suspend, shutdown or staff ask for."""
    supervisor.dispatch(states.EndWanted(EndReason(reason)))


def suspend(_: Any, seconds: float) -> None:
    """The machine slept: both clocks have gone on, nothing else has."""
    awake, before = clock._clock, clock.wall
    setattr(clock, "_clock", lambda: awake() + seconds)  # noqa: B010
    setattr(clock, "wall", lambda: before() + timedelta(seconds=seconds))  # noqa: B010


def set_clock(supervisor: Any, seconds: float) -> None:
    """Somebody, or a time server, sets the time of day of the whole machine."""
    wall_clock.move(supervisor.settings.data_folder.parent, seconds)


def keep_files(_: Any, keep: bool) -> None:
    """Nothing can be deleted, as when another program holds it; ``keep`` False: it lets go."""
    setattr(deletion, "_delete", (lambda *_: False) if keep else _delete)  # noqa: B010


_delete = deletion._delete

SESSION: dict[str, Callable[..., None]] = {
    "hang": hang,
    "fail": fail,
    "deaf": deaf,
    "end": end,
    "say": say,
    "close_pipe": close_pipe,
    "detach": detach,
    "trust": trust,
    "hold_does": hold_does,
    "hold_goes": hold_goes,
    "hold_sleeps": hold_sleeps,
    "decide_wrongly": decide_wrongly,
    "leave_alone": leave_alone,
    "after_verify": after_verify,
    "meet_the_limit": meet_the_limit,
}
SUPERVISOR: dict[str, Callable[..., None]] = {
    "limits": limits,
    "want_end": want_end,
    "suspend": suspend,
    "set_clock": set_clock,
    "keep_files": keep_files,
    "fail": fail,
}
