"""The bench's customers at the kiosk and their times. All times are taken by the processes of the kiosk themselves.

While a time is measured, the bench sends no command: it waits, then reads the times that session and supervisor noted.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kiosk.training.drill.desk import pause
from kiosk.training.launch import RunningTerminal
from kiosk.training.remote import walk
from kiosk.training.remote.control import Control
from kiosk.training.remote.walk import A
from tests.hostile.canary import plant_canary
from tests.measure import bench_memory

#: Seconds without commands: for the engine to become idle, and after the press until everything is over.
SETTLE, QUIET = 0.5, 1.2


@dataclass(frozen=True)
class Change:
    """A change of customers, in milliseconds; ``ready`` is None if a card was still on the reader."""

    curtain: float
    wipe: float
    logout: float
    page: float
    ready: float | None = None


@dataclass(frozen=True)
class Dialogue:
    """The number of APDUs of a login or a check, and the bytes in both directions."""

    apdus: int
    bytes: int


@dataclass(frozen=True)
class Support:
    """One complete support: card dialogues, and memory in MiB on the attract screen and on the confirmation page."""

    login: Dialogue
    check: Dialogue
    attract_mb: float
    session_mb: float


def wait_idle(terminal: RunningTerminal) -> None:
    """Wait for the attract screen with the engine loaded, then let the processes become idle."""
    control = terminal.control
    control.wait_phase("ready")
    control.wait_engine()
    pause(SETTLE)


def change_without_card(terminal: RunningTerminal) -> Change:
    """Measure a customer who begins when the engine is loaded and leaves before a card is placed."""
    control = terminal.control
    wait_idle(terminal)
    walk.begin(control)
    control.wait_until("the first page", lambda: "page_shown" in control.customer()["times"])
    page = _page_ms(control.customer())
    pressed = _leave(terminal)
    control.wait_phase("ready")
    ready = max(control.customer()["times"]["painted"], control.terminal()["times"]["hidden"])
    return _change(control.terminal(), pressed, page, ready)


def change_after_login(terminal: RunningTerminal, open_page: Callable[[Control], None] = lambda _: None) -> Change:
    """Measure a customer who begins while the engine is loading, logs in and leaves with page and card in place.

    ``open_page`` opens another page before the customer leaves.
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
    """Open the page that leaves a token in every kind of browser state, with its workers running."""
    plant_canary(control, f"canary{secrets.token_hex(12)}")


def _leave(terminal: RunningTerminal) -> float:
    """Press 「やめる」 and 「手続きをやめる」; returns the time of the second tap, taken in the session's process."""
    terminal.control.press("quit")
    terminal.control.wait_stage("quit_sheet")
    pause(SETTLE)
    pressed = float(terminal.control.ask("session", "press", name="give_up"))
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
    """Measure APDUs and memory of one customer from the attract screen to the result."""
    control = terminal.control
    assert terminal.process is not None
    wait_idle(terminal)
    attract = bench_memory.pss_mb(bench_memory.kiosk_processes(terminal.process.pid))
    walk.begin(control)
    walk.log_in(control, A)
    login = _trace(terminal)
    walk.fill_in(control, A)
    pause(SETTLE)
    session = bench_memory.pss_mb(bench_memory.kiosk_processes(terminal.process.pid))
    walk.confirm(control, A)
    check = _trace(terminal)[len(login) :]
    walk.finish(control)
    terminal.portal.change("reset")
    return Support(dialogue(login), dialogue(check), attract, session)


def _trace(terminal: RunningTerminal) -> list[dict[str, Any]]:
    return list(terminal.control.ask("station", "trace", person=A.person))


def dialogue(entries: list[dict[str, Any]]) -> Dialogue:
    """Count the commands of a trace, and the bytes of commands, answers and status words."""
    return Dialogue(len(entries), sum(len(entry["command"]) // 2 + entry["answered"] + 2 for entry in entries))
