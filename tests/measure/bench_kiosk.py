"""What the bench does at the kiosk, and which times it takes. All times come from the processes themselves.

While a time runs nobody asks the kiosk anything: the bench waits, then fetches what session and supervisor have noted.
"""

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kiosk.training.launch import RunningTerminal
from kiosk.training.remote import walk
from kiosk.training.remote.control import Control
from kiosk.training.remote.walk import A
from tests.hostile.canary import plant_canary
from tests.measure import bench_memory

#: Seconds in which nothing is asked: for the engine to settle, and after the press until everything is over.
SETTLE, QUIET = 0.5, 1.2


@dataclass(frozen=True)
class Change:
    """From one customer to the next. Milliseconds; ``ready`` is None where a card was still on the reader."""

    curtain: float
    wipe: float
    logout: float
    page: float
    ready: float | None = None


@dataclass(frozen=True)
class Dialogue:
    """APDUs of a login or a check, and the bytes of both directions."""

    apdus: int
    bytes: int


@dataclass(frozen=True)
class Support:
    """What one complete support took. Memory in MiB."""

    login: Dialogue
    check: Dialogue
    attract_mb: float
    session_mb: float


def pause(seconds: float) -> None:
    """Let the machine come to rest."""
    threading.Event().wait(seconds)


def at_rest(terminal: RunningTerminal) -> None:
    """The attract screen with the engine loaded, and nothing going on any more."""
    control = terminal.control
    control.wait_phase("ready")
    control.wait_until("the engine", lambda: control.customer().get("engine"))
    pause(SETTLE)


def change_without_card(terminal: RunningTerminal) -> Change:
    """Begin at leisure, look at the preparation, and leave before a card is placed."""
    control = terminal.control
    at_rest(terminal)
    walk.begin(control)
    control.wait_until("the first page", lambda: "page_shown" in control.customer()["times"])
    page = _page_ms(control.customer())
    pressed = _leave(terminal)
    control.wait_phase("ready")
    ready = max(control.customer()["times"]["painted"], control.terminal()["times"]["hidden"])
    return _change(control.terminal(), pressed, page, ready)


def change_after_login(terminal: RunningTerminal, open_page: Callable[[Control], None] = lambda _: None) -> Change:
    """Begin at once, without a moment for the engine; log in; leave with page and card where they are.

    ``open_page`` goes on to another page before that.
    """
    control = terminal.control
    control.wait_phase("ready")
    walk.begin(control)
    walk.log_in(control, A)
    page = _page_ms(control.customer())
    open_page(control)
    pause(SETTLE)
    pressed = _leave(terminal)
    control.wait_phase("take_card")
    change = _change(control.terminal(), pressed, page)
    control.take()
    return change


def canary(control: Control) -> None:
    """The page that leaves something in every kind of browser state, with its workers running."""
    plant_canary(control, f"canary{secrets.token_hex(12)}")


def _leave(terminal: RunningTerminal) -> float:
    """「今日はやめる」 and its confirmation; the time of the second tap, as the session's process knows it."""
    terminal.control.press("give_up")
    terminal.control.wait_stage("confirm_end")
    pause(SETTLE)
    pressed = float(terminal.control.ask("session", "press", name="confirm"))
    pause(QUIET)
    return pressed


def _page_ms(customer: dict[str, Any]) -> float:
    times = customer["times"]
    return float(times["page_shown"] - times["Chosen"]) * 1000


def _change(terminal: dict[str, Any], pressed: float, page: float, ready: float | None = None) -> Change:
    receipt = terminal["receipts"][-1]
    if not receipt["verified"]:
        raise RuntimeError("a wipe was not verified")
    steps = {step["step"]: float(step["ms"]) for step in receipt["steps"]}
    logout = steps.pop("portal_logout")
    return Change(
        curtain=(terminal["times"]["painted"] - pressed) * 1000,
        wipe=sum(steps.values()),
        logout=logout,
        page=page,
        ready=None if ready is None else (ready - pressed) * 1000,
    )


def support(terminal: RunningTerminal) -> Support:
    """One customer from the attract screen to the result: card dialogues counted, memory weighed on the way."""
    control = terminal.control
    assert terminal.process is not None
    at_rest(terminal)
    attract = bench_memory.pss_mb(bench_memory.kiosk_processes(terminal.process.pid))
    walk.begin(control)
    walk.log_in(control, A)
    login = _trace(terminal)
    walk.fill_in(control, A)
    pause(SETTLE)
    session = bench_memory.pss_mb(bench_memory.kiosk_processes(terminal.process.pid))
    walk.confirm(control, A, asked_by_portal=True)
    check = _trace(terminal)[len(login) :]
    walk.finish(control)
    terminal.portal.change("reset")
    return Support(dialogue(login), dialogue(check), attract, session)


def _trace(terminal: RunningTerminal) -> list[dict[str, Any]]:
    return list(terminal.control.ask("station", "trace", person=A.person))


def dialogue(entries: list[dict[str, Any]]) -> Dialogue:
    """Count commands, and their bytes with the answers and status words."""
    return Dialogue(len(entries), sum(len(entry["command"]) // 2 + entry["answered"] + 2 for entry in entries))
